"""Which pages a document has.

A Section has a page for each sub-section, and one that lists them, however short it is: its addresses are the ones
that are known by heart (/H14/), and they are not to change as it grows. A Schedule or Appendix is one page until it
is long; so is an annex, a part or an inner document of a document that has several pages.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from secc.document.model import ClausePart, DisplayDocument, DivisionPart, Part, SubSectionPart
from secc.document.parts import all_parts
from secc.ids import Address, DocumentKind
from secc.render.plain import titled
from secc.site.naming import names_its_section, own_name, unique

LONG = 25
"""A Schedule, Appendix or annex with more clauses than this has a page for each sub-section."""

RESERVED = (
    "404.html", "about", "api", "as-at", "assets", "compare", "files", "id", "in-flight", "instruments", "not-yet",
    "search", "terms", "timeline", "versions",
)  # fmt: skip
"""Addresses of the site's own, which no document can have."""


class PlannedPage(Struct, frozen=True):
    """A page of a document. `url` is relative to the home page and ends in a slash.

    `parts` are what its article holds; `below` are the pages that it lists. `number` is `H14`, `Annex A`,
    `Section H`; an inner document has none.
    """

    document: DisplayDocument
    address: Address
    url: str
    number: str
    title: str
    parts: tuple[Part, ...]
    below: tuple["PlannedPage", ...]

    def walk(self) -> Iterator["PlannedPage"]:
        """This page and those below it, in the order of the document."""
        yield self
        for page in self.below:
            yield from page.walk()


def plan(documents: Sequence[DisplayDocument]) -> tuple[PlannedPage, ...]:
    """The first page of each document, with those below it. No two pages have one address."""
    planner = _Planner()
    return tuple(planner.document(each) for each in documents)


def pages_above(documents: Iterable[PlannedPage]) -> Mapping[str, tuple[PlannedPage, ...]]:
    """By the address of each page, those above it, the first page of the document first, and itself."""
    found: dict[str, tuple[PlannedPage, ...]] = {}
    for page in (each for first in documents for each in first.walk()):
        own = found[page.url] = (*found.get(page.url, ()), page)
        found |= {each.url: own for each in page.below}
    return found


class _Planner:
    """Gives out addresses, each once: of two sub-sections with one number, the second is at `H14~2/`."""

    def __init__(self) -> None:
        self._taken = set(RESERVED)

    def document(self, document: DisplayDocument) -> PlannedPage:
        """The pages of a document."""
        identity = document.id
        url = unique(own_name(identity), self._taken) + "/"
        pages = [part for part in document.parts if isinstance(part, SubSectionPart | DivisionPart)]
        split = bool(pages) and (identity.kind is DocumentKind.SECTION or _is_long(document.parts))
        return PlannedPage(
            document=document,
            address=Address(identity),
            url=url,
            number=identity.printed,
            title=titled(document.title),
            parts=_left(document.parts) if split else document.parts,
            below=tuple(self._page(document, part, url) for part in pages) if split else (),
        )

    def _page(self, document: DisplayDocument, part: SubSectionPart | DivisionPart, above: str) -> PlannedPage:
        url = unique(_url(document, part, above), self._taken) + "/"
        inside = [each for each in part.parts if isinstance(each, SubSectionPart | DivisionPart)]
        split = isinstance(part, DivisionPart) and bool(inside) and _is_long(part.parts)
        shown: Part = part
        if split and isinstance(part, DivisionPart):
            shown = DivisionPart(part.address, part.name, part.title, _left(part.parts))
        return PlannedPage(
            document=document,
            address=part.address,
            url=url,
            number=part.name if isinstance(part, DivisionPart) else part.number,
            title=titled(part.title),
            parts=(shown,),
            below=tuple(self._page(document, each, url) for each in inside) if split else (),
        )


def _url(document: DisplayDocument, part: SubSectionPart | DivisionPart, above: str) -> str:
    """Below the page above it, but for the sub-sections of a Section, whose numbers say where they belong."""
    step = part.address.path[-1]
    own = len(part.address.path) == 1 and isinstance(part, SubSectionPart) and names_its_section(document.id, step)
    return step if own else above + step


def _is_long(parts: Sequence[Part]) -> bool:
    return sum(isinstance(part, ClausePart) for part in all_parts(parts)) > LONG


def _left(parts: Sequence[Part]) -> tuple[Part, ...]:
    """What stays on the page that lists the others."""
    return tuple(part for part in parts if not isinstance(part, SubSectionPart | DivisionPart))
