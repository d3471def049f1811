"""Brings a folder up to date: only what is not in it as it should be is written, and what should not be is deleted."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def bring_up_to_date(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Have a folder hold these files, by their paths, and no others. Each is written whole or not at all."""
    wanted: set[str] = set()
    for path, contents in files:
        wanted.add(path)
        place = folder / path
        if not _holds(place, contents):
            _write(place, contents)
    _delete_others(folder, wanted)


def _holds(place: Path, contents: bytes) -> bool:
    """Whether a file is there with these contents; they are only read where it is as long."""
    with suppress(OSError):
        return not place.is_symlink() and place.stat().st_size == len(contents) and place.read_bytes() == contents
    return False


def _write(place: Path, contents: bytes) -> None:
    if place.is_dir() and not place.is_symlink():
        _delete_others(place, frozenset())
        place.rmdir()
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.new")
    new.write_bytes(contents)
    new.replace(place)


def _delete_others(folder: Path, wanted: "set[str] | frozenset[str]") -> None:
    """Delete every file but those wanted, and the folders in which none is left. No link is followed."""
    for above, folders, names in os.walk(folder, topdown=False):
        here = Path(above)
        for name in (*names, *(each for each in folders if (here / each).is_symlink())):
            if (here / name).relative_to(folder).as_posix() not in wanted:
                (here / name).unlink()
        for name in folders:
            if not (here / name).is_symlink():
                with suppress(OSError):  # something is left in it
                    (here / name).rmdir()
