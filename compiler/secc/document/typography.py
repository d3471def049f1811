"""Quotation marks as on the page: straight in the source, curly in print. Every character stands for one."""

_OPENS_AFTER = frozenset(" \u00a0([{—–-/“‘\"'")


def curled(text: str) -> str:
    """The text with curly quotation marks and apostrophes; its length is kept."""
    if '"' not in text and "'" not in text:
        return text
    letters = list(text)
    for place, letter in enumerate(letters):
        if letter in "\"'":
            opens = place == 0 or letters[place - 1] in _OPENS_AFTER
            double = letter == '"'
            letters[place] = ("“" if opens else "”") if double else ("‘" if opens else "’")
    return "".join(letters)
