"""A paper, or a document as it stands, as one page of HTML that needs nothing else: no script, and its own style."""

from base64 import b64encode
from collections.abc import Sequence
from importlib.resources import files

from secc.document.formal_model import Chapter, Paper
from secc.document.model import DisplayDocument
from secc.ids import Address
from secc.reading.pictures import withheld
from secc.render.escaping import escape
from secc.render.html import Html, to_html
from secc.render.html_runs import CALL_PREFIX, NOTE_PREFIX, fragment
from secc.render.imprint import Imprint, Pictures, named
from secc.render.plain import titled

_NAMING = (' id="', ' aria-labelledby="', ' href="#')
"""What stands before an `id` in HTML, in which every quotation mark of a text is escaped."""
_FORMS = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}


def to_page(paper: Paper, pictures: Pictures) -> str:
    """The paper, its chapters one below the other."""
    bodies = "<hr>\n".join(_chapter(each, place, pictures) for place, each in enumerate(paper.chapters, 1))
    lines = paper.chapters[0].lines if paper.chapters else ()
    return page(paper.title, lines, f"<main>\n{bodies}</main>\n")


def document_to_page(document: DisplayDocument, imprint: Imprint, pictures: Pictures) -> str:
    """A document as it stands, with what it is said above it."""
    lines = (imprint.code, f"{imprint.text} · {imprint.edition(document)}")
    words = to_html(document.parts, Alone(document, pictures), 2).text
    return page(named(document), lines, f"<main>\n<h1>{escape(named(document))}</h1>\n{words}</main>\n")


def page(title: str, lines: Sequence[str], body: str, kind: str = "") -> str:
    """The page around a body, which is HTML; `lines` stand above it. A `kind` of page has a style of its own."""
    above = "".join(f"<p>{escape(each)}</p>\n" for each in lines)
    style = files("secc.render").joinpath("formal.css").read_text(encoding="utf-8")
    classed = f' class="{escape(kind)}"' if kind else ""
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body{classed}>\n"
        f"<header>\n{above}</header>\n{body}</body>\n</html>\n"
    )


def _chapter(chapter: Chapter, place: int, pictures: Pictures) -> str:
    words = ": ".join(filter(None, (chapter.name, titled(chapter.title))))
    return f"<h1>{escape(words)}</h1>\n{_apart(to_html(chapter.parts, Alone(None, pictures), 2), place)}"


def _apart(made: Html, place: int) -> str:
    """The HTML of a chapter, where what bears an `id` has one that no other chapter has."""
    text = made.text
    for each in sorted(made.identifiers):
        for before in _NAMING:
            text = text.replace(f'{before}{escape(each)}"', f'{before}{place}-{escape(each)}"')
    return text


class Alone:
    """A page that stands alone: it leads to itself only, where it is the text of a document, and holds its pictures."""

    def __init__(self, document: DisplayDocument | None, pictures: Pictures) -> None:
        self._document = document
        self._pictures = pictures

    def provision(self, address: Address) -> str:
        """Within the document alone."""
        identifier = self.identifier(address)
        return f"#{identifier}" if identifier else ""

    def term(self, name: str, address: Address) -> str:  # noqa: ARG002  # where it is defined says it all
        """The same."""
        return self.provision(address)

    def figure(self, path: str) -> str:
        """The picture itself; nothing where a browser is not to be given it."""
        form, contents = _FORMS.get(path[path.rfind(".") :].lower()), self._pictures(path)
        if form is None or contents is None or withheld(path, contents):
            return ""
        return f"data:{form};base64,{b64encode(contents).decode()}"

    def attachment(self, path: str) -> str:  # noqa: ARG002  # it is not in the page
        """Nothing."""
        return ""

    def footnote(self, label: str) -> str:
        """To its text."""
        return f"#{NOTE_PREFIX}{fragment(label)}" if self._document is not None else ""

    def call(self, label: str) -> str:
        """To where it is called."""
        return f"#{CALL_PREFIX}{fragment(label)}" if self._document is not None else ""

    def identifier(self, address: Address) -> str:
        """As its number, where it stands in the document."""
        if self._document is None or address.document != self._document.id:
            return ""
        return fragment(address.local) if address.path else "x"

    def apparatus(self, address: Address) -> str:  # noqa: ARG002  # nothing is told of provisions here
        """Nothing."""
        return ""
