"""Where the pictures of documents are found."""

from collections.abc import Callable

from secc.cli.moments import Opening
from secc.history import Folder


def pictures_of(opening: Opening) -> Callable[[str], bytes | None]:
    """Finds the pictures of documents among the sources; None for one that is not there."""
    tree = Folder(opening.place)
    return lambda path: tree.read(path) if tree.has(path) else None
