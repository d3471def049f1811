"""An edited text read again where it was edited: the clauses and definitions that the edits touch, and no others.

What comes out is what reading the whole text gives, to the last place. Where that is not certain nothing comes out, and
the whole is to be read: where anything but clauses and definitions is touched, where the text had or comes to have
faults, and where what stands at the margin might be read otherwise for what stands above it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from secc.code.head import ReadDocument
from secc.code.load import read_document
from secc.code.model import AnyBlock, Clause, Definition, Division, Document, Paragraph, SubSection
from secc.code.patterns import MAY_BEGIN_ANYWHERE
from secc.code.shifting import shifted
from secc.source import Source

_HOLDERS = (SubSection, Division)


class Stretch(Struct, frozen=True):
    """`text[start:end]` became `length` characters."""

    start: int
    end: int
    length: int

    @property
    def growth(self) -> int:
        """By how much the text became longer."""
        return self.length - (self.end - self.start)


class _Uncertain(Exception):  # noqa: N818  # never leaves this module
    """The whole has to be read."""


def read_again(before: ReadDocument, text: str, source: Source, edited: Sequence[Stretch]) -> ReadDocument | None:
    """An edited text, read; None where it is to be read as a whole.

    `before` is what `text` was read as; `edited` are the stretches of it that became others, in their order.
    """
    if before.findings or before.files or before.document.suppressions:
        return None
    again = _Again(before.document, text, source, edited)
    try:
        blocks = tuple(again.blocks(_Holder(None, before.document.blocks, len(text), None), edited))
    except _Uncertain:
        return None
    return ReadDocument(replace(before.document, blocks=blocks), ())


class _Holder(NamedTuple):
    """Blocks that stand side by side up to an offset, in a clause or elsewhere; `after` them stands another."""

    clause: Clause | None
    blocks: Sequence[AnyBlock]
    end: int
    after: AnyBlock | None

    def behind(self, place: int) -> AnyBlock | None:
        """What stands behind the block at a place."""
        return self.blocks[place + 1] if place + 1 < len(self.blocks) else self.after


class _Again:
    """One text under way."""

    def __init__(self, document: Document, text: str, source: Source, edited: Sequence[Stretch]) -> None:
        self._header = f"{document.id.kind} {document.id.label}: read again\n\n"
        self._text = text
        self._source = source
        self._ends = [each.end for each in edited]
        self._growths = [0, *accumulate(each.growth for each in edited)]

    def blocks(self, holder: _Holder, edited: Sequence[Stretch]) -> Iterator[AnyBlock]:
        """The blocks of a holder as they are now; `edited` is among them."""
        starts = self._starts(holder)
        touched = _touched(starts, edited)
        place = 0
        while place < len(holder.blocks):
            block, stop = holder.blocks[place], place + 1
            if place not in touched:
                yield shifted(block, self._growth(starts[place]))
            elif (inside := self._inside(holder, place, starts[stop], touched[place])) is not None:
                head = shifted(replace(block, blocks=()), self._growth(starts[place]))
                yield replace(head, blocks=tuple(self.blocks(inside, touched[place])))
            else:
                while stop in touched and not isinstance(holder.blocks[stop], _HOLDERS):
                    stop += 1
                yield from self._read(holder, slice(place, stop), starts[place], starts[stop])
            place = stop

    def _inside(self, holder: _Holder, place: int, end: int, edited: Sequence[Stretch]) -> _Holder | None:
        """What stands in a block, where that is not read as one: in all but clauses, and definitions in these.

        Beside a list, what begins with a label may be the next of it, or words that run on: the clause is read as one.
        """
        block, after = holder.blocks[place], holder.behind(place)
        if isinstance(block, _HOLDERS):
            return _Holder(None, block.blocks, end, after)
        has_list = isinstance(block, Clause) and any(isinstance(each, Paragraph) for each in block.blocks)
        if not isinstance(block, Clause) or not block.blocks or has_list:
            return None
        inside = _Holder(block, block.blocks, end, after)
        first = self._starts(inside)[0]
        if any(each.start < first or each.start == each.end == first for each in edited):
            return None
        touched = _touched(self._starts(inside), edited)
        return inside if all(isinstance(block.blocks[each], Definition) for each in touched) else None

    def _read(self, holder: _Holder, which: slice, start: int, end: int) -> Iterator[AnyBlock]:
        """What came of blocks that stood side by side in `text[start:end]`."""
        blocks, after = holder.blocks[which], holder.behind(which.stop - 1)
        begins, ends = start + self._growth(start), end + self._growth(end)
        text = self._source.text[begins:ends]
        stands_apart = self._text.endswith("\n\n", 0, start) and (after is None or not text or text.endswith("\n\n"))
        if not stands_apart or isinstance(after, Paragraph) or MAY_BEGIN_ANYWHERE.search(text):
            raise _Uncertain
        prefix = self._header + (f"{holder.clause.label} Read again:\n\n" if holder.clause is not None else "")
        made = _blocks_of(read_document(Source(self._source.path, prefix + text)), holder.clause)
        kinds = (Definition,) if holder.clause is not None else (Clause, Definition)
        if not all(isinstance(each, kinds) for each in (*blocks, *made)):
            raise _Uncertain
        if any(isinstance(each, Clause) for each in blocks) != any(isinstance(each, Clause) for each in made):
            raise _Uncertain  # lists at the margin end with a clause
        indent = " " * (blocks[0].span.start - start)
        if text and not (made and made[0].span.start == len(prefix + indent) and text.startswith(indent)):
            raise _Uncertain
        yield from (shifted(each, begins - len(prefix)) for each in made)

    def _starts(self, holder: _Holder) -> list[int]:
        """Where the line of each block begins, and where all of them end."""
        return [*(self._text.rfind("\n", 0, each.span.start) + 1 for each in holder.blocks), holder.end]

    def _growth(self, offset: int) -> int:
        """By how much what stood at an offset has moved."""
        return self._growths[bisect_right(self._ends, offset)]


def _blocks_of(read: ReadDocument, clause: Clause | None) -> Sequence[AnyBlock]:
    """What was read, or what of it stands in a clause that was put above it."""
    if read.findings or read.files or read.document.suppressions:
        raise _Uncertain
    if clause is None:
        return read.document.blocks
    first = read.document.blocks[0]
    if len(read.document.blocks) > 1 or not isinstance(first, Clause):
        raise _Uncertain
    return first.blocks


def _touched(starts: Sequence[int], edited: Sequence[Stretch]) -> Mapping[int, list[Stretch]]:
    """The edits of each block, by its place; what is put in between two is of the one above."""
    found: dict[int, list[Stretch]] = {}
    for each in edited:
        first = (bisect_right if each.start < each.end else bisect_left)(starts, each.start) - 1
        last = max(first, bisect_left(starts, each.end) - 1)
        if first < 0 or last >= len(starts) - 1:
            raise _Uncertain
        for place in range(first, last + 1):
            found.setdefault(place, []).append(each)
    return found
