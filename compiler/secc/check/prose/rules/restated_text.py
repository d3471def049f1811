"""A question that is asked in other words where it is asked again.

## What it finds

In a consultation: question 2 of a chapter and question 2 of the annex that collects the questions, where their words
differ; and a chapter whose heading is not what the contents or another table calls it.

## Why

Respondents answer the annex. If its question is another, the answers are to something that was not asked.

## Wrong

```text
Q1 Do you agree that the service should be offered?

# Annex A: Questions

Q1 Do you agree that the service should be offered to all and
```

## Right

```text
Q1 Do you agree that the service should be offered?

# Annex A: Questions

Q1 Do you agree that the service should be offered?
```

## How to mend it

Copy the words of the place that was approved.
"""

from collections.abc import Iterator, Sequence

from secc.check.near import likeness
from secc.check.patterns_prose import CONTENTS_NUMBER, QUESTION, WORD
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.reading.letter import Paragraph, ParagraphKind

# Below this likeness, of 100, two texts of one number are about different things.
_LIKE = 60.0


def find(reader: Reader) -> Iterator[Finding]:
    """Every question, and every part of one, whose words differ from those given first; headings likewise."""
    asked: dict[str, Sequence[Paragraph]] = {}
    for number, parts in _questions(reader.letter.paragraphs):
        for before, after in zip(asked.setdefault(number, parts), parts, strict=False):
            if before is not after and _differ(before.text, after.text):
                yield _finding(reader, before, after, f"question {number}")
    yield from _headings(reader)


def _questions(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, Sequence[Paragraph]]]:
    """Each question with its lettered parts."""
    number, parts = "", list[Paragraph]()
    for each in paragraphs:
        found = QUESTION.fullmatch(each.label)
        lettered = each.label.strip("()").isalpha() and len(each.label.strip("()")) == 1
        if number and not (lettered and each.label):
            yield number, parts
            number = ""
        if found is not None:
            number, parts = found["number"], [each]
        elif number:
            parts.append(each)
    if number:
        yield number, parts


def _differ(before: str, after: str) -> bool:
    """Whether two texts say something else; one that breaks off, as at the foot of a page, does not."""
    first, second = WORD.findall(before.casefold()), WORD.findall(after.casefold())
    cut = first == second[: len(first)] and before[-1:].isalnum() and len(second) - len(first) > _CUT
    return first != second and not cut and likeness(before, after) >= _LIKE


# A text that breaks off at the foot of a page lacks more words than this.
_CUT = 3


def _headings(reader: Reader) -> Iterator[Finding]:
    """Headings, contents and tables that give one number of the letter two titles."""
    first: dict[str, Paragraph] = {}
    for each in reader.letter.paragraphs:
        if each.kind is ParagraphKind.HEADING and each.label:
            first.setdefault(each.label, each)
    for each in reader.letter.paragraphs:
        label, title = _titled(reader, each)
        heading = first.get(label)
        if heading is None or each.kind is ParagraphKind.TEXT or heading is each:
            continue
        if title and _differ(heading.text, title):
            yield _finding(reader, heading, each, f"heading {label}")


def _titled(reader: Reader, paragraph: Paragraph) -> tuple[str, str]:
    """The number to which a paragraph gives a title, and the title; in contents the number is among the words."""
    title = _title(reader, paragraph)
    if paragraph.kind is ParagraphKind.CONTENTS and not paragraph.label:
        found = CONTENTS_NUMBER.match(title)
        return (found["number"], title[found.end() :]) if found is not None else ("", title)
    return paragraph.label, title


def _title(reader: Reader, paragraph: Paragraph) -> str:
    """The title that a line of the contents or a first cell gives, without leaders and page."""
    if paragraph.kind is ParagraphKind.HEADING:
        return ""
    source = reader.letter.source.text
    cell = next((at for at, place in enumerate(paragraph.places) if source[place] in "\t|"), len(paragraph.text))
    return paragraph.text[:cell].split("..", 1)[0].rstrip(" .")


def _finding(reader: Reader, before: Paragraph, after: Paragraph, what: str) -> Finding:
    see = reader.see(before, (0, len(before.text)), "here")
    start = _first_difference(before.text, after.text)
    headline = f"{what} is in other words than where it stands first"
    helps = ("make the two the same",)
    return reader.found(
        after, (start, len(after.text)), headline, label="differs from here", helps=helps, related=(see,)
    )


def _first_difference(before: str, after: str) -> int:
    """The start of the first word of `after` that differs."""
    place = next(
        (at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    return min(after.rfind(" ", 0, place) + 1, len(after) - 1)


RULE = ProseRule("restated-text", Severity.WARNING, find)
