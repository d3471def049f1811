"""Brings a folder up to date: only what is not in it as it should be is written, and what should not be is deleted."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from secc.diagnostics import CannotProceed
from secc.site.batches import Batch, Standing, is_there, status_of
from secc.site.on_disk import OnDisk, look_through

_AS_BYTES = getattr(os, "O_BINARY", 0)  # there is another way on Windows
_CHANGED_MEANWHILE = (errno.ENOENT, errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR, errno.EISDIR)


class File(Protocol):
    """What can be written."""

    @property
    def contents(self) -> bytes:
        """What is in it."""
        ...


class Wanted(NamedTuple):
    """Files that a folder is to hold, by their paths; `read` gives what is in each, in the same order.

    `batch` are the same files where it is known by a mark what is in them, None where it is not.
    """

    paths: Sequence[str]
    read: Callable[[], Iterable[bytes]]
    batch: Batch | None = None


def wanted_alone(path: str, file: File) -> Wanted:
    """A file that is written by itself."""
    return Wanted((path,), lambda: (file.contents,))


def bring_up_to_date(
    folder: Path, files: Iterable[Wanted], standing: Standing | None = None
) -> tuple[OnDisk, Standing]:
    """Have a folder hold these files and no others. Each is written whole or not at all.

    Of a batch of which all files are as they were when it was `standing` there, none is looked at. What is in the
    folder afterwards is told as it was when it was compared or written, whoever changes it meanwhile. Of two
    builds into one folder, the second waits. Raises `CannotProceed` where another program changes it at the same time.
    """
    os.makedirs(folder, exist_ok=True)
    with _alone_in(folder):
        there = _Folder(folder, standing or {})
        for each in files:
            there.hold(each)
        there.delete_others()
        return there.found, there.standing()


def unwritten(error: OSError) -> str:
    """What cannot be read or written, and why, in words."""
    return f"{error.filename or 'the website'} cannot be read or written: {error.strerror}"


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Have other builds wait that would write to the folder, too, where the system has a way to."""
    opened: int | None = None
    with suppress(ImportError, OSError):
        import fcntl

        opened = os.open(folder, os.O_RDONLY)
        fcntl.flock(opened, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if opened is not None:
            os.close(opened)


class _Folder:
    """A folder as it was found, and what is wanted in it."""

    def __init__(self, folder: Path, standing: Standing) -> None:
        self.found = look_through(str(folder))
        self._wanted: set[str] = set()
        self._before = standing
        self._standing: dict[str, bytes] = {}
        self._others: dict[str, Batch] = {}

    def hold(self, wanted: Wanted) -> None:
        """Have files be there; each is only read where it is as long."""
        self._wanted.update(wanted.paths)
        if wanted.batch is not None and self._stands(wanted.batch):
            return
        contents = wanted.read()
        with _nobody_else_in(self.found.folder):
            for path, each in zip(wanted.paths, contents, strict=True):
                place = f"{self.found.folder}/{path}"
                if self.found.size(path) != len(each) or not _says(place, each):
                    self._write(path, place, each)

    def standing(self) -> Standing:
        """The batches that are there now."""
        there = {mark: batch for mark, batch in self._others.items() if is_there(batch, self.found)}
        return self._standing | {mark: status_of(batch, self.found) for mark, batch in there.items()}

    def _stands(self, batch: Batch) -> bool:
        """Whether all of it is as it was when it was written."""
        before = self._before.get(batch.mark)
        if before is None or before != status_of(batch, self.found):
            self._others[batch.mark] = batch
            return False
        self._standing[batch.mark] = before
        return True

    def _write(self, path: str, place: str, contents: bytes) -> None:
        if path in self.found.folders:
            self._delete(each for each in self._all if f"{each}/".startswith(f"{path}/"))
        above, _, name = path.rpartition("/")
        self._hold_folder(above)
        new = f"{self.found.folder}/{above}/.{name}.new"
        _put(new, contents)
        os.replace(new, place)
        self.found.look_again(path)

    def _hold_folder(self, path: str) -> None:
        """Have a folder be there, and those that it is in."""
        if not path or path in self.found.folders:
            return
        self._hold_folder(path.rpartition("/")[0])
        self._delete([path] if path in self.found.files else ())
        with suppress(FileExistsError):  # it was made meanwhile
            os.mkdir(f"{self.found.folder}/{path}")
        self.found.folders.add(path)

    def delete_others(self) -> None:
        """Delete every file but those wanted, and the folders in which none is left. No link is followed."""
        others = self.found.files.keys() - self._wanted
        empty = self.found.bare & self.found.folders
        empty.update(folder for path in others for folder in _above(path))
        for path in self._wanted:
            if not empty:
                break
            empty.difference_update(_above(path))
        with _nobody_else_in(self.found.folder):
            self._delete(others | empty)

    @property
    def _all(self) -> set[str]:
        return self.found.files.keys() | self.found.folders

    def _delete(self, paths: Iterable[str]) -> None:
        """Delete files and links, and the folders that held nothing else."""
        for path in sorted(paths, reverse=True):
            place = f"{self.found.folder}/{path}"
            with suppress(FileNotFoundError):  # it was deleted meanwhile
                if path in self.found.folders:
                    os.rmdir(place)
                else:
                    os.unlink(place)
            self.found.folders.discard(path)
            self.found.files.pop(path, None)


def _above(path: str) -> Iterator[str]:
    """The folders in which a file is, the innermost first."""
    while path := path.rpartition("/")[0]:
        yield path


@contextmanager
def _nobody_else_in(folder: str) -> Iterator[None]:
    """Say what is the matter where another program writes to the folder, too: files come and go as they should not."""
    try:
        yield
    except OSError as error:
        if error.errno not in _CHANGED_MEANWHILE:
            raise
        raise CannotProceed(
            f"{folder} was changed by another program while the website was written to it: build it again when that"
            " has ended"
        ) from None


def _put(place: str, contents: bytes) -> None:
    """Write a file, whatever was in it."""
    opened = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AS_BYTES, 0o666)  # as `_says` opens it
    try:
        left = memoryview(contents)
        while left:
            left = left[os.write(opened, left) :]
    finally:
        os.close(opened)


def _says(place: str, contents: bytes) -> bool:
    """Whether a file has these contents, and can be read."""
    with suppress(OSError):
        opened = os.open(place, os.O_RDONLY | _AS_BYTES)  # a third less than `open` takes, of many thousand files
        try:
            return os.read(opened, len(contents) + 1) == contents
        finally:
            os.close(opened)
    return False
