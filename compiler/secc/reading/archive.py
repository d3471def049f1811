"""The parts of a Word file, taken out of its zip only after the zip's own figures have been looked at."""

import io
import zipfile
import zlib

from lxml import etree

from secc.diagnostics import CannotProceed

# No part of a letter is larger unpacked, nor all of them together; text is not packed more tightly than this.
_PART = 64 * 1024 * 1024
_ALL = 256 * 1024 * 1024
_RATIO = 250
_SMALL = 1024 * 1024
_ENTRIES = 5000


class Archive:
    """A Word file that can be trusted as far as its sizes go; raises `CannotProceed`, in one line, for any other."""

    def __init__(self, path: str, contents: bytes) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(contents))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise CannotProceed(f"{path} is no Word file: {error}") from None
        entries = self._zip.infolist()
        if len(entries) > _ENTRIES or sum(each.file_size for each in entries) > _ALL:
            raise CannotProceed(f"{path} is refused: it unpacks to more than a letter can be")
        self._entries = {each.filename: each for each in entries}
        for each in entries:
            if each.file_size > _PART or (each.file_size > _SMALL and each.file_size > _RATIO * each.compress_size):
                raise CannotProceed(f"{path} is refused: {each.filename} is packed as no letter is")

    def part(self, name: str) -> etree._Element | None:
        """A part as XML; None where the file has none of this name."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        try:
            with self._zip.open(entry) as opened:
                contents = opened.read(_PART + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
            raise CannotProceed(f"{self._path} cannot be read: {name} is damaged or locked") from None
        if len(contents) > _PART:
            raise CannotProceed(f"{self._path} is refused: {name} is larger than it says")
        return self._parsed(name, contents)

    def _parsed(self, name: str, contents: bytes) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(contents, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            reason = str(error).partition("\n")[0]
            raise CannotProceed(f"{self._path} cannot be read: {name} is no XML ({reason})") from None
        if root.getroottree().docinfo.doctype:
            raise CannotProceed(f"{self._path} is refused: {name} has a document type, which no Word file has")
        return root
