"""The formulas of a document, each with the words that explain its symbols."""

from collections.abc import Iterator

from msgspec import Struct

from secc.check.patterns_terms import EXPLAINS
from secc.code.model import Formula
from secc.code.walk import Placed
from secc.ids import Address
from secc.resolve.model import ResolvedDocument, Words
from secc.syntax.formula import symbols_in
from secc.syntax.marks import Symbols


class Explained(Struct, frozen=True):
    """A symbol of a legend, as it stands there: `text[start:end]` of the words; `first`: nothing stands before it."""

    words: Words
    start: int
    end: int
    first: bool

    @property
    def latex(self) -> str:
        """The symbol as written."""
        return self.words.prose.text[self.start : self.end]

    @property
    def symbols(self) -> frozenset[str]:
        """The symbols in it; more than one where it is a sum or a product."""
        return symbols_in(self.latex)


class Legend(Struct, frozen=True):
    """The formulas of one clause, and the symbols that its words explain."""

    clause: Address
    formulas: tuple[Placed, ...]
    explained: tuple[Explained, ...]


def legends(document: ResolvedDocument) -> Iterator[Legend]:
    """A legend for each clause with a formula; it may explain nothing."""
    if "$$" not in document.loaded.source.text:
        return
    formulas: dict[Address, list[Placed]] = {}
    for each in document.blocks:
        if isinstance(each.block, Formula) and not each.quoted:
            formulas.setdefault(each.clause, []).append(each)
    explained: dict[Address, list[Explained]] = {}
    for words in document.words:
        if words.prose.marks and not words.placed.quoted:
            explained.setdefault(words.placed.clause, []).extend(_explained(words))
    for clause, found in formulas.items():
        yield Legend(clause, tuple(found), tuple(explained.get(clause, ())))


def _explained(words: Words) -> Iterator[Explained]:
    for mark in words.prose.marks:
        if isinstance(mark, Symbols):
            first = not words.prose.text[: mark.start].strip()
            alone = first and mark.end == len(words.prose.text)  # a cell of a table
            if alone or EXPLAINS.match(words.prose.text, mark.end):
                yield Explained(words, mark.start, mark.end, first)
