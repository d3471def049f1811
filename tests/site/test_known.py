"""Changes as they were known on a day, held against the timeline as known then."""

from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.any_day.known_changes import KnownChange, known_changes
from secc.site.in_time.moment import Moment
from secc.site.sources import SiteSources, open_sources
from secc.timeline.changing import changes
from secc.timeline.histories import readings
from secc.timeline.standing import days as days_of
from secc.timeline.timeline import Timeline, asking
from tests.site.assembled import packs
from tests.site.codes import made_of, sample
from tests.site.drawn_instruments import Drawing
from tests.site.edited_code import first_files
from tests.site.history import history_files

# What was told of the future, and then otherwise: a day that is directed later, an event that happens, a correction
# with effect from a day past, an instrument withdrawn before it has effect, one decided by another.
LATER = {
    "2021-05-01-correction.sec": """\
erratum 2021-05-01-correction: What was meant
made: 2021-05-01
from: 2021-02-01

1 in Section H1.1, for "test" substitute "try"
""",
    "2021-05-10-directed.sec": """\
direction 2021-05-10-directed: Days
made: 2021-05-10

1 suspend Section H1.3, from 2022-01-01 or such later date as is directed
2 cease Section A1.1, from event "Go Live"
3 disapply Section H1.1, for region "North", from event "Go Live", until 2022-12-01
4 omit Section H1.2(a), from 2022-09-01
""",
    "2021-06-01-fixed.sec": """\
direction 2021-06-01-fixed: A later day
made: 2021-06-01

1 fix the date in paragraph 1 of 2021-05-10-directed as 2022-03-01
2 withdraw paragraph 4 of 2021-05-10-directed
""",
    "2021-09-01-live.sec": """\
notice 2021-09-01-live: It happened
made: 2021-09-01

1 event "Go Live" occurs on 2021-08-15
2 resume Section H1.2(b), from 2021-09-01
""",
    "2022-01-10-decided.sec": """\
notice 2022-01-10-decided: A decision
made: 2022-01-10

1 decide 2021-11-01-waits on 2022-02-01
""",
    "2021-11-01-waits.sec": """\
modification 2021-11-01-waits: What waited for a decision
consulted: 2021-11-01
from: 2022-04-01

1 in Section H2.1, omit "The"
""",
}
TODAY = date(2022, 6, 1)
SOURCES = "sec-source/"


@cache
def told_later() -> SiteSources:
    """A small Code of which much was told otherwise later."""
    later = {f"instruments/{path}": text.encode() for path, text in LATER.items()}
    return open_sources(Memory({**history_files(), **later}), NoCache(), TODAY)


def drawn(seed: int) -> SiteSources:
    """A Code with instruments drawn at random."""
    draw = Random(seed)
    found = {path.removeprefix(SOURCES): each for path, each in first_files().items() if path.startswith(SOURCES)}
    names = [
        f"202{draw.randrange(1, 4)}-0{draw.randrange(1, 10)}-1{each}-drawn" for each in range(draw.randrange(3, 9))
    ]
    drawing = Drawing(draw, tuple(names))
    for name in names:
        found |= {f"instruments/{path}": text.encode() for path, text in drawing.instrument(name).items()}
    return open_sources(Memory(found), NoCache(), date(2022, 6, 1))


def moment_of(sources: SiteSources) -> Moment:
    """What is known of time."""
    assert sources.moment is not None
    return sources.moment


def asked_days(timeline: Timeline) -> list[date]:
    """Days about which to ask: of instruments, and of what they bring about."""
    return sorted({day for each in timeline.instruments for day in days_of(each)} | set(timeline.days()))


def held(sources: SiteSources, count: int, seed: int) -> int:
    """Hold what is told of changes to the timeline as known then, on days drawn at random."""
    moment, draw = moment_of(sources), Random(seed)
    days, checked = asked_days(moment.timeline), 0
    now = known_changes(moment)
    for _ in range(count):
        on = draw.choice([None, *([draw.choice(days) + timedelta(days=draw.randrange(-2, 40))] * 9)])
        for who, found in changes(moment.timeline, asking(on)).items():
            if "/" in who or len(found) > 1:
                known = (each for each in now.get(who, ()) if was_known(each, on or date.max))
                assert tuple(each.change for each in known) == found, (on, who)
                checked += 1
    return checked


def was_known(each: KnownChange, on: date) -> bool:
    """Whether it was told as known on a day."""
    return each.since <= on and (each.until is None or on < each.until)


@pytest.mark.parametrize("seed", [3, 17, 2026])
def test_what_was_told_on_random_days_of_random_instruments(seed: int) -> None:
    assert held(drawn(seed), 12, seed) > 0


def test_what_was_told_and_then_told_otherwise() -> None:
    assert held(told_later(), 60, 1) > 50


def test_what_was_told_of_the_sample() -> None:
    assert held(sample(), 6, 6) > 50


def test_a_pack_tells_changes_as_they_were_known() -> None:
    """As `secc history --known-on` tells them: their days, and by which instruments."""
    sources = told_later()
    timeline, pack = moment_of(sources).timeline, packs(made_of(sources))["section-H"]
    (number,) = {who for who, html in zip(pack.provisions, pack.pieces, strict=True) if ' id="H1.1"' in html}
    told = set()
    for on in asked_days(timeline):
        wanted = [
            (str(each.day), [by.instrument for by in each.by])
            for each in readings(timeline, "section-H/H1.1", asking(on))
        ]
        names = [name for name, *_ in pack.value["instruments"]]
        found = [(day, [names[each] for each in by]) for day, *_, by in pack.changes(number, on.isoformat())]
        assert found == wanted, on
        told.add(str(found))
    assert len(told) == 3


def test_what_was_not_yet_on_record_is_in_no_text() -> None:
    pack = packs(made_of(told_later()))["section-H"]
    assert pack.as_known("2022-06-01", "2019-12-31") is None
    before, after = (pack.as_known("2021-03-01", each) for each in ("2021-04-30", "2021-05-01"))
    assert before is not None
    assert after is not None
    assert "try every" not in before.pages["H1/"]
    assert "try every" in after.pages["H1/"]
