"""What the templates are given: values only, with every link already relative to the page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.render.plain import short_name
from secc.site.in_time.stories import EventView
from secc.site.labels import short
from secc.site.seen import SeenFrom

if TYPE_CHECKING:
    from secc.site.provision_views import HolderView


class LinkView(Struct, frozen=True):
    """A link: where to, a number (may be empty), words. `here` is true of the page itself."""

    href: str
    number: str
    words: str
    here: bool = False


class EntryView(Struct, frozen=True):
    """An entry of a table of contents. `current` is the value of `aria-current`, empty elsewhere."""

    link: LinkView
    below: tuple[LinkView, ...] = ()
    current: str = ""


class GroupView(Struct, frozen=True):
    """Links under a heading."""

    heading: str
    identifier: str
    links: tuple[LinkView, ...]


class HeadingView(Struct, frozen=True):
    """The heading of a whole document."""

    number: str
    words: str
    known_as: str

    @property
    def short_name(self) -> str:
        """` (TMAD)`, where its words do not say it already."""
        return short_name(self.words, self.known_as)


class DocumentPageView(Struct, frozen=True):
    """A page of a document. `heading` is None where the article has its own.

    `status` and `history` are HTML; `elsewhere` are the provisions on the page that are not plainly in effect. With
    `has_status`, the whole of it is not; otherwise `status` says what is so of parts of it, or saved.
    """

    name: str
    heading: HeadingView | None
    article: str
    crumbs: tuple[LinkView, ...]
    document: LinkView
    contents: tuple[EntryView, ...]
    listed: tuple[EntryView, ...]
    cited: tuple[GroupView, ...]
    previous: LinkView | None
    next: LinkView | None
    digest: str
    full: str
    pdf: str
    status: str
    has_status: bool
    elsewhere: tuple[LinkView, ...]
    history: tuple[str, ...]


class TermLineView(Struct, frozen=True):
    """A line of the list of terms; one that is another name has `alias_of`, and neither scope nor uses."""

    name: str
    href: str
    alias_of: str
    scope: str
    uses: str


class LetterView(Struct, frozen=True):
    """The terms under one letter."""

    heading: str
    identifier: str
    lines: tuple[TermLineView, ...]


class MeaningView(Struct, frozen=True):
    """One meaning of a term: its definition and where that stands, and what uses it.

    `cite` is what a citation calls it, `given` the text of the provision that gives the meaning, where the definition
    only points to it, `status` HTML.
    `is_gathered` is whether its uses are listed by page, since they are very many.
    `holders` are the definitions that the name had in the same place before, or is to have.
    """

    identifier: str
    cite: str
    scope: str
    article: str
    where: LinkView
    given: str
    given_where: LinkView | None
    others: str
    count: str
    uses: tuple[GroupView, ...]
    is_gathered: bool
    status: str
    events: tuple[EventView, ...]
    holders: "tuple[HolderView, ...]"


def by_document(sources: Iterable[Address], seen: SeenFrom) -> Iterator[GroupView]:
    """Provisions as links, under the documents in which they stand; those of one document follow each other."""
    for document, group in groupby(sources, key=_document_of):
        links = (LinkView(seen.provision(address), "", short(address)) for address in group)
        yield GroupView(document.printed, "", tuple(links))


def by_page(sources: Iterable[Address], seen: SeenFrom) -> Iterator[GroupView]:
    """The same of very many: those that are read on one page are one link, from the first to the last, and counted."""
    for document, group in groupby(sources, key=_document_of):
        links = (_stretch([*found], seen) for _, found in groupby(group, key=seen.reading_page))
        yield GroupView(document.printed, "", tuple(links))


def _stretch(found: Sequence[Address], seen: SeenFrom) -> LinkView:
    first, last = found[0], found[-1]
    words = f"{short(first)} to {short(last)} ({len(found):,})" if len(found) > 1 else short(first)
    return LinkView(seen.provision(first), "", words)


def counted(number: int, what: str) -> str:
    """`1 provision`, `1,072 provisions`."""
    return f"{number} {what}" if number == 1 else f"{number:,} {what}s"


def _document_of(address: Address) -> DocumentId:
    return address.document
