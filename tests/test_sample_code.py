"""The sample Code: what it has to have, and that nothing is wrong in it."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from secc.check import check
from secc.check.rules import RULES
from secc.code.load import NoCache, load
from secc.code.model import AnyBlock, Clause, CodeBlock, Definition, Formula, SubSection, Table
from secc.history import Folder
from secc.resolve import resolve
from secc.resolve.lookup import address_of, exists
from secc.resolve.model import ResolvedCode

SOURCES = Path(__file__).parents[1] / "sec-source"

# Every provision that the five founding documents mention and that is part of the Code after them.
MENTIONED = """
A1.1 A3.35 A4 B1 B2 C1 C8 D7.8 D10 E1 E2 F1.4(e) F1.4(f) F1.4(g) F2.1(a) F2.2B F2.10 F2.10A F2.11 F4.1B F5 F6 F6.20 F7
F8 F9 F10 F13 G2.20(c) G2.23 G2.24 G3.20 G3.26 G6.3 G6.6 G7.3 G7.16(a) G8 H1.5 H3.10A H3.16 H5.9 H5.33 H5.40 H6.6 H7.1
H7.2 H7.4 H8.16(g) H9 H11.2 H14.2(a) H14.5 H14.6 H14.7 H14.11 H14.31(a) H14.31(b) H14.36A H14.36C H16 I1.7(g) J1.2(b)
J4 K1 K2 K3 K4 K4.1 K5 K5A K6 K6B K11 K11.1 L1 L1.17(c) L1.17(e) L3 L4.4 L4.5 L4.6(b) L6.6(b) L7 L9.3 L9.5(d) L9.8
L10.4(b) L10.9 L10.30 L13.31 L13.54 L13.55 L13.56 L13.57 L14 L14.8 L15 L16 M2 M4.13 M8 N2 N2.2 N4A N6 N6.3 N6.8 T2.11
T3.13 T3.34 T3.35 T4.9 T5.11 T6.5(d) X1.5 X1.15 X1.17 X2.4(b) X2.6(a) X3.2(h) X3.3 X3.5(b) X5 X5.6
""".split()
MENTIONED_ELSEWHERE = (
    "Appendix AG 2.5.6(d)",
    "Appendix AH 1.10.7",
    "Appendix AL 4.12(b)",
    "Appendix AL 4.26",
    "Appendix AL 4.41",
    "Appendix AL 8.9",
    "Appendix AM 11.2(a)",
    "Appendix AO 3",
    "Appendix D 5.1(b)",
    "Appendix D 8",
    "Appendix D 8.3.3",
    "Appendix D 8.3.4",
    "Appendix D Annex A A1",
    "Appendix D Annex A A7",
    "Appendix J Annex A",
    "Schedule 8",
    "Schedule 11",
)
GONE = ("G3.27", "G3.28", "H14.36E", "Appendix AN")


@lru_cache(maxsize=1)
def sample() -> ResolvedCode:
    return resolve(load(Folder(SOURCES), NoCache()))


def blocks(kind: type[AnyBlock], document: str = "") -> Iterator[AnyBlock]:
    for each in sample().documents:
        if not document or str(each.loaded.document.id) == document:
            yield from (placed.block for placed in each.blocks if isinstance(placed.block, kind))


def test_nothing_is_wrong_in_it() -> None:
    assert check(sample(), RULES) == ()


def test_it_hides_nothing_with_suppressions() -> None:
    reasons = [each.reason for document in sample().loaded.documents for each in document.document.suppressions]
    assert all(len(reason.split()) >= 4 for reason in reasons)
    assert len(reasons) <= 10


@pytest.mark.parametrize("said", [*MENTIONED, *MENTIONED_ELSEWHERE])
def test_every_provision_that_is_mentioned_exists(said: str) -> None:
    address = address_of(sample(), said)
    assert address is not None
    assert exists(sample(), address)


@pytest.mark.parametrize("said", GONE)
def test_what_never_had_effect_is_not_there(said: str) -> None:
    address = address_of(sample(), said)
    assert address is None or not exists(sample(), address)


def test_every_document_that_is_listed_is_there() -> None:
    ids = {str(each.document.id) for each in sample().loaded.documents}
    assert {f"section-{letter}" for letter in "ABCDEFGHIJKLMNOPTXZ"} <= ids
    assert {f"schedule-{number}" for number in range(1, 12)} <= ids
    letters = [*map(chr, range(ord("A"), ord("Z") + 1)), *(f"A{letter}" for letter in "ABCDEFGHIJKLMOPQRST")]
    assert {f"appendix-{letter}" for letter in letters} <= ids


def test_it_is_large_enough_to_be_real() -> None:
    assert len(list(blocks(Clause))) >= 600
    assert len(list(blocks(Definition))) >= 250
    assert len(list(blocks(SubSection))) >= 150
    assert len(list(blocks(Formula, "section-K"))) >= 8
    assert len(list(blocks(Table, "schedule-11"))) >= 3
    assert any(isinstance(each, CodeBlock) and each.language == "xml" for each in blocks(CodeBlock, "appendix-AD"))


def test_it_says_that_it_is_an_illustration() -> None:
    assert "not the legal text" in sample().loaded.settings.notice
    assert "not the legal text" in (SOURCES / "README.md").read_text(encoding="utf-8")


def test_changes_that_were_made_show_in_it() -> None:
    names = {term.name for each in blocks(Definition) if isinstance(each, Definition) for term in each.terms}
    assert {"S1SPKM Compliance Policy", "S1SPKI Certificate Policy", "Central Products List"} <= names
    omitted = address_of(sample(), "I1.7(g)")
    assert omitted is not None
    assert sample().provisions[omitted].vacant
