"""Digests of files that a website is made with: there are many, and each is asked about often."""

import hashlib
import os
from functools import lru_cache
from stat import S_ISREG


def digest_of_file(path: str) -> bytes:
    """The digest of what is in a file; it is read again only where its status is another. Raises `OSError`."""
    status = os.stat(path)
    if not S_ISREG(status.st_mode):
        raise FileNotFoundError(path)
    return _read(path, (status.st_size, status.st_mtime_ns, status.st_ctime_ns))


@lru_cache(maxsize=1 << 14)
def _read(path: str, status: tuple[int, ...]) -> bytes:  # noqa: ARG001  # read anew where this is another
    with open(path, "rb", buffering=0) as file:
        return hashlib.sha256(file.read()).digest()
