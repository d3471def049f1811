"""Who is who in three texts, and what becomes of each: where it stands in the end, or whether it goes."""

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum

from secc.amending.merging.passages import Passage
from secc.compare import Pair


class Text(IntEnum):
    """One of the two texts."""

    ONE = 0
    OTHER = 1

    @property
    def opposite(self) -> "Text":
        """The other of the two."""
        return Text(1 - self)


class Lineage:
    """A block through three texts: in the base, and in the two made from it; None where it is not in one.

    `number` is its place among all. `parent` is what it stands in in the end, `placed_by` the text by which it stands
    there; `is_kept` is False for one that is left out, `clashes` are the reasons to look at it.
    """

    def __init__(self, number: int, base: Passage | None, one: Passage | None, other: Passage | None) -> None:
        self.number = number
        self.base = base
        self.made = [one, other]
        self.parent: Lineage | None = None
        self.placed_by = Text.ONE
        self.is_kept = True
        self.clashes: list[str] = []

    @property
    def passages(self) -> Iterator[Passage]:
        """It in every text that has it; the two made from the base before the base."""
        yield from (each for each in (*self.made, self.base) if each is not None)

    @property
    def any(self) -> Passage:
        """It in one of the texts."""
        return next(self.passages)


class Lineages:
    """All blocks of three texts, each once."""

    def __init__(self, roots: Iterable[tuple[Passage | None, Passage | None, Passage | None]]) -> None:
        self.of: dict[int, Lineage] = {}
        """By the passage."""
        self.roots: list[Lineage] = []
        self.all: list[Lineage] = []
        for base, one, other in roots:
            self.roots.append(self._add(base, one, other))

    def _add(self, base: Passage | None, one: Passage | None, other: Passage | None) -> Lineage:
        made = Lineage(len(self.all), base, one, other)
        self.all.append(made)
        for each in (base, one, other):
            if each is not None:
                self.of[id(each)] = made
        return made

    def trace(self, origins: Mapping[int, Passage], others: Mapping[int, Passage]) -> None:
        """Find who is who: `origins` and `others` name, by the passage of either text, what it was in the base."""
        for root in tuple(self.roots):
            for each in root.base.down if root.base is not None else ():
                if id(each) not in self.of:
                    self._add(each, None, None)
        for text, known in ((Text.ONE, origins), (Text.OTHER, others)):
            for each in self._unknown(text):
                self._recognise(each, text, known.get(id(each)))
        for text in Text:
            for each in self._unknown(text):
                self._insert(each, text)

    def _unknown(self, text: Text) -> Iterator[Passage]:
        """The passages of a text of which it is not known who they are; each when it is asked for."""
        for root in tuple(self.roots):
            top = root.made[text]
            yield from (each for each in (top.down if top is not None else ()) if id(each) not in self.of)

    def _recognise(self, passage: Passage, text: Text, origin: Passage | None) -> None:
        found = self.of[id(origin)] if origin is not None else None
        if found is not None and found.made[text] is None:
            found.made[text] = passage
            self.of[id(passage)] = found

    def _insert(self, passage: Passage, text: Text) -> None:
        """One that was put in: the same as what the other text put in at the same place, where that is as good."""
        assert passage.parent is not None
        twin = self._twin(passage, self.of[id(passage.parent)]) if text is Text.OTHER else None
        if twin is None:
            self._add(None, *((passage, None) if text is Text.ONE else (None, passage)))
            return
        twin.made[text] = passage
        self.of[id(passage)] = twin

    def _twin(self, passage: Passage, holder: Lineage) -> Lineage | None:
        """What the first text put in there with the same number; or, without one, in the same words throughout."""
        there = holder.made[Text.ONE]
        for each in there.children if there is not None else ():
            found = self.of[id(each)]
            if found.base is not None or found.made[Text.OTHER] is not None or each.kind != passage.kind:
                continue
            if (passage.label and each.label == passage.label) or each.whole == passage.whole:
                return found
        return None

    def holder(self, passage: Passage | None) -> Lineage | None:
        """What a passage stands in."""
        return self.of[id(passage.parent)] if passage is not None and passage.parent is not None else None

    def settle(self, said: tuple[str, str]) -> None:
        """Decide of each where it stands in the end, or that it goes. `said` names the texts."""
        for each in self.all:
            self._keep(each, said)
        for each in self.all:
            self._place(each, said)

    def _keep(self, each: Lineage, said: tuple[str, str]) -> None:
        one, other = each.made
        if one is None and other is None:
            each.is_kept = False
        if each.base is None or (one is None) == (other is None):
            return
        gone = Text.ONE if one is None else Text.OTHER
        holder = self.holder(each.base)
        if holder is not None and holder.base is not None and holder.made[gone] is None and holder.is_kept:
            return  # kept with what it stands in, for which the clash is told
        each.is_kept = self._is_touched(each, gone.opposite)
        if each.is_kept:
            each.clashes.append(
                f"{said[gone]} leaves this out, and {said[gone.opposite]} changes it, as it stands here"
            )

    def _is_touched(self, each: Lineage, text: Text) -> bool:
        """Whether a text has otherwise what the other one leaves out."""
        made, base = each.made[text], each.base
        assert made is not None
        assert base is not None
        if made.wording != base.wording or self.holder(made) is not self.holder(base):
            return True
        for child in made.children:
            found = self.of[id(child)]
            if self.holder(found.base) is not each:
                return True  # it was put in, or moved here
            if found.made[text.opposite] is None and self._is_touched(found, text):
                return True  # of those that live on elsewhere, their changes do as well
        return False

    def _place(self, each: Lineage, said: tuple[str, str]) -> None:
        """What it stands in: as in the text that moved it, or has it."""
        base, (one, other) = self.holder(each.base), (self.holder(made) for made in each.made)
        has_one, has_other = (made is not None for made in each.made)
        if not has_one or (has_other and one is base and other is not base):
            each.parent, each.placed_by = other, Text.OTHER
        else:
            each.parent, each.placed_by = one, Text.ONE
            if has_other and base not in (one, other) and one is not other:
                each.clashes.append(f"{said[1]} moves this to another place than {said[0]}, where it stands here")
        if self._is_circular(each):
            each.parent, each.placed_by = self.holder(each.made[each.placed_by.opposite]), each.placed_by.opposite
            each.clashes.append("one text moves this into what the other moves into this")

    def _is_circular(self, each: Lineage) -> bool:
        above = each.parent
        while above is not None and above is not each:
            above = above.parent
        return above is each


def origins(pairs: Iterable[Pair], before: Mapping[int, Passage], after: Mapping[int, Passage]) -> dict[int, Passage]:
    """What each passage was in the base; both are given by their blocks."""
    found: dict[int, Passage] = {}
    for pair in pairs:
        if pair.before is None or pair.after is None:
            continue
        old, new = before.get(id(pair.before.block)), after.get(id(pair.after.block))
        if old is not None and new is not None:
            found[id(new)] = old
    return found
