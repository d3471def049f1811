"""How far each block stands in, by what it stands in."""

from secc.document.redline_model import Kind
from secc.render.docx.kinds import step_of

_Held = tuple[int, int]
"""How deep something stands, and where what stands in it begins."""


class Indents:
    """Where the blocks of a page begin, asked in their order.

    What is in the new text stands as it would without what was deleted; what was deleted stands in what it stood in.
    """

    def __init__(self) -> None:
        self._standing: list[_Held] = []
        self._deleted: list[_Held] = []

    def standing(self, kind: Kind, depth: int) -> int:
        """Where a block of the new text begins, in twips."""
        self._deleted.clear()
        return _held(self._standing, kind, depth, 0)

    def deleted(self, kind: Kind, depth: int) -> int:
        """Where a deleted block begins."""
        around = next((left for above, left in reversed(self._standing) if above < depth), 0)
        return _held(self._deleted, kind, depth, around)


def _held(above: list[_Held], kind: Kind, depth: int, around: int) -> int:
    while above and above[-1][0] >= depth:
        above.pop()
    left = above[-1][1] if above else around
    above.append((depth, left + step_of(kind)))
    return left
