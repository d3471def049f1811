"""The lines of a table, its columns aligned where they fit on a line."""

from collections.abc import Sequence

_WIDEST = 120
"""A table that would be wider than this has one space on each side of a cell's words instead."""


def table_lines(rows: Sequence[Sequence[str]], rule: int, column: int) -> list[str]:
    """The rows, with a rule below the first `rule` of them; none where it is 0. The table stands at `column`."""
    count = max((len(row) for row in rows), default=0)
    filled = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(3, *(len(row[place]) for row in filled)) for place in range(count)]
    if column + sum(widths) + 3 * count + 1 > _WIDEST:
        widths = [0] * count
    lines = [_line(row, widths) for row in filled]
    if rule:
        lines.insert(rule, _line(["-" * max(3, width) for width in widths], widths))
    return lines


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "|" + "".join(f" {cell.ljust(width)} |" for cell, width in zip(cells, widths, strict=True))
