"""Operations written, tried, and written more coarsely where they fail.

They are those that a careful drafter would choose: words quoted so that they stand in one place, whole provisions
where little is left of them, moves said as moves and new numbers as new numbers. Where fine operations do not give
exactly the other wording, the smallest provision that they get wrong is set out in full; in the end the document is.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from secc.amending.deriving.draft import Piece
from secc.amending.deriving.pairing import Coarse, Key, compared, paired
from secc.amending.deriving.placing import name_of
from secc.amending.deriving.readable import refuse_more_errors, refuse_unreadable
from secc.amending.deriving.renaming import renamed
from secc.amending.deriving.script import Script, Written
from secc.amending.deriving.writing import write
from secc.amending.refusal import Refusal
from secc.amending.replacing import nothing_inherited
from secc.amending.version import DocumentVersion, Path, Versions
from secc.amending.workbench import Workbench
from secc.code.digest import canonical
from secc.code.load import DocumentCache, NoCache
from secc.code.model import Division
from secc.compare import Pair
from secc.ids import DocumentId
from secc.instruments.model import Designate, Redesignate, Revoke, Wording
from secc.instruments.when import OperationRef

_ROUNDS = 25
"""How often what failed is said more coarsely; then the documents that still differ are set out in full."""


def derived(before: Versions, after: Versions, cache: DocumentCache | None = None) -> tuple[Wording, ...]:
    """The operations that turn one wording into the other, in the order in which they are carried out.

    Exact: carried out on `before`, they give documents with the legal digests of `after`. A document set out in full
    names its annex as `annex_of` does, and its version by the label that it has in `after`. Raises `Refusal` where a
    document has errors of syntax and has to be set out in full, or has more of them than before.
    """
    kept = cache or NoCache()
    refuse_unreadable(after[each] for each in after if each not in before)
    gone = [Revoke(each) for each in before if each not in after]
    come = [Designate(each, after[each].label, annex_of(each)) for each in after if each not in before]
    start = {each: version for each, version in before.items() if each in after}
    goal = {each: after[each] for each in start}
    if _same(start, goal):
        return (*gone, *come)
    refuse_more_errors(start, goal)
    names = renamed(start, goal, kept)
    middle = _carried_out(start, goal, names, kept)[0] if names else start
    return (*gone, *names, *_Deriving(middle, goal, kept).operations(), *come)  # a renaming is not for what comes


def annex_of(document: DocumentId) -> str:
    """The path of the annex that sets a document out, relative to its instrument."""
    return f"annexes/{document}.sec"


def _same(made: Versions, goal: Versions) -> bool:
    return all(each in made and made[each].digest == goal[each].digest for each in goal)


def _carried_out(
    start: Versions, goal: Versions, actions: Sequence[Wording], cache: DocumentCache
) -> tuple[dict[DocumentId, DocumentVersion], dict[int, Refusal]]:
    """The documents after operations, and those refused, by their place."""
    texts = {annex_of(each): version.text for each, version in goal.items()}
    used = {identity for version in start.values() for identity in version.identities.values()}
    bench = Workbench(start, used, cache, lambda _, path: texts[path], nothing_inherited)
    for place, action in enumerate(actions):
        bench.carry_out(action, OperationRef("derived", str(place)))
    documents, refused = bench.finished()
    return documents, {int(origin.number): refusal for origin, refusal in refused.items()}


class _Deriving:
    """Operations written, tried, and written more coarsely where they fail."""

    def __init__(self, start: Versions, goal: Versions, cache: DocumentCache) -> None:
        differing = [each for each in goal if start[each].digest != goal[each].digest]
        self._start = {each: start[each] for each in differing}
        self._goal = {each: goal[each] for each in differing}
        self._cache = cache
        self._pairs: tuple[Pair, ...] = compared(self._start, self._goal)
        self._coarse = Coarse(anew={each for each in differing if _repeats_more(start[each], goal[each])})

    def operations(self) -> tuple[Wording, ...]:
        """Operations that give the goal exactly."""
        tried: list[object] = []
        for _ in range(_ROUNDS):
            if self._coarse.said in tried:
                break
            tried.append(self._coarse.said)
            written = self._written()
            if written is None:
                continue
            actions = [each.action for each in written]
            made, refused = _carried_out(self._start, self._goal, actions, self._cache)
            if not refused and _same(made, self._goal):
                return tuple(actions)
            refuse_unreadable(self._goal[each] for each in self._coarse.anew)
            self._coarser(made, [written[place].owner for place in refused])
        return self._in_full()

    def _in_full(self) -> tuple[Wording, ...]:
        refuse_unreadable(self._goal.values())
        return tuple(_redesignated(self._goal[each]) for each in self._goal)

    def _written(self) -> list[Written] | None:
        """The operations as now said; None where some already show that they must be said otherwise."""
        pairing = paired(self._start, self._goal, self._pairs, self._coarse)
        script = write(pairing)
        if script.troubles or script.strangers:
            self._mend(script)
            return None
        anew = [Written(_redesignated(self._goal[each]), (str(each), -1)) for each in self._coarse.anew]
        return [*anew, *script.written]

    def _mend(self, script: Script) -> None:
        """Say more coarsely what could not be said; not by the script's pieces, whose mates are those after it."""
        pieces = self._pieces()
        for stranger in script.strangers:
            self._estrange(pieces[stranger.key])
        for piece in script.troubles if not script.strangers else ():  # strangers may have made the trouble
            self._escalate(pieces[piece.key])

    def _pieces(self) -> dict[Key, Piece]:
        """The pieces of the new text, with the mates that they have before anything is carried out."""
        pairing = paired(self._start, self._goal, self._pairs, self._coarse)
        return {each.key: each for document in pairing.after.values() for each in document.down}

    def _estrange(self, piece: Piece) -> None:
        if piece.key in self._coarse.strangers:
            self._escalate(piece)
        self._coarse.strangers.add(piece.key)

    def _coarser(self, made: Versions, refused: Sequence[Key]) -> None:
        pieces = self._pieces()
        wrong = {key for key in refused if key in pieces}
        for each in self._goal:
            document = pieces.get((str(each), -1))
            is_refused = any(key[0] == str(each) for key in wrong)
            if document is not None and not is_refused and made[each].digest != self._goal[each].digest:
                wrong |= {piece.key for piece in _wrong_in(document, made[each])}
        for key in sorted(wrong):
            self._escalate(pieces[key])

    def _escalate(self, piece: Piece) -> None:
        """Say the smallest provision about a piece more coarsely than now."""
        coarse, child = self._coarse, piece
        here: Piece | None = piece
        while here is not None:
            if here.block is None:
                if not self._as_run(child):
                    coarse.anew.add(here.version.id)
                return
            if here.key in coarse.strangers:
                pass
            elif here.moved:
                coarse.strangers.add(here.key)
                return
            elif here.is_own and here.key not in coarse.wholes and not self._in_whole(here):
                if not here.is_container or here is piece or not self._as_run(child):
                    coarse.wholes.add(here.key)
                return
            child, here = here, here.parent

    def _in_whole(self, piece: Piece) -> bool:
        """Whether it is new, so that nothing is to be said of it alone."""
        return piece.mate is None and not any(piece.key in run for run in self._coarse.runs)

    def _as_run(self, child: Piece) -> bool:
        """Replace a piece together with its neighbours, from one with a name to another; false where there are none.

        Where that was not enough, twice as many of them.
        """
        if child.parent is None:
            return False
        siblings = child.holder.children
        place = siblings.index(child)
        run = next((each for each in self._coarse.runs if self._covers(siblings, *each, place)), None)
        if run is None:
            ends = _nearest_anchors(siblings, place)
        else:
            keys = [each.key for each in siblings]
            ends = _wider(siblings, keys.index(run[0]), keys.index(run[1]))
            self._coarse.runs.discard(run)
        if ends is None:
            return False
        self._coarse.runs.add((siblings[ends[0]].key, siblings[ends[1]].key))
        self._merge_runs(siblings)
        return True

    def _covers(self, siblings: list[Piece], first: Key, last: Key, place: int) -> bool:
        keys = [each.key for each in siblings]
        return first in keys and last in keys and keys.index(first) <= place <= keys.index(last)

    def _merge_runs(self, siblings: list[Piece]) -> None:
        """Runs that share a piece are one."""
        keys = {each.key: place for place, each in enumerate(siblings)}
        here = sorted((keys[first], keys[last]) for first, last in self._coarse.runs if first in keys)
        self._coarse.runs -= {run for run in self._coarse.runs if run[0] in keys}
        merged: list[tuple[int, int]] = []
        for start, end in here:
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._coarse.runs |= {(siblings[start].key, siblings[end].key) for start, end in merged}


def _repeats_more(before: DocumentVersion, after: DocumentVersion) -> bool:
    """Whether numbers stand twice that did not, which no operation on provisions brings about."""
    return bool(_repeated(after) - _repeated(before))


def _repeated(version: DocumentVersion) -> set[Path]:
    paths = Counter(each.address.path for each in version.blocks if each.own)
    return {path for path, number in paths.items() if number > 1}


def _wider(siblings: Sequence[Piece], first: int, last: int) -> tuple[int, int] | None:
    """The ends of a longer run, by its own length on either side; None where it cannot grow."""
    size = last - first + 1
    before = [place for place in range(first) if _is_anchor(siblings[place])]
    behind = [place for place in range(last + 1, len(siblings)) if _is_anchor(siblings[place])]
    if not before and not behind:
        return None
    start = max((place for place in before if place <= first - size), default=before[0] if before else first)
    end = min((place for place in behind if place >= last + size), default=behind[-1] if behind else last)
    return start, end


def _nearest_anchors(siblings: Sequence[Piece], start: int) -> tuple[int, int] | None:
    before = next((place for place in range(start, -1, -1) if _is_anchor(siblings[place])), None)
    behind = next((place for place in range(start, len(siblings)) if _is_anchor(siblings[place])), None)
    return (before, behind) if before is not None and behind is not None else None


def _is_anchor(piece: Piece) -> bool:
    """Whether it stays where it is, and has a name by which to say so."""
    old = piece.mate
    return old is not None and not piece.moved and piece.is_own and name_of(old) is not None


def _redesignated(version: DocumentVersion) -> Redesignate:
    return Redesignate(version.id, version.label, annex_of(version.id))


def _wrong_in(document: Piece, made: DocumentVersion) -> Iterator[Piece]:
    """The pieces of the new text that what was made does not have, or has in another place."""
    wanted = list(zip(_said(document.version), _speakers(document), strict=True))
    found = _said(made)
    missing = Counter(found)
    missing.subtract(line for line, _ in wanted)
    wrong = [piece for line, piece in wanted if missing[line] < 0]
    if not wrong:
        place = next((k for k, (line, _) in enumerate(wanted) if k >= len(found) or found[k] != line), len(wanted) - 1)
        wrong = [wanted[place][1]]
    yield from wrong


def _said(version: DocumentVersion) -> list[bytes]:
    return canonical(version.document).splitlines()


def _speakers(document: Piece) -> Iterator[Piece]:
    """The piece that says each line of the canonical form."""
    for piece in document.down:
        block = piece.block
        attributes = (
            piece.version.document.attributes if block is None
            else block.attributes if isinstance(block, Division) else ()
        )  # fmt: skip
        yield piece
        yield from (piece for _ in attributes)
