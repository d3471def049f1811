"""Whose the words of each clause are: the operations that put them there, kept for each document."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct

from secc.amending.version import DocumentVersion
from secc.code.model import Clause
from secc.document.typography import curled
from secc.ids import Address
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.noted import Computed, Notes
from secc.site.parted import Parted
from secc.timeline.histories import Written, written


class Stretch(Struct, frozen=True, array_like=True):
    """Words with the operation that put them there."""

    words: str
    by: OperationRef


Whose = Mapping[str, tuple[Stretch, ...]]
"""The words of each clause by its address, in their order; one stretch without words where all are one operation's."""


def whose(moment: Moment, notes: Notes) -> Whose:
    """Of every clause of the text as it has effect for everybody on the day; each document's is kept by its text."""
    versions = {str(document): version for document, version in moment.effective.documents.items()}
    of_documents = Computed(versions, lambda document: _of(moment, versions[document]))

    def name_of(document: str) -> bytes:
        return moment.opened.kept.name_of(versions[document]).encode() if document in versions else b""

    def of_clause(address: str) -> tuple[Stretch, ...]:
        return of_documents[_document(address)][address]

    return notes.add("whose", Parted(Computed(None, of_clause), str, _document, cache(name_of)))


def _document(address: str) -> str:
    return address.partition("/")[0]


def _of(moment: Moment, version: DocumentVersion) -> Whose:
    key = f"whose words {moment.opened.kept.name_of(version)}"
    return kept(moment.cache, key, dict[str, tuple[Stretch, ...]], lambda: dict(sorted(_whose(version))))


def _whose(version: DocumentVersion) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    for path, place in version.by_path.items():
        if isinstance(version.blocks[place].block, Clause):
            yield str(Address(version.id, path)), _merged(written(version, path))


def _merged(stretches: Sequence[Written]) -> tuple[Stretch, ...]:
    """Neighbours of one operation together."""
    runs = [(by, " ".join(each.words.strip() for each in run)) for by, run in groupby(stretches, key=_by)]
    if len({by for by, _ in runs}) == 1:
        return (Stretch("", runs[0][0]),)
    return tuple(Stretch(curled(words), by) for by, words in runs if words)


def _by(stretch: Written) -> OperationRef:
    return stretch.by
