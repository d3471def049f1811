"""The terms of a day as known on another, as a browser is told of them, held against those that texts then define."""

from datetime import date, timedelta
from random import Random

import pytest

from secc.code.load import NoCache
from secc.document.typography import curled
from secc.site.any_day.chronicle import chronicle
from secc.site.binding import bound_code
from secc.site.search.making import search_files
from secc.site.sources import SiteSources
from secc.timeline.states import code_of
from secc.timeline.timeline import asking
from tests.site.codes import sample, sample_site
from tests.site.terms_of_days import KnownNames, ListedTerms, Named
from tests.site.test_known import asked_days, drawn, moment_of


def defined(sources: SiteSources, day: date, known: date) -> set[Named]:
    """What the text of a day defines, as known on another, bound anew."""
    wordings = moment_of(sources).timeline.effective(day, asking(known))
    code = bound_code(code_of(wordings, sources.code.loaded), NoCache())
    return {
        (
            curled(name),
            each.within.printed if each.within is not None else "the Code",
            each.address.document.printed,
        )
        for each in code.terms
        for name in each.names
    }


def held(sources: SiteSources, count: int, seed: int) -> int:
    """Hold the names to what is defined, on days drawn at random."""
    moment, draw = moment_of(sources), Random(seed)
    found = chronicle(moment, sources.code.loaded)
    names = KnownNames(list(search_files(found, moment)))
    days, checked = asked_days(moment.timeline), 0
    for _ in range(count):
        day, known = (draw.choice(days) + timedelta(days=draw.randrange(-1, 30)) for _ in range(2))
        said = names.on(day.isoformat(), known.isoformat())
        assert said == defined(sources, day, known), (day, known)
        checked += len(said)
    return checked


@pytest.mark.parametrize("seed", [5, 19, 2028])
def test_terms_of_random_days_of_random_instruments(seed: int) -> None:
    assert held(drawn(seed), 8, seed) > 0


def test_terms_of_the_sample() -> None:
    assert held(sample(), 3, 7) > 1000


def test_as_known_now_they_are_those_of_the_day() -> None:
    files = sample_site()
    names, listed = KnownNames(files.files), ListedTerms(files)
    for day in listed.days:
        assert names.on(day) == listed.on(date.fromisoformat(day))
