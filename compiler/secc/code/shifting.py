"""What was read at one place of a file, as it is read at another."""

from functools import cache
from typing import get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from secc.code.model import AnyBlock, DivisionKind, Places, Prose
from secc.source import Span

_PLAIN = (str, int, bool, DivisionKind)


def shifted(block: AnyBlock, by: int) -> AnyBlock:
    """A block with all that stands in it, that many characters further on in the file."""
    return replace(block, **_changes(block, by)) if by else block


def _changes(read: Struct, by: int) -> dict[str, object]:
    return {name: _shifted(getattr(read, name), by) for name in _with_places(type(read))}


def _shifted(read: object, by: int) -> object:
    if isinstance(read, Prose):
        return Prose(read.text, read.marks, _shifted_places(read.places, by))
    if isinstance(read, Span):
        return Span(read.start + by, read.end + by)
    if isinstance(read, tuple):
        return tuple([_shifted(each, by) for each in read]) if read else read
    if not isinstance(read, Struct):
        return read
    changes = _changes(read, by)
    return replace(read, **changes) if changes else read


def _shifted_places(places: Places, by: int) -> Places:
    """Those of no words stand nowhere."""
    pairs = list(places.pairs)
    if pairs == [0, 0]:
        return places
    pairs[1::2] = [offset + by for offset in pairs[1::2]]
    return Places(tuple(pairs))


@cache
def _with_places(kind: type[Struct]) -> tuple[str, ...]:
    """The fields that may hold places in the file."""
    return tuple(name for name, held in get_type_hints(kind).items() if held not in _PLAIN)
