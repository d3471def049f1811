"""Shorthand in history packs: HTML is the same when it is written out, and shorter until then."""

import pytest

from secc.site.any_day.shorthand import shortened
from tests.site.assembled import SIGN, packs, written_out
from tests.site.codes import sample_site

TERM = '<a class="term" href="~/A1.1/#{}">{}</a>'
CASES = {
    "by their own names": [TERM.format(f"smart-meter-{each}", f"Smart Meter {each}") for each in range(3)],
    "by another name": [TERM.format("device", "Devices")] * 3,
    "with signs that are escaped": [TERM.format("r-d", "R&amp;D")] * 3,
    "in letters that no address has": [TERM.format("t", "Été")] * 3,
    "references": [f'<a class="ref" href="~/H14.{each}/">Section H14.{each}</a>' for each in range(3)],
    "seldom": [TERM.format("device", "Device")] * 2,
    "with money and signs of a program": [TERM.format("x", "$&amp; $1 \\1 {}")] * 3,
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_in_short_is_written_out_as_it_was(name: str) -> None:
    found = shortened(CASES[name])
    assert [written_out(each, found.forms) for each in found.texts] == CASES[name]


def test_what_is_said_often_stands_once() -> None:
    assert shortened(CASES["by their own names"]).forms == [TERM.format("<->", "<>")]
    assert shortened(CASES["by their own names"]).texts == [
        "<0 Smart Meter 0>",
        "<0 Smart Meter 1>",
        "<0 Smart Meter 2>",
    ]
    assert shortened(CASES["by another name"]).texts == ["<0>"] * 3
    assert shortened(CASES["references"]).texts == ["<0 H14.0>", "<0 H14.1>", "<0 H14.2>"]
    assert shortened(CASES["seldom"]).forms == []


def test_nothing_in_a_text_is_taken_for_a_sign() -> None:
    for document, pack in packs(sample_site()).items():
        assert [each for each in pack.pieces if SIGN.search(each)] == [], document
