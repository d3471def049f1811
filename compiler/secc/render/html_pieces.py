"""Parts of a document as HTML in pieces: what is one clause, definition, heading or table is one piece.

The pieces one after another are the HTML that `to_html` gives. What holds others (a division, a sub-section, a
clause with definitions) begins with a piece that ends where the first of them begins, and ends with one that closes it.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from secc.document.model import ClausePart, DefinitionPart, DivisionPart, Part, SubSectionPart
from secc.document.parts import Addressed
from secc.ids import Address
from secc.render.html import LISTS, PageWriter
from secc.render.surroundings import Surroundings


class Piece(Struct, frozen=True, array_like=True):
    """A piece, and the provision that it is, or begins; None where it is none with an address, or closes something.

    `parts` are those that it is, without what stands in pieces of its own; none where it closes something. `depth` is
    in how many others it stands: in the last before it at one less.
    """

    html: str
    address: Address | None = None
    parts: tuple[Part, ...] = ()
    depth: int = 0


def to_pieces(parts: Sequence[Part], around: Surroundings, rank: int = 1) -> tuple[Piece, ...]:
    """Parts in pieces; the highest heading is of the rank given."""
    cutting = _Cutting(around)
    cutting.parts(parts, rank)
    cutting.cut(())
    return tuple(cutting.found)


class _Cutting(PageWriter):
    """A page that is cut wherever a whole part ends."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.found: list[Piece] = []
        self._inside = False
        self._holder: tuple[Part, ...] = ()
        self._depth = -1

    def parts(self, parts: Sequence[Part], rank: int) -> None:
        """Write parts, each a piece; neighbouring paragraphs, and bullets, are one."""
        if self._inside:
            super().parts(parts, rank)
            return
        self.cut(self._holder)
        self._holder = ()
        self._depth += 1
        for kind, group in groupby(parts, key=type):
            together = tuple(group)
            for each in (together,) if kind in LISTS else ((one,) for one in together):
                self._whole(each, rank)
        self._depth -= 1

    def cut(self, parts: tuple[Part, ...]) -> None:
        """Make what was written since the last cut a piece: these parts."""
        html = "".join(self.pieces)
        self.pieces.clear()
        if html:
            address = parts[0].address if parts and isinstance(parts[0], Addressed) else None
            self.found.append(Piece(html, address, parts, max(self._depth, 0)))

    def _whole(self, parts: tuple[Part, ...], rank: int) -> None:
        first = parts[0]
        self.cut(())
        if _holds_others(first):
            self._holder = (replace(first, parts=()),)
            super().parts(parts, rank)
            return
        self._inside = True
        super().parts(parts, rank)
        self._inside = False
        self.cut(parts)


def _holds_others(part: Part) -> TypeGuard[ClausePart | DivisionPart | SubSectionPart]:
    if isinstance(part, ClausePart):
        return any(isinstance(each, DefinitionPart) for each in part.parts)
    return isinstance(part, DivisionPart | SubSectionPart)
