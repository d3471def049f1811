"""The names by which documents are called, as given by the caller, made ready for matching."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from secc.resolve.citation.model import Named
from secc.resolve.patterns import SPACES, any_of

# How far back from "Annex A" in "SMKI RAPP Annex A" a name is looked for, in code points.
_REACH = 160


class NameAt(Struct, frozen=True, array_like=True):
    """A name where it stands in a text."""

    start: int
    end: int
    named: Named


class Names:
    """Names of documents with the labels they stand for; immutable. Longer names win over shorter ones."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Take names as they are written, in their case; any white space in a text matches a space of a name."""
        spaced = {" ".join(name.split()): label for name, label in labels.items()}
        self.labels: Mapping[str, str] = MappingProxyType(spaced)
        self._pattern = any_of(spaced)
        self._last_words = frozenset(name.rsplit(None, 1)[-1] for name in spaced)

    def at(self, text: str, position: int) -> NameAt | None:
        """The name that begins at `position`."""
        match = self._pattern.match(text, position) if self._pattern else None
        return self._found(match) if match else None

    def before(self, text: str, position: int, last: str) -> NameAt | None:
        """The name that ends at `position`, but for white space; `last` is the last word before it."""
        if last.lstrip("(\"'“‘") not in self._last_words:
            return None
        reach = max(0, position - _REACH)
        end = reach + len(text[reach:position].rstrip())
        return next((name for name in self.within(text, reach, end) if name.end == end), None)

    def within(self, text: str, start: int, end: int) -> Iterator[NameAt]:
        """Every name in `text[start:end]`, from left to right."""
        if self._pattern:
            yield from map(self._found, self._pattern.finditer(text, start, end))

    def _found(self, match: re.Match[str]) -> NameAt:
        name = SPACES.sub(" ", match.group())
        return NameAt(match.start(), match.end(), Named(name, self.labels[name]))


def last_word(text: str, position: int) -> str:
    """The last word that begins and ends before `position`, empty where none is near."""
    return (text[max(0, position - _REACH) : position].rsplit(None, 1) or [""])[-1]


NO_NAMES = Names({})
