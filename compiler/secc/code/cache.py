"""Readings of files kept in a folder, one file each, by the digest of what was read and of the compiler itself."""

import hashlib
import os
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from secc.code.from_syntax import ReadDocument
from secc.syntax import grammar


class FolderCache:
    """Keeps readings below a folder. A reading that cannot be decoded counts as absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _place(self) -> Path:
        place = self._folder / _compiler_digest()
        place.mkdir(parents=True, exist_ok=True)
        return place

    def get(self, key: str) -> ReadDocument | None:
        """What was kept under a key, or None."""
        try:
            return _decoder().decode((self._place / key).read_bytes())
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def put(self, key: str, read: ReadDocument) -> None:
        """Keep a reading; the file appears whole or not at all."""
        temporary = self._place / f"{key}.{os.getpid()}"
        temporary.write_bytes(msgspec.msgpack.encode(read))
        temporary.replace(self._place / key)


@lru_cache(maxsize=1)
def _decoder() -> "msgspec.msgpack.Decoder[ReadDocument]":
    return msgspec.msgpack.Decoder(ReadDocument)


@lru_cache(maxsize=1)
def _compiler_digest() -> str:
    """Of everything that a reading depends on: the sources of these layers, and the grammar."""
    here = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256(grammar.text("document").encode())
    for path in sorted(
        [*here.glob("*.py"), *here.glob("syntax/**/*.py"), *here.glob("code/**/*.py"), *here.glob("diagnostics/*.py")]
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
