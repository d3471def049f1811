"""A source file that is no part of the Code, since code.toml does not list it.

## What it finds

A file ending with `.sec` in a folder in which documents of the Code lie (`sections`, `schedules`, `appendices`), which
`documents` of code.toml does not have.

## Why

Nothing of it is checked, printed or published, and nothing else says so: whoever wrote it believes that it is part of
the Code.

## Wrong

```toml code.toml
title = "A Code"
short = "AC"
documents = ["sections/A.sec"]
```

```sec sections/A.sec
section A: Register

A1.1 The operator shall keep a register.
```

```sec sections/B.sec
section B: Costs

B1.1 The operator shall pay the costs of the register.
```

## Right

```toml code.toml
title = "A Code"
short = "AC"
documents = ["sections/A.sec", "sections/B.sec"]
```

```sec sections/A.sec
section A: Register

A1.1 The operator shall keep a register.
```

```sec sections/B.sec
section B: Costs

B1.1 The operator shall pay the costs of the register.
```

## How to mend it

Add the file to `documents` of code.toml, in the place where the document belongs; or move it out of these folders.
"""

from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.code.load import LoadedCode
from secc.code.settings import FILE
from secc.diagnostics import Severity
from secc.source import Span


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Nothing: `check` makes these findings, since they follow from no document."""
    yield from ()


def found_beside(loaded: LoadedCode) -> Iterator[Finding]:
    """Every such file."""
    for each in loaded.beside.unlisted if loaded.beside is not None else ():
        yield Finding(
            path=each.path,
            span=Span(0, len(each.line(1))),
            headline=f"this file is no part of the Code: {FILE} does not list it",
            label="neither checked nor published",
            helps=(f"add it to `documents` of {FILE}, or move it out of the folders of documents",),
        )


RULE = CodeRule("unlisted-document", Severity.ERROR, find)
