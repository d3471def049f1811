"""What is told beside the effect of a provision: of what stands in it, and of what was said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from secc.cli.moments import Opening, knowledge
from secc.cli.telling import told
from secc.ids import Address
from secc.instruments.model import Outside, Scope
from secc.instruments.when import OperationRef
from secc.timeline.asides import asides
from secc.timeline.force_model import Force
from secc.timeline.histories import place_of, written
from secc.timeline.leaving import ancestors
from secc.timeline.occurrences import Kind
from secc.timeline.replay import Wordings
from secc.timeline.value import lasts


@dataclass(frozen=True, slots=True)
class Moment:
    """The day asked about, the day by which things were known, and for whom."""

    day: date
    known: date | None
    scope: Scope


@dataclass(frozen=True, slots=True)
class Inner:
    """Provisions that stand in another one, and whose effect is not as that one's."""

    addresses: tuple[Address, ...]
    force: Force

    @property
    def in_words(self) -> str:
        """`Section H16.3, Section H16.4: suspended from …`."""
        return f"{', '.join(each.printed for each in self.addresses)}: {self.force.in_words}"


def inner(opening: Opening, address: Address, moment: Moment) -> tuple[Inner, ...]:
    """Those whose effect is neither as that of the provision nor as that of what else they stand in."""
    effects = opening.effects(moment.known)
    wordings = opening.wordings(moment.day, moment.known)
    located, outer = effects.located(wordings, address, moment.day), effects.force(address, moment.day, moment.scope)
    if located is None or outer is None:
        return ()
    paths = wordings.documents[address.document].by_identity
    said = {located.identity: outer.gist}
    alike: dict[str, list[Address]] = {}
    forces: dict[str, Force] = {}
    for each in sorted(located.below, key=lambda below: len(below.ancestors)):
        place = Address(address.document, paths[each.identity])
        force = effects.force(place, moment.day, moment.scope)
        holder = next(said[one] for one in each.ancestors if one in said)
        if force is not None and force.gist != holder:
            said[each.identity] = force.gist
            alike.setdefault(force.in_words, []).append(place)
            forces[force.in_words] = force
    order = wordings.documents[address.document].by_path
    found = [
        Inner(tuple(sorted(places, key=lambda place: order[place.path])), forces[words])
        for words, places in alike.items()
    ]
    return tuple(sorted(found, key=lambda each: order[each.addresses[0].path]))


def remarks(opening: Opening, address: Address, moment: Moment) -> tuple[str, ...]:
    """What instruments say about a provision and change nothing by: savings, decisions to leave it.

    And what those that wrote its words change outside the Code.
    """
    refs = (*_asides(opening, address, moment), *_outside(opening, address, moment))
    return tuple(told(opening, dict.fromkeys(refs)))


def _asides(opening: Opening, address: Address, moment: Moment) -> Iterator[OperationRef]:
    """What is said beside it, what stands in it, and what it stands in."""
    wordings = opening.wordings(moment.day, moment.known)
    here = _chain(wordings, address)
    for each in asides(opening.timeline, knowledge(moment.known)):
        place = place_of(wordings, each.identity) if each.is_of(moment.day) else None
        there = _chain(wordings, place) if place is not None else ()
        if there and (here[0] in there or each.identity in here):
            yield each.ref


def _chain(wordings: Wordings, address: Address) -> tuple[str, ...]:
    """Who stands at an address, and what that stands in."""
    version = wordings.documents[address.document]
    own = version.identities[address.path] if address.path else version.identity
    return (own, *ancestors(version, address.path))


def _outside(opening: Opening, address: Address, moment: Moment) -> Iterator[OperationRef]:
    asked = knowledge(moment.known)
    horizon = opening.timeline.known(asked).horizon
    version = opening.wordings(moment.day, moment.known).documents[address.document]
    wrote = {stretch.by.instrument for stretch in written(version, address.path)}
    for each in opening.timeline.occurrences(asked, Kind.OTHER):
        is_said = isinstance(each.action, Outside) and lasts(each.starts, each.ends, moment.day, horizon)
        if is_said and each.ref.instrument in wrote:
            yield each.ref
