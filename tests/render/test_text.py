"""Documents in plain text: wrapped, labels hanging."""

from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st

from secc.document import from_resolved
from secc.document.model import (
    BulletPart,
    ClausePart,
    CodePart,
    FigurePart,
    FootnotePart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    Run,
    Runs,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.ids import Address, DocumentId, DocumentKind
from secc.render.text import parts_to_text, to_text
from tests.render.parts import runs
from tests.site.codes import SMALL, resolved

HERE = Address(DocumentId(DocumentKind.SECTION, "H"), ("H1",))
LONG = (Run("one two three four five six seven eight nine ten eleven twelve"),)


def test_labels_hang_at_every_level() -> None:
    inner = ParagraphPart(HERE, "(i)", False, LONG, ())
    outer = ParagraphPart(HERE, "(a)", False, LONG, (inner, TextPart((Run("and so on."),), ())))
    assert parts_to_text((ClausePart(HERE, "H14.31", False, LONG, (outer,)),), 46) == (
        "H14.31   one two three four five six seven\n"
        "         eight nine ten eleven twelve\n"
        "\n"
        "         (a)   one two three four five six\n"
        "               seven eight nine ten eleven\n"
        "               twelve\n"
        "\n"
        "               (i)   one two three four five\n"
        "                     six seven eight nine ten\n"
        "                     eleven twelve\n"
        "\n"
        "               and so on.\n"
    )


def test_a_label_that_is_wider_than_its_place_keeps_a_space() -> None:
    assert parts_to_text((ClausePart(HERE, "H14.36AB.12", False, (Run("Words."),), ()),)) == "H14.36AB.12 Words.\n"


def test_headings_notes_figures_code() -> None:
    some: tuple[Part, ...] = (
        SubSectionPart(HERE, "H1", (Run("Tests"),), (HeadingPart(1, (Run("Kinds"),)),)),
        NotePart((Run("Read."),)),
        FootnotePart("1", (Run("Below."),)),
        FigurePart("A hub", "f/h.svg"),
        CodePart("", "a\n  b"),
        BulletPart((Run("x"),), ()),
    )
    assert parts_to_text(some) == (
        "H1       Tests\n\nKinds\n\nNote: Read.\n\n[1] Below.\n\n[A hub]\n\n    a\n      b\n\n•     x\n"
    )


def test_a_table_that_fits_is_in_columns() -> None:
    rows = tuple(((Run(first),), (Run(second),)) for first, second in (("a", "long cell"), ("bb", "c")))
    assert parts_to_text((TablePart((Run("Caption"),), rows[:1], rows[1:]),)) == (
        "Caption\n\na   | long cell\n----+----------\nbb  | c\n"
    )


def test_a_table_that_does_not_fit_is_row_by_row() -> None:
    rows = (((Run("first"),), LONG),)
    assert parts_to_text((TablePart((), (), rows),), 30) == (
        "first | one two three four\n    five six seven eight nine\n    ten eleven twelve\n"
    )


def test_a_document_begins_with_its_name() -> None:
    _, code = resolved(SMALL)
    shown = from_resolved(code.documents[-1], code.terms)
    assert to_text(shown).startswith(
        "Appendix AL: A Procedure (AP)\n\n1        Steps\n\n1.1      Follow the picture:\n"
    )


@given(runs)
def test_prose_is_wrapped(words: Runs) -> None:
    assert all(len(line) <= 60 for line in parts_to_text((TextPart(words, ()),), 60).splitlines())


@given(st.text("ab -\t\n", max_size=200), st.integers(24, 80))
def test_prose_is_wrapped_as_by_textwrap(words: str, width: int) -> None:
    said = words.strip()
    lines = wrap(said, width, break_long_words=False, break_on_hyphens=False)
    assert parts_to_text((TextPart((Run(said),), ()),), width).splitlines() == lines or not said
