"""Which tokens make a citation, by the grammar: `grammar/citation.lark`, LALR.

What the grammar reads depends on the kinds of the tokens alone, so each sequence of kinds is parsed once, and its tree
shared by every citation of that shape.
"""

from collections.abc import Iterator
from functools import lru_cache

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer, LexerState
from lark.parsers.lalr_interactive_parser import InteractiveParser
from msgspec import Struct

from secc.syntax import grammar


class Shape(Struct, frozen=True):
    """The tree of the longest citation at the head of a sequence of tokens; its leaves are their indices, as text."""

    length: int
    tree: Tree[Token] | Token


@lru_cache(maxsize=4096)
def shape(kinds: tuple[str, ...]) -> Shape | None:
    """The longest citation that these kinds of token begin with; None when there is none."""
    parser = _parser().parse_interactive("")
    longest: Shape | None = None
    for index, kind in enumerate(kinds):
        if kind not in parser.choices():
            break
        try:
            parser.feed_token(Token(kind, str(index)))
        except UnexpectedInput:
            break
        longest = _ended(parser, index + 1) or longest
    return longest


def _ended(parser: InteractiveParser, length: int) -> Shape | None:
    """The tree, if a citation may end here."""
    if "$END" not in parser.choices():
        return None
    try:
        return Shape(length, parser.copy().feed_eof())
    except UnexpectedInput:
        return None


class _NoLexer(Lexer):
    """The tokens are fed one by one; there is nothing for Lark to lex."""

    def __init__(self, conf: object) -> None: ...

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:
        return iter(())


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return Lark(grammar.text("citation"), parser="lalr", lexer=_NoLexer)
