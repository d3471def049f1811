"""Prints places and provisions as they are written in instruments."""

from typing import assert_never

from secc.ids import Address, DocumentKind
from secc.instruments import patterns
from secc.instruments.places import (
    ClosingWords,
    Heading,
    One,
    OpeningWords,
    Place,
    Provisions,
    Range,
    SubHeadingNamed,
    TableRow,
    Whole,
)
from secc.instruments.printing_when import listed, quoted


def printed_provision(address: Address) -> str:
    """`Section H14.31(a)`, `Clause 4.26 of Appendix AL`, `the definition of "Device" in Section A1.1`."""
    term = _last_term(address)
    if term >= 0:
        below = "".join(address.path[term + 1 :])
        of = f"paragraph {below} of " if below else ""
        holder = Address(address.document, address.path[:term])
        return f"{of}the definition of {_term(address, term)} in {printed_provision(holder)}"
    divisions = len(address.numbering.path)
    number = "".join(address.path[divisions:])
    if not divisions and _completes_its_section(address):
        return f"Section {number}"
    around = address.document.printed
    for step in address.path[:divisions]:
        kind, _, label = step.partition("-")
        around = f"{kind.capitalize()} {label} of {around}"
    if not number:
        return around
    return f"{'paragraph' if number.startswith('(') else 'Clause'} {number} of {around}"


def printed_place(place: Place) -> str:
    """A provision, or `the opening words of` one, `the row beginning "X" in the table in` one."""
    provision = printed_provision(place.address)
    match place.part:
        case Whole():
            return provision
        case OpeningWords():
            return f"the opening words of {provision}"
        case ClosingWords():
            return f"the closing words of {provision}"
        case Heading():
            return f"the heading of {provision}"
        case SubHeadingNamed(words):
            return f"the sub-heading {quoted(words)} in {provision}"
        case TableRow():
            return f"{_row(place.part)} in {provision}"
    assert_never(place.part)


def printed_in(place: Place) -> str:
    """`in` a place; for a definition from the outside in: `in Section A1.1, in the definition of "Device"`."""
    address = place.address
    term = _last_term(address)
    if term < 0 or not isinstance(place.part, Whole):
        return f"in {printed_place(place)}"
    holder = Address(address.document, address.path[:term])
    below = "".join(address.path[term + 1 :])
    within = f", in paragraph {below}" if below else ""
    return f"in {printed_provision(holder)}, in the definition of {_term(address, term)}{within}"


def printed_span(first: Place, last: Place | None) -> str:
    """One place, or `Sections H14.5 to H14.7`."""
    if last is None:
        return printed_place(first)
    if isinstance(first.part, Whole) and isinstance(last.part, Whole):
        return _range(first.address, last.address)
    return f"{printed_place(first)} to {printed_place(last)}"


def printed_provisions(provisions: Provisions) -> str:
    """`Sections H14.2(a), H14.5 and H14.6`; `Section H5, Section H6 and Appendix D`; `Sections F5 to F10`."""
    if all(_in_main_body(each) for each in provisions):
        plural = len(provisions) > 1 or isinstance(provisions[0], Range)
        return f"Section{'s' * plural} {listed([_numbers(each) for each in provisions])}"
    return listed([_printed_each(each) for each in provisions])


def _printed_each(each: One | Range) -> str:
    return printed_provision(each.address) if isinstance(each, One) else _range(each.first, each.last)


def _range(first: Address, last: Address) -> str:
    if _is_section(first) and _is_section(last):
        return f"Sections {_number(first)} to {_number(last)}"
    if first.parent == last.parent and _is_clause(first) and _is_clause(last):
        around = printed_provision(first.parent)
        return f"Clauses {first.path[-1]} to {last.path[-1]} of {around}"
    return f"{printed_provision(first)} to {printed_provision(last)}"


def _in_main_body(each: One | Range) -> bool:
    ends = (each.address,) if isinstance(each, One) else (each.first, each.last)
    return all(map(_is_section, ends))


def _numbers(each: One | Range) -> str:
    return _number(each.address) if isinstance(each, One) else f"{_number(each.first)} to {_number(each.last)}"


def _number(address: Address) -> str:
    return "".join(address.path) or address.document.label


def _is_section(address: Address) -> bool:
    """Whether a place is printed as `Section` and a number or letter, and nothing more."""
    if address.document.kind is not DocumentKind.SECTION or _last_term(address) >= 0:
        return False
    return not address.path or _completes_its_section(address)


def _is_clause(address: Address) -> bool:
    """Whether a place is printed as `Clause` and a number of what it is in."""
    numbered = len(address.path) - len(address.numbering.path) == 1 and not address.path[-1].startswith(("(", '"'))
    return numbered and not _is_section(address)


def _completes_its_section(address: Address) -> bool:
    """Whether its number begins with the letter of its Section, as H14 does."""
    if address.document.kind is not DocumentKind.SECTION or not address.path:
        return False
    found = patterns.LABEL_PREFIX.match(address.path[0])
    return found is not None and found["letters"] == address.document.label


def _last_term(address: Address) -> int:
    """Where the innermost definition stands in the path; -1 where there is none."""
    return max((place for place, step in enumerate(address.path) if step.startswith('"')), default=-1)


def _term(address: Address, place: int) -> str:
    return quoted(address.path[place][1:-1])


def _row(row: TableRow) -> str:
    table = f"the table {quoted(row.table)}" if row.table else "the table"
    if row.row:
        table = f"the row beginning {quoted(row.row)} in {table}"
    if row.column:
        table = f"the column {quoted(row.column)} {'of' if row.row else 'in'} {table}"
    return table
