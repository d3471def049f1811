r"""Golden cases: Markdown files below tests/cases.

A heading `##` is a test, and a sentence of prose says the behaviour. Blocks ```` ```sec ```` are files, named in the
info string (```` ```sec sections/H.sec ````) or not; with the word `escapes` in it, `\t`, `\r` and `\u200b` stand for
what cannot be seen. Blocks ```` ```toml standards.toml ```` are files that stand beside code.toml, or are it; a block
```` ```text letter.txt ```` is a letter about the Code, and ```` ```text changed ```` the documents that are changed.
Every other block is what the producer of its name is to make of the files. `pytest --update` writes what is made now
into those blocks: read the difference before keeping it, and never edit one by hand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from secc.code.load import source_of
from secc.source import Source
from tests.producers import PRODUCERS

CASES = Path(__file__).parent / "cases"
GIVEN = ("sec", "toml", "svg", "text")
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<name>\w+)?(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)`*$\n?", re.M | re.S)
HEADING = re.compile(r"^## (?P<name>.+)$", re.M)
ESCAPE = re.compile(r"\\(?:(?P<code>u[0-9a-f]{4})|(?P<letter>[tr]))")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a case file; `start` and `end` are the place of its body in the file's text."""

    name: str
    info: tuple[str, ...]
    body: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """A test: its file, its heading, and its blocks."""

    path: Path
    name: str
    prose: str
    blocks: tuple[Block, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files of the case, as the compiler is given them."""
        return tuple(_source(block) for block in self.blocks if block.name in GIVEN)

    @property
    def expected(self) -> tuple[Block, ...]:
        """What the producers are to make of them."""
        return tuple(block for block in self.blocks if block.name not in GIVEN)


def cases_in(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    text = path.read_text(encoding="utf-8")
    blocks = list(blocks_in(text))
    headings = [found for found in HEADING.finditer(text) if not any(b.start <= found.start() < b.end for b in blocks)]
    ends = [found.start() for found in headings[1:]] + [len(text)]
    for found, end in zip(headings, ends, strict=True):
        within = tuple(block for block in blocks if found.end() < block.start < end)
        prose = FENCE.sub("", text[found.end() : end]).strip()
        yield Case(path, found["name"], prose, within)


def blocks_in(text: str) -> Iterator[Block]:
    """The fenced blocks of a Markdown text."""
    for found in FENCE.finditer(text):
        info = tuple(found["info"].split())
        yield Block(found["name"] or "", info, found["body"], found.start("body"), found.end("body"))


def _source(block: Block) -> Source:
    names = [word for word in block.info if word != "escapes"]
    text = ESCAPE.sub(_unescaped, block.body) if "escapes" in block.info else block.body
    return source_of(names[0] if names else "case.sec", text.encode())


def _unescaped(found: "re.Match[str]") -> str:
    return chr(int(found["code"][1:], 16)) if found["code"] else {"t": "\t", "r": "\r"}[found["letter"]]


ALL = [case for path in sorted(CASES.rglob("*.md")) for case in cases_in(path)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.path.relative_to(CASES).with_suffix('')}: {case.name}")
def test_case(case: Case, update: bool) -> None:
    assert case.prose, "a sentence is to say the behaviour"
    assert case.sources
    assert case.expected
    for block in reversed(case.expected):
        made = PRODUCERS[block.name](case.sources)
        if update:
            _rewrite(case, block, made)
        else:
            assert made == block.body


def test_names_are_unique() -> None:
    names = [(case.path, case.name) for case in ALL]
    assert len(names) == len(set(names)) > 0


def _rewrite(case: Case, block: Block, made: str) -> None:
    """Put what is made into an expected block, found again by its number, since blocks above it may have grown."""
    text = case.path.read_text(encoding="utf-8")
    (now,) = (each for each in cases_in(case.path) if each.name == case.name)
    place = now.blocks[case.blocks.index(block)]
    case.path.write_text(text[: place.start] + made + text[place.end :], encoding="utf-8")
