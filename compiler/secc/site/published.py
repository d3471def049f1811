"""The files that go out with the pages: pictures and attachments, under names that a browser cannot mistake."""

from collections.abc import Sequence
from dataclasses import dataclass

from secc.document.model import AttachmentPart, DisplayDocument, FigurePart
from secc.document.parts import all_parts
from secc.history import SourceTree
from secc.render.pictures import is_harmless

FOLDER = "files/"
_INERT = frozenset({".csv", ".docx", ".jpeg", ".jpg", ".ods", ".odt", ".pdf", ".png", ".pptx", ".txt", ".xlsx", ".zip"})


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the site: where it is, relative to the home page, and what is in it."""

    url: str
    contents: bytes


@dataclass(frozen=True, slots=True)
class Published:
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
    for path in _named(documents, tree, FigurePart):
        if is_harmless(path, contents := tree.read(path)):
            found.figures[path] = PublishedFile(FOLDER + path, contents)
    for path in _named(documents, tree, AttachmentPart):
        found.attachments[path] = PublishedFile(FOLDER + _inert(path), tree.read(path))
    return found


def _named(
    documents: Sequence[DisplayDocument], tree: SourceTree, kind: type[FigurePart] | type[AttachmentPart]
) -> list[str]:
    """The paths named, but for those that lead nowhere, or might lead out of the site's folder of files."""
    named = {part.path for each in documents for part in all_parts(each.parts) if isinstance(part, kind)}
    return sorted(path for path in named if _stays_inside(path) and tree.has(path))


def _stays_inside(path: str) -> bool:
    return not {"", ".", ".."} & set(path.split("/")) and not set(path) & set("\\:\0")


def _inert(path: str) -> str:
    """A name by which a browser takes a file for what it can only show or save: `duis.xsd` is served as text."""
    ending = path[path.rfind(".") :].lower()
    return path if ending in _INERT else f"{path}.txt"
