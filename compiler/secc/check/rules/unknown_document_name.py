"""A provision of a document whose short name no document has.

## What it finds

"Clause 4.26 of the TNAD" where the document is known as the TMAD: an abbreviation that is no document's name
(`known-as`), no defined term, and none of the `names` in code.toml.

## Why

The reader cannot find the document, and the reference was never checked: nothing says where it would lead.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall act in accordance with Clause 1.1 of the TNAD.
```

```sec
appendix AL: SMETS1 Transition and Migration Approach Document
known-as: TMAD
unit: Clause

1.1 The operator shall keep a register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall act in accordance with Clause 1.1 of the TMAD.
```

```sec
appendix AL: SMETS1 Transition and Migration Approach Document
known-as: TMAD
unit: Clause

1.1 The operator shall keep a register.
```

## How to mend it

Write the short name as the document has it, or its letter ("of Appendix AL"). If it is a work outside the Code, define
it, or add it to `names` in code.toml.
"""

from collections.abc import Iterator

from secc.check.cites import PROVISION_UNITS
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Citation, Provisions, Unit, Work, WorkKind
from secc.resolve.model import ResolvedDocument

_UNITS = (*PROVISION_UNITS, Unit.ANNEX)


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every provision of an abbreviation that names nothing."""
    for words in document.words:
        for citation in words.cited:
            name = _name(citation)
            if not name or name in known.forms or name in known.names:
                continue
            at = words.prose.text.rfind(name, citation.start, citation.end)
            near = known.near_name(name, _LIKE)
            yield found_in(
                document,
                words,
                (at, at + len(name)),
                f"no document is known as {name}",
                label="of which document?",
                helps=(
                    *((f"did you mean {near[0]} ({near[1].printed})?",) if near is not None else ()),
                    "write the document's short name or its letter; or define the name, if it is of a work outside",
                ),
            )


_LIKE = 60.0


def _name(citation: Citation) -> str:
    """The abbreviation of the work that provisions are said to be of; empty where there is none."""
    said = citation.reference
    if not isinstance(said, Provisions) or said.unit not in _UNITS or not isinstance(said.within, Work):
        return ""
    title = said.within.title
    abbreviation = said.within.kind is WorkKind.PUBLICATION and " " not in title and title.isupper()
    return title if abbreviation else ""


RULE = DocumentRule("unknown-document-name", Severity.ERROR, find)
