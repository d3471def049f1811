"""A work outside the Code that is cited by a title that is not its own.

## What it finds

An Act, Regulations or a standard whose title or number is not as the register, standards.toml, has it: the wrong year
("Electricity Act 1998"), slightly other words, another body ("ISO 27001" for ISO/IEC 27001), an edition that there is
not ("ISO/IEC 27001:2012"); and an RFC or standard with a title beside its number that is that of no such work.

## Why

The title is all that a reader has to find the work by, and an Act of another year is another Act.

## Wrong

```sec
section M: General

# M1 Arbitration

M1.1 An arbitrator shall be appointed under section 16 of the Arbitration Act 1966.
```

```toml standards.toml
[[work]]
title = "Arbitration Act 1996"
kind = "act"
```

## Right

```sec
section M: General

# M1 Arbitration

M1.1 An arbitrator shall be appointed under section 16 of the Arbitration Act 1996.
```

```toml standards.toml
[[work]]
title = "Arbitration Act 1996"
kind = "act"
```

## How to mend it

Write the title as the register has it. If another work is meant, add it to standards.toml.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.near import likeness
from secc.check.patterns_works import ECHOED_TITLE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.works import CitedWork, Sort, cited_works, mistitled, registered
from secc.code.standards import RegisteredWork, plain
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every citation that gets the title of a work of the register wrong."""
    if not known.register.works:
        return
    for cited in cited_works(document):
        work = registered(known.register, cited)
        if work is not None:
            yield from _echo(document, cited, work)
        elif cited.sort is not Sort.LEGISLATION or cited.name[-1].isdecimal():
            meant = mistitled(known.register, cited)
            if meant:
                yield _finding(document, cited, meant)


def _finding(document: ResolvedDocument, cited: CitedWork, meant: tuple[RegisteredWork, ...]) -> Finding:
    names = " or ".join(dict.fromkeys(_as_cited(cited, work) for work in meant))
    return found_in(
        document,
        cited.words,
        cited.stretch,
        f'no work of the register is called "{cited.name}"',
        label=f"the register has {names}",
        helps=(f"write {names}", "add the work to standards.toml if another is meant"),
    )


def _as_cited(cited: CitedWork, work: RegisteredWork) -> str:
    """What to write: a standard without the year where the citation gives none."""
    return work.edition_of if work.edition_of and ":" not in cited.name else work.in_words


def _echo(document: ResolvedDocument, cited: CitedWork, work: RegisteredWork) -> Iterator[Finding]:
    """A title beside a number that is nearly, but not quite, the work's."""
    echoed = ECHOED_TITLE.match(cited.words.prose.text, cited.end) if work.called == work.number else None
    if echoed is None:
        return
    group = "bracketed" if echoed["bracketed"] else "quoted"
    said, title = plain(echoed[group]), plain(work.title)
    if said != title and likeness(said, title) >= _ALIKE:
        yield found_in(
            document,
            cited.words,
            echoed.span(group),
            f'{work.called} is not called "{echoed[group]}"',
            label="not its title",
            helps=(f'write "{work.title}", or leave the title out',),
        )


_ALIKE = 60.0
"""How near, of 100, words beside a number must be to the title to be meant as the title."""


RULE = DocumentRule("work-title", Severity.ERROR, find)
