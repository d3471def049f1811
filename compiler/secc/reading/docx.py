"""A Word file as text: a line for each paragraph, numbered as Word numbers it.

Tracked insertions are text and deletions are not; hidden text is not; fields stand with their result. A heading gets
the marks of one, a row of a table its bars, a footnote a line behind the text and its mark where it belongs.
"""

from collections.abc import Iterator

from lxml import etree

from secc.diagnostics import CannotProceed
from secc.reading.archive import Archive
from secc.reading.word_numbers import Numbers
from secc.reading.word_text import W, attribute, paragraph_text, paragraphs_in

_BODY = "word/document.xml"


def text_of_docx(path: str, contents: bytes) -> str:
    """The text of a Word file. Raises `CannotProceed`, in one line, for what is none or cannot be trusted."""
    archive = Archive(path, contents)
    root = archive.part(_BODY)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise CannotProceed(f"{path} is no Word file: it has no text")
    numbers = Numbers(archive.part("word/numbering.xml"), archive.part("word/styles.xml"))
    lines = list(_lines(body, numbers))
    lines.extend(_footnotes(archive.part("word/footnotes.xml"), numbers))
    return "\n".join(lines) + "\n"


def _lines(body: etree._Element, numbers: Numbers) -> Iterator[str]:
    for block in paragraphs_in(body):
        if block.tag == f"{W}tr":
            yield _row(block)
        else:
            yield _line(block, numbers)


def _line(paragraph: etree._Element, numbers: Numbers) -> str:
    """A paragraph with its number, or the marks of the heading that it is."""
    text = paragraph_text(paragraph)
    number = numbers.number(paragraph) if text else ""
    marks = "#" * numbers.heading_level(paragraph)
    if number.isdigit() and not marks:
        marks = "-"  # tells a bare number from one of the sentence
    return " ".join(part for part in (marks, number, text) if part)


def _row(row: etree._Element) -> str:
    cells = (" ".join(filter(None, map(paragraph_text, cell.iter(f"{W}p")))) for cell in row.iter(f"{W}tc"))
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _footnotes(root: etree._Element | None, numbers: Numbers) -> Iterator[str]:
    """The footnotes, each behind its mark; Word's separators are none."""
    for note in root.iter(f"{W}footnote") if root is not None else ():
        if attribute(note, "type") in ("", "normal"):
            text = " ".join(filter(None, (_line(each, numbers) for each in note.iter(f"{W}p"))))
            yield f"<sup>{attribute(note, 'id')}</sup> {text}"
