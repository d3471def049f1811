"""Documents as PDF: nothing is lost, nothing is code, and it can be read by ear."""

from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from secc.document.model import (
    ClausePart,
    DisplayDocument,
    FigurePart,
    FormulaPart,
    HeadingPart,
    NotePart,
    Part,
    QuotationPart,
    Run,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.ids import Address, DocumentId, DocumentKind
from secc.render.imprint import ABOUT_EFFECT
from secc.render.pdf import code_to_pdf, document_to_pdf
from secc.site.in_time.statuses import SIGNS
from tests.making import code_of
from tests.pdf.reading import Pdf, closed
from tests.pdf.small import (
    APPENDIX,
    BROKEN,
    DRAWN,
    FILES,
    IMPRINT,
    SECTION,
    documents,
    every_formula,
    no_pictures,
    of_figures,
    of_parts,
    of_pictures,
)
from tests.render.parts import parts as any_parts
from tests.render.words import in_source

HERE = Address(DocumentId(DocumentKind.SECTION, "H"), ("H1",))


def pdf_of(*parts: Part) -> Pdf:
    return Pdf(document_to_pdf(of_parts(*parts), IMPRINT, no_pictures))


def words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def test_no_word_of_the_source_is_lost() -> None:
    code = code_of(SECTION, APPENDIX)
    made = Pdf(code_to_pdf(documents(), IMPRINT, no_pictures))
    source = [word for each in code.documents for word in in_source(each.loaded.document)]
    assert len(source) > 100
    assert not made.missing(word for word in source if word != "Note:")
    assert "Note (of no legal effect): This says more" in made.text


def test_what_looks_like_code_stays_text() -> None:
    hostile = '#import "x": * #eval(read("y")) \\ ] [ $a$ `b` *c* _d_ <e> @f = ~ // g /* h */ #{ \\u{41} "'
    made = pdf_of(
        SubSectionPart(HERE, "#H1]", words(hostile), (HeadingPart(1, words(hostile)),)),
        ClausePart(HERE, "$1", False, words(hostile), (NotePart(words(hostile)),)),
        TablePart(words(hostile), ((words(hostile),),), ((words(hostile),),)),
        FormulaPart(hostile),
        FigurePart(hostile, "none.svg"),
    )
    assert made.run_on.count(closed(hostile)) >= 9
    assert made.bookmarks()[1] == f"-#H1] {hostile}"


def test_the_same_input_gives_the_same_bytes() -> None:
    assert code_to_pdf(documents(), IMPRINT, no_pictures) == code_to_pdf(documents(), IMPRINT, no_pictures)


def test_it_is_tagged() -> None:
    made = Pdf(document_to_pdf(documents()[0], IMPRINT, no_pictures))
    assert made.is_tagged
    assert made.language == "en-GB"
    assert "<pdfuaid:part>1<" in made.metadata
    roles = made.roles()
    assert (roles["/H1"], roles["/H2"], roles["/H3"], roles["/Table"], roles["/TH"]) == (1, 2, 1, 1, 3)
    assert roles["/Link"] >= 1
    assert "C_t" in made.alternatives()


def test_bookmarks_and_contents_lead_to_documents_and_sub_sections() -> None:
    made = Pdf(code_to_pdf(documents(), IMPRINT, no_pictures))
    assert made.bookmarks() == [
        "Section H DCC Services", "-H1 User Entry", "--Kinds", "-H2 Definitions", "Appendix A Migration (MAD)",
    ]  # fmt: skip
    listed = made.pages[0]
    assert [line.replace(" .", "") for line in listed.splitlines() if " . ." in line] == [
        "Section H: DCC Services 2", "H1 User Entry 2", "H2 Definitions 2", "Appendix A: Migration (MAD) 3",
    ]  # fmt: skip


def test_every_page_says_what_it_is_and_which_clauses_stand_on_it() -> None:
    long = tuple(ClausePart(HERE, f"H1.{number}", False, words("shall act " * 250), ()) for number in range(1, 9))
    made = pdf_of(*long)
    assert len(made.pages) > 3
    for number, page in enumerate(made.pages, start=1):
        assert "Section H: Services" in page
        assert "The text as at 8 November 2016 · version 3.1, sec1:digest" in page
        assert f"Page {number} of {len(made.pages)}" in page
    assert "H1.1 – H1.3" in made.pages[0]
    assert made.pages[-1].splitlines()[0].endswith("H1.8")


def test_a_title_that_says_the_short_name_does_not_say_it_twice() -> None:
    for title in ("Migration (MAD)", "Migration"):
        appendix = DisplayDocument(DocumentId(DocumentKind.APPENDIX, "A"), words(title), "MAD", "sec1:digest", ())
        assert Pdf(document_to_pdf(appendix, IMPRINT, no_pictures)).bookmarks() == ["Appendix A Migration (MAD)"]


def test_a_table_repeats_its_head_on_every_page() -> None:
    rows = tuple((words(f"row {number}"), words("said " * 30)) for number in range(60))
    made = pdf_of(TablePart((), ((words("Number"), words("Saying")),), rows))
    assert len(made.pages) > 2
    assert all("Saying" in page for page in made.pages)


def test_a_character_without_a_letter_is_shown_by_its_code_point() -> None:
    assert "a [U+6F22] b" in pdf_of(TextPart(words("a 漢 b"), ())).text


def test_characters_that_no_pdf_may_have_are_shown_by_their_code_points() -> None:
    """They are refused by `secc check`, and keep nothing from being made."""
    made = pdf_of(TextPart(words("a\x00b\x08c\x1fd\ufeffe\uffff \\u0001 \\\x01 \\b"), ())).text
    assert r"a[U+0000]b[U+0008]c[U+001F]d[U+FEFF]e[U+FFFF] \u0001 \[U+0001] \b" in made


def test_what_is_said_of_effect_stands_at_its_provision_once() -> None:
    clause = ClausePart(Address(HERE.document, ("H1", "1")), "H1.1", False, words("The DCC shall act."), ())
    effect = {
        Address(HERE.document): "○ Not yet in effect: from 1 October 2018",
        HERE: "◐ In effect for some",
        clause.address: "‖ Suspended from 1 May 2016",
        Address(DocumentId(DocumentKind.SECTION, "A")): "○ Not this one",
    }
    parts = (SubSectionPart(HERE, "H1", words("Tests"), (clause, QuotationPart((clause,)))),)
    made = Pdf(document_to_pdf(of_parts(*parts), replace(IMPRINT, effect=effect), no_pictures))
    lines = made.text.splitlines()
    assert lines[4:-1] == [
        "version 3.1, sec1:digest",
        "○ Not yet in effect: from 1 October 2018",
        ABOUT_EFFECT,
        "H1 Tests",
        "◐ In effect for some",
        "‖ Suspended from 1 May 2016",
        "H1.1 The DCC shall act.",
        "H1.1 The DCC shall act.",
    ]
    assert ABOUT_EFFECT not in pdf_of(*parts).text


def test_what_is_said_of_effect_stands_with_what_it_is_said_of() -> None:
    """However far down a page its heading comes."""
    clause = ClausePart(Address(HERE.document, ("H1", "1")), "H1.1", False, words("The DCC shall act."), ())
    above = TextPart(words("Above."), ())
    tops: set[int] = set()
    for count in range(28, 44):
        document = of_parts(*[above] * count, SubSectionPart(HERE, "H1", words("Tests"), (clause,)))
        made = Pdf(document_to_pdf(document, replace(IMPRINT, effect={HERE: "◐ For some"}), no_pictures))
        (page,) = (each for each in made.pages if "For some" in each)
        assert "The DCC shall act." in page
        tops.add(made.pages.index(page))
    assert tops == {0, 1}


def test_every_sign_of_a_state_has_a_letter() -> None:
    effect = {HERE: " ".join(SIGNS.values())}
    made = document_to_pdf(of_parts(SubSectionPart(HERE, "H1", (), ())), replace(IMPRINT, effect=effect), no_pictures)
    assert " ".join(SIGNS.values()) in Pdf(made).text


def test_a_picture_is_drawn_and_what_could_act_is_not() -> None:
    made = Pdf(document_to_pdf(of_figures(), IMPRINT, FILES.get))
    assert made.alternatives() == {"A square"}
    assert "[A trap]" in made.text


def test_a_picture_that_cannot_be_set_leaves_the_rest_of_the_document() -> None:
    """Cut short within, without a size, of a hundred million parts: its title stands in its place."""
    made = Pdf(document_to_pdf(of_pictures([*DRAWN, *BROKEN]), IMPRINT, {**DRAWN, **BROKEN}.get))
    assert [path for path in (*DRAWN, *BROKEN) if f"[{path}]" in made.text] == [*BROKEN]


def test_every_command_of_formulas_is_set() -> None:
    every = every_formula()
    made = pdf_of(*map(FormulaPart, every))
    assert {" ".join(each.split()) for each in every} <= made.alternatives()
    assert "\\" not in made.text


def test_a_formula_that_is_not_sound_is_shown_as_it_is_written() -> None:
    assert r"\frac{a" in pdf_of(FormulaPart(r"\frac{a")).text


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(any_parts)
def test_any_parts_are_set(parts: tuple[Part, ...]) -> None:
    assert pdf_of(*parts).roles()["/H1"] >= 1
