"""Whole Word files."""

from collections.abc import Iterable, Sequence
from datetime import date

from secc.document.model import DisplayDocument, Run
from secc.document.redline_model import DocumentRedline, Redline
from secc.render.docx import from_display
from secc.render.docx.ends import settled
from secc.render.docx.from_redline import FromRedline
from secc.render.docx.margins import footer, header, section
from secc.render.docx.parts import DECLARATION, NAMESPACE, PACKAGE, package
from secc.render.docx.sheet import Line, Mark, Piece, Setting
from secc.render.docx.styles import styles
from secc.render.docx.tracked import Tracked, Tracking
from secc.render.docx.words import escaped
from secc.render.plain import titled
from secc.render.redline_said import NOTHING, SideSaid, sides, texts, title, unchanged_documents

_FOOT = "footer1"
_HOW = "Changes are tracked: accept all for the later text, reject all for the earlier one."
_SETTINGS = (
    f'{DECLARATION}<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat></w:settings>'
)
_NOTHING = Line(Setting("Normal"), (Piece(Mark.NONE, (Run(f"{NOTHING.capitalize()}."),)),))


def to_docx(redline: Redline, tracking: Tracking) -> bytes:
    """A redline as a Word file, each document in a section of its own, whose running head says what it is."""
    laid = FromRedline(redline)
    writer = Tracked(tracking)
    bodies = [writer.body(settled([*laid.sheets(each.blocks)])) for each in redline.documents]
    heads = [_head(redline, each) for each in redline.documents]
    if not redline.documents:
        bodies, heads = [writer.body([_NOTHING])], [header(title(redline), _lines(texts(redline)))]
    foot = " ".join(filter(None, (_HOW, unchanged_documents(redline).capitalize())))
    return _file(bodies, heads, foot, _properties(title(redline), tracking))


def document_to_docx(document: DisplayDocument, day: date, lines: Sequence[str] = ()) -> bytes:
    """A document as it stands on a day, as a Word file. `lines` stand in its running head, by default its digest."""
    named = f"{document.id.printed}: {titled(document.title)}"
    undone = Tracking("", day)
    body = Tracked(undone).body(from_display.sheets(document))
    return _file([body], [header(named, lines or (document.digest,))], "", _properties(named, undone))


def _head(redline: Redline, document: DocumentRedline) -> str:
    of = document.title if document.title.startswith(redline.of) else f"{redline.of}, in {document.title}"
    return header(f"Redline of {of}", _lines(sides(redline, document)))


def _lines(found: Sequence[SideSaid]) -> list[str]:
    """What each of the texts is, its version and digest."""
    return [f"{each.name.capitalize()}: {each.text}; {each.edition}" for each in found]


def _file(bodies: Sequence[Iterable[str]], heads: Sequence[str], foot: str, properties: str) -> bytes:
    """The file of documents, each with its running head; after each stands an empty paragraph, which has no changes."""
    made: list[str] = []
    for number, body in enumerate(bodies, 1):
        made += body
        made.append(_end(section(f"header{number}", _FOOT), is_last=number == len(bodies)))
    around = {"styles.xml": styles(), "settings.xml": _SETTINGS, f"{_FOOT}.xml": footer(foot)}
    around |= {f"header{number}.xml": head for number, head in enumerate(heads, 1)}
    document = f'{DECLARATION}<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(made)}</w:body></w:document>'
    return package(document, around, properties)


def _end(page: str, *, is_last: bool) -> str:
    style = '<w:pStyle w:val="End"/>'
    if is_last:
        return f"<w:p><w:pPr>{style}</w:pPr></w:p>{page}"
    return f"<w:p><w:pPr>{style}{page}</w:pPr></w:p>"


def _properties(what: str, tracking: Tracking) -> str:
    author = f"<dc:creator>{escaped(tracking.author)}</dc:creator>" if tracking.author else ""
    written = f'xsi:type="dcterms:W3CDTF">{tracking.day.isoformat()}T00:00:00Z</dcterms:'
    day = f"<dcterms:created {written}created><dcterms:modified {written}modified>"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(what)}</dc:title>{author}{day}</cp:coreProperties>"
    )
