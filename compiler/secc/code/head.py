"""What a Code must know of each of its files at once, so that the rest of a file is read only when it is asked for."""

from msgspec import Struct

from secc.code.model import Document
from secc.diagnostics import Diagnostic
from secc.ids import DocumentId
from secc.source import Span


class NamedFile(Struct, frozen=True, array_like=True):
    """A file that a document names, from the folder of sources, and the place of the block that names it.

    It is a picture to be shown, or an attachment.
    """

    path: str
    span: Span
    is_picture: bool


class ReadDocument(Struct, frozen=True):
    """A file's document, what is wrong with the file, and the files of its figures and attachments."""

    document: Document
    findings: tuple[Diagnostic, ...]
    files: tuple[NamedFile, ...] = ()


class Head(Struct, frozen=True, array_like=True):
    """The identity of a file's document, the place of its header, what is wrong with the file, the files it names."""

    id: DocumentId
    span: Span
    findings: tuple[Diagnostic, ...]
    files: tuple[NamedFile, ...] = ()


def head_of(read: ReadDocument) -> Head:
    """The head of a reading."""
    return Head(read.document.id, read.document.span, read.findings, read.files)
