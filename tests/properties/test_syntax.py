"""Whatever the text: it is read, in a bounded number of steps, and no word of it is lost."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import overload

import pytest
from hypothesis import given

from secc.code.from_syntax import from_syntax
from secc.code.model import Document, Prose
from secc.code.prose import cell_prose, prose_of
from secc.code.walk import blocks_in, prose_in
from secc.source import Source
from secc.syntax import parse
from secc.syntax.faults import Faults
from secc.syntax.lines import Line, lines_of
from secc.syntax.parser import NESTING_LIMIT
from secc.syntax.scanner import Scanner
from secc.syntax.tree import FormulaHead, HeaderLine, SyntaxBlock, TableHead
from tests.properties.covering import heads, left_out, unquoted, words_of
from tests.properties.texts import ANY_TEXT, KINDS, PLAIN_WORDS, RISKY_WORDS, Grown, grown, many, mistaken, some

EVEN = {ord(odd): even for even, odds in {" ": "\n\t\u00a0\u2009", '"': "“”", "'": "’"}.items() for odd in odds}
"""What odd characters of the vocabulary are read as."""


class CountedLines(Sequence[Line]):
    """Lines that count how often one of them is looked at."""

    def __init__(self, text: str) -> None:
        self._lines = lines_of(text)
        self.looks = 0

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        found = self._lines[place]
        self.looks += len(found) if isinstance(found, list) else 1
        return found


def read_whole(text: str) -> None:
    """A file is read without raising, and every word of it stands once in the tree and once in the document."""
    source = Source("case.sec", text)
    parsed = parse(source)
    document = from_syntax(source, parsed).document
    assert left_out(source, parsed) == ""
    proses = list(_said(document))
    assert Counter(prose.text for prose in proses) == Counter(filter(None, _to_say(text, parsed.tree.blocks)))
    for prose in proses:
        in_file = "".join(text[prose.places.offset(place)] for place in range(len(prose.text)))
        assert in_file.translate(EVEN) == prose.text
    lines = CountedLines(text)
    blocks = list(Scanner(text, lines, Faults(source)).blocks())
    assert len(blocks) <= len(lines)
    assert lines.looks <= 6 * len(lines)


def _said(document: Document) -> Iterator[Prose]:
    stack = list(document.blocks)
    while stack:
        block = stack.pop()
        yield from (prose for prose in prose_in(block) if prose.text)
        stack += blocks_in(block)


def _to_say(text: str, blocks: Sequence[SyntaxBlock]) -> Iterator[str]:
    for head in heads(blocks):
        if isinstance(head, TableHead):
            yield prose_of(text, head.caption).text
            yield from (cell_prose(text, cell).text for row in head.rows for cell in row)
        elif not isinstance(head, FormulaHead):
            yield prose_of(text, words_of(head)).text


@some
@given(grown(PLAIN_WORDS))
def test_what_the_grammar_has_is_read_as_it_has_it(made: Grown) -> None:
    """Careless layout changes nothing; all that is ever reported is what could be read in two ways."""
    parsed = parse(Source("case.sec", made.text))
    assert [found for found in parsed.findings if not found.headline.startswith("this line begins with")] == []
    read = Counter(type(block.head) for block in unquoted(parsed.tree.blocks))
    assert read == Counter(KINDS[token] for token in made.tokens if token in KINDS) - Counter([HeaderLine])


@some
@given(grown(PLAIN_WORDS + RISKY_WORDS))
def test_whatever_the_words_nothing_is_lost(made: Grown) -> None:
    read_whole(made.text)


@many
@given(mistaken())
def test_a_real_file_with_mistakes_is_read(text: str) -> None:
    read_whole(text)


@many
@given(ANY_TEXT)
def test_any_marks_are_read(text: str) -> None:
    read_whole(text)


@pytest.mark.parametrize(
    "line",
    [
        "$$ x",
        "```xml",
        "> > > > > x",
        "(a) (a)",
        "| a",
        "table:",
        "table: x\n\n",
        "// x",
        "[^1]:",
        "![",
        "- x\n  - y",
        "#",
        "1\n\n",
    ],
)
def test_no_line_is_read_again_for_each_below_it(line: str) -> None:
    read_whole("section H: X\n\n" + f"{line}\n" * 400)


@pytest.mark.parametrize("step", [1, 2])
def test_nesting_has_a_limit(step: int) -> None:
    depth = 400
    text = "section H: X\n\nH1 x:\n" + "".join(f"{' ' * step * level}(a) x:\n" for level in range(1, depth))
    read_whole(text)
    source = Source("case.sec", text)
    findings = parse(source).findings
    assert [found.headline for found in findings] == [f"this stands more than {NESTING_LIMIT} levels deep"]
    assert source.place(findings[0].span.start)[0] == NESTING_LIMIT + 4


def test_quotations_have_a_limit() -> None:
    text = "section H: X\n\n" + "> " * 400 + "x\n"
    read_whole(text)
    assert len(parse(Source("case.sec", text)).findings) == 1
