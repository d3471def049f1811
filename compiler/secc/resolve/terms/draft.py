"""A term while its definition is still being read."""

from dataclasses import dataclass, field

from secc.code.model import Document, Prose
from secc.code.walk import Placed
from secc.ids import Address
from secc.resolve.model import BoundPlace, Term
from secc.resolve.terms.forms import forms_of
from secc.resolve.terms.scope import Reach


@dataclass(slots=True, eq=False)
class Draft:
    """What is known of a term so far. `texts` are the words of its definition, `before` those right before its name."""

    document: Document
    placed: Placed
    reach: Reach
    names: list[str]
    in_prose: bool
    borrowed: str = ""
    before: str = ""
    cognates: list[str] = field(default_factory=list)
    introductions: list[BoundPlace] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    given: Address | None = None

    @property
    def text(self) -> str:
        """All the words of the definition."""
        return " ".join(self.texts)

    def introduce(self, prose: Prose, ordinal: int, start: int, end: int) -> None:
        """Note a stretch in which a name or form of it stands as such."""
        at = prose.span(start, end).start
        self.introductions.append(BoundPlace(self.document.id, ordinal, start, end, at))

    def add_names(self, names: list[str]) -> None:
        """Further names, each once."""
        self.names += [name for name in names if name not in self.names]

    def forms(self) -> tuple[str, ...]:
        """All ways of writing it, as far as is known."""
        return forms_of(self.names, self.cognates)

    def term(self) -> Term:
        """The term, when all has been read."""
        return Term(
            names=tuple(self.names),
            address=self.placed.address,
            scope=self.reach.scope,
            within=self.reach.within,
            forms=self.forms(),
            namespace=self._namespace(),
            in_prose=self.in_prose,
            introductions=tuple(self.introductions),
            given=self.given,
            borrowed=self.borrowed,
        )

    def _namespace(self) -> str:
        division = self.placed.division
        own = division.attributes if division is not None else ()
        return next((each.value for each in own if each.key == "meanings"), self.document.attribute("meanings"))
