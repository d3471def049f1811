"""`dangling-reference` in a letter: to the Code, and to the letter's own parts."""

from collections.abc import Iterator

from secc.check.patterns_prose import HEADING_IN_BRACKETS, INSTRUCTED_PLACE, OF_A_DRAFT, OPENS_QUOTE, SENTENCE_BREAK
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
    """Whether its sentence is on what is proposed or was withdrawn.

    Or it is a mark in square brackets, [P4], or the number of a provision that is set out: “H14.40 The DCC shall …”.
    """
    text = reader.letter.layout.text
    if text[reading.start - 1 : reading.start] == "[" or _is_set_out(reader, reading):
        return True
    if INSTRUCTED_PLACE.search(text, max(0, reading.start - 60), reading.start):
        return False
    begin, end = max(0, reading.start - _SENTENCE), reading.end + _SENTENCE
    stops = [stop.end() for stop in SENTENCE_BREAK.finditer(text, begin, reading.start)]
    after = SENTENCE_BREAK.search(text, reading.end, end)
    sentence = text[stops[-1] if stops else begin : after.start() if after else end]
    return OF_A_DRAFT.search(HEADING_IN_BRACKETS.sub("", sentence)) is not None


def _is_set_out(reader: Reader, reading: Reading) -> bool:
    paragraph = reader.paragraph_at(reading.start)
    if paragraph is None or paragraph.text[0] in OPENS_QUOTE:
        return paragraph is not None and reading.start in paragraph.places[:2]
    source = reader.letter.source.text
    return source[source.rfind("\n", 0, reading.start) + 1] == ">" and paragraph.places[0] == reading.start


RULE = as_in_the_code(dangling_reference.RULE, find)
