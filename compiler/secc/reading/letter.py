"""A letter as paragraphs: their words with one space between them, and where each letter of them stands in the file.

Lines that a page broke are joined again, tags and marks of emphasis are no words, and the marks and the number that
stand before a paragraph's words are apart from them.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from secc.reading import patterns
from secc.reading.layout import BREAK, Layout, Lines, layout
from secc.source import Source, Span

# A heading without marks is no longer than this.
_SHORT = 90
# Lines are broken by a page, and not by their writer, if few are longer than this.
_PAGE = 130
# A line that ends so far before the edge of the page, with room for the next word, ended by itself.
_SLACK = 0.9


class ParagraphKind(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    ROW = "row of a table"
    CONTENTS = "line of a table of contents"
    FOOTNOTE = "footnote"


class Paragraph(Struct, frozen=True):
    """A paragraph: `text` is its words, `places` where each letter of them stands in the file.

    `label` is its own number or letter as written (`24`, `4.7`, `(a)`, `Q2`, `Annex A`), empty where it has none, and
    `label_span` where that stands.
    """

    kind: ParagraphKind
    text: str
    places: tuple[int, ...]
    label: str
    label_span: Span

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the file."""
        return Span(self.places[start], self.places[end - 1] + 1)


class Letter(Struct, frozen=True):
    """A letter, report or consultation as read."""

    source: Source
    layout: Layout
    paragraphs: tuple[Paragraph, ...]


def read_letter(source: Source, each_line: Lines = Lines.OF_A_PAGE) -> Letter:
    """A letter from its text. Never raises; cost is linear in the text."""
    laid = layout(source.text, each_line)
    width = _width(source.text) if each_line is Lines.OF_A_PAGE else 0
    return Letter(source, laid, tuple(_paragraphs(source, laid, width)))


def _paragraphs(source: Source, laid: Layout, width: int) -> Iterator[Paragraph]:
    starts = frozenset(heading.start for heading in laid.headings)
    alone: Paragraph | None = None
    for start, end in _stretches(laid.text, width):
        lead = len(laid.text[start:end]) - len(laid.text[start:end].lstrip())
        begin = laid.text.rfind("\n", 0, start + lead) + 1
        read = _paragraph(source, laid.text, (start, end), numbered_heading=begin in starts)
        if alone is not None and not read.label:
            read = replace(read, label=alone.label, label_span=alone.label_span)
        alone = None if read.text else read
        if read.text:
            yield read


def _stretches(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text laid out that are paragraphs with words."""
    start = 0
    for part in text.split(BREAK):
        for first, last in _ended_by_themselves(part, width):
            if any(map(str.isalnum, part[first:last])):
                yield start + first, start + last
        start += len(part) + 1


def _ended_by_themselves(part: str, width: int) -> Iterator[tuple[int, int]]:
    """The stretches of a part between lines that ended before the edge of the page, such as headings without marks."""
    start = position = 0
    before = ""
    for line in part.split("\n"):
        if line.strip():
            if before and (_ends(before, line) or _alone(line) or (width and _ended(before, line, width))):
                yield start, position
                start = position
            before = line
        position += len(line) + 1
    yield start, len(part)


def _alone(line: str) -> bool:
    """Whether a line is a heading with marks, the row of a table, or a question, and so a paragraph of its own."""
    return line.lstrip().startswith("#") or "\t" in line.strip() or patterns.QUESTION_LINE.match(line) is not None


def _ends(before: str, line: str) -> bool:
    """Whether such a paragraph ends before the next line: a question may go on in it."""
    return _alone(before) and not (
        patterns.QUESTION_LINE.match(before) and not before.rstrip().endswith("?") and line.lstrip()[0].islower()
    )


def _ended(before: str, line: str, width: int) -> bool:
    word = line.split(None, 1)[0]
    begins = not (word[0].islower() or word[0] == "(")
    return begins and len(before.rstrip()) + 1 + len(word) < _SLACK * width


def _width(text: str) -> int:
    """How wide the page is, by the lines of a letter that a page broke; 0 where none did."""
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if line.strip())
    width = lengths[len(lengths) * 4 // 5] if lengths else 0
    return width if width <= _PAGE else 0


def _paragraph(source: Source, text: str, stretch: tuple[int, int], *, numbered_heading: bool) -> Paragraph:
    start, end = stretch
    marks = patterns.PARAGRAPH_MARKS.match(text, start, end)
    body = marks.end() if marks else start
    label_span = Span(*marks.span("label")) if marks and marks["label"] else Span(body, body)
    words, places = _words(source.text, text, body, end)
    label = " ".join(text[label_span.start : label_span.end].split()).rstrip(".:").strip()
    is_heading = numbered_heading or bool(marks and (marks["marks"] or "").startswith("#"))
    kind = ParagraphKind.HEADING if is_heading else _kind(source.text, start, end, words)
    return Paragraph(kind, words, places, label, label_span)


def _words(source: str, text: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """The words of a stretch with one space between them; what layout blanked out is no space."""
    letters: list[str] = []
    places: list[int] = []
    for place in range(start, end):
        letter = text[place]
        if not letter.isspace():
            letters.append(letter)
            places.append(place)
        elif source[place].isspace() and letters and letters[-1] != " ":
            letters.append(" ")
            places.append(place)
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), tuple(places)


def _kind(source: str, start: int, end: int, words: str) -> ParagraphKind:
    line_start = source.rfind("\n", 0, start + len(source[start:end]) - len(source[start:end].lstrip())) + 1
    if patterns.LEADERS.search(words):
        return ParagraphKind.CONTENTS
    if patterns.FOOTNOTE_HEAD.match(source, line_start):
        return ParagraphKind.FOOTNOTE
    line_end = source.find("\n", max(line_start, start))
    line = source[line_start : line_end if line_end >= 0 else len(source)]
    if patterns.ROW.match(line):
        return ParagraphKind.ROW
    if patterns.BOLD_LINE.match(line) or _is_title(words):
        return ParagraphKind.HEADING
    return ParagraphKind.TEXT


def _is_title(words: str) -> bool:
    """Whether words without marks are a heading: few, from a capital on, and no sentence."""
    if len(words) > _SHORT or not words[:1].isupper() or words[-1:] in ".:;,!":
        return False
    return words.endswith("?") or not patterns.SENTENCE_WORD.search(words)
