"""The words of a text, as they are searched for.

They are those of SQLite's FTS5 with `unicode61 tokenchars '.'`, without regard to case and to the accent of a letter,
from a text in which full stops stand only inside numbers. `site/assets/search-words.js` does the same to what a reader
asks for; `tests/browser/test_search.py` holds the two together, and `tests/site/test_search.py` holds this to FTS5.
"""

from html import unescape
from re import Match
from unicodedata import combining, normalize

from secc.site.patterns_search import ABBREVIATION, INLINE, MARK, PICTURE, STRAY, TAG, WORD

_SAME = dict(zip("µſςϐϑϕϖϰϱϵẛι", "μsσβθφπκρεsι", strict=True))
"""Other forms of small letters."""


def plain(html: str) -> str:
    """The words of a piece of HTML as text, with the titles of pictures, full stops only inside numbers."""
    told = PICTURE.sub(r" \1 ", html) if "<img" in html else html
    return clean(unescape(TAG.sub(" ", INLINE.sub("", told))))


def clean(text: str) -> str:
    """A text as it is searched: letters and their marks composed, without full stops that end something."""
    composed = text if text.isascii() else MARK.sub("", normalize("NFC", text))
    return STRAY.sub(" ", ABBREVIATION.sub(_joined, composed) if "." in composed else composed)


def _joined(found: Match[str]) -> str:
    """An abbreviation without its full stops."""
    return found.group().replace(".", "")


def words(text: str) -> list[str]:
    """The words of a text that is clean, in order."""
    return WORD.findall(_compared(text))


def has_words(text: str) -> bool:
    """Whether there is a word in a text that is clean."""
    return WORD.search(_compared(text)) is not None


def _compared(text: str) -> str:
    """A text without regard to case and accents."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """Every letter in the form in which it is compared, found when it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


def _folded(letter: str) -> str:
    parts = normalize("NFD", letter)
    if len(parts) == 2 and parts[0].isascii() and parts[0].isalpha() and combining(parts[1]):
        return parts[0].lower()
    lower = letter.lower()
    return _SAME.get(letter, lower if len(lower) == 1 else letter)


_FOLDED = _Folded()
