"""What a word is worth to a reader when it is kept between two changes, in hundredths of a content word."""

STOP_WORDS = frozenset(
    "a an the of to in on at by for from with as and or if is are be been was were it its this that these those such"
    " any all each no not which who shall may will under upon into than then so but has have had where when".split()
)
CONNECTIVES = frozenset(("and", "or", "but", "nor", "of", "to", "in", "the", "a", "an", "for", "by", "with", "if"))
"""Words with which a sentence goes on: a change rather begins than ends with one."""

_CONTENT, _SHORT, _STOP, _SIGN = 100, 70, 45, 25


def weight(word: str) -> int:
    """A content word 100, one of two letters 70, a stop word 45, a sign 25."""
    known = _KNOWN.get(word)
    if known is not None:
        return known
    if not (word[0].isalnum() or len(word) > 1):
        return _SIGN
    return _CONTENT if len(word) > 2 else _SHORT


_KNOWN = {form: _STOP for word in STOP_WORDS for form in (word, word.capitalize())}
