"""What changed in a provision, in the words of a table: short, and with the words themselves."""

from collections.abc import Iterable, Iterator, Sequence

from secc.code.model import AnyBlock, Clause, Division, Prose, SubSection, Table
from secc.code.walk import blocks_in
from secc.compare import CellChanged, How, Hunk, Pair, Place, TableChanged, WordsChanged
from secc.compare.said import text_of
from secc.document.redline_names import kind_of, told
from secc.document.typography import curled

_MOST = 8
"""So many changes of words, or of cells, are told one by one."""
_FEW = 3
"""Where more words than these changed, what is not long is told as it now reads."""
_LONG, _HEAD, _TAIL = 60, 24, 10
"""Words: what is longer is told by its beginning and its end."""
_AROUND = 5
_SHORT = 5
_FOLLOWS = "A reference follows the renumbering"
_JOINING = "-–/.'’"


def content(pair: Pair, *, follows: bool = False) -> tuple[str, ...]:
    """What became of a block, and the words that changed in it; sentences without a full stop.

    `follows` where all that changed are references to what has another number now.
    """
    became, *remarks = told(pair)
    if follows:
        became = became.removesuffix(", and changed")
        return tuple(filter(None, (_became(pair, became), *(f"{_FOLLOWS}: {each}" for each in _words(pair)))))
    return tuple(
        filter(None, (_became(pair, became), *_words(pair), *_other(remarks), *_cells(pair), _no_effect(pair)))
    )


def _became(pair: Pair, became: str) -> str:
    match pair.how:
        case How.INSERTED:
            return _gist("New", pair.place) + _inside(pair.place)
        case How.DELETED:
            return _gist("Omitted", pair.place) + _inside(pair.place)
        case How.SUBSTITUTED:
            return _gist("Written anew", pair.place)
        case How.CHANGED if became == "changed":
            return ""
        case _:
            return became[:1].upper() + became[1:]


def _gist(what: str, place: Place) -> str:
    said = " ".join(text_of(place.block).split())
    kind = "" if place.own else f" ({kind_of(place.block)})"
    return f"{what}{kind}: {shortened(curled(said))}" if said else f"{what}{kind}"


def _inside(place: Place) -> str:
    """Which clauses stand in a sub-section, annex or part: ` (2.1 to 2.6)`."""
    if not isinstance(place.block, SubSection | Division):
        return ""
    labels = [each.label for each in _all(place.block.blocks) if isinstance(each, Clause)]
    return f" ({labels[0]} to {labels[-1]})" if len(labels) > 1 else f" ({labels[0]})" if labels else ""


def _all(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    for block in blocks:
        yield block
        yield from _all(blocks_in(block))


def shortened(words: str) -> str:
    """Words whole, or their beginning and their end."""
    each = words.split(" ")
    return words if len(each) <= _LONG else f"{' '.join(each[:_HEAD])} … {' '.join(each[-_TAIL:])}"


def _words(pair: Pair) -> Iterator[str]:
    if pair.how is How.SUBSTITUTED:
        return
    for change in pair.changes:
        if isinstance(change, WordsChanged):
            yield from _changed(change.before, change.after, change.hunks)


def _changed(before: str, after: str, hunks: Sequence[Hunk]) -> Iterator[str]:
    whole = list(_by_words(before, after, hunks))
    if len(whole) > _FEW and len(after.split()) <= _LONG:
        yield f"Now reads: {curled(after)}"
        return
    for hunk in whole[:_MOST]:
        yield curled(_said(before, after, hunk))
    if len(whole) > _MOST:
        yield f"and {len(whole) - _MOST} more changes of words"


def _by_words(before: str, after: str, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """The hunks grown to whole words; those within one word are one."""
    together: list[Hunk] = []
    for each in hunks:
        if together and not any(map(str.isspace, before[together[-1].before_end : each.before_start])):
            first = together.pop()
            each = Hunk(first.before_start, each.before_end, first.after_start, each.after_end)
        together.append(each)
    yield from (_grown(before, after, each) for each in together)


def _grown(before: str, after: str, hunk: Hunk) -> Hunk:
    """A hunk with what stands beside it in the same words, which is the same in both texts."""
    removed, put = before[hunk.before_start : hunk.before_end], after[hunk.after_start : hunk.after_end]
    left = right = 0
    if removed[:1].isalnum() or put[:1].isalnum():
        while _is_in_word(before, hunk.before_start - left - 1):
            left += 1
    if removed[-1:].isalnum() or put[-1:].isalnum():
        while _is_in_word(before, hunk.before_end + right):
            right += 1
    return Hunk(hunk.before_start - left, hunk.before_end + right, hunk.after_start - left, hunk.after_end + right)


def _is_in_word(text: str, place: int) -> bool:
    """Whether a sign is part of a word or number: a letter or figure, or what joins two of them."""
    if not 0 <= place < len(text):
        return False
    return text[place].isalnum() or (
        text[place] in _JOINING and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
    )


def _said(before: str, after: str, hunk: Hunk) -> str:
    """`“nine months” becomes “ten months”`; of words put in, behind which; of a short one, with the one before it."""
    removed = before[hunk.before_start : hunk.before_end].strip()
    put = after[hunk.after_start : hunk.after_end].strip()
    around = before[: hunk.before_start].split()
    behind = f" after “{' '.join(around[-_AROUND:])}”" if around else " at the beginning"
    if not removed:
        return f"“{shortened(put)}” inserted{behind}"
    if not put:
        return f"“{shortened(removed)}” omitted{behind}"
    if around and (len(removed) <= _SHORT or removed[:1].isdigit()) and before[: hunk.before_start].endswith(" "):
        removed, put = (" ".join((*around[-1:], each)) for each in (removed, put))
    return f"“{shortened(removed)}” becomes “{shortened(put)}”"


def _other(remarks: Sequence[str]) -> Iterator[str]:
    return (f"{each[:1].upper()}{each[1:]}" for each in remarks)


def _cells(pair: Pair) -> Iterator[str]:
    """The cells of a table that changed, each by its row and column; where they are many, their rows."""
    block = pair.place.block
    for change in pair.changes:
        if isinstance(change, TableChanged) and isinstance(block, Table) and change.cells:
            rows = [*block.head, *block.rows]
            if len(change.cells) <= _MOST:
                yield from (_cell(cell, rows, len(block.head)) for cell in change.cells)
            else:
                what = "Numbers" if all(map(_is_numbers, change.cells)) else "Words"
                yield f"{what} changed in {len(change.cells)} cells{_rows(change.cells, rows)}"


def _is_numbers(cell: CellChanged) -> bool:
    """Whether nothing but numbers changed."""
    texts = (
        (cell.before[each.before_start : each.before_end], cell.after[each.after_start : each.after_end])
        for each in cell.hunks
    )
    return not any(letter.isalpha() for pair in texts for text in pair for letter in text)


def _rows(cells: Sequence[CellChanged], rows: Sequence[Sequence[Prose]]) -> str:
    """In which rows, from the first to the last."""
    first, last = (curled(rows[each.row[1]][0].text) for each in (cells[0], cells[-1]))
    return (
        f", in the row that begins “{first}”" if first == last else f", from the row that begins “{first}” to “{last}”"
    )


def _cell(cell: CellChanged, rows: Sequence[Sequence[Prose]], heads: int) -> str:
    row, column = cell.row[1], cell.column[1]
    head = rows[0][column].text if heads and row >= heads else ""
    place = f"row “{rows[row][0].text}”" + (f", column “{head}”" if head else "")
    changes = "; ".join(_changed(cell.before, cell.after, cell.hunks))
    return f"{curled(place)}: {changes}"


def _no_effect(pair: Pair) -> str:
    return "" if pair.has_effect else "Of no legal effect"
