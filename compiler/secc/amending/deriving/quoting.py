"""The words that an operation quotes: as few as say exactly one place, and never a lone sign or short word."""

from collections.abc import Iterator, Sequence

from secc.amending.deriving.draft import Piece
from secc.amending.deriving.foreseeing import Reach, Reworded, gives
from secc.amending.deriving.ways import Change, Edges, ways
from secc.code.model import Definition, Paragraph, Text
from secc.compare import Hunk, words
from secc.compare.wording import words_of
from secc.instruments.model import (
    AfterWords,
    BeforeWords,
    InsertWords,
    OmitWords,
    SubstituteWords,
    Which,
    Words,
)
from secc.instruments.places import ClosingWords, OpeningWords, Place

_WHERE = 3
"""As many words are the least that say where: `In Section H14.31`."""
_NEAR = 8
"""Among how many words some change places so that it is said as one change."""
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
    for way in dict.fromkeys((_transposed(hunks, current, target), hunks)):
        tried = [_one_by_one(piece, index, target, one, reaches) for one in dict.fromkeys((way, _joined(way, current)))]
        found = min((one for one in tried if one is not None), key=_length, default=None)
        if found is not None:
            piece.texts[index] = target
            return found
    return None


def _one_by_one(
    piece: Piece, index: int, target: str, hunks: Sequence[Hunk], reaches: Sequence[Reach]
) -> list[Reworded] | None:
    """An operation for each change, one after another; the words of the piece are as they were in the end."""
    current = piece.texts[index]
    done: list[Reworded] = []
    for hunk in hunks:
        shift = len(target[: hunk.after_start]) - hunk.before_start
        change = Change(
            piece.texts[index], hunk.before_start + shift, hunk.before_end + shift,
            target[hunk.after_start : hunk.after_end],
        )  # fmt: skip
        found = _said(piece, index, change, reaches)
        if found is None:
            break
        piece.texts[index] = change.expected
        done.append(found)
    piece.texts[index] = current
    return done if len(done) == len(hunks) else None


def _joined(hunks: tuple[Hunk, ...], text: str) -> tuple[Hunk, ...]:
    """The changes, those with no more than a word between them as one."""
    made: list[Hunk] = []
    for each in hunks:
        last = made[-1] if made else None
        if last is not None and len(words_of(text[last.before_end : each.before_start]).words) <= 1:
            made[-1] = Hunk(last.before_start, each.before_end, last.after_start, each.after_end)
        else:
            made.append(each)
    return tuple(made)


def _transposed(hunks: tuple[Hunk, ...], before: str, after: str) -> tuple[Hunk, ...]:
    """The changes, words that only change places with a few others as one: put in and left out, they read as two."""
    made: list[Hunk] = []
    for each in hunks:
        last = made[-1] if made else None
        if last is not None and _is_transposition(last, each, before, after):
            made[-1] = Hunk(last.before_start, each.before_end, last.after_start, each.after_end)
        else:
            made.append(each)
    return tuple(made)


def _is_transposition(one: Hunk, other: Hunk, before: str, after: str) -> bool:
    """Whether the words that one of two changes leaves out are those that the other puts in, not far away."""
    gone = [before[each.before_start : each.before_end].strip() for each in (one, other)]
    come = [after[each.after_start : each.after_end].strip() for each in (one, other)]
    if gone != come[::-1] or sum(map(bool, gone)) != 1:
        return False
    return len(words_of(before[one.before_start : other.before_end]).words) <= _NEAR


def _length(said: Sequence[Reworded]) -> int:
    """How long it is to read: the words quoted, and those that each operation needs to say where."""
    return sum(_WHERE + sum(len(words_of(text).words) for text in _texts(each)) for each in said)


def _texts(action: Reworded) -> Iterator[str]:
    match action:
        case SubstituteWords(old=quoted) | OmitWords(words=quoted):
            yield from (quoted.text,) if isinstance(quoted, Words) else (quoted.first, quoted.last)
        case InsertWords(position=AfterWords(words=quoted) | BeforeWords(words=quoted)):
            yield quoted.text
        case InsertWords():
            return


def is_confetti(hunks: Sequence[Hunk], before: str, after: str) -> bool:
    """Whether so much is changed in so many places that a reader is better told the whole."""
    changed = sum(each.before_end - each.before_start + each.after_end - each.after_start for each in hunks)
    return len(hunks) > _MANY and changed > _MOSTLY * (len(before) + len(after))


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


def _said(piece: Piece, index: int, change: Change, reaches: Sequence[Reach]) -> Reworded | None:
    """The first way of saying a change that makes exactly it."""
    spots = reaches[0].spots
    here = (piece, index)
    first = spots[0] == here and not isinstance(piece.block, Definition)
    for make in ways(change, Edges(is_first=first, is_last=spots[-1] == here)):
        for reach in reaches:
            action = make(reach.place)
            if gives(action, reach, piece, index, change.expected):
                return action
    return None
