"""The numbers that changes in flight would bring in: what is told of one that there is not, and read only then."""

from collections.abc import Iterator

from secc.site.any_day.model import Chronicle, DocumentChronicle, Layer
from secc.site.any_day.packing import encoded
from secc.site.published import PublishedFile
from secc.site.search.index import FORMAT
from secc.site.search.shards import FOLDER

PROPOSED = f"{FOLDER}proposed.json"


def proposed(chronicle: Chronicle) -> PublishedFile:
    """Of each number: its document as numbered in the index, its identifier, and the names of the instruments."""
    numbers = [
        (place, identifier, names)
        for place, document in enumerate(chronicle.documents)
        for identifier, names in _of(document).items()
    ]
    return PublishedFile(PROPOSED, encoded({"format": FORMAT, "numbers": numbers}))


def _of(document: DocumentChronicle) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for layer in document.layers:
        for identifier in _brought_in(document, layer):
            found.setdefault(identifier, []).append(layer.instrument)
    return found


def _brought_in(document: DocumentChronicle, layer: Layer) -> list[str]:
    before = set(_identifiers(document, layer.before))
    return [each for each in dict.fromkeys(_identifiers(document, layer.after)) if each not in before]


def _identifiers(document: DocumentChronicle, edition: int | None) -> Iterator[str]:
    """Those of numbers: a definition has its term."""
    for page in document.editions[edition].pages if edition is not None else ():
        for piece in (document.pieces[each] for each in page.pieces):
            if piece.who and piece.identifier and not piece.path[-1].startswith('"'):
                yield piece.identifier
