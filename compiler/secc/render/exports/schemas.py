"""The published schemas of every file of data, made from the types, so that they cannot disagree."""

from collections.abc import Mapping
from typing import TypeAlias

import msgspec
from msgspec import Struct

from secc.render.exports.code_files import CodeFile, VersionFile, WholeCodeFile
from secc.render.exports.dated_files import DatedTextFile, DayFile
from secc.render.exports.files import DefinitionFile, DocumentFile, ProvisionFile
from secc.render.exports.identity_files import IdentityFile
from secc.render.exports.instrument_files import InstrumentFile
from secc.render.exports.list_files import (
    DaysFile,
    FlightFile,
    FormerFile,
    NotYetFile,
    RegisterFile,
    TermsFile,
    TimelineFile,
    VersionsFile,
)
from secc.render.exports.site_files import CompareFile, SearchFile, TermsInTimeFile, WrittenFile

ListFile: TypeAlias = (
    TimelineFile | RegisterFile | FlightFile | NotYetFile | TermsFile | VersionsFile | DaysFile | FormerFile
)
AnyFile: TypeAlias = (
    CodeFile
    | DocumentFile
    | ProvisionFile
    | DefinitionFile
    | InstrumentFile
    | VersionFile
    | WholeCodeFile
    | DatedTextFile
    | DayFile
    | IdentityFile
    | CompareFile
    | SearchFile
    | TermsInTimeFile
    | WrittenFile
    | ListFile
)
SCHEMAS: Mapping[str, type[Struct]] = {
    "code": CodeFile,
    "document": DocumentFile,
    "provision": ProvisionFile,
    "definition": DefinitionFile,
    "instrument": InstrumentFile,
    "version": VersionFile,
    "whole-code": WholeCodeFile,
    "timeline": TimelineFile,
    "instruments": RegisterFile,
    "in-flight": FlightFile,
    "not-yet": NotYetFile,
    "terms": TermsFile,
    "versions": VersionsFile,
    "days": DaysFile,
    "former": FormerFile,
    "dated-text": DatedTextFile,
    "day": DayFile,
    "identity": IdentityFile,
    "compare": CompareFile,
    "search": SearchFile,
    "terms-in-time": TermsInTimeFile,
    "written-by-hand": WrittenFile,
}
"""The type of each kind of file, by what it calls itself."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_name(kind: str) -> str:
    """`document.schema.json`."""
    return f"{kind}.schema.json"


def schema(kind: str) -> bytes:
    """The schema of a kind of file."""
    found: dict[str, object] = {"$schema": _DIALECT, "title": kind.capitalize()}
    return indented(found | _readable(msgspec.json.schema(SCHEMAS[kind])))


def to_json(file: AnyFile) -> bytes:
    """A file, UTF-8, on one line."""
    return msgspec.json.encode(file) + b"\n"


def indented(made: object) -> bytes:
    """Anything as JSON, two spaces to a level."""
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def _readable(made: Mapping[str, object]) -> dict[str, object]:
    """With descriptions of one line, one for the tag that tells kinds apart too, and without the names of our types."""
    found: dict[str, object] = {}
    for key, each in made.items():
        if key == "description" and isinstance(each, str):
            found[key] = " ".join(each.split())
        elif key == "kind" and isinstance(each, Mapping) and "enum" in each:
            found[key] = {"description": "What this is.", **each}
        elif key != "title" or not isinstance(each, str):
            found[key] = _readable(each) if isinstance(each, Mapping) else each
    return found
