"""Invariant 8: no regular expression repeats a repetition, so none is slow on any text."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from secc.expressions import Expression
from tests.source_code import PACKAGE

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_FINAL = ("POSSESSIVE_REPEAT", "ATOMIC_GROUP")
_LONG = 64


def compiled(path: Path) -> Iterator[tuple[str, re.Pattern[str] | Expression]]:
    """The named expressions of a layer's patterns module, or of one by area."""
    layer = import_module(f"secc.{path.parent.name}.{path.stem}")
    for name, value in vars(layer).items():
        if isinstance(value, re.Pattern | Expression):
            yield f"{path.parent.name}.{name}", value


def repeats_a_repetition(pattern: str, flags: int = 0) -> bool:
    """Whether a repetition stands in another and either may go on for long (more than 64 times).

    Possessive repetitions and atomic groups never take back what they matched, so nothing in them can multiply.
    """
    parse: Callable[[str, int], object] = import_module("re._parser").parse
    return _multiplies(parse(pattern, flags), outermost=1)


def _multiplies(parsed: object, outermost: int) -> bool:
    """`outermost` is how often, at most, what is being looked at stands in a row."""
    match parsed:
        case (operation, _) if str(operation) in _FINAL:
            return False
        case (operation, (int(low), int(high), body)) if str(operation) in _REPEATS:
            if low != high and high > 1 and outermost > 1 and max(high, outermost) > _LONG:
                return True
            return _multiplies(body, max(outermost, high))
    return any(_multiplies(part, outermost) for part in _parts(parsed))


def _parts(parsed: object) -> list[object]:
    if isinstance(parsed, list | tuple):
        return list(parsed)
    inner = getattr(parsed, "data", None)  # what re._parser calls the parts of a group
    return list(inner) if isinstance(inner, list) else []


PATTERNS = [found for path in sorted(PACKAGE.glob("*/patterns*.py")) for found in compiled(path)]


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_no_repetition_is_repeated(name: str, pattern: re.Pattern[str] | Expression) -> None:
    assert not repeats_a_repetition(pattern.pattern, pattern.flags), f"make the inner or outer one possessive: {name}"


@pytest.mark.parametrize("pattern", [r"(a+)+", r"(?:\s*\w)*", r"(a|b{2,})*x", r"(?=(a*)*)", r"(\d+,){3}", r"(a{0,3})*"])
def test_a_repeated_repetition_is_seen(pattern: str) -> None:
    assert repeats_a_repetition(pattern)


@pytest.mark.parametrize(
    "pattern", [r"a+b*", r"(?:\.[0-9]{1,6}){0,8}", r"(?:a?b)*", r"(?>a+)*", r"(?:\w++,)*", "(aa)*"]
)
def test_other_repetitions_are_not(pattern: str) -> None:
    assert not repeats_a_repetition(pattern)
