"""Labelled paragraphs and bullets are lists to who hears a document: how many there are, and how deep each stands."""

import pytest
from msgspec.structs import replace

from secc.document.model import BulletPart, CodePart, FormulaPart, HeadingPart, ParagraphPart, Part, Run, TextPart
from secc.ids import Address, DocumentId, DocumentKind
from secc.render.pdf import document_to_pdf
from tests.pdf.reading import Pdf, items
from tests.pdf.small import IMPRINT, documents, no_pictures, of_parts


def paragraph(label: str, *inside: Part) -> ParagraphPart:
    return ParagraphPart(None, label, False, (Run("said"),), inside)


def made(*parts: Part) -> list[tuple[int, str]]:
    return items(document_to_pdf(of_parts(*parts), IMPRINT, no_pictures))


def test_a_paragraph_stands_as_deep_as_in_the_source_under_its_own_label() -> None:
    found = document_to_pdf(documents()[0], IMPRINT, no_pictures)
    assert items(found) == [(1, "(a)"), (2, "(i)"), (1, "(b)"), (1, "•"), (1, "•")]
    assert Pdf(found).roles()["/L"] == 3


def test_labels_are_those_of_the_code_in_its_order() -> None:
    labels = ["(a)", "(aa)", "(b)", "(xviii)", "[Not used]", "(B)"]
    assert made(*map(paragraph, labels)) == [(1, label) for label in labels]


def test_what_follows_on_a_deeper_list_is_still_in_the_paragraph() -> None:
    rest = TextPart((Run("and"),), (BulletPart((Run("said"),), ()),))
    found = made(paragraph("(a)", paragraph("(i)"), rest, CodePart("", "x"), FormulaPart("a")), paragraph("(b)"))
    assert found == [(1, "(a)"), (2, "(i)"), (2, "•"), (1, "(b)")]


def test_what_is_said_of_a_paragraph_stands_above_it() -> None:
    place = Address(DocumentId(DocumentKind.SECTION, "H"), ("H1.1", "(b)"))
    told = ParagraphPart(place, "(b)", False, (Run("said"),), ())
    imprint = replace(IMPRINT, effect={place: "○ Not yet in effect"})
    found = document_to_pdf(of_parts(paragraph("(a)"), told, paragraph("(c)")), imprint, no_pictures)
    assert "(a) said\n○ Not yet in effect\n(b) said\n(c) said" in Pdf(found).text
    assert items(found) == [(1, "(a)"), (1, "(b)"), (1, "(c)")]


def test_a_list_holds_no_heading() -> None:
    assert made(paragraph("(a)", HeadingPart(1, (Run("Head"),)), paragraph("(i)")), paragraph("(b)")) == [(1, "(i)")]


@pytest.mark.parametrize("depth", [8, 9, 30])
def test_paragraphs_may_stand_in_each_other_as_deep_as_they_like(depth: int) -> None:
    parts: tuple[Part, ...] = ()
    for _ in range(depth):
        parts = (paragraph("(a)", *parts),)
    assert [deep for deep, _ in made(*parts)] == list(range(1, 9))
