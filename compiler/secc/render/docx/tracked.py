"""Paragraphs, tables and the marks of changes as WordprocessingML.

ECMA-376, part 1, 17.13.5. Every mark has a number of its own, author and day. What is deleted is `w:delText`. The end
of a paragraph is marked in its own properties, a row in its, and a column in those of each of its cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import count, groupby
from typing import assert_never

from msgspec import Struct

from secc.render.docx.escaping import escaped
from secc.render.docx.kinds import CELL, FORMULA, HEAD_CELL
from secc.render.docx.leads import anchored, drawing, entry, equation
from secc.render.docx.sheet import Cell, Drawing, Entry, Equation, Grid, Line, Mark, Piece, Row, Setting, Sheet
from secc.render.docx.widths import widths
from secc.render.docx.words import display, runs_xml

_LATER = 2
"""Minutes: LibreOffice takes for one what is up to one apart."""
_CELL_MARKS = {Mark.INSERTED: "cellIns", Mark.DELETED: "cellDel"}


class Tracking(Struct, frozen=True):
    """Who is said to have made the changes, and on what day."""

    author: str
    day: date


class Tracked:
    """Writes the body of one file, whose marks are numbered together."""

    def __init__(self, tracking: Tracking) -> None:
        author, day = escaped(tracking.author), tracking.day.isoformat()
        self._by = f' w:author="{author}" w:date="{day}T00:00:00Z"'
        self._by_later = f' w:author="{author}" w:date="{day}T00:{_LATER:02}:00Z"'
        self._numbers = count(1)

    def body(self, sheets: Iterable[Sheet]) -> Iterator[str]:
        """The XML of paragraphs and tables. The range of a move goes on into the paragraph after it."""
        around, closing = ("", 0), ""
        for sheet in sheets:
            edge = ""
            here = _range_of(sheet)
            if here != around:
                edge = closing
                closing = ""
                if here[1]:
                    opening, closing = self._range(*here)
                    edge += opening
                around = here
            yield self._line(sheet, edge) if isinstance(sheet, Line) else edge + self._other(sheet)
        yield closing

    def _other(self, sheet: Grid | Drawing | Equation | Entry) -> str:
        match sheet:
            case Grid():
                return self._grid(sheet)
            case Drawing():
                return drawing(sheet, next(self._numbers))
            case Equation():
                return equation(sheet)
            case Entry():
                return entry(sheet)
            case _:
                assert_never(sheet)

    def _range(self, name: str, move: int) -> tuple[str, str]:
        number = next(self._numbers)
        opening = f'<w:{name}Start w:id="{number}"{self._by} w:name="move{move}"/>'
        return opening, f'<w:{name}End w:id="{number}"/>'

    def _mark(self, mark: Mark) -> str:
        return f'<w:{mark.value} w:id="{next(self._numbers)}"{self._by}/>'

    def _line(self, line: Line, edge: str = "") -> str:
        end = f"<w:rPr>{self._mark(line.end)}</w:rPr>" if line.end is not Mark.NONE else ""
        change = ""
        if line.formerly is not None:
            before = f"<w:pPr>{_setting(line.formerly)}</w:pPr>"
            change = f'<w:pPrChange w:id="{next(self._numbers)}"{self._by}>{before}</w:pPrChange>'
        properties = f"{_setting(line.setting)}{end}{change}"
        words = self._pieces(line)
        if line.anchor:
            words = anchored(line.anchor, next(self._numbers), words)
        return f"<w:p><w:pPr>{properties}</w:pPr>{edge}{words}</w:p>"

    def _pieces(self, line: Line) -> str:
        if len(line.pieces) == 1 and line.pieces[0].mark is Mark.NONE:
            runs = line.pieces[0].runs
            return display(runs) if line.setting.style == FORMULA else runs_xml(runs)
        made = []
        by = self._by_later if line.later else self._by
        for mark, together in groupby(line.pieces, key=_mark_of):
            words = "".join(runs_xml(each.runs, mark) for each in together)
            if mark is Mark.NONE or not words:
                made.append(words)
            else:
                name = f"w:{mark.value}"
                made.append(f'<{name} w:id="{next(self._numbers)}"{by}>{words}</{name}>')
        return "".join(made)

    def _grid(self, grid: Grid) -> str:
        columns = widths(grid)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{grid.left}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        ruled = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        rows = "".join(self._row(row, columns) for row in grid.rows)
        return f"<w:tbl>{properties}<w:tblGrid>{ruled}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, row: Row, columns: Sequence[int]) -> str:
        missing = len(columns) - len(row.cells)
        after = f'<w:gridAfter w:val="{missing}"/>' if missing else ""
        head = "<w:tblHeader/>" if row.head else ""
        mark = self._mark(row.mark) if row.mark is not Mark.NONE else ""
        cells = "".join(self._cell(cell, width, row) for cell, width in zip(row.cells, columns, strict=False))
        return f"<w:tr><w:trPr>{after}<w:cantSplit/>{head}{mark}</w:trPr>{cells}</w:tr>"

    def _cell(self, cell: Cell, width: int, row: Row) -> str:
        mark = ""
        if cell.mark is not Mark.NONE:
            mark = f'<w:{_CELL_MARKS[cell.mark]} w:id="{next(self._numbers)}"{self._by}/>'
        words = self._line(Line(HEAD_CELL if row.head else CELL, cell.pieces))
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{mark}</w:tcPr>{words}</w:tc>'


def _range_of(sheet: Sheet) -> tuple[str, int]:
    """What encloses a paragraph that moved, and the number of the move."""
    if not isinstance(sheet, Line) or not sheet.move:
        return "", 0
    is_new = any(not each.mark.in_old for each in sheet.pieces) if sheet.pieces else not sheet.end.in_old
    return "moveToRange" if is_new else "moveFromRange", sheet.move


def _mark_of(piece: Piece) -> Mark:
    return piece.mark


@cache
def _setting(setting: Setting) -> str:
    place = f'<w:ind w:left="{setting.left}" w:hanging="{setting.hanging}"/>' if setting.left else ""
    return f'<w:pStyle w:val="{setting.style}"/>{place}'
