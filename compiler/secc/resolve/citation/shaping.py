"""Which tokens make a citation, by the grammar: `grammar/citation.lark`, LALR.

What the grammar reads depends on the kinds of the tokens alone.
"""

from functools import lru_cache
from itertools import chain

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from secc.resolve.citation.shapes import Branch, Shape
from secc.syntax.tables import parser_of


def longest(kinds: tuple[str, ...]) -> Shape | None:
    """The longest citation that these kinds of token begin with; None when there is none."""
    for length in range(_readable(kinds), 0, -1):
        tree = _tree(kinds[:length])
        if tree is not None:
            return Shape(length, _branch(tree))
    return None


def _branch(tree: Tree[Token]) -> Branch:
    """The tree in our own types: looking at Lark's tokens costs, and many citations share the tree."""
    children = tuple(_branch(each) if isinstance(each, Tree) else int(each) for each in tree.children)
    tokens = [each.tokens if isinstance(each, Branch) else (each,) for each in children]
    return Branch(str(tree.data), children, tuple(chain.from_iterable(tokens)))


def _readable(kinds: tuple[str, ...]) -> int:
    """How many of the tokens the grammar reads, whether or not a citation may end there."""
    parser = _parser().parse_interactive("")
    for index, kind in enumerate(kinds):
        try:
            parser.feed_token(Token(kind, str(index)))
        except UnexpectedInput:
            return index
    return len(kinds)


def _tree(kinds: tuple[str, ...]) -> Tree[Token] | None:
    """The tree of exactly these tokens; None when they are no citation."""
    parser = _parser().parse_interactive("")
    try:
        for index, kind in enumerate(kinds):
            parser.feed_token(Token(kind, str(index)))
        tree = parser.feed_token(Token("$END", ""))
    except UnexpectedInput:
        return None
    return tree if isinstance(tree, Tree) else None


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return parser_of("citation", "start")
