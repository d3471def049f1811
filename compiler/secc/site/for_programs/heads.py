"""What the head of each page says of what is beside it, out of mappings that can note what they are asked."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from secc.ids import Address
from secc.site.any_day.day_lists import FOLDER as DAYS
from secc.site.for_programs.atom import NAME as FEED
from secc.site.for_programs.beside import AlternateView, BesideView
from secc.site.for_programs.legislation import InForce, of_provision
from secc.site.for_programs.placing import beside
from secc.site.naming import up
from secc.site.noted import Notes
from secc.site.parted import Followed, Parted, document_of, in_one


class ShownPage(Struct, frozen=True, array_like=True):
    """A page of a document: what it shows, its title without the number, the page that it is part of, its feed."""

    address: Address
    title: str
    outer: str
    feed: str


class Head(Struct, frozen=True, array_like=True):
    """What is beside a page: whether its data is, and a feed of its own."""

    has_data: bool
    feed: str


class Heads(Struct, frozen=True):
    """Makes it. `shown` and `heads` are by the address of the page, with `linked_data` of what is no provision.

    All heads follow from `pages`. `in_force` is what is known of provisions, and `follows_from` tells all that this
    follows from in a document.

    `title` is that of the Code, empty where there are no feeds; `address` that of the site, empty where it is not set.
    """

    title: str
    address: str
    shown: Mapping[str, ShownPage]
    heads: Mapping[str, Head]
    linked_data: Mapping[str, bytes]
    pages: Callable[[], bytes]
    in_force: Mapping[Address, InForce]
    follows_from: Callable[[str], bytes]

    def noted(self, notes: Notes) -> "Heads":
        """The same, noting what it is asked."""
        return replace(
            self,
            shown=notes.add("shown", in_one(self.shown, str)),
            heads=notes.add("heads", Followed(self.heads, str, self.pages)),
            linked_data=notes.of("linked data", self.linked_data, str),
            in_force=notes.add("in force", Parted(self.in_force, Address, document_of, self.follows_from)),
        )

    def beside(self, url: str) -> BesideView:
        """What the page at an address says of what is beside it."""
        head = self.heads[url]
        return BesideView(tuple(self._alternates(url, head)), self._linked_data(url).decode())

    def to(self, url: str, target: str) -> str:
        """A link from a page: absolute where it is known where the site is."""
        return (self.address or up(url)) + target

    def links(self, url: str) -> tuple[str, str]:
        """From a page to itself, and to its data."""
        return self.to(url, url), self.to(url, beside(url, "json"))

    def _alternates(self, url: str, head: Head) -> Iterator[AlternateView]:
        home = "/" if url == DAYS else up(url)  # the page of all days is shown at many addresses
        if head.has_data:
            yield AlternateView("application/json", home + beside(url, "json"), "Data")
            yield AlternateView("text/plain", home + beside(url, "txt"), "Text")
        if head.feed:
            yield AlternateView("application/atom+xml", home + head.feed, "Changes of this")
        if self.title:
            yield AlternateView("application/atom+xml", home + FEED, f"Changes of the {self.title}")

    def _linked_data(self, url: str) -> bytes:
        shown = self.shown.get(url)
        if shown is None:
            return self.linked_data.get(url, b"")
        outer = self.to(url, shown.outer)
        return of_provision(shown.address, shown.title, self.in_force[shown.address], (*self.links(url), outer))
