"""Whether a stretch of a text is a word of its own."""

# What never makes one word of what stands on its two sides.
CLEAR = frozenset(' \t\n,;:()[]{}"“”‘/\\|–—…?!*=<>')
# What makes one word of two where it has letters or figures on both sides: Non-User, SMETS2+Device, R&D, Release 2.0.
_JOINING = frozenset("-‑'’+&.@")
_APOSTROPHES = frozenset("'’")


def begins_word(text: str, start: int) -> bool:
    """Whether what begins at `start` is not the rest of a longer word."""
    if start == 0 or not _in_word(text[start]):
        return True
    before = text[start - 1]
    if _in_word(before):
        return False
    return before not in _JOINING or start == 1 or not _in_word(text[start - 2])


def ends_word(text: str, end: int) -> bool:
    """Whether what ends at `end` is not the beginning of a longer word. A possessive is the same word."""
    if end == len(text) or not _in_word(text[end - 1]):
        return True
    after = text[end]
    if _in_word(after) or after == "+":
        return False
    if after not in _JOINING or end + 1 == len(text) or not _in_word(text[end + 1]):
        return True
    if after in _APOSTROPHES:
        return text[end + 1] == "s" and (end + 2 == len(text) or not _in_word(text[end + 2]))
    return after == "." and text[end + 1].isupper()  # a full stop without its space


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
