"""The ways of saying one change of words, the one that a careful drafter would choose first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from secc.amending.deriving.foreseeing import Reworded
from secc.compare.weights import weight
from secc.compare.wording import words_of
from secc.instruments.model import (
    AfterWords,
    AtBeginning,
    AtEnd,
    BeforeWords,
    InsertWords,
    OmitWords,
    Quoted,
    Stretch,
    SubstituteWords,
    Which,
    Words,
)
from secc.instruments.places import Place

_MOST = 6
"""How many neighbours are quoted on either side at most."""
_LONG = 12
"""From how many words on the first and the last of them are quoted, and not all."""
_WORD = "provision"
"""What weighs less in a comparison (a sign, a short word, one such as `the`) is slight."""
_ORDINALS = (Which.FIRST, Which.SECOND, Which.THIRD, Which.FOURTH)


@dataclass(frozen=True, slots=True)
class Change:
    """`text[start:end]` is to be `new`."""

    text: str
    start: int
    end: int
    new: str

    @property
    def expected(self) -> str:
        """The text then."""
        return self.text[: self.start] + self.new + self.text[self.end :]

    def grown(self, start: int, end: int) -> "Change":
        """The same change, said of more words."""
        return Change(self.text, start, end, self.text[start : self.start] + self.new + self.text[self.end : end])


@dataclass(frozen=True, slots=True)
class Edges:
    """Whether the words are the first, and the last, of the place."""

    is_first: bool
    is_last: bool


Make: TypeAlias = Callable[[Place], Reworded]
"""An operation, once it is known where."""


def ways(change: Change, edges: Edges) -> Iterator[Make]:
    """Ways of saying a change, the one that a careful drafter would choose first."""
    old = change.text[change.start : change.end].strip()
    new = change.new.strip()
    is_slight = _is_slight(old)
    if new and old:
        yield from _substitutions(change, old, new)
    elif new:
        yield from _insertions(change, new, edges)
    elif not is_slight:
        yield from _omissions(old)
    yield from _with_neighbours(change)
    if old and not new and is_slight:
        yield from _omissions(old)


def _omissions(old: str) -> Iterator[Make]:
    for quoted in _quoted(old):
        yield _omitting(quoted)
    yield from (_omitting(Words(old, which)) for which in (*_ORDINALS, Which.LAST))


def _substitutions(change: Change, old: str, new: str) -> Iterator[Make]:
    if _is_slight(old):
        return
    whole = _with_brackets(change)
    if whole is not change:
        yield _substituting(Words(whole.text[whole.start : whole.end].strip()), whole.new.strip())
    for quoted in _quoted(old):
        yield _substituting(quoted, new)
    for grown in _grown(change, 2):
        yield _substituting(Words(grown.text[grown.start : grown.end].strip()), grown.new.strip())
    yield from (_substituting(Words(old, which), new) for which in (*_ORDINALS, Which.LAST))


def _insertions(change: Change, new: str, edges: Edges) -> Iterator[Make]:
    text, place = change.text, change.start
    if edges.is_first and place == 0:
        yield lambda at: InsertWords(at, AtBeginning(), new)
    if edges.is_last and not any(map(str.isalnum, text[place:])):
        yield lambda at: InsertWords(at, AtEnd(), new)
    known = words_of(text)
    left = [k for k, start in enumerate(known.starts) if known.end(k) <= place]
    right = [k for k, start in enumerate(known.starts) if start >= place]
    before = [text[known.starts[k] : known.end(left[-1])] for k in left[: -_MOST - 1 : -1]]
    behind = [text[known.starts[right[0]] : known.end(k)] for k in right[:_MOST]]
    for quoted in before:
        yield from _beside(AfterWords, quoted, new)
    for quoted in behind:
        yield from _beside(BeforeWords, quoted, new)
    if len(before) > 1:
        yield from (_inserting(AfterWords(Words(before[1], which)), new) for which in (*_ORDINALS, Which.LAST))


def _beside(kind: type[AfterWords] | type[BeforeWords], quoted: str, new: str) -> Iterator[Make]:
    if not _is_slight(quoted):
        yield _inserting(kind(Words(quoted)), new)


def _with_neighbours(change: Change) -> Iterator[Make]:
    """The change said as a substitution of more words than change."""
    for grown in _grown(change, _MOST):
        old, new = grown.text[grown.start : grown.end].strip(), grown.new.strip()
        if any(map(str.isalnum, old)) and new:
            yield _substituting(Words(old), new)
    for grown in _grown(change, 2):
        old, new = grown.text[grown.start : grown.end].strip(), grown.new.strip()
        if old and new:
            yield from (_substituting(Words(old, which), new) for which in (*_ORDINALS, Which.LAST))
    whole = change.grown(0, len(change.text))
    if whole.new.strip() and whole.text:
        for quoted in _quoted(whole.text):
            yield _substituting(quoted, whole.new)


def _grown(change: Change, most: int) -> Iterator[Change]:
    """The change with neighbours, the fewest first."""
    known = words_of(change.text)
    left = [start for k, start in enumerate(known.starts) if known.end(k) <= change.start][::-1]
    right = [known.end(k) for k, start in enumerate(known.starts) if start >= change.end]
    for total in range(1, 2 * most + 1):
        for before in range(min(total, most), -1, -1):
            behind = total - before
            if behind <= most and before <= len(left) and behind <= len(right):
                start = left[before - 1] if before else change.start
                yield change.grown(start, right[behind - 1] if behind else change.end)


def _with_brackets(change: Change) -> Change:
    """The change with the bracket directly beside it, where both the old words and the new ones have only the other."""
    text, old = change.text, change.text[change.start : change.end]
    opened = min(each.count("(") - each.count(")") for each in (old, change.new))
    closed = min(each.count(")") - each.count("(") for each in (old, change.new))
    if opened == 1 and text[change.end : change.end + 1] == ")":
        return change.grown(change.start, change.end + 1)
    if closed == 1 and text[change.start - 1 : change.start] == "(":
        return change.grown(change.start - 1, change.end)
    return change


def _quoted(old: str) -> Iterator[Quoted]:
    """The words, or, where they are many, the first and the last of them."""
    known = words_of(old)
    if len(known.words) > _LONG:
        for count in range(2, _MOST + 1):
            yield Stretch(old[: known.end(count - 1)], old[known.starts[-count] :])
    yield Words(old)


def _is_slight(quoted: str) -> bool:
    """A lone short word or sign, which a reader would look for in vain."""
    known = words_of(quoted).words
    return len(known) <= 1 and all(weight(word) < weight(_WORD) for word in known)


def _substituting(quoted: Quoted, new: str) -> Make:
    return lambda at: SubstituteWords(at, quoted, new)


def _omitting(quoted: Quoted) -> Make:
    return lambda at: OmitWords(at, quoted)


def _inserting(position: AfterWords | BeforeWords, new: str) -> Make:
    return lambda at: InsertWords(at, position, new)
