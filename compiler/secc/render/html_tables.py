"""Tables as HTML."""

from collections.abc import Callable

from secc.document.model import Runs, TablePart
from secc.render.escaping import escape

_Words = Callable[[Runs], str]


def table(part: TablePart, words: _Words, claim: Callable[[str], str]) -> str:
    """A table in a container that scrolls sideways, reachable from the keyboard.

    Where the corner of the head is empty, the first cell of each row is the row's heading.
    """
    rows_have_heads = bool(part.head) and not part.head[0][0]
    head = "".join(_row(row, words, _head_cell) for row in part.head)
    body = "".join(_row(row, words, _headed_cell if rows_have_heads else _cell) for row in part.rows)
    thead = f"<thead>\n{head}</thead>\n" if head else ""
    tbody = f"<tbody>\n{body}</tbody>\n" if body else ""
    caption, label = _caption(part.caption, words, claim)
    return (
        f'<div class="scroll table" role="region" tabindex="0" {label}>\n'
        f"<table>\n{caption}{thead}{tbody}</table>\n</div>\n"
    )


def _caption(caption: Runs, words: _Words, claim: Callable[[str], str]) -> tuple[str, str]:
    """The caption, and the attribute by which the container is named after it."""
    if not caption:
        return "", 'aria-label="Table"'
    identifier = escape(claim("table"))
    return f'<caption id="{identifier}">{words(caption)}</caption>\n', f'aria-labelledby="{identifier}"'


def _row(row: tuple[Runs, ...], words: _Words, cell: Callable[[str, int], str]) -> str:
    return "<tr>\n" + "".join(cell(words(each), place) for place, each in enumerate(row)) + "</tr>\n"


def _head_cell(words: str, _: int) -> str:
    return f'<th scope="col">{words}</th>\n' if words else "<td></td>\n"


def _headed_cell(words: str, place: int) -> str:
    return f'<th scope="row">{words}</th>\n' if place == 0 and words else _cell(words, place)


def _cell(words: str, _: int) -> str:
    return f"<td>{words}</td>\n"
