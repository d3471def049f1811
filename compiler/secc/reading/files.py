"""The text of a file that holds a letter: text, Markdown, or a Word file."""

from secc.diagnostics import CannotProceed
from secc.source import Source

# What a zip begins with, which a Word file is.
_ZIP = b"PK\x03\x04"


def letter_source(path: str, contents: bytes) -> Source:
    """The text of a letter; of a Word file a line for each paragraph, numbered as Word numbers it.

    Raises `CannotProceed`, in one clear line, for what is neither text in UTF-8 nor a Word file that can be trusted.
    """
    if contents.startswith(_ZIP):
        raise CannotProceed(f"{path} is no text")
    try:
        text = contents.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = contents.count(b"\n", 0, error.start) + 1
        raise CannotProceed(f"{path} is not in UTF-8: line {line} has a byte that is not text") from None
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
