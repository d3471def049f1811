"""A definition that is not in its alphabetical place.

## What it finds

In Section A1.1, and in each list of five definitions or more that is in alphabetical order but for a few: the
definitions that stand out of it. Capitals, punctuation and spaces do not count.

## Why

A reader looks for a term where the alphabet says, and takes it to be undefined if it is not there. So does whoever
inserts a new one, and defines it twice.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Charge" means an amount payable to the operator.

  define "Register" means the register of participants.

  define "Meter" means a device that measures.

A1.2 The operator shall keep a Register of each Meter and each Charge.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Charge" means an amount payable to the operator.

  define "Meter" means a device that measures.

  define "Register" means the register of participants.

A1.2 The operator shall keep a Register of each Meter and each Charge.
```

## How to mend it

Move the definition to its place: the message says before which it belongs.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding
from secc.code.model import Definition
from secc.code.walk import Placed
from secc.diagnostics import Severity
from secc.ids import Address, DocumentKind
from secc.resolve.model import ResolvedDocument

_FEWEST = 5  # definitions of a list that may be meant to be in order
_ASTRAY = 5  # at most one in so many is out of it, else the order is another


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every definition that the alphabet puts elsewhere in its list."""
    lists: dict[Address, list[Placed]] = {}
    for words in document.words:
        each = words.placed
        if isinstance(each.block, Definition) and each.block.terms and each.own:
            lists.setdefault(each.address.parent, []).append(each)
    for holder, definitions in lists.items():
        whole = holder.document.kind is DocumentKind.SECTION and holder.path == ("A1.1",)
        if whole or len(definitions) >= _FEWEST:
            most = len(definitions) if whole else len(definitions) // _ASTRAY
            yield from _astray(document, holder, definitions, most)


def _astray(document: ResolvedDocument, holder: Address, definitions: Sequence[Placed], most: int) -> Iterator[Finding]:
    """Those outside the longest run in order: by words, by letters or with punctuation, whichever run is longest."""
    names = [_name(each) for each in definitions]
    orders = [[" ".join(words) for words in map(_words, names)], ["".join(words) for words in map(_words, names)]]
    orders.append([name.casefold() for name in names])  # a bracket or a hyphen before any letter
    kept, keys = max(((_longest(keys), keys) for keys in orders), key=lambda pair: len(pair[0]))
    if len(names) - len(kept) > most:
        return
    in_order = [keys[place] for place in kept]
    for place in sorted(set(range(len(names))) - set(kept)):
        each = definitions[place]
        at = bisect_right(in_order, keys[place])
        where = f'before "{names[kept[at]]}"' if at < len(kept) else f'after "{names[kept[-1]]}"'
        assert isinstance(each.block, Definition)
        term = each.block.terms[0]
        yield Finding(
            path=document.loaded.source.path,
            span=each.block.prose.span(term.start, term.end),
            headline=f'"{term.name}" is not in alphabetical order',
            label=f"belongs {where}",
            provision=holder.printed,
            helps=(f"move it to stand {where}",),
        )


def _name(definition: Placed) -> str:
    assert isinstance(definition.block, Definition)
    return definition.block.terms[0].name


def _words(name: str) -> list[str]:
    """The words of a name without what does not count."""
    kept = "".join(letter if letter.isalnum() else " " for letter in name.casefold().replace("'", ""))
    return kept.removeprefix("the ").split()


def _longest(keys: Sequence[str]) -> list[int]:
    """The places of the longest run that never goes back, in n log n."""
    tails: list[int] = []  # the last place of the best run of each length, and its key
    tail_keys: list[str] = []
    before: list[int] = []
    for place, key in enumerate(keys):
        at = bisect_right(tail_keys, key)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        tail_keys[at : at + 1] = [key]
    run: list[int] = []
    last = tails[-1] if tails else -1
    while last >= 0:
        run.append(last)
        last = before[last]
    return run[::-1]


RULE = DocumentRule("unsorted-definitions", Severity.WARNING, find)
