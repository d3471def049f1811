"""Effect and changes as they were known on a day, held against the timeline as known then."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.ids import Address, DocumentId, DocumentKind
from secc.site.any_day.known_changes import KnownChange, known_changes
from secc.site.any_day.known_periods import KnownPeriod
from secc.site.any_day.periods import known_periods, periods
from secc.site.in_time.moment import Moment
from secc.site.in_time.statuses import plain_within, statuses_of
from secc.site.naming import id_of
from secc.site.sources import SiteSources, open_sources
from secc.timeline.changing import changes
from secc.timeline.effect import Effects
from secc.timeline.force_model import State
from secc.timeline.histories import readings
from secc.timeline.standing import days as days_of
from secc.timeline.timeline import Timeline, asking
from tests.site.assembled import packs
from tests.site.codes import made_of, sample
from tests.site.drawn_instruments import Drawing
from tests.site.edited_code import first_files
from tests.site.history import history_files
from tests.site.words_on_pages import tree_of

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
    """Hold what is told of effect and changes to the timeline as known then, on days drawn at random."""
    moment, draw = moment_of(sources), Random(seed)
    days, checked = asked_days(moment.timeline), 0
    for _ in range(count):
        on = draw.choice([None, *([draw.choice(days) + timedelta(days=draw.randrange(-2, 40))] * 9)])
        near = on is not None and draw.random() < 0.3
        day = draw.choice(days) + timedelta(days=draw.randrange(9))
        checked += effect_held(moment, on + timedelta(days=draw.randrange(-1, 2)) if on and near else day, on)
        checked += changes_held(moment, on)
    return checked


def effect_held(moment: Moment, day: date, on: date | None) -> int:
    """Hold what is told of effect on a day; as known now, also what is told to be plainly in effect."""
    until = on or moment.timeline.known().horizon or date.max
    told = {
        each.address: said
        for each in known_periods(moment)
        if (said := list(as_known(each.periods, day, on or date.max, until)))
    }
    wanted, plain = said_by_timeline(moment.timeline, day, on)
    assert told == {address: [said] for address, said in wanted.items()}, (on, day)
    if on is None:
        now = {
            each.address: [(one.state, one.words) for one in each.periods if is_in(day, one.start, one.end)]
            for each in periods(moment)
        }
        assert {address: said for address, said in now.items() if said} == told, day
        assert {each.address for each in periods(moment) if any(is_in(day, *one) for one in each.plain)} == plain, day
    return len(told)


def changes_held(moment: Moment, on: date | None) -> int:
    """Hold what is told of changes."""
    now, checked = known_changes(moment), 0
    for who, found in changes(moment.timeline, asking(on)).items():
        if "/" in who or len(found) > 1:
            known = (each for each in now.get(who, ()) if was_known(each, on or date.max))
            assert tuple(each.change for each in known) == found, (on, who)
            checked += 1
    return checked


def as_known(known: tuple[KnownPeriod, ...], day: date, on: date, until: date) -> Iterator[tuple[str, str]]:
    """What is told of a day as known on another; `until` is the last of which silence says anything."""
    which = "by" if day <= until else "after"
    for each in known:
        period = each.told.period
        if was_known(each, on) and is_in(day, period.start, period.end) and str(each.told.asking) in ("", which):
            yield period.state, period.words


def is_in(day: date, start: date, end: date | None) -> bool:
    """Whether a day is in a stretch of days."""
    return start <= day and (end is None or day < end)


def said_by_timeline(
    timeline: Timeline, day: date, on: date | None
) -> tuple[Mapping[Address, tuple[str, str]], set[Address]]:
    """The effect of each provision that is not plainly in effect, asked for one by one; those that are, within such."""
    effects = Effects(timeline, asking(on))
    found: dict[Address, tuple[str, str]] = {}
    plain: set[Address] = set()
    for version in timeline.base(day, asking(on)).documents.values():
        said = tuple(statuses_of(version, effects, day))
        found |= {each.address: (each.in_short, each.words) for each in said if each.like is None}
        plain |= set(plain_within(version, said)) if said else set()
    return found, plain


def _is_suspended(known: KnownPeriod) -> bool:
    return known.told.period.state == "Suspended" and known.since == date(2020, 4, 10)


def was_known(each: KnownPeriod | KnownChange, on: date) -> bool:
    """Whether it was told as known on a day."""
    return each.since <= on and (each.until is None or on < each.until)


@pytest.mark.parametrize("seed", [3, 17, 2026])
def test_what_was_told_on_random_days_of_random_instruments(seed: int) -> None:
    assert held(drawn(seed), 12, seed) > 0


def test_what_was_told_and_then_told_otherwise() -> None:
    assert held(told_later(), 60, 1) > 100


def test_what_was_told_of_a_document_that_was_designated_again_and_of_what_cannot_be_varied() -> None:
    """Effect as known then follows from which document has the letter, and from the words that are varied.

    What is on a range of documents is on each.
    """
    texts = {
        "A": "section A: Words\n\n# A1 Words\n\nA1.1 A word.\n\nA1.2 Another.\n",
        "B": "section B: Duties\n\n# B1 Duties\n\nB1.1 Pay.\n",
    }
    instruments = {
        "2020-01-15-waits": "direction 2020-01-15-waits: Waits\nmade: 2020-01-15\n\n"
        '1 commence Section B1, from the earlier of event "Go Live" and 2020-06-01\n'
        '2 vary Section A1.1 as if for "word" there were substituted "name"\n'
        "3 suspend Section B\n",
        "2020-02-01-out": "modification 2020-02-01-out: Out\nmade: 2020-02-01\n\n1 revoke Section B\n"
        '2 in Section A1.1, for "word" substitute "term", from 2020-03-01\n',
        "2020-04-01-back/instrument": "modification 2020-04-01-back: Back\nmade: 2020-04-01\n\n"
        "1 designate Section B as version 2.0, in the form set out at annexes/section-B.sec\n"
        "2 cease Section B, from 2020-07-01\n"
        '3 disapply Section B, for region "North", from 2020-04-15, until 2020-06-15\n',
        "2020-04-01-back/annexes/section-B": texts["B"],
        "2020-04-10-both": "direction 2020-04-10-both: Both\nmade: 2020-04-10\n\n"
        "1 suspend Section A to Section B, from 2020-05-20, until 2020-05-25\n",
    }
    moment = moment_of(open_sources(tree_of(texts, instruments), NoCache(), date(2020, 5, 1)))
    days = asked_days(moment.timeline)
    for on in (None, *days, *(day - timedelta(days=1) for day in days)):
        assert sum(effect_held(moment, day, on) for day in days) > 0 or (on and on < date(2020, 1, 15))
    words = {each.told.period.words for one in known_periods(moment) for each in one.periods}
    assert any("not varied by" in each for each in words)
    suspended = {each.address for each in known_periods(moment) if any(_is_suspended(one) for one in each.periods)}
    assert {"Section A", "Section B"} <= {each.printed for each in suspended}
    assert {"Suspended from 15 January 2020 (paragraph 3 of 2020-01-15-waits)"} == {
        each.told.period.words
        for one in known_periods(moment)
        for each in one.periods
        if each.told.period.state == "Suspended" and each.told.period.end == date(2020, 2, 1)
    }
    assert any(each.startswith("Disapplied") and "from 1 April 2020, as part of the text" in each for each in words)


def test_what_came_after_its_document_by_what_was_known_then_alone() -> None:
    """It had come later than the document, until that was directed to come on the same day."""
    texts = {"A": "section A: Words\n\n# A1 Words\n\nA1.1 A word.\n"}
    instruments = {
        "2020-10-01-new/instrument": "modification 2020-10-01-new: New\nmade: 2020-10-01\n\n"
        "1 designate Section C as version 1.0, in the form set out at annexes/section-C.sec, from 2021-01-01 or such "
        "later date as is directed\n",
        "2020-10-01-new/annexes/section-C": "section C: Rest\n\n# C1 Rest\n\nC1.1 Rest.\n",
        "2020-11-01-more": "modification 2020-11-01-more: More\nmade: 2020-11-01\n\n"
        "1 from 2021-06-01, in Section C1, after Section C1.1 insert\n  > C1.2 Sleep.\n",
        "2020-12-01-fixed": "direction 2020-12-01-fixed: Later\nmade: 2020-12-01\n\n"
        "1 fix the date in paragraph 1 of 2020-10-01-new as 2021-06-01\n",
    }
    moment = moment_of(open_sources(tree_of(texts, instruments), NoCache(), date(2022, 1, 1)))
    assert changes_held(moment, date(2020, 11, 1)) > 0
    (known,) = known_changes(moment)["section-C/C1.2"]
    assert (known.change.day, known.since) == (date(2021, 6, 1), date(2020, 11, 1))


def test_what_was_told_of_the_sample() -> None:
    assert held(sample(), 6, 6) > 100


def test_a_pack_tells_effect_as_it_was_known() -> None:
    """Of every provision on many days, as `secc status --known-on` tells it, of itself or of what holds it."""
    sources = told_later()
    timeline, pack = moment_of(sources).timeline, packs(made_of(sources))["section-H"]
    days = asked_days(timeline)
    states = set()
    for on in days[::2]:
        effects = Effects(timeline, asking(on))
        for day in days:
            version = timeline.base(day, asking(on)).documents.get(DocumentId(DocumentKind.SECTION, "H"))
            if version is None:
                continue
            for path in version.identities:
                force = effects.force(Address(version.id, path), day)
                assert force is not None
                around = [path, *version.holders[path], ()]
                told = [pack.status(id_of(one), day.isoformat(), on.isoformat()) for one in around]
                if force.state is State.IN_EFFECT and not force.varied:
                    assert told[0] is None, (on, day, path)
                    continue
                expected = "varied" if force.varied and force.state is State.IN_EFFECT else str(force.state)
                said = next(each for each in told if each is not None)
                assert said[1].lower() == expected, (on, day, path)
                states.add(said[1])
    assert {"Suspended", "Not known to be in effect", "Varied", "In effect for some"} <= states


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
