"""`dangling-reference` in a letter: to the Code, and to the letter's own parts."""

from collections.abc import Iterator

from secc.check.prose.parts import OwnParts
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.prose.targets import addresses
from secc.check.rule import Finding
from secc.check.rules import dangling_reference
from secc.resolve.citation.cited import Reading
from secc.resolve.lookup import exists
from secc.source import Span


def find(reader: Reader) -> Iterator[Finding]:
    """Every citation of a provision that the Code does not have, and of a part that the letter does not have."""
    parts = OwnParts(reader)
    for reading in reader.citations:
        span = Span(reading.start, reading.end)
        for said in parts.missing(reading):
            helps = ("write the number of the part that is meant",)
            yield reader.found_at(span, f"this text has no {said}", label="not here", helps=helps)
        yield from _of_the_code(reader, reading, span)


def _of_the_code(reader: Reader, reading: Reading, span: Span) -> Iterator[Finding]:
    code = reader.known.code if reader.known is not None else None
    for address in addresses(code, reading.found.targets) if code is not None else ():
        if code is not None and not exists(code, address):
            helps = ("look up which provision is meant, or the version of the Code in which it stands",)
            yield reader.found_at(
                span, f"there is no provision {address.printed}", label="not in the Code", helps=helps
            )


RULE = as_in_the_code(dangling_reference.RULE, find)
