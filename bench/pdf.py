"""Text to PDF, against WeasyPrint on the same words: tagged, with bookmarks, contents with pages, and running heads."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from msgspec import Struct, json

from bench.table import Row
from bench.usage import run
from secc.code.load import NoCache, load
from secc.document import from_resolved
from secc.document.model import DisplayDocument
from secc.history import Folder
from secc.ids import Address
from secc.render.html import to_html
from secc.render.imprint import Imprint, named
from secc.resolve import resolve

IMPRINT = Imprint(code="The Code", said="as at 1 October 2018", day=date(2018, 10, 1), digest="sec1:0", versions={})
_TEXTS = {"one document": ("section-H", 5), "the whole sample Code": ("", 1)}
"""What a text is: the document (none for all), and how often both are run."""
_STYLE = """
@page { size: A4; margin: 3.1cm 2.3cm 2.2cm 2.5cm; @top-left { content: string(head); font-size: 8.6pt }
  @top-right { content: string(clause) } @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
body { font: 9.5pt/1.25 serif; margin: 0 } p, div, table { margin: 0.3em 0 } nav p { margin: 0 }
a { color: inherit; text-decoration: none } .said { margin-left: 44pt }
.clause > .number, .paragraph > .number { position: absolute }
h1 { string-set: head content(); break-before: page; bookmark-level: 1 }
h2 { bookmark-level: 2 } .number { string-set: clause content() } table { border-collapse: collapse }
td, th { border: 1px solid #999; padding: 3px } nav a::after { content: leader(".") target-counter(attr(href), page) }
"""


class Made(Struct, frozen=True):
    """What bench/pdf_ours.py and bench/pdf_weasyprint.py print: CPU seconds, and how many pages there are."""

    seconds: list[float]
    pages: int


class _Page(NamedTuple):
    """Surroundings in which every provision of a document is on the page."""

    document: DisplayDocument

    def provision(self, address: Address) -> str:
        return f"#{address}" if address.document == self.document.id else ""

    def term(self, name: str, address: Address) -> str:  # noqa: ARG002  # ours leads to no terms either
        return ""

    def figure(self, path: str) -> str:
        return path

    def attachment(self, path: str) -> str:  # noqa: ARG002
        return ""

    def footnote(self, label: str) -> str:
        return f"#{self.document.id}-footnote-{label}"

    def call(self, label: str) -> str:
        return f"#{self.document.id}-called-{label}"

    def identifier(self, address: Address) -> str:
        return str(address)

    def apparatus(self, address: Address) -> str:  # noqa: ARG002
        return ""


def rows(root: Path, scratch: Path, peers: Path) -> Iterator[Row]:
    """One row a text."""
    for name, (document, times) in _TEXTS.items():
        page = scratch / "page.html"
        page.write_text(html_of(chosen(root, document)), encoding="utf-8")
        ours: list[str | Path] = [sys.executable, "-m", "bench.pdf_ours", document or "all", str(times)]
        theirs: list[str | Path] = [peers / "python", root / "bench" / "pdf_weasyprint.py", page, str(times)]
        us, them = (_run(command, root) for command in (ours, theirs))
        what = f"{name} to tagged PDF ({us[0].pages} pages; the peer's {them[0].pages})"
        yield Row(what, median(us[0].seconds), us[1], "WeasyPrint", median(them[0].seconds), them[1])


def chosen(root: Path, document: str) -> list[DisplayDocument]:
    """A document of the sample, or all of them."""
    code = resolve(load(Folder(root / "sec-source"), NoCache()))
    found = [from_resolved(each, code.terms) for each in code.documents]
    return [each for each in found if document in ("", "all", str(each.id))]


def html_of(documents: Sequence[DisplayDocument]) -> str:
    """The documents as one page of HTML with contents, as WeasyPrint takes it."""
    contents, bodies = [], []
    for document in documents:
        made = to_html(document.parts, _Page(document), rank=2)
        title = escape(named(document))
        contents.append(f'<p><a href="#{document.id}">{title}</a></p>')
        listed = [each for each in made.outline if each.identifier and each.number]
        contents += [
            f'<p><a href="#{escape(each.identifier)}">{escape(each.number)} {escape(each.words)}</a></p>'
            for each in listed
        ]
        bodies.append(f'<h1 id="{document.id}">{title}</h1>{made.text}')
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{IMPRINT.code}</title><style>{_STYLE}</style></head>"
        f"<body><nav>{''.join(contents)}</nav>{''.join(bodies)}</body></html>"
    )


def _run(command: list[str | Path], root: Path) -> tuple[Made, float]:
    usage = run(command, root)
    return json.decode(usage.printed, type=Made), usage.peak_megabytes


if __name__ == "__main__":
    repository = Path(__file__).resolve().parents[1]
    with TemporaryDirectory() as place:
        for row in rows(repository, Path(place), repository / "build" / "bench-venv" / "bin"):
            print(row.line, flush=True)
