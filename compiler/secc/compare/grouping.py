"""Changes that belong together: one that is made everywhere, and those that only follow a renumbering."""

from collections.abc import Iterable, Iterator, Sequence

from secc.compare.model import GlobalChange, Occurrence, Pair, WordsChanged
from secc.compare.patterns import LABEL, NUMBER
from secc.compare.wording import words_of
from secc.ids import Address, DocumentKind

_OFTEN = 3


def occurrences(changed: Iterable[Pair]) -> Iterator[Occurrence]:
    """Each change of some words into others, wherever it is."""
    for pair in changed:
        for change in pair.changes:
            if isinstance(change, WordsChanged):
                yield from (Occurrence(pair, change, hunk) for hunk in change.hunks)


def global_changes(changed: Iterable[Pair]) -> tuple[GlobalChange, ...]:
    """Words that were put in the place of the same others in three places or more; what is most often made, first."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for each in occurrences(changed):
        if each.removed and each.put:
            found.setdefault((each.removed, each.put), []).append(each)
    often = [GlobalChange(*words, tuple(places)) for words, places in found.items() if len(places) >= _OFTEN]
    return tuple(sorted(often, key=lambda each: -len(each.places)))


def consequential(changed: Sequence[Pair]) -> tuple[Occurrence, ...]:
    """Changes of a reference that follow from a change of number in the same comparison, and from nothing else."""
    numbers = _Numbers(changed)
    return tuple(each for each in occurrences(changed) if numbers.explain(each))


class _Numbers:
    """Which provisions are called otherwise: the old local address and the new one, by document."""

    def __init__(self, changed: Iterable[Pair]) -> None:
        self._new: dict[Address, str] = {}
        for pair in changed:
            if pair.before is not None and pair.after is not None and pair.before.own and pair.relabelled:
                self._new[pair.before.address] = pair.after.address.local
        self._main = {each.local: new for each, new in self._new.items() if each.document.kind is DocumentKind.SECTION}

    def explain(self, each: Occurrence) -> bool:
        """Whether all that changed is numbers, each from what a provision was called to what it is called now."""
        old, new = words_of(each.removed).words, words_of(each.put).words
        if not old or len(old) != len(new) or each.pair.before is None:
            return False
        context = each.pair.before.address
        return all(
            word == other or self._is_renamed(word, other, context) for word, other in zip(old, new, strict=True)
        )

    def _is_renamed(self, word: str, other: str, context: Address) -> bool:
        if not NUMBER.fullmatch(word):
            return False
        steps = LABEL.findall(word)
        if word.startswith("("):
            return self._paragraph_is_renamed(steps, other, context)
        for kept in range(len(steps), 0, -1):
            start, rest = "".join(steps[:kept]), "".join(steps[kept:])
            own = self._new.get(Address(context.document, tuple(steps[:kept])))
            if own is not None or start in self._main:
                return other == (own or self._main[start]) + rest
        return False

    def _paragraph_is_renamed(self, steps: Sequence[str], other: str, context: Address) -> bool:
        """A paragraph's label alone means one of the provision that it stands in, or of one around it."""
        while context.path:
            for kept in range(len(steps), 0, -1):
                new = self._new.get(Address(context.document, (*context.path, *steps[:kept])))
                if new is not None and new.endswith(other.removesuffix("".join(steps[kept:]))):
                    return True
            context = context.parent
        return False
