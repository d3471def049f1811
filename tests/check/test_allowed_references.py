"""`allowed-references` in code.toml: the forms of reference that a house style has, though others refuse them."""

import pytest

from secc.check import check
from secc.check.rules import RULES
from secc.code.load import NoCache, load
from secc.history import Memory
from secc.resolve import resolve

SETTINGS = 'title = "A Code"\nshort = "AC"\ndocuments = ["H.sec"]\n[check]\nallowed-references = [{}]\n'
WORDS = {
    "lower-case": "in accordance with section H1.2",
    "bare": "in accordance with H1.2",
    "ampersand": "in accordance with Sections H1.1 & H1.2",
    "cut-number": "in accordance with Sections H1.1 to 2",
}


def found(words: str, allowed: str) -> list[str]:
    text = f"section H: Services\n\n# H1 Services\n\nH1.1 The operator shall act {words}.\n\nH1.2 Words follow.\n"
    files = {"code.toml": SETTINGS.format(allowed).encode(), "H.sec": text.encode()}
    return [each.label for each in check(resolve(load(Memory(files), NoCache())), RULES)]


@pytest.mark.parametrize("form", WORDS)
def test_a_form_is_refused_unless_it_is_allowed(form: str) -> None:
    assert found(WORDS[form], "") == [form]
    assert found(WORDS[form], f'"{form}"') == []


@pytest.mark.parametrize("form", WORDS)
def test_another_form_is_still_refused(form: str) -> None:
    assert found(WORDS[form], '"short"') == [form]
