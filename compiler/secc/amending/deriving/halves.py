"""Provisions that were split, or joined to the one before."""

from collections.abc import Callable

from secc.amending.deriving.draft import Piece
from secc.amending.deriving.own_words import OwnWords
from secc.amending.deriving.placing import written_label
from secc.amending.deriving.script import Script
from secc.instruments.model import Join, Split, Words
from secc.instruments.places import Place


class Halves:
    """Writes splits and joins; `inside` writes what changed in what stands in two pieces."""

    def __init__(self, script: Script, own_words: OwnWords, inside: Callable[[Piece, Piece], None]) -> None:
        self._script = script
        self._own_words = own_words
        self._inside = inside

    def is_half(self, piece: Piece) -> bool:
        """Whether it is the other half of a provision that was split or joined."""
        return any(half.rest is piece for half in self._script.pairing.halves.values())

    def amend(self, old: Piece, new: Piece) -> None:
        """Write what became of a block: split, joined to another, or only its words."""
        half = self._script.pairing.halves.get(new.key)
        if half is None:
            self._own_words.amend(old, new)
        elif half.rest.version is old.version:
            self._join(old, new, half.rest, rest_first=half.rest_first)
        else:
            self._split(old, new, half.rest, rest_first=half.rest_first)

    def _join(self, old: Piece, new: Piece, rest: Piece, *, rest_first: bool) -> None:
        first, second = (rest, old) if rest_first else (old, rest)
        if first.children or not (first.is_own and second.is_own) or first.holder is not second.holder:
            self._script.strangers.append(new)
            return
        self._script.say(Join(Place(second.address), Place(first.address)), new)
        first.texts = [f"{first.text} {second.text}"]
        first.children = second.children
        for each in first.children:
            each.parent = first
        first.holder.children.remove(second)
        first.mate, new.mate = new, first
        self._own_words.amend(first, new)

    def _split(self, old: Piece, new: Piece, rest: Piece, *, rest_first: bool) -> None:
        first, second = (rest, new) if rest_first else (new, rest)
        if first.children or not (first.is_own and second.is_own) or type(first.block) is not type(second.block):
            self._script.strangers.append(new)
            return
        if old.label != first.label or self._script.is_taken(old.holder, second):
            self._script.strangers.append(new)
            return
        if not self._own_words.reword(old, new, f"{first.text} {second.text}"):
            return
        before = _beginning(old.text, len(first.text) + 1)
        if before is None:
            self._script.strangers.append(new)
            return
        self._script.say(Split(Place(old.address), before, written_label(second)), new)
        made = Piece(old.version, old.number, old.holder, old.register)
        made.label, made.texts, made.children = second.label, [second.text], old.children
        for each in made.children:
            each.parent = made
        old.texts, old.children = [first.text], []
        old.holder.children.insert(old.holder.children.index(old) + 1, made)
        old.mate, first.mate, made.mate, second.mate = first, old, second, made
        self._inside(made, second)
        new.whole = True


def _beginning(text: str, start: int) -> Words | None:
    """As few words from a place on as say it once."""
    words = text[start:].split(" ")
    for count in range(1, len(words) + 1):
        quoted = " ".join(words[:count])
        if text.count(quoted) == 1 and (count > 1 or len(words) == 1):
            return Words(quoted)
    return None
