"""The words of one paragraph: plain text, with marks standing off from it, and back to source."""

from secc.syntax.inline.printing import to_source
from secc.syntax.inline.reading import Inline, parse

__all__ = ["Inline", "parse", "to_source"]
