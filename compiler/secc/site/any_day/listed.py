"""What lists of days have of a document: made once for all days on which its pages, and the text of each, are the same.

There are as many lists as days on which anything changed, and on most of these most documents stay as they were.
"""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from secc.ids import DocumentId
from secc.site.any_day.model import DocumentChronicle, Edition
from secc.site.any_day.texts import Texts, turns

_Made = TypeVar("_Made")
Make = Callable[[DocumentChronicle, Edition, date], _Made]
"""Makes something of a document as it was on a day, which asks for nothing but its edition and the texts on the day."""


class Listed(Generic[_Made]):
    """What is made of documents, each for a day. `texts` are those of every page."""

    def __init__(self, texts: Texts, make: Make[_Made]) -> None:
        self._texts = texts
        self._make = make
        self._turns: dict[DocumentId, tuple[date, ...]] = {}
        self._made: dict[tuple[DocumentId, int], _Made] = {}

    def on(self, document: DocumentChronicle, day: date) -> _Made | None:
        """What is made of a document for a day; None where it was none."""
        if document.id not in self._turns:
            self._turns[document.id] = turns(document, self._texts)
        key = (document.id, bisect_right(self._turns[document.id], day))
        if key not in self._made:
            edition = document.edition(day)
            if edition is None:
                return None
            self._made[key] = self._make(document, edition, day)
        return self._made[key]


def since(document: DocumentChronicle, day: date) -> date:
    """The day from which it had the text that it had on a day."""
    return max(start for start, _ in document.effective if start <= day)
