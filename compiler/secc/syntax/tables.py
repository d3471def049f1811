"""Parsers of tokens, by tables that are made of a grammar once and kept.

To make them takes longer than to read a file. They are plain data: what is kept is never executed.
"""

from collections.abc import Iterator

import lark
import msgspec
from lark import Lark, Token, Transformer
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef
from msgspec import Struct

from secc.syntax import grammar


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


def parser_of(
    name: str, *starts: str, transformer: Transformer[Token, object] | None = None, propagate_positions: bool = False
) -> Lark:
    """The LALR parser of `grammar/<name>.lark`, which begins with any of these rules."""
    options = {"start": list(starts), "maybe_placeholders": False, "propagate_positions": propagate_positions}
    text = grammar.text(name)
    made_of = f"{lark.__version__} {sorted(options.items())} {text}".encode()
    made = grammar.kept(name, made_of)
    if made is None:
        made = _made(text, options)
        grammar.keep(name, made_of, made)
    found = msgspec.msgpack.decode(made, type=_Tables)
    parser = found.data["parser"]
    assert isinstance(parser, dict)
    parser["lexer_conf"]["lexer_type"] = NoLexer
    found.data["options"] = {"parser": "lalr", "lexer": NoLexer, **options}
    loaded: Lark = Lark._load_from_dict(found.data, found.memo, transformer=transformer)  # type: ignore[no-untyped-call]  # as those that Lark writes do
    return loaded


def _made(text: str, options: dict[str, object]) -> bytes:
    """The tables of a grammar."""
    data, memo = Lark(text, parser="lalr", lexer=NoLexer, **options).memo_serialize([TerminalDef, Rule])
    del data["parser"]["lexer_conf"]["lexer_type"], data["options"]
    return msgspec.msgpack.encode(_Tables(data, memo))
