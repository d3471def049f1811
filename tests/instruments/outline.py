"""What an instrument says as an outline: a line for the header, each attribute, note and operation."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.instruments.model import Instrument, Operation, SourceText
from secc.instruments.places import Place, Whole
from secc.source import Span

_SHOWN_FIRST = ("kind", "name", "title")
_APART = ("notes", "operations", "span")


def outline(instrument: Instrument) -> str:
    """The instrument, with the names of the model's types and fields; what is as it is by default is left out."""
    lines = [f"{instrument.kind} {instrument.name} '{instrument.title}'"]
    lines += [f"  {name} = {shown}" for name, shown in _fields(instrument) if name not in (*_SHOWN_FIRST, *_APART)]
    lines += [f"  note '{note}'" for note in instrument.notes]
    for operation in instrument.operations:
        lines += _operation(operation)
    return "\n".join(lines) + "\n"


def _operation(operation: Operation) -> Iterator[str]:
    number = operation.number or "unnumbered"
    yield f"  {number} {_shown(operation.action)}"
    for name, shown in _fields(operation):
        if name not in ("number", "action", "span"):
            yield f"    {name} = {shown}"


def _fields(value: Struct) -> Iterator[tuple[str, str]]:
    """The fields that differ from their default."""
    defaults = dict(zip(reversed(value.__struct_fields__), reversed(value.__struct_defaults__), strict=False))
    for name in value.__struct_fields__:
        field = getattr(value, name)
        if name not in defaults or field != defaults[name]:
            yield name, _shown(field)


def _shown(value: object) -> str:
    match value:
        case Place(address, part):
            return str(address) if isinstance(part, Whole) else f"{_shown(part)} of {address}"
        case Address() | DocumentId() | Enum() | date() | bool():
            return str(value)
        case SourceText(lines):
            return _shown(lines)
        case str():
            return f"'{value}'"
        case tuple():
            return f"[{', '.join(map(_shown, value))}]"
        case Struct() if not isinstance(value, Span):
            fields = ", ".join(f"{name}={shown}" for name, shown in _fields(value))
            return f"{type(value).__name__}({fields})"
        case _:
            return str(value)
