"""Redlines of a case's files, in each form."""

from collections.abc import Sequence
from datetime import date

from secc.code.digest import code_digest, digest
from secc.code.from_syntax import from_syntax
from secc.code.model import Document
from secc.compare import compare_codes
from secc.document.redline import Texts, redline
from secc.document.redline_model import Described, Edition, Redline
from secc.ids import Address
from secc.render.redline_html import body
from secc.render.redline_html_blocks import HtmlLayout
from secc.render.redline_json import to_json
from secc.render.redline_markdown import to_markdown
from secc.render.redline_text import TextLayout, to_text
from secc.source import Source
from secc.syntax import parse


def redline_of(before: Sequence[Document], after: Sequence[Document]) -> Redline:
    """The redline of two states of a Code, as at two days."""
    texts = Texts(
        "the Code",
        _described(before, date(2016, 11, 8)),
        _described(after, date(2018, 10, 1)),
        {each.id: _edition(each) for each in before},
        {each.id: _edition(each) for each in after},
    )
    return redline(compare_codes(before, after), texts)


def read(path: str, text: str) -> Document:
    """A document from its source."""
    source = Source(path, text)
    return from_syntax(source, parse(source)).document


def of_sources(sources: Sequence[Source]) -> Redline:
    """The redline of the files whose names begin with `before` and those that begin with `after`."""
    before, after = (
        [read(each.path, each.text) for each in sources if each.path.startswith(name)] for name in ("before", "after")
    )
    return redline_of(before, after)


def text(sources: Sequence[Source]) -> str:
    """For the terminal, without colour."""
    return _without_digests(to_text(of_sources(sources), TextLayout()))


def markdown(sources: Sequence[Source]) -> str:
    """In Markdown."""
    return _without_digests(to_markdown(of_sources(sources)))


def html(sources: Sequence[Source]) -> str:
    """The documents as HTML, without what stands around them."""
    made = body(of_sources(sources), HtmlLayout())
    start = made.index("</table>\n", made.index('<section class="document">')) + len("</table>\n")
    return made[start:].removesuffix("</section>\n</main>\n")


def json(sources: Sequence[Source]) -> str:
    """As JSON."""
    return _without_digests(to_json(of_sources(sources)).decode())


def _without_digests(made: str) -> str:
    """Only the first letters of each digest: the rest is pinned elsewhere."""
    pieces = made.split("sec1:")
    return pieces[0] + "".join(f"sec1:{piece[:4]}…{piece[64:]}" for piece in pieces[1:])


def _described(documents: Sequence[Document], day: date) -> Described:
    whole = code_digest((Address(each.id), digest(each)) for each in documents)
    return Described(said=f"as at {day.day}.{day.month}.{day.year}", day=day, known=None, digest=whole)


def _edition(document: Document) -> Edition:
    return Edition(printed=document.id.printed, version="2.0", digest=digest(document))
