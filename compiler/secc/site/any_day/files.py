"""The pictures and attachments of documents as they ever were, as far as they are among the sources."""

import hashlib

from secc.history import SourceTree
from secc.site.published import PublishedFile, attachment_of, figure_of


class Files:
    """Looks files up in the sources, and holds those that were asked for."""

    def __init__(self, tree: SourceTree) -> None:
        self._tree = tree
        self._figures: dict[str, PublishedFile | None] = {}
        self._attachments: dict[str, PublishedFile | None] = {}
        self._digests: dict[str, str] = {}

    def figure(self, path: str) -> str:
        """The address of a picture, relative to the home page; empty where it is not published."""
        if path not in self._figures:
            self._figures[path] = figure_of(path, self._tree)
        return _url(self._figures[path])

    def attachment(self, path: str) -> str:
        """The address of an attachment."""
        if path not in self._attachments:
            self._attachments[path] = attachment_of(path, self._tree)
        return _url(self._attachments[path])

    def digest(self, path: str) -> str:
        """What a file is, and where, so that what was made of it can be kept; empty where there is none."""
        if path not in self._digests:
            found = figure_of(path, self._tree) or attachment_of(path, self._tree)
            known = f"{found.url} ".encode() + found.contents if found is not None else b""
            self._digests[path] = hashlib.sha256(known).hexdigest() if known else ""
        return self._digests[path]

    def published(self) -> tuple[PublishedFile, ...]:
        """Every file that was asked for and is there, once, by address."""
        found = {each.url: each for each in (*self._figures.values(), *self._attachments.values()) if each is not None}
        return tuple(found[url] for url in sorted(found))


def _url(file: PublishedFile | None) -> str:
    return file.url if file is not None else ""
