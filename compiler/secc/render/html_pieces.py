"""Parts of a document as HTML in pieces: what is one clause, definition, heading or table is one piece.

The pieces one after another are the HTML that `to_html` gives. What holds others (a division, a sub-section, a
clause with definitions) begins with a piece that ends where the first of them begins, and ends with one that closes it.
"""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from secc.document.model import ClausePart, DefinitionPart, DivisionPart, Part, SubSectionPart
from secc.document.parts import Addressed
from secc.ids import Address
from secc.render.html import LISTS, PageWriter
from secc.render.surroundings import Surroundings


class Piece(Struct, frozen=True, array_like=True):
    """A piece, and the provision that it is, or begins; None where it is none with an address, or closes something."""

    html: str
    address: Address | None = None


def to_pieces(parts: Sequence[Part], around: Surroundings, rank: int = 1) -> tuple[Piece, ...]:
    """Parts in pieces; the highest heading is of the rank given."""
    cutting = _Cutting(around)
    cutting.parts(parts, rank)
    cutting.cut(None)
    return tuple(cutting.found)


class _Cutting(PageWriter):
    """A page that is cut wherever a whole part ends."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.found: list[Piece] = []
        self._inside = False
        self._holder: Address | None = None

    def parts(self, parts: Sequence[Part], rank: int) -> None:
        """Write parts, each a piece; neighbouring paragraphs, and bullets, are one."""
        if self._inside:
            super().parts(parts, rank)
            return
        self.cut(self._holder)
        self._holder = None
        for kind, group in groupby(parts, key=type):
            together = tuple(group)
            for each in (together,) if kind in LISTS else ((one,) for one in together):
                self._whole(each, rank)

    def cut(self, address: Address | None) -> None:
        """Make what was written since the last cut a piece."""
        html = "".join(self.pieces)
        self.pieces.clear()
        if html:
            self.found.append(Piece(html, address))

    def _whole(self, parts: tuple[Part, ...], rank: int) -> None:
        first = parts[0]
        address = first.address if isinstance(first, Addressed) else None
        if _holds_others(first):
            self.cut(None)
            self._holder = address
            super().parts(parts, rank)
            return
        self.cut(None)
        self._inside = True
        super().parts(parts, rank)
        self._inside = False
        self.cut(address)


def _holds_others(part: Part) -> bool:
    if isinstance(part, ClausePart):
        return any(isinstance(each, DefinitionPart) for each in part.parts)
    return isinstance(part, DivisionPart | SubSectionPart)
