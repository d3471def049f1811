"""Prints words in quotation marks, expressions of time, and scopes, as they are written in instruments."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from secc.instruments.model import Scope
from secc.instruments.when import (
    After,
    Directed,
    Earlier,
    Effect,
    Event,
    IfDecided,
    Later,
    Never,
    On,
    OperationRef,
    When,
)


def quoted(words: str) -> str:
    """Words in quotation marks: `"Appendix [TBC]"`."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def listed(parts: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def printed_operations(refs: Iterable[OperationRef]) -> tuple[str, ...]:
    """Operations, those of one instrument together: `paragraphs 4 and 6 of 2015-04-24-informal-testing`."""
    numbers: dict[str, dict[str, None]] = {}
    for each in refs:
        numbers.setdefault(each.instrument, {})[each.number] = None
    return tuple(
        f"paragraph{'s' if len(each) > 1 else ''} {listed([*each])} of {name}" for name, each in numbers.items()
    )


def printed_when(when: When) -> str:
    """An expression of time: `the earlier of 2020-12-31 and event "DCC Live"`."""
    match when:
        case On(day):
            return day.isoformat()
        case Event(name):
            return f"event {quoted(name)}"
        case Effect(of):
            return f"the effect of {of}"
        case Never():
            return "never"
        case IfDecided(cases):
            return ", otherwise ".join(f"{day} if decided by {by}" for day, by in cases)
        case Earlier() | Later() | After() | Directed():
            return _compound(when)
    assert_never(when)


def _compound(when: Earlier | Later | After | Directed) -> str:
    """An expression that is made of others."""
    match when:
        case Earlier(of):
            return f"the earlier of {listed([_one(each) for each in of])}"
        case Later(of):
            return f"the later of {listed([_one(each) for each in of])}"
        case After(count, unit, start):
            after = _one(start) if isinstance(start, Directed | IfDecided) else printed_when(start)
            return f"{count} {unit}{'s' * (count != 1)} after {after}"
        case Directed(default):
            return f"{_one(default)} or such later date as is directed"


def _one(when: When) -> str:
    """An expression within another, in brackets where it has parts of its own."""
    return printed_when(when) if _is_one(when) else f"({printed_when(when)})"


def _is_one(when: When) -> bool:
    if isinstance(when, After):
        return _is_one(when.start)
    return not isinstance(when, Earlier | Later | Directed | IfDecided)


def printed_scope(scope: Scope) -> str:
    """`region "North" and User Role "Import Supplier"`; empty for everybody."""
    return listed([f"{each.dimension} {quoted(each.name)}" for each in scope.limits]) if scope.limits else ""
