"""A code at random and two edited copies of it, in which every stretch of words has a word that stands nowhere else."""

import re
from dataclasses import dataclass

from secc.amending.version import read
from secc.code.load import LoadedDocument, NoCache
from secc.diagnostics import Severity
from secc.ids import DocumentId, DocumentKind
from tests.amending.texts import Node, Writer, printed

MARK = re.compile(r"mark[a-z]+[0-9]+")


class Marking(Writer):
    """Writes words with a word of their own at the end; `whose` tells the texts apart."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.whose = "base"
        self.count = 0

    def words(self, longest: int = 25) -> str:
        """A few words and one that stands nowhere else."""
        self.count += 1
        return f"{super().words(longest)} mark{self.whose}{self.count}"


@dataclass(frozen=True)
class Three:
    """A text and two made from it."""

    base: tuple[LoadedDocument, ...]
    one: tuple[LoadedDocument, ...]
    other: tuple[LoadedDocument, ...]


def three(seed: int, edits: int) -> Three | None:
    """A code and two edited copies; None where one of them cannot be read."""
    writer = Marking(seed)
    base = writer.code()
    writer.whose = "one"
    one = writer.edited(base, edits)
    writer.whose = "other"
    other = writer.edited(base, edits)
    made = [tuple(loaded(label, node) for label, node in code.items()) for code in (base, one, other)]
    if any(found.severity is Severity.ERROR for side in made for each in side for found in each.findings):
        return None
    return Three(*made)


def loaded(label: str, node: Node) -> LoadedDocument:
    """A document, read."""
    return read(printed(node), DocumentId(DocumentKind.SECTION, label), NoCache())


def marks(texts: object) -> list[str]:
    """The marking words of texts, sorted."""
    return sorted(MARK.findall(str(texts)))
