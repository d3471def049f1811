"""The history of the sample Code: what it has to tell, and that every word of it follows from its instruments."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from secc.code.load import NoCache, load
from secc.history import Folder
from secc.ids import Address, DocumentId, DocumentKind
from secc.instruments.model import Dimension, InstrumentKind, Limit, Scope
from secc.timeline.conflict_model import ConflictKind
from secc.timeline.conflicts import conflicts
from secc.timeline.effect import Effects
from secc.timeline.facts_behind import facts_behind
from secc.timeline.flight import in_flight
from secc.timeline.force_model import State
from secc.timeline.histories import identity_of, place_of, who, words_of
from secc.timeline.log import read_log
from secc.timeline.opening import Opened, open_timeline
from secc.timeline.scopes import EVERYBODY
from secc.timeline.timeline import asking
from secc.timeline.verifying import verified

SOURCES = Path(__file__).parents[1] / "sec-source"
AS_AT = date(2016, 11, 10)
CENTRAL = Scope((Limit(Dimension.REGION, "Central"),))
NORTH = Scope((Limit(Dimension.REGION, "North"),))
SOUTH = Scope((Limit(Dimension.REGION, "South"),))

# The consolidated versions of domain facts 1.4 that have a day, with it.
VERSIONS = """
1.0 2013-09-23, 4.0 2015-01-14, 4.2 2015-03-18, 4.15 2016-08-18, 4.16 2016-10-20, 4.17 2016-10-27, 5.0 2016-11-08,
5.2 2016-12-21, 5.3 2017-01-26, 5.5 2017-03-15, 5.10 2017-09-14, 5.14 2018-02-22, 5.23 2018-10-04, 6.21 2019-11-29,
27.0 2020-11-29, 40.0 2021-06-24, 43.0 2021-07-30, 45.0 2021-09-01, 54.0 2021-12-17, 57.0 2022-02-24
"""


@lru_cache(maxsize=1)
def opened() -> Opened:
    """The sample's instruments."""
    return open_timeline(Folder(SOURCES), NoCache())


@lru_cache(maxsize=2)
def effects(known: date | None = None) -> Effects:
    """The effect of its provisions."""
    return Effects(opened().timeline, asking(known))


def section(letter: str, *path: str) -> Address:
    """A provision of a Section."""
    return Address(DocumentId(DocumentKind.SECTION, letter), path)


def appendix(label: str) -> DocumentId:
    """An Appendix."""
    return DocumentId(DocumentKind.APPENDIX, label)


def test_every_word_follows_from_the_instruments() -> None:
    on_disk = {each.id: each.document for each in load(Folder(SOURCES), NoCache()).documents}
    proof = verified(opened().timeline, read_log(Folder(SOURCES)), on_disk)
    assert proof.unproved == ()
    assert not opened().findings
    assert proof.words > 100_000


def test_there_are_thirty_instruments_and_forty_states_at_least() -> None:
    timeline = opened().timeline
    assert len(timeline.instruments) >= 30
    assert len(timeline.days()) >= 40


def test_the_log_has_the_versions_with_their_days() -> None:
    log = {entry.number: entry.in_effect.isoformat() for entry in read_log(Folder(SOURCES))}
    assert log == dict(each.split() for each in VERSIONS.replace("\n", " ").split(","))
    november = next(entry for entry in read_log(Folder(SOURCES)) if entry.number == "27.0")
    assert november.published == date(2020, 11, 27)


def test_what_is_not_verified_is_said_to_be_so() -> None:
    for each in opened().timeline.instruments:
        assert each.unverified or each.evidence, each.name


def test_h14_31_on_10_november_2016_in_the_north_as_known_then_and_now() -> None:
    timeline = opened().timeline
    then, now = asking(AS_AT), asking()
    clause = ("H14.31",)
    for asked, whom, steps in ((now, NORTH, True), (then, NORTH, False), (now, SOUTH, False), (then, SOUTH, False)):
        version = timeline.effective(AS_AT, asked, whom).documents[section("H").document]
        words = version.blocks[version.by_path[clause]].block
        assert ("shall take reasonable steps to provide" in getattr(words, "prose").text) is steps, (asked, whom)  # noqa: B009
    base = timeline.base(AS_AT).documents[section("H").document]
    put_by = who(base, clause, "shall provide")
    assert [[each.by.instrument for each in place] for place in put_by] == [["2013-09-23-first-designation"]]
    varied = timeline.effective(AS_AT, now, NORTH).documents[section("H").document]
    put_by = who(varied, clause, "shall take reasonable steps to provide")
    assert {each.by.instrument for place in put_by for each in place} == {"2015-04-24-informal-testing"}
    force = effects().force(section("H", *clause), AS_AT, NORTH)
    assert force is not None
    assert force.state is State.IN_EFFECT
    assert {each.ref.instrument for each in force.varied} == {"2015-04-24-informal-testing"}
    notices = {
        known: [str(each.fact.by) for each in facts_behind(timeline.known(asked), force.refs, NORTH)]
        for known, asked in (("then", then), ("now", now))
    }
    assert notices == {
        "then": ["paragraph 2 of 2016-09-02-end-to-end-testing"],
        "now": ["paragraph 1 of 2016-11-04-end-to-end-north"],
    }


@pytest.mark.parametrize(
    ("at", "steps"),
    [
        (date(2015, 4, 23), ""),
        (date(2015, 4, 24), "Central North South everybody"),
        (date(2015, 6, 10), "Central North South everybody"),
        (date(2016, 10, 2), "Central North South everybody"),
        (date(2016, 10, 3), "North"),
        (date(2016, 11, 24), "North"),
        (date(2016, 11, 25), ""),
    ],
)
def test_what_is_varied_for_each_region_is_varied_for_everybody(at: date, steps: str) -> None:
    """The variations end in the Central and the South Region on 3 October 2016, in the North on 25 November."""
    found = []
    for name, whom in (("Central", CENTRAL), ("North", NORTH), ("South", SOUTH), ("everybody", EVERYBODY)):
        version = opened().timeline.effective(at, scope=whom).documents[section("H").document]
        is_varied = "shall take reasonable steps to provide" in " ".join(words_of(version, ("H14.31",)))
        assert (("H14.31ZA",) in version.by_path) is is_varied
        found += [name] if is_varied else []
    assert " ".join(found) == steps


@pytest.mark.parametrize(
    ("address", "day", "state"),
    [
        (section("H", "H14.31", "(a)"), date(2015, 4, 23), State.NOT_YET),
        (section("H", "H14.31", "(a)"), date(2015, 4, 24), State.IN_EFFECT),
        (section("H", "H7"), date(2018, 9, 30), State.NOT_YET),
        (section("H", "H7"), date(2018, 10, 1), State.IN_EFFECT),
        (section("H", "H5"), date(2016, 11, 7), State.NOT_YET),
        (section("H", "H5"), date(2016, 11, 10), State.DIFFERS),
        (section("H", "H5"), date(2016, 11, 25), State.IN_EFFECT),
        (section("F", "F4.1B"), date(2019, 1, 1), State.IN_EFFECT),
        (section("L", "L13.56"), date(2016, 1, 1), State.IN_EFFECT),
    ],
)
def test_the_effect_of_provisions_is_as_their_instruments_say(address: Address, day: date, state: State) -> None:
    force = effects().force(address, day)
    assert force is not None
    assert force.state is state, force.in_words


def test_the_tmad_is_designated_on_its_days() -> None:
    timeline = opened().timeline
    labels = {day: timeline.base(date.fromisoformat(day)).documents.get(appendix("AL")) for day in _TMAD}
    assert {day: version.label if version else None for day, version in labels.items()} == _TMAD


_TMAD = {"2019-02-13": None, "2019-02-14": "1.0", "2020-07-24": "6.0", "2020-09-16": "6.0", "2020-09-17": "7.0"}


def test_identity_survives_moves_and_the_replacement_of_documents() -> None:
    timeline = opened().timeline
    early, late = timeline.base(date(2019, 2, 14)), timeline.base(date(2020, 9, 17))
    shared = set(early.documents[appendix("AL")].by_identity) & set(late.documents[appendix("AL")].by_identity)
    assert len(shared) > 40
    moved = [
        (identity, address)
        for identity in timeline.base(date(2013, 9, 23)).documents[section("C").document].by_identity
        if (address := place_of(timeline.last(), identity)) is not None and address.document != section("C").document
    ]
    assert moved, "a provision of Section C stands elsewhere today"
    assert all(identity_of(timeline.last(), address) == identity for identity, address in moved)


def test_what_is_in_flight_collides() -> None:
    timeline = opened().timeline
    today = date(2022, 2, 24)
    names = {each.name for each in in_flight(timeline, today)}
    assert "2021-05-26-mp099" in names
    kinds = {each.kind for each in conflicts(timeline, read_log(Folder(SOURCES)), today, lambda _: {})}
    assert {ConflictKind.SAME_WORDS, ConflictKind.SAME_NUMBER} <= kinds


def test_a_consultation_changes_nothing() -> None:
    timeline = opened().timeline
    consulted = {each.name for each in timeline.instruments if each.kind is InstrumentKind.CONSULTATION}
    assert consulted
    assert not {step.ref.instrument for step in timeline.steps()} & consulted
