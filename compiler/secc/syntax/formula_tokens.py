"""The tokens of a formula, whether or not it is sound."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from secc.syntax.patterns import FORMULA_TOKEN


class Kind(StrEnum):
    """What a token is; the names are those of the groups in `FORMULA_TOKEN`."""

    LIMIT = "limit"
    WORDS = "words"
    COMMAND = "command"
    NUMBER = "number"
    LETTER = "letter"
    CHARACTER = "character"


class Token(Struct, frozen=True, gc=False):
    r"""A token: `text` is as written, without inner spaces that mean nothing; `said` the words of `\text{…}`.

    `is_joined` says that no space stands before it.
    """

    kind: Kind
    text: str
    said: str
    is_joined: bool


def tokens_of(latex: str) -> tuple[Token, ...]:
    """Every token but the spaces between them."""
    tokens: list[Token] = []
    is_joined = False
    for found in FORMULA_TOKEN.finditer(latex):
        if found["space"] is None:
            kind = next(kind for kind in Kind if found[kind] is not None)
            said = found["said"] or ""
            text = found[0] if kind is not Kind.LIMIT else found[0].replace(" ", "")
            tokens.append(Token(kind, text, said, is_joined))
        is_joined = found["space"] is None
    return tuple(tokens)


def joined(tokens: Sequence[Token]) -> str:
    """Tokens as LaTeX, with a space only where a command would run into a letter."""
    written = ""
    command = False
    for token in tokens:
        written += f" {token.text}" if command and token.kind is Kind.LETTER else token.text
        command = token.kind is Kind.COMMAND and token.text[-1].isalpha()
    return written
