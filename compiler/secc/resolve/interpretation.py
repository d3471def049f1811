"""What the places of a citation mean, from where it stands: the rules of interpretation.

SEC A2: a lettered Section is to the main body; a numbered Paragraph or Clause is to the Schedule or Appendix in which
it stands. An annex or inner document with a numbering of its own comes before what it stands in.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from secc.code.model import DivisionKind
from secc.code.walk import Placed
from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.resolve.citation.model import Place, TheCode, Unit
from secc.resolve.standing import Standing

VOLUMES = {Unit.APPENDIX: DocumentKind.APPENDIX, Unit.SCHEDULE: DocumentKind.SCHEDULE}
"""The words for documents of the Code. A Schedule of a form, such as an agreement, is an annex of it."""
DIVISIONS = {
    Unit.ANNEX: DivisionKind.ANNEX,
    Unit.PART: DivisionKind.PART,
    Unit.SCHEDULE: DivisionKind.ANNEX,
    Unit.APPENDIX: DivisionKind.ANNEX,
}
_NUMERAL = frozenset("IVX")
_NUMBERED = (Unit.SECTION, Unit.SUBSECTION, Unit.CLAUSE, Unit.PARAGRAPH, None)


class OutsideWork(Struct, frozen=True):
    """A work outside the Code, as it is called here."""

    title: str


class Unclear(Struct, frozen=True):
    """Said, but no provision or work that is known here: Appendix [TBC], this Act."""


class Nowhere(Struct, frozen=True):
    """Not said, and there is nothing around that paragraphs could be of."""


Whole: TypeAlias = Address | TheCode | OutsideWork | Unclear | Nowhere | None
"""What the numbers of a citation are said to be part of; None where nothing is said."""


class Interpreter:
    """Reads places from one provision. An address that it gives need not exist; None is for "not ours to say"."""

    def __init__(self, standing: Standing, here: Placed) -> None:
        self._standing = standing
        self._index = standing.index
        self._here = here.address
        self._numbering = here.numbering
        self._document = Address(here.address.document)
        self._unit = self._index.units.get(here.address.document, "").casefold()

    def address(self, place: Place, unit: Unit | None, whole: Address | TheCode | None) -> Address | None:
        """What a place means that is led by the word `unit`."""
        if isinstance(whole, Address):
            return self._within(whole, place, unit)
        if unit in DIVISIONS:
            return self._volume(place, unit, whole)
        if unit not in _NUMBERED:
            return None
        if place.letter:
            return self._main_body(place, unit, whole)
        return self._local(place, unit) if place.numbers and whole is None else None

    def holder(self, places: Sequence[Place], cited: Address | None) -> Address | None:
        """Of "paragraphs (a) to (d)": the nearest provision around this one that has them all.

        Else it is the one `cited` just before that has them ("the steps in clause 3.1 other than paragraph (f)"), else
        the nearest with the first of them. Where none has, it is the clause or definition in which the words stand;
        None outside any.
        """
        before = self.nearest(cited, places) if cited is not None else None
        found = self.nearest(self._here, places) or before or self.nearest(self._here, places[:1])
        outermost = next(each for each in _upwards(self._here) if not each.path or not each.path[-1].startswith("("))
        return found or (None if self._is_whole(outermost) else outermost)

    def nearest(self, address: Address, places: Sequence[Place]) -> Address | None:
        """The first that has all these paragraphs, of a provision and what it stands in."""
        for holder in _upwards(address):
            if all(self._standing.leads_to(_with_paragraphs(holder, place)) for place in places):
                return holder
        return None

    def this(self, unit: Unit) -> Whole:
        """Of "this Annex", "this Appendix"; a provision around is not said to be more than where the words stand."""
        if unit is Unit.CODE:
            return TheCode()
        if unit in _NUMBERED:
            return None
        if unit in (Unit.ANNEX, Unit.PART):
            kind = f"{DIVISIONS[unit]}-"
            return next(
                (each for each in self._numberings() if each.path and each.path[-1].startswith(kind)), self._document
            )
        return self._document if unit in (*VOLUMES, Unit.AGREEMENT) else Unclear()

    def beside(self, unit: Unit, *, before: bool) -> Address | None:
        """Of "the preceding paragraph", "the following Clause": the one beside this, or beside what this stands in."""
        if unit not in _NUMBERED:
            return None
        bracketed = unit is Unit.PARAGRAPH and not self._calls_its_provisions(unit)
        around = self._here
        while not self._is_whole(around):
            beside = self._index.before(around) if before else self._index.after(around)
            if beside is not None and around.path[-1].startswith("(") is bracketed:
                return beside
            around = around.parent
        return None

    # SEC A2, a rule each

    def _main_body(self, place: Place, unit: Unit | None, whole: TheCode | None) -> Address | None:
        """A lettered Section; but in a document with a form A1 of its own, or with an annex that has one, that."""
        label = place.number
        if whole is None and place.numbers and (unit is not Unit.SECTION or self._calls_its_provisions(unit)):
            own = self._own(label, place)
            if own is not None:
                return own
        section = Address(DocumentId(DocumentKind.SECTION, place.letter))
        if not place.numbers and _NUMERAL.issuperset(place.letter[1:]) and len(place.letter) > 1:
            return None  # Section IV of something else
        return _with_paragraphs(section.below(label) if place.numbers else section, place)

    def _own(self, label: str, place: Place) -> Address | None:
        """A provision of this document by a number with a letter: where the words stand, else in its one annex."""
        around = [each for each in self._numberings() if each.path or not self._in_main_body()]
        for numbering in around:
            wanted = _with_paragraphs(numbering.below(label), place)
            if self._standing.leads_to(wanted):
                return wanted
        annexes = [each.below(label) for each in self._index.numberings(self._document.document)]
        found = [each for each in annexes if self._standing.leads_to(_with_paragraphs(each, place))]
        return _with_paragraphs(found[0], place) if len(found) == 1 else None

    def _local(self, place: Place, unit: Unit | None) -> Address | None:
        """A number without a letter: of the annex or inner document, else of the Schedule or Appendix."""
        if unit is None:
            return None
        found = [
            self._numbered(numbering, place.number, place)
            for numbering in self._numberings()
            if numbering.path or not self._in_main_body()
        ]
        standing = next((each for each in found if self._standing.leads_to(each)), None)
        if standing is not None or not found:
            return standing
        is_ours = unit in (Unit.CLAUSE, Unit.PARAGRAPH) or self._calls_its_provisions(unit)
        return found[0] if is_ours else None

    def _volume(self, place: Place, unit: Unit | None, whole: TheCode | None) -> Address | None:
        """An annex or part of this document; otherwise a Schedule or Appendix of the Code."""
        assert unit is not None
        step = division_step(DIVISIONS[unit], place.number)
        if whole is None:
            for holder in self._numberings():
                if self._standing.leads_to(holder.below(step)):
                    return _in_annex(holder.below(step), place)
        if unit in VOLUMES:
            return _with_paragraphs(Address(DocumentId(VOLUMES[unit], place.number)), place)
        has_annexes = any(each.path[-1].startswith("annex-") for each in self._index.below.at(self._document))
        if unit is Unit.ANNEX and whole is None and has_annexes:
            return _in_annex(self._document.below(step), place)
        return None

    def _within(self, base: Address, place: Place, unit: Unit | None) -> Address | None:
        """A place within a document or provision that the citation names."""
        numbering = self._index.numbering_within(base)
        if unit in DIVISIONS:
            annex = numbering.below(division_step(DIVISIONS[unit], place.number))
            return _in_annex(annex, place) if unit not in VOLUMES or self._index.exists(annex) else None
        if unit not in _NUMBERED:
            return None
        if not place.numbers and not place.letter:
            return _with_paragraphs(base, place)
        if not self._is_whole(base):
            deeper = _with_paragraphs(numbering.below(f"{base.path[-1]}.{place.number}"), place)
            return deeper if self._standing.leads_to(deeper) else None
        label = place.number
        if base.document.kind is DocumentKind.SECTION and not base.path and not place.letter:
            label = base.document.label + label
        return self._numbered(numbering, label, place)

    def _numbered(self, numbering: Address, label: str, place: Place) -> Address:
        """A number; one that an Appendix of two documents does not have itself may be of one of them.

        Where it is of both nothing says which, and it is the Appendix that is certain.
        """
        wanted = _with_paragraphs(numbering.below(label), place)
        if self._standing.leads_to(wanted):
            return wanted
        kind = f"{DivisionKind.DOCUMENT}-"
        inner = [each for each in self._index.below.at(numbering) if each.path[-1].startswith(kind)]
        theirs = [_with_paragraphs(each.below(label), place) for each in inner]
        found = [each for each in theirs if self._standing.leads_to(each)]
        if len(found) > 1:
            return numbering
        return found[0] if found else wanted

    def _numberings(self) -> Iterator[Address]:
        """Where numbers begin that hold here: those of the annex or inner document first, of the document last."""
        numbering = self._numbering
        while numbering.path:
            yield numbering
            numbering = numbering.parent
        yield numbering

    def _in_main_body(self) -> bool:
        return self._document.document.kind is DocumentKind.SECTION

    def _calls_its_provisions(self, unit: Unit | None) -> bool:
        """Whether this document says `unit: section`."""
        return unit is not None and self._unit == unit

    def _is_whole(self, address: Address) -> bool:
        """Whether this is a document or a division of one, rather than a provision."""
        return address == address.numbering


def _upwards(address: Address) -> list[Address]:
    """An address and all that it stands in, by its labels."""
    found = [address]
    while found[-1].path:
        found.append(found[-1].parent)
    return found


def _with_paragraphs(address: Address, place: Place) -> Address:
    return Address(address.document, (*address.path, *(f"({label})" for label in place.paragraphs)))


def _in_annex(annex: Address, place: Place) -> Address:
    """Annex A (A7): the form is a number in the annex."""
    return _with_paragraphs(annex.below(place.form) if place.form else annex, place)
