"""Which term was perhaps meant by a phrase that is none."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from secc.check.near import likeness, nearest
from secc.check.prose.reader import Reader

# How near two phrases of as many words are when one is the other misspelt, of 100.
_NEAR = 87.0
# So many of the nearest terms are looked at.
_FIRST = 20
# How near a word at least is to the one that it stands for: a short one, in which a letter is much; and a longer one.
_ALIKE, _ALIKE_LONG = 60.0, 78.0
_LONG_WORD = 6
# A phrase that is used more often than this is meant as it is.
_RARE = 2
# A term of the Code has at least so many words if one of them may be another in the letter.
_LONG = 4


class Likeness:
    """Compares the phrases of a letter with its own terms, with those of the Code, and with its own usual phrases."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @cached_property
    def _usual(self) -> frozenset[str]:
        """Phrases of two words and more that the letter uses three times or more."""
        return frozenset(text for text, count in self._counts.items() if count > _RARE)

    @cached_property
    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for run in self._reader.runs:
            for part in run.parts(2):
                counts[part.text] = counts.get(part.text, 0) + 1
        return counts

    @cached_property
    def _words(self) -> frozenset[str]:
        """Words that stand in a term, or several times in the letter."""
        often = (word for text, count in self._reader.frequency.items() if count > 1 for word in text.split(" "))
        return frozenset((*often, *(word for term in self._reader.terms for word in term.split(" "))))

    @cached_property
    def _titles(self) -> frozenset[str]:
        known = self._reader.known
        return frozenset(known.document_names) if known is not None else frozenset()

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for term in sorted(self._reader.terms | self._usual):
            found.setdefault(term.count(" ") + 1, []).append(term)
        return found

    def misspelt(self, phrase: str) -> str:
        """The term of which a phrase is a misspelling; empty where it is one, is used often, or is near none."""
        if self.is_usual(phrase):
            return ""
        words = phrase.split(" ")
        return max(self._misspelt(phrase, words), key=lambda term: likeness(phrase, term), default="")

    def reworded(self, phrase: str) -> str:
        """The term from which a phrase differs by one word of several; empty where there is none."""
        if self._is_term(phrase):
            return ""
        words = phrase.split(" ")
        count = self._counts.get(phrase, 0)
        else_ = (term for term in self._one_word_else(words) if count <= _RARE or self._counts.get(term, 0) > 2 * count)
        return next(else_, "") or next(self._one_word_more(words), "")

    def is_usual(self, phrase: str) -> bool:
        """Whether a phrase is a term, or used so often that it is meant as it is."""
        return self._is_term(phrase) or self._counts.get(phrase, 0) > _RARE

    def is_strange(self, phrase: str) -> bool:
        """Whether a phrase has a word that no term has, and the letter uses once."""
        return any(word not in self._words for word in phrase.split(" "))

    def _is_term(self, phrase: str) -> bool:
        terms = self._reader.terms
        known = self._reader.known
        if known is not None and phrase in known.names:
            return True
        return phrase in terms or phrase.removesuffix("s") in terms or f"{phrase}s" in terms

    def _misspelt(self, phrase: str, words: Sequence[str]) -> Iterator[str]:
        """Terms of as many words that differ by a few letters in words that stand nowhere else."""
        if len(phrase) < 10:
            return
        for term in nearest(phrase, self._by_length.get(len(words), ()), limit=_FIRST, cutoff=_NEAR):
            if self._is_slip(words, term.split(" ")):
                yield term

    def _is_slip(self, words: Sequence[str], meant: Sequence[str]) -> bool:
        """Whether the words that differ are themselves no words of terms, and differ by more than a plural's s."""
        differing = [(a, b) for a, b in zip(words, meant, strict=True) if a != b]
        figures = all(list(filter(str.isdigit, a)) == list(filter(str.isdigit, b)) for a, b in differing)
        plural = all(a.rstrip("s") == b.rstrip("s") for a, b in differing[-1:]) and differing[-1][0] == words[-1]
        other = any(a.isupper() and b.isupper() and a in self._words for a, b in differing)
        known = len(words) == 2 and all(a in self._words for a, _ in differing)
        return figures and not (plural or other or known) and all(_is_alike(a, b) for a, b in differing)

    def _one_word_else(self, words: Sequence[str]) -> Iterator[str]:
        """Terms that have one other word: Gas Proxy Device, where the glossary has Gas Proxy Function."""
        if len(words) < 3:
            return
        for term in self._by_length.get(len(words), ()):
            said = term.split(" ")
            own = term in self._reader.own_terms or (len(said) >= _LONG and term in self._titles)
            differing = [place for place, pair in enumerate(zip(words, said, strict=True)) if pair[0] != pair[1]]
            if own and len(differing) == 1 and differing[0] > 0:
                yield term

    def _one_word_more(self, words: Sequence[str]) -> Iterator[str]:
        """Terms of four words and more that lack one of its words."""
        for place in range(1, len(words) - 1):
            shorter = " ".join((*words[:place], *words[place + 1 :]))
            if len(words) > _LONG and shorter in self._reader.terms:
                yield shorter


def _is_alike(word: str, meant: str) -> bool:
    return likeness(word, meant) >= (_ALIKE if min(len(word), len(meant)) < _LONG_WORD else _ALIKE_LONG)
