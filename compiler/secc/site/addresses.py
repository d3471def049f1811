"""Where everything stands on the site: each provision's page and `id`, and each footnote's."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from secc.document.model import DivisionPart, FootnotePart, FootnoteRun, Part, SubSectionPart, TextPart
from secc.document.parts import address_of, all_parts, words_of
from secc.ids import Address, DocumentId
from secc.site.naming import id_of, unique, up
from secc.site.noted import Notes
from secc.site.parted import document_of, in_parts
from secc.site.plan import PlannedPage
from secc.site.provision_plan import PlannedProvision


class Place(Struct, frozen=True):
    """A page and an `id` on it; an empty `id` is the page as a whole."""

    url: str
    identifier: str

    def seen_from(self, url: str) -> str:
        """The link from another page, relative; from the same page it is a fragment where it can be."""
        if url == self.url and self.identifier:
            return f"#{self.identifier}"
        return up(url) + self.url + (f"#{self.identifier}" if self.identifier else "")


class Addresses(Struct, frozen=True):
    """Places, looked up by address. Of two provisions with one address, the first has it.

    `unnumbered` are the paragraphs without a number in a document, a sub-section or an annex itself; `pages` are the
    pages that clauses have of their own.
    """

    places: Mapping[Address, Place]
    parts: Mapping[Address, Part]
    unnumbered: Mapping[Address, tuple[TextPart, ...]]
    identifiers: Mapping[Address, str]
    footnotes: Mapping[tuple[DocumentId, str], str]
    calls: Mapping[tuple[DocumentId, str], str]
    pages: Mapping[Address, str]

    def noted(self, notes: Notes) -> "Addresses":
        """The same, noting what they are asked."""
        return Addresses(
            places=notes.add("places", in_parts(self.places, Address, document_of)),
            parts=notes.of("parts", self.parts, Address),
            unnumbered=notes.add("unnumbered", in_parts(self.unnumbered, Address, document_of)),
            identifiers=notes.add("identifiers", in_parts(self.identifiers, Address, document_of)),
            footnotes=notes.of("footnotes", self.footnotes, tuple[DocumentId, str]),
            calls=notes.of("calls", self.calls, tuple[DocumentId, str]),
            pages=notes.add("pages", in_parts(self.pages, Address, document_of)),
        )


class _Found(Struct, frozen=True):
    """What was found so far."""

    places: dict[Address, Place] = field(default_factory=dict)
    parts: dict[Address, Part] = field(default_factory=dict)
    unnumbered: dict[Address, tuple[TextPart, ...]] = field(default_factory=dict)
    identifiers: dict[Address, str] = field(default_factory=dict)
    footnotes: dict[tuple[DocumentId, str], str] = field(default_factory=dict)
    calls: dict[tuple[DocumentId, str], str] = field(default_factory=dict)


def addresses(documents: Iterable[PlannedPage], provisions: Iterable[PlannedProvision] = ()) -> Addresses:
    """The places of everything on the pages of documents, and the pages of clauses."""
    found = _Found()
    for first in documents:
        taken: set[str] = set()
        for page in first.walk():
            _add_page(page, found, taken)
    pages = {each.address: each.url for each in provisions}
    return Addresses(
        found.places, found.parts, found.unnumbered, found.identifiers, found.footnotes, found.calls, pages
    )


def _add_page(page: PlannedPage, found: _Found, taken: set[str]) -> None:
    found.places.setdefault(page.address, Place(page.url, ""))
    _add_unnumbered(page.address, page.parts, found)
    for part in all_parts(page.parts):
        address = address_of(part)
        if address is not None and address not in found.identifiers:
            identifier = unique(id_of(address.path), taken)
            found.identifiers[address] = identifier
            found.places.setdefault(address, Place(page.url, identifier))
            found.parts[address] = part
            if isinstance(part, DivisionPart | SubSectionPart):
                _add_unnumbered(address, part.parts, found)
        _add_footnotes(page, part, found)


def _add_unnumbered(address: Address, parts: tuple[Part, ...], found: _Found) -> None:
    texts = tuple(each for each in parts if isinstance(each, TextPart))
    if texts:
        found.unnumbered.setdefault(address, texts)


def _add_footnotes(page: PlannedPage, part: Part, found: _Found) -> None:
    if isinstance(part, FootnotePart):
        found.footnotes.setdefault((page.document.id, part.label), page.url)
    for runs in words_of(part):
        for run in runs:
            if isinstance(run, FootnoteRun):
                found.calls.setdefault((page.document.id, run.label), page.url)
