"""The package of a Word file: its parts, what they are, how they relate; the same contents give the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_LEVEL = 4
"""Of compression: a tenth larger than the usual 6, in two thirds of the time."""


def package(document: str, around: Mapping[str, str], properties: str) -> bytes:
    """A Word file of its document part, the parts that this relates to by name (`styles.xml`), and its properties.

    A part relates by the name of its file: `header1` is that of `header1.xml`.
    """
    files = {
        "[Content_Types].xml": _content_types(around),
        "_rels/.rels": _relations({"document": "word/document.xml", "properties": "docProps/core.xml"}),
        "docProps/core.xml": properties,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations({name.removesuffix(".xml"): name for name in around}),
        **{f"word/{name}": text for name, text in around.items()},
    }
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(_entry(name), text.encode(), compresslevel=_LEVEL)
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    """An entry that says nothing of when or on what machine it was made."""
    entry = ZipInfo(name, _LONG_AGO)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _kind(name: str) -> str:
    """`header` of `header12.xml`."""
    return name.removesuffix(".xml").rstrip("0123456789")


def _content_types(around: Mapping[str, str]) -> str:
    overrides = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{name}": f"{_WORD}.{_kind(name)}+xml" for name in around},
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{_relation(name)}" Target="{target}"/>' for name, target in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _relation(name: str) -> str:
    if name == "properties":
        return f"{PACKAGE}/relationships/metadata/core-properties"
    return f"{RELATIONS}/{'officeDocument' if name == 'document' else _kind(name)}"
