"""The parser of sentences, by tables that are made of grammar/instrument.lark once and can be kept.

To make them takes longer than to read an instrument. They are plain data: what is kept is never executed.
"""

from collections.abc import Iterator
from functools import lru_cache

import msgspec
from lark import Lark, Token
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef
from msgspec import Struct

from secc.syntax import grammar

STARTS = ("operation", "when", "scope")
"""What a sentence may be: the start rules of the grammar."""


class _Tables(Struct):
    """As Lark gives and takes them: of the grammar, and of what is named in it again and again."""

    data: dict[str, object]
    memo: dict[int, object]


class NoLexer(Lexer):
    """The tokens are fed one by one; there is nothing for Lark to lex."""

    def __init__(self, conf: object) -> None: ...

    def lex(self, *_: object) -> Iterator[Token]:
        """No tokens."""
        return iter(())


@lru_cache(maxsize=1)
def tables() -> bytes:
    """The tables, made of the grammar."""
    options = {"maybe_placeholders": False, "propagate_positions": True}
    made = Lark(grammar.text("instrument"), parser="lalr", lexer=NoLexer, start=list(STARTS), **options)
    data, memo = made.memo_serialize([TerminalDef, Rule])
    data["options"] = {"parser": "lalr", "start": list(STARTS), **options}
    del data["parser"]["lexer_conf"]["lexer_type"]
    return msgspec.msgpack.encode({"data": data, "memo": memo})


@lru_cache(maxsize=1)
def parser_by(kept: bytes) -> Lark:
    """The parser by tables that were kept; by others, where these cannot be read."""
    try:
        found = msgspec.msgpack.decode(kept, type=_Tables)
    except msgspec.DecodeError:
        found = msgspec.msgpack.decode(tables(), type=_Tables)
    options, parser = found.data["options"], found.data["parser"]
    assert isinstance(options, dict)
    assert isinstance(parser, dict)
    options["lexer"] = parser["lexer_conf"]["lexer_type"] = NoLexer
    made: Lark = Lark._load_from_dict(found.data, found.memo)  # type: ignore[no-untyped-call]  # as those that Lark writes do
    return made
