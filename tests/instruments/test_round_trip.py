"""What is printed reads back as the same, for every instrument, operation and part of one."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from secc.instruments.model import Instrument, Operation
from secc.instruments.printing import printed, printed_operation, sentence
from secc.instruments.reading import read_instrument
from secc.source import Source
from tests.instruments.generated import instruments, operations

some = settings(derandomize=True, deadline=None, max_examples=40)
many = settings(derandomize=True, deadline=None, max_examples=300)

HEADER = "notice 2020-09-17-example: An Example\n\n"
_FOLDER = Path(__file__).parents[2] / "sec-source" / "instruments"
REAL = (*sorted(_FOLDER.glob("*.sec")), *sorted(_FOLDER.glob("*/instrument.sec")))


@many
@given(operations())
def test_an_operation(operation: Operation) -> None:
    written = HEADER + printed_operation(operation)
    read = read_instrument(Source("case.sec", written))
    assert [found.headline for found in read.findings] == []
    assert read.instrument.operations == (operation,)
    assert sentence(operation)[0].isupper()


@some
@given(instruments())
def test_an_instrument(instrument: Instrument) -> None:
    written = printed(instrument)
    read = read_instrument(Source("case.sec", written))
    assert [found.headline for found in read.findings] == []
    assert read.instrument == instrument
    assert printed(read.instrument, read.comments) == written


def test_lines_are_wrapped() -> None:
    words = "in each case where the DCC has notified the User of the change, and otherwise"
    written = HEADER + f"1 save {' '.join([words] * 3)}\n"
    assert printed(read_instrument(Source("case.sec", written)).instrument).splitlines()[2:] == [
        "1 save in each case where the DCC has notified the User of the change, and otherwise in each case",
        "  where the DCC has notified the User of the change, and otherwise in each case where the DCC has",
        "  notified the User of the change, and otherwise",
    ]


def test_no_line_begins_with_a_mark() -> None:
    written = HEADER + f"1 save {'anything // > ' * 20}done\n"
    lines = printed(read_instrument(Source("case.sec", written)).instrument).splitlines()[2:]
    assert len(lines) > 2
    assert [line for line in lines[1:] if not line.startswith("  anything")] == []


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.parent.name if path.stem == "instrument" else path.stem)
def test_the_sample_instruments(path: Path) -> None:
    read = read_instrument(Source(str(path), path.read_text(encoding="utf-8")))
    written = printed(read.instrument, read.comments)
    again = read_instrument(Source(str(path), written))
    assert again.instrument == read.instrument
    assert again.comments == read.comments
    assert printed(again.instrument, again.comments) == written
