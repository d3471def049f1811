"""`dangling-reference` in a letter: to the Code, and to the letter's own parts."""

from collections.abc import Iterator

from secc.check.patterns_prose import OF_A_DRAFT, SENTENCE_BREAK
from secc.check.prose.parts import OwnParts
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import dangling_reference
from secc.resolve.citation.cited import Reading
from secc.source import Span

# No sentence is looked at further than this, in code points.
_SENTENCE = 400


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
    for address in reader.targets.addresses(reading.found.targets):
        if not reader.targets.exists(address) and not _is_of_a_draft(reader, reading):
            headline = f"there is no provision {address.printed}"
            helps = ("look up which provision is meant, or the version of the Code in which it stands",)
            yield reader.found_at(span, headline, label="not in the Code", helps=helps)


def _is_of_a_draft(reader: Reader, reading: Reading) -> bool:
    """Whether its sentence is on what is proposed or was withdrawn; or it is a mark in square brackets, [P4]."""
    text = reader.letter.layout.text
    if text[reading.start - 1 : reading.start] == "[":
        return True
    begin, end = max(0, reading.start - _SENTENCE), reading.end + _SENTENCE
    stops = [stop.end() for stop in SENTENCE_BREAK.finditer(text, begin, reading.start)]
    after = SENTENCE_BREAK.search(text, reading.end, end)
    return OF_A_DRAFT.search(text, stops[-1] if stops else begin, after.start() if after else end) is not None


RULE = as_in_the_code(dangling_reference.RULE, find)
