"""What is in a folder on disk: looked through once, since the folder of a website holds many files."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from operator import attrgetter
from stat import S_ISREG
from typing import TypeAlias

import msgspec

Status: TypeAlias = tuple[int, int, int, int]
"""Of a file or link: its mode, its size, when it was written, and when anything of it was changed.

Of the times, that of writing can be set to what it was; that of the last change of any kind cannot.
"""


class OnDisk:
    """What was found in a folder, by its path from there: the status of files and links, and the folders in it.

    `bare` are the folders in which none was found, however far below.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.files: dict[str, Status] = {}
        self.folders: set[str] = set()
        self.bare: set[str] = set()

    @property
    def digest(self) -> str:
        """The digest of all that was found."""
        paths = sorted(self.files)
        digest = hashlib.sha256(msgspec.msgpack.encode((len(self.folders), [self.files[path] for path in paths])))
        digest.update("\0".join([*sorted(self.folders), *paths]).encode(errors="surrogateescape"))
        return digest.hexdigest()

    def size(self, path: str) -> int | None:
        """How long a file is; None where there is none, as where a link is."""
        mode, size, *_ = self.files.get(path, (0, 0))
        return size if S_ISREG(mode) else None

    def look_again(self, path: str) -> None:
        """Note the status of a file that has been written; what is gone again has one that no file has."""
        self.files[path] = (0, 0, 0, 0)
        with suppress(FileNotFoundError):
            self.files[path] = _status(os.lstat(f"{self.folder}/{path}"))


def look_through(folder: str) -> OnDisk:
    """What is in a folder, which need not be there. No link is followed."""
    found = OnDisk(folder)
    _add(found, "")
    return found


def _add(found: OnDisk, above: str) -> bool:
    """Add what is in a folder: what stands in folders below it is looked at when the folder is closed.

    Whether there is a file or link.
    """
    below, is_bare = [], True
    with suppress(FileNotFoundError), os.scandir(f"{found.folder}/{above}") as entries:
        for each in entries:
            if each.is_dir(follow_symlinks=False):
                below.append(above + each.name)
            else:
                found.files[above + each.name] = _status(each.stat(follow_symlinks=False))
                is_bare = False
    found.folders.update(below)
    for path in below:
        if _add(found, f"{path}/"):
            is_bare = False
        else:
            found.bare.add(path)
    return not is_bare


_status: Callable[[os.stat_result], Status] = attrgetter("st_mode", "st_size", "st_mtime_ns", "st_ctime_ns")
"""The status of a file in what the system says of it."""
