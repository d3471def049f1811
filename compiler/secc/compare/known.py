"""Who provisions are, where that is known of both texts: it holds over what they say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from secc.code.model import Paragraph
from secc.compare.chain import heaviest_chain
from secc.compare.unit import Unit
from secc.ids import Address

Who: TypeAlias = Callable[[Address], str | None]
"""Who stands at an address in a text; None where that is not known."""


class Identities(Struct, frozen=True):
    """Who the provisions of the old text are, and of the new one.

    Not of paragraphs: where the provision in which they stand is set out anew, they have nothing but their letters.
    """

    before: Who
    after: Who

    def may_be(self, old: Unit, new: Unit) -> bool:
        """Whether two can be the same by what they say: not where it is known that they are not."""
        one, other = _who(old, self.before), _who(new, self.after)
        return one is None or other is None or one == other

    def in_both(self, before: Iterable[Unit], after: Iterable[Unit]) -> Iterator[tuple[Unit, Unit]]:
        """The two that are the same, of those that are not paired when they are told, in the order of the new text."""
        old = {who: each for each in before if (who := _who(each, self.before)) is not None}
        for new in tuple(after) if old else ():
            found = old.get(_who(new, self.after) or "")
            if found is not None and found.mate is None and new.mate is None:
                yield found, new

    def in_order(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        """Those that are the same, less those that cross heavier ones: these moved."""
        found = {(old.place, new.place): (old, new) for old, new in self.in_both(before, after)}
        weighed = [(*places, old.size + 1.0) for places, (old, _) in found.items()]
        return [found[i, j] for i, j, _ in heaviest_chain(weighed)] if weighed else []

    def are_known(self, before: Sequence[Unit], after: Sequence[Unit]) -> bool:
        """Whether it is known of everything in two lists who it is."""
        old = all(_who(each, self.before) is not None for each in before)
        return old and all(_who(each, self.after) is not None for each in after)


def _who(unit: Unit, who: Who) -> str | None:
    where = unit.where()
    return who(where.address) if where.own and not isinstance(unit.block, Paragraph) else None
