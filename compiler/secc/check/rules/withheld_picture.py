"""A figure whose file is there, and is not shown.

## What it finds

`![…](figures/system.svg)` whose file a browser is not given, since it is no picture of its kind or could do more than
be looked at:

- it ends in something else than `.svg`, `.png`, `.jpg`, `.jpeg` or `.gif`, is not what its ending says, or is cut
  short;
- it is an SVG with a script, a link out of it, an animation, a style that fetches something, an element of another
  language, or a document type that declares entities.

A document type as Illustrator, Visio and Graphviz write it, which declares nothing, is no reason.

## Why

What stands in its place is its title in brackets, on the website, in PDF and in Word. The provision says "as set out
below", and nothing is set out. A figure may be part of what is agreed.

## Wrong

```sec sections/A.sec
section A: Register

A1.1 The parts of the register are:

![The parts of the register](figures/register.svg)
```

```svg figures/register.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><a href="https://example.org/"><path d="M0 0h1v1z"/></a></svg>
```

## Right

```sec sections/A.sec
section A: Register

A1.1 The parts of the register are:

![The parts of the register](figures/register.svg)
```

```svg figures/register.svg
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>
```

## How to mend it

Save it anew from the program that drew it: as plain SVG (in Inkscape "Plain SVG", in Illustrator without "Preserve
Illustrator Editing Capabilities"), with links and animation taken out; or as PNG.
"""

from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.code.load import LoadedCode
from secc.diagnostics import Severity
from secc.reading.pictures import withheld


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Nothing: `check` makes these findings, since they follow from what lies beside the documents."""
    yield from ()


def found_beside(loaded: LoadedCode) -> Iterator[Finding]:
    """Every such figure."""
    beside = loaded.beside
    for document in loaded.documents if beside is not None else ():
        for each in document.files:
            if beside is None or not each.is_picture or not beside.has(each.path):
                continue
            if why := withheld(each.path, beside.read(each.path)):
                yield Finding(
                    path=document.source.path,
                    span=each.span,
                    headline=f"the picture {each.path} is not shown: it {why}",
                    label="shows its title alone",
                    provision=document.id.printed,
                    helps=(_help(each.path),),
                )


def _help(path: str) -> str:
    if path.lower().endswith(".svg"):
        return "save it as plain SVG, without scripts, links, animation and entities, or as PNG"
    return "save it as PNG, JPEG, GIF or plain SVG, and name it so"


RULE = CodeRule("withheld-picture", Severity.ERROR, find)
