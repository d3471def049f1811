"""Two texts merged into stretches that are the same, deleted or inserted."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from secc.compare.merged_text import Segment
from secc.compare.model import Hunk, State

_Hunks: TypeAlias = Callable[[str, str], tuple[Hunk, ...]]


def segments(before: str, after: str, wording: _Hunks) -> tuple[Segment, ...]:
    """Two texts merged; what was taken out stands before what was put in its place."""
    if before == after:
        return single(before, State.SAME)
    return tuple(_segments(before, after, wording(before, after)))


def _segments(before: str, after: str, hunks: Sequence[Hunk]) -> Iterator[Segment]:
    place, new_place = 0, 0
    for hunk in (*hunks, Hunk(len(before), len(before), len(after), len(after))):
        if place < hunk.before_start:
            yield Segment(State.SAME, before[place : hunk.before_start], place, new_place)
        if hunk.before_start < hunk.before_end:
            yield Segment(
                State.DELETED, before[hunk.before_start : hunk.before_end], hunk.before_start, hunk.after_start
            )
        if hunk.after_start < hunk.after_end:
            yield Segment(State.INSERTED, after[hunk.after_start : hunk.after_end], hunk.before_end, hunk.after_start)
        place, new_place = hunk.before_end, hunk.after_end


def single(text: str, state: State) -> tuple[Segment, ...]:
    """A text that is all in one state; nothing for an empty one."""
    return (Segment(state, text, 0, 0),) if text else ()


def replaced(before: str, after: str) -> tuple[Hunk, ...]:
    """The one change that puts a text in the place of another."""
    return (Hunk(0, len(before), 0, len(after)),)


def cut(merged: Sequence[Segment], at: int, seam: State) -> tuple[list[Segment], list[Segment]]:
    """Cut two merged texts where one of them is two, joined by a space at `at`.

    The space at the seam is only in the other: `seam` says in which, the old one (`DELETED`) or the new one. What
    follows the seam counts its places from there on in the text that is two.
    """
    head: list[Segment] = []
    tail: list[Segment] = []
    for each in merged:
        start = each.after if seam is State.DELETED else each.before
        if each.state is seam:
            (head if start <= at else tail).append(each if start <= at else _from(each, at + 1, seam))
            continue
        end = start + len(each.text)
        if start < at:
            head.append(_stretch(each, 0, min(end, at) - start, each.state))
        if start <= at < end and each.state is State.SAME:
            head.append(_stretch(each, at - start, at + 1 - start, seam))
        if end > at + 1:
            tail.append(_from(_stretch(each, max(0, at + 1 - start), end - start, each.state), at + 1, seam))
    return head, tail


def _stretch(each: Segment, start: int, end: int, state: State) -> Segment:
    before = each.before + (start if each.state is not State.INSERTED else 0)
    after = each.after + (start if each.state is not State.DELETED else 0)
    return Segment(state, each.text[start:end], before, after)


def _from(each: Segment, offset: int, seam: State) -> Segment:
    """The segment with its place in the text that is two counted from the seam."""
    if seam is State.DELETED:
        return replace(each, after=max(0, each.after - offset))
    return replace(each, before=max(0, each.before - offset))
