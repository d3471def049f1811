"""Every block in order, with the address at which it stands."""

from secc.code.model import Division, SubSection
from secc.code.walk import Placed, blocks_in, placed, prose_in
from tests.making import loaded

TEXT = """
section H: Services

Preamble.

# H1 Entry

## Roles

H1.1 Words:
  (a) words:
    (i) words; or
    (ii) words,

    closing;

  ## Inner

  (b) words.

  define "Device" means:
    (a) a meter.

    define "Meter" means a thing.

  > 1 Set out:
  >   (a) set out.

H1.2 More words.

## Users

H1.3 Words.

# H2 Leaving

H2.1 Words.

part B: Going On

H2.2 Words.

annex A: Forms

(a) margin.

A1 Words.

part C: Inner
numbering: own

1 Words.
"""


def walked(text: str = TEXT) -> list[Placed]:
    return list(placed(loaded(text).documents[0].document))


def test_addresses() -> None:
    own = [each.address.local for each in walked() if each.own]
    assert own == [
        "H1",
        "H1.1",
        "H1.1(a)",
        "H1.1(a)(i)",
        "H1.1(a)(ii)",
        "H1.1(b)",
        'H1.1/"Device"',
        'H1.1/"Device"(a)',
        'H1.1/"Meter"',
        "H1.2",
        "H1.3",
        "H2",
        "H2.1",
        "part-B",
        "H2.2",
        "annex-A",
        "annex-A(a)",
        "annex-A/A1",
        "annex-A/part-C",
        "annex-A/part-C/1",
    ]


def test_what_has_no_address_is_of_what_it_stands_in() -> None:
    others = [(type(each.block).__name__, each.address.local, each.quoted) for each in walked() if not each.own]
    assert others == [
        ("Text", "", False),
        ("SubHeading", "H1", False),
        ("Text", "H1.1(a)", False),
        ("SubHeading", "H1.1", False),
        ("Quotation", "H1.1", True),
        ("Clause", "H1.1", True),
        ("Paragraph", "H1.1", True),
        ("SubHeading", "H1", False),
    ]


def test_the_heading_above() -> None:
    headings = {each.address.local: each.heading for each in walked() if each.own}
    assert headings["H1"] == ""
    assert headings["H1.1"] == headings["H1.1(a)"] == headings["H1.2"] == "Roles"
    assert headings["H1.1(b)"] == "Inner"
    assert headings["H1.3"] == "Users"
    assert headings["H2.1"] == ""


def test_the_sub_section_division_and_numbering() -> None:
    found = {each.address.local: each for each in walked() if each.own}
    assert isinstance(found["H1"].block, SubSection)
    assert found["H1.1(a)(i)"].sub_section is found["H1"].block
    assert found["H2.1"].sub_section is found["H2"].block
    assert (found["H2.2"].sub_section, found["H2.2"].numbering.local) == (None, "")
    assert isinstance(found["part-B"].block, Division)
    assert found["H2.2"].division is found["part-B"].block
    assert found["annex-A"].numbering.local == ""
    assert found["annex-A/A1"].numbering.local == "annex-A"
    assert found["annex-A/part-C/1"].numbering.local == "annex-A/part-C"


def test_depth_grows_by_one_with_each_holder() -> None:
    before: list[int] = [-1]
    for each in walked():
        assert each.depth <= before[-1] + 1
        before.append(each.depth)
    assert max(before) == 4


def test_every_block_is_met_once_and_every_prose() -> None:
    (document,) = loaded(TEXT).documents
    blocks = [each.block for each in walked()]
    count, rows = 0, list(document.document.blocks)
    while rows:
        block = rows.pop()
        count += 1
        rows += blocks_in(block)
    assert len(blocks) == count == len({id(block) for block in blocks})
    assert sum(len(prose_in(block)) for block in blocks) == count - 1  # the quotation has none
