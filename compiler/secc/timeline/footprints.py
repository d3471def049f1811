"""What an instrument touches: provisions named, removed and brought, terms defined and dropped, words it puts in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secc.amending.fragments import addresses_in
from secc.ids import Address, DocumentId
from secc.instruments.model import (
    AfterPlace,
    BeforePlace,
    Designate,
    InsertProvisions,
    InsertWords,
    Move,
    OmitProvisions,
    Redesignate,
    RenameTerm,
    Renumber,
    Revoke,
    Split,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Wording,
)
from secc.instruments.when import OperationRef
from secc.timeline.histories import addresses_of
from secc.timeline.replay import Step


@dataclass(frozen=True, slots=True)
class Trace:
    """What one operation touches. `claimed` are numbers and document letters that it takes for something new."""

    ref: OperationRef
    named: tuple[Address, ...]
    claimed: tuple[Address, ...]
    removed: tuple[Address, ...]
    words: str

    @property
    def documents(self) -> frozenset[DocumentId]:
        """The documents that it reads or writes."""
        return frozenset(each.document for each in (*self.named, *self.claimed))

    def meets(self, other: "Trace") -> bool:
        """Whether both read or write one document. What names no document concerns them all."""
        return not self.documents or not other.documents or bool(self.documents & other.documents)


def traces(steps: Sequence[Step]) -> tuple[Trace, ...]:
    """What each operation touches."""
    return tuple(Trace(step.ref, *_of(step.action)) for step in steps)


def _of(action: Wording) -> tuple[tuple[Address, ...], tuple[Address, ...], tuple[Address, ...], str]:
    return addresses_of(action), tuple(_claimed(action)), tuple(_removed(action)), _words(action)


def _claimed(action: Wording) -> Iterator[Address]:
    match action:
        case Designate(document=document):
            yield Address(document)
        case InsertProvisions(place=place, position=position, text=text):
            parent = position.place.address.parent if isinstance(position, AfterPlace | BeforePlace) else place.address
            paths = addresses_in(text, parent)
            outermost = [
                path for path in paths if not any(path != each and path[: len(each)] == each for each in paths)
            ]
            yield from (Address(place.address.document, path) for path in outermost)
        case Renumber(place=place, label=label) | Split(place=place, label=label):
            yield place.address.parent.below(label)
        case Move(place=place, label=label, into=into) if label:
            yield Address((into or place).address.document, (label,))
        case _:
            return


def _removed(action: Wording) -> Iterator[Address]:
    match action:
        case Revoke(document=document):
            yield Address(document)
        case (
            OmitProvisions(place=place) | SubstituteProvisions(place=place) | Move(place=place) | Renumber(place=place)
        ):
            yield place.address
        case _:
            return


def _words(action: Wording) -> str:
    match action:
        case InsertWords(words=words):
            return words
        case SubstituteWords(new=new) | SubstituteHeading(new=new):
            return new
        case InsertProvisions(text=text) | SubstituteProvisions(text=text):
            return "\n".join(text.lines)
        case RenameTerm(new=new):
            return new
        case Redesignate() | _:
            return ""
