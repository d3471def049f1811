"""Citations as a drafter wrote them, beside what was bound from them."""

from collections.abc import Iterator

from msgspec import Struct

from secc.resolve.citation.model import Citation, Provisions, Relative, Unit
from secc.resolve.model import Outside, Reference, Words

PROVISION_UNITS = (Unit.SECTION, Unit.SUBSECTION, Unit.CLAUSE, Unit.PARAGRAPH)
"""The words that lead a provision, rather than a document, a part of one, or a work outside the Code."""


class Cited(Struct, frozen=True):
    """A citation and the references that were bound from it, in order; `said` are its words."""

    citation: Citation
    references: tuple[Reference, ...]
    said: str

    @property
    def stretch(self) -> tuple[int, int]:
        """Where it stands in the prose."""
        return self.citation.start, self.citation.end

    @property
    def outside(self) -> bool:
        """Whether any of it is of a work outside the Code."""
        return any(isinstance(each, Outside) for each in self.references)


def cites(words: Words) -> Iterator[Cited]:
    """The citations of a prose."""
    for citation in words.cited:
        bound = tuple(each for each in words.references if citation.start <= each.start < citation.end)
        yield Cited(citation, bound, words.prose.text[citation.start : citation.end])


def layers(citation: Citation) -> Iterator[Provisions | Relative]:
    """What a citation says, the innermost provisions first: paragraph (a), then Section H14.31."""
    reference = citation.reference
    while isinstance(reference, Provisions | Relative):
        yield reference
        if isinstance(reference, Relative) or reference.within is None:
            return
        reference = reference.within
