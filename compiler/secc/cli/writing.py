"""Files written whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from secc.cli.options import shown
from secc.diagnostics import CannotProceed

_MODE = 0o644


def replace_file(place: Path, contents: bytes) -> None:
    """Write a file, with the permissions that it has if it is there.

    Raises `CannotProceed`, and then it is as it was.
    """
    replace_files({place: contents})


def replace_files(files: Mapping[Path, bytes | None]) -> None:
    """Write several files, and delete those whose contents are None; nothing changes until all are written aside.

    Raises `CannotProceed`; where that happens before the first file is put in its place, all are as they were.
    """
    aside: list[tuple[Path, Path]] = []
    try:
        for named, contents in files.items():
            if contents is not None:
                with _naming(named):
                    place = named.resolve()
                    place.parent.mkdir(parents=True, exist_ok=True)
                    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
                    aside.append((Path(temporary), place))
                    _fill(handle, contents)
                    _permit(Path(temporary), place)
        for written, place in aside:
            with _naming(place):
                written.replace(place)
        for place, contents in files.items():
            if contents is None:
                with _naming(place):
                    place.unlink()
    finally:
        for written, _ in aside:
            written.unlink(missing_ok=True)


@contextmanager
def _naming(place: Path) -> Iterator[None]:
    """What goes wrong, also with the file beside it, is told of the file that was meant."""
    try:
        yield
    except (FileExistsError, NotADirectoryError):
        raise CannotProceed(
            f"{shown(place)} cannot be written: something in its path is a file, and no folder"
        ) from None
    except OSError as error:
        raise CannotProceed(f"{shown(place)} cannot be written: {error.strerror}") from None


def _fill(handle: int, contents: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(contents)


def _permit(written: Path, place: Path) -> None:
    """The permissions that the file has, or those of a new one."""
    if place.exists():
        shutil.copymode(place, written)
    else:
        written.chmod(_MODE)
