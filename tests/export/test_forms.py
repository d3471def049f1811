"""Data says what the text says, every word once, with every link; and is as its published schema says."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from secc.document import from_resolved
from secc.document.model import DisplayDocument, Part, Run, Runs, ToProvisions, ToTerm
from secc.document.parts import all_parts, words_of
from secc.ids import DocumentId, DocumentKind
from secc.render.exports.facts import NOTHING
from secc.render.exports.files import TheCode
from secc.render.exports.making import DocumentFiles, Edition
from secc.render.exports.marks import said as marked
from secc.render.exports.schemas import SCHEMAS, schema, schema_name, to_json
from secc.render.plain import plain
from secc.render.text import to_text
from tests.export.reading import Json, Table, blocks, cells, marks, said, text
from tests.export.validating import faults
from tests.render.parts import parts
from tests.render.words import in_text
from tests.site.codes import sample

EDITION = Edition(TheCode("Test Code", "TC", "This is no law."), None, None, {})


def data_of(document: DisplayDocument) -> bytes:
    return to_json(DocumentFiles(document, EDITION, lambda _: NOTHING).file())


def read(data: bytes) -> Table:
    found = json.loads(data)
    assert isinstance(found, dict)
    return found


def links(runs: Runs) -> list[tuple[str, str]]:
    """The words of each link with where it leads; neighbouring runs of one link together."""
    found: dict[int, tuple[str, str]] = {}
    for run in runs:
        if isinstance(run, Run) and isinstance(run.target, ToProvisions | ToTerm):
            to = run.target.addresses if isinstance(run.target, ToProvisions) else (run.target.address,)
            before = found.get(run.link, ("", ""))[0]
            found[run.link] = (before + run.text, " ".join(map(str, to)))
    return list(found.values())


def test_every_word_of_the_sample_stands_once_and_every_link() -> None:
    for document in sample().code.documents:
        shown = from_resolved(document, sample().code.terms)
        found = read(data_of(shown))
        assert in_text(said(found)) == in_text(to_text(shown)), shown.id
        expected = [link for part in all_parts(shown.parts) for runs in words_of(part) for link in links(runs)]
        told = [(words, _to(mark["to"])) for words, mark in marks(found["content"]) if "to" in mark]
        assert sorted(told) == sorted(expected), shown.id


def _to(value: Json) -> str:
    return " ".join(map(text, value)) if isinstance(value, list) else text(value)


@settings(max_examples=30)
@given(parts)
def test_any_parts_keep_their_words_and_pass_the_schema(some: tuple[Part, ...]) -> None:
    document = DisplayDocument(DocumentId(DocumentKind.SECTION, "H"), (Run("Title"),), "", "sec1:00", some)
    data = data_of(document)
    assert faults(data) == []
    expected = [plain(runs) for part in all_parts(some) for runs in words_of(part)]
    assert "".join(_own(read(data)["content"])) == "".join(expected)


def _own(content: Json) -> list[str]:
    """The plain words of every block, without labels and what is no prose."""
    found = []
    for block in blocks(content):
        if block["kind"] == "table":
            found += [text(cell.get("text")) for cell in cells(block)]
        elif block["kind"] != "code":
            found.append(text(block.get("text")))
    return found


def test_marks_cover_what_they_say() -> None:
    runs = (Run("See "), Run("Section ", (), ToProvisions(()), 1), Run("H1", (), ToProvisions(()), 1), Run("."))
    words, (mark,) = marked(runs)
    assert words[mark.start : mark.end] == "Section H1"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schemas_are_those_that_are_published(root: Path, update: bool, kind: str) -> None:
    place, made = root / "docs" / "schemas" / schema_name(kind), schema(kind)
    if update:
        place.write_bytes(made)
    assert place.read_bytes() == made
    Draft202012Validator.check_schema(json.loads(made))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_field_is_described(kind: str) -> None:
    definitions = json.loads(schema(kind))["$defs"]
    assert isinstance(definitions, dict)
    for name, each in definitions.items():
        assert isinstance(each, dict)
        properties = each.get("properties", {})
        assert isinstance(properties, dict)
        undescribed = [
            key for key, field in properties.items() if not (isinstance(field, dict) and "description" in field)
        ]
        assert undescribed == [], name
