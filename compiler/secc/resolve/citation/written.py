"""Targets as reports on citations write them: `H14.31(a)`, `Appendix D/8.3.3`, `Energy Act 2008/section 88`."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from secc.resolve.citation.model import Extent, Place, Range, Unit

# Units that are written with a small letter in a target; the others have a capital.
_SMALL = frozenset((Unit.SECTION, Unit.SUBSECTION, Unit.CLAUSE, Unit.PARAGRAPH, Unit.REGULATION, Unit.RULE))


class TargetRange(Struct, frozen=True, array_like=True):
    """From one target to another, both included."""

    first: str
    last: str


Target: TypeAlias = str | TargetRange
Writer: TypeAlias = Callable[[Place], str]


def number(place: Place) -> str:
    """H14.31(a), 8.3.3, AL, A(A7)."""
    form = f"({place.form})" if place.form else ""
    return place.number + form + "".join(f"({label})" for label in place.paragraphs)


def behind(outer: str) -> Writer:
    """A clause of an Appendix is its number behind the Appendix: Appendix D/8.3.3, Appendix AG/2.5.6(d)."""
    return lambda place: f"{outer}/{number(place)}" if _numbered(place) else outer + number(place)


def part(outer: str, unit: Unit | None) -> Writer:
    """A part of a work has its unit too: Energy Act 2008/section 88; a bracketed label goes straight behind."""
    write = capital if outer.startswith("this:") else called
    return lambda place: f"{outer}/{write(unit, place)}" if _numbered(place) else outer + number(place)


def own(unit: Unit) -> Writer:
    """A part of the letter itself: this:Annex B."""
    return lambda place: f"this:{capital(unit, place)}"


def called(unit: Unit | None, place: Place) -> str:
    """Condition 22, section 88, Section D, Annex A(A1); the number alone where no unit is named."""
    if unit is None:
        return number(place)
    small = unit.isupper() or (unit in _SMALL and not place.letter)
    return f"{unit if small else unit.capitalize()} {number(place)}"


def capital(unit: Unit | None, place: Place) -> str:
    """The same with a capital, as the letter's own parts are written: Section 4."""
    name = called(unit, place)
    return name[0].upper() + name[1:]


def written(extents: tuple[Extent, ...], writer: Writer) -> tuple[Target, ...]:
    """The targets of a list; placeholders have none."""
    return tuple(
        TargetRange(writer(extent.first), writer(extent.last)) if isinstance(extent, Range) else writer(extent)
        for extent in extents
        if isinstance(extent, Range | Place)
    )


def _numbered(place: Place) -> bool:
    return bool(place.letter or place.numbers)
