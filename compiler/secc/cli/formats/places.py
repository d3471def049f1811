"""Where a finding stands, as formats say it."""

from msgspec import Struct

from secc.source import Source, Span


class Place(Struct, frozen=True):
    """A stretch of a file by lines and columns, from 1, in code points; the end is the place after the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


def place_of(source: Source, span: Span) -> Place:
    """The place of a span."""
    return Place(*source.place(span.start), *source.place(span.end))
