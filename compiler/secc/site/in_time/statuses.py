"""The effect of every provision that is not plainly in effect on the day."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from secc.amending.version import DocumentVersion, Path
from secc.ids import Address, DocumentId
from secc.instruments.when import OperationRef
from secc.site.in_time.effect_keys import effect_keys
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.timeline.effect import Effects
from secc.timeline.force_model import Force, State
from secc.timeline.located import MovesAround

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


class Said(Struct, frozen=True, array_like=True):
    """What is said of an effect, wherever it is."""

    state: State
    words: str
    refs: tuple[OperationRef, ...]
    is_varied: bool


Statuses = Mapping[str, Status]
"""Statuses by address, in the order of the Code."""


def statuses(moment: Moment) -> Statuses:
    """The status of each provision that is not plainly in effect."""
    found = kept(moment.cache, f"statuses {moment.key}", list[Status], lambda: list(_by_document(moment)))
    return {str(each.address): each for each in found}


def _by_document(moment: Moment) -> Iterator[Status]:
    """The same, of which only that is worked out anew which follows from other texts or operations."""
    keys = effect_keys(moment)
    for document, version in moment.base.documents.items():
        key = f"statuses {document} {keys.since(document)} {keys.of(document)}"
        yield from kept(moment.cache, key, list[Status], lambda: list(statuses_of(version, moment.effects, moment.day)))  # noqa: B023  # at once


def statuses_of(version: DocumentVersion, effects: Effects, day: date) -> Iterator[Status]:
    """The statuses in a document as it reads on a day, kept nowhere."""
    if version.identity not in effects.records.named and not effects.spoken_of(version, day):
        return
    around = around_of(version)
    yield from told_of(version.id, around, _said(version, around, effects, day))


def told_of(
    document: DocumentId, around: Mapping[Path, Sequence[Path]], said: Iterable[tuple[Path, Said | None]]
) -> Iterator[Status]:
    """What is said of the effect of provisions, each after what it stands in; nothing of those that have it plainly."""
    told: dict[Path, Status] = {}
    for path, each in said:
        if each is not None:
            above = next((told[outer] for outer in around[path] if outer in told), None)
            told[path] = _status(Address(document, path), each, above)
            yield told[path]


def said_of(force: Force | None) -> Said | None:
    """What is said of an effect; None where it is plain."""
    if force is None or force.is_plain:
        return None
    words = force.in_words
    return Said(force.state, words[0].upper() + words[1:], force.refs, force.is_varied)


def plain_within(version: DocumentVersion, said: Sequence[Status]) -> Iterator[Address]:
    """What is plainly in effect, while something is said of what it stands in; not what in turn stands in that."""
    told = [each.address.path for each in said]
    return (Address(version.id, path) for path in plain_among(around_of(version), told))


def plain_among(around: Mapping[Path, Sequence[Path]], told: Iterable[Path]) -> Iterator[Path]:
    """The same by their paths; something is said of the effect of what is `told`."""
    found = dict.fromkeys(told, True)
    for path, holders in around.items():
        if path in found or not path or path[-1].startswith("("):
            continue
        if next((found[each] for each in holders if each in found), False):
            found[path] = False
            yield path


def _said(
    version: DocumentVersion, around: Mapping[Path, Sequence[Path]], effects: Effects, day: date
) -> Iterator[tuple[Path, Said | None]]:
    """What is said of those concerned.

    What only stands in what is named has the same effect as all else in it that became part of the text with it, and
    is moved with it.
    """
    named = {identity for _, identity in effects.spoken_of(version, day)}
    named |= effects.records.named & {version.identity}
    alike: dict[tuple[tuple[Path, ...], date | None, MovesAround], Said | None] = {}
    for path, identity, within in concerned(who_stands(version), around, named):
        if not within:
            yield path, said_of(effects.force(Address(version.id, path), day))
            continue
        key = (within, effects.first_day(identity), effects.moves_around(identity, day))
        if key not in alike:
            alike[key] = said_of(effects.force(Address(version.id, path), day))
        yield path, alike[key]


def concerned(
    who: Mapping[Path, str], around: Mapping[Path, Sequence[Path]], named: Collection[str]
) -> Iterator[tuple[Path, str, tuple[Path, ...]]]:
    """What is named, or stands in or holds what is; of anything else it is plain that it has effect.

    Each with who it is and, where it only stands in some that are named, with these.
    """
    of = {path for path, identity in who.items() if identity in named}
    holding = {outer for path in of for outer in around[path]}
    for path, identity in who.items():
        is_paragraph = bool(path) and path[-1].startswith("(")
        if path in of or (path in holding and not is_paragraph):
            yield path, identity, ()
        elif not is_paragraph and (within := tuple(each for each in around[path] if each in of)):
            yield path, identity, within


def who_stands(version: DocumentVersion) -> dict[Path, str]:
    """Who stands where, the document first."""
    return {(): version.identity, **version.identities}


def around_of(version: DocumentVersion) -> dict[Path, tuple[Path, ...]]:
    """What each provision stands in, from the nearest outwards, the document last."""
    return {(): ()} | {path: (*holders, ()) for path, holders in version.holders.items()}


def _status(address: Address, said: Said, above: Status | None) -> Status:
    like = above.like or above.address if above is not None and _same(above, said) else None
    return Status(address, said.state, said.words, said.refs, said.is_varied, like)


def _same(above: Status, said: Said) -> bool:
    """Whether no more is said than of what it stands in: the same state, by the same operations.

    What is varied by fewer is not as that is, where some of the variations are of something else in it.
    """
    own, others = set(said.refs), set(above.refs)
    return above.state is said.state and (own == others if said.is_varied else own <= others)
