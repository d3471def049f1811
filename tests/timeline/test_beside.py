"""What is said beside a provision, and changes what its words come to while they stay, is told with its effect."""

from collections.abc import Mapping
from datetime import date

from secc.code.load import NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.site.sources import open_sources
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import Knowledge, asking
from secc.timeline.turns import turns
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_TEXT = """\
section H: Services

# H1 Services

H1.1 The DCC shall send:
  (a) a list; and
  (b) a draft by 31 July 2020, or such later date as is agreed.

H1.2 The SMKI PMA shall read it.
"""
_FIRST = """\
direction 2020-02-01-first: First
made: 2020-02-01

1 fix the date in Section H1.1(b) as 2020-09-30
2 in Section H1.2, read "SMKI PMA" as "Panel", until event "Live", for region "North"
"""
_LATER = """\
direction 2020-05-01-later: Later
made: 2020-05-01

1 fix the date in Section H1.1(b) as 2020-12-18
"""
_AMENDED = """\
direction 2020-11-01-amended: Amended
made: 2020-11-01

1 in Section H1.1(b), for "31 July 2020" substitute "18 December 2020"
2 event "Live" occurs on 2020-11-15
"""
_INSTRUMENTS = {"2020-02-01-first": _FIRST, "2020-05-01-later": _LATER, "2020-11-01-amended": _AMENDED}


def _said(number: tuple[str, ...], day: str, known: str = "", instruments: Mapping[str, str] = _INSTRUMENTS) -> str:
    timeline = open_timeline(tree_of({"H": _TEXT}, instruments), NoCache()).timeline
    effects = Effects(timeline, asking(date.fromisoformat(known)) if known else Knowledge())
    address = Address(DocumentId(DocumentKind.SECTION, "H"), number)
    force = effects.force(address, date.fromisoformat(day))
    assert force is not None
    return force.in_words.partition("; ")[2]


def test_the_date_that_was_fixed_last_is_told_of_what_states_one() -> None:
    draft = ("H1.1", "(b)")
    assert _said(draft, "2020-01-15") == ""
    assert _said(draft, "2020-03-01") == "its date is fixed as 30 September 2020, by paragraph 1 of 2020-02-01-first"
    assert _said(draft, "2020-06-01") == "its date is fixed as 18 December 2020, by paragraph 1 of 2020-05-01-later"
    assert _said(draft, "2020-06-01", "2020-04-01") == (
        "its date is fixed as 30 September 2020, by paragraph 1 of 2020-02-01-first"
    )
    assert _said(("H1.1", "(a)"), "2020-06-01") == _said(("H1.1",), "2020-06-01") == ""


def test_it_is_told_no_more_when_the_date_is_amended() -> None:
    assert _said(("H1.1", "(b)"), "2020-11-01") == ""
    anew = "  > H1.1 The DCC shall send:\n  >   (a) a list; and\n  >   (b) a draft.\n"
    others = {
        'in Section H1.1(b), for "draft" substitute "text"': True,
        'in Section H1.1, for "by 31 July 2020" substitute "soon"': False,
        'in Section H1.1(b), omit the words from "by" to the end': False,
        f"for Section H1.1 substitute\n{anew}": False,
    }
    for operation, is_told in others.items():
        other = f"direction 2020-06-01-other: Other\nmade: 2020-06-01\n\n1 {operation}\n"
        instruments = {"2020-02-01-first": _FIRST, "2020-06-01-other": other}
        said = _said(("H1.1", "(b)"), "2020-06-15", instruments=instruments)
        assert said.startswith("its date") is is_told, operation


def test_it_goes_with_what_is_renumbered() -> None:
    renumbered = "direction 2020-06-01-moved: Moved\nmade: 2020-06-01\n\n1 renumber Section H1.1(b) as (c)\n"
    instruments = {"2020-02-01-first": _FIRST, "2020-06-01-moved": renumbered}
    assert _said(("H1.1", "(c)"), "2020-06-15", instruments=instruments).startswith("its date is fixed as 30 September")


def test_a_reading_is_told_of_all_that_stands_there_for_those_for_whom_it_is() -> None:
    reading = '"SMKI PMA" is read as "Panel" for region "North", by paragraph 2 of 2020-02-01-first'
    assert _said(("H1.2",), "2020-03-01") == reading
    assert _said(("H1.2",), "2020-11-15") == _said(("H1",), "2020-03-01") == ""
    assert _said(("H1.2",), "2020-06-01", "2020-05-15") == (
        f'{reading}: whether that has ended is not known: its end waits for event "Live"'
    )


def test_its_history_turns_with_it() -> None:
    timeline = open_timeline(tree_of({"H": _TEXT}, _INSTRUMENTS), NoCache()).timeline
    found = turns(timeline, "section-H/H1.1(b)")
    assert [str(each.day) for each in found] == ["2020-01-01", "2020-02-01", "2020-05-01", "2020-11-01"]


def test_the_pages_tell_it() -> None:
    sources = open_sources(tree_of({"H": _TEXT}, _INSTRUMENTS), NoCache(), date(2020, 6, 1))
    pages = {each.url: words_of(each.html) for each in made_of(sources).pages}
    fixed = "its date is fixed as 18 December 2020, by paragraph 1 of Later"
    for url in ("H1/", "H1.1/", "not-yet/"):
        assert fixed in pages[url], url
    assert "“SMKI PMA” is read as “Panel” for region “North”, by paragraph 2 of First" in pages["H1.2/"]
