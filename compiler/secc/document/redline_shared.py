"""Changes that are told once for several places: those made everywhere, and those that only follow a renumbering."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from secc.compare import ChangeSet, Hunk, MergedBlock, Occurrence, Pair, Place

_OFTEN = 3


class Shared(Struct, frozen=True):
    """Of the places shown: what was changed everywhere, and what only follows; and both by pair and hunk."""

    everywhere: tuple[tuple[Occurrence, ...], ...]
    follows: tuple[Occurrence, ...]
    numbers: Mapping[int, Mapping[Hunk, int]]
    followers: Mapping[int, frozenset[Hunk]]

    def number(self, pair: Pair) -> Mapping[Hunk, int]:
        """The changes of a pair that are made everywhere, numbered from 1."""
        return self.numbers.get(id(pair), {})

    def following(self, pair: Pair) -> frozenset[Hunk]:
        """The changes of a pair that only follow."""
        return self.followers.get(id(pair), frozenset())


def shared(changes: ChangeSet, stream: Iterable[MergedBlock]) -> Shared:
    """What is told once, of what the stream shows. Places are those of the comparison, so they are told apart by id."""
    shown = {id(place) for block in stream for place in (block.before, block.after) if place is not None}
    follows = tuple(_shown(changes.consequential, shown))
    followers = _by_pair(follows)
    found = []
    for each in changes.global_changes:
        own = tuple(_shown(each.places, shown))
        if len(own) >= _OFTEN and _has_word(own[0]) and not all(_follows(place, followers) for place in own):
            found.append(own)
    numbers: dict[int, dict[Hunk, int]] = {}
    for number, places in enumerate(found, 1):
        for place in places:
            numbers.setdefault(id(place.pair), {})[place.hunk] = number
    return Shared(tuple(found), follows, numbers, followers)


def _has_word(change: Occurrence) -> bool:
    """Whether words gave way: a full stop that became `; and` at the end of several lists is not one change."""
    return any(map(str.isalpha, change.removed))


def _shown(places: Sequence[Occurrence], shown: set[int]) -> Iterator[Occurrence]:
    return (each for each in places if _is_shown(each.pair.before, shown) or _is_shown(each.pair.after, shown))


def _is_shown(place: Place | None, shown: set[int]) -> bool:
    return place is not None and id(place) in shown


def _by_pair(places: Iterable[Occurrence]) -> dict[int, frozenset[Hunk]]:
    found: dict[int, set[Hunk]] = {}
    for each in places:
        found.setdefault(id(each.pair), set()).add(each.hunk)
    return {pair: frozenset(hunks) for pair, hunks in found.items()}


def _follows(place: Occurrence, followers: Mapping[int, frozenset[Hunk]]) -> bool:
    return place.hunk in followers.get(id(place.pair), frozenset())
