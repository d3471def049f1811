"""Who stands in a range that an operation names: from its first to its last, whenever these come."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import EVERYTHING, Timeline
from secc.timeline.unnamed import unnamed
from tests.site.words_on_pages import tree_of

_CLAUSES = "".join(f"H1.{number} Words.\n\n" for number in range(1, 8))
_SECTIONS = {each: f"section {each}: Words\n\n# {each}1 Words\n\n{each}1.1 A word.\n" for each in "BDF"}
_SECTIONS["H"] = f"section H: Words\n\n# H1 Words\n\n{_CLAUSES}# H2 More\n\nH2.1 A word.\n"
_LATER = """\
modification 2020-03-01-later: Later
made: 2020-03-01

1 in Section H1, after Section H1.3 insert
  > H1.3A Words.

2 in Section H1, after Section H1.7 insert
  > H1.8 Words.

3 omit Section H1.7
4 designate Section C as version 1.0, in the form set out at annexes/section-C.sec
5 renumber Section H1.4 as H1.4A
6 renumber Section H1.2 as H1.4
"""
_WAITS = "not yet in effect: from 15 April 2020 (paragraph 1 of 2020-02-01-a)"
_AS_TEXT = "in effect from 1 March 2020, as part of the text"


def timeline_of(*operations: str) -> Timeline:
    """That of operations made on 1 February 2020, before others that insert, omit and renumber."""
    numbered = "\n".join(f"{number} {each}" for number, each in enumerate(operations, start=1))
    instruments = {
        "2020-02-01-a": f"direction 2020-02-01-a: A\nmade: 2020-02-01\n\n{numbered}\n",
        "2020-03-01-later/instrument": _LATER,
        "2020-03-01-later/annexes/section-C": "section C: Words\n\n# C1 Words\n\nC1.1 A word.\n",
    }
    return open_timeline(tree_of(_SECTIONS, instruments), NoCache()).timeline


def said(effects: Effects, number: str, day: date) -> str:
    """What is said of the effect of a clause, or a Section, on a day."""
    found = effects.force(Address(DocumentId(DocumentKind.SECTION, number[0]), (number,) if number[1:] else ()), day)
    assert found is not None
    return found.in_words


@pytest.mark.parametrize(
    ("operation", "number", "words"),
    [
        # the last is inserted later, and the range is read where both are there
        ("commence Sections H1.5 to H1.8, from 2020-04-15", "H1.6", _WAITS),
        ("commence Sections H1.5 to H1.8, from 2020-04-15", "H1.8", _WAITS),
        # the last is omitted on the very day: it is read as it stood before
        ("cease Sections H1.6 to H1.7, from 2020-03-01", "H1.6", "ceased to have effect on 1 March 2020 (paragraph 1"),
        # what is switched off is what stands there, whatever the numbers at the ends have become
        ("suspend Sections H1.2 to H1.4", "H1.3A", "suspended from 1 February 2020 (paragraph 1 of 2020-02-01-a)"),
        ('disapply Sections H1.2 to H1.4, for region "North"', "H1.3A", 'disapplied for region "North" from 1 Feb'),
        ("suspend Sections H1.2 to H1.4", "H1.5", "in effect from 1 January 2020, as part of the text"),
        ("suspend Section B to Section D", "C", "suspended from 1 February 2020 (paragraph 1 of 2020-02-01-a)"),
        # what has effect is what stood there when it came
        ("commence Sections H1.2 to H1.4, from 2020-02-15", "H1.3A", _AS_TEXT),
        ("commence Section B to Section D, from 2020-02-15", "C", _AS_TEXT),
        ('commence Sections H1.2 to H1.4, from event "X"', "H1.3A", 'not known to be in effect: waits for event "X"'),
    ],
)
def test_who_is_in_a_range(operation: str, number: str, words: str) -> None:
    assert said(Effects(timeline_of(operation)), number, date(2020, 4, 1)).startswith(words)


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        ("commence Sections H1.2 to H1.9", "Section H1.9 is not part of the Code on any day"),
        ("commence Sections H1.0 to H1.4", "Section H1.0 is not part of the Code on any day"),
        ("commence Section D to Section G", "Section G is not part of the Code on any day"),
        ("suspend Sections H1.5 to H1.3", "Section H1.3 does not stand after Section H1.5 in one place on any day"),
        ("suspend Section D to Section B", "Section B does not stand after Section D in one place on any day"),
    ],
)
def test_a_range_without_its_ends_is_told_of(operation: str, words: str) -> None:
    timeline = timeline_of(operation, "suspend Section H2.1")
    told = unnamed(timeline, EVERYTHING, timeline.by_name, date(2020, 6, 1))
    assert [(str(each.ref), each.words) for each in told] == [("paragraph 1 of 2020-02-01-a", words)]


def test_of_a_range_of_documents_those_are_named_that_there_are() -> None:
    effects = Effects(timeline_of("commence Section D to Section G, from 2020-04-15"))
    assert said(effects, "F", date(2020, 4, 1)) == _WAITS


def test_nobody_is_named_by_a_range_of_provisions_without_its_last() -> None:
    effects = Effects(timeline_of("suspend Sections H1.2 to H1.9"))
    assert said(effects, "H1.5", date(2020, 4, 1)) == "in effect from 1 January 2020, as part of the text"
