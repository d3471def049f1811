"""The words that an operation quotes: as few as say exactly one place, and never a lone sign or short word."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from secc.amending.deriving.draft import Piece
from secc.amending.deriving.foreseeing import Reach, Reworded, gives
from secc.code.model import Definition, Paragraph, Text
from secc.compare import Hunk, words
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
from secc.instruments.places import ClosingWords, OpeningWords, Place

_MOST = 6
"""How many neighbours are quoted on either side at most."""
_LONG = 12
"""From how many words on the first and the last of them are quoted, and not all."""
_WORD = "provision"
"""What weighs less in a comparison (a sign, a short word, one such as `the`) is slight."""
_ORDINALS = (Which.FIRST, Which.SECOND, Which.THIRD, Which.FOURTH)
_MANY, _MOSTLY = 4, 0.6
"""More changes than these, of more than this share of the words, are no longer worth telling one by one."""


def rewordings(piece: Piece, index: int, target: str, reaches: Sequence[Reach] | None = None) -> list[Reworded] | None:
    """The operations that make words of a piece say something else; it then does. None where words cannot say it."""
    current = piece.texts[index]
    hunks = words(current, target)
    if is_confetti(hunks, current, target):
        hunks = (Hunk(hunks[0].before_start, hunks[-1].before_end, hunks[0].after_start, hunks[-1].after_end),)
    if reaches is None:
        reaches = list(_reaches(piece))
    each = _in_each_place(piece, index, target, hunks, reaches)
    if each is not None:
        piece.texts[index] = target
        return [each]
    done: list[Reworded] = []
    for hunk in hunks:
        shift = len(target[: hunk.after_start]) - hunk.before_start
        change = _Change(
            piece.texts[index], hunk.before_start + shift, hunk.before_end + shift,
            target[hunk.after_start : hunk.after_end],
        )  # fmt: skip
        found = _said(piece, index, change, reaches)
        if found is None:
            piece.texts[index] = current
            return None
        piece.texts[index] = change.expected
        done.append(found)
    return done


def is_confetti(hunks: Sequence[Hunk], before: str, after: str) -> bool:
    """Whether so much is changed in so many places that a reader is better told the whole."""
    changed = sum(each.before_end - each.before_start + each.after_end - each.after_start for each in hunks)
    return len(hunks) > _MANY and changed > _MOSTLY * (len(before) + len(after))


@dataclass(frozen=True, slots=True)
class _Change:
    """`text[start:end]` is to be `new`."""

    text: str
    start: int
    end: int
    new: str

    @property
    def expected(self) -> str:
        return self.text[: self.start] + self.new + self.text[self.end :]

    def grown(self, start: int, end: int) -> "_Change":
        """The same change, said of more words."""
        return _Change(self.text, start, end, self.text[start : self.start] + self.new + self.text[self.end : end])


def _reaches(piece: Piece) -> Iterator[Reach]:
    """The places that hold the words, the plainest first; and the opening or closing words of the provision."""
    owner = piece
    while not owner.is_own:
        owner = owner.holder
    every = tuple(owner.running)
    yield Reach(Place(owner.address), every)
    listed = [each for each in owner.children if isinstance(each.block, Paragraph)]
    if not listed or owner.block is None:
        return
    first = owner.children.index(listed[0])
    opening = {id(owner), *(id(each) for child in owner.children[:first] for each in child.down)}
    if id(piece) in opening:
        spots = tuple(each for each in every if id(each[0]) in opening)
        yield Reach(Place(owner.address, OpeningWords()), spots)
    last = owner.children.index(listed[-1])
    closing = [each for each in owner.children[last + 1 :] if isinstance(each.block, Text)]
    if any(piece is each for each in closing):
        yield Reach(Place(owner.address, ClosingWords()), tuple((each, 0) for each in closing))


def _in_each_place(
    piece: Piece, index: int, target: str, hunks: Sequence[Hunk], reaches: Sequence[Reach]
) -> Reworded | None:
    """One operation for the same change in several places, if it makes exactly these changes and no others."""
    text = piece.texts[index]
    said = {(text[each.before_start : each.before_end].strip(), target[each.after_start : each.after_end].strip())
            for each in hunks}  # fmt: skip
    if len(hunks) < 2 or len(said) != 1:
        return None
    old, new = said.pop()
    if not old:
        return None
    quoted = Words(old, Which.EACH)
    for reach in reaches:
        action: Reworded = SubstituteWords(reach.place, quoted, new) if new else OmitWords(reach.place, quoted)
        if gives(action, reach, piece, index, target):
            return action
    return None


def _said(piece: Piece, index: int, change: _Change, reaches: Sequence[Reach]) -> Reworded | None:
    """The first way of saying a change that makes exactly it."""
    spots = reaches[0].spots
    here = (piece, index)
    first = spots[0] == here and not isinstance(piece.block, Definition)
    for make in _ways(change, Edges(is_first=first, is_last=spots[-1] == here)):
        for reach in reaches:
            action = make(reach.place)
            if gives(action, reach, piece, index, change.expected):
                return action
    return None


@dataclass(frozen=True, slots=True)
class Edges:
    """Whether the words are the first, and the last, of the place."""

    is_first: bool
    is_last: bool


_Make = Callable[[Place], Reworded]


def _ways(change: _Change, edges: Edges) -> Iterator[_Make]:
    """Ways of saying a change, the one that a careful drafter would choose first."""
    old = change.text[change.start : change.end].strip()
    new = change.new.strip()
    if old and not new:
        yield from _omissions(old)
    elif new and not old:
        yield from _insertions(change, new, edges)
    elif old:
        yield from _substitutions(change, old, new)
    yield from _with_neighbours(change)


def _omissions(old: str) -> Iterator[_Make]:
    for quoted in _quoted(old):
        yield _omitting(quoted)
    if not _is_slight(old):
        yield from (_omitting(Words(old, which)) for which in (*_ORDINALS, Which.LAST))


def _substitutions(change: _Change, old: str, new: str) -> Iterator[_Make]:
    if _is_slight(old):
        return
    for quoted in _quoted(old):
        yield _substituting(quoted, new)
    for grown in _grown(change, 2):
        yield _substituting(Words(grown.text[grown.start : grown.end].strip()), grown.new.strip())
    yield from (_substituting(Words(old, which), new) for which in (*_ORDINALS, Which.LAST))


def _insertions(change: _Change, new: str, edges: Edges) -> Iterator[_Make]:
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


def _beside(kind: type[AfterWords] | type[BeforeWords], quoted: str, new: str) -> Iterator[_Make]:
    if not _is_slight(quoted):
        yield _inserting(kind(Words(quoted)), new)


def _with_neighbours(change: _Change) -> Iterator[_Make]:
    """The change said as a substitution of more words than change."""
    for grown in _grown(change, _MOST):
        old, new = grown.text[grown.start : grown.end].strip(), grown.new.strip()
        if old and new:
            yield _substituting(Words(old), new)
    for grown in _grown(change, 2):
        old, new = grown.text[grown.start : grown.end].strip(), grown.new.strip()
        if old and new:
            yield from (_substituting(Words(old, which), new) for which in (*_ORDINALS, Which.LAST))
    whole = change.grown(0, len(change.text))
    if whole.new.strip() and whole.text:
        for quoted in _quoted(whole.text):
            yield _substituting(quoted, whole.new)


def _grown(change: _Change, most: int) -> Iterator[_Change]:
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


def _substituting(quoted: Quoted, new: str) -> _Make:
    return lambda at: SubstituteWords(at, quoted, new)


def _omitting(quoted: Quoted) -> _Make:
    return lambda at: OmitWords(at, quoted)


def _inserting(position: AfterWords | BeforeWords, new: str) -> _Make:
    return lambda at: InsertWords(at, position, new)
