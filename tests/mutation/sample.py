"""The sample Code as errors are planted in it: its pages, with the places of their provisions and words in the file."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from secc.code.load import LoadedCode, NoCache, load
from secc.code.model import (
    Bullet,
    Clause,
    Definition,
    Document,
    Paragraph,
    Prose,
    SubSection,
    Text,
)
from secc.code.walk import Placed, blocks_in, placed
from secc.history import Folder
from secc.ids import DocumentKind
from secc.syntax.marks import Code, FootnoteCall, Hyperlink, Symbols

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "sec-source"
_RUNNING = (Bullet, Clause, Definition, Paragraph, Text)
_WORD = re.compile(r"[A-Za-z]+")
_QUOTED = re.compile(r'"([A-Z][^"\n]{2,80})"')


class Written(Protocol):
    """A text in a file."""

    @property
    def path(self) -> str:
        """The file."""
        ...

    @property
    def text(self) -> str:
        """What stands in it."""
        ...


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` of a file replaced."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Running words of a provision: no heading, table, note or quotation; code and symbols in them are left alone."""

    page: "Page"
    placed: Placed
    prose: Prose

    @property
    def text(self) -> str:
        """The words, line breaks as spaces."""
        return self.prose.text

    def replace(self, start: int, end: int, new: str) -> Edit:
        """Other words for `text[start:end]`, which is not empty."""
        span = self.prose.span(start, end)
        return Edit(span.start, span.end, new)

    def insert(self, at: int, new: str) -> Edit:
        """Words put directly behind `text[at - 1]`, so that they never begin a line."""
        offset = self.prose.places.offset(at - 1) + 1
        return Edit(offset, offset, new)

    def free(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is plain words: no code, symbols, link, quotation or title."""
        if any(first < end and start < last for first, last in self._apart):
            return False
        return self.text.count('"', 0, start) % 2 == 0 and '"' not in self.text[start:end]

    @property
    def _apart(self) -> list[tuple[int, int]]:
        taken = [
            (m.start, m.end + 1) for m in self.prose.marks if isinstance(m, Code | FootnoteCall | Hyperlink | Symbols)
        ]
        block = self.placed.block
        if isinstance(block, Clause) and block.title:
            taken.append((0, len(block.title) + 2))
        return taken

    def find(self, pattern: str) -> Iterator[re.Match[str]]:
        """Every match in plain words."""
        return (each for each in re.finditer(pattern, self.text) if self.free(*each.span()))

    def words(self) -> Iterator[re.Match[str]]:
        """Every word in small letters that has another such word on either side."""
        return self.find(r"(?<=[a-z] )[a-z]{2,}(?= [a-z])")


@dataclass(frozen=True, slots=True)
class Part:
    """A provision with all that stands in it: whole lines of its file, `text[start:end]`."""

    page: "Page"
    placed: Placed
    start: int
    end: int

    @property
    def source(self) -> str:
        """Its lines as written."""
        return self.page.text[self.start : self.end]

    @property
    def label(self) -> str:
        """Its number or letter as written."""
        block = self.placed.block
        if isinstance(block, Paragraph):
            return block.written
        assert isinstance(block, Clause | SubSection)
        return block.label

    @property
    def label_at(self) -> int:
        """Where the label begins in the file."""
        return self.page.text.index(self.label, self.placed.block.span.start)

    def relabel(self, new: str) -> Edit:
        """Another number or letter in its place."""
        return Edit(self.label_at, self.label_at + len(self.label), new)

    @property
    def vacant(self) -> bool:
        """Whether it is [Not used]."""
        block = self.placed.block
        return isinstance(block, Clause | Paragraph) and block.vacant

    @property
    def simple(self) -> bool:
        """Whether nothing stands in it, it defines nothing, and its words are one block."""
        return not blocks_in(self.placed.block) and '"' not in self.source and "//" not in self.source


class Page:
    """A document of the sample: its file, its provisions, its words."""

    def __init__(self, path: str, text: str, document: Document) -> None:
        self.path = path
        self.text = text
        self.document = document

    @property
    def is_section(self) -> bool:
        """Whether it is of the main body."""
        return self.document.id.kind is DocumentKind.SECTION

    @cached_property
    def blocks(self) -> tuple[Placed, ...]:
        """Every block in order."""
        return tuple(placed(self.document))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The running words of each provision that has more than a few."""
        return tuple(
            Passage(self, each, each.block.prose)
            for each in self.blocks
            if isinstance(each.block, _RUNNING) and not each.quoted and len(each.block.prose.text) > 30
        )

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its sub-sections, clauses and paragraphs, with their lines."""
        return tuple(
            self._part(number)
            for number, each in enumerate(self.blocks)
            if each.own and isinstance(each.block, Clause | Paragraph | SubSection)
        )

    def _part(self, number: int) -> Part:
        each = self.blocks[number]
        after = (other for other in self.blocks[number + 1 :] if other.depth <= each.depth)
        following = next(after, None)
        end = self._line(following.block.span.start) if following is not None else len(self.text)
        return Part(self, each, self._line(each.block.span.start), end)

    def _line(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    @cached_property
    def levels(self) -> tuple[tuple[Part, ...], ...]:
        """Provisions of one kind that stand side by side, in order: clauses of a sub-section, paragraphs of a list."""
        parts = {id(each.placed.block): each for each in self.parts}
        groups: list[tuple[Part, ...]] = []
        for blocks in (self.document.blocks, *(blocks_in(each.block) for each in self.blocks if not each.quoted)):
            for kind in (SubSection, Clause, Paragraph):
                alike = tuple(parts[id(block)] for block in blocks if isinstance(block, kind) and id(block) in parts)
                groups += [alike] if alike else []
        return tuple(groups)

    @property
    def clauses(self) -> Iterator[tuple[Part, ...]]:
        """The clauses of each sub-section, or of a document without sub-sections."""
        return (each for each in self.levels if isinstance(each[0].placed.block, Clause))

    @property
    def lists(self) -> Iterator[tuple[Part, ...]]:
        """The paragraphs of each list."""
        return (each for each in self.levels if isinstance(each[0].placed.block, Paragraph))

    @property
    def definitions(self) -> Iterator[tuple[Placed, Definition]]:
        """Its formal definitions."""
        return ((each, each.block) for each in self.blocks if isinstance(each.block, Definition) and not each.quoted)


class Sample:
    """Every page of the sample Code."""

    def __init__(self, code: LoadedCode) -> None:
        self.code = code
        self.pages = tuple(Page(each.source.path, each.source.text, each.document) for each in code.documents)

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        """The pages by their files."""
        return {each.path: each for each in self.pages}

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every number of a clause or sub-section of the main body."""
        return frozenset(
            part.label
            for page in self.pages
            if page.is_section
            for part in page.parts
            if not isinstance(part.placed.block, Paragraph)
        )

    @cached_property
    def text(self) -> str:
        """The files one behind the other."""
        return "\n".join(page.text for page in self.pages)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every name that a formal definition gives."""
        return frozenset(term.name for page in self.pages for _, block in page.definitions for term in block.terms)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name in quotation marks, of terms introduced in the words too; without the ending of a plural."""
        return self.terms | {name.removesuffix("s") for name in _QUOTED.findall(self.text)}

    @cached_property
    def wide_terms(self) -> tuple[str, ...]:
        """The terms of several words of Section A1.1, the first of their names."""
        page = next(each for each in self.pages if each.document.id.printed == "Section A")
        return tuple(block.terms[0].name for _, block in page.definitions if " " in block.terms[0].name)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in the sample, in small letters."""
        return frozenset(word.lower() for page in self.pages for word in _WORD.findall(page.text))


def sample() -> Sample:
    """The sample Code, read from the checkout."""
    return Sample(load(Folder(SOURCES), NoCache()))


def house_style(table: str) -> tuple[str, ...]:
    """The phrases of a table of the sample's house-style.toml."""
    text = (SOURCES / "house-style.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[table])
