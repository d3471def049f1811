"""Whole Word files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from secc.compare.pausing import uncollected
from secc.document.model import DisplayDocument, Run
from secc.document.redline_model import DocumentRedline, Redline
from secc.render.docx.drawings import Drawings
from secc.render.docx.ends import settled
from secc.render.docx.from_display import FromDisplay
from secc.render.docx.from_redline import FromRedline
from secc.render.docx.margins import footer, header, section
from secc.render.docx.parts import DECLARATION, ROOT, package, properties, settings
from secc.render.docx.sheet import Entry, Line, Mark, Piece, Setting, Sheet
from secc.render.docx.styles import styles
from secc.render.docx.tracked import Tracked, Tracking
from secc.render.imprint import Imprint, Pictures, named
from secc.render.redline_said import NOTHING, SideSaid, head, sides, texts, title, unchanged_documents

_FOOT = "footer1"
_HOW = "Changes are tracked: accept all for the later text, reject all for the earlier one."
_NO_CHANGES = Tracking("", date(1980, 1, 1))
_FEWEST = 4
"""A document has contents where it has as many headings."""


def redline_to_docx(redline: Redline, tracking: Tracking) -> bytes:
    """A redline as a Word file, each document in a section of its own, whose running head says what it is."""
    with uncollected():
        return _tracked(redline, tracking)


def _tracked(redline: Redline, tracking: Tracking) -> bytes:
    laid = FromRedline(redline)
    writer = Tracked(tracking)
    bodies = [writer.body(settled([*laid.sheets(each.blocks)])) for each in redline.documents]
    heads = [_head(redline, each) for each in redline.documents]
    if not redline.documents:
        nothing = _plain("Normal", f"{NOTHING.capitalize()}.")
        bodies, heads = [writer.body([nothing])], [header(title(redline), _lines(texts(redline)))]
    foot = " ".join(filter(None, (_HOW, unchanged_documents(redline).capitalize())))
    return _file(bodies, heads, footer(foot), properties(title(redline), tracking.author, tracking.day))


def document_to_docx(document: DisplayDocument, imprint: Imprint, pictures: Pictures) -> bytes:
    """A document as it stands, as a Word file, with contents where it has several headings."""
    drawings = Drawings(pictures)
    laid = FromDisplay(drawings, imprint.effect)
    first, *sheets = laid.sheets(document)
    said = (*_about(document, imprint), *imprint.notices, *imprint.effect_of(document))
    about = [_plain("About", each) for each in said]
    listed = _contents(laid.listed[1:]) if len(laid.listed) > _FEWEST else []
    body = Tracked(_NO_CHANGES).body([first, *about, *listed, *sheets])
    about_it = properties(f"{imprint.code}, {named(document)}", "", imprint.day)
    return _file([body], [_standing_head(document, imprint)], footer(imprint.code), about_it, drawings.media)


def code_to_docx(documents: Sequence[DisplayDocument], imprint: Imprint, pictures: Pictures) -> bytes:
    """Several documents as a Word file, each in a section of its own, behind a title page that lists them."""
    drawings = Drawings(pictures)
    laid = FromDisplay(drawings, imprint.effect)
    writer = Tracked(_NO_CHANGES)
    chapters = [_chapter(laid, each, imprint) for each in documents]
    about = [_plain("About", each) for each in (imprint.text, imprint.digest, *imprint.notices)]
    cover = [_plain("Cover", imprint.code), *about, *_contents(laid.listed)]
    bodies = [writer.body(cover), *map(writer.body, chapters)]
    heads = [header(imprint.code, (f"{imprint.text} · {imprint.digest}",))]
    heads += [_standing_head(each, imprint) for each in documents]
    about_it = properties(f"{imprint.code}, the text {imprint.said}", "", imprint.day)
    return _file(bodies, heads, footer(imprint.code), about_it, drawings.media)


def pages_to_docx(
    pages: Sequence[tuple[str, Iterable[Sheet]]], foot: str, about: str, media: Mapping[str, bytes]
) -> bytes:
    """Sheets as a Word file, each of `pages` in a section of its own below its running head; `about` its properties."""
    writer = Tracked(_NO_CHANGES)
    bodies = [writer.body(sheets) for _, sheets in pages]
    return _file(bodies, [head for head, _ in pages], footer(foot), about, media)


def _chapter(laid: FromDisplay, document: DisplayDocument, imprint: Imprint) -> list[Sheet]:
    first, *sheets = laid.sheets(document)
    return [first, *(_plain("About", each) for each in imprint.effect_of(document)), *sheets]


# What is said on every page


def _standing_head(document: DisplayDocument, imprint: Imprint) -> str:
    return header(named(document), (" · ".join(_about(document, imprint)),))


def _about(document: DisplayDocument, imprint: Imprint) -> tuple[str, str]:
    return imprint.text, imprint.edition(document)


def _head(redline: Redline, document: DocumentRedline) -> str:
    return header(head(redline, document), _lines(sides(redline, document)))


def _lines(found: Sequence[SideSaid]) -> list[str]:
    return [each.in_words for each in found]


def _contents(listed: Sequence[Entry]) -> Iterator[Sheet]:
    if listed:
        yield _plain("ContentsHeading", "Contents")
        yield from listed


def _plain(style: str, words: str) -> Line:
    return Line(Setting(style), (Piece(Mark.NONE, (Run(words),)),))


# The file


def _file(
    bodies: Sequence[Iterable[str]],
    heads: Sequence[str],
    foot: str,
    about: str,
    media: Mapping[str, bytes] | None = None,
) -> bytes:
    """The file of documents, each with its running head; after each stands an empty paragraph, which has no changes."""
    made: list[str] = []
    for number, body in enumerate(bodies, 1):
        made += body
        made.append(_end(section(f"header{number}", _FOOT), is_last=number == len(bodies)))
    around = {"styles.xml": styles(), "settings.xml": settings(), f"{_FOOT}.xml": foot}
    around |= {f"header{number}.xml": head for number, head in enumerate(heads, 1)}
    document = f"{DECLARATION}<w:document{ROOT}><w:body>{''.join(made)}</w:body></w:document>"
    return package(document, around, about, media)


def _end(page: str, *, is_last: bool) -> str:
    style = '<w:pStyle w:val="End"/>'
    if is_last:
        return f"<w:p><w:pPr>{style}</w:pPr></w:p>{page}"
    return f"<w:p><w:pPr>{style}{page}</w:pPr></w:p>"
