"""Parts of a document as HTML.

Numbers and labels are printed as text, every word of the display form stands once in the text content, and everything
that came from a source is escaped. What the site adds (permalinks, what refers to a provision) has no words in the
text content but what `Surroundings.apparatus` gives, which is in elements of class `apparatus`.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from msgspec import Struct

from secc.document.model import (
    AttachmentPart,
    BulletPart,
    ClausePart,
    CodePart,
    DefinitionPart,
    DivisionPart,
    FigurePart,
    FootnotePart,
    FormulaPart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Runs,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.document.typography import curled
from secc.ids import Address
from secc.render.escaping import escape
from secc.render.html_runs import NOTE_PREFIX, RunWriter, fragment
from secc.render.html_tables import table
from secc.render.mathml import Display, to_mathml
from secc.render.plain import titled
from secc.render.surroundings import Surroundings

_DEEPEST = 6
_FORMULA = '<div class="scroll formula" role="group" tabindex="0" aria-label="Formula">{}</div>\n'


class Entry(Struct, frozen=True):
    """A heading of the HTML: its rank as in `h2`, its `id`, its number (may be empty) and its words, not escaped."""

    rank: int
    identifier: str
    number: str
    words: str


class Html(Struct, frozen=True):
    """HTML, the headings in it in order, and every `id`."""

    text: str
    outline: tuple[Entry, ...]
    identifiers: frozenset[str]


def to_html(parts: Sequence[Part], around: Surroundings, rank: int = 1) -> Html:
    """Parts as HTML; the highest heading is of the rank given."""
    page = PageWriter(around)
    page.parts(parts, rank)
    return Html("".join(page.pieces), tuple(page.outline), frozenset(page.taken))


class PageWriter:
    """HTML under way. An `id` is given once; a provision whose number stands twice has its own the first time only."""

    def __init__(self, around: Surroundings) -> None:
        self.pieces: list[str] = []
        self.outline: list[Entry] = []
        self.taken: set[str] = set()
        self._around = around
        self._runs = RunWriter(around, self._claim).html

    def parts(self, parts: Sequence[Part], rank: int) -> None:
        """Write parts; neighbouring paragraphs, and bullets, are one list."""
        for kind, group in groupby(parts, key=type):
            before, after = LISTS.get(kind, ("", ""))
            self.pieces.append(before)
            for part in group:
                self._part(part, rank)
            self.pieces.append(after)

    def _part(self, part: Part, rank: int) -> None:
        match part:
            case DivisionPart() | SubSectionPart() | ClausePart() | ParagraphPart() | DefinitionPart():
                self._provision(part, rank)
            case TextPart() | BulletPart() | QuotationPart():
                self._unlabelled(part, rank)
            case HeadingPart() | NotePart() | FootnotePart():
                self._line(part, rank)
            case _:
                self.pieces.append(self._block(part))

    def _provision(
        self, part: DivisionPart | SubSectionPart | ClausePart | ParagraphPart | DefinitionPart, rank: int
    ) -> None:
        identifier = self._identifier(part.address)
        match part:
            case DivisionPart(name=name):
                self._section("division", identifier, name, part, rank)
            case SubSectionPart(number=number):
                self._section("sub-section", identifier, number, part, rank)
            case ClausePart():
                self._clause(part, identifier, rank)
            case ParagraphPart():
                self._paragraph(part, identifier, rank)
            case DefinitionPart():
                self._definition(part, identifier, rank)

    def _section(self, kind: str, identifier: str, number: str, part: DivisionPart | SubSectionPart, rank: int) -> None:
        self.outline.append(Entry(rank, identifier, number, titled(part.title)))
        label = f"{_number(number, identifier)} " if number else ""
        heading = _heading(rank, "", f"{label}{self._runs(part.title)}")
        element = "section" if rank > 1 else "div"  # what has the page's own heading is the article itself
        self.pieces.append(f'<{element} class="{kind}"{_id(identifier)}>\n{heading}')
        self.parts(part.parts, rank + 1)
        self.pieces.append(f"</{element}>\n")

    def _clause(self, part: ClausePart, identifier: str, rank: int) -> None:
        kind = "clause vacant" if part.vacant else "clause"
        self.pieces.append(f'<div class="{kind}"{_id(identifier)}>\n{_number(part.number, identifier)}\n')
        self._said(part.words, part.parts, rank)
        self.pieces.append(f"{self._around.apparatus(part.address)}</div>\n")

    def _paragraph(self, part: ParagraphPart, identifier: str, rank: int) -> None:
        kind = "paragraph vacant" if part.vacant else "paragraph"
        label = _number(part.label, identifier)
        self.pieces.append(f'<div class="{kind}" role="listitem"{_id(identifier)}>\n{label}\n')
        self._said(part.words, part.parts, rank)
        self.pieces.append("</div>\n")

    def _definition(self, part: DefinitionPart, identifier: str, rank: int) -> None:
        self.pieces.append(f'<div class="definition"{_id(identifier)}>\n')
        if identifier:
            about = escape(f"Link to the definition of {part.terms[0]}")
            self.pieces.append(f'<a class="permalink" href="#{escape(identifier)}" aria-label="{about}"></a>\n')
        apparatus = self._around.apparatus(part.address) if part.address is not None else ""
        self._said(part.words, part.parts, rank, frozenset(map(curled, part.terms)))
        self.pieces.append(f"{apparatus}</div>\n")

    def _said(
        self,
        words: Runs,
        parts: tuple[Part, ...],
        rank: int,
        defined: frozenset[str] = frozenset(),
    ) -> None:
        self.pieces.append('<div class="said">\n')
        if words:
            self.pieces.append(f"<p>{self._runs(words, defined)}</p>\n")
        self.parts(parts, rank)
        self.pieces.append("</div>\n")

    def _unlabelled(self, part: TextPart | BulletPart | QuotationPart, rank: int) -> None:
        match part:
            case TextPart(words=words):
                self.pieces.append(f"<p>{self._runs(words)}</p>\n")
            case BulletPart(words=words):
                self.pieces.append(f"<li><p>{self._runs(words)}</p>\n")
            case QuotationPart():
                self.pieces.append("<blockquote>\n")
        self.parts(part.parts, rank)
        match part:
            case BulletPart():
                self.pieces.append("</li>\n")
            case QuotationPart():
                self.pieces.append("</blockquote>\n")

    def _line(self, part: HeadingPart | NotePart | FootnotePart, rank: int) -> None:
        match part:
            case HeadingPart(level=level, words=words):
                title = titled(words)
                identifier = self._claim(f"heading-{fragment(title).lower()}")
                self.outline.append(Entry(rank + level - 1, identifier, "", title))
                self.pieces.append(_heading(rank + level - 1, identifier, self._runs(words)))
            case NotePart(words=words):
                self.pieces.append(f'<aside class="note"><p><b>Note:</b> {self._runs(words)}</p></aside>\n')
            case FootnotePart(label=label, words=words):
                self._footnote(label, words)

    def _footnote(self, label: str, words: Runs) -> None:
        shown, href = escape(label), self._around.call(label)
        identifier = self._claim(NOTE_PREFIX + fragment(label))
        back = f'<a class="back" href="{escape(href)}" aria-label="Back to where footnote {shown} is called"></a>'
        self.pieces.append(
            f'<div class="footnote"{_id(identifier)}><p>[{shown}] {self._runs(words)}{back if href else ""}</p></div>\n'
        )

    def _block(self, part: TablePart | FormulaPart | FigurePart | CodePart | AttachmentPart) -> str:
        match part:
            case TablePart():
                return table(part, self._runs, self._claim)
            case FormulaPart(latex=latex):
                return _FORMULA.format(to_mathml(latex, Display.BLOCK))
            case FigurePart():
                return self._figure(part)
            case CodePart(text=text):
                return f'<pre class="scroll" tabindex="0"><code>{escape(text)}</code></pre>\n'
            case AttachmentPart():
                return self._attachment(part)
            case _:
                assert_never(part)

    def _figure(self, part: FigurePart) -> str:
        source = self._around.figure(part.path)
        if not source:
            return f'<figure class="withheld"><p>[{escape(part.alt)}]</p></figure>\n'
        return f'<figure><img src="{escape(source)}" alt="{escape(part.alt)}"></figure>\n'

    def _attachment(self, part: AttachmentPart) -> str:
        href, name = self._around.attachment(part.path), part.path.rpartition("/")[2]
        words = escape(part.title or name)
        link = f'<a href="{escape(href)}" download="{escape(name)}">{words}</a>' if href else words
        return f'<p class="attachment">{link}</p>\n'

    def _identifier(self, address: Address | None) -> str:
        wanted = self._around.identifier(address) if address is not None else ""
        return self._claim(wanted) if wanted and wanted not in self.taken else ""

    def _claim(self, wanted: str) -> str:
        """An `id` like the one wanted that no other element has; none where the surroundings want none."""
        identifier, times = wanted, 1
        while identifier in self.taken:
            times += 1
            identifier = f"{wanted}~{times}"
        self.taken.add(identifier)
        return identifier


LISTS: dict[object, tuple[str, str]] = {
    ParagraphPart: ('<div class="list" role="list">\n', "</div>\n"),
    BulletPart: ("<ul>\n", "</ul>\n"),
}
"""What stands before and after neighbouring parts of a kind."""


def _id(identifier: str) -> str:
    return f' id="{escape(identifier)}"' if identifier else ""


def _number(number: str, identifier: str) -> str:
    """A number or label; where its provision has an `id`, it is the permalink."""
    shown = escape(number)
    if not identifier:
        return f'<span class="number">{shown}</span>'
    return f'<a class="number" href="#{escape(identifier)}">{shown}</a>'


def _heading(rank: int, identifier: str, words: str) -> str:
    element = f"h{min(rank, _DEEPEST)}"
    return f"<{element}{_id(identifier)}>{words}</{element}>\n"
