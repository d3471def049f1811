"""The Code with its references and terms bound.

After `resolve` a reference is a `Link`, an `Outside` or a `Broken`, and a use of a defined term is a `TermUse`; no
later layer looks anything up by its text.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from secc.code.load import LoadedCode, LoadedDocument
from secc.code.model import Prose
from secc.code.walk import Placed
from secc.ids import Address, DocumentId
from secc.resolve.asking import Asking
from secc.resolve.citation.model import Citation

if TYPE_CHECKING:
    from secc.resolve.index import Provisions  # which is made of these


class Bound(Struct, frozen=True, gc=False):
    """Something found in `text[start:end]` of a prose."""

    start: int
    end: int


class Link(Bound, frozen=True, gc=False):
    """A reference to one provision of the Code, or, from `targets[0]` to `targets[-1]`, to each in a range.

    A list of several is several links. `heading` is the echoed heading or title, with its own stretch, where one
    stands in brackets behind the number.
    """

    targets: tuple[Address, ...]
    heading: str = ""
    heading_start: int = 0
    heading_end: int = 0


class Outside(Bound, frozen=True, gc=False):
    """A reference to a work outside the Code: `work` as it is called here, `place` within it (may be empty)."""

    work: str
    place: str


class Fault(StrEnum):
    """Why a reference leads nowhere."""

    NO_PROVISION = "no such provision"
    NO_DOCUMENT = "no such document"
    NO_PLACE = "nothing here for it to be relative to"


class Broken(Bound, frozen=True, gc=False):
    """A reference that cannot be resolved: `wanted` is the address that it would have had, where it has one."""

    wanted: Address | None
    said: str
    fault: Fault


Reference: TypeAlias = Link | Outside | Broken


class TermScope(StrEnum):
    """How far a definition reaches."""

    CODE = "the Code"
    DOCUMENT = "its document"
    DIVISION = "its annex, part or inner document"
    SUB_SECTION = "its sub-section"
    CLAUSE = "its clause"
    PARAGRAPH = "its paragraph"


class BoundPlace(Struct, frozen=True, array_like=True):
    """A stretch of the prose `ordinal` of a document, in the order of the page, and the words in it.

    From `at` to `until` is its place in the file.
    """

    document: DocumentId
    ordinal: int
    start: int
    end: int
    at: int
    until: int = 0
    said: str = ""


class Term(Struct, frozen=True, array_like=True):
    """A defined term: its names (the first is the one it is sorted by), where it is defined and how far it reaches.

    `address` is the definition's own, or, for one in the prose or a table, the provision in which it stands; `given`
    is the provision whose prose gives the meaning, where the definition only points to it. `within` is the provision
    to which `scope` limits it, None for the whole Code. `forms` are all the ways of writing it that count as its use,
    possessives aside. `namespace` is that of a document with meanings of its own (`meanings: GBCS`), otherwise empty;
    `borrowed` is the namespace whose meaning the definition takes over ("has its GBCS meaning"), otherwise empty.
    `introductions` are the stretches that set out its names and declared forms as such: they are no uses of it.
    """

    names: tuple[str, ...]
    address: Address
    scope: TermScope
    within: Address | None
    forms: tuple[str, ...]
    namespace: str
    in_prose: bool
    introductions: tuple[BoundPlace, ...]
    given: Address | None = None
    borrowed: str = ""

    @property
    def name(self) -> str:
        """The first of its names."""
        return self.names[0]

    @property
    def prose(self) -> BoundPlace:
        """Where it is first introduced."""
        return self.introductions[0]


class TermUse(Bound, frozen=True, gc=False):
    """A use of a defined term: `term` counts in `ResolvedCode.terms`.

    `namespace` is set where the words around it say whose meaning it has ("with its GBCS meaning"); `term` is then
    that document's, or None where no document of the Code defines it.
    """

    term: int | None
    namespace: str = ""


class Words(Struct, frozen=True):
    """One prose of a document where it stands, with what was bound in it; each sorted by start, none overlapping.

    `cited` are the citations as they are written, whether or not they were bound; `out_of_scope` the terms named here
    that are defined for other provisions only.
    """

    placed: Placed
    prose: Prose
    references: tuple[Reference, ...]
    uses: tuple[TermUse, ...]
    cited: tuple[Citation, ...] = ()
    out_of_scope: tuple[TermUse, ...] = ()


class ResolvedDocument(Struct, frozen=True):
    """A document with its blocks as placed, and their words (`walk.prose_in`), in the order of the page."""

    loaded: LoadedDocument
    blocks: tuple[Placed, ...]
    words: tuple[Words, ...]


class Provision:
    """What the index knows of an address.

    `title` is what is printed above it, its own or that of what it stands in; `sub_section` that of the sub-section in
    which it stands, if any. `placed`, its block where it stands, takes reading its document: a rule for one document
    must not ask for it.
    """

    __slots__ = ("_find", "address", "in_sub_section", "numbering", "own_numbering", "sub_section", "title", "vacant")

    def __init__(
        self,
        address: Address,
        title: str,
        sub_section: str,
        numbering: Address,
        find: Callable[[], Placed],
        *,
        in_sub_section: bool,
        vacant: bool,
        own_numbering: bool,
    ) -> None:
        self.address = address
        self.title = title
        self.sub_section = sub_section
        self.numbering = numbering
        self.in_sub_section = in_sub_section
        self.vacant = vacant
        self.own_numbering = own_numbering
        self._find = find

    @property
    def placed(self) -> Placed:
        """Its block where it stands."""
        return self._find()


class DocumentHead(Struct, frozen=True):
    """How a document is called: its title, its short name (`known-as`), and what it calls its provisions (`unit`)."""

    id: DocumentId
    path: str
    title: str
    known_as: str
    unit: str


class ResolvedCode:
    """One state of the Code, bound. `provisions` are in order, those whose number stands twice with the first place."""

    def __init__(
        self,
        loaded: LoadedCode,
        documents: tuple[ResolvedDocument, ...],
        provisions: "Provisions",
        terms: tuple[Term, ...],
    ) -> None:
        self.asking = Asking()
        self._loaded = loaded
        self._documents = documents
        self._provisions = provisions
        self._terms = terms

    @property
    def loaded(self) -> LoadedCode:
        """As it was read."""
        return self._loaded

    @property
    def documents(self) -> tuple[ResolvedDocument, ...]:
        """Its documents, in the order of code.toml."""
        return self._documents

    def document(self, document: DocumentId) -> ResolvedDocument:
        """One of its documents."""
        return next(each for each in self.documents if each.loaded.id == document)

    @property
    def heads(self) -> tuple[DocumentHead, ...]:
        """How its documents are called, in the same order."""
        return tuple(
            DocumentHead(
                each.id, each.source.path, each.document.title.text, *map(each.document.attribute, ("known-as", "unit"))
            )
            for each in self._loaded.documents
        )

    def head(self, document: DocumentId) -> DocumentHead | None:
        """How one of its documents is called; None where there is no such document."""
        return next((each for each in self.heads if each.id == document), None)

    @property
    def provisions(self) -> "Provisions":
        """What stands at each address."""
        return self._provisions

    @property
    def terms(self) -> tuple[Term, ...]:
        """Its terms, in the order of the page; `TermUse.term` counts in them."""
        return self._terms
