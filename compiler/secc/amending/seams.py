"""Blanks where words are put in, replaced or taken out: one between words, none before closing punctuation."""

from collections.abc import Iterable

CLOSING = ",.;:)]?!’”"
OPENING = "([‘“"


def fitted(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """What to replace and by what so that `text[start:end]` becomes `new` with blanks as they should be."""
    new = " ".join(new.split())
    return _taken_out(text, start, end) if not new else _put_in(text, start, end, new)


def fitted_together(text: str, changes: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same for several stretches (start, end, new) of one text, none of which overlap; in their order."""
    found: list[tuple[int, int, str]] = []
    for start, end, new in sorted(fitted(text, *change) for change in changes):
        begins = max(start, found[-1][1]) if found else start
        found.append((begins, max(begins, end), new))
    return found


def _taken_out(text: str, start: int, end: int) -> tuple[int, int, str]:
    after = text[end : end + 1]
    if text[start - 1 : start] == " " and (after == " " or after in CLOSING or not after):
        return start - 1, end, ""
    if (start == 0 or text[start - 1] in OPENING) and after == " ":
        return start, end + 1, ""
    return start, end, ""


def _put_in(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """What is put in between, or in the place of a sign that needed no blank, may need one where it adjoins words."""
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    if new[0] in CLOSING and before == " ":
        start -= 1
    elif (start == end or text[start] in CLOSING) and _needs_blank(before, new[0]):
        new = f" {new}"
    if (start >= end or text[end - 1] in OPENING) and _needs_blank(new[-1], behind):
        new = f"{new} "
    return start, end, new


def _needs_blank(left: str, right: str) -> bool:
    """Whether a blank belongs between two characters, either of which may be absent."""
    return bool(left and right) and left not in f" {OPENING}-/" and right not in f" {CLOSING}-/"
