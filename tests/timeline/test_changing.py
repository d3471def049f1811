"""What became of all provisions at once is what `secc history` tells of each."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.timeline.changing import Changed, changes
from secc.timeline.histories import readings
from secc.timeline.timeline import Timeline, asking
from tests.timeline.histories import history, section

SEEDS = st.integers(0, 10_000)
some = settings(max_examples=15)


def one_by_one(timeline: Timeline, identity: str) -> list[Changed]:
    found: list[Changed] = []
    for each in readings(timeline, identity):
        found.append(Changed(each.day, found[-1].address if found else None, each.address, each.by))
    return found


def identities(timeline: Timeline) -> set[str]:
    """Whoever stood in the text on any day, but for paragraphs."""
    versions = [timeline.base(day).documents[section()] for day in timeline.wording_days()]
    standing = (each.identities.items() for each in versions)
    return {str(section())} | {who for each in standing for path, who in each if not path[-1].startswith("(")}


@some
@given(SEEDS, st.integers(1, 10))
def test_every_change_with_its_day_its_places_and_its_operations(seed: int, count: int) -> None:
    timeline = history(seed, count).timeline()
    told = changes(timeline)
    assert str(section()) in told
    for identity in identities(timeline):
        found = one_by_one(timeline, identity)
        if identity in told:
            assert list(told[identity]) == found
        else:
            assert [each.day for each in found] == [timeline.wording_days()[0]]


@some
@given(SEEDS)
def test_of_one_document_and_as_known_on_a_day(seed: int) -> None:
    timeline = history(seed, 6).timeline()
    assert changes(timeline, documents=[section()]) == changes(timeline)
    assert changes(timeline, documents=[section("Z")]) == {}
    known = asking(timeline.wording_days()[-1])
    told = changes(timeline, known)
    assert set(timeline.wording_days(known)) >= {each.day for found in told.values() for each in found}
    for identity, found in told.items():
        assert [each.day for each in found] == [each.day for each in readings(timeline, identity, known)]
