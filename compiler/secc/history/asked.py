"""A tree that remembers what it was asked, so that it can be told whether it would answer anything otherwise now."""

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TypeAlias

from secc.diagnostics import CannotProceed
from secc.history import SourceTree

Answer: TypeAlias = tuple[str, str, str]
"""What was asked (`read`, `has`, `paths`), of which path, and the digest of what was answered."""


class Asked:
    """A tree, with the answers that it gave so far."""

    def __init__(self, tree: SourceTree) -> None:
        self._tree = tree
        self._answers: dict[tuple[str, str], str] = {}

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        try:
            contents = self._tree.read(path)
        except CannotProceed as error:
            self._note("read", path, f"cannot: {error}".encode())
            raise
        self._note("read", path, contents)
        return contents

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        found = self._tree.has(path)
        self._note("has", path, str(found).encode())
        return found

    def paths(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, sorted."""
        found = self._tree.paths(folder)
        self._note("paths", folder, "\0".join(found).encode())
        return found

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer, once; an empty digest, which is that of no answer, where a file changed meanwhile."""
        return tuple((asked, path, digest) for (asked, path), digest in sorted(self._answers.items()))

    def _note(self, asked: str, path: str, answer: bytes) -> None:
        digest = hashlib.sha256(answer).hexdigest()
        if self._answers.setdefault((asked, path), digest) != digest:
            self._answers[asked, path] = ""


def answers_alike(tree: SourceTree, answers: Iterable[Answer]) -> bool:
    """Whether a tree would give the same answers now."""
    anew = Asked(tree)
    ask: dict[str, Callable[[str], object]] = {"read": anew.read, "has": anew.has, "paths": anew.paths}
    for asked, path, digest in answers:
        with suppress(CannotProceed):  # its words are the answer
            ask[asked](path)
        if anew._answers[asked, path] != digest:
            return False
    return True
