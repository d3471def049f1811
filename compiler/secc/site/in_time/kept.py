"""What the site works out for all provisions at once, kept between builds by what it follows from."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from secc.code.load import DocumentCache

_Kind = TypeVar("_Kind")


def kept(cache: DocumentCache, key: str, kind: type[_Kind], make: Callable[[], _Kind]) -> _Kind:
    """What was kept under a key, or is now made and kept. `key` names all that it follows from, but for this code."""
    name = f"site-{hashlib.sha256(f'{_own_code()} {key}'.encode()).hexdigest()}"
    found = cache.kept(name)
    if found is not None:
        with suppress(msgspec.DecodeError):  # then it is as if nothing had been kept
            return msgspec.msgpack.decode(found, type=kind)
    made = make()
    cache.keep(name, msgspec.msgpack.encode(made))
    return made


@cache
def _own_code() -> str:
    """The digest of the modules beside this one."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
