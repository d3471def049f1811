"""Settles the layout of an instrument's file: it is printed anew, comments and all, in the canonical form."""

from secc.diagnostics import CannotProceed
from secc.instruments import patterns
from secc.instruments.model import InstrumentKind
from secc.instruments.printing import printed
from secc.instruments.reading import read_instrument
from secc.source import Source


def is_instrument(source: Source) -> bool:
    """Whether a file begins as an instrument does; comments and blank lines may stand above that."""
    lines = (line.strip() for line in source.text.split("\n"))
    first = next((line for line in lines if line and not line.startswith("//")), "")
    found = patterns.HEADER.match(first)
    return found is not None and found["kind"].lower() in tuple(InstrumentKind) and found["name"][0].isdigit()


def formatted_instrument(source: Source) -> str:
    """The file in the canonical form. Raises `CannotProceed` where it has faults."""
    read = read_instrument(source)
    if read.findings:
        first = read.findings[0]
        line, column = source.place(first.span.start)
        raise CannotProceed(f"{source.path}:{line}:{column}: {first.headline}; the file is left as it is")
    made = printed(read.instrument, read.comments)
    again = read_instrument(Source(source.path, made))
    if again.findings or (again.instrument, again.comments) != (read.instrument, read.comments):
        raise CannotProceed(f"settling the layout of {source.path} would change what it says; it is left as it is")
    return made
