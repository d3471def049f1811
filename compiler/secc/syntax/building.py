"""The LALR parser of grammar/document.lark, fed block by block, and the syntax blocks that it builds."""

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from lark import Lark, Token, Transformer
from lark.parsers.lalr_interactive_parser import InteractiveParser

from secc.syntax import tables
from secc.syntax.tree import AnyHead, AttributeLine, SyntaxBlock


def token(name: str, head: object) -> Token:
    """A token of the grammar; its value is a head, or None for INDENT and DEDENT."""
    made = Token(name, "")
    made.value = head
    return made


def parser_of(start: str) -> InteractiveParser:
    """A parser that has read nothing yet, of a `document` or a `fragment`."""
    return _lark().parse_interactive(start=start)


@cache
def _lark() -> Lark:
    return tables.parser_of("document", "document", "fragment", transformer=_Builder())


_Part: TypeAlias = Token | SyntaxBlock | tuple[AttributeLine, ...]


class _Builder(Transformer[Token, object]):
    """Makes syntax blocks as the grammar's rules are recognised."""

    def document(self, parts: Sequence[_Part]) -> list[_Part]:
        return list(parts)

    fragment = document

    def attributes(self, parts: Sequence[Token]) -> tuple[AttributeLine, ...]:
        return tuple(part.value for part in parts)

    def clause(self, parts: Sequence[_Part]) -> SyntaxBlock:
        head = _head(parts[0])
        blocks = tuple(part for part in parts[1:] if type(part) is SyntaxBlock)
        return SyntaxBlock(head, blocks, indented=len(blocks))

    paragraph = bullet = definition = text = leaf = clause

    def sub_section(self, parts: Sequence[_Part]) -> SyntaxBlock:
        made = self.clause(parts)
        dedent = next((place for place, part in enumerate(parts) if _is_dedent(part)), 1)
        return SyntaxBlock(made.head, made.blocks, indented=max(0, dedent - 2))

    def annex(self, parts: Sequence[_Part]) -> SyntaxBlock:
        attributes = parts[1]
        assert isinstance(attributes, tuple)
        return SyntaxBlock(_head(parts[0]), tuple(part for part in parts[2:] if type(part) is SyntaxBlock), attributes)

    inner_document = part = annex


def _head(part: _Part) -> AnyHead:
    assert isinstance(part, Token)
    head: AnyHead = part.value
    return head


def _is_dedent(part: _Part) -> bool:
    return isinstance(part, Token) and part.type == "DEDENT"
