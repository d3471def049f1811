"""An instruction to add words that does not say where.

## What it finds

In a direction: "by adding “or the section so identified” to the definition of “RAPP”", where nothing says at the end,
before or after which words.

## Why

An amendment that can be carried out in two ways is carried out in two ways, and both texts claim to be the law.

## Wrong

```text
The definition is amended by adding “or the section so identified” to the “RAPP” definition.
```

## Right

```text
The definition is amended by adding “or the section so identified” to the “RAPP” definition, at the end.
```

## How to mend it

Say where: at the end, or after which words.
"""

from collections.abc import Iterator

from secc.check.patterns_prose import ADD_WORDS, ANCHOR, SENTENCE_BREAK, WORDS_ADDED
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity


def find(reader: Reader) -> Iterator[Finding]:
    """Every instruction to add quoted words to something, without a place in it."""
    for each, match in [*reader.matches(ADD_WORDS), *reader.matches(WORDS_ADDED)]:
        before = SENTENCE_BREAK.split(each.text[max(0, match.start() - 80) : match.start()])[-1]
        outside = match[0].replace(match["words"], "")
        if not ANCHOR.search(outside) and not ANCHOR.search(before):
            headline = "the instruction to add words does not say where"
            helps = ("say where: at the end, or after which words",)
            yield reader.found(each, (match.start(), match.end("words") + 1), headline, label="add where?", helps=helps)


RULE = ProseRule("instruction-without-place", Severity.ERROR, find)
