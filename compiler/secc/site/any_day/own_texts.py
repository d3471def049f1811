"""The texts of one document's pages, apart from those of all others: what they show that nobody is asked for."""

import hashlib
from collections.abc import Iterator
from functools import cached_property

from secc.site.any_day.model import DocumentChronicle
from secc.site.any_day.texts import Text, Texts
from secc.site.noted import encoded


class OwnTexts:
    """The texts of a document, of all that `found` has. `of_pages` are those of every page that it ever had."""

    def __init__(self, document: DocumentChronicle, found: Texts) -> None:
        urls = {page.url for edition in document.editions for page in edition.pages}
        self.document = document
        self.of_pages: Texts = {url: found[url] for url in sorted(urls) if url in found}

    def __iter__(self) -> Iterator[Text]:
        return (each for texts in self.of_pages.values() for each in texts if each.document is self.document)

    @cached_property
    def digest(self) -> str:
        """The digest of all that is in them: another where anything in them is another."""
        whole = self.document
        days = [
            (url, [(each.document.id, each.start, each.end) for each in texts]) for url, texts in self.of_pages.items()
        ]
        said = (whole.id, whole.pieces, whole.editions, whole.effective, whole.plain, days)
        return hashlib.sha256(encoded(said)).hexdigest()
