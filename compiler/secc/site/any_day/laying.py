"""What can be laid over each page on a day: what is ahead, by how it stands, and the variations that hold."""

from collections.abc import Iterator, Mapping
from datetime import date

from secc.site.any_day.model import Chronicle, DocumentChronicle, at
from secc.site.any_day.texts import worded
from secc.site.any_day.views import LayerView
from secc.site.in_time.instrument_pages import SIGNS
from secc.timeline.standing import Standing

_WORDS = {
    Standing.MADE: "Designated",
    Standing.DECIDED: "Concluded",
    Standing.LAID: "Laid",
    Standing.CONSULTING: "In consultation",
    Standing.DRAFT: "Drafts",
}
_VIEWS = (
    *(LayerView(str(standing), SIGNS[standing], words) for standing, words in _WORDS.items()),
    LayerView("varied", "≈", "Variations"),
)
"""In the order in which they are offered; assets/day-layers.js has the same."""


def layer_views(chronicle: Chronicle, day: date) -> Mapping[str, tuple[LayerView, ...]]:
    """By the address of each page that anything is laid over, what can be."""
    found: dict[str, set[str]] = {}
    for document in chronicle.documents:
        for state, before, after in _laid(document, day):
            old, new = words_of_pages(document, before), words_of_pages(document, after)
            for url in old.keys() | new.keys():
                if old.get(url) != new.get(url):
                    found.setdefault(url, set()).add(state)
    return {url: tuple(each for each in _VIEWS if each.state in states) for url, states in found.items()}


def _laid(document: DocumentChronicle, day: date) -> Iterator[tuple[str, int | None, int | None]]:
    """Each with the editions before and after it."""
    for each in document.layers:
        yield str(each.standing), each.before, each.after
    plain, varied = at(document.base or document.effective, day), at(document.effective, day)
    if plain != varied:
        yield "varied", plain, varied


def words_of_pages(document: DocumentChronicle, number: int | None) -> dict[str, tuple[str, ...]]:
    """What each page of an edition says, but for where its links lead."""
    pages = document.editions[number].pages if number is not None else ()
    return {page.url: tuple(worded(document.pieces[each].html) for each in page.pieces) for page in pages}
