"""A list that is lettered in another way than the others at its level.

## What it finds

A list with (i), (ii), (iii) where the document's lists at that level have (a), (b), (c); `a.` where they have `(a)`;
and a list that changes from one way to the other. What is usual is read off the document: at least two lists that
stand below paragraphs of the same kind, and two in three of them. Where it has fewer, a list in a clause begins with
(a) or (1).

## Why

A reader tells the level by the label: "paragraph (ii)" is expected below an (a). A list in another style is cited
wrongly, and it often shows that a paragraph stands at the wrong level.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register; and
  (b) publish the register.

H1.2 The operator shall:
  (a) answer requests; and
  (b) record each answer.

H1.3 The operator shall:
  (a) keep its records; and
  (b) send a copy to each participant.

H1.4 A participant shall:
  (i) give notice of a change; and
  (ii) keep its notices.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register; and
  (b) publish the register.

H1.2 The operator shall:
  (a) answer requests; and
  (b) record each answer.

H1.3 The operator shall:
  (a) keep its records; and
  (b) send a copy to each participant.

H1.4 A participant shall:
  (a) give notice of a change; and
  (b) keep its notices.
```

## How to mend it

Label the list as the others at its level are labelled, and mend the references to its paragraphs. If the list belongs
under a paragraph, indent it below that paragraph.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from secc.check.known import Known
from secc.check.lists import Member, ParagraphList
from secc.check.rule import DocumentRule, Finding
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import ResolvedDocument
from secc.syntax.labels import series_of

_ENOUGH = 2
_SHARE = 0.66
# What a list in a clause begins with where a document has too few to tell, and what it then does not begin with.
_CUSTOMARY = "(a)"
_STRANGE = ("(i)", "(A)", "(I)", "i.")
# The style that a list of each series begins with.
_BEGINNINGS = {"a": "a", "A": "A", "i": "i", "I": "I", "1": "1"}


class _Level(Struct, frozen=True):
    """What decides a list's style: that of the list above it, and whether words lead to it."""

    above: str
    led: bool


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every list whose style differs from that of its level, and every paragraph that changes its list's style."""
    path = document.loaded.source.path
    styled = list(_styled(known.lists(document)))
    counts: dict[_Level, Counter[str]] = {}
    for _, level, style in styled:
        counts.setdefault(level, Counter())[style] += 1
    for each, level, style in styled:
        usual = _usual(counts[level]) or _customary(level, style)
        first = each.members[0]
        if usual and style != usual:
            yield _other(path, first, style, usual)
        for member in each.members[1:]:
            if _style(first, member) != style:
                yield _changed(path, member, first)


def _styled(lists: Sequence[ParagraphList]) -> Iterator[tuple[ParagraphList, _Level, str]]:
    """Every list with its level and its style. A list always comes after the one in which it stands."""
    styles: dict[Address, str] = {}
    for each in lists:
        first = each.members[0]
        style = _style(first, first)
        address = first.words.placed.address
        styles.update((member.words.placed.address, style) for member in each.members)
        led = each.leading is not None and bool(each.leading.prose.text)
        yield each, _Level(_above(styles, address.parent), led), style


def _above(styles: Mapping[Address, str], parent: Address) -> str:
    return styles.get(parent, "")


def _style(first: Member, member: Member) -> str:
    """How a paragraph is labelled, as the beginning of a list so labelled: "(a)", "a.", "(i)"."""
    series = series_of(first.label, member.label)
    written = member.block.written
    return written.replace(member.label, _BEGINNINGS[series]) if series else written


def _usual(counts: Counter[str]) -> str:
    """The style of nearly all lists of a level; empty where they are few, or of several styles."""
    ((style, count),) = counts.most_common(1)
    return style if count >= _ENOUGH and count >= _SHARE * counts.total() else ""


def _customary(level: _Level, style: str) -> str:
    return _CUSTOMARY if not level.above and style in _STRANGE else ""


def _other(path: str, first: Member, style: str, usual: str) -> Finding:
    return Finding(
        path=path,
        span=first.block.span,
        headline=f"this list begins with {first.block.written}, where {usual} is usual",
        label=f"{usual} at this level elsewhere",
        provision=first.words.placed.address.printed,
        helps=(f"label it as the other lists at this level, {usual} and so on, not {style}; mend references to it",),
    )


def _changed(path: str, member: Member, first: Member) -> Finding:
    return Finding(
        path=path,
        span=member.block.span,
        headline=f"{member.block.written} stands in a list that begins with {first.block.written}",
        label="labelled in another way",
        provision=member.words.placed.address.printed,
        helps=(f"label it as the list is labelled from {first.block.written} on, or set it at its own level",),
    )


RULE = DocumentRule("level-style", Severity.WARNING, find)
