"""A work outside the Code that the register of such works does not have.

## What it finds

An Act or Regulations with their year, a law by its number, a licence by its name, an RFC or a standard that is cited
and is not in standards.toml, which lists the works that the Code cites: "RFC 5820" where the register has RFC 5280. The
message names the nearest that is there. A licence whose name is a defined term is known. Works in headings and notes
are left alone, and so is everything where there is no standards.toml.

## Why

A reader cannot look up a work that does not exist, and a number with two figures exchanged is another work altogether.
What is not in the register is not watched either: nobody notices when it is superseded.

## Wrong

```sec
section G: Security

# G1 Certificates

G1.1 The operator shall ensure that each certificate complies with RFC 5820.
```

```toml standards.toml
[[work]]
title = "Internet X.509 Public Key Infrastructure Certificate and Certificate Revocation List (CRL) Profile"
kind = "rfc"
number = "RFC 5280"
```

## Right

```sec
section G: Security

# G1 Certificates

G1.1 The operator shall ensure that each certificate complies with RFC 5280.
```

```toml standards.toml
[[work]]
title = "Internet X.509 Public Key Infrastructure Certificate and Certificate Revocation List (CRL) Profile"
kind = "rfc"
number = "RFC 5280"
```

## How to mend it

See whether the work is cited by its right title, number and year. If it is, add it to standards.toml.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.near import nearest
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.works import CitedWork, Sort, cited_works, mistitled, registered
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument

_NAMES_ONE = (Sort.NUMBERED_LAW, Sort.LICENCE, Sort.STANDARD, Sort.RFC)


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every citation of a work that is neither in the register nor nearly a title of one that is."""
    if not known.register.works:
        return
    for cited in cited_works(document):
        if _names_one(cited) and not _is_known(known, cited):
            yield _finding(known, document, cited)


def _names_one(cited: CitedWork) -> bool:
    """Whether a name says which work it is: legislation needs its year for that."""
    return cited.sort in _NAMES_ONE or (cited.sort is Sort.LEGISLATION and cited.name[-1].isdecimal())


def _is_known(known: Known, cited: CitedWork) -> bool:
    register = known.register
    if registered(register, cited) is not None or mistitled(register, cited):
        return True
    singular = cited.name.removesuffix("s")
    return any(known.defines(name, cited.words.placed) for name in (cited.name, singular))


def _finding(known: Known, document: ResolvedDocument, cited: CitedWork) -> Finding:
    names = {name: work.in_words for work in known.register.works for name in work.names}
    near = dict.fromkeys(names[name] for name in nearest(cited.name, names, limit=2, cutoff=_NEAR))
    meant = (f"see whether {' or '.join(near)} is meant",) if near else ()
    return found_in(
        document,
        cited.words,
        cited.stretch,
        f"the register of works outside the Code has no {cited.name}",
        label="not in standards.toml",
        helps=(*meant, "add it to standards.toml if it is cited rightly"),
    )


_NEAR = 75.0
"""How near, of 100, a name must be to be mentioned."""


RULE = DocumentRule("unknown-work", Severity.WARNING, find)
