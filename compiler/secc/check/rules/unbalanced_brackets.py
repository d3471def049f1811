"""A bracket without its other half.

## What it finds

A round or square bracket that is opened and not closed, or closed and not opened, in a clause or a definition, its
paragraphs and closing words included. The label of a list run into the sentence ("a)", "ii)") is no bracket.

## Why

A reader cannot tell where the exception or the explanation in the brackets ends, and what it qualifies.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall (unless it is exempt keep the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall (unless it is exempt) keep the register, and a) publish it or b) send it out.
```

## How to mend it

Put the missing bracket where the words in brackets begin or end, or take the other out.
"""

from collections.abc import Iterator
from re import Match

from secc.check.known import Known
from secc.check.patterns import BRACKET
from secc.check.provisions import together
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import Running
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument, Words

_OTHER = {"(": ")", "[": "]", ")": "(", "]": "["}
_Place = tuple[Words, int, str]


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every bracket that has no other half in its provision."""
    for provision in together(document):
        open_: list[_Place] = []
        for words in provision:
            text = words.prose.text
            if "(" in text or ")" in text or "[" in text or "]" in text:
                yield from (_finding(document, *place) for place in _unopened(words, open_))
        yield from (_finding(document, *place) for place in open_)


def _unopened(words: Words, open_: list[_Place]) -> Iterator[_Place]:
    """The brackets of a prose that close nothing; what it opens and does not close is added to `open_`."""
    running = Running(words)
    for found in BRACKET.finditer(words.prose.text):
        if not running.has(*found.span()):
            continue
        sign = found[0][-1]
        if sign in "([":
            open_.append((words, found.start(), sign))
        elif open_ and open_[-1][2] == _OTHER[sign]:
            open_.pop()
        elif not _labels(found, open_):
            yield words, found.end() - 1, sign


def _labels(found: Match[str], open_: list[_Place]) -> bool:
    """Whether it ends the label of a list run into the sentence: "a)", where no bracket is open."""
    return found["label"] is not None and not any(sign == "(" for _, _, sign in open_)


def _finding(document: ResolvedDocument, words: Words, place: int, sign: str) -> Finding:
    opens = sign in "(["
    return found_in(
        document,
        words,
        (place, place + 1),
        f'the bracket "{sign}" is never {"closed" if opens else "opened"}',
        label=f'no "{_OTHER[sign]}" {"follows" if opens else "before it"}',
        helps=(
            f'put "{_OTHER[sign]}" where the words in brackets {"end" if opens else "begin"}, or take this one out',
        ),
    )


RULE = DocumentRule("unbalanced-brackets", Severity.WARNING, find)
