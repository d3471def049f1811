"""The files that go out with the pages: pictures and attachments, under names that a browser cannot mistake."""

from collections.abc import Sequence

from msgspec import Struct

from secc.code.paths import stays_inside
from secc.document.model import AttachmentPart, DisplayDocument, FigurePart
from secc.document.parts import all_parts
from secc.history import SourceTree
from secc.reading.pictures import withheld

FOLDER = "files/"
_INERT = frozenset({".csv", ".docx", ".jpeg", ".jpg", ".ods", ".odt", ".pdf", ".png", ".pptx", ".txt", ".xlsx", ".zip"})


class PublishedFile(Struct, frozen=True):
    """A file of the site: where it is, relative to the home page, and what is in it."""

    url: str
    contents: bytes


class Published(Struct, frozen=True):
    """What is published of the files that documents name; a picture that might run something is not."""

    figures: dict[str, PublishedFile]
    attachments: dict[str, PublishedFile]

    def files(self) -> tuple[PublishedFile, ...]:
        """Every file once, by address."""
        found = {each.url: each for each in (*self.figures.values(), *self.attachments.values())}
        return tuple(found[url] for url in sorted(found))


def published(documents: Sequence[DisplayDocument], tree: SourceTree) -> Published:
    """The files that documents name and that there are in the tree of sources."""
    found = Published({}, {})
    named = [
        part for each in documents for part in all_parts(each.parts) if isinstance(part, FigurePart | AttachmentPart)
    ]
    for path in sorted({part.path for part in named if isinstance(part, FigurePart)}):
        if (figure := figure_of(path, tree)) is not None:
            found.figures[path] = figure
    for path in sorted({part.path for part in named if isinstance(part, AttachmentPart)}):
        if (attachment := attachment_of(path, tree)) is not None:
            found.attachments[path] = attachment
    return found


def figure_of(path: str, tree: SourceTree) -> PublishedFile | None:
    """A picture as it is published; None where there is none, or it might run something."""
    if not _is_there(path, tree):
        return None
    contents = tree.read(path)
    return PublishedFile(FOLDER + path, contents) if not withheld(path, contents) else None


def attachment_of(path: str, tree: SourceTree) -> PublishedFile | None:
    """An attachment as it is published; None where there is none."""
    return PublishedFile(FOLDER + _inert(path, tree), tree.read(path)) if _is_there(path, tree) else None


def _is_there(path: str, tree: SourceTree) -> bool:
    """Not, where the path might lead out of the site's folder of files."""
    return stays_inside(path) and tree.has(path)


def _inert(path: str, tree: SourceTree) -> str:
    """A name by which a browser takes a file for what it can only show or save: `duis.xsd` is served as text.

    A file that has that name itself, `duis.xsd.txt`, is served under another.
    """
    stem, dot, ending = path.rpartition(".")
    if f"{dot}{ending.lower()}" not in _INERT:
        return f"{path}.txt"
    is_taken = ending == "txt" and tree.has(stem) and _inert(stem, tree) == path
    return f"{path}.txt" if is_taken else path
