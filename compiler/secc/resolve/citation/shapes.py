"""Which tokens make a citation: each sequence of kinds is read once, and its tree shared by every such citation."""

from functools import lru_cache

from msgspec import Struct


class Branch(Struct, frozen=True):
    """What a rule of the grammar made: its branches and tokens, and all tokens in it, by their indices."""

    rule: str
    children: tuple["Branch | int", ...]
    tokens: tuple[int, ...]


class Shape(Struct, frozen=True):
    """The tree of the longest citation at the head of a sequence of tokens."""

    length: int
    tree: Branch


@lru_cache(maxsize=4096)
def shape(kinds: tuple[str, ...]) -> Shape | None:
    """The longest citation that these kinds of token begin with; None when there is none."""
    from secc.resolve.citation.shaping import longest  # text without a citation needs no grammar

    return longest(kinds)
