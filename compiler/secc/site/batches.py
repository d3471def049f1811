"""Files that are written together: where a folder holds them all as they were written, none is looked at again."""

import hashlib
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from secc.code.load import DocumentCache
from secc.site.in_time.kept import decoded
from secc.site.on_disk import OnDisk


class Batch(Struct, frozen=True):
    """Some files by their paths; `mark` is the digest of what is in them, which is the same only for the same."""

    mark: str
    paths: Sequence[str]


Standing = Mapping[str, bytes]
"""By the marks of batches, the digest of the statuses that their files had in a folder once they were there."""


class KeptStanding:
    """The batches of folders, kept between builds."""

    def __init__(self, cache: DocumentCache) -> None:
        self._cache = cache

    def of(self, folder: str) -> Standing:
        """Those that a folder held when it was written last."""
        return decoded(self._cache.kept(_name(folder)), dict[str, bytes]) or {}

    def keep(self, folder: str, standing: Standing) -> None:
        """Remember what a folder holds, which has been written."""
        self._cache.keep(_name(folder), msgspec.msgpack.encode(standing))


def status_of(batch: Batch, found: OnDisk) -> bytes:
    """The digest of the statuses of its files in a folder, and of those that are not there."""
    statuses = [*map(found.files.get, batch.paths)]
    return hashlib.sha256(msgspec.msgpack.encode((batch.paths, statuses))).digest()


def is_there(batch: Batch, found: OnDisk) -> bool:
    """Whether all its files are in a folder."""
    return all(found.size(path) is not None for path in batch.paths)


def _name(folder: str) -> str:
    return f"written-{hashlib.sha256(folder.encode(errors='surrogateescape')).hexdigest()}"
