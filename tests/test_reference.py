"""Every example of the language reference, grammar/README.md, is read as the reference says.

An example has no finding, or those that the block after it states. It is set as `secc fmt` would set it, unless it
is marked `loose`: then the next example is what `secc fmt` makes of it. One marked `instrument` is of an instrument.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from secc.code.from_syntax import from_syntax
from secc.diagnostics import Diagnostic
from secc.instruments.printing import printed
from secc.instruments.reading import read_instrument
from secc.source import Source
from secc.syntax import parse
from secc.syntax.format import formatted
from tests.test_cases import Block, blocks_in

REFERENCE = Path(__file__).parents[1] / "grammar" / "README.md"
HEADER = "section H: DCC Services\n\n"
INSTRUMENT = "direction 2020-09-17-tmad: Re-designation of the TMAD\n\n"
TEXT = REFERENCE.read_text(encoding="utf-8")
BLOCKS = (*blocks_in(TEXT), Block("end", (), "", len(TEXT), len(TEXT)))
EXAMPLES = [pair for pair in pairwise(BLOCKS) if pair[0].name == "sec"]
KEYWORDS = ("direction", "section", "schedule", "appendix", "The DCC Services")


@pytest.mark.parametrize(("example", "after"), EXAMPLES, ids=lambda block: TEXT.count("\n", 0, block.start))
def test_example(example: Block, after: Block) -> None:
    source = _source(example)
    findings, settled = (_instrument if "instrument" in example.info else _document)(source)
    assert "".join(_stated(findings)) == (after.body if after.name == "finding" else "")
    if not findings:
        assert settled == _source(after if "loose" in example.info else example).text


def test_every_block_is_an_example_or_a_finding() -> None:
    assert {block.name for block in BLOCKS} == {"sec", "finding", "end"}
    assert len(EXAMPLES) > 20


def _document(source: Source) -> tuple[tuple[Diagnostic, ...], str]:
    """What is wrong with a document, and how it is to be set."""
    parsed = parse(source)
    return from_syntax(source, parsed).findings, formatted(source, parsed)


def _instrument(source: Source) -> tuple[tuple[Diagnostic, ...], str]:
    """What is wrong with an instrument, and how it is to be set."""
    read = read_instrument(source)
    return read.findings, printed(read.instrument, read.comments)


def _source(example: Block) -> Source:
    """An example as a whole file: one that shows no first line is given one."""
    whole = example.body.startswith(KEYWORDS)
    header = INSTRUMENT if "instrument" in example.info else HEADER
    return Source("example.sec", example.body if whole else header + example.body)


def _stated(findings: tuple[Diagnostic, ...]) -> Iterator[str]:
    for found in findings:
        yield f"{found.headline}\n"
        yield from (f"help: {each}\n" for each in found.helps)
