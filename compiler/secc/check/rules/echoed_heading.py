"""A reference whose heading in brackets is not that of the provision.

## What it finds

"Section X5 (Incorporation of Documents)" where Section X5 is headed "Incorporation of Certain Documents into this
Code". A clause is echoed by its own bold title where it has one, otherwise by the sub-heading above it or the title of
its sub-section.

## Why

The heading is written beside the number so that a reader can tell a wrong number. When the two disagree, either the
number is wrong or the heading has changed.

## Wrong

```sec
section H: DCC Services

# H1 Registers

H1.1 The operator shall keep a register.

# H2 Reports

H2.1 The operator shall report on the register kept under Section H1 (Reports).
```

## Right

```sec
section H: DCC Services

# H1 Registers

H1.1 The operator shall keep a register.

# H2 Reports

H2.1 The operator shall report on the register kept under Section H1 (Registers).
```

## How to mend it

See which provision is meant: write its number, or its heading as it stands.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import Link, ResolvedCode, ResolvedDocument, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every echoed heading that the provision does not have."""
    code = known.code
    for words in document.words:
        for reference in words.references:
            if isinstance(reference, Link) and reference.heading and not _echoes(code, reference):
                yield _finding(code, document, words, reference)


def _echoes(code: ResolvedCode, link: Link) -> bool:
    said = _plain(link.heading)
    return any(_plain(heading) == said for address in link.targets for heading in headings(code, address))


def headings(code: ResolvedCode, address: Address) -> tuple[str, ...]:
    """What a reference to this address may echo: its own title first."""
    if not address.path:
        head = code.head(address.document)
        return tuple(text for text in (head.title, head.known_as) if text) if head is not None else ()
    provision = code.provisions.get(address)
    if provision is None:
        return ()
    return tuple(dict.fromkeys(text for text in (provision.title, provision.sub_section) if text))


def _plain(heading: str) -> str:
    """Spaces, quotation marks and the letter case of a heading do not count."""
    return " ".join(heading.replace("'", "").replace('"', "").split()).casefold()


def _finding(code: ResolvedCode, document: ResolvedDocument, words: Words, link: Link) -> Finding:
    target = link.targets[0]
    true = headings(code, target)
    label = f'{target.printed} is headed "{true[0]}"' if true else f"{target.printed} has no heading"
    helps = (
        [f'write "({true[0]})", or the number of the provision that is meant'] if true else ["leave the heading out"]
    )
    elsewhere = _headed(code, link.heading)
    if elsewhere is not None:
        helps.append(f'look at {elsewhere.printed}, which is headed "{link.heading}"')
    return found_in(
        document,
        words,
        (link.heading_start, link.heading_end),
        f'{target.printed} is not headed "{link.heading}"',
        label=label,
        helps=tuple(helps),
    )


def _headed(code: ResolvedCode, heading: str) -> Address | None:
    """The provision that has this heading, if just one sub-section or document has it."""
    said = _plain(heading)
    found = [
        address
        for address, provision in code.provisions.items()
        if not provision.in_sub_section and _plain(provision.title) == said
    ]
    return found[0] if len(found) == 1 else None


RULE = DocumentRule("echoed-heading", Severity.ERROR, find)
