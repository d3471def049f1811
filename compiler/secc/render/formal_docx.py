"""A paper as a Word file, each of its chapters in a section of its own with a running head."""

from collections.abc import Iterator
from datetime import date

from secc.document.formal_model import Chapter, Paper
from secc.document.model import AnyRun, Run
from secc.render.docx.drawings import Drawings
from secc.render.docx.from_display import FromDisplay
from secc.render.docx.making import pages_to_docx
from secc.render.docx.margins import header
from secc.render.docx.parts import properties
from secc.render.docx.sheet import Line, Mark, Piece, Setting, Sheet
from secc.render.imprint import Pictures


def to_docx(paper: Paper, foot: str, day: date | None, pictures: Pictures) -> bytes:
    """The paper; `foot` stands below every page, and `day` is what the file bears."""
    drawings = Drawings(pictures)
    laid = FromDisplay(drawings, {})
    pages = [(header(each.head, each.lines), [*_sheets(each, laid)]) for each in paper.chapters]
    return pages_to_docx(pages, foot, properties(paper.title, "", day), drawings.media)


def _sheets(chapter: Chapter, laid: FromDisplay) -> Iterator[Sheet]:
    named: tuple[AnyRun, ...] = (Run(f"{chapter.name}: "),) if chapter.name else ()
    yield Line(Setting("Title"), (Piece(Mark.NONE, (*named, *chapter.title)),))
    yield from laid.parts(chapter.parts)
