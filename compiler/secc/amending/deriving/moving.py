"""Moves and new numbers, in an order in which each number is free when it is given."""

from collections.abc import Callable, Iterator

from secc.amending.counting import counted
from secc.amending.deriving.draft import Piece
from secc.amending.deriving.placing import spot_for, written_label
from secc.amending.deriving.script import NUMBERED, Script
from secc.amending.refusal import Refusal
from secc.code.model import Clause, Definition, SubSection
from secc.instruments.model import AppropriatePlace, Move, Renumber
from secc.instruments.places import Place


class Moving:
    """Writes moves and new numbers; `omit` writes omissions of pieces that others moved out of."""

    def __init__(self, script: Script, omit: Callable[[list[Piece], Piece], None]) -> None:
        self._script = script
        self._omit = omit
        self.to_omit: list[tuple[Piece, Piece]] = []
        self._suspects: list[Piece] | None = None

    def write(self) -> None:
        """All that can be; what cannot is a stranger."""
        moves = [each for document in self._script.pairing.after.values() for each in document.down if each.moved]
        moves = [each for each in moves if each.mate is not None]
        while True:
            done = [each for each in moves if self._move(each)]
            moves = [each for each in moves if each not in done]
            self._omit_emptied()
            if not done and not self._renumber():
                break
        self._script.strangers += moves
        self._script.strangers += [new for _, new in self._misnumbered()]

    def _omit_emptied(self) -> None:
        """Omit what something moved out of, once it has."""
        waiting = self.to_omit
        self.to_omit = []
        for piece, owner in waiting:
            if any(inner.mate is not None for inner in piece.down):
                self.to_omit.append((piece, owner))
            else:
                self._omit([piece], owner)

    def _misnumbered(self) -> Iterator[tuple[Piece, Piece]]:
        """What is still to get another number. Only a sub-section's new number can make it more than it was."""
        if self._suspects is None:
            self._suspects = [each for document in self._script.pairing.after.values() for each in document.down]
        self._suspects = [each for each in self._suspects if each.moved or _is_misnumbered(each)]
        for new in self._suspects:
            if new.mate is not None and not new.moved:
                yield new.mate, new

    def _move(self, new: Piece) -> bool:
        old, holder = new.mate, new.holder.mate
        if old is None or holder is None or any(each.moved for each in _parents(new)):
            return False
        others = [each for each in _beside(holder, new) if each is not old]
        if any(each.label == new.label for each in others) or self._moves_clash(holder, old, new):
            return False
        found = spot_for(holder, [new])
        is_gone = old not in old.holder.children  # with what it stood in, which was set out in full
        if is_gone or found is None or isinstance(found[0], AppropriatePlace):
            self._script.strangers.append(new)
            new.moved = False
            return True
        spot, index = found
        assert not isinstance(spot, AppropriatePlace)
        into = Place(holder.address) if holder.is_own else None
        label = written_label(new) if written_label(new) != written_label(old) else ""
        self._script.say(Move(Place(old.address), spot, into, label), new)
        if old.holder is holder and holder.children.index(old) < index:
            index -= 1
        old.holder.children.remove(old)
        holder.children.insert(index, old)
        old.parent, old.label, new.moved, old.moved = holder, new.label, False, False
        return True

    def _moves_clash(self, holder: Piece, old: Piece, new: Piece) -> bool:
        if not isinstance(new.block, NUMBERED):
            return False
        document = self._script.pairing.before[holder.version.id]
        return any(
            each.label == new.label and each.address == new.address and not each.within(old)
            for each in document.numbered
        )

    def _renumber(self) -> bool:
        """Renumber what can be, the outer first, in ranges where the numbers run on; false where nothing could be."""
        outer_first = sorted(self._misnumbered(), key=lambda pair: not pair[0].is_container)
        for old, new in outer_first:
            run = self._run_from(old)
            for count in range(len(run), 0, -1):
                if self._renumbered(run[:count], new):
                    return True
        return False

    def _run_from(self, old: Piece) -> list[Piece]:
        siblings = [each for each in old.holder.children if type(each.block) is type(old.block)]
        if old not in siblings:  # it went with what it stood in
            return []
        run = []
        for each in siblings[siblings.index(old) :]:
            if each.mate is None or each.mate.moved or each.label == each.mate.label:
                break
            run.append(each)
        return run

    def _renumbered(self, run: list[Piece], owner: Piece) -> bool:
        labels = [written_label(each.mate) for each in run if each.mate is not None]
        if len(run) > 1:
            try:
                if list(counted(labels[0], labels[-1], len(run))) != labels:
                    return False
            except Refusal:
                return False
        beside = [each for each in _beside(run[0].holder, run[0]) if each not in run]
        if any(each.label == mate.label for each in beside for mate in (other.mate for other in run) if mate):
            return False
        if any(self._clashes(each, run) for each in run):
            return False
        first, last = Place(run[0].address), Place(run[-1].address)
        ranged = len(run) > 1
        self._script.say(Renumber(first, labels[0], last if ranged else None, labels[-1] if ranged else ""), owner)
        for each in run:
            assert each.mate is not None
            _relabel(each, each.mate.label)
            if isinstance(each.block, SubSection):
                self._suspects = None
        return True

    def _clashes(self, piece: Piece, run: list[Piece]) -> bool:
        """Whether another clause of the document has the number that this one is to have."""
        if not isinstance(piece.block, NUMBERED) or piece.mate is None:
            return False
        document, wanted = self._script.pairing.before[piece.version.id], piece.mate.label
        return any(
            each.label == wanted and each not in run and each.numbering == piece.holder.numbering
            for each in document.numbered
        )


def _is_misnumbered(new: Piece) -> bool:
    if new.mate is None or isinstance(new.block, Definition) or not new.is_own or new.moved:
        return False
    return new.mate.label != new.label


def _relabel(piece: Piece, label: str) -> None:
    """A new number; the clauses of a sub-section go with its number."""
    if isinstance(piece.block, SubSection):
        for each in piece.down:
            if isinstance(each.block, Clause) and each.label.startswith(f"{piece.label}."):
                each.label = label + each.label[len(piece.label) :]
    piece.label = label


def _beside(holder: Piece, piece: Piece) -> list[Piece]:
    return [each for each in holder.children if type(each.block) is type(piece.block) and each.is_own]


def _parents(piece: Piece) -> Iterator[Piece]:
    above = piece.parent
    while above is not None:
        yield above
        above = above.parent
