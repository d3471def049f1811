"""Words and phrases looked for as they stand, in any case of letters, all at once."""

from collections.abc import Iterator, Mapping

from secc.check.patterns import WORD
from secc.check.running import is_running
from secc.resolve.model import ResolvedDocument, Words


class PhraseList:
    """Finds any of `phrases`, each in lower case and beginning with a letter, as whole words.

    The cost is that of splitting the text into words once, whatever the number of phrases.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self.phrases = phrases
        self._by_first: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            first = WORD.search(phrase)
            if first is not None:
                self._by_first.setdefault(first[0], []).append(phrase)
        self._first = self._by_first.keys()

    def found_in(self, document: ResolvedDocument) -> Iterator[tuple[Words, int, int, str]]:
        """Every phrase in the running words of a document, with its stretch; the longest where several begin."""
        if not self.phrases:
            return
        for words in document.words:
            text = words.prose.text.lower()
            if self._first.isdisjoint(WORD.findall(text)):
                continue
            end = 0
            for found in WORD.finditer(text):
                phrase = self._at(text, found.start(), found[0]) if found.start() >= end else None
                if phrase is not None and is_running(words, found.start(), found.start() + len(phrase)):
                    end = found.start() + len(phrase)
                    yield words, found.start(), end, phrase

    def _at(self, text: str, start: int, first: str) -> str | None:
        for phrase in self._by_first.get(first, ()):
            end = start + len(phrase)
            if text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                return phrase
        return None
