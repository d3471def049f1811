"""Redlines as PDF: both texts are in them, marks are more than colours, and every page says what it is of."""

from secc.render.pdf import redline_to_pdf
from tests.pdf.reading import Pdf
from tests.redline.shown import read, redline_of
from tests.render.words import in_source

BEFORE = """section H: DCC Services

# H1 Services

H1.1 The DCC shall provide the Services to each User.

H1.2 The Panel shall review the Services in each year, and shall publish what it has found on the Website.

H1.3 The charge is:

  $$
  a + b
  $$

# H2 Others

H2.1 Nothing else is to be done.
"""
AFTER = """section H: DCC Services

# H1 Services

H1.1 The DCC shall provide the Services to each Import Supplier.

H1.3 The charge is:

  $$
  a - b
  $$

# H2 Others

H2.1 Nothing else is to be done.

H2.2 The Panel shall review the Services in each year, and shall publish what it has found on the Website.
"""


def made(*, whole: bool = False) -> Pdf:
    return Pdf(redline_to_pdf(redline_of([read("h.sec", BEFORE)], [read("h.sec", AFTER)]), "Small Code", whole=whole))


def test_both_texts_are_in_it() -> None:
    found = made(whole=True)
    for text in (BEFORE, AFTER):
        assert not found.missing(word.strip(".") for word in in_source(read("h.sec", text)))


def test_changes_are_marked_by_more_than_colour() -> None:
    marks = made().decorations()
    assert marks["/LineThrough"] >= 3
    assert marks["/Underline"] >= 4


def test_what_moved_points_to_the_other_place() -> None:
    text = made().text
    assert "Section H1.2: moved to Section H2.2" in text
    assert "Section H2.2: moved from Section H1.2" in text


def test_every_page_says_what_it_is_of() -> None:
    for page in made().pages[1:]:
        assert page.startswith("Redline of the Code, in Section H: DCC Services")
        assert "Before: the text as at" in page
        assert "After: the text as at" in page
        assert "sec1:" in page


def test_the_changes_are_listed_with_their_pages() -> None:
    listed = [line.replace(" .", "") for line in made().pages[0].splitlines() if " . ." in line]
    assert "Section H1.1 changed 2" in listed


def test_nothing_changed() -> None:
    same = [read("h.sec", BEFORE)]
    found = Pdf(redline_to_pdf(redline_of(same, same), "Small Code"))
    assert "Nothing changed." in found.text


def test_the_same_input_gives_the_same_bytes() -> None:
    changes = redline_of([read("h.sec", BEFORE)], [read("h.sec", AFTER)])
    assert redline_to_pdf(changes, "Small Code") == redline_to_pdf(changes, "Small Code")
