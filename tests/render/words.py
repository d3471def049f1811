"""The words of a document, taken from four places that are to agree: its sources, its parts, its text, its HTML."""

from collections.abc import Iterator

from lxml import html as parser

from secc.code.model import (
    AnyBlock,
    Attachment,
    Clause,
    CodeBlock,
    Division,
    Document,
    Figure,
    Footnote,
    Formula,
    Note,
    Paragraph,
    Prose,
    SubSection,
)
from secc.code.walk import placed, prose_in
from secc.syntax.marks import FootnoteCall

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def in_source(document: Document) -> list[str]:
    """What a document says, as its author wrote it, and the words that are printed for it: `Section H`, `Note:`."""
    said = [f"{document.id.printed}:", _prose(document.title)]
    known_as = document.attribute("known-as")
    title = said[-1].removeprefix(f"{document.id.printed}: ")
    if known_as and known_as != title and f"({known_as})" not in title:
        said.append(f"({known_as})")
    for each in placed(document):
        said += [_label(each.block), *map(_prose, prose_in(each.block)), _rest(each.block)]
    return _words(" ".join(said))


def in_text(text: str) -> list[str]:
    """The words of plain text, without the signs that stand for bullets and the lines of tables."""
    return [word for word in _words(text) if word != "•" and ("---" not in word or set(word) - set("-+"))]


def in_html(html: str) -> list[str]:
    """The words of HTML, with the LaTeX of each formula and the words that stand for each picture.

    What the site says of the text is left out.
    """
    root = parser.fragment_fromstring(html, create_parent="div")
    for each in list(root.iter("math", "img")):
        _replace(each, each.get("alttext") if each.tag == "math" else f"[{each.get('alt')}]")
    for each in list(root.find_class("apparatus")):
        _replace(each, "")
    return _words(str(root.text_content()))


def _words(text: str) -> list[str]:
    """With straight quotation marks, and without upright bars, which stand between the cells of tables."""
    return [word for word in text.translate(_STRAIGHT).split() if word != "|"]


def _replace(element: parser.HtmlElement, words: str | None) -> None:
    """Put words in the place of an element."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    words = f"{words or ''}{element.tail or ''}"
    if before is not None:
        before.tail = (before.tail or "") + words
    else:
        parent.text = (parent.text or "") + words
    parent.remove(element)


def _label(block: AnyBlock) -> str:
    match block:
        case Clause(label=label) | SubSection(label=label) | Paragraph(written=label):
            return label
        case Division(kind=kind, label=label) if kind != "document":
            return f"{kind.capitalize()} {label}"
        case Note():
            return "Note:"
        case Footnote(label=label):
            return f"[{label}]"
        case _:
            return ""


def _rest(block: AnyBlock) -> str:
    match block:
        case Formula(latex=words) | CodeBlock(text=words):
            return words
        case Figure(alt=alt):
            return f"[{alt}]"
        case Attachment(path=path, title=title):
            return title or path.rpartition("/")[2]
        case _:
            return ""


def _prose(prose: Prose) -> str:
    return "".join(_pieces(prose))


def _pieces(prose: Prose) -> Iterator[str]:
    start = 0
    for mark in prose.marks:
        if isinstance(mark, FootnoteCall):
            yield prose.text[start : mark.start]
            yield f"[{mark.label}]"
            start = mark.start
    yield prose.text[start:]
