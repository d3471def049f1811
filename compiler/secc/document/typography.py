"""Quotation marks as on the page: straight in the source, curly in print. Every character stands for one."""

from re import Match

from secc.document.patterns import STRAIGHT

_OPENS_AFTER = frozenset(" \u00a0([{—–-/“‘")
_OPENING, _CLOSING = str.maketrans("\"'", "“‘"), str.maketrans("\"'", "”’")


def curled(text: str) -> str:
    """The text with curly quotation marks and apostrophes; its length is kept."""
    return STRAIGHT.sub(_curled, text) if '"' in text or "'" in text else text


def _curled(marks: Match[str]) -> str:
    """Marks side by side all open, or all close."""
    opens = marks.start() == 0 or marks.string[marks.start() - 1] in _OPENS_AFTER
    return marks[0].translate(_OPENING if opens else _CLOSING)
