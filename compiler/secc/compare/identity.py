"""Which provision is which, for what follows a provision through the replacement of a document."""

from collections.abc import Iterable, Iterator, Sequence

from secc.compare.likeness import Likeness
from secc.compare.merging import Met, merged, met
from secc.compare.model import Certainty, Match
from secc.compare.said import texts_in
from secc.compare.unit import Unit

_ALIKE = 0.33
"""Less alike than this, only the number speaks for two being the same."""


def matches(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Match, ...]:
    """The provisions of both texts, whatever has an address, in the order of the page."""
    return tuple(_matches(merged(before, after), Likeness()))


def _matches(meetings: Iterable[Met], likeness: Likeness) -> Iterator[Match]:
    for old, new in meetings:
        if new is not None:
            mate = old or new.mate
            yield from _match(mate, new, likeness)
            inside = met(mate, new) if mate is not None else ((None, each) for each in new.children)
            yield from _matches(inside, likeness)
        elif old is not None and old.mate is None:
            yield from _match(old, None, likeness)
            yield from _matches(((each, None) for each in old.children), likeness)


def _match(old: Unit | None, new: Unit | None, likeness: Likeness) -> Iterator[Match]:
    old_address = old.stands.address if old is not None and old.stands.own else None
    new_address = new.stands.address if new is not None and new.stands.own else None
    if old is not None and new is not None and (old_address or new_address):
        yield Match(old_address, new_address, *_certainty(old, new, likeness))
    elif old_address or new_address:
        yield Match(old_address, new_address, None, 0.0)
    half = (old.half if old is not None else None) or (new.half if new is not None else None)
    if half is not None and half.stands.own:
        is_new = old is not None and old.half is half
        yield Match(None if is_new else half.address, half.address if is_new else None, None, 0.0)


def _certainty(old: Unit, new: Unit, likeness: Likeness) -> tuple[Certainty, float]:
    if old.is_same or _says_the_same(old, new):
        return Certainty.EQUAL, 1.0
    if old.is_container:
        score = likeness.overlap(old, new)
        return (Certainty.SIMILAR if score >= _ALIKE or old.text == new.text else Certainty.NUMBER), score
    score = likeness.of(old, new)
    return (Certainty.SIMILAR if score >= _ALIKE else Certainty.NUMBER), score


def _says_the_same(old: Unit, new: Unit) -> bool:
    """Whether all words are the same, whatever the labels."""
    return old.size == new.size and texts_in(old.block) == texts_in(new.block)
