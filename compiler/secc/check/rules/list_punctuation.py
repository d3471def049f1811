"""A paragraph of a list that ends with another mark than the rest.

## What it finds

A paragraph before the last that ends with a comma, a full stop or nothing where the others of its list end with a
semicolon (in a list of two, where those of the document do); and a last paragraph that ends a provision without a full
stop.

## Why

The marks tell a reader that the sentence goes on, and where it ends. A wrong one is left when a paragraph is inserted
or moved: the last paragraph keeps its full stop, and what follows looks like another sentence.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register;
  (b) publish the register.
  (c) answer requests; and
  (d) keep its records.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register;
  (b) publish the register;
  (c) answer requests; and
  (d) keep its records.
```

## How to mend it

End every paragraph before the last with the mark of the others, and the last with a full stop (or, where words follow
the list, with a comma).
"""

from collections import Counter
from collections.abc import Iterator

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.lists import Member, ParagraphList
from secc.check.rule import DocumentRule, Finding, found_in
from secc.code.model import Clause
from secc.diagnostics import Fix, Safety, Severity
from secc.resolve.model import ResolvedDocument, Words

_NAMES = {";": "a semicolon", ",": "a comma", ".": "a full stop", ":": "a colon"}
_SEPARATORS = (";", ",")
_ENOUGH = 3
_NEARLY_ALL = 0.9


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every paragraph that ends with another mark than its list calls for."""
    marked = [each for each in known.lists(document) if each.whole and _separated(each)]
    separators = Counter(member.ending.mark for each in marked for member in each.in_use[:-1])
    ends = Counter(each.in_use[-1].ending.mark for each in marked if _ends_clause(each))
    usual, stop = _usual(separators), _usual(ends) or _of_few(ends)
    for each in marked:
        wanted = _own(each) or usual or _joining(each)
        for member in each.in_use[:-1]:
            if wanted in _SEPARATORS and member.ending.mark not in (wanted, "…") and member.ending.start:
                yield _finding(document, member, wanted, "the others")
        last = each.in_use[-1]
        if stop == "." and _ends_clause(each) and last.ending.mark in ("", ";", ",") and not last.ending.joins:
            yield _finding(document, last, ".", "the last of a list")


def _separated(each: ParagraphList) -> bool:
    """Whether a list is one sentence: a word joins its paragraphs, or most before the last end as in a list."""
    members = each.in_use
    if len(members) < 2 or any(member.last is None for member in members):
        return False
    endings = [member.ending for member in members[:-1]]
    marked = sum(ending.mark in _SEPARATORS or bool(ending.joins) for ending in endings)
    return marked * 2 > len(endings) or any(ending.joins for ending in endings)


def _own(each: ParagraphList) -> str:
    """The mark that at least two of a list's paragraphs before the last end with, and all of them but one."""
    marks = Counter(member.ending.mark for member in each.in_use[:-1])
    mark, count = marks.most_common(1)[0]
    return mark if count >= 2 and count >= marks.total() - 1 else ""


def _joining(each: ParagraphList) -> str:
    """The mark of the paragraph that ends with "and" or "or"."""
    return next((member.ending.mark for member in each.in_use[:-1] if member.ending.joins), "")


def _usual(marks: Counter[str]) -> str:
    """The mark of nearly all; empty where they are few, or differ."""
    if marks.total() < _ENOUGH:
        return ""
    mark, count = marks.most_common(1)[0]
    return mark if count >= _NEARLY_ALL * marks.total() or count == marks.total() - 1 else ""


def _of_few(ends: Counter[str]) -> str:
    """What is called for where lists are too few to show it: a full stop, unless they end alike without one."""
    alike = len(ends) == 1 and ends.total() > 1
    return "" if ends.total() >= _ENOUGH or alike else "."


def _ends_clause(each: ParagraphList) -> bool:
    """Whether a clause ends with the list, so that a full stop is called for."""
    return each.level == 0 and not each.closed and each.leading is not None and _of_clause(each.leading)


def _of_clause(leading: Words) -> bool:
    return isinstance(leading.placed.block, Clause)


def _finding(document: ResolvedDocument, member: Member, wanted: str, others: str) -> Finding:
    words = member.last or member.words
    length, ending = len(words.prose.text), member.ending
    start = max(0, min(ending.start, length - 1))
    with_ = _NAMES.get(ending.mark, "a dash" if ending.mark else "no mark")
    return found_in(
        document,
        words,
        (start, length),
        f"{member.block.label} ends with {with_}, {others} with {_NAMES[wanted]}",
        label=f"{_NAMES[wanted]}?",
        helps=(f"end it with {_NAMES[wanted]}, or make it what its mark says it is",),
        fix=_fix(document, words, member, wanted),
    )


def _fix(document: ResolvedDocument, words: Words, member: Member, wanted: str) -> Fix | None:
    """The mark that is wanted, in place of another or behind the last word; none where quotation marks confuse it."""
    text, ending = words.prose.text, member.ending
    says = f"end it with {_NAMES[wanted]}"
    if ending.mark:
        if ending.mark not in _NAMES or text[ending.start + 1 : ending.start + 2] not in ("", " "):
            return None
        return instead(document, words, (ending.start, ending.start + 1), wanted, says, Safety.SAFE)
    last = ending.start
    while last < len(text) and text[last] in "\"')]":
        last += 1
    return instead(document, words, (last - 1, last), text[last - 1] + wanted, says, Safety.SAFE) if last else None


RULE = DocumentRule("list-punctuation", Severity.WARNING, find)
