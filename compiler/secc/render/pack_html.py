"""The summary of a pack as a page, whose links lead to the files beside it."""

from collections.abc import Iterable, Sequence

from secc.document.formal_model import Paper
from secc.document.model import AnyRun, HeadingPart, Part, Run, Runs, Style, TablePart, TextPart, ToWeb
from secc.render.escaping import escape
from secc.render.formal_html import page
from secc.render.plain import plain

_ELEMENTS = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.CODE: "code"}


def to_page(paper: Paper) -> str:
    """The page. It takes headings, paragraphs and tables, which is all that a summary has."""
    (chapter,) = paper.chapters
    body = f"<h1>{escape(plain(chapter.title))}</h1>\n{''.join(map(_block, chapter.parts))}"
    return page(paper.title, chapter.lines, f"<main>\n{body}</main>\n", "broad")


def _block(part: Part) -> str:
    match part:
        case HeadingPart(level=level, words=words):
            return f"<h{level + 1}>{_words(words)}</h{level + 1}>\n"
        case TextPart(words=words):
            return f"<p>{_words(words)}</p>\n"
        case TablePart():
            return _table(part)
        case _:
            raise AssertionError(f"a summary has no {type(part).__name__}")


def _table(part: TablePart) -> str:
    heads = [plain(cell) for row in part.head for cell in row]
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    above = f"<thead>\n<tr>{head}</tr>\n</thead>\n" if heads else ""
    rows = "".join(f"<tr>{_row(row, heads)}</tr>\n" for row in part.rows)
    return f'<div class="scroll" tabindex="0">\n<table>\n{above}<tbody>\n{rows}</tbody>\n</table>\n</div>\n'


def _row(cells: Iterable[Runs], heads: Sequence[str]) -> str:
    """The cells; of a table without a head, the first is that of its row."""
    first, *others = cells
    if not heads:
        rest = "".join(f"<td>{_words(cell)}</td>" for cell in others)
        return f'<th scope="row">{_words(first)}</th>{rest}'
    named = zip(heads, (first, *others), strict=True)
    return "".join(f'<td data-head="{escape(head)}">{_words(cell)}</td>' for head, cell in named)


def _words(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: AnyRun) -> str:
    if not isinstance(run, Run):
        return escape(plain((run,)))
    words = escape(run.text)
    for style in run.styles:
        words = f"<{_ELEMENTS[style]}>{words}</{_ELEMENTS[style]}>"
    return f'<a href="{escape(run.target.href)}">{words}</a>' if isinstance(run.target, ToWeb) else words
