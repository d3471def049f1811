"""A list that does not say whether it is "and" or "or".

## What it finds

A list whose last paragraph but one does not end with "and" or "or"; one with the word in the wrong place ("(a) …; and
(b) …; (c) …"), or behind some paragraphs and not behind others ("(a) …; (b) …; or (c) …; or (d) …"); one with both
("(a) …; and (b) …; or (c) …"); and a last paragraph that ends with the word when nothing follows. Lists of whole
sentences need no such word, and where a document leaves it out in three lists and more than one in twenty, it is left
alone there.

## Why

Whether all the paragraphs must hold, or any one of them, is what the list says. The word is lost when a paragraph is
inserted, taken out or moved at the end of a list.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register; and
  (b) publish the register;
  (c) answer requests.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register;
  (b) publish the register; and
  (c) answer requests.
```

## How to mend it

End the last paragraph but one with "; and" or "; or", and no other (or every one but the last, with the same word).
"""

from collections.abc import Iterator, Mapping

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.lists import Member, ParagraphList
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Fix, Safety, Severity
from secc.resolve.model import ResolvedDocument, Words

_LOOSE = 3
_LOOSE_SHARE = 0.05
_HELP = 'end the last paragraph but one with "; and" or "; or", and no other with another word'

_HELP_SOME = "keep it behind the last paragraph but one, and no other, or write it behind each before the last"


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every list whose joining word is missing, misplaced, mixed or leads nowhere."""
    joined = [each for each in known.lists(document) if _joins_paragraphs(each)]
    bare = [each for each in joined if not any(member.ending.joins for member in each.members)]
    loose = len(bare) >= _LOOSE and len(bare) >= _LOOSE_SHARE * len(joined)
    for each in joined:
        finding = _finding(document, each, loose=loose)
        if finding is not None:
            yield finding


def _joins_paragraphs(each: ParagraphList) -> bool:
    """Whether a list is one sentence, not several: no paragraph before its last ends with a full stop or a colon."""
    members = each.in_use
    if len(members) < 2 or not each.whole:
        return False
    endings = [member.ending for member in members[:-1]]
    marked = any(ending.mark in (";", ",") or ending.joins for ending in endings)
    return (
        marked and all(member.last is not None for member in members) and not any(e.mark in (".", ":") for e in endings)
    )


def _finding(document: ResolvedDocument, each: ParagraphList, *, loose: bool) -> Finding | None:
    *before, last = each.in_use
    said = _said(each)
    words = tuple(dict.fromkeys(member.ending.joins for member in said.values()))
    kinds = [word for word in words if word in ("and", "or")]
    if len(kinds) > 1:
        headline = f'this list says both "{kinds[0]}" and "{kinds[1]}"'
        return _at(document, said[max(said)], headline, "which of the two?")
    if len(before) - 1 not in said:
        if said:
            early = said[max(said)]
            headline = f'"{early.ending.joins}" stands before the last paragraph but one'
            return _at(document, early, headline, "too early")
        if not loose:
            return _at(document, before[-1], 'neither "and" nor "or" joins the last paragraph', "and, or or?")
    elif len(words) == 1 and 1 < len(said) < len(before):
        headline = f'"{words[0]}" stands behind some of the paragraphs and not behind others'
        return _at(document, said[min(said)], headline, "one too many", _HELP_SOME)
    if each.level == 0 and not each.closed and last.ending.joins:
        headline = f'the list ends with "{last.ending.joins}", and nothing follows'
        help_ = "take the word out, or add the paragraph that is missing"
        return _at(document, last, headline, "leads nowhere", help_, _fix(document, last))
    return None


def _said(each: ParagraphList) -> Mapping[int, Member]:
    """What ends with a joining word, by the place of the paragraph: that itself, or one not used behind it."""
    said: dict[int, Member] = {}
    place = -1
    for member in each.members:
        if not member.block.vacant:
            place += 1
        if member.ending.joins and 0 <= place < len(each.in_use) - 1:
            said.setdefault(place, member)
    return said


def _fix(document: ResolvedDocument, last: Member) -> Fix | None:
    """A full stop in place of the word that leads nowhere."""
    words, start = last.last or last.words, last.ending.start
    says = f'end it with a full stop, without "{last.ending.joins}"'
    return instead(document, words, (start, len(words.prose.text)), ".", says, Safety.UNSAFE)


def _at(
    document: ResolvedDocument, member: Member, headline: str, label: str, help_: str = _HELP, fix: Fix | None = None
) -> Finding:
    words: Words = member.last or member.words
    length = len(words.prose.text)
    start = max(0, min(member.ending.start, length - 1))
    return found_in(document, words, (start, length), headline, label=label, helps=(help_,), fix=fix)


RULE = DocumentRule("list-connective", Severity.WARNING, find)
