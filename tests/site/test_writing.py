"""A folder is brought up to date whatever is in it, and whatever becomes of that meanwhile."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from shutil import rmtree
from threading import Thread

import pytest

from secc.diagnostics import CannotProceed
from secc.site.batches import Batch
from secc.site.on_disk import OnDisk, look_through
from secc.site.published import PublishedFile
from secc.site.writing import Wanted, bring_up_to_date, wanted_alone

_FIRST = {"a/index.html": b"1", "a/b/index.html": b"2", "c": b"3", "gone/d.txt": b"4", "gone/e.txt": b"5"}


def brought(folder: Path, files: Iterable[tuple[str, bytes]]) -> OnDisk:
    """A folder that has been brought up to date with files of which nothing is known."""
    found, standing = bring_up_to_date(folder, (wanted_alone(path, PublishedFile(path, each)) for path, each in files))
    assert standing == {}
    return found


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_and_folders_take_the_place_of_each_other(tmp_path: Path) -> None:
    brought(tmp_path, _FIRST.items())
    assert held(tmp_path) == _FIRST
    (tmp_path / "a" / ".index.html.new").write_bytes(b"left over")
    wanted = {"a": b"6", "c/b/index.html": b"7", "gone/d.txt": b"4"}
    brought(tmp_path, wanted.items())
    assert held(tmp_path) == wanted
    assert {path.name for path in tmp_path.rglob("*") if path.is_dir()} == {"c", "b", "gone"}


def test_what_another_deletes_meanwhile_is_written_or_stays_deleted(tmp_path: Path) -> None:
    brought(tmp_path, _FIRST.items())
    wanted = {"a/index.html": b"1", "c": b"3"}

    def files() -> Iterator[tuple[str, bytes]]:
        (tmp_path / "a" / "index.html").unlink()
        (tmp_path / "gone" / "e.txt").unlink()
        yield from wanted.items()

    brought(tmp_path, files())
    assert held(tmp_path) == wanted


@pytest.mark.parametrize("change", [lambda folder: rmtree(folder / "a"), lambda folder: made_a_file(folder / "gone")])
def test_where_another_writes_to_it_at_the_same_time_that_is_said(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    brought(tmp_path, _FIRST.items())

    def files() -> Iterator[tuple[str, bytes]]:
        yield "c", b"3"
        change(tmp_path)
        yield "a/index.html", b"6"

    with pytest.raises(CannotProceed, match="was changed by another program while the website was written to it"):
        brought(tmp_path, files())


def test_of_two_builds_into_one_folder_the_second_waits(tmp_path: Path) -> None:
    """So that what is there in the end is the website of one of them, and not some of each."""
    second = {"a/index.html": b"8", "d": b"9"}
    other = Thread(target=brought, args=(tmp_path, second.items()))

    def files() -> Iterator[tuple[str, bytes]]:
        yield "a/index.html", b"6"
        other.start()
        other.join(0.2)
        yield "c", b"7"

    brought(tmp_path, files())
    other.join()
    assert held(tmp_path) == second


def made_a_file(folder: Path) -> None:
    (folder / "from another.txt").write_bytes(b"7")


def test_what_is_in_the_folder_afterwards_is_told(tmp_path: Path) -> None:
    """Without looking through it again: whatever was in it, written to it and deleted."""
    found = brought(tmp_path / "site", _FIRST.items())
    assert found.digest == look_through(str(tmp_path / "site")).digest
    (tmp_path / "site" / "c").unlink()
    (tmp_path / "site" / "c").symlink_to("gone/d.txt")
    (tmp_path / "site" / "empty" / "within").mkdir(parents=True)
    (tmp_path / "site" / "a" / "b" / "index.html").write_bytes(b"other")
    assert look_through(str(tmp_path / "site")).digest != found.digest
    wanted = {"a/b": b"6", "c/b/index.html": b"7", "gone/d.txt": b"4"}
    found = brought(tmp_path / "site", wanted.items())
    assert found.digest == look_through(str(tmp_path / "site")).digest
    assert (set(found.files), found.folders) == (set(wanted), {"a", "c", "c/b", "gone"})


def test_any_folder_becomes_any_other(tmp_path: Path) -> None:
    """Whatever was done to it before: files and links for folders, folders for files, more and fewer of all."""
    random, folder = Random(7), tmp_path / "site"
    for _ in range(60):
        wanted = a_tree(random)
        found = brought(folder, wanted.items())
        assert held(folder) == wanted
        assert found.digest == look_through(str(folder)).digest
        assert found.folders == {
            "/".join(path.split("/")[:depth]) for path in wanted for depth in range(1, path.count("/") + 1)
        }
        for path in random.sample(sorted(wanted), len(wanted) // 3):
            random.choice((spoilt, linked, made_a_folder))(folder / path)


def a_tree(random: Random) -> dict[str, bytes]:
    """Some files, none of which stands where a folder has to be."""
    files: dict[str, bytes] = {}
    for _ in range(random.randint(1, 12)):
        path = "/".join(random.choices("abc", k=random.randint(1, 4)))
        if not any(f"{each}/".startswith(f"{path}/") or path.startswith(f"{each}/") for each in files):
            files[path] = bytes(random.choices(b"xy", k=random.randint(0, 2)))
    return files


def spoilt(file: Path) -> None:
    file.write_bytes(b"zz")


def linked(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def made_a_folder(file: Path) -> None:
    file.unlink()
    (file / "a" / "b").mkdir(parents=True)
    (file / "a" / "c").write_bytes(b"z")


def test_what_another_does_meanwhile_is_not_told(tmp_path: Path) -> None:
    """So that it is seen to be another folder than the one that was written."""
    for spoil in (_edited, _deleted, _added):
        brought(tmp_path, _FIRST.items())

        def files(spoil: Callable[[Path], None] = spoil) -> Iterator[tuple[str, bytes]]:
            yield from _FIRST.items()
            spoil(tmp_path)

        found = brought(tmp_path, files())
        assert set(found.files) == set(_FIRST)
        assert found.digest != look_through(str(tmp_path)).digest, spoil


def _edited(folder: Path) -> None:
    (folder / "c").write_bytes(b"33")


def _deleted(folder: Path) -> None:
    (folder / "a" / "index.html").unlink()


def _added(folder: Path) -> None:
    (folder / "gone" / "f.txt").write_bytes(b"5")


def unread() -> list[bytes]:
    """What nobody is to look at."""
    raise AssertionError("it was looked at")


def test_a_batch_that_is_there_is_not_looked_at(tmp_path: Path) -> None:
    """Until anything becomes of any of its files, or it is another."""
    _, standing = bring_up_to_date(tmp_path, batch_of(_FIRST, "one"))
    unseen = [each._replace(read=unread) for each in batch_of(_FIRST, "one")]
    found, again = bring_up_to_date(tmp_path, unseen, standing)
    assert (again, found.digest) == (standing, look_through(str(tmp_path)).digest)
    assert held(tmp_path) == _FIRST
    with pytest.raises(AssertionError):
        bring_up_to_date(tmp_path, unseen, {})
    other = dict.fromkeys(_FIRST, b"9")
    _, others = bring_up_to_date(tmp_path, batch_of(other, "other"), standing)
    assert held(tmp_path) == other
    assert not others.keys() & standing.keys()


@pytest.mark.parametrize("path", sorted(_FIRST))
def test_a_batch_of_which_a_file_is_another_is_put_right(path: str, tmp_path: Path) -> None:
    spoils: tuple[Callable[[Path], None], ...] = (spoilt, linked, made_a_folder, Path.unlink, touched)
    for place, spoil in enumerate(spoils):
        folder = tmp_path / str(place)
        _, standing = bring_up_to_date(folder, batch_of(_FIRST, "one"))
        spoil(folder / path)
        found, again = bring_up_to_date(folder, batch_of(_FIRST, "one"), standing)
        assert held(folder) == _FIRST
        assert again != standing
        assert found.digest == look_through(str(folder)).digest
        _, gone = bring_up_to_date(folder, (), again)
        assert (held(folder), gone) == ({}, {})


def test_a_batch_that_another_spoils_meanwhile_is_not_known(tmp_path: Path) -> None:
    _, standing = bring_up_to_date(tmp_path, batch_of(_FIRST, "one"))

    def files() -> Iterator[Wanted]:
        yield from batch_of(_FIRST, "one")
        (tmp_path / "c").write_bytes(b"33")

    _, standing = bring_up_to_date(tmp_path, files(), standing)
    bring_up_to_date(tmp_path, batch_of(_FIRST, "one"), standing)
    assert held(tmp_path) == _FIRST


def batch_of(files: Mapping[str, bytes], mark: str) -> list[Wanted]:
    """Files that are written together."""
    batch = Batch(mark, tuple(files))
    return [Wanted(batch.paths, lambda: files.values(), batch)]


def touched(file: Path) -> None:
    """As when it was replaced by one that is as long, at the same time."""
    status = file.stat()
    file.write_bytes(b"z" * status.st_size)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
