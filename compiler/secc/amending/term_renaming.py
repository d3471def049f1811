"""A defined term under another name, wherever it is used."""

from collections.abc import Iterator

from secc.amending.refusal import Refusal
from secc.amending.rewording import replacing
from secc.amending.spots import Spot, every_spot
from secc.amending.traced import Edit
from secc.amending.version import DocumentVersion, Path, Versions
from secc.amending.wording import Found, find
from secc.instruments.model import RenameTerm, Which, Words
from secc.instruments.when import OperationRef


def renaming(
    versions: Versions, version: DocumentVersion, action: RenameTerm, origin: OperationRef
) -> tuple[tuple[Edit, ...], tuple[tuple[Path, Path], ...]]:
    """The edits of one document, and the paths of the definitions before and after; in longer terms it stays."""
    is_used = action.old in version.running
    spots = [each for each in every_spot(version) if action.old in each.prose.text] if is_used else []
    names = set[str]().union(*(each.quoted_names for each in versions.values())) if spots else ()
    longer = [name for name in names if action.old in name and name != action.old]
    changes: list[tuple[Found, str]] = []
    for spot in spots:
        for old, new in ((action.old, action.new), (f"{action.old}s", f"{action.new}s")):
            changes += [(each, new) for each in _occurrences([spot], old) if not _in_longer(each, longer)]
    edits = replacing(version.traced, changes, origin)
    paths = tuple(_renamed_definitions(version, action))
    return tuple(edits), paths


def _occurrences(found: list[Spot], words: str) -> list[Found]:
    try:
        return find(found, Words(words, Which.EACH), "it")
    except Refusal:
        return []


def _in_longer(found: Found, longer: list[str]) -> bool:
    """Whether the words are part of the name of another term."""
    text = found.spot.prose.text
    for name in longer:
        start = text.find(name, max(0, found.start - len(name)))
        while 0 <= start <= found.start:
            if start + len(name) >= found.end:
                return True
            start = text.find(name, start + 1)
    return False


def _renamed_definitions(version: DocumentVersion, action: RenameTerm) -> Iterator[tuple[Path, Path]]:
    for path in version.by_path:
        if path[-1] == f'"{action.old}"':
            yield path, (*path[:-1], f'"{action.new}"')
