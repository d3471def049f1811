"""The text of a letter made ready for reading: what is no prose blanked out, paragraphs parted, its headings found.

Every text made here is as long as the letter, so that an offset means the same place in both.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import accumulate

from msgspec import Struct

from secc.reading import patterns

# Stands where the words on either side have nothing to do with each other; no pattern reads over it.
BREAK = "\x00"
# A letter has a blank line between the lines of a paragraph if at least this share of its lines has one behind it,
# and few are longer than a page is wide.
_SPACED = 0.6
_WIDE = 130
# A heading without marks is no longer than this, is no sentence, and its number has no dot: 4.7 is a paragraph's.
_SHORT = 64
# No paragraph is longer, in code points.
_LONGEST = 10_000


class Lines(Enum):
    """What a line of a letter's text is: a part of a paragraph that a page broke, or a paragraph."""

    OF_A_PAGE = "lines of a page"
    PARAGRAPHS = "paragraphs"


class OwnHeading(Struct, frozen=True, array_like=True):
    """A numbered heading of the letter itself: where its line starts, and its number."""

    start: int
    number: str


class Layout(Struct, frozen=True):
    """A letter laid out: `text` is what is read for citations; lines and columns are those of the letter.

    `numbers` are those with which its own sections and paragraphs begin: 4.7.
    """

    text: str
    headings: tuple[OwnHeading, ...]
    numbers: frozenset[str]
    line_starts: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1, in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def heading_above(self, offset: int) -> OwnHeading | None:
        """The numbered heading nearest above an offset."""
        place = bisect_right(self.headings, offset, key=lambda heading: heading.start)
        return self.headings[place - 1] if place else None

    def paragraph_start(self, offset: int) -> int:
        """Where the paragraph begins in which an offset stands; of one longer than any, somewhere before."""
        reach = max(0, offset - _LONGEST)
        return max(reach, self.text.rfind(BREAK, reach, offset) + 1)

    def parted(self, start: int, end: int) -> bool:
        """Whether a paragraph ends, or a heading stands, between two offsets."""
        above = self.heading_above(end)
        return BREAK in self.text[start:end] or (above is not None and above.start >= start)


def layout(text: str, each_line: Lines = Lines.OF_A_PAGE) -> Layout:
    """Lay a letter out. Its lines are what stands between line feeds."""
    lines = _blanked(text).split("\n")
    starts = (0, *accumulate(len(line) + 1 for line in lines[:-1]))
    numbers = frozenset(match["number"] for match in patterns.OWN_NUMBER.finditer(text))
    joined = _joined(lines) if each_line is Lines.OF_A_PAGE else BREAK.join(lines)
    return Layout(joined, tuple(_headings(lines, starts, numbers)), numbers, starts)


def _blanked(text: str) -> str:
    """Without addresses, tags and marks of emphasis; a tag that ends a cell or an item parts what is around it."""
    text = patterns.ADDRESS.sub(_breaks, text)
    text = patterns.FOOTNOTE_MARK.sub(_spaces, text)
    text = patterns.INLINE_TAG.sub(_spaces, text)
    text = patterns.TAG.sub(_breaks, text)
    return patterns.EMPHASIS.sub(_spaces, text)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _breaks(match: re.Match[str]) -> str:
    return BREAK * len(match.group())


def _joined(lines: Sequence[str]) -> str:
    """The lines again, with a break for the line feed behind each that ends a paragraph."""
    spaced = _is_spaced(lines)
    written: list[str] = [lines[0]]
    last, gap = 0, 0
    for number, line in enumerate(lines[1:], start=1):
        written += ("\n", line)
        if not line.strip():
            gap += 1
            continue
        if _parts(lines[last], lines[last + 1 : number], line, spaced=spaced):
            written[2 * last + 1] = BREAK
        last = number
    return "".join(written)


def _is_spaced(lines: Sequence[str]) -> bool:
    """Whether blank lines stand between the lines of one paragraph, and so say nothing."""
    full = [number for number, line in enumerate(lines) if line.strip()]
    followed = sum(1 for number in full if number + 1 < len(lines) and not lines[number + 1].strip())
    wide = sum(1 for number in full if len(lines[number]) > _WIDE)
    return bool(full) and followed >= _SPACED * len(full) and wide <= len(full) // 20


def _parts(before: str, gap: Sequence[str], line: str, *, spaced: bool) -> bool:
    """Whether a paragraph ends between two lines with words."""
    if patterns.LINE_BEGINS.match(line) or _ends_by_itself(before):
        return True
    if patterns.LINE_LABEL.match(line) and patterns.ITEM_ENDS.search(before):
        return True
    if not gap:
        return False
    if patterns.OWN_NUMBER.match(line) and not patterns.UNFINISHED.search(before):
        return True
    if spaced:
        return bool(patterns.SENTENCE_ENDS.search(before)) or any(gap)
    if patterns.SENTENCE_ENDS.search(before):
        return True
    return not (patterns.UNFINISHED.search(before) or patterns.GOES_ON.match(line))


def _ends_by_itself(line: str) -> bool:
    """Whether a line is a heading, or the line of a table of contents."""
    return line.lstrip().startswith("#") or bool(_heading_number(line)) or bool(patterns.LEADERS.search(line))


def _headings(lines: Sequence[str], starts: Sequence[int], numbers: frozenset[str]) -> Iterator[OwnHeading]:
    """Numbered headings in their order; one that neither follows nor has numbers of its own below it is none."""
    last = 0
    for line, start in zip(lines, starts, strict=True):
        number = _heading_number(line)
        if not number:
            continue
        first = int(number.split(".")[0])
        if first in (1, last, last + 1) or f"{first}.1" in numbers:
            yield OwnHeading(start, number)
            last = first


def _heading_number(line: str) -> str:
    """The number of the heading that this line is; empty for any other line."""
    match = patterns.NUMBERED_HEADING.match(line)
    if match is None:
        return ""
    unlikely = "." in match["number"] or len(line.strip()) > _SHORT or patterns.SENTENCE_WORD.search(line)
    return match["number"] if match["marks"] or not unlikely else ""
