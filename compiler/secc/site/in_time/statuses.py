"""The effect of every provision that is not plainly in effect on the day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from secc.amending.version import DocumentVersion, Path
from secc.ids import Address
from secc.instruments.when import OperationRef
from secc.site.in_time.effect_keys import effect_keys
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.timeline.effect import Effects
from secc.timeline.force_model import Force, State
from secc.timeline.located import Moved

SIGNS = {
    State.IN_EFFECT: "≈",
    State.IN_PART: "◐",
    State.NOT_YET: "○",
    State.SUSPENDED: "‖",
    State.DISAPPLIED: "⊘",
    State.CEASED: "×",
    State.UNKNOWN: "?",
    State.DIFFERS: "◐",
}
"""What stands before the words, for the eye; the words say it all. What is in effect has one only where varied.

The fonts that PDFs are set in have letters for all of them.
"""


class Status(Struct, frozen=True, array_like=True):
    """What is said of a provision's effect. `like` is what it stands in, where the same is said of that."""

    address: Address
    state: State
    words: str
    refs: tuple[OperationRef, ...]
    is_varied: bool
    like: Address | None = None

    @property
    def sign(self) -> str:
        """The sign of its state, or of a variation that cannot be carried out."""
        return SIGNS[self.state] if self.is_varied or self.state is not State.IN_EFFECT else "!"

    @property
    def in_short(self) -> str:
        """Its state alone: `Suspended`, `In effect for some`, `Varied`."""
        said = "varied" if self.is_varied and self.state is State.IN_EFFECT else str(self.state)
        return said[0].upper() + said[1:]


Statuses = Mapping[str, Status]
"""Statuses by address, in the order of the Code."""


def statuses(moment: Moment) -> Statuses:
    """The status of each provision that is not plainly in effect."""
    found = kept(moment.cache, f"statuses {moment.key}", list[Status], lambda: list(_by_document(moment)))
    return {str(each.address): each for each in found}


def _by_document(moment: Moment) -> Iterator[Status]:
    """The same, of which only that is worked out anew which follows from other texts or operations."""
    for document, version in moment.base.documents.items():
        key = f"statuses {document} {moment.day} {effect_keys(moment).of(document)}"
        yield from kept(moment.cache, key, list[Status], lambda: list(statuses_of(version, moment.effects, moment.day)))  # noqa: B023  # at once


def statuses_of(version: DocumentVersion, effects: Effects, day: date) -> Iterator[Status]:
    """The statuses in a document as it reads on a day, kept nowhere."""
    if str(version.id) not in effects.records.named and not effects.spoken_of(version, day):
        return
    told: dict[Path, Status] = {}
    around = _around(version)
    for path, force in _forces(version, around, effects, day):
        above = next((told[each] for each in around[path] if each in told), None)
        status = _status(Address(version.id, path), force, above)
        if status is not None:
            told[path] = status
            yield status


def plain_within(version: DocumentVersion, said: Sequence[Status]) -> Iterator[Address]:
    """What is plainly in effect, while something is said of what it stands in; not what in turn stands in that."""
    told = {each.address.path: True for each in said}
    for path, holders in version.holders.items():
        if path in told or path[-1].startswith("("):
            continue
        if next((told[each] for each in (*holders, ()) if each in told), False):
            told[path] = False
            yield Address(version.id, path)


def _forces(
    version: DocumentVersion, around: Mapping[Path, Sequence[Path]], effects: Effects, day: date
) -> Iterator[tuple[Path, Force | None]]:
    """The effect of what is named, or stands in or holds what is; of anything else it is plain that it has effect.

    What only stands in what is named has the same effect as all else in it that became part of the text with it, and
    was moved with it.
    """
    who = {(): str(version.id), **version.identities}
    named = {path for path, _ in effects.spoken_of(version, day)}
    named |= {()} if str(version.id) in effects.records.named else set()
    holding = {outer for path in named for outer in around[path]}
    alike: dict[tuple[tuple[Path, ...], date | None, tuple[Moved, ...]], Force | None] = {}
    for path, identity in who.items():
        is_paragraph = bool(path) and path[-1].startswith("(")
        if path in named or (path in holding and not is_paragraph):
            yield path, effects.force(Address(version.id, path), day)
        elif not is_paragraph and (within := tuple(each for each in around[path] if each in named)):
            key = (within, effects.first_day(identity, day), effects.moved(identity, day))
            if key not in alike:
                alike[key] = effects.force(Address(version.id, path), day)
            yield path, alike[key]


def _around(version: DocumentVersion) -> dict[Path, tuple[Path, ...]]:
    """What each provision stands in, from the nearest outwards, the document last."""
    return {(): ()} | {path: (*holders, ()) for path, holders in version.holders.items()}


def _status(address: Address, force: Force | None, above: Status | None) -> Status | None:
    if force is None or (force.state is State.IN_EFFECT and not force.varied):
        return None
    like = above.like or above.address if above is not None and _same(above, force) else None
    words = force.in_words
    return Status(address, force.state, words[0].upper() + words[1:], force.refs, force.is_varied, like)


def _same(above: Status, force: Force) -> bool:
    """Whether no more is said than of what it stands in: the same state, by the same operations."""
    return above.state is force.state and set(force.refs) <= set(above.refs)
