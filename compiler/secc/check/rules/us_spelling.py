"""An American spelling.

## What it finds

"authorize", "center", "enrollment", "canceled", "license" as a noun, and others of their kind, where the Code has
"authorise", "centre", "enrolment", "cancelled", "licence". Names that code.toml lists under `names`, and the titles of
works outside the Code, keep their spelling.

## Why

The Code is in British English. A word in two spellings is two words to a search, and a defined term in another
spelling is not recognised.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall authorize each enrollment.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall authorise each enrolment, and may license others to do so under its licence.
```

## How to mend it

Write it as the message says. If it is a name that is spelt so, add the name to `names` in code.toml.
"""

from collections.abc import Iterator

from secc.check.fixes import as_written, instead
from secc.check.known import Known
from secc.check.phrase_list import PhraseList
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.spelling import american
from secc.diagnostics import Safety, Severity
from secc.resolve.model import Outside, ResolvedDocument, Words

_AMERICAN = PhraseList(american())


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every American spelling that is part of no name."""
    for words, start, end, phrase in _AMERICAN.found_in(document, known.vocabulary(document)):
        if _named(words, start, end, known):
            continue
        said = words.prose.text[start:end]
        british = as_written(said, _AMERICAN.phrases[phrase])
        yield found_in(
            document,
            words,
            (start, end),
            f'"{said}" is an American spelling',
            label="British: " + british,
            helps=(f'write "{british}", or list it under `names` in code.toml if it is part of a name',),
            fix=instead(document, words, (start, end), british, f'write "{british}"', Safety.UNSAFE),
        )


def _named(words: Words, start: int, end: int, known: Known) -> bool:
    """Whether a word stands in the title of an outside work, or in a name that code.toml lists."""
    if any(isinstance(each, Outside) and each.start <= start and end <= each.end for each in words.references):
        return True
    text = words.prose.text
    for name in known.names:
        at = name.find(text[start:end])
        if at >= 0 and text.startswith(name, max(0, start - at)):
            return True
    return False


RULE = DocumentRule("us-spelling", Severity.WARNING, find)
