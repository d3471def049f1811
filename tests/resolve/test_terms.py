"""The forms of a term, and where words begin and end."""

import pytest

from secc.resolve.terms.boundaries import begins_word, ends_word
from secc.resolve.terms.cognates import cognates
from secc.resolve.terms.forms import forms_of, other_numbers
from secc.resolve.terms.introductions import introductions


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("Party", "Parties"),
        ("Authority", "Authorities"),
        ("Working Day", "Working Days"),
        ("Business Process", "Business Processes"),
        ("Switch", "Switches"),
        ("Hash", "Hashes"),
        ("Box", "Boxes"),
        ("Sub-Committee", "Sub-Committees"),
        ("Licence", "Licences"),
        ("Release", "Releases"),
        ("Clause", "Clauses"),
        ("Service", "Services"),
        ("User ID", "User IDs"),
        ("DCC", "DCCs"),
        ("Event of Default", "Events of Default"),
        ("Letter of Credit", "Letters of Credit"),
        ("Criterion", "Criteria"),
        ("Analysis", "Analyses"),
        ("Data Cache", "Data Caches"),
    ],
)
def test_each_number_has_the_other(singular: str, plural: str) -> None:
    assert list(other_numbers(singular)) == [plural]
    assert list(other_numbers(plural)) == [singular]


@pytest.mark.parametrize(
    ("singular", "plurals"),
    [
        ("Index", ["Indices", "Indexes"]),
        ("Appendix", ["Appendices", "Appendixes"]),
        ("Matrix", ["Matrices", "Matrixes"]),
        ("Status", ["Statuses"]),
        ("Gas", ["Gases"]),
    ],
)
def test_plurals_that_are_more_than_one_or_have_no_rule_back(singular: str, plurals: list[str]) -> None:
    assert list(other_numbers(singular)) == plurals


@pytest.mark.parametrize(
    "name",
    ["Premises", "Path 1", "Release 2.0", "X || Y", "LEN(X)", "SMKI PMA (Supplier)", "Commissioned", ""],
)
def test_names_that_no_rule_fits_have_one_number(name: str) -> None:
    assert list(other_numbers(name)) == []


def test_forms_are_names_then_cognates_then_numbers_without_articles() -> None:
    forms = forms_of(["the Key Register", "KR"], ["Registering"])
    assert forms == ("Key Register", "KR", "Registering", "Key Registers", "KRs", "Registerings")


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("the DCC's Systems", "DCC", True),
        ("the Users' Systems", "Users", True),
        ("the DCC’s Systems", "DCC", True),
        ("(DCC)", "DCC", True),
        ("DCC/User", "DCC", True),
        ("by the DCC.", "DCC", True),
        ("by the DCC.The Panel", "DCC", True),
        ("DCC–Party", "DCC", True),
        ("Party- and User-led", "Party", True),
        ("SMETS2+ Device", "SMETS2+", True),
        ("DCC'd", "DCC", False),
        ("DCC'sx", "DCC", False),
        ("O'DCC", "DCC", False),
        ("Non-DCC", "DCC", False),
        ("DCC-led", "DCC", False),
        ("DCC_ID", "DCC", False),
        ("éDCC", "DCC", False),
        ("SMETS2+ Device", "SMETS2", False),
        ("R&DCC", "DCC", False),
        ("Release 2.0", "Release 2", False),
        ("Subdevice", "device", False),
    ],
)
def test_words(text: str, word: str, whole: bool) -> None:
    start = text.index(word)
    assert (begins_word(text, start) and ends_word(text, start + len(word))) is whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('and "Commission", "Commissioning" and "Recommissioned" shall be construed accordingly', 3),
        ("; and Commission and Commissioning shall be construed accordingly", 2),
        ("by the Panel, and Commissioning shall be construed accordingly", 1),
        ("and similar expressions shall be construed accordingly", 0),
        ("as Commissioned, and Commissions shall be construed accordingly", 1),
        ("its status has been set accordingly", 0),
        ("and commissioning has a corresponding meaning", 1),
    ],
)
def test_declared_forms(text: str, found: int) -> None:
    declared = cognates(text, ["Commissioned"])
    assert len(declared) == found
    assert all(text[each.start : each.end] == each.name for each in declared)


@pytest.mark.parametrize(
    "text",
    [
        'The Panel may issue a direction (in this Section referred to as a "Key Direction").',
        'The "Key Direction", in relation to a Device, means a direction.',
        'In this Section "Key Direction" shall be construed as a direction.',
        'References to a "Key Direction" are references to a direction.',
        'A direction ("Key Direction") may be given.',
        '"Key Direction" includes a direction.',
        'Each direction is a "Key Direction".',
        'It shall be known as "Key Direction" and published.',
    ],
)
def test_definitions_in_the_prose(text: str) -> None:
    assert [name.text for found in introductions(text) for name in found.names] == ["Key Direction"]


@pytest.mark.parametrize(
    "text",
    [
        'Under the heading "Key Direction" there is a list.',
        'The word "Key Direction" does not stand there.',
        'Press the "Key Direction" button.',
        'It is marked "Key Direction" on the form.',
        'It shall be as "Key Direction" as possible.',
        'For "Key Direction" substitute "Key Instruction".',
        "No quotation at all.",
        'An unclosed "Key Direction.',
    ],
)
def test_words_merely_quoted(text: str) -> None:
    assert introductions(text) == ()
