"""The parts of the files are what the schemas of ECMA-376 allow."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from secc.document.model import FormulaPart
from secc.render.docx import code_to_docx, document_to_docx, redline_to_docx
from tests.compare.documents import edited
from tests.pdf.small import FILES, documents, every_formula, of_parts
from tests.redline_docx.history import steps
from tests.redline_docx.pairs import TRACKING, redline_of
from tests.redline_docx.test_standing import IMPRINT

pytestmark = pytest.mark.corpora

_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="{xml}"/>
<xs:import namespace="{name}" schemaLocation="{file}"/></xs:schema>"""
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_UNJUDGED = ("docProps/", "word/media/")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def schema(corpora: Path, name: str, file: str) -> etree.XMLSchema:
    """A schema of the corpus, with that of the `xml` attributes, which it does not say where to find."""
    paths = {"xml": corpora / "akn/xsd/xml.xsd", "file": corpora / "ooxml-xsd" / file}
    text = _SCHEMA.format(name=name, **{key: path.as_uri() for key, path in paths.items()})
    return etree.XMLSchema(etree.fromstring(text))


def faults(file: bytes, words: etree.XMLSchema, types: etree.XMLSchema, relations: etree.XMLSchema) -> list[str]:
    """What the schemas say against the parts of a file."""
    found = []
    with ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            judge = types if name.startswith("[") else relations if name.endswith(".rels") else words
            if name.startswith(_UNJUDGED):
                continue
            if not judge.validate(etree.fromstring(archive.read(name))):
                found += [f"{name}: {each.message}" for each in judge.error_log]
    return found


def test_every_part_is_sound(corpora: Path) -> None:
    judges = (
        schema(corpora, _WORDS, "wml.xsd"),
        schema(corpora, f"{_PACKAGE}/content-types", "opc-xsd/opc-contentTypes.xsd"),
        schema(corpora, f"{_PACKAGE}/relationships", "opc-xsd/opc-relationships.xsd"),
    )
    for seed in range(60):
        assert faults(redline_to_docx(redline_of(*edited(seed)), TRACKING), *judges) == [], seed
    assert faults(code_to_docx(documents(), IMPRINT, FILES.get), *judges) == []
    assert faults(document_to_docx(of_parts(*map(FormulaPart, every_formula())), IMPRINT, FILES.get), *judges) == []
    longest = max(steps(), key=lambda step: len(step.redline.documents))
    assert faults(redline_to_docx(longest.redline, TRACKING), *judges) == []
