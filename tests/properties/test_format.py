"""Formatting is a fixed point, and never changes what a file says."""

from pathlib import Path

import pytest
from hypothesis import example, given

from secc.code.digest import digest
from secc.code.from_syntax import from_syntax
from secc.code.load import source_of
from secc.diagnostics import Severity
from secc.source import Source
from secc.syntax import parse
from secc.syntax.format import formatted
from tests.properties.texts import (
    ANY_TEXT,
    PLAIN_WORDS,
    RISKY_WORDS,
    SAMPLES,
    Grown,
    grown,
    many,
    mistaken,
    some,
)


def settles(source: Source) -> None:
    """The settled file says the same, has no finding that the file had not, and is settled; one with errors is kept."""
    parsed = parse(source)
    settled = Source(source.path, formatted(source, parsed))
    again = parse(settled)
    before, after = from_syntax(source, parsed), from_syntax(settled, again)
    if any(found.severity is Severity.ERROR for found in parsed.findings):
        assert settled.text == source.text
        return
    assert again.findings == ()
    assert after.document == before.document
    assert digest(after.document) == digest(before.document)
    assert formatted(settled, again) == settled.text


@some
@given(grown(PLAIN_WORDS))
def test_careless_layout(made: Grown) -> None:
    settles(Source("case.sec", made.text))


@some
@given(grown(PLAIN_WORDS * 5 + RISKY_WORDS))
def test_risky_words(made: Grown) -> None:
    settles(Source("case.sec", made.text))


@many
@given(mistaken())
def test_real_files_with_mistakes(text: str) -> None:
    settles(Source("case.sec", text))


@many
@given(ANY_TEXT)
@example("H1 The\ndefine\n\n  (a) x\ndefine")  # a keyword at the end of its line
@example("H1\n“\n\n  (b) x")  # a quote is no end, curly or straight
@example("i. (a)\n  (ii)a.")  # nearly the next label of the list, once it stands at the margin
def test_any_marks(text: str) -> None:
    settles(Source("case.sec", f"section H: X\n\n{text}"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_code(path: Path) -> None:
    settles(source_of(path.name, path.read_bytes()))


@pytest.mark.corpora
def test_real_law(corpora: Path) -> None:
    paths = sorted((corpora / "sec").glob("*.sec"))
    assert paths
    for path in paths:
        settles(source_of(path.name, path.read_bytes()))
