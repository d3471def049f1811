"""What an instrument touches: provisions named, removed and brought, terms defined and dropped, words it puts in."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from secc.amending.fragments import addresses_in
from secc.amending.touching import one_in_other
from secc.ids import Address, DocumentId
from secc.instruments.model import (
    AfterPlace,
    BeforePlace,
    Designate,
    InsertProvisions,
    InsertWords,
    Move,
    OmitProvisions,
    OmitWords,
    Quoted,
    RenameTerm,
    Renumber,
    Revoke,
    Split,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Wording,
    Words,
)
from secc.instruments.when import OperationRef
from secc.timeline.histories import addresses_of
from secc.timeline.replay import Step


class Trace(Struct, frozen=True):
    """What one operation touches. `claimed` are numbers and document letters that it takes for something new.

    `words` are those that it quotes and puts in; `renamed` is the term that it renames, empty where it does not.
    """

    ref: OperationRef
    named: tuple[Address, ...]
    claimed: tuple[Address, ...]
    removed: tuple[Address, ...]
    words: str
    renamed: str = ""

    @property
    def documents(self) -> frozenset[DocumentId]:
        """The documents that it reads or writes."""
        return frozenset(each.document for each in (*self.named, *self.claimed))

    def meets(self, other: "Trace") -> bool:
        """Whether both read or write one document. What names no document concerns them all."""
        return not self.documents or not other.documents or bool(self.documents & other.documents)


def closeness(one: Trace, other: Trace) -> int:
    """How far two operations touch the same: the same number claimed (3), a provision (2), a document (1), nothing."""
    if set(one.claimed) & set(other.claimed):
        return 3
    mine, theirs = (*one.named, *one.claimed), (*other.named, *other.claimed)
    if any(_in_one(a, b) for a in mine for b in theirs) or _renames(one, other) or _renames(other, one):
        return 2
    return 1 if one.documents & other.documents else 0


def _in_one(one: Address, other: Address) -> bool:
    return one.document == other.document and one_in_other(one.path, other.path)


def traces(steps: Sequence[Step]) -> tuple[Trace, ...]:
    """What each operation touches."""
    return tuple(_trace(step.ref, step.action) for step in steps)


def _trace(ref: OperationRef, action: Wording) -> Trace:
    renamed = action.old if isinstance(action, RenameTerm) else ""
    return Trace(ref, addresses_of(action), tuple(_claimed(action)), tuple(_removed(action)), _words(action), renamed)


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
        case SubstituteWords(old=old, new=new):
            return f"{_quoted(old)}\n{new}"
        case OmitWords(words=quoted):
            return _quoted(quoted)
        case SubstituteHeading(new=new) | RenameTerm(new=new):
            return new
        case InsertProvisions(text=text) | SubstituteProvisions(text=text):
            return "\n".join(text.lines)
        case _:
            return ""


def _quoted(words: Quoted) -> str:
    return words.text if isinstance(words, Words) else f"{words.first}\n{words.last}"


def _renames(one: Trace, other: Trace) -> bool:
    """Whether the one renames a term that the other quotes or puts in."""
    return bool(one.renamed) and one.renamed in other.words
