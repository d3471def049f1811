"""Word files as text: numbers, tracked changes, tables, footnotes; and files that are refused."""

import io
import zipfile

import pytest

from secc.diagnostics import CannotProceed
from secc.reading.docx import text_of_docx
from secc.reading.files import letter_from
from secc.reading.letter import ParagraphKind
from tests.reading.word_file import NAMESPACE, listed, paragraph, word_file


def lines(*body: str, **parts: str) -> list[str]:
    return text_of_docx("letter.docx", word_file(*body, **parts)).splitlines()


def test_a_line_for_each_paragraph_with_the_number_that_word_prints() -> None:
    assert lines(
        paragraph("Summary", "H1"),
        paragraph("The first.", "Clause"),
        paragraph("A part.", "Sub"),
        paragraph("Another part.", "Sub"),
        paragraph("Deeper.", numbers=listed(1, 2)),
        paragraph("The second.", "Clause"),
        paragraph("A part again.", "Sub"),
        paragraph("Not numbered.", "Clause", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ) == [
        "# Summary", "1. The first.", "(a) A part.", "(b) Another part.", "1.2.1 Deeper.", "2. The second.",
        "(a) A part again.", "Not numbered.",
    ]  # fmt: skip


def test_lists_share_counters_and_an_overridden_start_counts_once() -> None:
    assert lines(
        paragraph("One.", numbers=listed(1, 0)),
        paragraph("Nine.", numbers=listed(2, 0)),
        paragraph("Ten.", numbers=listed(2, 0)),
        paragraph("Eleven.", numbers=listed(1, 0)),
    ) == ["1. One.", "9. Nine.", "10. Ten.", "11. Eleven."]


def test_insertions_are_text_and_deletions_hidden_words_and_codes_of_fields_are_not() -> None:
    text = (
        "<w:r><w:t>The policy </w:t></w:r>"
        "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> never</w:t></w:r>"
        "<w:r><w:instrText>REF _Ref1</w:instrText></w:r><w:r><w:t> apply</w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t> from</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:hyperlink><w:r><w:t> June</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r>'
    )
    footnotes = f'<w:footnote w:id="0" w:type="separator">{paragraph("-")}</w:footnote>'
    footnotes += f'<w:footnote w:id="1">{paragraph("See the plan.")}</w:footnote>'
    assert lines(paragraph(text), footnotes=footnotes) == [
        "The policy shall apply from June<sup>1</sup>", "<sup>1</sup> See the plan.",
    ]  # fmt: skip


def test_rows_of_tables_have_bars_and_are_rows() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("SEC Section", "Content"))
    body = (f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", paragraph("Behind the table."))
    assert lines(*body) == ["| SEC Section | Content |", "Behind the table."]
    letter = letter_from("letter.docx", word_file(*body))
    assert [each.kind for each in letter.paragraphs] == [ParagraphKind.ROW, ParagraphKind.TEXT]


def test_paragraphs_are_not_joined() -> None:
    letter = letter_from("letter.docx", word_file(paragraph("It applies to the"), paragraph("register of the")))
    assert [each.text for each in letter.paragraphs] == ["It applies to the", "register of the"]


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), contents)
    return made.getvalue()


HOSTILE = {
    "a zip without a text": zipped(readme_xml=b"<a/>"),
    "cut off": word_file(paragraph("A"))[:200],
    "a bomb": zipped(word__document_xml=b" " * 30_000_000),
    "no XML": zipped(word__document_xml=b"<w:document"),
    "an entity": zipped(
        word__document_xml=f'<!DOCTYPE d [<!ENTITY a "b">]><w:document {NAMESPACE}><w:body/></w:document>'.encode()
    ),
    "too many files": zipped(**{f"a{number}_xml": b"" for number in range(5001)}),
}


@pytest.mark.parametrize("contents", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_trusted_is_refused_in_one_line(contents: bytes) -> None:
    with pytest.raises(CannotProceed) as refused:
        letter_from("letter.docx", contents)
    assert str(refused.value).startswith("letter.docx ")
    assert "\n" not in str(refused.value)


def test_text_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(CannotProceed, match="line 2 has a byte that is not text"):
        letter_from("letter.txt", b"one\ntw\xff")
