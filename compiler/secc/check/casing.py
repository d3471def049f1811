"""Terms of several words that are written with other capitals than their definition has."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from secc.check.patterns import SENTENCE_END
from secc.check.patterns_terms import WORD
from secc.code.model import Clause, Definition, Division, SubHeading, SubSection, Table
from secc.resolve.model import Link, ResolvedDocument, Term, TermUse, Words
from secc.resolve.terms.scope import inside
from secc.syntax.marks import Code, Hyperlink, Symbols


class Casing(Struct, frozen=True):
    """`text[start:end]` of a prose is a form of a term but for its capitals."""

    start: int
    end: int
    form: str
    term: int

    def all_small(self, text: str) -> bool:
        """Whether it has no capital but perhaps that of its sentence."""
        said = text[self.start : self.end]
        return said.islower() or (said[1:].islower() and SENTENCE_END.search(text, 0, self.start) is not None)


class Forms:
    """The forms of several words of the terms of a Code, by their words in small letters."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._by_pair: dict[tuple[str, str], list[tuple[tuple[str, ...], str, int]]] = {}
        self._terms = terms
        for number, term in enumerate(terms):
            for form in term.forms:
                words = tuple(WORD.findall(form.lower()))
                if len(words) > 1 and form[:1].isupper() and " ".join(words) == form.lower():
                    self._by_pair.setdefault((words[0], words[1]), []).append((words, form, number))

    def casings(self, document: ResolvedDocument) -> Iterator[tuple[Words, Casing]]:
        """Every stretch of a document that is a term but for its capitals, outside headings, quotations and code."""
        for words in document.words:
            yield from ((words, each) for each in self.casings_in(words))

    def casings_in(self, words: Words) -> Iterator[Casing]:
        """Those in one prose."""
        if not _is_prose(words):
            return
        text = words.prose.text.lower()
        said = WORD.findall(text)
        forms = self._by_pair
        begun = [at for at, pair in enumerate(pairwise(said)) if pair in forms]
        if not begun:
            return
        places = [found.start() for found in WORD.finditer(text)]
        end = 0
        for at in begun:
            found = self._longest(words, said, places, at) if places[at] >= end else None
            if found is not None:
                end = found.end
                if words.prose.text[found.start : end] != found.form and not _apart(words, found):
                    yield found

    def _longest(self, words: Words, said: Sequence[str], places: Sequence[int], at: int) -> Casing | None:
        best: Casing | None = None
        for form_words, form, number in self._by_pair[said[at], said[at + 1]]:
            last = at + len(form_words)
            within = self._terms[number].within
            if tuple(said[at:last]) != form_words or not (within is None or inside(words.placed, within)):
                continue
            start, end = places[at], places[last - 1] + len(form_words[-1])
            if end - start != len(form) or (best is not None and best.end >= end):
                continue
            best = Casing(start, end, form, number)
        return best


def _is_prose(words: Words) -> bool:
    block = words.placed.block
    return not (words.placed.quoted or isinstance(block, SubSection | SubHeading | Division | Table))


def _apart(words: Words, found: Casing) -> bool:
    """Whether it stands in a use of a term, a reference, a heading, code, or a quotation; or is all in capitals."""
    if words.prose.text[found.start : found.end].isupper():
        return True
    stretches: list[tuple[int, int]] = [
        *((each.start, each.end) for each in words.uses if not _is_part(words, each, found)),
        *((each.start, each.end) for each in words.references),
        *((each.heading_start, each.heading_end) for each in words.references if isinstance(each, Link)),
        *((each.start, each.end) for each in words.prose.marks if isinstance(each, Code | Hyperlink | Symbols)),
        *_of_block(words),
    ]
    return any(start < found.end and found.start < end for start, end in stretches)


def _is_part(words: Words, use: TermUse, found: Casing) -> bool:
    """Whether a use is only a word of a term of three or more: of "Data protection legislation", Data is a term."""
    inside_it = found.start <= use.start and use.end <= found.end
    return inside_it and found.form.count(" ") > 1 and " " not in words.prose.text[use.start : use.end]


def _of_block(words: Words) -> Iterator[tuple[int, int]]:
    block = words.placed.block
    if isinstance(block, Clause) and block.title:
        yield 0, len(block.title)
    if isinstance(block, Definition):
        yield from ((term.start, term.end) for term in block.terms)
    text = words.prose.text
    opened = text.find('"')
    while opened >= 0:
        closed = text.find('"', opened + 1)
        yield opened, closed if closed >= 0 else len(text)
        opened = text.find('"', closed + 1) if closed >= 0 else -1
