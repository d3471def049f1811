"""`unbalanced-brackets` in a letter."""

from collections.abc import Iterator, Sequence

from secc.check.patterns import BRACKET
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import unbalanced_brackets
from secc.reading.letter import Paragraph

_OTHER = {"(": ")", "[": "]", ")": "(", "]": "["}


def find(reader: Reader) -> Iterator[Finding]:
    """Every bracket without its other half, where the paragraphs around it do not have that either."""
    paragraphs = reader.prose
    alone = [_alone(each) for each in paragraphs]
    for number, each in enumerate(paragraphs):
        around = [sign for near in (number - 1, number + 1) if 0 <= near < len(alone) for _, sign in alone[near]]
        for place, sign in alone[number]:
            if _OTHER[sign] not in around and not _cut(reader, each):
                what = "closed" if sign in "([" else "opened"
                helps = (f'put "{_OTHER[sign]}" where it is missing, or take this one out',)
                headline = f'the bracket "{sign}" is never {what}'
                yield reader.found(each, (place, place + 1), headline, label="alone", helps=helps)


def _alone(paragraph: Paragraph) -> Sequence[tuple[int, str]]:
    """The brackets of a paragraph without another half in it."""
    open_: list[tuple[int, str]] = []
    left: list[tuple[int, str]] = []
    for found in BRACKET.finditer(paragraph.text):
        sign = found[0][-1]
        if sign in "([":
            open_.append((found.end() - 1, sign))
        elif open_ and open_[-1][1] == _OTHER[sign]:
            open_.pop()
        elif found["label"] is None:
            left.append((found.end() - 1, sign))
    return left + open_


def _cut(reader: Reader, paragraph: Paragraph) -> bool:
    """Whether an address of the web was cut out of a paragraph or next to it, with its brackets."""
    first, last = paragraph.places[0], paragraph.places[-1]
    around = reader.letter.source.text[max(0, first - 200) : last + 200]
    return "://" in around or "www." in around or "@" in around or "](" in around


RULE = as_in_the_code(unbalanced_brackets.RULE, find)
