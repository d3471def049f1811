"""The form in which a document is kept for a page on any day: its pages, each in pieces of HTML.

Links in it do not say on which day (`tokens`), so that one form does for every day on which the document says the same
and leads to the same provisions.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct

from secc.document import from_resolved
from secc.document.model import DisplayDocument
from secc.ids import Address, DocumentId
from secc.render.html_pieces import to_pieces
from secc.render.html_runs import CALL_PREFIX, NOTE_PREFIX, fragment
from secc.render.plain import titled
from secc.resolve.model import ResolvedDocument, Term
from secc.site.addresses import Addresses, addresses
from secc.site.any_day.files import Files
from secc.site.any_day.plain_pieces import PlainPiece, in_plain
from secc.site.any_day.tokens import DAY, SITE, place
from secc.site.plan import PlannedPage, plan

Path = tuple[str, ...]
"""The steps of an address within its document."""


class FormedPiece(Struct, frozen=True, array_like=True):
    """A piece: its HTML, its `id` and the path of its provision. Both are empty where it is no provision."""

    html: str
    identifier: str = ""
    path: Path = ()
    plain: PlainPiece = PlainPiece()


class FormedPage(Struct, frozen=True, array_like=True):
    """A reading page; `depth` is how many pages it stands below."""

    url: str
    path: Path
    number: str
    title: str
    depth: int
    pieces: tuple[FormedPiece, ...]


class Form(Struct, frozen=True, array_like=True):
    """A document in its form. `files` are the pictures and attachments that it shows, with what each was."""

    title: str
    known_as: str
    digest: str
    pages: tuple[FormedPage, ...]
    files: tuple[tuple[str, str], ...]


def formed(document: ResolvedDocument, terms: tuple[Term, ...], files: Files) -> Form:
    """The form of a document that is bound."""
    displayed = from_resolved(document, terms)
    (first,) = plan([displayed])
    found = addresses([first])
    shown: dict[str, str] = {}
    pages = tuple(_page(page, depth, found, files, shown) for page, depth in _walk(first, 0))
    return Form(titled(displayed.title), displayed.known_as, displayed.digest, pages, tuple(sorted(shown.items())))


def _walk(page: PlannedPage, depth: int) -> Sequence[tuple[PlannedPage, int]]:
    return [(page, depth), *(each for below in page.below for each in _walk(below, depth + 1))]


def _page(page: PlannedPage, depth: int, found: Addresses, files: Files, shown: dict[str, str]) -> FormedPage:
    around = _OnAnyDay(page.url, page.document, found, files, shown)
    rank = 1 if page.address.path else 2  # as on the pages of today
    pieces = tuple(
        FormedPiece(each.html, found.identifiers.get(each.address, ""), each.address.path, plain)
        if each.address is not None
        else FormedPiece(each.html, plain=plain)
        for each, plain in in_plain(to_pieces(page.parts, around, rank))
    )
    return FormedPage(page.url, page.address.path, page.number, page.title, depth, pieces)


class _OnAnyDay(Struct, frozen=True):
    """The surroundings of a document's page: every link leads to the text of the day that is being read."""

    url: str
    document: DisplayDocument
    found: Addresses
    files: Files
    shown: dict[str, str]

    def provision(self, address: Address) -> str:
        """The link to a provision."""
        return DAY + place(address)

    def term(self, name: str, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """The link to the meaning of a term: to where it is defined."""
        return DAY + place(address)

    def figure(self, path: str) -> str:
        """The link to a picture."""
        return self._file(path, self.files.figure(path))

    def attachment(self, path: str) -> str:
        """The link to a file."""
        return self._file(path, self.files.attachment(path))

    def footnote(self, label: str) -> str:
        """The link to a footnote's text."""
        return self._inside(self.found.footnotes, label, NOTE_PREFIX)

    def call(self, label: str) -> str:
        """The link to where a footnote is called."""
        return self._inside(self.found.calls, label, CALL_PREFIX)

    def identifier(self, address: Address) -> str:
        """The `id` of a provision."""
        return self.found.identifiers.get(address, "")

    def apparatus(self, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """Nothing: what is said of a provision is of a day."""
        return ""

    def _file(self, path: str, url: str) -> str:
        self.shown[path] = self.files.digest(path)
        return SITE + quote(url) if url else ""

    def _inside(self, pages: Mapping[tuple[DocumentId, str], str], label: str, prefix: str) -> str:
        url = pages.get((self.document.id, label))
        if url is None:
            return ""
        name = prefix + fragment(label)
        return f"#{name}" if url == self.url else f"{DAY}{url}#{name}"
