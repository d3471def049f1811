"""Finds the grammars: in the installed package, else in the checkout; and keeps what is made of them.

By path and not through `importlib.resources`, whose import alone costs a fifth of what `secc --help` may.
"""

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

_PACKAGED = Path(__file__).resolve().parents[1] / "_grammar"
_CHECKOUT = Path(__file__).resolve().parents[3] / "grammar"
_MADE = Path(__file__).parent / "__pycache__"
"""Where Python keeps compiled modules, too."""
_CHECKSUM = hashlib.sha256().digest_size


def text(name: str) -> str:
    """The text of `grammar/<name>.lark`."""
    return (_folder() / f"{name}.lark").read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """The grammars there are, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.lark")))


def kept(name: str, made_of: bytes) -> bytes | None:
    """What was made of a grammar, and of whatever else; None where that was not kept, or is damaged."""
    with suppress(OSError):
        found = (_MADE / f"{name}.tables").read_bytes()
        if found[:_CHECKSUM] == _checksum(made_of, found[_CHECKSUM:]):
            return found[_CHECKSUM:]
    return None


def keep(name: str, made_of: bytes, made: bytes) -> None:
    """Keep what was made of a grammar, where Python may keep modules; the file appears whole or not at all."""
    if sys.dont_write_bytecode:
        return
    with suppress(OSError):  # a package that is read only
        new = _MADE / f"{name}.{os.getpid()}"
        new.write_bytes(_checksum(made_of, made) + made)
        new.replace(_MADE / f"{name}.tables")


def _checksum(made_of: bytes, made: bytes) -> bytes:
    return hashlib.sha256(made_of + made).digest()


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
