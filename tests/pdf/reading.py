"""Reads a PDF again, by a library that did not make it: its words, its tags, its bookmarks."""

import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from io import BytesIO
from typing import cast
from unicodedata import normalize

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Pdf:
    """One file; `text` is that of its pages, where another program has read it already."""

    def __init__(self, made: bytes, text: str = "") -> None:
        self._reader = PdfReader(BytesIO(made))
        self._text = text
        root = self._reader.root_object
        self.is_tagged = str(_in(_in(root, "/MarkInfo"), "/Marked")) == "True"
        self.language = str(_in(root, "/Lang"))
        self.metadata = StreamObject.get_data(cast(StreamObject, _in(root, "/Metadata"))).decode()
        self._structure = _in(_in(root, "/StructTreeRoot"), "/K")

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page."""
        return [normalize("NFKC", page.extract_text()) for page in self._reader.pages]

    @property
    def text(self) -> str:
        """The text of all pages."""
        return self._text or "\n".join(self.pages)

    @property
    def run_on(self) -> str:
        """The text without blanks, whatever lines it was broken into."""
        return closed(self.text)

    def missing(self, words: Iterable[str]) -> Counter[str]:
        """The words that are not in the text as often as here, but for those broken over two lines.

        What is said in the stead of formulas and pictures counts as text.
        """
        said = _plain(" ".join((self.text, *self._alternatives())))
        lost = Counter(map(_plain, words)) - Counter(said.split())
        run_on = closed(said)
        return Counter({word: times for word, times in lost.items() if run_on.count(closed(word)) < times})

    def bookmarks(self) -> list[str]:
        """The titles of the bookmarks, deeper ones behind as many hyphens."""
        return list(_titles(self._reader.outline, ""))

    def roles(self) -> Counter[str]:
        """How often each role stands in the structure."""
        return Counter(str(each["/S"]) for each in self._tagged() if "/S" in each)

    def decorations(self) -> Counter[str]:
        """How often words are said to be struck through or underlined."""
        found: Counter[str] = Counter()
        for each in self._tagged():
            for attribute in each.get("/A", ()):
                if "/TextDecorationType" in attribute:
                    found[str(attribute["/TextDecorationType"])] += 1
        return found

    def alternatives(self) -> set[str]:
        """What is said in the stead of pictures and formulas."""
        return set(self._alternatives())

    def _alternatives(self) -> list[str]:
        return [str(each["/Alt"]) for each in self._tagged() if "/Alt" in each]

    def _tagged(self) -> Iterator[DictionaryObject]:
        return _dictionaries(self._structure)


def _plain(text: str) -> str:
    return normalize("NFKC", text).translate(_STRAIGHT)


def closed(text: str) -> str:
    """Text without blanks."""
    return "".join(normalize("NFKC", text).split())


def _in(holder: PdfObject, key: str) -> PdfObject:
    found = cast(DictionaryObject, holder)[key].get_object()
    assert found is not None
    return found


def _titles(outline: Sequence[object], depth: str) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _titles(each, depth + "-")
        else:
            yield f"{depth}{getattr(each, 'title', '')}"


def _dictionaries(found: PdfObject) -> Iterator[DictionaryObject]:
    found = found.get_object() or found
    if isinstance(found, ArrayObject):
        for each in found:
            yield from _dictionaries(each)
    elif isinstance(found, DictionaryObject):
        yield found
        if "/K" in found:
            yield from _dictionaries(found["/K"])


def items(made: bytes) -> list[tuple[int, str]]:
    """Of each item of the lists of a file how deep it stands, and its label, as poppler tells its structure."""
    ran = subprocess.run(["pdfinfo", "-struct-text", "-"], input=made, capture_output=True, check=True)
    around: list[tuple[int, str]] = []
    found: list[tuple[int, str]] = []
    for line in ran.stdout.decode().splitlines():
        said = line.strip()
        indent = len(line) - len(line.lstrip())
        while around and around[-1][0] >= indent:
            around.pop()
        roles = [role for _, role in around]
        if said.startswith("LI "):
            found.append((roles.count("L"), ""))
        elif said.startswith('"') and "Lbl" in roles:
            found[-1] = (found[-1][0], found[-1][1] + said.strip('"'))
        around.append((indent, said.split(" ")[0]))
    return found
