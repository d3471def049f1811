"""Words that the house style does not use.

## What it finds

The words and phrases listed in house-style.toml, which stands beside code.toml, in any case of letters. Each stands
for itself, and there are no patterns:

```toml
[instead]
"prior to" = "before"

[avoid]
"forthwith" = "say by when"
```

Words in quotation marks are left alone, since they may be another's.

## Why

A code that always says a thing in the same words is easier to read, and a change of words shows that a change of
meaning was meant.

## Wrong

```toml house-style.toml
[instead]
"prior to" = "before"
```

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register, prior to its publication.
```

## Right

```toml house-style.toml
[instead]
"prior to" = "before"
```

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register before its publication.
```

## How to mend it

Write what the message says; or take the phrase out of house-style.toml, if it is to be allowed.
"""

from collections.abc import Iterator

from secc.check.fixes import as_written, instead
from secc.check.known import Known
from secc.check.patterns import QUOTED
from secc.check.phrase_list import PhraseList
from secc.check.rule import DocumentRule, Finding, found_in
from secc.code.house_style import HousePhrase, HouseStyle
from secc.diagnostics import Fix, Safety, Severity
from secc.resolve.model import ResolvedDocument, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every phrase of the house style."""
    style = known.house_style
    if not style.phrases:
        return
    by_words = {phrase.words.lower(): phrase for phrase in style.phrases}
    for words, start, end, phrase in _list_of(style).found_in(document, known.vocabulary(document)):
        if any(quoted.start() < start < quoted.end() for quoted in QUOTED.finditer(words.prose.text)):
            continue
        rule = by_words[phrase]
        yield found_in(
            document,
            words,
            (start, end),
            f'"{words.prose.text[start:end]}" is not in the house style',
            label=f'"{rule.instead}"' if rule.instead else "not used",
            helps=(f'write "{rule.instead}"' if rule.instead else rule.why,),
            fix=_fix(document, words, (start, end), rule),
        )


def _fix(document: ResolvedDocument, words: Words, stretch: tuple[int, int], rule: HousePhrase) -> Fix | None:
    if not rule.instead:
        return None
    said = words.prose.text[slice(*stretch)]
    new = rule.instead if rule.words[:1].isupper() else as_written(said, rule.instead)
    return instead(document, words, stretch, new, f'write "{new}"', Safety.UNSAFE)


def _list_of(style: HouseStyle) -> PhraseList:
    return PhraseList({phrase.words.lower(): phrase.instead for phrase in style.phrases})


RULE = DocumentRule("house-style", Severity.WARNING, find)
