"""The terms of some files as lines, and their uses shown in their prose, for the golden cases."""

from collections.abc import Iterator, Sequence

from secc.code.load import LoadedDocument, NoCache, read_document
from secc.code.walk import prose_in
from secc.resolve.model import Term, TermUse
from secc.resolve.state import terms_of
from secc.resolve.surveyed import Surveyed, surveyed
from secc.resolve.terms import Found, TermFinder
from secc.source import Source


def read(*sources: Source) -> tuple[Surveyed, ...]:
    """The files as the compiler reads them."""
    return surveyed([LoadedDocument(source, read_document(source)) for source in sources], NoCache())


def terms(sources: Sequence[Source]) -> str:
    """Each term with its scope, the provision that defines it, and its forms."""
    return "".join(f"{line}\n" for term in terms_of(read(*sources)) for line in _term(term)) or "nothing\n"


def uses(sources: Sequence[Source]) -> str:
    """Each prose that uses a term: `[use]` in brackets, `{word}` in braces where the term has no meaning there.

    Behind a use comes the provision that limits its term, where one does, or the namespace that its meaning is from.
    """
    documents = read(*sources)
    found = terms_of(documents)
    finder = TermFinder(found)
    lines = []
    for each in documents:
        for place in each.blocks:
            for prose in prose_in(place.block):
                here = finder.find(place, prose)
                if here.uses or here.out_of_scope:
                    lines.append(f"{place.address.printed}: {_shown(prose.text, here, found)}\n")
    return "".join(lines) or "nothing\n"


def _term(term: Term) -> Iterator[str]:
    names = " or ".join(f'"{name}"' for name in term.names)
    reach = f"for {term.within.printed} ({term.scope})" if term.within is not None else f"for {term.scope}"
    where = f"in the prose of {term.address.printed}" if term.in_prose else f"in {term.address.printed}"
    yield f"{names} {reach}, {where}"
    if term.given is not None:
        yield f"  given in {term.given.printed}"
    if term.borrowed:
        yield f"  with its {term.borrowed} meaning"
    if term.namespace:
        yield f"  a {term.namespace} meaning"
    yield f"  {'; '.join(term.forms)}"


def _shown(text: str, found: Found, terms: Sequence[Term]) -> str:
    marked = [(use.start, use.end, f"[{text[use.start : use.end]}{_of(use, terms)}]") for use in found.uses]
    marked += [(use.start, use.end, f"{{{text[use.start : use.end]}}}") for use in found.out_of_scope]
    for start, end, shown in sorted(marked, reverse=True):
        text = text[:start] + shown + text[end:]
    return text


def _of(use: TermUse, terms: Sequence[Term]) -> str:
    if use.namespace:
        return f" | {use.namespace}{'' if use.term is not None else ', not defined'}"
    within = terms[use.term].within if use.term is not None else None
    return f" | {within.printed}" if within is not None else ""
