"""The words that a document uses, for a quick look at whether a rule has anything to look for in it."""

from string import ascii_letters

from secc.resolve.model import ResolvedDocument

# Every byte that is no letter is a space.
_LETTERS_ONLY = bytes(each if chr(each) in ascii_letters else 32 for each in range(256))


def text_of(document: ResolvedDocument) -> str:
    """All its words in lower case, a line for each prose."""
    return "\n".join(words.prose.text for words in document.words).lower()


def vocabulary(document: ResolvedDocument) -> frozenset[str]:
    """Its words of Latin letters in lower case; those joined by a hyphen or an apostrophe one by one."""
    letters = text_of(document).encode("ascii", "replace").translate(_LETTERS_ONLY)
    return frozenset(letters.decode("ascii").split())
