"""Citations bound to provisions by the rules of interpretation, each from the place where it stands."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from secc.code.model import Prose
from secc.code.walk import Placed, prose_in
from secc.ids import Address, DocumentKind
from secc.resolve.antecedents import WORKS, Antecedents
from secc.resolve.citation import Citation, find
from secc.resolve.citation.model import Blank, Extent, Place, Pointer, Provisions, Range, Relative, TheCode, Unit, Work
from secc.resolve.citation.model import Reference as Cited
from secc.resolve.citation.places import ends_of, places_in
from secc.resolve.codes import is_a_code
from secc.resolve.index import Index
from secc.resolve.interpretation import Interpreter, Nowhere, OutsideWork, Unclear, Whole
from secc.resolve.model import Broken, Fault, Link, Outside, Reference
from secc.resolve.patterns import OF_SOMETHING, PART_OF
from secc.resolve.standing import Standing
from secc.resolve.wholes import Wholes
from secc.syntax.marks import Code, Hyperlink, Symbols

_Stretch = tuple[int, int]
Binding: TypeAlias = tuple[tuple[Citation, ...], tuple[Reference, ...]]
"""The citations of a prose as they are written, and the references bound from them."""
_NOTHING: Binding = ((), ())


class ReferenceBinder:
    """Binds the citations of a state of the Code."""

    def __init__(self, index: Index) -> None:
        self.standing = Standing(index)

    def references(self, blocks: Sequence[Placed]) -> Iterator[tuple[Reference, ...]]:
        """The references of each prose of a document, in the order of the page: `bindings` without the citations."""
        return (references for _, references in self.bindings(blocks))

    def bindings(self, blocks: Sequence[Placed]) -> Iterator[Binding]:
        """The citations of each prose of a document, in the order of the page, and the references bound from them.

        Those of one prose are in order and overlap neither each other nor code, symbols or links to the web. Words
        that a form or instrument sets out refer to nothing here.
        """
        antecedents = Antecedents()
        for placed in blocks:
            if placed.own and not placed.address.path[-1].startswith("("):
                antecedents.forget()
            for prose in prose_in(placed.block):
                yield _NOTHING if placed.quoted else self._of_prose(placed, prose, antecedents)

    def _of_prose(self, placed: Placed, prose: Prose, antecedents: Antecedents) -> Binding:
        citations = find(prose.text, self.standing.names)
        if not citations:
            return _NOTHING
        apart = [(mark.start, mark.end) for mark in prose.marks if isinstance(mark, Code | Symbols | Hyperlink)]
        if apart:
            citations = tuple(each for each in citations if not _touches(each, apart))
        binding = _Binding(self.standing, placed, prose.text, antecedents)
        for citation in citations:
            binding.citation(citation)
        return citations, tuple(_apart(binding.found))


def _touches(citation: Citation, stretches: Sequence[_Stretch]) -> bool:
    return any(start < citation.end and citation.start < end for start, end in stretches)


def _apart(found: Sequence[Reference]) -> Iterator[Reference]:
    end = -1
    for reference in sorted(found, key=lambda each: each.start):
        if reference.start >= end:
            yield reference
            end = reference.end


class _Binding:
    """One prose under way."""

    def __init__(self, standing: Standing, placed: Placed, text: str, antecedents: Antecedents) -> None:
        self._standing = standing
        self._placed = placed
        self._text = text
        self._antecedents = antecedents
        self._interpreter = Interpreter(standing, placed)
        self._wholes = Wholes(standing, placed, antecedents, self._interpreter)
        self.found: list[Reference] = []

    def citation(self, citation: Citation) -> None:
        """Bind one citation: each provision of a list is a reference of its own.

        "This Section" without a number is where the reader already is, and leads nowhere.
        """
        match citation.reference:
            case Provisions(unit=unit, extents=extents, within=within):
                self._provisions(citation, unit, extents, within)
            case Relative(unit=unit, extents=extents) if extents:
                self._list(citation, unit, extents, None)
            case Relative() as pointed:
                self._pointed(citation, pointed)
            case Work(title=title):
                self._add(None, Outside(citation.start, citation.end, title, ""))
            case _:
                pass  # a document by its name alone

    def _add(self, unit: Unit | None, reference: Reference) -> None:
        self.found.append(reference)
        self._antecedents.add(unit, reference)

    # Without a number

    def _pointed(self, citation: Citation, pointed: Relative) -> None:
        """Of "that Section", the one just cited; of "the preceding paragraph", the one before this."""
        start, end, unit = citation.start, citation.end, pointed.unit
        if pointed.pointer is Pointer.THAT:
            match self._antecedents.latest(unit):
                case Link(targets=targets) if len(targets) > 1 or not pointed.plural:
                    self._add(unit, Link(start, end, targets))
                case Outside(work=work, place=place):
                    self._add(unit, Outside(start, end, work, "" if unit in WORKS else place))
        elif pointed.pointer is not Pointer.THIS and not pointed.plural and self._placed.own:
            beside = self._interpreter.beside(unit, before=pointed.pointer is Pointer.PRECEDING)
            if beside is not None:
                self._add(unit, Link(start, end, (beside,)))

    # With numbers

    def _provisions(
        self, citation: Citation, unit: Unit | None, extents: Sequence[Extent], within: Cited | None
    ) -> None:
        """A list; of Table 3 of Appendix E, Observation 5 of Appendix L, only the document has an address."""
        count = len(self.found)
        whole = self._wholes.said(within, extents)
        self._list(citation, unit, extents, whole)
        if len(self.found) == count and isinstance(whole, Address) and not isinstance(within, Relative):
            self._add(unit, self._reference((citation.start, citation.end), (whole,)))

    def _list(self, citation: Citation, unit: Unit | None, extents: Sequence[Extent], said: Whole) -> None:
        words = (citation.start, citation.end)
        whole = said or self._wholes.unsaid(unit, extents, self._text[citation.end :])
        match whole:
            case OutsideWork(title=title):
                self._add(unit, Outside(*words, title, _place_in(title, self._said(words))))
            case Nowhere():
                self._add(unit, self._broken(words, None, Fault.NO_PLACE))
            case Unclear():
                pass
            case None | TheCode() if self._lacks_letter(citation, unit, extents):
                self._add(unit, self._broken(words, None, Fault.NO_PLACE))
            case _:
                for stretch, extent in _stretches(citation, extents):
                    self._extent(stretch, extent, unit, whole, citation.start)

    def _lacks_letter(self, citation: Citation, unit: Unit | None, extents: Sequence[Extent]) -> bool:
        """Whether Sections of the main body are cited there without their letter: "Section 14.31", of nothing else."""
        in_main_body = self._placed.address.document.kind is DocumentKind.SECTION
        if not in_main_body or unit is not Unit.SECTION or not self._text[citation.start].isupper():
            return False
        places = places_in(extents)
        if not places or any(
            place.letter or len(place.numbers) < 2 or self._goes_on_from_work(place) for place in places
        ):
            return False
        return OF_SOMETHING.match(self._text, citation.end) is None

    def _extent(
        self, stretch: _Stretch, extent: Place | Range, unit: Unit | None, whole: Address | TheCode | None, offset: int
    ) -> None:
        """Bind one place or range. `offset` is where the citation starts, from which the spans of places count."""
        if unit is Unit.RFC:
            self._add(unit, Outside(*stretch, f"RFC {self._said(stretch).lstrip('RFCs ')}", ""))
            return
        places = ends_of(extent)
        addresses = [self._address(place, unit, whole, offset) for place in places]
        known = [each for each in addresses if each is not None]
        if len(known) < len(addresses):
            return
        reference = self._reference(stretch, known)
        heading = places[-1].heading
        if isinstance(reference, Link) and heading is not None:
            echoed = (offset + heading.span.start, offset + heading.span.end)
            reference = Link(*stretch, reference.targets, heading.text, *echoed)
        if isinstance(reference, Link) or not self._goes_on_from_work(places[-1]):
            self._add(unit, reference)

    def _address(self, place: Place, unit: Unit | None, whole: Address | TheCode | None, offset: int) -> Address | None:
        address = self._interpreter.address(place, unit, whole)
        if address is None or unit is not None or whole is not None:
            return address
        in_main_body = address.document.kind is DocumentKind.SECTION and not address.numbering.path
        stretch = (offset + place.span.start, offset + place.span.end)
        is_code = in_main_body and is_a_code(self._standing, self._placed, self._text, place, stretch)
        return None if is_code else address

    def _goes_on_from_work(self, place: Place) -> bool:
        """Whether a number may be of the Act just cited: "section 88 of the Energy Act 2008 and under section 89"."""
        return not place.letter and bool(self.found) and isinstance(self.found[-1], Outside)

    def _reference(self, stretch: _Stretch, addresses: Sequence[Address]) -> Link | Broken:
        """To one address, or from the first of two to the last."""
        ends: list[Address] = []
        for address in addresses:
            found = self._standing.leads_to(address)
            if found is None:
                return self._missing(stretch, address)
            ends.append(found)
        return Link(*stretch, self._standing.index.between(*ends) if len(ends) == 2 else tuple(ends))

    def _missing(self, stretch: _Stretch, address: Address) -> Broken:
        document = Address(address.document)
        if self._standing.index.exists(document):
            return self._broken(stretch, address, Fault.NO_PROVISION)
        return self._broken(stretch, document, Fault.NO_DOCUMENT)

    def _broken(self, stretch: _Stretch, wanted: Address | None, fault: Fault) -> Broken:
        return Broken(*stretch, wanted, self._said(stretch), fault)

    def _said(self, stretch: _Stretch) -> str:
        return self._text[stretch[0] : stretch[1]]


def _stretches(citation: Citation, extents: Sequence[Extent]) -> Iterator[tuple[_Stretch, Place | Range]]:
    """Where each place or range of a list stands: the lead word is the first one's, "of Appendix AL" the last one's."""
    for number, extent in enumerate(extents):
        if isinstance(extent, Blank):
            continue
        first, last = ends_of(extent)[0], ends_of(extent)[-1]
        start = citation.start + (first.span.start if number else 0)
        to_the_end = number == len(extents) - 1 and last.heading is None
        yield (start, citation.end if to_the_end else citation.start + last.span.end), extent


def _place_in(work: str, said: str) -> str:
    """Of "Condition 22 of the DCC Licence" and "DCC Licence (Condition 18)", the Condition."""
    place = said.removeprefix(work).lstrip(" (").removesuffix(")") if said.startswith(work) else said
    if place.endswith(work):
        place = place[: len(place) - len(work)]
    return PART_OF.sub("", place)
