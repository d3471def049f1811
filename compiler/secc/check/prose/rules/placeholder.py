"""`placeholder` and what Word leaves in a letter: see `field-error`."""

from collections.abc import Iterator

from secc.check.patterns import PLACEHOLDER
from secc.check.patterns_prose import CLOSES_QUOTE, OPENS_QUOTE
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import placeholder
from secc.reading.letter import Paragraph

# What stands for words left out of a quotation.
_LEFT_OUT = ("[…]", "[...]")


def find(reader: Reader) -> Iterator[Finding]:
    """Every placeholder, but for one in words that are quoted: "Appendix [TBC]" is to be replaced."""
    for each, match in reader.matches(PLACEHOLDER):
        if match[0] not in _LEFT_OUT and not _quoted(each, match.start(), match.end()):
            headline = f"the placeholder {match[0]} is left in the text"
            yield reader.found(each, match.span(), headline, label="to be filled in", helps=("say what it stands for",))


def _quoted(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the words around a place, no further than a few, stand in quotation marks."""
    before, after = paragraph.text[max(0, start - 60) : start], paragraph.text[end : end + 60]
    opened = max(before.rfind(mark) for mark in OPENS_QUOTE)
    closed = max(before.rfind(mark) for mark in CLOSES_QUOTE[1:])
    return opened > closed and any(mark in after for mark in CLOSES_QUOTE)


RULE = as_in_the_code(placeholder.RULE, find)
