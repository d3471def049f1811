"""Shards: what is found by words, cut up in the order of the words, so that words with one beginning are neighbours."""

import hashlib
from collections.abc import Iterator, Sequence

from msgspec import Struct

from secc.site.any_day.packing import encoded
from secc.site.published import PublishedFile
from secc.site.search.coding import fronted

FOLDER = "api/search/"


class Line(Struct, frozen=True):
    """A word, and what is found by it."""

    word: str
    found: str


class Shard(Struct, frozen=True):
    """A file, and the first word in it."""

    first: str
    file: PublishedFile

    @property
    def told(self) -> tuple[str, str]:
        """As the index names it."""
        return (self.first, self.file.url.removeprefix(FOLDER))


def as_compared(word: str) -> bytes:
    """A key by which words are in the order in which a browser compares them."""
    return word.encode("utf-16-be")


def shards(kind: str, lines: Sequence[Line], size: int) -> tuple[Shard, ...]:
    """The shards of lines in order, each of about so many characters; one word is never parted."""
    return tuple(
        Shard(group[0].word, hashed(kind, [fronted([each.word for each in group]), "\n".join(_found(group))]))
        for group in _cut(lines, size)
    )


def hashed(kind: str, value: object) -> PublishedFile:
    """A file of JSON that is called by its contents."""
    contents = encoded(value)
    return PublishedFile(f"{FOLDER}{kind}-{hashlib.sha256(contents).hexdigest()[:10]}.json", contents)


def _cut(lines: Sequence[Line], size: int) -> Iterator[list[Line]]:
    group: list[Line] = []
    length = 0
    for line in lines:
        own = len(line.word) + len(line.found)
        if group and length + own > size:
            yield group
            group, length = [], 0
        group.append(line)
        length += own
    if group:
        yield group


def _found(group: Sequence[Line]) -> Iterator[str]:
    return (each.found for each in group)
