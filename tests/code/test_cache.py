"""The cache of readings: what comes out is what went in, or nothing."""

import os
import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code import cache
from secc.code.cache import FolderCache
from secc.code.head import ReadDocument
from secc.code.load import load_document, read_document, source_of
from secc.code.model import Clause, Document
from tests.code.documents import DOCUMENTS

TEXT = b"section H: X\n\nH1.1 The *DCC* shall act:\n  (a) now; and\n  (b) then.\n\nH1.1 Again.\n"


def reading(text: bytes = TEXT) -> ReadDocument:
    return read_document(source_of("sections/H.sec", text))


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_kept_comes_back_places_and_all(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path)
    kept.put("key", reading())
    found = FolderCache(tmp_path).get("key")
    assert found == reading()
    assert found is not None
    (clause, *_), (same, *_) = found.document.blocks, reading().document.blocks
    assert isinstance(clause, Clause)
    assert isinstance(same, Clause)
    assert (clause.span.start, clause.span.end) == (same.span.start, same.span.end)
    assert clause.prose.places.pairs == same.prose.places.pairs


@settings(max_examples=50)
@given(document=DOCUMENTS)
def test_any_document_comes_back(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    folder = FolderCache(tmp_path_factory.mktemp("cache"))
    read = ReadDocument(document, ())
    folder.put("key", read)
    assert folder.get("key") == read


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_damaged_entry_counts_as_absent(tmp_path_factory: pytest.TempPathFactory, place: int, bit: int) -> None:
    folder = tmp_path_factory.mktemp("cache")
    FolderCache(folder).put("key", reading())
    (entry,) = entries(folder)
    contents = bytearray(entry.read_bytes())
    contents[place % len(contents)] ^= 1 << bit
    entry.write_bytes(contents)
    assert FolderCache(folder).get("key") is None


@pytest.mark.parametrize("contents", [b"", b"\0", b"\0\0\0\0", b"{}", TEXT])
def test_an_entry_that_is_something_else_counts_as_absent(tmp_path: Path, contents: bytes) -> None:
    FolderCache(tmp_path).put("key", reading())
    (entry,) = entries(tmp_path)
    entry.write_bytes(contents)
    assert FolderCache(tmp_path).get("key") is None


def test_an_entry_under_the_name_of_another_counts_as_absent(tmp_path: Path) -> None:
    folder = FolderCache(tmp_path)
    folder.put("key", reading())
    folder.keep("kept", b"words")
    (place,) = {each.parent for each in entries(tmp_path)}
    shutil.copy(place / "key", place / "another-key")
    shutil.copy(place / "kept", place / "another-kept")
    assert (folder.get("another-key"), folder.head("another-key"), folder.kept("another-kept")) == (None, None, None)
    assert (folder.get("key"), folder.kept("kept")) == (reading(), b"words")


def test_what_was_never_kept_is_absent(tmp_path: Path) -> None:
    assert FolderCache(tmp_path).get("key") is None


def test_an_entry_is_replaced_whole_and_leaves_nothing_behind(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path)
    kept.put("key", reading())
    kept.put("key", reading(b"section I: Y\n"))
    assert kept.get("key") == reading(b"section I: Y\n")
    assert [path.name for path in entries(tmp_path)] == ["key"]


def test_a_file_in_the_way_is_worked_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    kept = FolderCache(tmp_path / "cache")
    kept.put("key", reading())
    assert kept.get("key") is None


def test_a_folder_in_the_way_of_an_entry_is_worked_without(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path)
    kept.put("key", reading())
    (entry,) = entries(tmp_path)
    entry.unlink()
    entry.mkdir()
    kept.put("key", reading())
    assert kept.get("key") is None
    assert entries(tmp_path) == []


@pytest.mark.parametrize("mode", [stat.S_IRUSR | stat.S_IXUSR, 0])
def test_a_folder_that_cannot_be_written_is_worked_without(
    tmp_path: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write anywhere, so the refusal is also made by hand."""
    if os.geteuid() == 0:
        monkeypatch.setattr(Path, "mkdir", _refuse)
        monkeypatch.setattr(Path, "open", _refuse)
    tmp_path.chmod(mode)
    try:
        kept = FolderCache(tmp_path)
        kept.put("key", reading())
        assert kept.get("key") is None
        assert load_document("sections/H.sec", TEXT, kept).document == reading().document
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_full_disk_is_worked_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = FolderCache(tmp_path)
    assert kept.get("key") is None
    monkeypatch.setattr(Path, "open", _refuse)
    kept.put("key", reading())
    assert entries(tmp_path) == []


def test_another_compiler_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    FolderCache(tmp_path).put("key", reading())
    monkeypatch.setattr(cache, "_compiler_digest", lambda: "another")
    assert FolderCache(tmp_path).get("key") is None


def test_a_file_is_read_once_for_its_contents_and_path(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path)
    first = load_document("sections/H.sec", TEXT, kept)
    again = load_document("sections/H.sec", TEXT, kept)
    assert (again.document, again.findings, again.digest) == (first.document, first.findings, first.digest)
    assert len(entries(tmp_path)) == 1
    load_document("sections/H.sec", TEXT + b"\nH1.2 More.\n", kept)
    load_document("sections/I.sec", TEXT, kept)
    assert len(entries(tmp_path)) == 3


def test_what_other_compilers_kept_is_removed_but_for_the_latest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place, name in enumerate(("0" * 16, "1" * 16, "2" * 16, "3" * 16)):
        monkeypatch.setattr(cache, "_compiler_digest", lambda name=name: name)
        FolderCache(tmp_path).keep("key", b"what was worked out")
        os.utime(tmp_path / name, ns=(place, place))
    (tmp_path / "notes").mkdir()
    monkeypatch.setattr(cache, "_compiler_digest", lambda: "4" * 16)
    FolderCache(tmp_path).keep("key", b"what was worked out")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["3" * 16, "4" * 16, "notes"]
    assert FolderCache(tmp_path).kept("key") == b"what was worked out"


def test_what_is_removed_while_it_is_used_is_absent_and_kept_again(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path)
    kept.keep("key", b"what was worked out")
    (place,) = tmp_path.iterdir()
    shutil.rmtree(place)
    assert kept.kept("key") is None
    kept.keep("key", b"what was worked out")
    assert kept.kept("key") is None
    assert FolderCache(tmp_path).kept("key") is None
