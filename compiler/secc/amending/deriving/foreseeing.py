"""What an operation on words would make of them, before the text is there to carry it out on."""

from dataclasses import dataclass
from typing import TypeAlias

from secc.amending.deriving.draft import Piece
from secc.amending.refusal import Refusal
from secc.amending.seams import fitted_together
from secc.amending.spots import Spot
from secc.amending.wording import Found, at_beginning, at_end, find, straight
from secc.code.model import Places, Prose
from secc.ids import Address, DocumentId, DocumentKind
from secc.instruments.model import AfterWords, AtEnd, BeforeWords, InsertWords, OmitWords, SubstituteWords
from secc.instruments.places import Place

Reworded: TypeAlias = SubstituteWords | InsertWords | OmitWords


@dataclass(frozen=True, slots=True)
class Reach:
    """A place, and the running words in it."""

    place: Place
    spots: tuple[tuple[Piece, int], ...]


def gives(action: Reworded, reach: Reach, piece: Piece, index: int, expected: str) -> bool:
    """Whether an operation makes the words of a piece as expected, and changes nothing else."""
    try:
        found, new = _found(action, reach)
    except Refusal:
        return False
    if any(reach.spots[each.spot.number] != (piece, index) for each in found):
        return False
    text = piece.texts[index]
    for start, end, fitting in reversed(
        fitted_together(text, ((each.start, each.end, straight(new)) for each in found))
    ):
        text = text[:start] + fitting + text[end:]
    return text == expected


def _found(action: Reworded, reach: Reach) -> tuple[list[Found], str]:
    spots = [_spot(piece.texts[index], number) for number, (piece, index) in enumerate(reach.spots)]
    match action:
        case SubstituteWords(old=old, new=new):
            return find(spots, old, "it"), new
        case OmitWords(words=quoted):
            return find(spots, quoted, "it"), ""
        case InsertWords(position=AfterWords(words=quoted), words=new):
            return [Found(each.spot, each.end, each.end) for each in find(spots, quoted, "it")], new
        case InsertWords(position=BeforeWords(words=quoted), words=new):
            return [Found(each.spot, each.start, each.start) for each in find(spots, quoted, "it")], new
        case InsertWords(position=AtEnd(), words=new):
            return [at_end(spots, new)], new
        case InsertWords(words=new):
            return [at_beginning(spots)], new


_NOWHERE = Places((0, 0))


_ANYWHERE = Address(DocumentId(DocumentKind.SECTION, ""))


def _spot(text: str, number: int) -> Spot:
    return Spot(Prose(text, (), _NOWHERE), _ANYWHERE, None, number)
