"""What several rules ask of a defined term."""

from secc.ids import Address
from secc.resolve.model import ResolvedCode, Term
from secc.source import Span


def place_of(code: ResolvedCode, term: Term) -> tuple[str, Span]:
    """The file and the place in it where a term is introduced."""
    document = next(each for each in code.documents if each.loaded.document.id == term.prose.document)
    prose = document.words[term.prose.ordinal].prose
    return document.loaded.source.path, prose.span(term.prose.start, term.prose.end)


def holder(term: Term) -> Address:
    """The provision in which a term is defined."""
    path = term.address.path
    return term.address.parent if path and path[-1].startswith('"') else term.address
