"""A term while its definition is still being read, and what is kept of it when its document has been."""

from msgspec import Struct

from secc.code.model import Document, Prose
from secc.code.walk import Placed
from secc.ids import Address
from secc.resolve.model import BoundPlace, TermScope
from secc.resolve.terms.citing import BY_NAME, POINTS, SET_OUT, Called, cited
from secc.resolve.terms.forms import forms_of
from secc.resolve.terms.scope import Reach, around


class Drafted(Struct, frozen=True, array_like=True):
    """A definition as its document alone tells it; `Term` says what most of the fields are for.

    `around` are the provisions in which it stands, `called` all that a reference to one of them may be to. `cites` is
    what its words cite. `pointing` are its words where they say that its meaning is given elsewhere, otherwise empty;
    `by_name` and `set_out` say whether it is the document "of that name", or one "set out in" another.
    """

    names: tuple[str, ...]
    cognates: tuple[str, ...]
    forms: tuple[str, ...]
    address: Address
    scope: TermScope
    within: Address | None
    namespace: str
    in_prose: bool
    borrowed: str
    before: str
    introductions: tuple[BoundPlace, ...]
    around: tuple[Address, ...]
    called: tuple[Called, ...]
    cites: tuple[Called, ...]
    pointing: str
    by_name: bool
    set_out: bool


class Draft(Struct, eq=False):
    """What is known of a term so far. `texts` are the words of its definition, `before` those right before its name."""

    document: Document
    placed: Placed
    reach: Reach
    names: list[str]
    in_prose: bool
    borrowed: str = ""
    before: str = ""
    cognates: list[str] = []
    introductions: list[BoundPlace] = []
    texts: list[str] = []

    @property
    def text(self) -> str:
        """All the words of the definition."""
        return " ".join(self.texts)

    def introduce(self, prose: Prose, ordinal: int, start: int, end: int) -> None:
        """Note a stretch in which a name or form of it stands as such."""
        span, said = prose.span(start, end), prose.text[start:end]
        self.introductions.append(BoundPlace(self.document.id, ordinal, start, end, span.start, span.end, said))

    def add_names(self, names: list[str]) -> None:
        """Further names, each once."""
        self.names += [name for name in names if name not in self.names]

    def forms(self) -> tuple[str, ...]:
        """All ways of writing it, as far as is known."""
        return forms_of(self.names, self.cognates)

    def drafted(self) -> Drafted:
        """What is kept, when all has been read."""
        text, address, numbering = self.text, self.placed.address, len(self.placed.numbering.path)
        stands_in, set_out = around(self.placed), SET_OUT in text
        document = str(address.document)
        return Drafted(
            names=tuple(self.names),
            cognates=tuple(self.cognates),
            forms=self.forms(),
            address=address,
            scope=self.reach.scope,
            within=self.reach.within,
            namespace=self._namespace(),
            in_prose=self.in_prose,
            borrowed=self.borrowed,
            before=self.before,
            introductions=tuple(self.introductions),
            around=stands_in,
            called=tuple((document, "".join(each.path[numbering:])) for each in stands_in),
            cites=tuple(cited(text, address)) if set_out or not self.in_prose else (),
            pointing=text if POINTS in text else "",
            by_name=BY_NAME in text,
            set_out=set_out,
        )

    def _namespace(self) -> str:
        division = self.placed.division
        own = division.attributes if division is not None else ()
        return next((each.value for each in own if each.key == "meanings"), self.document.attribute("meanings"))
