"""The operations that are being written, and what every part of the writing asks."""

from dataclasses import dataclass

from secc.amending.deriving.draft import Piece
from secc.amending.deriving.pairing import Key, Pairing
from secc.code.model import Clause, Definition, Division, Paragraph, SubSection
from secc.instruments.model import Wording

NUMBERED = (Clause, SubSection, Division)
"""What is numbered through a whole document or division."""


@dataclass(frozen=True, slots=True)
class Written:
    """An operation, and the piece of the new text for whose sake it is."""

    action: Wording
    owner: Key


class Script:
    """Operations in their order. `troubles` are pieces of the new text that they cannot bring about; `strangers` are
    those that cannot be said to be what they were taken for.
    """

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self.written: list[Written] = []
        self.troubles: list[Piece] = []
        self.strangers: list[Piece] = []

    def say(self, action: Wording, owner: Piece) -> None:
        """Add an operation."""
        self.written.append(Written(action, owner.key))

    def is_taken(self, holder: Piece, new: Piece) -> bool:
        """Whether a new piece, or one in it, would have the number of another that stands there."""
        for each in new.down:
            if not each.is_own or (isinstance(each.block, Paragraph) and each is not new):
                continue
            if isinstance(each.block, Paragraph | Definition):
                if each is new and self._stands_beside(holder, each):
                    return True
            elif self.number_taken(holder, each):
                return True
        return False

    def _stands_beside(self, holder: Piece, new: Piece) -> bool:
        """Whether a paragraph of a list, or a definition of a provision, is called so already."""
        if isinstance(new.block, Definition):
            return any(isinstance(each.block, Definition) for each in holder.register.alike(new.label, holder))
        return any(isinstance(each.block, Paragraph) and each.label == new.label for each in holder.children)

    def number_taken(self, holder: Piece, new: Piece) -> bool:
        """Whether a clause, sub-section or division would have the number of another."""
        document = self.pairing.before.get(holder.version.id, holder)
        wanted = new.address
        return any(
            isinstance(other.block, NUMBERED) and other.is_own and other.address == wanted
            for other in document.register.alike(new.label, document)
        )
