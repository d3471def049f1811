"""Which block of the old text is which of the new one, as far as operations can say it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from secc.amending.deriving.draft import Piece, Register, draft
from secc.amending.version import Versions
from secc.code.model import Clause, Definition, Division, Paragraph, SubSection
from secc.compare import How, Pair, compare_codes
from secc.ids import DocumentId

Key = tuple[str, int]
"""A piece of the new text, whatever tree it is in."""


@dataclass(slots=True)
class Coarse:
    """What is said more coarsely, since finer operations did not do: pieces of the new text, by their keys.

    `wholes` are replaced with all in them; `strangers` are nobody's mate; `runs` are the first and last of neighbours
    replaced together; `anew` are documents replaced.
    """

    wholes: set[Key] = field(default_factory=set)
    strangers: set[Key] = field(default_factory=set)
    runs: set[tuple[Key, Key]] = field(default_factory=set)
    anew: set[DocumentId] = field(default_factory=set)

    @property
    def said(self) -> tuple[frozenset[object], ...]:
        """All of it as it now is."""
        return frozenset(self.wholes), frozenset(self.strangers), frozenset(self.runs), frozenset(self.anew)


@dataclass(frozen=True, slots=True)
class Half:
    """A provision that is two in the other text: the piece paired, the other half, and whether that stands first."""

    rest: Piece
    rest_first: bool


@dataclass(slots=True)
class Pairing:
    """The two texts as trees, their pieces mates of one another."""

    before: dict[DocumentId, Piece]
    after: dict[DocumentId, Piece]
    pairs: dict[Key, Pair] = field(default_factory=dict)
    halves: dict[Key, Half] = field(default_factory=dict)
    runs: list[tuple[Piece, Piece, Piece, Piece]] = field(default_factory=list)
    """The first and last of a run in the old text, and in the new one."""


def compared(before: Versions, after: Versions) -> tuple[Pair, ...]:
    """The pairs of a comparison of all documents."""
    olds, news = [each.document for each in before.values()], [each.document for each in after.values()]
    return compare_codes(olds, news).pairs


def paired(
    before: Versions,
    after: Versions,
    pairs: Sequence[Pair],
    coarse: Coarse,
) -> Pairing:
    """Both texts as trees, and the mates that operations can keep."""
    old_ones, new_ones = Register(), Register()
    made = Pairing(
        {each: draft(before[each], old_ones) for each in before if each not in coarse.anew},
        {each: draft(after[each], new_ones) for each in after if each in before and each not in coarse.anew},
    )
    olds = {id(_what(each)): each for document in made.before.values() for each in document.down}
    news = {id(_what(each)): each for document in made.after.values() for each in document.down}
    for pair in pairs:
        _mate(pair, olds, news, made)
    for document in made.after.values():
        for piece in list(document.down):
            _keep_or_part(piece, coarse)
        _gather_runs(document, made, coarse)
    kept = {each.key for document in made.after.values() for each in document.down if each.mate is not None}
    made.halves = {key: half for key, half in made.halves.items() if key in kept}
    return made


def _what(piece: Piece) -> object:
    return piece.block if piece.block is not None else piece.version.document


def _mate(pair: Pair, olds: Mapping[int, Piece], news: Mapping[int, Piece], made: Pairing) -> None:
    if pair.before is None or pair.after is None:
        return
    old, new = olds.get(id(pair.before.block)), news.get(id(pair.after.block))
    if old is None or new is None or type(old.block) is not type(new.block):
        return
    old.mate, new.mate = new, old
    made.pairs[new.key] = pair
    new.moved = old.moved = pair.how is How.MOVED
    new.whole = pair.how is How.SUBSTITUTED
    if pair.rest is not None:
        rest = (news if pair.how is How.SPLIT else olds).get(id(pair.rest.block))
        if rest is not None:
            made.halves[new.key] = Half(rest, pair.rest_first)


def _keep_or_part(piece: Piece, coarse: Coarse) -> None:
    """Part what no operation can keep together; what stands in a piece that is parted or whole is new with it."""
    old = piece.mate
    if old is None:
        return
    if piece.block is None:
        if old.block is not None or piece.version.id != old.version.id:
            part(piece)
        return
    holder = piece.holder
    in_place = not piece.moved and holder.mate is old.parent
    piece.moved = old.moved = not in_place
    if holder.mate is None or holder.whole or piece.key in coarse.strangers or not (in_place or _can_move(piece, old)):
        part(piece)
        return
    if piece.key in coarse.wholes:
        piece.whole = True
    if piece.whole and piece.moved:
        part(piece)
    elif piece.whole and not piece.is_own:
        piece.whole = False


def _can_move(piece: Piece, old: Piece) -> bool:
    numbered = isinstance(piece.block, Clause | Paragraph | SubSection | Division | Definition)
    into = piece.holder.mate
    in_whole = any(each.mate is not None and each.mate.whole for each in _above(old))
    return numbered and piece.is_own and old.is_own and into is not None and not into.within(old) and not in_whole


def _above(piece: Piece) -> Iterator[Piece]:
    above = piece.parent
    while above is not None:
        yield above
        above = above.parent


def part(piece: Piece) -> None:
    """What it was is gone, and it is new."""
    if piece.mate is not None:
        piece.mate.mate = None
        piece.mate = None
    piece.moved = piece.whole = False


def _gather_runs(document: Piece, made: Pairing, coarse: Coarse) -> None:
    if not coarse.runs:
        return
    pieces = {each.key: each for each in document.down}
    for first_key, last_key in coarse.runs:
        first, last = pieces.get(first_key), pieces.get(last_key)
        if first is None or last is None or first.mate is None or last.mate is None:
            continue
        siblings = first.holder.children
        start, end = siblings.index(first), siblings.index(last) + 1
        made.runs.append((first.mate, last.mate, first, last))
        for each in siblings[start:end]:
            for inner in each.down:
                part(inner)
