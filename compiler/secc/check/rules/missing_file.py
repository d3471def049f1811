"""A figure or attachment whose file does not exist.

## What it finds

`![…](figures/system.svg)` and `attachment: figures/devices.xlsx` where the folder of sources has no such file.

## Why

The provision says "as set out below", and nothing is set out: the page has a hole, and the annex cannot be opened. A
figure may be part of what is agreed.

## Wrong

```sec sections/A.sec
section A: Register

A1.1 The parts of the register are:

![The parts of the register](figures/rgister.svg)
```

```svg figures/register.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
```

## Right

```sec sections/A.sec
section A: Register

A1.1 The parts of the register are:

![The parts of the register](figures/register.svg)
```

```svg figures/register.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
```

## How to mend it

Put the file there, or mend its name: paths begin at the folder of code.toml, and capitals count.
"""

from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.code.load import LoadedCode
from secc.diagnostics import Severity


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Nothing: `check` makes these findings, since they follow from what lies beside the documents."""
    yield from ()


def found_beside(loaded: LoadedCode) -> Iterator[Finding]:
    """Every such figure and attachment."""
    for document in loaded.documents if loaded.beside is not None else ():
        for each in document.files:
            if loaded.beside is not None and not loaded.beside.has(each.path):
                yield Finding(
                    path=document.source.path,
                    span=each.span,
                    headline=f"there is no file {each.path}",
                    label="shows nothing",
                    provision=document.id.printed,
                    helps=("put the file there, or mend its name, which begins at the folder of code.toml",),
                )


RULE = CodeRule("missing-file", Severity.ERROR, find)
