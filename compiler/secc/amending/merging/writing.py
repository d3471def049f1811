"""The text of one document that was brought together: its blocks in order, the clashes told above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secc.amending.merging.lineages import Lineage, Lineages
from secc.amending.merging.order import ordered
from secc.amending.merging.own_lines import Own, own_lines
from secc.amending.merging.passages import Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """One block as it was written: whose it is, and how it is to read."""

    lineage: Lineage
    kind: str
    flat: str
    depth: int


@dataclass
class Doubts:
    """What was found wrong with an outcome before, by the number of the lineage.

    Blocks whose two texts are to be kept apart, blocks to set off by a blank line, and clashes to tell.
    """

    apart: set[int] = field(default_factory=set)
    set_off: set[int] = field(default_factory=set)
    told: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a document, its blocks, and its clashes: whose, and why."""

    text: str
    entries: tuple[Entry, ...]
    clashes: tuple[tuple[Lineage, str], ...]


class Writer:
    """Writes documents; clashes are numbered through all of them."""

    def __init__(self, lineages: Lineages, said: tuple[str, str], doubts: Doubts) -> None:
        self._lineages = lineages
        self._said = said
        self._doubts = doubts
        self._inside: dict[int, list[Lineage]] = {}
        for each in lineages.all:
            if each.is_kept and each.parent is not None:
                self._inside.setdefault(id(each.parent), []).append(each)
        self._order: dict[int, list[Lineage]] = {}
        for each in lineages.all:
            if each.is_kept:
                self._order[id(each)] = ordered(lineages, each, self._inside.get(id(each), ()), said)
        self._number = 0

    def written(self, root: Lineage) -> Written:
        """A document."""
        self._lines: list[str] = []
        self._entries: list[Entry] = []
        self._clashes: list[tuple[Lineage, str]] = []
        self._write(root, 0, 0)
        return Written("\n".join(self._lines) + "\n", tuple(self._entries), tuple(self._clashes))

    def _write(self, each: Lineage, column: int, depth: int) -> None:
        reasons = [*each.clashes, *([self._doubts.told[each.number]] if each.number in self._doubts.told else [])]
        for place, own in enumerate(own_lines(each, self._said, apart=each.number in self._doubts.apart)):
            self._own(each, own, [*(reasons if place == 0 else []), *own.clashes], column)
            self._entries.append(Entry(each, own.like.kind, own.flat, depth))
        for child in self._order[id(each)]:
            self._write(child, column + self._step(child), depth + 1)

    def _step(self, child: Lineage) -> int:
        """How much deeper it is set than what it stands in."""
        passage = child.made[child.placed_by] or child.any
        return max(0, passage.column - passage.parent.column) if passage.parent is not None and passage.lead >= 0 else 0

    def _own(self, each: Lineage, own: Own, reasons: Sequence[str], column: int) -> None:
        indent = " " * column
        lead = max(own.like.lead, 1 if each.number in self._doubts.set_off else -1)
        above = [*self._told(each, reasons, own.aside), *own.comments]
        if lead < 0 and not above and self._lines:
            self._lines[-1] = f"{self._lines[-1]} {own.lines[0]}"
            self._lines += own.lines[1:]
            return
        if self._lines:
            self._lines += [""] * max(0, lead)
        self._lines += [f"{indent}{line}" for line in above]
        self._lines += [f"{indent}{line}".rstrip() for line in own.lines]

    def _told(self, each: Lineage, reasons: Sequence[str], aside: Sequence[str]) -> Iterator[str]:
        for why in reasons:
            self._number += 1
            self._clashes.append((each, why))
            yield f"// conflict {self._number}: {why}"
        yield from (f"//   {line}" for line in aside)


def read_as(document: Passage) -> list[tuple[str, str, int]]:
    """What the blocks of a text are and say, and how deep they stand."""
    found = [(document.kind, document.flat, 0)]

    def inside(passage: Passage, depth: int) -> None:
        for each in passage.children:
            found.append((each.kind, each.flat, depth))
            inside(each, depth + 1)

    inside(document, 1)
    return found
