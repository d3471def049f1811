"""A document whose title is not the one under which the register has it.

## What it finds

A document whose title, in the first line of its file, is another than `[titles]` of code.toml has for it, the register
of the documents. Quotation marks and spaces do not count, capitals do. Where the register has no title for a document,
any will do; and what documents were called in earlier versions is no fault.

## Why

The register is what contents, designations and the website are made from by others. Under two titles, one document is
cited as if it were two, and a direction that designates it by the wrong one designates nothing.

## Wrong

```toml code.toml
title = "A Code"
short = "AC"
documents = ["appendices/A.sec"]

[titles]
"Appendix A" = "Metering Approach Document"
```

```sec appendices/A.sec
appendix A: Metering Approach Documents
unit: Clause

1.1 The operator shall read each meter.
```

## Right

```sec appendices/A.sec
appendix A: Metering Approach Document
unit: Clause

1.1 The operator shall read each meter.
```

## How to mend it

Write the title that the document was designated by, here or in the register.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding
from secc.code.settings import FILE
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument
from secc.source import Span


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """The title of the document, where it is another."""
    loaded = document.loaded
    said = loaded.document.title.text
    wanted = known.registered_title(loaded.id.printed, said)
    if wanted is None or _plain(wanted) == _plain(said):
        return
    start = max(loaded.source.text.find(said, loaded.span.start, loaded.span.end), loaded.span.start)
    yield Finding(
        path=loaded.source.path,
        span=Span(start, start + len(said)),
        headline=f'{loaded.id.printed} is in the register as "{wanted}"',
        label="another title",
        provision=loaded.id.printed,
        helps=(f'write "{wanted}", or mend [titles] of {FILE} if the register is wrong',),
    )


def _plain(title: str) -> str:
    """Spaces and the form of quotation marks do not count."""
    return " ".join(title.replace("“", '"').replace("”", '"').replace("’", "'").split())


RULE = DocumentRule("title-unlike-register", Severity.ERROR, find)
