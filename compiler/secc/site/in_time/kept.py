"""What the site works out for all provisions at once, kept between builds by what it follows from."""

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

import secc
from secc.code.load import DocumentCache
from secc.site.file_digests import digest_of_file

_Kind = TypeVar("_Kind")
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def kept(cache: DocumentCache, key: str, kind: type[_Kind], make: Callable[[], _Kind]) -> _Kind:
    """What was kept under a key, or is now made and kept. `key` names all that it follows from, but for this code."""
    name = f"site-{hashlib.sha256(f'{_own_code()} {key}'.encode()).hexdigest()}"
    found = decoded(cache.kept(name), kind)
    if found is not None:
        return found
    made = make()
    cache.keep(name, msgspec.msgpack.encode(made))
    return made


class _Latest(Struct, frozen=True, array_like=True):
    """What was made last under a name, with the digest of what that followed from."""

    digest: bytes
    made: msgspec.Raw


def latest(
    cache: DocumentCache, name: str, follows_from: object, kind: type[_Kind], make: Callable[[], _Kind]
) -> _Kind:
    """What was made last under a name, where it followed from the same, or is now made and kept in its place.

    What it follows from names everything but code of the compiler.
    """
    entry = f"latest-{hashlib.sha256(name.encode()).hexdigest()}"
    digest = hashlib.sha256(_ENCODER.encode((compiler(), follows_from))).digest()
    found = decoded(cache.kept(entry), _Latest)
    made = decoded(bytes(found.made), kind) if found is not None and found.digest == digest else None
    if made is not None:
        return made
    made = make()
    cache.keep(entry, msgspec.msgpack.encode(_Latest(digest, msgspec.Raw(msgspec.msgpack.encode(made)))))
    return made


def decoded(contents: bytes | None, kind: type[_Kind]) -> _Kind | None:
    """What was kept; None where nothing was, or what cannot be read any more."""
    if contents is not None:
        with suppress(msgspec.DecodeError):  # then it is as if nothing had been kept
            return msgspec.msgpack.decode(contents, type=kind)
    return None


def digest_of_modules(paths: Iterable[Path | str]) -> str:
    """The digest of the code that makes what is kept, so that other code makes it anew."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(digest_of_file(str(path)))
    return digest.hexdigest()


@cache
def compiler() -> str:
    """The digest of all code of the compiler."""
    folders = os.walk(os.path.dirname(str(secc.__file__)))
    return digest_of_modules(
        sorted(f"{within}/{name}" for within, _, names in folders for name in names if name.endswith(".py"))
    )


@cache
def _own_code() -> str:
    """That of the modules beside this one, and of those by which they show text, which the cache knows nothing of."""
    above = Path(str(secc.__file__)).parent
    folders = [Path(__file__).parent, above / "document", above / "render"]
    return digest_of_modules(path for folder in folders for path in sorted(folder.glob("*.py")))
