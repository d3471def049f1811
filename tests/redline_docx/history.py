"""Redlines of the sample Code, from each day on which its wording changed to the next."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from secc.code.load import NoCache
from secc.code.model import Document
from secc.compare import compare_codes
from secc.document.redline import Texts, redline
from secc.document.redline_model import Described, Edition, Redline
from secc.history import Folder
from secc.ids import DocumentId
from secc.timeline.opening import open_timeline
from secc.timeline.replay import Wordings
from secc.timeline.timeline import asking

SOURCES = Path(__file__).parents[2] / "sec-source"


class Step(NamedTuple):
    """A redline, and the documents that are in it: as they were and as they are."""

    redline: Redline
    before: tuple[Document, ...]
    after: tuple[Document, ...]


def steps() -> Iterator[Step]:
    """All that changed from one day to the next, in one redline: documents that are new or gone among it."""
    for old, new in pairwise(_states()):
        yield _step(old, new, sorted(each for each in {*old.documents, *new.documents} if _differs(old, new, each)))


def versions() -> Iterator[Step]:
    """Every two adjacent versions of a document, each pair in a redline of its own."""
    for old, new in pairwise(_states()):
        for each in sorted({*old.documents} & {*new.documents}):
            if _differs(old, new, each):
                yield _step(old, new, [each])


@cache
def _states() -> tuple[Wordings, ...]:
    timeline = open_timeline(Folder(SOURCES), NoCache()).timeline
    return tuple(timeline.base(day, asking(None)) for day in timeline.wording_days())


def _differs(old: Wordings, new: Wordings, document: DocumentId) -> bool:
    versions = (each.documents.get(document) for each in (old, new))
    return len({each.digest if each is not None else "" for each in versions}) > 1


def _step(old: Wordings, new: Wordings, documents: list[DocumentId]) -> Step:
    before, after = (
        tuple(state.documents[each].loaded.document for each in documents if each in state.documents)
        for state in (old, new)
    )
    texts = Texts("the Code", _described(old), _described(new), _editions(old), _editions(new))
    return Step(redline(compare_codes(before, after), texts), before, after)


def _described(state: Wordings) -> Described:
    return Described(said=f"of {len(state.documents)} documents", day=None, known=None, digest="")


def _editions(state: Wordings) -> dict[DocumentId, Edition]:
    return {
        each: Edition(printed=each.printed, version="", digest=version.digest)
        for each, version in state.documents.items()
    }
