"""A folder is brought up to date whatever is in it, and whatever becomes of that meanwhile."""

from collections.abc import Iterator
from pathlib import Path

from secc.site.writing import bring_up_to_date

_FIRST = {"a/index.html": b"1", "a/b/index.html": b"2", "c": b"3", "gone/d.txt": b"4", "gone/e.txt": b"5"}


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_and_folders_take_the_place_of_each_other(tmp_path: Path) -> None:
    bring_up_to_date(tmp_path, _FIRST.items())
    assert held(tmp_path) == _FIRST
    (tmp_path / "a" / ".index.html.new").write_bytes(b"left over")
    wanted = {"a": b"6", "c/b/index.html": b"7", "gone/d.txt": b"4"}
    bring_up_to_date(tmp_path, wanted.items())
    assert held(tmp_path) == wanted
    assert {path.name for path in tmp_path.rglob("*") if path.is_dir()} == {"c", "b", "gone"}


def test_what_another_deletes_meanwhile_is_written_or_stays_deleted(tmp_path: Path) -> None:
    bring_up_to_date(tmp_path, _FIRST.items())
    wanted = {"a/index.html": b"1", "c": b"3"}

    def files() -> Iterator[tuple[str, bytes]]:
        (tmp_path / "a" / "index.html").unlink()
        (tmp_path / "gone" / "e.txt").unlink()
        yield from wanted.items()

    bring_up_to_date(tmp_path, files())
    assert held(tmp_path) == wanted
