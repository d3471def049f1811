"""The texts of one document, apart from those of all others, as they are kept together."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from secc.site.any_day.model import DocumentChronicle
from secc.site.any_day.texts import Text, Texts

_LONG = 100
"""A text of more pieces than these is kept by itself, since whatever changes a later one leaves it as it is."""


class Together(Struct, frozen=True):
    """Some texts of a document that are kept together, by a name."""

    name: str
    texts: Sequence[Text]

    @property
    def own(self) -> object:
        """All that they can show of their document."""
        return [each.digest for each in self.texts]


def own_texts(document: DocumentChronicle, found: Texts) -> Iterator[Together]:
    """The texts of a document, of all that `found` has, page by page."""
    urls = sorted({page.url for edition in document.editions for page in edition.pages})
    texts = [text for url in urls for text in found.get(url, ()) if text.document is document]
    yield Together(str(document.id), [each for each in texts if len(each.page.pieces) <= _LONG])
    for each in texts:
        if len(each.page.pieces) > _LONG:
            yield Together(each.url, [each])
