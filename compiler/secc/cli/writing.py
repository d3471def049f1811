"""Files written whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

_MODE = 0o644


def replace_file(place: Path, contents: bytes) -> None:
    """Write a file, with the permissions that it has if it is there. Raises `OSError`, and then it is as it was."""
    replace_files({place: contents})


def replace_files(files: Mapping[Path, bytes | None]) -> None:
    """Write several files, and delete those whose contents are None; nothing changes until all are written aside.

    Raises `OSError`; where that happens before the first file is put in its place, all are as they were.
    """
    aside: list[tuple[Path, Path]] = []
    try:
        for place, contents in files.items():
            if contents is not None:
                aside.append((_aside(place, contents), place))
        for temporary, place in aside:
            temporary.replace(place)
        for place, contents in files.items():
            if contents is None:
                place.unlink()
    finally:
        for temporary, _ in aside:
            temporary.unlink(missing_ok=True)


def _aside(place: Path, contents: bytes) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(contents)
    if place.exists():
        shutil.copymode(place, temporary)
    else:
        Path(temporary).chmod(_MODE)
    return Path(temporary)
