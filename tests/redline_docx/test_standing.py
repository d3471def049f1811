"""Documents, and the Code, as they stand: the same paragraphs as in a redline, contents, pictures, and no changes."""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from msgspec.structs import replace

from secc.code.load import NoCache, load
from secc.document.from_resolved import from_resolved
from secc.document.model import ClausePart, FormulaPart, QuotationPart, Run, SubSectionPart
from secc.history import Folder
from secc.ids import Address, DocumentId, DocumentKind
from secc.render.docx import Imprint, code_to_docx, document_to_docx
from secc.render.imprint import ABOUT_EFFECT
from secc.resolve import resolve
from secc.resolve.model import ResolvedCode
from tests.pdf.small import BROKEN, DRAWN, FILES, documents, no_pictures, of_figures, of_parts, of_pictures
from tests.redline_docx.history import SOURCES
from tests.redline_docx.pairs import Said, expected, said, spelt, straight
from tests.redline_docx.projector import Left, Side, document_of, left

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ADDED = ("About", "Cover", "Contents")
IMPRINT = Imprint(
    code="Smart Energy Code",
    said="as at 1 October 2018",
    day=date(2018, 10, 1),
    digest="sec1:whole",
    versions={DocumentId(DocumentKind.SECTION, "H"): "3.1"},
)


@cache
def sample() -> ResolvedCode:
    """The sample Code."""
    return resolve(load(Folder(SOURCES), NoCache()))


def own(file: bytes) -> list[Left]:
    """The paragraphs of a file, but for what was added to the text."""
    return [each for each in left(document_of(file), Side.ACCEPTED) if not each.style.startswith(_ADDED)]


def part(file: bytes, name: str) -> str:
    with ZipFile(BytesIO(file)) as archive:
        return archive.read(name).decode()


def pictures(path: str) -> bytes | None:
    """A picture of the sample."""
    place = Path(SOURCES, path)
    return place.read_bytes() if place.suffix == ".svg" else None


def test_every_document_of_the_sample_has_its_paragraphs() -> None:
    for each in sample().documents:
        made = document_to_docx(from_resolved(each, sample().terms), IMPRINT, pictures)
        found = [line for line in own(made) if line.rows or line.text not in ("", _FILE)]
        wanted = [straight(line) for line in spelt(expected(each.loaded.document)) if line and not _is_file(line)]
        assert [straight(line) for line in said(found)] == wanted, each.loaded.document.id


_FILE = "Annex A, version 12.4 (the file s1sr-annex-a.xlsx)"


def _is_file(line: Said) -> bool:
    return isinstance(line, str) and line.startswith("[figures/")


def test_the_code_has_a_section_for_each_document() -> None:
    made = code_to_docx(documents(), IMPRINT, no_pictures)
    assert part(made, "word/document.xml").count("<w:sectPr>") == 3
    assert "Smart Energy Code" in part(made, "word/header1.xml")
    assert "The text as at 1 October 2018 · sec1:whole" in part(made, "word/header1.xml")
    assert "Section H: DCC Services" in part(made, "word/header2.xml")
    assert "Appendix A: Migration (MAD)" in part(made, "word/header3.xml")
    assert f"version 3.1, {documents()[0].digest}" in part(made, "word/header2.xml")


def test_the_contents_lead_to_the_headings() -> None:
    found = document_of(code_to_docx(documents(), IMPRINT, no_pictures))
    listed = [("".join(each.itertext()), each.get(f"{_W}anchor")) for each in found.iter(f"{_W}hyperlink")]
    assert [words.partition(" PAGEREF")[0] for words, _ in listed] == [
        "Section H: DCC Services", "H1User Entry", "H2Definitions", "Appendix A: Migration",
    ]  # fmt: skip
    marked = {each.get(f"{_W}name"): _words(each) for each in found.iter(f"{_W}bookmarkStart")}
    assert [marked[anchor or ""] for _, anchor in listed] == [
        "Section H: DCC Services", "H1User Entry", "H2Definitions", "Appendix A: Migration",
    ]  # fmt: skip


def _words(mark: etree._Element) -> str:
    paragraph = mark.getparent()
    assert paragraph is not None
    return "".join(paragraph.itertext())


def test_what_is_said_of_effect_stands_at_its_provision_once() -> None:
    section = DocumentId(DocumentKind.SECTION, "H")
    one, two = Address(section, ("H1",)), Address(section, ("H1", "1"))
    clause = ClausePart(two, "H1.1", False, (Run("The DCC shall act."),), ())
    shown = of_parts(SubSectionPart(one, "H1", (Run("Tests"),), (clause, QuotationPart((clause,)))))
    effect = {Address(section): "○ Not yet in effect", one: "◐ In effect for some", two: "‖ Suspended"}
    imprint = replace(IMPRINT, effect=effect)
    alone = [
        ("Title", "Section H: Services"),
        ("About", "○ Not yet in effect"),
        ("About", ABOUT_EFFECT),
        ("Heading2", "H1\tTests"),
        ("Effect", "◐ In effect for some"),
        ("Effect", "‖ Suspended"),
        ("Clause", "H1.1\tThe DCC shall act."),
        ("Clause", "H1.1\tThe DCC shall act."),
    ]
    for made in (document_to_docx(shown, imprint, no_pictures), code_to_docx([shown], imprint, no_pictures)):
        found = [(each.style, each.text) for each in left(document_of(made), Side.ACCEPTED)]
        assert [each for each in found if each in alone] == alone


def test_formulas_are_set_as_word_sets_them() -> None:
    latex = r"C_t = \sum_{m=1}^{12} \frac{a_{m}}{2} + \max_{g} EAR_t"
    made = document_of(document_to_docx(of_parts(FormulaPart(latex), FormulaPart(r"\frac{a")), IMPRINT, no_pictures))
    (found,) = made.iter(f"{_M}oMath")
    shapes = [etree.QName(each).localname for each in found.iter(*(f"{_M}{name}" for name in _SHAPES))]
    assert shapes == ["sSub", "nary", "f", "sSub", "limLow", "sSub"]
    (taken,) = found.iterfind(f"{_M}nary/{_M}e")
    assert "".join(taken.itertext()) == "am2+maxgEARt"
    assert r"\frac{a" in [each.text for each in made.iter(f"{_W}t")]


_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SHAPES = ("sSub", "nary", "f", "limLow")


def test_a_picture_is_drawn_and_what_could_act_is_not() -> None:
    made = document_to_docx(of_figures(), IMPRINT, FILES.get)
    (drawn,) = document_of(made).iter("{*}docPr")
    assert drawn.get("descr") == "A square"
    with ZipFile(BytesIO(made)) as archive:
        assert archive.read("word/media/image1.png").startswith(b"\x89PNG")
        assert "word/media/image2.png" not in archive.namelist()
    assert [each.text for each in own(made) if each.style == "Figure"] == ["", "[A trap]"]


def test_pictures_are_drawn_no_larger_than_a_page_and_without_those_that_cannot_be() -> None:
    made = document_to_docx(of_pictures([*DRAWN, *BROKEN]), IMPRINT, {**DRAWN, **BROKEN}.get)
    assert [each.get("descr") for each in document_of(made).iter("{*}docPr")] == [*DRAWN]
    assert [each.text for each in own(made) if each.style == "Figure" and each.text] == [f"[{path}]" for path in BROKEN]


def test_it_is_always_the_same() -> None:
    assert code_to_docx(documents(), IMPRINT, FILES.get) == code_to_docx(documents(), IMPRINT, FILES.get)
