"""Whose work the changes of a day are, told without carrying its operations out one by one where that is certain.

Operations on words change those of one place, and nothing else. So where only such were carried out on a document,
what they can have changed follows from where they are; who stands where stays as it was.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from secc.amending.spots import below
from secc.amending.version import DocumentVersion, Path
from secc.instruments.model import InsertWords, OmitWords, SubstituteWords
from secc.instruments.places import SubHeadingNamed
from secc.instruments.when import OperationRef
from secc.timeline.replay import Step

_ON_WORDS = (SubstituteWords, InsertWords, OmitWords)


class _Reach(Struct, frozen=True):
    """The blocks of a document in which an operation can have changed words."""

    ref: OperationRef
    blocks: frozenset[int]


def accounted(
    before: DocumentVersion, after: DocumentVersion, steps: Sequence[Step], differing: Mapping[str, Path]
) -> Mapping[str, tuple[OperationRef, ...]]:
    """The operations that changed each of some provisions of a document, in their order.

    `steps` are those of the day that were carried out on it, `differing` is where each provision stands that changed.
    Empty where it cannot be told of all of them in this way.
    """
    reaches = _reaches(after, steps)
    if len(reaches) < len(steps) or before.identities != after.identities:
        return {}
    inside = {identity: _blocks(after, path) for identity, path in differing.items()}
    reached = {identity: [each for each in reaches if each.blocks & blocks] for identity, blocks in inside.items()}
    alone = {identity: each[0] for identity, each in reached.items() if len(each) == 1}
    for identity, several in reached.items():
        sure = {each.ref for other, each in alone.items() if inside[other] <= inside[identity]}
        if not several or (identity not in alone and not all(each.ref in sure for each in several)):
            return {}
    return {identity: tuple(each.ref for each in several) for identity, several in reached.items()}


def _reaches(version: DocumentVersion, steps: Sequence[Step]) -> list[_Reach]:
    return [_Reach(step.ref, blocks) for step in steps for blocks in _reach(version, step)]


def _reach(version: DocumentVersion, step: Step) -> Iterator[frozenset[int]]:
    """Nothing for an operation that does more than change words at a place of this text."""
    action = step.action
    if not isinstance(action, _ON_WORDS) or isinstance(action.place.part, SubHeadingNamed):
        return
    path = action.place.address.path
    if action.place.address.document == version.id and (not path or path in version.by_path):
        yield _blocks(version, path)


def _blocks(version: DocumentVersion, path: Path) -> frozenset[int]:
    return frozenset((-1, *below(version, -1)) if not path else below(version, version.by_path[path]))
