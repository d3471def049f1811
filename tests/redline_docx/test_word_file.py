"""A redline as a Word file: what it prints of itself, how each change is tracked, and that it is always the same."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from secc.code.model import AnyBlock, Clause, Document, Paragraph, Table, Text
from secc.ids import DocumentId, DocumentKind
from secc.render.docx import Tracking, redline_to_docx
from secc.source import Span
from tests.compare.documents import prose
from tests.redline_docx.pairs import TRACKING, redline_of, said
from tests.redline_docx.projector import Side, document_of, left

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOWHERE = Span(0, 0)
_LONG = "The DCC shall publish the list of Eligible Product Combinations on its website within ten Working Days of"


def document(*blocks: AnyBlock) -> Document:
    return Document(
        id=DocumentId(DocumentKind.SECTION, "H"),
        title=prose("DCC Services"),
        attributes=(),
        blocks=blocks,
        span=_NOWHERE,
    )


def clause(label: str, text: str, *blocks: AnyBlock) -> Clause:
    return Clause(span=_NOWHERE, label=label, title="", vacant=False, prose=prose(text), blocks=blocks)


def paragraph(label: str, text: str) -> Paragraph:
    return Paragraph(span=_NOWHERE, label=label, written=label, vacant=False, prose=prose(text), blocks=())


def table(*rows: Sequence[str]) -> Table:
    head, *others = (tuple(map(prose, row)) for row in rows)
    return Table(span=_NOWHERE, caption=None, head=(head,), rows=tuple(others))


def file_of(before: Document, after: Document) -> bytes:
    return redline_to_docx(redline_of(before, after), TRACKING)


def written(before: Document, after: Document) -> etree._Element:
    return document_of(file_of(before, after))


def tracked(found: etree._Element, name: str) -> list[str]:
    """The words in each mark of a kind."""
    marks = found.iter(f"{_W}{name}")
    return [
        "".join(each.xpath(".//*[local-name()='t' or local-name()='delText']/text()")) for each in marks if len(each)
    ]


def part(file: bytes, name: str) -> str:
    with ZipFile(BytesIO(file)) as archive:
        return archive.read(name).decode()


OLD = document(clause("H1.1", f"{_LONG} receipt."), clause("H1.2", "A Party may appeal to the Panel."))
NEW = document(clause("H1.1", f"{_LONG} the notice."), clause("H1.3", "A Party may appeal to the Panel."))


def test_it_says_on_every_page_what_it_is() -> None:
    head = part(file_of(OLD, NEW), "word/header1.xml")
    redline = redline_of(OLD, NEW)
    assert "Redline of Section H: DCC Services" in head
    assert f"Before: the text as at 8 November 2016; version 1.0, {redline.before.digest}" in head
    assert f"After: the text as at 1 October 2018; version 1.0, {redline.after.digest}" in head
    assert "NUMPAGES" in part(file_of(OLD, NEW), "word/footer1.xml")


def test_it_is_always_the_same() -> None:
    assert file_of(OLD, NEW) == file_of(OLD, NEW)
    with ZipFile(BytesIO(file_of(OLD, NEW))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_author_and_day_are_those_given() -> None:
    found = document_of(redline_to_docx(redline_of(OLD, NEW), Tracking('A "B" <C>', date(2017, 2, 3))))
    marks = [each for each in found.iter() if each.get(f"{_W}author") is not None]
    assert {each.get(f"{_W}author") for each in marks} == {'A "B" <C>'}
    assert {each.get(f"{_W}date") for each in marks} == {"2017-02-03T00:00:00Z"}


def test_words_and_numbers_are_tracked_on_their_own() -> None:
    found = written(OLD, NEW)
    assert tracked(found, "del") == ["receipt", "H1.2"]
    assert tracked(found, "ins") == ["the notice", "H1.3"]


def test_a_paragraph_goes_with_its_end() -> None:
    found = written(OLD, document(*OLD.blocks, clause("H1.3", "The DCC shall keep a log of it for six years.")))
    (end,) = found.iterfind(f".//{_W}pPr/{_W}rPr/{_W}ins")
    (words,) = end.getparent().getparent().getparent().iterfind(f"{_W}ins")  # type: ignore[union-attr]  # found above
    assert "".join(words.itertext()) == "H1.3The DCC shall keep a log of it for six years."


def test_what_moved_is_a_move_on_both_sides() -> None:
    moving = clause("H1.1", f"{_LONG} receipt of the plan by the Panel.", paragraph("(a)", "which shall then be kept."))
    others = [
        clause(f"H1.{place}", f"Clause {place} is about the {word} alone.") for place, word in enumerate(_WORDS, 2)
    ]
    found = written(document(moving, *others), document(*others, moving))
    names = [each.get(f"{_W}name") for each in found.iter(f"{_W}moveFromRangeStart", f"{_W}moveToRangeStart")]
    assert names == ["move1", "move1"]
    assert tracked(found, "moveFrom") == tracked(found, "moveTo")
    assert not tracked(found, "ins")


_WORDS = ("charge", "licence", "meter", "tariff", "network")


def test_rows_and_columns_of_tables() -> None:
    rows = [
        ["User Role", "Who may act in it"],
        ["Import Supplier", "A holder of a licence"],
        ["Other User", "Any Party"],
    ]
    old = document(table(*rows))
    row = written(old, document(table(*rows[:2], ["Gas Transporter", "A network operator"], rows[2])))
    assert len(row.findall(f".//{_W}trPr/{_W}ins")) == 1
    column = written(old, document(table(*(each[:1] for each in rows))))
    assert len(column.findall(f".//{_W}tcPr/{_W}cellDel")) == len(rows)
    assert column.find(f".//{_W}trPr/{_W}del") is None


def test_inserted_words_at_an_end_before_an_inserted_paragraph() -> None:
    """LibreOffice rejects wrongly unless the end of the first is marked, and that of the second is not."""
    old = document(clause("H1.1", "The DCC shall do so", paragraph("(a)", f"{_LONG} receipt")))
    new = document(
        clause("H1.1", "The DCC shall do so", paragraph("(a)", f"{_LONG} receipt; and"), paragraph("(b)", "keep it."))
    )
    ends = [each.find(f"{_W}pPr/{_W}rPr/{_W}ins") is not None for each in written(old, new).iter(f"{_W}p")]
    assert ends == [False, False, True, False, False]


def test_a_paragraph_deleted_before_a_table_leaves_none() -> None:
    grid = table(["User Role"], ["Import Supplier"])
    old = document(
        clause("H1.1", "The roles are these."), Text(span=_NOWHERE, prose=prose("They follow."), blocks=()), grid
    )
    found = left(written(old, document(old.blocks[0], grid)), Side.ACCEPTED)
    assert [each.style for each in found] == ["Title", "Clause", "", "AfterTable", "End"]


def test_whatever_a_text_holds_the_file_is_sound() -> None:
    hostile = '</w:t> & "x" ]]> \ufffe \x07 <!-- é 𝄞'
    found = written(document(clause("H1.1", "A & B")), document(clause("H1.1", hostile)))
    assert said(left(found, Side.ACCEPTED))[1] == "H1.1\t</w:t> & “x” ]]> \ufffd \ufffd <!-- é 𝄞"
