"""Who is varied: what is to be read otherwise, and what it stands in; nothing else in the place that is named."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from tests.site.words_on_pages import tree_of

_H = """\
section H: Words

# H1 Words

H1.1 A word:
  (a) one;
  (b) two; and
  (c) three.

H1.2 A word.

# H2 More

H2.1 A word.
"""
_NUMBERS = ("", "H1", "H1.1", "H1.1(a)", "H1.1(b)", "H1.1(c)", "H1.2", "H2", "H2.1")


@pytest.mark.parametrize(
    ("variation", "varied"),
    [
        ("vary Section H1 as if Section H1.2 were omitted", {"H1", "H1.2"}),
        ('vary Section H as if in Section H2.1, for "word" there were substituted "deed"', {"", "H2", "H2.1"}),
        (
            "vary Section H as if Sections H1.1(b) to H1.1(c) were omitted",
            {"", "H1", "H1.1", "H1.1(b)", "H1.1(c)"},
        ),
        (
            "vary Section H as if for Section H1.1 there were substituted\n  > H1.1 Nothing.",
            {"", "H1", "H1.1", "H1.1(a)", "H1.1(b)", "H1.1(c)"},
        ),
        ("vary Section H as if after Section H2.1 there were inserted\n  > H2.1A More.", {"", "H2"}),
        ("vary Section H1.1 as if after paragraph (a) there were inserted\n  > (aa) more;", {"H1.1"}),
        ('vary Section H1 as if for the heading of Section H1 there were substituted "Terms"', {"H1"}),
        ('vary Section H1.1 as if "A word" were omitted', {"H1.1", "H1.1(a)", "H1.1(b)", "H1.1(c)"}),
        ('vary Section H1.1(a) as if "one" were omitted', {"H1.1(a)"}),
    ],
)
def test_who_is_varied(variation: str, varied: set[str]) -> None:
    instruments = {"2020-02-01-a": f"direction 2020-02-01-a: A\nmade: 2020-02-01\n\n1 {variation}\n"}
    effects = Effects(open_timeline(tree_of({"H": _H}, instruments), NoCache()).timeline)
    said = {each: effects.force(_address(each), date(2020, 3, 1)) for each in _NUMBERS}
    assert {each for each, force in said.items() if force is not None and "varied" in force.in_words} == varied


def _address(number: str) -> Address:
    clause, bracket, paragraph = number.partition("(")
    return Address(DocumentId(DocumentKind.SECTION, "H"), tuple(filter(None, (clause, bracket + paragraph))))
