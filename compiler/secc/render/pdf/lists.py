"""Labelled lines as lists, so that who hears a document is told how many there are, and how deep each stands."""

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec.structs import replace

from secc.render.pdf.sheet import Kind, Sheet

_DEEPEST = 8
"""How many lists may stand in one another; typst bears a few more."""


def as_list(items: Iterable[tuple[Sheet, ...]]) -> tuple[Sheet, ...]:
    """Labelled lines, each with what stands in it, as one list; another begins below what is told above a line.

    They stay as they are where a heading stands in one, which no list may hold, and around lists that are too deep.
    """
    found = tuple(items)
    every = tuple(chain.from_iterable(found))
    if any(sheet.kind is Kind.HEADING for sheet in every) or _depth(every) >= _DEEPEST:
        return every
    lines = [replace(line, inside=tuple(rest)) for line, *rest in found]
    begins = [place for place, line in enumerate(lines) if line.told or not place]
    return tuple(_listed(lines[start:end]) for start, end in zip(begins, [*begins[1:], None], strict=True))


def _listed(lines: Sequence[Sheet]) -> Sheet:
    first, *others = lines
    return Sheet(kind=Kind.LIST, left=first.left, told=first.told, inside=(replace(first, told=""), *others))


def _depth(sheets: Iterable[Sheet]) -> int:
    return max((_depth(each.inside) + (each.kind is Kind.LIST) for each in sheets), default=0)
