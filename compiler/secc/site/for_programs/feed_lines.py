"""The lines of an entry of a feed: what an instrument does on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, field

_MOST = 40


@dataclass(slots=True)
class Lines:
    """What an instrument does on a day: provisions by what becomes of them, and its words on their effect."""

    places: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    def all(self) -> tuple[str, ...]:
        """As lines, the last of which says how much is left out."""
        of_places = (f"{what}: {', '.join(dict.fromkeys(each))}" for what, each in sorted(self.places.items()))
        return cut([*of_places, *dict.fromkeys(self.words)])


def cut(lines: Iterable[str]) -> tuple[str, ...]:
    """The first of them; of more, the last line says how many are left out."""
    every = tuple(lines)
    left = len(every) - _MOST
    return (*every[:_MOST], f"and {left} more") if left > 0 else every
