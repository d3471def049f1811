"""The words that name a place, step by step, and their order.

Words name a place from the inside out (`paragraph (b) of Section H14.31`) or, with "in", from the outside in
(`in Section A1.1, in the definition of "Device"`).
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct

from secc.ids import DocumentKind
from secc.instruments.places import Part
from secc.source import Span


class Number(Struct, frozen=True):
    """`H14.31(a)`, `4.26`, `AL`, `(b)`; `ends` where it ends a range that the number before it begins."""

    label: str
    paragraphs: tuple[str, ...] = ()
    ends: bool = False


class InSection(Struct, frozen=True):
    """`Section H14.31(a)`; a number within an Appendix where it says `Section 5.1 of Appendix D`."""

    numbers: tuple[Number, ...]


class InDocument(Struct, frozen=True):
    """`Appendix AL`, `Schedules 8 and 9`."""

    kind: DocumentKind
    numbers: tuple[Number, ...]


class Numbered(Struct, frozen=True):
    """`Clause 4.26(b)`, `paragraph (a)`."""

    numbers: tuple[Number, ...]


class Divided(Struct, frozen=True):
    """`Annex A`, `Part B`, `Document 2`."""

    kind: str
    numbers: tuple[Number, ...]


class Defined(Struct, frozen=True):
    """`the definition of "Device"`; each term is a number's label."""

    numbers: tuple[Number, ...]


class InPart(Struct, frozen=True):
    """`the opening words`, `the row beginning "X"`."""

    part: Part


Step: TypeAlias = InSection | InDocument | Numbered | Divided | Defined | InPart


class Element(Struct, frozen=True):
    """A step of a mention, and how it is joined to the one before it: with "in", after a comma."""

    step: Step
    span: Span
    with_in: bool = False
    after_comma: bool = False


Mention: TypeAlias = tuple[Element, ...]


def span_of(mention: Mention) -> Span:
    """From the first element to the last."""
    return Span(mention[0].span.start, mention[-1].span.end)


def documents(mention: Mention) -> list[Element]:
    """The elements that name a document: a lettered Section where no Appendix or Schedule is named, which it is in."""
    whole = [each for each in mention if isinstance(each.step, InDocument)]
    return whole or [each for each in mention if _is_lettered(each.step)]


def _is_lettered(step: Step) -> bool:
    return isinstance(step, InSection) and step.numbers[0].label[:1].isupper()


def outside_in(mention: Mention) -> list[Element] | None:
    """The elements from the document inwards; None where the order cannot be told."""
    named = documents(mention)
    if len(named) > 1:
        return None
    document = named[0] if named else None
    groups = _split(mention, lambda each: each.with_in and each.after_comma)
    ordered = [_group_outside_in(group, document) for group in groups]
    if any(group is None for group in ordered):
        return None
    places = [index for index, group in enumerate(groups) if _holds(group, document)]
    first = not places or places[0] == 0
    if not first and places[0] != len(groups) - 1:
        return None
    return [each for group in (ordered if first else ordered[::-1]) for each in group or ()]


def _holds(elements: Sequence[Element], document: Element | None) -> bool:
    return any(each is document for each in elements)


def _group_outside_in(group: Mention, document: Element | None) -> list[Element] | None:
    """The elements of a stretch without commas: from the inside out, unless it begins with its document."""
    parts = _split(group, lambda each: each.with_in)
    places = [index for index, part in enumerate(parts) if _holds(part, document)]
    inwards = [each for part in parts for each in reversed(part)]
    outwards = [each for part in reversed(parts) for each in reversed(part)]
    if not places:
        return outwards
    if parts[places[0]][-1] is not document:
        return None
    if places[0] == len(parts) - 1:
        return outwards
    return inwards if places[0] == 0 else None


def _split(elements: Sequence[Element], begins: Callable[[Element], bool]) -> list[Mention]:
    groups: list[list[Element]] = []
    for each in elements:
        if not groups or begins(each):
            groups.append([])
        groups[-1].append(each)
    return [tuple(group) for group in groups]
