"""Running words: what is no word is looked for once in a prose, however many matches there are in it."""

from collections.abc import Iterator
from re import Match

import pytest

from secc.check import running
from secc.check.patterns import BARE_ADDRESS
from secc.check.running import Running, matches
from secc.expressions import expression
from tests.making import code_of

TEXT = "section H: S\n\n# H1 S\n\nH1.1 Write to a.a@a.example.org, as `a` says, a time or a day before.\n"


def test_addresses_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    class Counted:
        def finditer(self, text: str) -> Iterator[Match[str]]:
            searched.append(text)
            return BARE_ADDRESS.finditer(text)

    monkeypatch.setattr(running, "BARE_ADDRESS", Counted())
    (document,) = code_of(TEXT).documents
    found = [each for _, each in matches(document, expression(r"\ba\b"), ("Write",))]
    assert [each.string[each.start() :][:6] for each in found] == ["a time", "a day "]
    assert len(searched) == 1


def test_a_stretch_is_running_where_it_has_nothing_of_them() -> None:
    (document,) = code_of(TEXT).documents
    asked = Running(next(each for each in document.words if "Write" in each.prose.text))
    assert [asked.has(place, place + 5) for place in (0, 10, 20)] == [True, False, False]
