"""Words escaped for HTML."""

from html import escape as _escape

from secc.render.patterns import ESCAPED
from secc.syntax.patterns import CONTROL


def escape(text: str) -> str:
    """As `html.escape` does, but that most words have nothing to escape, and are let through.

    Control characters are shown by their numbers: HTML must have none.
    """
    return _escape(harmless(text)) if ESCAPED.search(text) else text


def harmless(text: str) -> str:
    """Words with control characters as their numbers, `[U+001B]`, as in PDFs; line ends and tabs stay."""
    return CONTROL.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)
