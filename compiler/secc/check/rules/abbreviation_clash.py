"""An abbreviation of two things, or two abbreviations of one.

## What it finds

"Data Protection Plan (DPP)" where "DPP" is defined as another thing; "Self-Service Interface (SSIF)" where the defined
term has the abbreviation "SSI"; and two terms of one reach with the same letters for their short name.

## Why

A reader who meets the abbreviation cannot tell which of the two is meant.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Data Policy" means the policy about data.

  define "Delivery Plan" or "DP" means the plan of deliveries.

A1.2 The operator shall publish the Delivery Plan and the Data Policy (DP), and shall review the DP each year.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Data Policy" means the policy about data.

  define "Delivery Plan" or "DP" means the plan of deliveries.

A1.2 The operator shall publish the Delivery Plan (DP) and the Data Policy, and shall review the DP each year.
```

## How to mend it

Give each thing an abbreviation of its own, and use the one that its definition gives it.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns_terms import ABBREVIATION, EXPANDED
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import holder, words_of
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument, Term, Words
from secc.resolve.terms.scope import inside


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every abbreviation of a definition, or in brackets, that goes against a definition which reaches the place."""
    yield from _of_definitions(known, document)
    yield from _in_brackets(known, document)


def _of_definitions(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    for number in known.terms_in.get(document.loaded.document.id, ()):
        term = known.code.terms[number]
        own = _abbreviations(term)
        if not own or own[0] == term.name:
            continue
        words, stretch = words_of(document, term), (term.prose.start, term.prose.end)
        wider = next((each for each in known.terms_by_name[own[0]] if _is_wider(each, term)), None)
        if len(own) > 1:
            headline = f'"{term.name}" has two abbreviations, "{own[0]}" and "{own[1]}"'
            yield found_in(document, words, stretch, headline, label="two abbreviations", helps=("keep one of them",))
        elif wider is not None:
            headline = f'"{own[0]}" is {term.name} here, and {wider.name} in the rest of the Code'
            helps = (f"give one of the two another abbreviation (see {holder(wider).printed})",)
            yield found_in(document, words, stretch, headline, label="one abbreviation", helps=helps)


def _is_wider(other: Term, term: Term) -> bool:
    """Whether another term, of another name in full, holds where this one does."""
    return term.within is not None and other.within is None and other.name not in term.names


def _in_brackets(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    for words in document.words:
        text = words.prose.text
        if " (" not in text or words.placed.quoted:
            continue
        for found in EXPANDED.finditer(text):
            short, stretch = found["short"], found.span("short")
            long = _abbreviated(found["long"], short) or _with_another(known, words, found["long"], short)
            if not long:
                continue
            defined, expanded = _term(known, words, short), _term(known, words, long)
            if defined is not None and defined is not expanded and _stands_for_other(defined, long):
                headline = f'"{short}" is used for {long}, and is defined as {defined.name}'
                helps = (f"give one of the two another abbreviation (see {holder(defined).printed})",)
                yield found_in(document, words, stretch, headline, label="two things", helps=helps)
            elif defined is None and expanded is not None and (own := _abbreviations(expanded)):
                headline = f'{long} is abbreviated as "{short}" here, and as "{own[0]}" in its definition'
                helps = (f'write "{own[0]}" (see {holder(expanded).printed})',)
                yield found_in(document, words, stretch, headline, label="another abbreviation", helps=helps)


def _abbreviated(long: str, short: str) -> str:
    """The last words of a phrase whose first letters the abbreviation has; empty where there are none."""
    said = long.split(" ")
    letters = [letter for letter in short if letter.isalpha()]
    for count in range(2, len(said) + 1):
        tail = said[-count:]
        capitals = [part[0] for word in tail for part in word.split("-") if part and part[0].isupper()]
        if tail[0][0].isupper() and capitals == letters:
            return " ".join(tail)
    return ""


def _with_another(known: Known, words: Words, long: str, short: str) -> str:
    """The last words of a phrase that are a term with an abbreviation, where `short` is not what stands for it."""
    said = long.split(" ")
    for first in range(len(said) - 1):
        tail = " ".join(said[first:])
        term = _term(known, words, tail)
        if term is not None:
            return tail if _abbreviations(term) and short not in term.names else ""
    return ""


def _term(known: Known, words: Words, name: str) -> Term | None:
    """The term that a name has at a place, the nearest meaning first."""
    found = [
        term for term in known.terms_by_name.get(name, ()) if term.within is None or inside(words.placed, term.within)
    ]
    return max(found, key=lambda term: len(term.within.path) + 1 if term.within is not None else 0, default=None)


def _stands_for_other(term: Term, long: str) -> bool:
    """Whether a term has names in full, none of which is this one."""
    names = {name.casefold() for name in (*term.names, *term.forms) if not ABBREVIATION.fullmatch(name)}
    return bool(names) and long.casefold() not in names


def _abbreviations(term: Term) -> list[str]:
    return [name for name in term.names if ABBREVIATION.fullmatch(name)]


RULE = DocumentRule("abbreviation-clash", Severity.WARNING, find)
