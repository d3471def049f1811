"""Words escaped for HTML."""

from html import escape as _escape

from secc.render.patterns import ESCAPED


def escape(text: str) -> str:
    """As `html.escape` does, but that most words have nothing to escape, and are let through."""
    return _escape(text) if ESCAPED.search(text) else text
