"""What was read and worked out, kept in a folder: one file each, by the digest of what it follows from.

A cache only ever saves time: what cannot be read from it is made again from its source, and what cannot be kept is
not. So an entry is whole or absent, and everything is kept by the digest of the compiler's own code too. Its checksum
is of its name, too: what has come under another name is absent.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from string import hexdigits
from zlib import crc32

import msgspec

from secc.code.head import Head, ReadDocument, head_of
from secc.syntax import grammar

_LAYERS = (
    "diagnostics",
    "reading",
    "syntax",
    "code",
    "resolve",
    "instruments",
    "compare",
    "amending",
    "timeline",
    "check",
)
_LIBRARIES = ("ahocorasick_rs-", "lark-", "markdown_it_py-", "msgspec-", "rapidfuzz-", "RapidFuzz-")
_DIGITS = 16
"""How many hexadecimal digits name the folder in which a compiler keeps things."""
_CHECKSUM = 4
_FIRST = 8192
"""How much of a reading is read for its head, in bytes; what is longer is read again."""


class FolderCache:
    """Keeps things below a folder. A damaged entry counts as absent; where nothing can be kept, nothing is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def head(self, key: str) -> Head | None:
        """The head of the reading that was kept under a key, or None. It says nothing of whether the rest is whole."""
        kept = self._contents(key, _FIRST)
        size = _CHECKSUM + int.from_bytes(kept[:_CHECKSUM], "big")
        if _CHECKSUM + size > len(kept):
            kept = self._contents(key)
        written = _whole(key, kept[_CHECKSUM : _CHECKSUM + size])
        return _head_in(written) if written is not None else None

    def get(self, key: str) -> ReadDocument | None:
        """The reading that was kept under a key, or None."""
        kept = self._contents(key)
        size = _CHECKSUM + int.from_bytes(kept[:_CHECKSUM], "big")
        head, body = _whole(key, kept[_CHECKSUM : _CHECKSUM + size]), _whole(key, kept[_CHECKSUM + size :])
        return _reading_in(body) if head is not None and body is not None else None

    def put(self, key: str, read: ReadDocument) -> None:
        """Keep a reading; the file appears whole or not at all."""
        head = msgspec.msgpack.encode(head_of(read))
        body = msgspec.msgpack.encode(read)
        self._write(key, len(head).to_bytes(_CHECKSUM, "big"), _checksum(key, head), head, _checksum(key, body), body)

    def kept(self, name: str) -> bytes | None:
        """What was kept under a name, or None."""
        found = _whole(name, self._contents(name))
        return bytes(found) if found is not None else None

    def keep(self, name: str, contents: bytes) -> None:
        """Keep something; the file appears whole or not at all."""
        self._write(name, _checksum(name, contents), contents)

    def _contents(self, name: str, length: int = -1) -> memoryview:
        """The file of a name, or its beginning; nothing where it cannot be read."""
        if self._place is None:
            return memoryview(b"")
        try:
            with open(f"{self._place}/{name}", "rb", buffering=0) as file:
                return memoryview(file.read(length))
        except OSError:
            return memoryview(b"")

    def _write(self, name: str, *contents: bytes) -> None:
        if self._place is None:
            return
        temporary = self._place / f"{name}.{os.getpid()}"
        with suppress(OSError):  # a full disk, a folder that is read only
            try:
                with temporary.open("wb") as file:
                    file.writelines(contents)
                temporary.replace(self._place / name)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise

    @cached_property
    def _place(self) -> Path | None:
        place = self._folder / _compiler_digest()
        try:
            place.mkdir(parents=True)
        except FileExistsError:
            return place if place.is_dir() else None
        except OSError:
            return None
        _prune(self._folder, place.name)
        return place


def _prune(folder: Path, current: str) -> None:
    """Remove what other compilers kept, but for the latest of them, when this one begins to keep.

    Another run may be using or removing it: what is gone is made again, and what cannot be removed stays.
    """
    with suppress(OSError):
        others = [each for each in folder.iterdir() if _is_digest(each.name) and each.name != current]
        for each in sorted(others, key=_last_used)[:-1]:
            shutil.rmtree(each, ignore_errors=True)


def _is_digest(name: str) -> bool:
    return len(name) == _DIGITS and set(name) <= set(hexdigits)


def _last_used(folder: Path) -> tuple[int, str]:
    """When anything was last kept in a folder; one that goes while we look counts as the oldest."""
    try:
        return folder.stat().st_mtime_ns, folder.name
    except OSError:
        return 0, folder.name


def _whole(name: str, kept: memoryview) -> memoryview | None:
    """What stands behind its checksum, None where they do not agree."""
    body = kept[_CHECKSUM:]
    return body if len(kept) >= _CHECKSUM and kept[:_CHECKSUM] == _checksum(name, body) else None


def _checksum(name: str, body: bytes | memoryview) -> bytes:
    return crc32(body, crc32(name.encode())).to_bytes(_CHECKSUM, "big")


def _head_in(kept: memoryview) -> Head | None:
    try:
        return _HEADS.decode(kept)
    except msgspec.DecodeError:
        return None


def _reading_in(kept: memoryview) -> ReadDocument | None:
    try:
        return _readings().decode(kept)
    except msgspec.DecodeError:
        return None


_HEADS = msgspec.msgpack.Decoder(Head)


@lru_cache(maxsize=1)
def _readings() -> "msgspec.msgpack.Decoder[ReadDocument]":
    return msgspec.msgpack.Decoder(ReadDocument)


@lru_cache(maxsize=1)
def _compiler_digest() -> str:
    """Of everything that what is kept depends on: the sources of these layers, the grammars, the libraries, Python."""
    here = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256("".join(map(grammar.text, grammar.names())).encode())
    digest.update(" ".join([sys.version, *_libraries()]).encode())
    for place in (here, *_folders(here)):
        for name in sorted(os.listdir(str(place))):
            if name.endswith(".py"):
                with open(f"{place}/{name}", "rb", buffering=0) as file:
                    digest.update(file.read())
    return digest.hexdigest()[:_DIGITS]


def _folders(here: Path) -> Iterator[str]:
    for layer in _LAYERS:
        yield from sorted(folder for folder, _, _ in os.walk(here / layer))


def _libraries() -> Iterator[str]:
    """The libraries installed, each with its version, by the folders that say so.

    Not through `importlib.metadata`, whose import alone costs a tenth of what `secc check` may.
    """
    for place in sys.path:
        if os.path.isdir(place):
            yield from sorted(name for name in os.listdir(place) if name.startswith(_LIBRARIES) and "-info" in name)
