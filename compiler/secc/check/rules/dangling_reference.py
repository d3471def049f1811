"""A reference to a provision that does not exist.

## What it finds

"Section G5.23" where Section G5 ends at G5.22; "Appendix AU" where there is none; "paragraph (d)" of a clause that has
only (a) to (c); in the main body "Section 5.22", without its letter.

## Why

The reference was mistyped, or the provision was renumbered, moved or omitted and the reference left behind. A duty that
refers to nothing cannot be relied on.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.3.

H1.2 The operator shall publish the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.2.

H1.2 The operator shall publish the register.
```

## How to mend it

Write the number of the provision that is meant: the message names those nearest to it.
"""

from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.near import nearest
from secc.check.patterns_references import AMENDS, OF_ABBREVIATED, OF_THAT, SAID_BEFORE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import Broken, Fault, ResolvedDocument, Words
from secc.syntax.labels import number_key


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every reference that leads nowhere."""
    near = _Nearest(known)
    amending: Address | None = None
    for words in document.words:
        if AMENDS.search(words.prose.text):
            amending = words.placed.clause
        for reference in words.references:
            if isinstance(reference, Broken) and not _of_other_law(words, reference, amending):
                yield _finding(document, words, reference, near)


def _of_other_law(words: Words, reference: Broken, amending: Address | None) -> bool:
    """Whether a number is of something else than it seems.

    It stands in words that are quoted, in a clause that amends another law, or is "paragraph (b) of that subsection" or
    "FAR section 12.212".
    """
    text = words.prose.text
    if text.count('"', 0, reference.start) % 2 == 1 or (amending is not None and words.placed.clause == amending):
        return True
    if text[reference.start].isupper():
        return False
    before = (max(0, reference.start - 16), reference.start)
    return any(each.search(text, *before) for each in (SAID_BEFORE, OF_ABBREVIATED)) or (
        OF_THAT.match(text, reference.end) is not None
    )


def _finding(document: ResolvedDocument, words: Words, broken: Broken, near: "_Nearest") -> Finding:
    wanted = broken.wanted
    if wanted is None:
        headline = f'"{broken.said}" does not say of what'
        label, helps = "of which provision?", near.helps_for_a_part(words, broken.said)
    else:
        wanted = near.first_missing(wanted)
        what = wanted.printed
        headline = f"there is no {what}" if broken.fault is Fault.NO_DOCUMENT else f"there is no provision {what}"
        label, helps = "not in the Code", near.helps(wanted)
    stretch = (broken.start, broken.end)
    return found_in(document, words, stretch, headline, label=label, helps=helps)


class _Nearest:
    """Suggests provisions near to one that does not exist."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def first_missing(self, wanted: Address) -> Address:
        """The outermost provision of an address that does not exist: H14.222 of H14.222(a)."""
        for depth in range(1, len(wanted.path)):
            outer = Address(wanted.document, wanted.path[:depth])
            if outer not in self._known.code.provisions:
                return outer
        return wanted

    def helps(self, wanted: Address) -> tuple[str, ...]:
        """What to write instead, as help."""
        if self._known.code.head(wanted.document) is None:
            return self._documents(wanted)
        same_level = self._same_level(wanted)
        if not same_level:
            return (f"look for the provision that is meant in {_holder(wanted).printed}",)
        last = max(same_level, key=lambda address: number_key(address.path[-1].strip("()")))
        choices = {address.local: address.printed for address in same_level}
        names = " or ".join(choices[name] for name in nearest(wanted.local, choices, limit=2))
        return (f"write {names} if that is meant: {_stem(wanted)} ends at {last.printed}",)

    def helps_for_a_part(self, words: Words, said: str) -> tuple[str, ...]:
        """What to write for a part of nothing, as help: Section H14.31, in Section H, for "Section 14.31"."""
        section = Address(words.placed.address.document)
        lettered = section.below(section.document.label + said.partition(" ")[2])
        if lettered in self._known.code.provisions:
            return (f"write {lettered.printed} if that is meant",)
        return ("name the document or provision that it belongs to",)

    def _documents(self, wanted: Address) -> tuple[str, ...]:
        kind = wanted.document.kind
        near, last = self._known.near_documents(wanted.document)
        if last is None:
            return (f"add the {kind} to the Code, or name another document",)
        names = " or ".join(f"{kind.capitalize()} {name}" for name in near)
        return (f"write {names} if that is meant: the last is {last.printed}",)

    def _same_level(self, wanted: Address) -> Sequence[Address]:
        """Those with which it would share its sub-section, or the list that it would stand in."""
        if wanted.path[-1].startswith("("):
            return self._known.below.get(wanted.parent, [])
        stem = wanted.path[-1].rpartition(".")[0]
        level = self._known.below.get(wanted.parent, [])
        alike = [each for each in level if each.path[-1].rpartition(".")[0] == stem and "(" not in each.path[-1]]
        return [each for each in alike if not each.path[-1].startswith('"')]


def _holder(wanted: Address) -> Address:
    return wanted.parent if wanted.path else wanted


def _stem(wanted: Address) -> str:
    """What the number would be part of: Section G5 for G5.23."""
    step = wanted.path[-1]
    if step.startswith("("):
        return wanted.parent.printed
    stem = step.rpartition(".")[0]
    return wanted.parent.below(stem).printed if stem else wanted.parent.printed


RULE = DocumentRule("dangling-reference", Severity.ERROR, find)
