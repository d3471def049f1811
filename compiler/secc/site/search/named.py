"""The names of defined terms, to be found by how they begin."""

import json
from collections.abc import Iterator, Sequence

from secc.site.naming import slug
from secc.site.search.entries import Entries, Kind, Unit, joined
from secc.site.search.shards import Line, as_compared
from secc.site.search.words import clean, words


def named(entries: Entries) -> list[Line]:
    """Every name by its words: as printed, the first name of its definition, where that stands, and its days."""
    found: dict[tuple[str, str, str, int], list[tuple[int, int]]] = {}
    for text in entries.texts:
        if entries.units[text.unit].kind is not Kind.DEFINITION:
            continue
        for name in text.names:
            key = " ".join(words(clean(name)))
            found.setdefault((key, name, text.names[0], text.unit), []).extend(text.days)
    return list(_lines(found, entries.units))


def _lines(found: dict[tuple[str, str, str, int], list[tuple[int, int]]], units: Sequence[Unit]) -> Iterator[Line]:
    for key, name, first, unit in sorted(found, key=_order):
        if key:
            days = joined(found[key, name, first, unit])
            value = [name, first if first != name else 0, _place(units[unit], first), days]
            yield Line(key, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _place(unit: Unit, first: str) -> str:
    """The page and the `id` of a definition; `<->` stands for its first name as it is in addresses."""
    own = slug(first)
    is_told = first.isascii() and unit.identifier.endswith(own)
    return f"{unit.page}#{unit.identifier.removesuffix(own)}<->" if is_told else f"{unit.page}#{unit.identifier}"


def _order(each: tuple[str, str, str, int]) -> tuple[bytes, str, str, int]:
    return (as_compared(each[0]), *each[1:])
