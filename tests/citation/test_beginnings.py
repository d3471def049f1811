"""Where a citation may begin: no word that leads one is passed over for its first letters."""

import pytest

from secc.resolve.citation.words import LEADS, POINTERS
from secc.resolve.patterns import CITATION_START

_WITHOUT_NUMBER = frozenset(("code", "agreement", "licence", "act", "order", "rfc", "rfcs", "slc", "slcs"))
_WITH_STOP = frozenset(("reg", "regs", "art", "arts", "sch", "schs", "pt", "pts"))
_CAPITALS_ONLY = frozenset(("pt", "pts"))


@pytest.mark.parametrize("word", sorted(LEADS.keys() - _WITHOUT_NUMBER - _CAPITALS_ONLY))
def test_a_lead_word_begins_a_citation_in_either_case(word: str) -> None:
    stop = "." if word in _WITH_STOP else ""
    for written in (word, word.capitalize()):
        found = CITATION_START.search(f"see {written}{stop} 4")
        assert found is not None
        assert found.group() == written + stop


@pytest.mark.parametrize("word", sorted(POINTERS))
def test_a_pointer_begins_a_citation_in_either_case(word: str) -> None:
    for written in (word, word.capitalize()):
        found = CITATION_START.search(f"in {written} clause")
        assert found is not None
        assert found.group() == written


@pytest.mark.parametrize(
    "written",
    ["RFC 5280", "RFCs 5280", "SLC 4", "SLCs 4", "Pt. 4", "Pts. 4", "s. 88", "ss. 88 and 89", "s88 of the Act"],
)
def test_an_abbreviation_begins_a_citation(written: str) -> None:
    found = CITATION_START.search(f"under {written}")
    assert found is not None
    assert found.start() == len("under ")
