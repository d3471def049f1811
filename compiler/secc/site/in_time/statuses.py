"""The effect of every provision that is not plainly in effect on the day."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from secc.ids import Address
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.timeline.force_model import Force, State

SIGNS = {
    State.IN_EFFECT: "≈",
    State.IN_PART: "◐",
    State.NOT_YET: "○",
    State.SUSPENDED: "‖",
    State.DISAPPLIED: "⊘",
    State.CEASED: "✕",
    State.UNKNOWN: "?",
    State.DIFFERS: "◐",
}
"""What stands before the words, for the eye; the words say it all. What is in effect has one only where varied."""


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
        """The sign of its state."""
        return SIGNS[self.state]

    @property
    def in_short(self) -> str:
        """Its state alone: `Suspended`, `In effect for some`, `Varied`."""
        said = "varied" if self.is_varied and self.state is State.IN_EFFECT else str(self.state)
        return said[0].upper() + said[1:]


Statuses = Mapping[str, Status]
"""Statuses by address, in the order of the Code."""


def statuses(moment: Moment) -> Statuses:
    """The status of each provision that is not plainly in effect."""
    found = kept(moment.cache, f"statuses {moment.key}", list[Status], lambda: list(_statuses(moment)))
    return {str(each.address): each for each in found}


def _statuses(moment: Moment) -> Iterator[Status]:
    named = moment.effects.records.named
    for document, version in moment.base.documents.items():
        told: dict[Address, Status] = {}
        for path in ((), *version.identities):
            address = Address(document, path)
            own = version.identities.get(path, str(document))
            if path and path[-1].startswith("(") and own not in named:
                continue
            status = _status(address, moment.effects.force(address, moment.day), told, moment)
            if status is not None:
                told[address] = status
                yield status


def _status(address: Address, force: Force | None, told: Mapping[Address, Status], moment: Moment) -> Status | None:
    if force is None or (force.state is State.IN_EFFECT and not force.varied):
        return None
    above = next((told[each] for each in _around(address, moment) if each in told), None)
    like = above.like or above.address if above is not None and _same(above, force) else None
    words = force.in_words
    return Status(address, force.state, words[0].upper() + words[1:], force.refs, bool(force.varied), like)


def _same(above: Status, force: Force) -> bool:
    """Whether no more is said than of what it stands in: the same state, by the same operations."""
    return above.state is force.state and set(force.refs) <= set(above.refs)


def _around(address: Address, moment: Moment) -> Iterator[Address]:
    """What a provision stands in, from the nearest outwards."""
    located = moment.effects.located(moment.base, address)
    for identity in located.chain[1:] if located is not None else ():
        if identity in moment.present:
            yield moment.present[identity]
