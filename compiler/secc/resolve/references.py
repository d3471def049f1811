"""Citations bound to provisions by the rules of interpretation, each from the place where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secc.code.model import Prose
from secc.code.walk import Placed, prose_in
from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.resolve.citation import Names, find
from secc.resolve.citation.model import (
    Blank,
    Citation,
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
from secc.resolve.index import Index
from secc.resolve.model import Broken, Fault, Link, Outside, Reference
from secc.syntax.labels import number_key

_VOLUMES = {Unit.APPENDIX: DocumentKind.APPENDIX, Unit.SCHEDULE: DocumentKind.SCHEDULE}
_DIVISIONS = {Unit.ANNEX: "annex", Unit.PART: "part", Unit.SCHEDULE: "annex", Unit.APPENDIX: "annex"}
_NUMBERED = (Unit.SECTION, Unit.SUBSECTION, Unit.CLAUSE, Unit.PARAGRAPH, None)


@dataclass(frozen=True, slots=True)
class _Base:
    """What a citation's numbers are part of: a provision, a work outside, or the Code (no address)."""

    address: Address | None = None
    work: str = ""


class ReferenceBinder:
    """Binds the citations of a state of the Code."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._documents = frozenset(index.documents)
        self._names = Names({name: str(address) for name, address in index.names.items()})
        self._named = {str(address): address for address in index.names.values()}
        self._order: dict[Address, list[Address]] | None = None

    def bind(self, placed: Placed, prose: Prose) -> tuple[Reference, ...]:
        """Every reference of a prose in order. Words that a form or instrument sets out refer to nothing here."""
        if placed.quoted:
            return ()
        binding = _Binding(self, placed.address, prose.text)
        for citation in find(prose.text, self._names):
            binding.citation(citation)
        return tuple(binding.found)

    def exists(self, address: Address) -> bool:
        """Whether there is such a provision or document."""
        return address in self._index.provisions or (not address.path and address.document in self._documents)

    def document(self, kind: DocumentKind, label: str) -> Address:
        """The address that a document of this kind and label has or would have."""
        return Address(DocumentId(kind, label))

    def named(self, label: str) -> Address:
        """The document that a name stands for."""
        return self._named[label]

    def says_inline(self, address: Address) -> bool:
        """Whether a paragraph is one of a list run into the sentence of the provision above it: "(a) …; (b) …"."""
        above = self._index.provisions.get(address.parent)
        if above is None or not address.path[-1].startswith("("):
            return False
        return any(address.path[-1] in prose.text for prose in prose_in(above.placed.block))

    def between(self, first: Address, last: Address) -> tuple[Address, ...]:
        """Both ends and every provision of their level between them, in order; inserted letters are among them."""
        if not first.path:
            ordered = [Address(each) for each in sorted(self._documents) if each.kind == first.document.kind]
            return tuple(each for each in ordered if first.document <= each.document <= last.document)
        level = self._level(first.parent)
        low, high = _key(first), _key(last)
        depth = first.path[-1].count(".")
        return tuple(each for each in level if low <= _key(each) <= high and each.path[-1].count(".") == depth)

    def _level(self, parent: Address) -> Sequence[Address]:
        if self._order is None:
            self._order = {}
            for address in self._index.provisions:
                self._order.setdefault(address.parent, []).append(address)
        return self._order.get(parent, [])


def _key(address: Address) -> tuple[tuple[int, str], ...]:
    step = address.path[-1]
    if not step.startswith("("):
        return number_key(step)
    label = step.strip("()")
    return number_key(label) if label[0].isdigit() else ((len(label) if len(set(label)) == 1 else 1, label),)


class _Binding:
    """One prose under way."""

    def __init__(self, binder: ReferenceBinder, at: Address, text: str) -> None:
        self._binder = binder
        self._at = at
        self._text = text
        self.found: list[Reference] = []

    def citation(self, citation: Citation) -> None:
        """Bind one citation: each provision of a list is a reference of its own."""
        match citation.reference:
            case Provisions() | Relative() as cited if cited.extents:
                self._extents(citation, cited)
            case Relative(pointer=Pointer.THAT):
                self._back(citation)
            case Work(title=title):
                self.found.append(Outside(citation.start, citation.end, title, ""))
            case _:
                pass

    def _back(self, citation: Citation) -> None:
        """Of "that Section": the one just cited, where one was."""
        for earlier in reversed(self.found):
            if isinstance(earlier, Link):
                self.found.append(Link(citation.start, citation.end, earlier.targets))
                return

    def _extents(self, citation: Citation, cited: Provisions | Relative) -> None:
        base = self._base(cited.within) if isinstance(cited, Provisions) and cited.within is not None else None
        if base is not None and base.work:
            self.found.append(Outside(citation.start, citation.end, base.work, self._said(citation)))
            return
        last = len(cited.extents) - 1
        for place, extent in enumerate(cited.extents):
            if isinstance(extent, Blank):
                continue
            first_span = extent.first.span if isinstance(extent, Range) else extent.span
            last_place = extent.last if isinstance(extent, Range) else extent
            start = citation.start if place == 0 else citation.start + first_span.start
            whole = place == last and last_place.heading is None
            end = citation.end if whole else citation.start + last_place.span.end
            self._extent(start, end, extent, cited.unit, base, citation.start)

    def _said(self, citation: Citation) -> str:
        return self._text[citation.start : citation.end]

    def _extent(
        self, start: int, end: int, extent: Place | Range, unit: Unit | None, base: _Base | None, offset: int
    ) -> None:
        said = self._text[start:end]
        if unit is Unit.RFC:
            self.found.append(Outside(start, end, said if "RFC" in said else f"RFC {said}", ""))
            return
        places = (extent.first, extent.last) if isinstance(extent, Range) else (extent,)
        ends = [self._address(place, unit, base) for place in places]
        if any(each is None for each in ends):
            return
        addresses = [each for each in ends if each is not None]
        missing = next((each for each in addresses if not self._stands(each)), None)
        if missing is not None:
            known = missing.document in (each.document for each in addresses) and self._binder.exists(
                Address(missing.document)
            )
            fault = Fault.NO_PROVISION if known else Fault.NO_DOCUMENT
            self.found.append(Broken(start, end, missing if known else Address(missing.document), said, fault))
            return
        shown = [each if self._binder.exists(each) else each.parent for each in addresses]
        targets = self._binder.between(*shown) if len(shown) == 2 else tuple(shown)
        heading = places[-1].heading
        if heading is None:
            self.found.append(Link(start, end, targets or tuple(shown)))
        else:
            span = (offset + heading.span.start, offset + heading.span.end)
            self.found.append(Link(start, end, targets or tuple(shown), heading.text, *span))

    def _stands(self, address: Address) -> bool:
        return self._binder.exists(address) or self._binder.says_inline(address)

    # What a place means from here: an address, whether or not there is such a provision, or None for "not ours to say".

    def _address(self, place: Place, unit: Unit | None, base: _Base | None) -> Address | None:
        if base is not None and base.address is not None:
            return self._below(base.address, place, unit)
        if unit in _DIVISIONS or unit in _VOLUMES:
            return self._volume(place, unit)
        if unit not in _NUMBERED:
            return None
        if not place.letter and not place.numbers:
            return self._relative_paragraphs(place)
        if place.letter:
            return self._main_body(place, unit, named=base is not None)
        return self._local(place, unit)

    def _main_body(self, place: Place, unit: Unit | None, *, named: bool) -> Address | None:
        """SEC A2: a lettered Section is to the main body. In an annex, its own A1 comes first."""
        label = place.letter + ".".join(place.numbers)
        local = _with_paragraphs(self._at.numbering.below(label), place)
        if not named and self._at.numbering.path and self._binder.exists(local):
            return local
        document = self._binder.document(DocumentKind.SECTION, place.letter)
        address = _with_paragraphs(document.below(label) if place.numbers else document, place)
        return None if unit is None and not named and self._is_code(place, address) else address

    def _is_code(self, place: Place, address: Address) -> bool:
        """Whether a bare letter and number, such as E3 or I99, is no reference: a code, a form, a paper size.

        With a point in it (H14.31) it is one, if there is such a Section; without, only if there is such a provision,
        and, outside the main body, only if it does not stand alone (in a cell, say).
        """
        if len(place.numbers) > 1:
            return not self._binder.exists(Address(address.document))
        alone = self._at.document.kind is not DocumentKind.SECTION and len(self._text) <= len(address.local)
        return alone or not place.numbers or not self._binder.exists(address)

    def _local(self, place: Place, unit: Unit | None) -> Address | None:
        """SEC A2: a numbered Paragraph or Clause is to the Schedule or Appendix in which it stands."""
        if self._at.document.kind is DocumentKind.SECTION:
            return None
        if unit is None:
            return None
        label = ".".join(place.numbers)
        own = _with_paragraphs(self._at.numbering.below(label), place)
        outer = _with_paragraphs(Address(self._at.document).below(label), place)
        if not self._stands(own) and self._stands(outer):
            return outer
        return own

    def _relative_paragraphs(self, place: Place) -> Address | None:
        """Of "paragraph (a)": in the nearest provision around this one that has such a paragraph."""
        around = self._at
        while around.path and around != around.numbering:
            wanted = _with_paragraphs(around, place)
            if self._stands(wanted):
                return wanted
            around = around.parent
        outermost = self._at
        while outermost.parent.path and outermost.parent != outermost.numbering:
            outermost = outermost.parent
        return _with_paragraphs(outermost, place) if outermost.path else None

    def _volume(self, place: Place, unit: Unit | None) -> Address | None:
        label = place.letter or ".".join(place.numbers)
        if unit in _DIVISIONS:
            step = division_step(_DIVISIONS[unit], label)
            for holder in (self._at.numbering, Address(self._at.document)):
                if self._binder.exists(holder.below(step)):
                    return _in_annex(holder.below(step), place)
        if unit in _VOLUMES:
            document = self._binder.document(_VOLUMES[unit], label)
            return _with_paragraphs(document, place)
        return None

    def _below(self, base: Address, place: Place, unit: Unit | None) -> Address | None:
        """A place within a document or provision that the citation names."""
        if unit in (Unit.ANNEX, Unit.PART):
            step = division_step(_DIVISIONS[unit], place.letter or ".".join(place.numbers))
            return _in_annex(base.below(step), place)
        if unit not in _NUMBERED:
            return None
        if not place.numbers and not place.letter:
            return _with_paragraphs(base, place)
        if base.document.kind is DocumentKind.SECTION and base.path and place.numbers and not place.letter:
            return self._local(place, unit)  # "in accordance with Section A3.6, paragraphs 2 to 4 set out …"
        label = place.letter + ".".join(place.numbers)
        if not base.path and base.document.kind is DocumentKind.SECTION and not place.letter:
            label = base.document.label + label
        holder = base if base == base.numbering else base.numbering
        return self._in_inner_documents(holder, label, place)

    def _in_inner_documents(self, holder: Address, label: str, place: Place) -> Address:
        """An Appendix may hold two documents: a number that it does not have itself may be one of theirs."""
        wanted = _with_paragraphs(holder.below(label), place)
        if self._stands(wanted):
            return wanted
        number = 1
        while self._binder.exists(inner := holder.below(division_step("document", str(number)))):
            if self._stands(_with_paragraphs(inner.below(label), place)):
                return _with_paragraphs(inner.below(label), place)
            number += 1
        return wanted

    # What the citation's numbers are part of

    def _base(self, within: Cited) -> _Base | None:
        match within:
            case Work(title=title):
                return _Base(work=title)
            case TheCode():
                return _Base()
            case Named(label=label):
                return _Base(self._binder.named(label))
            case Provisions(unit=unit, extents=extents, within=outer):
                holder = self._base(outer) if outer is not None else None
                return self._base_of(unit, extents, holder)
            case Relative(unit=Unit.CODE):
                return _Base()
            case Relative(unit=unit, extents=extents):
                return self._base_of(unit, extents, None) if extents else _Base(self._whole(unit))

    def _base_of(self, unit: Unit | None, extents: Sequence[Extent], holder: _Base | None) -> _Base | None:
        if holder is not None and holder.work:
            return holder
        first = extents[0]
        place = first.first if isinstance(first, Range) else first
        if isinstance(place, Blank):
            return None
        address = self._address(place, unit, holder)
        return _Base(address) if address is not None else _Base(work=self._text_of(place))

    def _text_of(self, place: Place) -> str:
        return place.letter + ".".join(place.numbers)

    def _whole(self, unit: Unit) -> Address:
        """Of "this Appendix", "this Annex": the document, or the division, in which it stands."""
        return self._at.numbering if unit in (Unit.ANNEX, Unit.PART) else Address(self._at.document)


def _with_paragraphs(address: Address, place: Place) -> Address:
    return Address(address.document, (*address.path, *(f"({label})" for label in place.paragraphs)))


def _in_annex(annex: Address, place: Place) -> Address:
    """Annex A (A7): the form is a number in the annex."""
    return _with_paragraphs(annex.below(place.form) if place.form else annex, place)


def references_of(binder: ReferenceBinder, placed: Placed, prose: Prose) -> Iterator[Reference]:
    """The references of a prose that overlap no other, in order."""
    end = -1
    for reference in sorted(binder.bind(placed, prose), key=lambda each: each.start):
        if reference.start >= end:
            yield reference
            end = reference.end
