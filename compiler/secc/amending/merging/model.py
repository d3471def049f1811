"""What is brought together, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from secc.code.load import LoadedDocument
from secc.ids import Address, DocumentId


@dataclass(frozen=True, slots=True)
class Texts:
    """The text that both were made from, the two, and what these are called in what is said of clashes."""

    base: Sequence[LoadedDocument]
    one: Sequence[LoadedDocument]
    other: Sequence[LoadedDocument]
    one_said: str = "the first text"
    other_said: str = "the second text"


@dataclass(frozen=True, slots=True)
class Clash:
    """Where two changes do not go together, and why, in words; `line` counts from 1 in the file that was made."""

    number: int
    address: Address
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class Merged:
    """The documents with both changes made, as source text, and the clashes marked in them, in order.

    `taken` says how many blocks differ from the base as in the first text, as in the second, and as in both.
    """

    documents: dict[DocumentId, str]
    clashes: tuple[Clash, ...]
    taken: tuple[int, int, int]
