"""The letter's own numbers in their series: which stand twice, and where one is left out."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from secc.check.patterns_prose import FOOTNOTE_AT, QUESTION
from secc.reading.letter import Letter, Paragraph, ParagraphKind
from secc.source import Span


class Slip(StrEnum):
    """What is wrong with a number in its series."""

    AGAIN = "stands a second time"
    GAP = "leaves one out"


class OwnNumber(Struct, frozen=True):
    """A number as a value in its series, and as it is written where."""

    value: int
    text: str
    span: Span


def slips(letter: Letter) -> Iterator[tuple[OwnNumber, Slip, OwnNumber | None]]:
    """Every number that is wrong in its series, with the one that it repeats or follows."""
    for numbers in _series(letter):
        yield from _in_series(numbers)


def _series(letter: Letter) -> Iterator[Sequence[OwnNumber]]:
    """The series of a letter: contents, headings by the number above them, paragraphs, annexes, questions."""
    found: dict[str, list[OwnNumber]] = {}
    for each in letter.paragraphs:
        series, last = _place(letter, each)
        if series and last.isdigit() and len(last) < 4:
            number = OwnNumber(int(last), each.label, each.label_span)
            found.setdefault(series, []).append(number)
        elif series and len(last) == 1:
            found.setdefault(series, []).append(OwnNumber(ord(last) - ord("A") + 1, each.label, each.label_span))
    yield from found.values()


def _place(letter: Letter, paragraph: Paragraph) -> tuple[str, str]:
    """The series that a paragraph's number is of, and the last part of the number; two empty texts for none.

    Numbers of one series stand in one column, behind the marks of a heading or not.
    """
    label = paragraph.label
    kind = paragraph.kind
    line, column = letter.layout.place(paragraph.label_span.start)
    place = "#" if letter.source.line(line).lstrip().startswith("#") else str(column)
    style = "contents" if kind is ParagraphKind.CONTENTS else place
    if kind is ParagraphKind.ROW or label[:1] == "(" or label[-1:] == ")" or not label:
        return "", ""
    question = QUESTION.fullmatch(label)
    if question is not None:
        return "Question", question["number"]
    word, _, rest = label.rpartition(" ")
    if word:
        return f"{kind if kind is ParagraphKind.CONTENTS else ''} {word}", rest
    above, _, last = label.rpartition(".")
    return (f"{style} {above}", last) if last.isdigit() else ("", "")


def _in_series(numbers: Sequence[OwnNumber]) -> Iterator[tuple[OwnNumber, Slip, OwnNumber | None]]:
    """A series that begins again at 1 is a list in the series, or the next one: after it the outer one goes on."""
    open_: list[dict[int, OwnNumber]] = []
    last: list[int] = []
    for place, number in enumerate(numbers):
        while len(open_) > 1 and number.value != last[-1] + 1 and number.value == last[-2] + 1:
            open_.pop()
            last.pop()
        if not open_ or (number.value == 1 and last[-1] != 0 and not _said_again(number, last[-1])):
            open_.append({1: number} if number.value == 1 else {number.value: number})
            last.append(number.value)
            continue
        if number.value in open_[-1]:
            yield number, Slip.AGAIN, open_[-1][number.value]
        elif last[-1] + 1 < number.value <= last[-1] + 3 and _goes_on(numbers, place):
            yield number, Slip.GAP, open_[-1].get(last[-1])
        open_[-1][number.value] = number
        last[-1] = number.value


def _goes_on(numbers: Sequence[OwnNumber], place: int) -> bool:
    """Whether a series goes on after a gap, or ends; what begins with it is another."""
    if place + 1 == len(numbers):
        return True
    begins_again = numbers[place].text[:1].isalpha() and numbers[place + 1].value == 1
    return begins_again or numbers[place + 1].value == numbers[place].value + 1


def _said_again(number: OwnNumber, last: int) -> bool:
    """Whether 4.1 stands below 4.1: a list that begins again has none of these."""
    return "." in number.text and last == number.value


def footnote_marks(letter: Letter) -> Iterator[tuple[int, Span]]:
    """The raised numbers in the sentences of a letter, in order; not those at the head of the footnotes."""
    text = letter.source.text
    for found in FOOTNOTE_AT.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        if text[line : found.start()].strip():
            yield int(found["number"]), Span(found.start("number"), found.end("number"))
