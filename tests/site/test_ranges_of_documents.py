"""An operation on a range of documents is on each of them: its effect, the timeline, and what is to come."""

from datetime import date

from secc.code.load import NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.site.sources import open_sources
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of

_SECTIONS = {each: f"section {each}: Words\n\n# {each}1 Words\n\n{each}1.1 A word.\n" for each in "ABCDE"}
_INSTRUMENTS = {
    "2020-02-01-a": """\
direction 2020-02-01-a: Later
made: 2020-02-01

1 commence Section B to Section D, from 2020-06-01
"""
}


def test_each_of_them_waits_and_none_beside_them_does() -> None:
    effects = Effects(open_timeline(tree_of(_SECTIONS, _INSTRUMENTS), NoCache()).timeline)
    later = "from 1 June 2020 (paragraph 1 of 2020-02-01-a)"
    for letter in "ABCDE":
        for path in ((), (f"{letter}1.1",)):
            address = Address(DocumentId(DocumentKind.SECTION, letter), path)
            before, after = (effects.force(address, date(2020, month, 1)) for month in (3, 6))
            assert before is not None
            assert after is not None
            if letter in "BCD":
                assert (before.in_words, after.in_words) == (f"not yet in effect: {later}", f"in effect {later}")
            else:
                assert before.in_words == after.in_words == "in effect from 1 January 2020, as part of the text"


def test_the_website_says_so_of_each() -> None:
    pages = made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 3, 1))).pages
    found = {each.url: each.html for each in pages}
    assert all(f'<a href="../{letter}/">Section {letter}</a>' in found["timeline/"] for letter in "BCD")
    for letter in "BCD":
        assert "Not yet in effect" in found[f"{letter}1.1/"]
        assert 'data-next-change="2020-06-01"' in found[f"{letter}1/"]
    assert "Not yet in effect" not in found["E1.1/"]
    assert "data-next-change" not in found["E1/"]
