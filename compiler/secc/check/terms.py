"""What several rules ask of a defined term."""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.phrases import Phrase
from secc.ids import Address
from secc.resolve.model import ResolvedDocument, Term, TermScope, TermUse, Words
from secc.source import Span


def place_of(known: Known, term: Term) -> tuple[str, Span]:
    """The file and the place in it where a term is introduced."""
    return known.paths[term.prose.document], Span(term.prose.at, term.prose.until)


def words_of(document: ResolvedDocument, term: Term) -> Words:
    """The words that introduce a term of a document."""
    return document.words[term.prose.ordinal]


def holder(term: Term) -> Address:
    """The provision in which a term is defined."""
    path = term.address.path
    return term.address.parent if path and path[-1].startswith('"') else term.address


def out_of_scope(known: Known, words: Words, phrase: Phrase) -> Iterator[TermUse]:
    """The terms in a phrase that are defined for other provisions only, and meant as terms.

    A part of one of the `names` in code.toml is none; nor is a single word that has the capital of its sentence, is an
    abbreviation, stands in a longer phrase, or is defined for no more than a clause or sub-section: "the Committee" is
    said of any.
    """
    for use in words.out_of_scope:
        if phrase.start <= use.start and use.end <= phrase.end and use.term is not None:
            said = words.prose.text[use.start : use.end]
            meant = " " in said or (
                said == phrase.text
                and not phrase.opens
                and not said.isupper()
                and known.code.terms[use.term].scope in (TermScope.DOCUMENT, TermScope.DIVISION)
            )
            if said[0].isupper() and meant and not any(said in name for name in known.names):
                yield use
