"""Tables in plain text: in columns where they fit, otherwise row by row."""

from collections.abc import Iterator
from textwrap import wrap

from secc.document.model import Runs, TablePart
from secc.render.plain import plain

_BETWEEN = " | "
_NARROWEST = 3
_Row = tuple[str, ...]


def table(part: TablePart, width: int) -> Iterator[str]:
    """The lines of a table; a rule of hyphens stands below its head."""
    head, rows = [_cells(row) for row in part.head], [_cells(row) for row in part.rows]
    widths = [max(_NARROWEST, *map(len, column)) for column in zip(*head, *rows, strict=True)]
    if sum(widths) + len(_BETWEEN) * (len(widths) - 1) <= width:
        yield from (_columns(row, widths) for row in head)
        if head:
            yield "-+-".join("-" * each for each in widths)
        yield from (_columns(row, widths) for row in rows)
    else:
        yield from _by_row(head, width)
        if head:
            yield "-" * width
        yield from _by_row(rows, width)


def _cells(row: tuple[Runs, ...]) -> _Row:
    return tuple(" ".join(plain(cell).split()) for cell in row)


def _columns(row: _Row, widths: list[int]) -> str:
    return _BETWEEN.join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip()


def _by_row(rows: list[_Row], width: int) -> Iterator[str]:
    for row in rows:
        yield from wrap(
            _BETWEEN.join(row), width, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        )
