"""Two changes of one text, brought together: what both keep, what each takes out and puts in, and where they clash.

Law: what is in the base, in the one or in the other is exactly that text. Where nothing clashes, taking out what either
takes out and putting in what either puts in is the text with both changes made, in whichever order.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct

from secc.compare.model import Hunk
from secc.compare.wording import words

_Words: TypeAlias = Callable[[str, str], tuple[Hunk, ...]]


class Shared(Struct, frozen=True, array_like=True):
    """Some words, and in which of the three texts they stand. `clash` numbers the clashes from 1, 0 for none."""

    text: str
    base: bool
    one: bool
    other: bool
    clash: int = 0


class _Stretch(Struct, frozen=True):
    """Some of the base, `start` to `end`, that at least one text has otherwise, and what each has there."""

    start: int
    end: int
    one: tuple[Hunk, ...]
    other: tuple[Hunk, ...]

    @property
    def is_shared(self) -> bool:
        """Whether both texts changed something there."""
        return bool(self.one and self.other)


def three_way(base: str, one: str, other: str, compared: _Words = words) -> tuple[Shared, ...]:
    """The words of three texts, of which two were made from the first.

    A clash is where both changed the same words of the base, or put something in at the same place, and not alike.
    """
    hunks, other_hunks = compared(base, one), compared(base, other)
    made: list[Shared] = []
    place = clashes = 0
    for stretch in _stretches(hunks, other_hunks):
        if place < stretch.start:
            made.append(Shared(base[place : stretch.start], base=True, one=True, other=True))
        was = base[stretch.start : stretch.end]
        mine, others = _said(base, stretch, stretch.one, one), _said(base, stretch, stretch.other, other)
        is_clash = stretch.is_shared and mine != others
        clashes += is_clash
        made += _shared(was, mine, others, clashes if is_clash else 0)
        place = stretch.end
    if place < len(base):
        made.append(Shared(base[place:], base=True, one=True, other=True))
    return tuple(made)


def merged(found: Sequence[Shared]) -> str | None:
    """The text with both changes made; None where they clash."""
    if any(each.clash for each in found):
        return None
    return _agreed(found)


def _agreed(found: Sequence[Shared]) -> str:
    """What is left of words that do not clash: what no text takes out."""
    return "".join(each.text for each in found if (each.one and each.other) or not each.base)


def _stretches(hunks: Sequence[Hunk], other_hunks: Sequence[Hunk]) -> Iterator[_Stretch]:
    """The changes of both texts, those that overlap or meet taken together."""
    ordered = [(hunk, 0) for hunk in hunks] + [(hunk, 1) for hunk in other_hunks]
    ordered.sort(key=lambda each: (each[0].before_start, each[0].before_end))
    held: tuple[list[Hunk], list[Hunk]] = ([], [])
    start = end = -1
    for hunk, whose in ordered:
        if start >= 0 and not _meets(hunk, end, held[1 - whose]):
            yield _Stretch(start, end, tuple(held[0]), tuple(held[1]))
            held, start, end = ([], []), -1, -1
        start = hunk.before_start if start < 0 else start
        end = max(end, hunk.before_end)
        held[whose].append(hunk)
    if start >= 0:
        yield _Stretch(start, end, tuple(held[0]), tuple(held[1]))


def _meets(hunk: Hunk, end: int, others: Sequence[Hunk]) -> bool:
    """Whether a change begins before the ones before it end; or where one of the other text ends."""
    return hunk.before_start < end or (hunk.before_start == end and any(each.before_end == end for each in others))


def _said(base: str, stretch: _Stretch, hunks: Sequence[Hunk], text: str) -> str:
    """What a text has in place of a stretch of the base."""
    said, place = "", stretch.start
    for hunk in hunks:
        said += base[place : hunk.before_start] + text[hunk.after_start : hunk.after_end]
        place = hunk.before_end
    return said + base[place : stretch.end]


def _shared(was: str, mine: str, others: str, clash: int) -> Iterator[Shared]:
    """A stretch of the base and what stands in its place; equal words once."""
    if was:
        yield Shared(was, base=True, one=mine == was, other=others == was, clash=clash)
    if mine == others:
        if mine and mine != was:
            yield Shared(mine, base=False, one=True, other=True, clash=clash)
        return
    if mine and mine != was:
        yield Shared(mine, base=False, one=True, other=False, clash=clash)
    if others and others != was:
        yield Shared(others, base=False, one=False, other=True, clash=clash)


class Disputed(Struct, frozen=True):
    """What both texts have in the place of some words of the base, blanks at the ends left out."""

    base: str
    one: str
    other: str


def disputed(found: Sequence[Shared]) -> tuple[str, tuple[Disputed, ...]]:
    """The text with both changes made, and where they clash the words of both one after the other, in brackets."""
    said, clashes = "", []
    for number, group in groupby(found, lambda each: each.clash):
        parts = list(group)
        if not number:
            said += _agreed(parts)
            continue
        was = "".join(each.text for each in parts if each.base)
        one = "".join(each.text for each in parts if each.one)
        other = "".join(each.text for each in parts if each.other)
        clashes.append(Disputed(was.strip(), one.strip(), other.strip()))
        shown = " ".join(f"[{each.strip()}]" for each in (one, other) if each.strip())
        head = " " if any(each[:1].isspace() for each in (one, other)) else ""
        tail = " " if any(each[-1:].isspace() for each in (one, other)) else ""
        said += head + shown + tail
    return said, tuple(clashes)
