"""Who provisions are, where that is known: it holds over what they say, and what they say decides of the rest."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.model import Document
from secc.code.walk import placed
from secc.compare import How, Identities, State, compare_codes
from tests.compare.documents import edited
from tests.compare.laws import lines, told
from tests.compare.test_compare import OBLIGATION, section

Names = Mapping[str, str]
"""Who stands at an address, by what follows the document in it."""


def known(before: Names, after: Names) -> Identities:
    return Identities(lambda address: before.get(address.local), lambda address: after.get(address.local))


def changed(before: Document, after: Document, names: tuple[Names, Names]) -> list[tuple[str, str, How]]:
    """What became of what changed, by where it stood and stands."""
    pairs = compare_codes((before,), (after,), known=known(*names)).changed
    places = [[each.address.local if each is not None else "" for each in (one.before, one.after)] for one in pairs]
    return [(was, now, one.how) for (was, now), one in zip(places, pairs, strict=True)]


@pytest.mark.parametrize(
    ("after", "names", "expected"),
    [
        pytest.param(
            (f"H1.1 The Panel {OBLIGATION}.", f"H1.2 The DCC {OBLIGATION} again."),
            {"H1.1": "a", "H1.2": "c"},
            [("H1.2", "", How.DELETED), ("", "H1.2", How.INSERTED)],
            id="another has the number",
        ),
        pytest.param(
            (f"H1.1 The Panel {OBLIGATION}.", f"H1.2 The DCC {OBLIGATION}."),
            {"H1.1": "a", "H1.2": "c"},
            [],
            id="another has the number and says the same",
        ),
        pytest.param(
            ("H1.1 Nobody pays.", "H1.2 Everybody may go."),
            {"H1.1": "b", "H1.2": "c"},
            [("H1.1", "", How.DELETED), ("H1.2", "H1.1", How.SUBSTITUTED), ("", "H1.2", How.INSERTED)],
            id="it has the number of another",
        ),
        pytest.param(
            (f"H1.1 The DCC {OBLIGATION} today.", "H1.2 Nobody pays."),
            {"H1.1": "b", "H1.2": "a"},
            [("H1.2", "H1.1", How.MOVED), ("H1.1", "H1.2", How.SUBSTITUTED)],
            id="they changed places",
        ),
    ],
)
def test_who_a_provision_is_decides(after: tuple[str, ...], names: Names, expected: list[tuple[str, str, How]]) -> None:
    before = section("H", f"H1.1 The Panel {OBLIGATION}.", f"H1.2 The DCC {OBLIGATION}.")
    assert changed(before, section("H", *after), ({"H1.1": "a", "H1.2": "b"}, names)) == expected


def test_what_was_put_elsewhere_moved_whatever_it_says_now() -> None:
    before = section("H", "# H1 One", "H1.1 Pay.", "# H2 Two", "H2.1 Go.")
    after = section("H", "# H1 One", "# H2 Two", "H2.1 Go.", "H2.2 Owe.")
    names = {"H1": "1", "H2": "2", "H2.1": "go"}
    found = changed(before, after, ({**names, "H1.1": "pay"}, {**names, "H2.2": "pay"}))
    assert found == [("H1.1", "H2.2", How.MOVED)]


def test_paragraphs_are_paired_by_what_they_say() -> None:
    """In a clause that was set out anew each letter is whose it was, though another paragraph has it now."""
    before = section("H", "H1.1 Each Party shall:\n\n  (a) pay its charges in each month;\n\n  (b) keep records of it.")
    after = section(
        "H",
        "H1.1 Each Party shall:\n\n  (a) be open;\n\n  (b) pay its charges in each month;\n\n  (c) keep records of it.",
    )
    names = {"H1.1": "1", "H1.1(a)": "a", "H1.1(b)": "b"}
    found = changed(before, after, (names, {**names, "H1.1(c)": "c"}))
    assert [(was, now) for was, now, _ in found] == [("", "H1.1(a)"), ("H1.1(a)", "H1.1(b)"), ("H1.1(b)", "H1.1(c)")]


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_the_laws_hold_whoever_provisions_are(seed: int) -> None:
    before, after = edited(seed)
    draw = Random(seed)
    names = [
        {each.address: str(draw.randint(0, 12)) for each in placed(one) if draw.random() < 0.9}
        for one in (before, after)
    ]
    changes = compare_codes((before,), (after,), known=Identities(names[0].get, names[1].get))
    assert list(told(changes, State.DELETED)) == list(lines(before))
    assert list(told(changes, State.INSERTED)) == list(lines(after))
    assert bool(changes) == (list(lines(before)) != list(lines(after)))
    assert len(changes.pairs) >= max(len(placed(before)), len(placed(after)))
