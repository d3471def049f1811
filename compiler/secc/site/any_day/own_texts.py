"""The texts of one document, apart from those of all others: what they show that nobody is asked for."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property

from secc.site.any_day.model import DocumentChronicle, Edition
from secc.site.any_day.texts import Text, Texts
from secc.site.noted import encoded

_LONG = 100
"""A text of more pieces than these is kept by itself, since whatever changes a later one leaves it as it is."""


class OwnTexts:
    """The texts of a document, of all that `found` has, page by page."""

    def __init__(self, document: DocumentChronicle, found: Texts) -> None:
        urls = sorted({page.url for edition in document.editions for page in edition.pages})
        every = (text for url in urls for text in found.get(url, ()))
        self.document = document
        self.texts = tuple(each for each in every if each.document is document)
        self._editions: dict[int, bytes] = {}

    def together(self) -> Iterator["Together"]:
        """The texts as they are kept."""
        shorter = [each for each in self.texts if len(each.page.pieces) <= _LONG]
        yield Together(str(self.document.id), shorter, self)
        for each in self.texts:
            if len(each.page.pieces) > _LONG:
                yield Together(each.url, [each], self)

    def digest(self, text: Text) -> bytes:
        """The digest of all that a text can show of its document."""
        pieces = [self._pieces[each] for each in text.page.pieces]
        plain = [self._plain[each] for each in text.page.plain]
        where = text.edition.pages.index(text.page)
        return _digest((text.url, text.end, where, self._edition(text.edition), pieces, plain))

    def _edition(self, edition: Edition) -> bytes:
        """Of the words on its pages, a text can show only its own."""
        if id(edition) not in self._editions:
            pages = [(each.url, each.path, each.number, each.title, each.depth) for each in edition.pages]
            said = (self.document.id, edition.title, edition.known_as, edition.digest, pages)
            self._editions[id(edition)] = _digest(said)
        return self._editions[id(edition)]

    @cached_property
    def _pieces(self) -> Sequence[bytes]:
        return [*map(_digest, self.document.pieces)]

    @cached_property
    def _plain(self) -> Sequence[bytes]:
        return [*map(_digest, self.document.plain)]


class Together:
    """Some texts of a document that are kept together, by a name."""

    def __init__(self, name: str, texts: Sequence[Text], own: OwnTexts) -> None:
        self.name = name
        self.texts = texts
        self._own = own

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that they can show of their document."""
        return _digest([self._own.digest(each) for each in self.texts])


def _digest(value: object) -> bytes:
    return hashlib.sha256(encoded(value)).digest()
