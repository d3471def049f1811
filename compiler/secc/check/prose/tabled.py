"""The table in a report of the provisions that are changed: `SEC Section | Content`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from secc.check.prose.reader import Reader
from secc.reading.letter import Paragraph, ParagraphKind
from secc.resolve.citation.cited import Reading
from secc.resolve.citation.written import TargetRange
from secc.source import Span

_FIRST = ("section", "provision", "clause")
_CONTENT = "content"
_DOCUMENT = ("appendix", "schedule")
_GOES_ON = ".(/"
"""What stands between a number and that of something in it."""


class Row(NamedTuple):
    """A row: the provisions that its first cell names, and where that begins in the file."""

    named: tuple[str, ...]
    span: Span


def tables(reader: Reader) -> Iterator[Sequence[Row]]:
    """The rows of each such table that name something, in order."""
    by_start = {reading.start: reading for reading in reader.citations}
    rows: list[Row] = []
    is_table = False
    for each in reader.letter.paragraphs:
        if each.kind is not ParagraphKind.ROW or _is_head(each):
            if rows:
                yield rows
            rows, is_table = [], each.kind is ParagraphKind.ROW
        elif is_table:
            rows += _row(each, by_start.get(each.places[0]))
    if rows:
        yield rows


def _is_head(row: Paragraph) -> bool:
    words = row.text.casefold().replace("|", " ").split()
    return _CONTENT in words and any(word.rstrip("s") in _FIRST for word in words[:2])


def _row(row: Paragraph, reading: Reading | None) -> Iterator[Row]:
    """What a row names: by its citation, or as a document that fills the first cell."""
    if reading is not None:
        yield Row(tuple(_named_in(reading)), Span(reading.start, reading.end))
        return
    match row.text.partition(" | ")[0].split():
        case [kind, label] if kind.casefold() in _DOCUMENT:
            yield Row((f"{kind.capitalize()} {label}",), row.span(0, len(f"{kind} {label}")))


def _named_in(reading: Reading) -> Iterator[str]:
    """The provisions that a citation names: `H14.31(a)`, `Appendix D/8.3.4`; of a range, its first and its last."""
    for target in reading.found.targets:
        if isinstance(target, TargetRange):
            yield from (target.first, target.last)
        else:
            yield target


def covers(outer: str, inner: str) -> bool:
    """Whether a provision is another, or that stands in it by its number: N6 and N6.1, H14.31 and H14.31(a)."""
    rest = inner.removeprefix(outer)
    return inner.startswith(outer) and (not rest or rest[0] in _GOES_ON)
