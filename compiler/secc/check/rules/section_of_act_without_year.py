"""A provision of an Act or Regulations that is cited without the year.

## What it finds

"section 5 of the Electricity Act" where no definition says which Act is meant. A title for which the Code defines a
short name ("Electricity Act" means the Electricity Act 1989) is left alone, and so are short names of the register,
standards.toml, and works that other words identify: "that Act", "the principal Act", "the Act of 1999".

## Why

There are often several Acts of one title, and their sections do not say the same.

## Wrong

```sec
section M: General

# M1 Licences

M1.1 The operator shall hold a licence under section 6 of the Electricity Act.
```

## Right

```sec
section M: General

# M1 Licences

M1.1 The operator shall hold a licence under section 6 of the Electricity Act 1989.
```

## How to mend it

Write the year, or define a short name for the Act.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.works import CitedWork, Sort, cited_works, other_year, registered
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every provision of legislation whose title has no year and is nobody's short name."""
    for cited in cited_works(document):
        if cited.sort is not Sort.LEGISLATION or not cited.place or cited.name[-1].isdecimal():
            continue
        if _has_a_year(known, cited) and not _is_known(known, cited):
            yield _finding(known, document, cited)


def _has_a_year(known: Known, cited: CitedWork) -> bool:
    """Whether the work is one that is cited with its year: rules and EU regulations are where the register says so."""
    return cited.name.endswith(_DATED) or bool(other_year(known.register, cited))


_DATED = ("Act", "Regulations", "Order")


def _is_known(known: Known, cited: CitedWork) -> bool:
    """Whether it is a short name, of the Code's own or of the register."""
    return registered(known.register, cited) is not None or known.defines(cited.name, cited.words.placed)


def _finding(known: Known, document: ResolvedDocument, cited: CitedWork) -> Finding:
    dated = [work.in_words for work in other_year(known.register, cited)]
    meant = (f"write {' or '.join(dated)}",) if dated else ("write the year behind the title",)
    return found_in(
        document,
        cited.words,
        cited.stretch,
        f"a provision of the {cited.name} is cited without the year",
        label="of which year?",
        helps=(*meant, f'define "{cited.name}" if it is cited often'),
    )


RULE = DocumentRule("section-of-act-without-year", Severity.ERROR, find)
