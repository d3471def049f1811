"""Text and syntax tree, both ways: parse with recovery, and format. The parser is loaded when it is asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secc.syntax.parser import Parsed, parse, parse_fragment

__all__ = ["Parsed", "parse", "parse_fragment"]


def __getattr__(name: str) -> object:
    """What the parser has by this name, for those who want no more than the marks of words."""
    if name not in __all__:
        raise AttributeError(name)
    from secc.syntax import parser

    return getattr(parser, name)
