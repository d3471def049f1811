"""Words and phrases looked for as they stand, in any case of letters, all at once."""

from collections.abc import Collection, Iterator, Mapping

from secc.check.running import is_running
from secc.check.vocabulary import text_of
from secc.resolve.model import ResolvedDocument, Words


class PhraseList:
    """Finds any of `phrases`, each in lower case, as whole words.

    A word alone costs nothing where the document does not use it; other phrases cost a search of the document each.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self.phrases = phrases
        self._single = frozenset(phrase for phrase in phrases if phrase.isascii() and phrase.isalpha())
        self._others = tuple(phrase for phrase in phrases if phrase not in self._single)

    def found_in(
        self, document: ResolvedDocument, vocabulary: Collection[str]
    ) -> Iterator[tuple[Words, int, int, str]]:
        """Every phrase in the running words of a document, with its stretch; the longest where several overlap.

        `vocabulary` are the document's words in lower case.
        """
        here = [phrase for phrase in self._single if phrase in vocabulary]
        if self._others:
            text = text_of(document)
            here += [phrase for phrase in self._others if phrase in text]
        here.sort(key=len, reverse=True)
        for words in document.words if here else ():
            yield from _found_in(words, here)


def _found_in(words: Words, phrases: list[str]) -> Iterator[tuple[Words, int, int, str]]:
    text = words.prose.text.lower()
    taken: list[tuple[int, int]] = []
    for phrase in phrases:
        start = text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if _whole(text, start, end) and not any(first < end and start < last for first, last in taken):
                taken.append((start, end))
                if is_running(words, start, end):
                    yield words, start, end, phrase
            start = text.find(phrase, end)


def _whole(text: str, start: int, end: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()
