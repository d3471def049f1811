"""A letter from its file: text, Markdown, or a Word file."""

from secc.diagnostics import CannotProceed
from secc.reading.layout import Lines
from secc.reading.letter import Letter, read_letter
from secc.source import Source

# What a zip begins with, which a Word file is.
_ZIP = b"PK\x03\x04"


def letter_from(path: str, contents: bytes) -> Letter:
    """The letter in a file; the text of a Word file has a line for each paragraph, numbered as Word numbers it.

    Raises `CannotProceed`, in one clear line, for what is neither text in UTF-8 nor a Word file that can be trusted.
    """
    if contents.startswith(_ZIP):
        from secc.reading.docx import text_of_docx  # lxml is slow to import, and only needed here

        return read_letter(Source(path, text_of_docx(path, contents)), Lines.PARAGRAPHS)
    try:
        text = contents.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = contents.count(b"\n", 0, error.start) + 1
        raise CannotProceed(f"{path} is not in UTF-8: line {line} has a byte that is not text") from None
    return read_letter(Source(path, text.replace("\r\n", "\n").replace("\r", "\n")))
