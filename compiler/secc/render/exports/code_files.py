"""The Code as a whole as data: what it is made of, its consolidated versions, and all of it in one file."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from secc.document.model import DisplayDocument
from secc.ids import DocumentId
from secc.render.exports.files import (
    AddressOf,
    AsAt,
    DefinitionFile,
    DocumentFile,
    Format,
    Known,
    NextChange,
    Printed,
    TheCode,
)
from secc.render.exports.instrument_files import InstrumentFile
from secc.render.plain import titled
from secc.timeline.log import Listed, LogEntry

Data = Annotated[str, Meta(description="Where its own data is, relative to this file; absent where it is in no file.")]


class DocumentLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document of the Code."""

    address: AddressOf
    printed: Printed
    title: Annotated[str, Meta(description="Its title, plain.")]
    known_as: Annotated[str, Meta(description="Its short name; absent where it has none.")] = ""
    version: Annotated[str, Meta(description="Its version; absent where none is known.")] = ""
    digest: Annotated[str, Meta(description="Its legal digest.")]
    data: Data = ""


class InstrumentLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An instrument."""

    name: Annotated[str, Meta(description="Its name.")]
    title: Annotated[str, Meta(description="Its title.")]
    data: Data = ""


class VersionLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A consolidated version of the Code."""

    number: Annotated[str, Meta(description="Its number.")]
    in_effect: Annotated[date, Meta(description="The day from which it is in effect.")]
    data: Data = ""


class TermLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A name that is defined."""

    name: Annotated[str, Meta(description="The name.")]
    also: Annotated[tuple[str, ...], Meta(description="Other names of the same.")] = ()
    data: Data = ""


class CodeFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="code"):
    """What the Code is made of."""

    format: Format
    code: Annotated[TheCode, Meta(description="The Code.")]
    as_at: AsAt
    known: Known
    next_change: NextChange
    version: Annotated[str, Meta(description="The last consolidated version by that day; may be empty.")]
    digest: Annotated[str, Meta(description="The legal digest of all documents together.")]
    documents: Annotated[tuple[DocumentLine, ...], Meta(description="Its documents, in order.")]
    terms: Annotated[tuple[TermLine, ...], Meta(description="Its defined terms, by the alphabet.")]
    instruments: Annotated[tuple[InstrumentLine, ...], Meta(description="Its instruments, by name.")]
    versions: Annotated[tuple[VersionLine, ...], Meta(description="Its consolidated versions, oldest first.")]


class ListedDocument(Struct, frozen=True, kw_only=True):
    """A document in a consolidated version."""

    address: AddressOf
    printed: Printed
    version: Annotated[str, Meta(description="Its own version.")]
    digest: Annotated[str, Meta(description="Its legal digest.")]
    changed: Annotated[bool, Meta(description="Whether its text or version changed with this version of the Code.")]


class VersionFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="version"):
    """A consolidated version of the Code, as the document log records it."""

    format: Format
    code: Annotated[TheCode, Meta(description="The Code that it is of.")]
    number: Annotated[str, Meta(description="Its number.")]
    in_effect: Annotated[date, Meta(description="The day from which it is in effect.")]
    published: Annotated[date, Meta(description="The day on which it was published.")]
    recorded: Annotated[date, Meta(description="The day by which all of it was known.")]
    instruments: Annotated[tuple[str, ...], Meta(description="The names of the instruments that made it.")]
    documents: Annotated[tuple[ListedDocument, ...], Meta(description="Its documents, in order.")]
    revoked: Annotated[tuple[str, ...], Meta(description="The addresses of the documents that went with it.")]
    digest: Annotated[str, Meta(description="The legal digest of all documents together.")]
    chain: Annotated[str, Meta(description="The digest of this entry of the log and of those before it.")]


class WholeCodeFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="whole-code"):
    """All of the Code: its documents, definitions, instruments and versions, each as in a file of its own."""

    format: Format
    about: Annotated[CodeFile, Meta(description="What it is made of.")]
    documents: Annotated[tuple[DocumentFile, ...], Meta(description="Its documents, in order.")]
    definitions: Annotated[tuple[DefinitionFile, ...], Meta(description="Its defined terms, by the alphabet.")]
    instruments: Annotated[tuple[InstrumentFile, ...], Meta(description="Its instruments, by name.")]
    versions: Annotated[tuple[VersionFile, ...], Meta(description="Its consolidated versions, oldest first.")]


def version_file(entry: LogEntry, listed: Mapping[DocumentId, Listed], code: TheCode) -> VersionFile:
    """An entry of the document log; `listed` are the documents as it leaves them."""
    return VersionFile(
        format=1,
        code=code,
        number=entry.number,
        in_effect=entry.in_effect,
        published=entry.published,
        recorded=entry.recorded,
        instruments=entry.instruments,
        documents=tuple(_listed(document, each, entry) for document, each in listed.items()),
        revoked=entry.revoked,
        digest=entry.code,
        chain=entry.chain,
    )


def document_line(document: DisplayDocument, version: str, data: str) -> DocumentLine:
    """A document in the list of them, with its own version and where its data is, either of which may be empty."""
    return DocumentLine(
        address=str(document.id),
        printed=document.id.printed,
        title=titled(document.title),
        known_as=document.known_as,
        version=version,
        digest=document.digest,
        data=data,
    )


def _listed(document: DocumentId, listed: Listed, entry: LogEntry) -> ListedDocument:
    return ListedDocument(
        address=str(document),
        printed=document.printed,
        version=listed.version,
        digest=listed.digest,
        changed=str(document) in entry.documents,
    )
