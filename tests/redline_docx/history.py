"""Redlines of the sample Code: from each day on which its wording changed to the next, of all documents that changed."""

from collections.abc import Iterator
from functools import cache
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
    """Every step; a document in it is always an adjacent pair of versions of that document, or new."""
    states = _states()
    for old, new in zip(states, states[1:], strict=False):
        changed = [each for each in new.documents if _digest(old, each) != _digest(new, each)]
        gone = [each for each in old.documents if each not in new.documents]
        yield _step(old, new, sorted({*changed, *gone}))


@cache
def _states() -> tuple[Wordings, ...]:
    timeline = open_timeline(Folder(SOURCES), NoCache()).timeline
    return tuple(timeline.base(day, asking(None)) for day in timeline.wording_days())


def _digest(state: Wordings, document: DocumentId) -> str:
    version = state.documents.get(document)
    return version.digest if version is not None else ""


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
