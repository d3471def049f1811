"""What the numbers of a citation are said to be part of, or are part of where nothing is said."""

from collections.abc import Sequence

from secc.code.walk import Placed
from secc.ids import Address
from secc.resolve.antecedents import Antecedents
from secc.resolve.citation.model import (
    Blank,
    Extent,
    Named,
    Place,
    Pointer,
    Provisions,
    Range,
    Relative,
    TheCode,
    Unit,
    Work,
)
from secc.resolve.citation.model import Reference as Cited
from secc.resolve.citation.places import ends_of, places_in
from secc.resolve.interpretation import Interpreter, Nowhere, OutsideWork, Unclear, Whole
from secc.resolve.model import Link, Outside
from secc.resolve.patterns import OF_DEFINITION
from secc.resolve.standing import Standing


class Wholes:
    """Finds wholes from one provision."""

    def __init__(self, standing: Standing, here: Placed, antecedents: Antecedents, interpreter: Interpreter) -> None:
        self._standing = standing
        self._document = here.address.document
        self._antecedents = antecedents
        self._interpreter = interpreter

    def said(self, within: Cited | None, of: Sequence[Extent] = ()) -> Whole:
        """What a citation says that it is part of: "of Appendix AL", "of the DCC Licence", "of that Section".

        Behind "Section X3.5(b)", "paragraph (a) of that Section" is Section X3.5(a): `of` is what is said to be of it.
        """
        match within:
            case None | TheCode():
                return within
            case Work(title=title):
                return OutsideWork(title)
            case Named(label=label):
                return self._standing.named(label)
            case Provisions(unit=unit, extents=extents, within=outer):
                return self._first_of(unit, extents, self.said(outer))
            case Relative(unit=unit, extents=extents) if extents:
                return self._first_of(unit, extents, None)
            case Relative(pointer=pointer, unit=unit):
                return self._pointed(pointer, unit, of)

    def unsaid(self, unit: Unit | None, extents: Sequence[Extent], behind: str) -> Whole:
        """What a citation is part of that does not say. `behind` is the text after it.

        Paragraphs are of the definition named behind them, or of the provision around; a Condition of the licence
        cited before.
        """
        if unit is Unit.CONDITION:
            return self._cited(unit)
        if not all(map(is_paragraphs, extents)):
            return None
        of_definition = OF_DEFINITION.match(behind)
        if of_definition is not None:
            return self._definition(of_definition["quoted"] or of_definition["plain"] or "") or Unclear()
        places = places_in(extents)
        return self._interpreter.holder(places, self._antecedents.target()) or Nowhere()

    def _pointed(self, pointer: Pointer, unit: Unit, of: Sequence[Extent]) -> Whole:
        if pointer is Pointer.THIS:
            return self._interpreter.this(unit)
        cited = self._cited(unit) if pointer is Pointer.THAT else Unclear()
        if not isinstance(cited, Address) or not all(map(is_paragraphs, of)):
            return cited
        return self._interpreter.nearest(cited, places_in(of)) or _clause(cited)

    def _cited(self, unit: Unit) -> Whole:
        match self._antecedents.latest(unit):
            case Link(targets=targets):
                return targets[-1]
            case Outside(work=work):
                return OutsideWork(work)
            case None:
                return Unclear()

    def _first_of(self, unit: Unit | None, extents: Sequence[Extent], outer: Whole) -> Whole:
        if isinstance(outer, OutsideWork | Unclear | Nowhere):
            return outer
        if isinstance(extents[0], Blank):
            return Unclear()
        place = ends_of(extents[0])[0]
        if outer is None and is_paragraphs(place):
            outer = self._interpreter.holder((place,), self._antecedents.target())
        return self._interpreter.address(place, unit, outer) or Unclear()

    def _definition(self, words: str) -> Address | None:
        """The definition whose term the words begin with, in this document before another."""
        defined = self._standing.index.defined
        name = words
        while name and not defined(name):
            name = name.rpartition(" ")[0]
        found = defined(name)
        return next((each for each in found if each.document == self._document), found[0] if found else None)


def _clause(address: Address) -> Address:
    while address.path and address.path[-1].startswith("("):
        address = address.parent
    return address


def is_paragraphs(extent: Extent) -> bool:
    """Whether all that is said is in brackets: (a), (a)(ii), (a) to (d)."""
    if isinstance(extent, Place):
        return not (extent.letter or extent.numbers)
    return isinstance(extent, Range) and is_paragraphs(extent.first) and is_paragraphs(extent.last)
