"""The files below folders that others may change at any moment."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG


def files_below(*folders: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Every file, with its status. What goes while it is looked at, folders among it, is left out."""
    for folder in folders:
        for within, _, names in os.walk(folder):
            for name in names:
                with suppress(OSError):
                    path = Path(within, name)
                    status = path.stat()
                    if S_ISREG(status.st_mode):
                        yield path, status
