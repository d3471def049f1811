"""What is told beside the effect of a provision: of what stands in it, and of what was said about it."""

from dataclasses import dataclass
from datetime import date

from secc.cli.moments import Opening, knowledge
from secc.cli.telling import told
from secc.ids import Address
from secc.instruments.model import NoChange, Outside, Save, Scope
from secc.resolve.citation.letter import citations_in_letter
from secc.resolve.citation.written import TargetRange
from secc.resolve.lookup import address_of
from secc.timeline.force_model import Force
from secc.timeline.histories import written
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.value import reached


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
    asked = knowledge(moment.known)
    horizon = opening.timeline.known(asked).horizon
    found = [
        each.ref
        for each in opening.timeline.occurrences(asked, Kind.OTHER)
        if reached(each.starts, moment.day, horizon)
        and reached(each.ends, moment.day, horizon) is not True
        and _is_about(opening, each, address, moment)
    ]
    return tuple(told(opening, dict.fromkeys(found)))


def _is_about(opening: Opening, found: Occurrence, address: Address, moment: Moment) -> bool:
    match found.action:
        case NoChange(place=place):
            named = [place.address]
        case Save(words=words):
            named = _cited(opening, words, moment) if _may_name(opening, words, address, moment) else []
        case Outside():
            version = opening.wordings(moment.day, moment.known).documents[address.document]
            return any(each.by.instrument == found.ref.instrument for each in written(version, address.path))
        case _:
            return False
    return any(_is_of(opening, each, found, address, moment) for each in named)


def _may_name(opening: Opening, words: str, address: Address, moment: Moment) -> bool:
    """Whether they have the label or a name of the document in them: to look for citations takes far longer."""
    head = opening.code(opening.wordings(moment.day, moment.known)).head(address.document)
    names = (address.document.label, *((head.title, head.known_as) if head is not None else ()))
    return any(name in words for name in names if name)


def _cited(opening: Opening, words: str, moment: Moment) -> list[Address]:
    code = opening.code(opening.wordings(moment.day, moment.known))
    targets = [target for citation in citations_in_letter(words, {}) for target in citation.targets]
    said = [target.first if isinstance(target, TargetRange) else target for target in targets]
    return [address for each in said if (address := address_of(code, each.replace("/", " "))) is not None]


def _is_of(opening: Opening, named: Address, found: Occurrence, address: Address, moment: Moment) -> bool:
    """Whether what was named on the day of the remark is the provision, or one stands in the other."""
    effects = opening.effects(moment.known)
    then = found.day or moment.day
    here = effects.located(opening.wordings(moment.day, moment.known), address, moment.day)
    there = effects.located(opening.wordings(then, moment.known), named, then)
    return here is not None and there is not None and (here.identity in there.chain or there.identity in here.chain)
