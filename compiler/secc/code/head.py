"""What a Code must know of each of its files at once, so that the rest of a file is read only when it is asked for."""

from msgspec import Struct

from secc.code.from_syntax import ReadDocument
from secc.diagnostics import Diagnostic
from secc.ids import DocumentId
from secc.source import Span


class Head(Struct, frozen=True, array_like=True):
    """The identity of a file's document, the place of its header, and what is wrong with the file."""

    id: DocumentId
    span: Span
    findings: tuple[Diagnostic, ...]


def head_of(read: ReadDocument) -> Head:
    """The head of a reading."""
    return Head(read.document.id, read.document.span, read.findings)
