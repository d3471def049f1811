"""What became of all provisions at once is what `secc history` tells of each."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.timeline.changing import Changed, changes
from secc.timeline.histories import readings
from secc.timeline.replay import Step, Wordings
from secc.timeline.timeline import Timeline, asking
from tests.timeline.histories import Drafter, History, history, section

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
    as_told_one_by_one(history(seed, count))


@some
@given(SEEDS)
def test_of_words_alone_many_on_a_day(seed: int) -> None:
    as_told_one_by_one(history(seed, 3, Drafter.change_words, most=6))


def as_told_one_by_one(drafted: History) -> None:
    timeline = drafted.timeline()
    told = changes(timeline)
    assert str(section()) in told
    for identity in identities(timeline):
        found = one_by_one(timeline, identity)
        if identity in told:
            assert list(told[identity]) == found
        else:
            assert [each.day for each in found] == [timeline.wording_days()[0]]


class _Unmoved(Timeline):
    """One in which nothing is carried out for trial."""

    def carried_out(self, before: Wordings, steps: Sequence[Step]) -> Wordings:
        raise AssertionError(f"{len(steps)} operations on {len(before.documents)} documents")


def test_words_of_different_provisions_are_told_by_their_places() -> None:
    """No text is made for that, however many operations a day has."""
    drafted = history(7, 1, _each_sentence, most=1)
    told = changes(_Unmoved(drafted.instruments, (), drafted.sources))
    by = {identity: [ref.number for ref in each[-1].by] for identity, each in told.items() if len(each) > 1}
    holding = [str(number) for number in range(1, 6)]
    clauses = {f"section-H/H1.{number}": [number] for number in holding}
    assert by == clauses | {"section-H": holding, "section-H/H1": holding}


def _each_sentence(drafter: Drafter) -> None:
    for clause in drafter.clauses:
        clause.sentence = drafter.other_words(clause.sentence)


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
