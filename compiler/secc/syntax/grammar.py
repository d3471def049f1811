"""Finds the grammars: in the installed package, else in the checkout.

By path and not through `importlib.resources`, whose import alone costs a fifth of what `secc --help` may.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeVar

from lark import Lark, Token, Transformer
from lark.lexer import Lexer

Made = TypeVar("Made")

_PACKAGED = Path(__file__).resolve().parents[1] / "_grammar"
_CHECKOUT = Path(__file__).resolve().parents[3] / "grammar"


def text(name: str) -> str:
    """The text of `grammar/<name>.lark`."""
    return (_folder() / f"{name}.lark").read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """The grammars there are, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.lark")))


def load(
    name: str,
    start: Sequence[str],
    *,
    lexer: Literal["basic", "contextual"] | type[Lexer] = "contextual",
    transformer: Transformer[Token, Made] | None = None,
) -> Lark:
    """The LALR parser of `grammar/<name>.lark`; `%import .common` finds its neighbours.

    Making the tables takes tens of milliseconds: keep what this returns.
    """
    return Lark(
        text(name),
        parser="lalr",
        lexer=lexer,
        transformer=transformer,
        start=list(start),
        source_path=str(_folder() / f"{name}.lark"),
        maybe_placeholders=False,
    )


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
