"""What a person may type for a provision, a document or a term."""

import pytest

from secc.resolve.lookup import address_of, choices, exists, term_of
from secc.resolve.model import ResolvedCode
from tests.making import code_of
from tests.resolve.small_code import APPENDICES, SCHEDULES, SECTIONS

DEFINITIONS = """
section Q: Definitions

# Q1 Definitions

Q1.1 In this Code:

  define "Device" or "Thing" means:
    (a) a meter.

  define "device" means a different thing.

Q1.2 The DCC shall: (a) read; and (b) write:
  (i) one; and
  (A) two.
"""


@pytest.fixture(scope="module")
def code() -> ResolvedCode:
    return code_of(*SECTIONS, DEFINITIONS, *SCHEDULES, *APPENDICES)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("H14.31(a)", "section-H/H14.31(a)"),
        ("h14.31 (A)", "section-H/H14.31(a)"),
        ("H14.36a", "section-H/H14.36A"),
        ("Section H14", "section-H/H14"),
        ("section h 14.31", "section-H/H14.31"),
        ("Section  H", "section-H"),
        ("H", "section-H"),
        ("A", "section-A"),
        ("Appendix A", "appendix-A"),
        ("Appendix AL 4.26", "appendix-AL/4.26"),
        ("Appendix AL, Clause 4.12(b)", "appendix-AL/4.12(b)"),
        ("al 4.26", "appendix-AL/4.26"),
        ("AL", "appendix-AL"),
        ("TMAD", "appendix-AL"),
        ("tmad 4.26", "appendix-AL/4.26"),
        ("S1SPKM Compliance Policy", "appendix-AO"),
        ("SMKI RAPP Annex A A7", "appendix-D/annex-A/A7"),
        ("SMKI RAPP Annex A (A7)", "appendix-D/annex-A/A7"),
        ("Schedule 8", "schedule-8"),
        ("Schedule 4 Part B", "schedule-4/part-B"),
        ("Schedule 4 Part B 3", "schedule-4/3"),
        ("DCCKI Repository Code of Connection 3", "appendix-V/document-2/3"),
        ("Clause 4.26 of the TMAD", "appendix-AL/4.26"),
        ("paragraph (a) of Section H14.31", "section-H/H14.31(a)"),
        ("Section L 'Smart Metering Key Infrastructure' paragraph 1.17", "section-L/L1.17"),
        ("Q1.2(A)", "section-Q/Q1.2(A)"),
        ("Q1.2(b)", "section-Q/Q1.2"),
        ('section-Q/Q1.1/"Device"(a)', 'section-Q/Q1.1/"Device"(a)'),
        ('the definition of "Device" in Section Q1.1', 'section-Q/Q1.1/"Device"'),
    ],
)
def test_what_is_meant(code: ResolvedCode, said: str, address: str) -> None:
    found = address_of(code, said)
    assert found is not None
    assert str(found) == address
    assert exists(code, found)


@pytest.mark.parametrize(("said", "address"), [("H14.99", "section-H/H14.99"), ("Appendix AU", "appendix-AU")])
def test_what_would_be_meant_if_it_existed(code: ResolvedCode, said: str, address: str) -> None:
    found = address_of(code, said)
    assert str(found) == address
    assert found is not None
    assert not exists(code, found)


@pytest.mark.parametrize("said", ["4.26", "nothing", "H14.31 or so", "Section H14.31(a", "", '"Device"', "(a)"])
def test_what_means_no_provision(code: ResolvedCode, said: str) -> None:
    assert address_of(code, said) is None


def test_every_address_is_found_as_written_and_as_printed(code: ResolvedCode) -> None:
    every = list(choices(code))
    assert len(every) > 100
    for address in every:
        assert address_of(code, str(address)) == address
        assert address_of(code, address.printed) == address


@pytest.mark.parametrize("said", ["Device", '"Device"', "“Device”", "Thing", "THING"])
def test_a_term_is_found_in_quotes_or_not(code: ResolvedCode, said: str) -> None:
    assert [term.name for term in term_of(code, said)] == ["Device"]


def test_a_term_that_is_spelt_exactly_so_goes_first(code: ResolvedCode) -> None:
    assert [term.name for term in term_of(code, "device")] == ["device"]
    assert {term.name for term in term_of(code, "DEVICE")} == {"Device", "device"}


def test_no_term(code: ResolvedCode) -> None:
    assert term_of(code, "Gauge") == ()
