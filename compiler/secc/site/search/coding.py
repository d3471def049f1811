"""Numbers and sorted words as text that is short, and shorter still once it is compressed on its way."""

from collections.abc import Iterable, Sequence
from functools import cache

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_MORE = 32
"""Added to a digit after which another of the same number follows; the lowest comes first."""


@cache
def number(value: int) -> str:
    """A number from 0 on, in digits of five bits."""
    found = ""
    while value >= _MORE:
        found += _DIGITS[value % _MORE + _MORE]
        value //= _MORE
    return found + _DIGITS[value]


def numbers(values: Iterable[int]) -> str:
    """Numbers one after another."""
    return "".join(map(number, values))


@cache
def in_common(before: str, now: str) -> int:
    """With how many letters both begin."""
    for count, (one, other) in enumerate(zip(before, now, strict=False)):
        if one != other:
            return count
    return min(len(before), len(now))


def fronted(lines: Sequence[str]) -> str:
    """Lines, each as what it has in common with the one before, and the rest."""
    found: list[str] = []
    before = ""
    for line in lines:
        shared = in_common(before, line)
        found.append(number(shared) + line[shared:])
        before = line
    return "\n".join(found)
