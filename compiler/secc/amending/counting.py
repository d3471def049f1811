"""Numbers that count on: H14.6 after H14.5, (c) after (b), (iv) after (iii), H14.36B after H14.36A."""

from collections.abc import Iterator
from typing import TypeAlias

from secc.amending.patterns import TRAILING_NUMBER
from secc.amending.refusal import Refusal
from secc.syntax.labels import roman

_Series: TypeAlias = tuple[str, ...]
"""A way in which labels count on from one."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = tuple(roman(number) for number in range(1, 100))


def counted(first: str, last: str, count: int) -> tuple[str, ...]:
    """So many labels from the first on, the last of them `last` where that is given. Refuses where it would not be."""
    bare = first.strip("().")
    ways = [tuple(first.replace(bare, each) for each in way) for way in _ways(bare, count) if len(way) == count]
    if not ways:
        raise Refusal(f"it is not clear which numbers follow {first}", "renumber the provisions one by one")
    if not last:
        return ways[0]
    found = next((way for way in ways if way[-1].strip("().") == last.strip("().")), None)
    if found is None:
        raise Refusal(
            f"the numbers end with {ways[0][-1]}, and not with {last}", "name as many numbers as there are provisions"
        )
    return found


def _ways(bare: str, count: int) -> Iterator[_Series]:
    """Every way in which labels count on from one, the likelier first."""
    if bare.lower() in _ROMAN and len(bare) > 1:
        yield from _in_romans(bare, count)
    if bare.isalpha() and (bare.islower() or bare.isupper()):
        yield from _in_letters(bare, count)
    found = TRAILING_NUMBER.fullmatch(bare)
    if found is not None and found["letters"]:
        stem, letters = bare[: -len(found["letters"])], found["letters"]
        yield tuple(f"{stem}{each}" for each in _from(letters[:-1], letters[-1].lower(), count, upper=True))
    elif found is not None:
        number = int(found["number"])
        yield tuple(f"{found['stem']}{number + step}" for step in range(count))
    if bare.lower() in _ROMAN and len(bare) == 1:
        yield from _in_romans(bare, count)


def _in_romans(bare: str, count: int) -> Iterator[_Series]:
    place = _ROMAN.index(bare.lower())
    way = _ROMAN[place : place + count]
    yield tuple(each.upper() for each in way) if bare.isupper() else way


def _in_letters(bare: str, count: int) -> Iterator[_Series]:
    """Z is followed by aa, and that by bb; but what was inserted behind (a) is (aa), (ab)."""
    upper = bare.isupper()
    if len(set(bare)) == 1:
        place = _ALPHABET.index(bare[0].lower()) + 26 * (len(bare) - 1)
        way = tuple(_ALPHABET[each % 26] * (1 + each // 26) for each in range(place, place + count))
        yield tuple(each.upper() for each in way) if upper else way
    if len(bare) > 1:
        yield _from(bare[:-1], bare[-1].lower(), count, upper=upper)


def _from(stem: str, letter: str, count: int, *, upper: bool) -> _Series:
    place = _ALPHABET.index(letter)
    way = _ALPHABET[place : place + count]
    return tuple(f"{stem}{each.upper() if upper else each}" for each in way)
