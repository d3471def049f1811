"""A definition with another meaning than the term has in the rest of the Code.

## What it finds

A term of Section A1.1 that a Section, Schedule or Appendix defines once more for itself. Not where Section A1.1
points to that definition; nor where its words say that the meaning is its own: "means, in this Appendix, …".

## Why

A document may give a term a meaning of its own, but a reader who knows the term from Section A1.1 must be told. Where
it was not meant, the two definitions drift apart.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of participants.

A1.2 The operator shall keep the Register.
```

```sec
appendix A: Register Policy
unit: Clause

1.1 In this Appendix:

  define "Register" means the register of meters.

1.2 The operator shall publish the Register.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of participants.

A1.2 The operator shall keep the Register.
```

```sec
appendix A: Register Policy
unit: Clause

1.1 In this Appendix:

  define "Register" means, in this Appendix in place of its meaning in Section A1.1, the register of meters.

1.2 The operator shall publish the Register.
```

## How to mend it

Take the definition out, if the term's meaning in the Code is meant; give the term another name; or say in the
definition that its meaning is its own.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns_terms import OWN_MEANING, POINTS
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import holder, words_of
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument, Term


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every definition of a term that the whole Code has under the same name."""
    for number in known.terms_in.get(document.loaded.document.id, ()):
        term = known.code.terms[number]
        wider = _wider(known, term)
        if wider is None or term.borrowed:
            continue
        words = words_of(document, term)
        if OWN_MEANING.search(words.prose.text) or POINTS.search(words.prose.text):
            continue
        yield found_in(
            document,
            words,
            (term.prose.start, term.prose.end),
            f'"{term.name}" has another definition for the whole Code',
            label=f"also defined in {holder(wider).printed}",
            helps=(
                "take the definition out, or give the term another name",
                'or say that the meaning is its own: "means, in this Appendix in place of its meaning in'
                f' {holder(wider).printed}, …"',
            ),
        )


def _wider(known: Known, term: Term) -> Term | None:
    """The term of the whole Code with the same name, unless this definition is the one it points to."""
    if term.within is None:
        return None
    alike = (each for each in known.terms_by_name[term.name] if each.within is None)
    return next((each for each in alike if each.given is None or not term.address.within(each.given)), None)


RULE = DocumentRule("shadowed-definition", Severity.WARNING, find)
