"""Readings of files kept in a folder, one file each, by the digest of what was read and of the compiler itself.

A cache only ever saves time: what cannot be read from it is read from its source, and what cannot be kept is not.
"""

import hashlib
import os
import sys
from contextlib import suppress
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from zlib import crc32

import msgspec

from secc.code.from_syntax import ReadDocument
from secc.syntax import grammar

_LIBRARIES = ("lark", "markdown-it-py", "msgspec")
_CHECKSUM = 4


class FolderCache:
    """Keeps readings below a folder. A damaged entry counts as absent; where nothing can be kept, nothing is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> ReadDocument | None:
        """What was kept under a key, or None."""
        if self._place is None:
            return None
        try:
            kept = memoryview((self._place / key).read_bytes())
        except OSError:
            return None
        return _decoded(kept) if kept[:_CHECKSUM] == _checksum(kept[_CHECKSUM:]) else None

    def put(self, key: str, read: ReadDocument) -> None:
        """Keep a reading; the file appears whole or not at all."""
        if self._place is None:
            return
        temporary = self._place / f"{key}.{os.getpid()}"
        body = msgspec.msgpack.encode(read)
        with suppress(OSError):  # a full disk, a folder that is read only
            try:
                temporary.write_bytes(_checksum(body) + body)
                temporary.replace(self._place / key)
            finally:
                temporary.unlink(missing_ok=True)

    @cached_property
    def _place(self) -> Path | None:
        place = self._folder / _compiler_digest()
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return place


def _checksum(body: bytes | memoryview) -> bytes:
    return crc32(body).to_bytes(_CHECKSUM, "big")


def _decoded(kept: memoryview) -> ReadDocument | None:
    try:
        return _decoder().decode(kept[_CHECKSUM:])
    except msgspec.DecodeError:
        return None


@lru_cache(maxsize=1)
def _decoder() -> "msgspec.msgpack.Decoder[ReadDocument]":
    return msgspec.msgpack.Decoder(ReadDocument)


@lru_cache(maxsize=1)
def _compiler_digest() -> str:
    """Of everything that a reading depends on: the sources of these layers, the grammar, the libraries, Python."""
    here = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256(grammar.text("document").encode())
    digest.update(" ".join([sys.version, *map(version, _LIBRARIES)]).encode())
    for pattern in ("*.py", "syntax/**/*.py", "code/**/*.py", "diagnostics/*.py"):
        for path in sorted(here.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
