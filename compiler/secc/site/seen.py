"""The site as seen from one page: every link of it, relative."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.render.html_runs import CALL_PREFIX, NOTE_PREFIX, fragment
from secc.site.addresses import Addresses, Place
from secc.site.naming import up
from secc.site.noted import Notes
from secc.site.parted import in_parts
from secc.site.published import Published
from secc.site.terms import TermPage


class Web(Struct, frozen=True):
    """Where everything on the site is; of pictures and files that go out with it, the addresses by their paths."""

    addresses: Addresses
    terms: Mapping[tuple[str, Address], Place]
    figures: Mapping[str, str]
    attachments: Mapping[str, str]


def web(addresses: Addresses, terms: tuple[TermPage, ...], published: Published, notes: Notes) -> Web:
    """The places of provisions, terms and files, together, noting what they are asked."""
    places = {
        (meaning.term.name, meaning.term.address): Place(page.url, meaning.identifier)
        for page in terms
        for meaning in page.meanings
    }
    return Web(
        addresses.noted(notes),
        notes.add("terms", in_parts(places, tuple[str, Address], lambda key: key[1].document)),
        notes.of("figures", {path: each.url for path, each in published.figures.items()}, str),
        notes.of("attachments", {path: each.url for path, each in published.attachments.items()}, str),
    )


class SeenFrom(Struct, frozen=True):
    """The surroundings of an excerpt of a document, on a page at `url`.

    An excerpt has no `id` of its own, nor what the site says of its provisions: those are where it was taken from.
    """

    web: Web
    url: str
    document: DocumentId

    def provision(self, address: Address) -> str:
        """The link to a provision."""
        return self._to(self.web.addresses.places.get(address))

    def reading_page(self, address: Address) -> str:
        """The address of the page on which a provision is read with others; empty for what stands nowhere."""
        place = self.web.addresses.places.get(address)
        return place.url if place is not None else ""

    def page(self, address: Address) -> str:
        """The link to the page that a clause has of its own; empty for what has none."""
        url = self.web.addresses.pages.get(address)
        return up(self.url) + url if url is not None else ""

    def term(self, name: str, address: Address) -> str:
        """The link to the meaning of a term."""
        return self._to(self.web.terms.get((name, address)))

    def figure(self, path: str) -> str:
        """The link to a picture."""
        return self._file(self.web.figures.get(path))

    def attachment(self, path: str) -> str:
        """The link to a file."""
        return self._file(self.web.attachments.get(path))

    def footnote(self, label: str) -> str:
        """The link to a footnote's text."""
        url = self.web.addresses.footnotes.get((self.document, label))
        return self._to(Place(url, NOTE_PREFIX + fragment(label)) if url is not None else None)

    def call(self, label: str) -> str:
        """The link to where a footnote is called."""
        url = self.web.addresses.calls.get((self.document, label))
        return self._to(Place(url, CALL_PREFIX + fragment(label)) if url is not None else None)

    def identifier(self, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """None."""
        return ""

    def apparatus(self, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """Nothing."""
        return ""

    def _to(self, place: Place | None) -> str:
        return place.seen_from(self.url) if place is not None else ""

    def _file(self, url: str | None) -> str:
        return up(self.url) + quote(url) if url is not None else ""


class ShownAt(SeenFrom, frozen=True):
    """The surroundings of a document on its own page. `said_of` gives what the site has to say of a provision."""

    said_of: Callable[[Address, SeenFrom], str]

    def identifier(self, address: Address) -> str:
        """The `id` of a provision."""
        return self.web.addresses.identifiers.get(address, "")

    def apparatus(self, address: Address) -> str:
        """What the site has to say of a clause or definition."""
        return self.said_of(address, self)
