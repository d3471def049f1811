"""A quotation mark without its other half.

## What it finds

A double quotation mark that is opened and not closed, or closed and not opened, in a clause or a definition, its
paragraphs and closing words included. A mark behind a figure (12") stands for inches or seconds.

## Why

A reader cannot tell which words are quoted, or where a term that is being defined ends.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall mark each entry as "checked.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall mark each entry as "checked".
```

## How to mend it

Put the missing mark where the quoted words begin or end, or take the other out.
"""

from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.provisions import together
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import Running
from secc.code.model import Text
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """The quotation mark that is one too many, or has no other half, in each provision that has one."""
    for provision in together(document):
        left = _left(provision)
        if left is not None:
            words, places = left
            yield _finding(document, words, _alone(words.prose.text, places))


def _left(provision: Sequence[Words]) -> tuple[Words, list[int]] | None:
    """The prose in which a quotation was left open, or closed once too often, with the marks in it."""
    left: tuple[Words, list[int]] | None = None
    for words in provision:
        if '"' not in words.prose.text:
            continue
        places = _places(words)
        goes_on = left is not None and _goes_on(words, places)
        if goes_on and len(places) % 2 == 0 and words.prose.text.rstrip(".,;").endswith('"'):
            left = None
        elif len(places) % 2 and not goes_on:
            left = None if left else (words, places)
    return left


def _goes_on(words: Words, places: Sequence[int]) -> bool:
    """Whether it is a further paragraph of a quotation: each begins with the mark, and the last is closed."""
    return bool(places) and places[0] == 0 and isinstance(words.placed.block, Text)


def _places(words: Words) -> list[int]:
    text = words.prose.text
    running = Running(words)
    places = [place for place, letter in enumerate(text) if letter == '"' and running.has(place, place + 1)]
    if len(places) % 2 and any(place and text[place - 1].isdigit() for place in places):
        return [place for place in places if not (place and text[place - 1].isdigit())]
    return places


def _alone(text: str, places: list[int]) -> int:
    """The first mark that does not stand as its turn calls for: opening before a word, closing behind one."""
    for turn, place in enumerate(places):
        before = text[place - 1 : place]
        opens = not before or before in " (["
        if opens != (turn % 2 == 0):
            return places[turn - 1] if opens and turn else place
    return places[-1]


def _finding(document: ResolvedDocument, words: Words, place: int) -> Finding:
    return found_in(
        document,
        words,
        (place, place + 1),
        "a quotation mark stands alone",
        label="where is the other?",
        helps=("put the other where the quoted words begin or end, or take this one out",),
    )


RULE = DocumentRule("unbalanced-quotes", Severity.WARNING, find)
