"""The first lines of a document or of a part of one: comments, the header, its attributes."""

from secc.source import Span
from secc.syntax import faults, patterns, whole
from secc.syntax.inline.spaces import even
from secc.syntax.lines import Line, Reader
from secc.syntax.tree import AttributeLine, CommentLine, HeaderLine
from secc.syntax.whole import Scanned


class Headers:
    """Reads the header of a file, and the attributes below it or below the header of a part.

    `above` are comments above the header of a file that turned out to have none. `open` says whether the next line
    may be an attribute.
    """

    def __init__(self, reader: Reader) -> None:
        self.above: list[CommentLine] = []
        self.open = False
        self._reader = reader
        self._commented = False  # whether a comment stands between the header and the next line

    def of_file(self) -> HeaderLine | None:
        """The header line of a file, with the comments above it; None where it has none, and then it is reported."""
        reader = self._reader
        while reader.at < len(reader.lines):
            line = reader.lines[reader.at]
            comment = whole.comment(reader, line) if line.start < line.end else None
            if comment is not None:
                self.above.append(comment)
            elif line.start < line.end:
                return self._line(line)
            reader.at += 1
        reader.faults.add(Span(0, min(1, len(reader.text))), faults.NO_HEADER)
        return None

    def _line(self, line: Line) -> HeaderLine | None:
        reader, span = self._reader, Span(line.start, line.end)
        found = patterns.HEADER.match(reader.text, line.start, line.end)
        if found is None:
            found = patterns.NEAR_HEADER.match(reader.text, line.start, line.end)
            reader.faults.add(span, faults.NEAR_HEADER if found else faults.NO_HEADER)
        if found is None:
            return None
        if line.column:
            reader.faults.add(span, faults.INDENTED_HEADER)
        reader.at += 1
        self.open = True
        comments, self.above = tuple(self.above), []
        title = reader.words(found.end(), line.end)
        return HeaderLine(span, found["keyword"].lower(), found["label"], title, comments=comments)

    def of_division(self, line: Line) -> Scanned | None:
        """The header of an annex, part or inner document."""
        found = patterns.DIVISION.match(self._reader.text, line.start, line.end)
        if found is None:
            return None
        self.open, self._commented = True, False
        keyword = found["keyword"] or found["document"]
        title = self._reader.words(found.end(), line.end)
        head = HeaderLine(Span(line.start, line.end), keyword, found["label"] or "", title)
        return Scanned(keyword.upper(), 0, head)

    def attribute(self, line: Line) -> Scanned | None:
        """`key: value`, or None where it is no attribute, or is parted from its header by a comment."""
        reader = self._reader
        if reader.text.startswith("//", line.start):
            self._commented = True
            return None
        found = patterns.ATTRIBUTE.match(reader.text, line.start, line.end)
        parted, self._commented = self._commented, False
        if found is None or line.column or parted:
            self.open = False
            if found is not None and parted:
                reader.faults.add(Span(line.start, line.end), faults.COMMENT_IN_HEADER)
            elif found is None and (near := patterns.NEAR_ATTRIBUTE.match(reader.text, line.start, line.end)):
                self._near_attribute(near["written"], line)
            return None
        head = AttributeLine(Span(line.start, line.end), found["key"], even(found["value"])[0])
        return Scanned("ATTRIBUTE", 0, head)

    def _near_attribute(self, written: str, line: Line) -> None:
        first = written[0].lower()
        key = {"k": "known-as", "u": "unit", "m": "meanings", "n": "numbering"}[first]
        self._reader.faults.add(Span(line.start, line.start + len(written)), faults.near_attribute(written, key))
