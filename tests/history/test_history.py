"""Trees of files: what is below the folder can be read, and nothing else."""

from pathlib import Path

import pytest

from secc.diagnostics import CannotProceed
from secc.history import Folder, Memory, Overlaid, SourceTree
from secc.history.asked import Asked, answers_alike


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "sources"
    (place / "sections").mkdir(parents=True)
    (place / "sections" / "A.sec").write_bytes(b"section A: X\r\n")
    (tmp_path / "outside.sec").write_bytes(b"outside")
    return place


def trees(folder: Path) -> tuple[SourceTree, SourceTree]:
    return Folder(folder), Memory({"sections/A.sec": b"section A: X\r\n"})


def test_a_file_is_its_bytes(folder: Path) -> None:
    for tree in trees(folder):
        assert tree.has("sections/A.sec")
        assert tree.read("sections/A.sec") == b"section A: X\r\n"


def test_a_file_that_is_not_there(folder: Path) -> None:
    for tree in trees(folder):
        assert not tree.has("sections/B.sec")
        with pytest.raises(CannotProceed, match=r"^there is no file sections/B\.sec$"):
            tree.read("sections/B.sec")


@pytest.mark.parametrize("path", ["../outside.sec", "sections/../../outside.sec", "/etc/passwd", "a\0b"])
def test_nothing_outside_is_read(folder: Path, path: str) -> None:
    assert not Folder(folder).has(path)
    with pytest.raises(CannotProceed, match="lies outside the folder of sources"):
        Folder(folder).read(path)


def test_links_do_not_lead_outside(folder: Path) -> None:
    (folder / "link.sec").symlink_to(folder.parent / "outside.sec")
    assert not Folder(folder).has("link.sec")
    with pytest.raises(CannotProceed, match="lies outside the folder of sources"):
        Folder(folder).read("link.sec")


def test_links_within_do(folder: Path) -> None:
    (folder / "link.sec").symlink_to(folder / "sections" / "A.sec")
    assert Folder(folder).read("link.sec") == b"section A: X\r\n"


def test_links_in_a_circle(folder: Path) -> None:
    (folder / "one").symlink_to(folder / "two")
    (folder / "two").symlink_to(folder / "one")
    assert not Folder(folder).has("one")
    with pytest.raises(CannotProceed):
        Folder(folder).read("one")


def test_a_folder_is_no_file(folder: Path) -> None:
    assert not Folder(folder).has("sections")
    with pytest.raises(CannotProceed, match=r"^sections cannot be read: Is a directory$"):
        Folder(folder).read("sections")


def test_the_files_below_a_folder(folder: Path) -> None:
    (folder / "sections" / "deeper").mkdir()
    (folder / "sections" / "deeper" / "B.sec").write_bytes(b"")
    files = {"sections/A.sec": b"", "sections/deeper/B.sec": b"", "sections.sec": b""}
    for tree in (Folder(folder), Memory(files)):
        assert tree.paths("sections") == ("sections/A.sec", "sections/deeper/B.sec")
        assert tree.paths("annexes") == ()


def test_the_files_of_an_overlaid_tree() -> None:
    tree = Overlaid(
        Memory({"sections/A.sec": b"", "other/C.sec": b""}), {"sections/B.sec": b"", "sections/A.sec": b"x"}
    )
    assert tree.paths("sections") == ("sections/A.sec", "sections/B.sec")


def test_links_are_not_listed(folder: Path) -> None:
    (folder / "sections" / "link.sec").symlink_to(folder.parent / "outside.sec")
    (folder / "sections" / "folder").symlink_to(folder.parent)
    assert Folder(folder).paths("sections") == ("sections/A.sec",)


@pytest.mark.parametrize("path", ["..", "/etc", "sections/../.."])
def test_nothing_outside_is_listed(folder: Path, path: str) -> None:
    with pytest.raises(CannotProceed, match="lies outside the folder of sources"):
        Folder(folder).paths(path)


def test_what_was_asked_is_answered_alike_or_not(folder: Path) -> None:
    tree, section = Asked(Folder(folder)), folder / "sections" / "A.sec"
    assert tree.paths("sections") == ("sections/A.sec",)
    assert not tree.has("sections/B.sec")
    with pytest.raises(CannotProceed):
        tree.read("sections/B.sec")
    assert answers_alike(Folder(folder), tree.answers)
    section.write_bytes(b"section A: Y")
    assert answers_alike(Folder(folder), tree.answers), "nobody asked what it says"
    (folder / "sections" / "B.sec").touch()
    assert not answers_alike(Folder(folder), tree.answers)


def test_what_was_answered_in_two_ways_is_never_answered_alike(folder: Path) -> None:
    """It was saved between two questions: something rests on either answer."""
    tree, section = Asked(Folder(folder)), folder / "sections" / "A.sec"
    first = tree.read("sections/A.sec")
    section.write_bytes(b"section A: Y")
    assert first != tree.read("sections/A.sec")
    for contents in (first, b"section A: Y"):
        section.write_bytes(contents)
        assert not answers_alike(Folder(folder), tree.answers)
