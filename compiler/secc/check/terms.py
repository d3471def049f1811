"""What several rules ask of a defined term."""

from collections.abc import Iterator

from secc.check.phrases import Phrase
from secc.ids import Address
from secc.resolve.model import ResolvedCode, ResolvedDocument, Term, TermUse, Words
from secc.source import Span


def place_of(code: ResolvedCode, term: Term) -> tuple[str, Span]:
    """The file and the place in it where a term is introduced."""
    document = next(each for each in code.documents if each.loaded.document.id == term.prose.document)
    prose = document.words[term.prose.ordinal].prose
    return document.loaded.source.path, prose.span(term.prose.start, term.prose.end)


def words_of(document: ResolvedDocument, term: Term) -> Words:
    """The words that introduce a term of a document."""
    return document.words[term.prose.ordinal]


def holder(term: Term) -> Address:
    """The provision in which a term is defined."""
    path = term.address.path
    return term.address.parent if path and path[-1].startswith('"') else term.address


def out_of_scope(names: tuple[str, ...], words: Words, phrase: Phrase) -> Iterator[TermUse]:
    """The terms in a phrase that are defined for other provisions only, and meant as terms.

    A word with the capital of its sentence is none, nor is an abbreviation, a word of a longer phrase, a part of one of
    the `names`.
    """
    for use in words.out_of_scope:
        if phrase.start <= use.start and use.end <= phrase.end:
            said = words.prose.text[use.start : use.end]
            single = " " not in said and (phrase.opens or said != phrase.text or said.isupper())
            if said[0].isupper() and not single and not any(said in name for name in names):
                yield use
