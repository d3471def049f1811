r"""Stars or a backtick that were to mark words, and have no other half.

## What it finds

`**`, a star directly before a word, or a backtick, that nothing closes in its paragraph, so that the mark itself is
printed. A star or backtick that is meant is written `\*` or ``\` ``.

## Why

The reader sees `**` in the text of the Code; and words that were to stand out, such as the title of a clause, do not.

## Wrong

```sec
section A: Register

A1.1 The operator shall keep a **public register.
```

## Right

```sec
section A: Register

A1.1 The operator shall keep a **public** register.
```

## How to mend it

Put the same mark behind the last word that it was to mark; or take it out; or, where it is part of the words, write a
backslash before it.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns import LEFT_MARK
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import is_running
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every mark that is left in the words."""
    text = document.loaded.source.text
    if "*" not in text and "`" not in text:
        return
    for words in document.words:
        if "*" not in words.prose.text and "`" not in words.prose.text:
            continue
        for found in LEFT_MARK.finditer(words.prose.text):
            before = words.prose.span(*found.span()).start - 1
            if is_running(words, found.start(), found.end()) and text[before : before + 1] != "\\":
                yield found_in(
                    document,
                    words,
                    found.span(),
                    f"{found[0]} is printed as it stands: it has no other half",
                    label="marks nothing",
                    helps=(f"put {found[0]} behind the words that it marks too, or write \\ before it if it is meant",),
                )


RULE = DocumentRule("unclosed-mark", Severity.ERROR, find)
