"""Moves in two steps: words taken out of one document, and put into another on another day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from secc.amending.version import DocumentVersion, Path
from secc.compare.likeness import Bag, bag_of, contained
from secc.ids import Address
from secc.instruments.model import Designate, InsertProvisions, OmitProvisions, Redesignate
from secc.instruments.when import OperationRef
from secc.timeline.histories import words_of
from secc.timeline.replay import Step, Wordings
from secc.timeline.timeline import Timeline

_LEAST = 0.6
"""The share of the words and pairs of words of the smaller that stand in the other too."""
_WORDS = 12
"""What has fewer words may be like another by chance."""


@dataclass(frozen=True, slots=True)
class TwoSteps:
    """A provision omitted, and one elsewhere that takes its words in on another day; `first` to `last` is between."""

    old: Address
    new: Address
    earlier: OperationRef
    later: OperationRef
    first: date
    last: date
    is_gap: bool


@dataclass(frozen=True, slots=True)
class _Text:
    address: Address
    by: OperationRef
    day: date
    bag: Bag
    length: int


def two_steps(timeline: Timeline) -> tuple[TwoSteps, ...]:
    """Every one among the operations that are law and have a day."""
    steps = timeline.steps()
    gone = [each for step in steps for each in _gone(timeline, step)]
    if not gone:
        return ()
    come = [each for step in steps for each in _come(timeline, step)]
    return tuple(_told(old, new) for old in gone for new in _best(old, come))


def _best(old: _Text, come: list[_Text]) -> Iterator[_Text]:
    """The one that is most like it, where it comes on another day and nothing like it comes on its own."""
    alike = [(_likeness(old, new), new) for new in come if new.address.document != old.address.document]
    alike = [each for each in alike if each[0] >= _LEAST]
    if alike and all(new.day != old.day for _, new in alike):
        yield max(alike, key=lambda each: each[0])[1]


def _likeness(old: _Text, new: _Text) -> float:
    smaller, larger = sorted((old, new), key=lambda each: each.length)
    return contained(smaller.bag, larger.bag) if 2 * smaller.length >= larger.length else 0.0


def _told(old: _Text, new: _Text) -> TwoSteps:
    first, last = sorted((old, new), key=lambda each: each.day)
    day = last.day - timedelta(days=1)
    return TwoSteps(old.address, new.address, first.by, last.by, first.day, day, is_gap=old.day < new.day)


def _gone(timeline: Timeline, step: Step) -> Iterator[_Text]:
    """What an operation omits, whole."""
    if isinstance(step.action, OmitProvisions):
        address = step.action.place.address
        version = _before(timeline, step.day).documents.get(address.document)
        if version is not None and address.path in version.by_path:
            yield from _text(version, address.path, step)


def _come(timeline: Timeline, step: Step) -> Iterator[_Text]:
    """The provisions that an operation brings: what it sets out, or what a whole document has that was not in it."""
    match step.action:
        case InsertProvisions(place=place):
            document = place.address.document
        case Designate(document=document) | Redesignate(document=document):
            pass
        case _:
            return
    all_before = _before(timeline, step.day).documents
    before, after = all_before.get(document), timeline.base(step.day).documents.get(document)
    if after is None or not all_before:
        return
    known = set(before.identities.values()) if before is not None else set()
    for path, identity in after.identities.items():
        if identity not in known and not any(each.startswith('"') for each in path):
            yield from _text(after, path, step)


def _text(version: DocumentVersion, path: Path, step: Step) -> Iterator[_Text]:
    words = words_of(version, path)
    length = sum(len(each.split()) for each in words)
    if length >= _WORDS:
        yield _Text(Address(version.id, path), step.ref, step.day, bag_of(words), length)


def _before(timeline: Timeline, day: date) -> Wordings:
    return timeline.base(day - timedelta(days=1))
