"""From the words that name a place to its address.

Exactly one document must be among the steps, or the place must stand in another that the sentence has named.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.instruments import faults, patterns
from secc.instruments.mentions import (
    Defined,
    Divided,
    Element,
    InDocument,
    InPart,
    InSection,
    Mention,
    Number,
    Step,
    documents,
    outside_in,
    span_of,
)
from secc.instruments.places import Part, Place, TableRow, Whole
from secc.instruments.range_faults import UNLIKE_ENDS
from secc.source import Span
from secc.syntax.faults import Fault


class Extent(Struct, frozen=True):
    """One place, or all from the first to the last."""

    first: Place
    last: Place | None = None


Tell: TypeAlias = Callable[[Span, Fault], None]
"""Tells of a fault at a place."""

NOWHERE = Place(Address(DocumentId(DocumentKind.SECTION, "")))
"""Stands in for a place that could not be read."""


def place(mention: Mention, within: Place | None, tell: Tell) -> Place:
    """The one place that is named. Where there is none or several, it is told, and some place returned."""
    found = extents(mention, within, tell)
    if len(found) != 1 or found[0].last is not None:
        tell(span_of(mention), faults.NOT_ONE_PLACE)
    return found[0].first


def extents(mention: Mention, within: Place | None, tell: Tell) -> tuple[Extent, ...]:
    """The places and ranges that are named; at least one. What is wrong is told, and some place returned."""
    ordered = outside_in(mention)
    if ordered is None:
        tell(span_of(mention), faults.TWO_DOCUMENTS if len(documents(mention)) > 1 else faults.UNCLEAR_PLACE)
        return (Extent(NOWHERE),)
    in_document = any(isinstance(each.step, InDocument) for each in mention)
    around = None if documents(mention) else within
    for element in ordered[:-1]:
        around = _only(element, around, tell, lettered=not in_document)
    last = ordered[-1]
    return tuple(_extents(last, around, tell, lettered=not in_document))


def extent(span: tuple[Mention, ...], within: Place | None, tell: Tell) -> Extent:
    """The one place or range that a mention names, or two mentions as its ends."""
    if len(span) == 2:
        return ranged(place(span[0], within, tell), place(span[1], within, tell), span_of(span[1]), tell)
    found = extents(span[0], within, tell)
    if len(found) > 1:
        tell(span_of(span[0]), faults.NOT_ONE_PLACE)
    return found[0]


def ranged(first: Place, last: Place, span: Span, tell: Tell) -> Extent:
    """From one place to another, of which it is told where the two do not stand beside each other."""
    if NOWHERE not in (first, last) and not _is_beside(first.address, last.address):
        tell(span, UNLIKE_ENDS)
    return Extent(first, last)


def _is_beside(first: Address, last: Address) -> bool:
    """Whether two provisions are of one kind and, by their numbers, of one parent; two documents are."""
    if not first.path or not last.path:
        return not first.path and not last.path
    inside = (first.document, first.path[:-1]) == (last.document, last.path[:-1])
    return inside and _division(first) == _division(last) and is_like(first, last.path[-1])


def _division(address: Address) -> str:
    """The kind of an Annex, Part or inner document; empty for anything else."""
    kind = address.path[-1].partition("-")[0]
    return kind if kind in _DIVISIONS else ""


def is_like(address: Address, number: str) -> bool:
    """Whether a number is of the kind that a provision has: a paragraph's, a clause's.

    Those of sub-sections and clauses of a Section differ, H14 and H14.31; elsewhere clauses are numbered in many ways.
    """
    own = address.path[-1]
    if own[0] in '("' or number[0] in '("':
        return own[0] == number[0]
    is_section = address.document.kind is DocumentKind.SECTION and len(address.path) == 1
    return not is_section or bool(_division(address)) or own.count(".") == number.count(".")


def _only(element: Element, around: Place | None, tell: Tell, *, lettered: bool) -> Place:
    found = list(_extents(element, around, tell, lettered=lettered))
    if len(found) != 1 or found[0].last is not None:
        tell(element.span, faults.NOT_ONE_PLACE)
    return found[0].first


def _extents(element: Element, around: Place | None, tell: Tell, *, lettered: bool) -> Iterator[Extent]:
    """What one step names, in what stands around it."""
    step = element.step
    if isinstance(step, InPart):
        yield Extent(_part(step.part, around, element, tell))
        return
    open_: Extent | None = None
    for number in step.numbers:
        made = Place(_address(step, number, around, element, tell, lettered=lettered))
        if number.ends and open_ is not None and open_.last is None:
            open_ = ranged(open_.first, made, element.span, tell)
            continue
        if open_ is not None:
            yield open_
        open_ = Extent(made)
    assert open_ is not None
    yield open_


def _part(part: Part, around: Place | None, element: Element, tell: Tell) -> Place:
    if around is None:
        tell(element.span, faults.NO_DOCUMENT)
        return NOWHERE
    outer = around.part
    if isinstance(outer, Whole):
        return Place(around.address, part)
    if isinstance(outer, TableRow) and isinstance(part, TableRow):
        table, row, column = (_one_of(*pair) for pair in zip(_columns(outer), _columns(part), strict=True))
        if table is not None and row is not None and column is not None:
            return Place(around.address, TableRow(row, column, table))
    tell(element.span, faults.UNCLEAR_PLACE)
    return around


def _columns(row: TableRow) -> tuple[str, str, str]:
    return row.table, row.row, row.column


def _one_of(first: str, second: str) -> str | None:
    """The one that is given; None where both are, and differ."""
    return None if first and second and first != second else first or second


def _address(
    step: Step, number: Number, around: Place | None, element: Element, tell: Tell, *, lettered: bool
) -> Address:
    fault = _misplaced(step, number, around, lettered=lettered)
    if fault is not None:
        tell(element.span, fault)
        return NOWHERE.address
    match step:
        case InDocument(kind):
            return Address(DocumentId(kind, number.label))
        case InSection() if around is None:
            return _section(number)
        case Divided(kind):
            steps: tuple[str, ...] = (division_step(kind, number.label),)
        case Defined():
            steps = (f'"{number.label}"',)
        case _:
            steps = ((number.label,) if number.label else ()) + number.paragraphs
    assert around is not None
    return Address(around.address.document, around.address.path + steps)


def _section(number: Number) -> Address:
    """A provision or the whole of a Section of the main body."""
    found = patterns.BOUND_LETTERS.match(number.label)
    assert found is not None
    whole = found.end() == len(number.label)
    document = DocumentId(DocumentKind.SECTION, found.group())
    return Address(document, () if whole else (number.label, *number.paragraphs))


def _misplaced(step: Step, number: Number, around: Place | None, *, lettered: bool) -> Fault | None:
    """Why a step cannot stand where it stands."""
    if around is None:
        return _not_outermost(step, number, lettered=lettered)
    if not isinstance(around.part, Whole) or isinstance(step, InDocument):
        return faults.UNCLEAR_PLACE
    last = around.address.path[-1] if around.address.path else ""
    match step:
        case Divided():
            return None if not last or last.partition("-")[0] in _DIVISIONS else faults.UNCLEAR_PLACE
        case Defined():
            return faults.UNCLEAR_PLACE if last.startswith('"') else None
        case _ if number.label:
            if not any(each.isdigit() for each in number.label):
                return faults.NO_NUMBER
            return None if not last or last.partition("-")[0] in _DIVISIONS else faults.UNCLEAR_PLACE
    return None


_DIVISIONS = ("annex", "part", "document")


def _not_outermost(step: Step, number: Number, *, lettered: bool) -> Fault | None:
    """Why a step cannot be the outermost."""
    match step:
        case InDocument():
            return faults.NO_NUMBER if number.paragraphs or not _is_whole(number.label) else None
        case InSection() if lettered:
            if patterns.BOUND_LETTERS.match(number.label) is None:
                return faults.NO_LETTER
            return faults.NO_NUMBER if number.label.isalpha() and number.paragraphs else None
        case _:
            return faults.NO_DOCUMENT


def _is_whole(label: str) -> bool:
    return label.isdigit() or (label.isalpha() and label.isupper())
