"""What lists of a day say as known on another, held against the timeline as known then."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from secc.document.typography import curled
from secc.site.any_day.chronicle import chronicle
from secc.site.any_day.known_lists import known_lists
from secc.site.any_day.told import Told
from secc.site.in_time.register import register
from secc.site.naming import id_of
from secc.site.sources import SiteSources
from secc.timeline.timeline import Timeline, asking
from tests.site.assembled import latest, told_on
from tests.site.codes import sample
from tests.site.test_known import asked_days, drawn, moment_of, said_by_timeline, told_later


class Lists:
    """The lists of a Code, read as a browser reads them."""

    def __init__(self, sources: SiteSources) -> None:
        moment = moment_of(sources)
        found = chronicle(moment, sources.code.loaded)
        self.timeline = moment.timeline
        self._value = json.loads(known_lists(found, Told(moment, register(moment.timeline.instruments, moment.cache))))
        self._documents = dict(zip((each.id for each in found.documents), self._value["documents"], strict=True))

    def titles(self, day: date, known: date) -> dict[str, str]:
        """What each document of a day was known to be called."""
        days = ((each, latest(value["titles"], known.isoformat()) or []) for each, value in self._documents.items())
        return {str(each): title for each, of_it in days if (title := latest(of_it, day.isoformat()))}

    def statuses(self, day: date, known: date) -> Iterator[tuple[str, str, str]]:
        """What was known not to be plainly in effect on a day: document, identifier, state."""
        for document, value in self._documents.items():
            for identifier, periods in value["statuses"].items():
                number = told_on(periods, day.isoformat(), known.isoformat())
                if number is not None:
                    yield str(document), identifier, self._value["said"][number][1]


def titles_by_timeline(timeline: Timeline, day: date, known: date) -> dict[str, str]:
    """The same out of the texts as known then."""
    documents = timeline.effective(day, asking(known)).documents.values()
    return {str(each.id): curled(each.document.title.text) for each in documents}


def held(sources: SiteSources, count: int, seed: int) -> int:
    """Hold the lists to the timeline, on days drawn at random."""
    lists, draw = Lists(sources), Random(seed)
    days, checked = asked_days(lists.timeline), 0
    for _ in range(count):
        day, known = (draw.choice(days) + timedelta(days=draw.randrange(-1, 30)) for _ in range(2))
        assert lists.titles(day, known) == titles_by_timeline(lists.timeline, day, known), (day, known)
        wanted, _ = said_by_timeline(lists.timeline, day, known)
        said = {(str(each.document), id_of(each.path), state) for each, (state, _) in wanted.items()}
        assert sorted(lists.statuses(day, known)) == sorted(said), (day, known)
        checked += len(said)
    return checked


@pytest.mark.parametrize("seed", [4, 18, 2027])
def test_lists_of_random_days_of_random_instruments(seed: int) -> None:
    assert held(drawn(seed), 20, seed) > 0


def test_lists_of_what_was_told_and_then_told_otherwise() -> None:
    assert held(told_later(), 60, 1) > 60


def test_lists_of_the_sample() -> None:
    assert held(sample(), 6, 6) > 100


def test_a_document_that_was_to_come_is_in_no_list_before_that_was_on_record() -> None:
    """The first designation of an Appendix of the sample, and what was known of it before and after its day."""
    lists = Lists(sample())
    document = "appendix-AL"
    came = next(day for day in lists.timeline.days() if document in titles_by_timeline(lists.timeline, day, date.max))
    assert document in lists.titles(came, date.max)
    assert document not in lists.titles(came, date(2013, 9, 23))
