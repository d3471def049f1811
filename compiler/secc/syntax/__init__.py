"""Text and syntax tree, both ways: parse with recovery, and format."""

from secc.syntax.parser import Parsed, parse, parse_fragment

__all__ = ["Parsed", "parse", "parse_fragment"]
