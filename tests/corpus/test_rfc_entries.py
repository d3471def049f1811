"""The RFCs of the sample's register against an index of RFCs."""

from pathlib import Path

import pytest

from secc.code.standards import RegisteredKind, RegisteredWork, WorkStatus, read_register
from secc.history import Folder
from tests.corpus.rfc_entries import Indexed, entry, printed, read_indexes, with_predecessors

INDEX = {
    each.number: each
    for each in (
        Indexed(10, "One", "1999-06", "Proposed Standard", (20, 21)),
        Indexed(20, "Two", "2005-01", "Proposed Standard", (30,)),
        Indexed(21, "Two, too", "2004-12", "Historic", ()),
        Indexed(30, 'Three "3"', "2008-05", "Internet Standard", ()),
    )
}


@pytest.mark.corpora
def test_the_register_says_what_the_index_says(corpora: Path, root: Path) -> None:
    index = read_indexes(corpora / "rfc-index")
    works = read_register(Folder(root / "sec-source")).works
    rfcs = [work for work in works if work.kind is RegisteredKind.RFC]
    assert len(rfcs) > 30
    assert rfcs == [entry(index, int(work.number.removeprefix("RFC "))) for work in rfcs]


@pytest.mark.corpora
def test_the_register_has_all_that_its_rfcs_replace(corpora: Path, root: Path) -> None:
    index = read_indexes(corpora / "rfc-index")
    works = read_register(Folder(root / "sec-source")).works
    numbers = {int(work.number.removeprefix("RFC ")) for work in works if work.kind is RegisteredKind.RFC}
    assert with_predecessors(index, numbers) == numbers


def test_an_rfc_is_superseded_from_the_last_of_its_successors() -> None:
    assert entry(INDEX, 10) == RegisteredWork(
        title="One",
        kind=RegisteredKind.RFC,
        number="RFC 10",
        published="1999-06",
        status=WorkStatus.SUPERSEDED,
        since="2005-01",
        superseded_by=("RFC 20", "RFC 21"),
        where="https://www.rfc-editor.org/info/rfc10",
    )


def test_a_historic_rfc_without_a_successor_is_withdrawn() -> None:
    assert (entry(INDEX, 21).status, entry(INDEX, 21).since) == (WorkStatus.WITHDRAWN, "")


def test_predecessors_are_found_all_the_way_back() -> None:
    assert with_predecessors(INDEX, {30}) == {10, 20, 30}


def test_an_entry_is_printed_as_it_is_written() -> None:
    assert list(printed(entry(INDEX, 30))) == [
        "[[work]]",
        'title = "Three \\"3\\""',
        'kind = "rfc"',
        'number = "RFC 30"',
        'published = "2008-05"',
        'where = "https://www.rfc-editor.org/info/rfc30"',
    ]
