"""The files of a pack, each with its contents: made twice, they are the same, byte for byte."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct

from secc.document.model import DisplayDocument
from secc.document.pack.model import AffectedDocument, Pack, StagePack
from secc.document.pack.summary import FileSaid, summary
from secc.document.redline_model import Edition, Redline
from secc.ids import DocumentId
from secc.render import formal_docx, formal_html, formal_markdown, pack_html, pack_json
from secc.render.docx import Tracking, document_to_docx, redline_to_docx
from secc.render.imprint import Imprint, Pictures
from secc.render.pdf import document_to_pdf, redline_to_pdf
from secc.render.redline_html import to_html
from secc.render.redline_html_blocks import HtmlLayout

SUMMARY, JSON, DIGESTS = "README", "pack.json", "SHA256SUMS"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


class Setting(Struct, frozen=True, kw_only=True):
    """What is said in files besides what the pack says: what the Code is called in short, who tracked the changes."""

    short: str
    author: str
    pictures: Pictures


class _Made(Struct, frozen=True):
    """A file under its name, with what it is."""

    path: str
    what: str
    contents: bytes
    stage: int | None = None
    document: DocumentId | None = None


def files_of(pack: Pack, setting: Setting) -> Mapping[str, bytes]:
    """Every file by its path in the pack, sorted."""
    made = [*_formal(pack, setting)]
    for place, stage in enumerate(pack.stages):
        made += _of_stage(pack, stage, place, setting)
    said = [_said(each) for each in made]
    listed = summary(pack, setting.short, said)
    about = {
        f"{SUMMARY}.html": pack_html.to_page(listed).encode(),
        f"{SUMMARY}.md": formal_markdown.to_markdown(listed).encode(),
        f"{SUMMARY}.docx": formal_docx.to_docx(listed, pack.code, _day(pack), setting.pictures),
        JSON: pack_json.to_json(pack, said),
    }
    files = {each.path: each.contents for each in made} | about
    sums = "".join(f"{_sha256(files[path])}  {path}\n" for path in sorted(files))
    return dict(sorted({**files, DIGESTS: sums.encode()}.items()))


def zipped(files: Mapping[str, bytes], folder: str) -> bytes:
    """The files in a folder of a zip that says nothing of when or on what machine it was made."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for path, contents in sorted(files.items()):
            entry = ZipInfo(f"{folder}/{path}", _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # so that the permissions below count, whatever machine this is
            entry.external_attr = _READABLE
            archive.writestr(entry, contents, compresslevel=6)
    return packed.getvalue()


def _formal(pack: Pack, setting: Setting) -> Iterator[_Made]:
    what = f"The formal text of the {pack.kind}"
    yield _Made("formal-text.docx", what, formal_docx.to_docx(pack.formal, pack.code, _day(pack), setting.pictures))
    yield _Made("formal-text.html", what, formal_html.to_page(pack.formal, setting.pictures).encode())
    yield _Made("formal-text.md", what, formal_markdown.to_markdown(pack.formal).encode())


def _day(pack: Pack) -> date | None:
    """The day that the files about the whole bear: the first on which the text changes."""
    return next((stage.day for stage in pack.stages if stage.day is not None), None)


# The texts of one day


def _of_stage(pack: Pack, stage: StagePack, place: int, setting: Setting) -> Iterator[_Made]:
    folder = _folder(pack, place)
    for document in stage.documents:
        named = f"{folder}/{document.id}"
        if document.clean is not None:
            imprint = _imprint(pack, stage, document.id, document.after)
            yield from _clean(document, document.clean, imprint, named, place, setting)
        if document.redline is not None:
            yield from _redlined(document, document.redline, pack.code, named, place, setting)


def _folder(pack: Pack, place: int) -> str:
    """Named by the day, and by its number where two have the same."""
    days = [str(stage.day) if stage.day is not None else "day-not-known" for stage in pack.stages]
    same = days[:place].count(days[place])
    return f"{days[place]}-{same + 1}" if same else days[place]


def _imprint(pack: Pack, stage: StagePack, document: DocumentId, edition: Edition | None) -> Imprint:
    versions = {document: edition.version} if edition is not None and edition.version else {}
    text = stage.after
    return Imprint(code=pack.code, said=text.said, day=text.day, digest=text.digest, versions=versions)


def _clean(
    document: AffectedDocument, shown: DisplayDocument, imprint: Imprint, named: str, place: int, setting: Setting
) -> Iterator[_Made]:
    what = f"{document.id.printed}, {imprint.text[0].lower()}{imprint.text[1:]}"
    pictures = setting.pictures
    forms: dict[str, Callable[[], bytes]] = {
        "docx": lambda: document_to_docx(shown, imprint, pictures),
        "html": lambda: formal_html.document_to_page(shown, imprint, pictures).encode(),
        "pdf": lambda: document_to_pdf(shown, imprint, pictures),
    }
    yield from (_Made(f"{named}-clean.{form}", what, make(), place, document.id) for form, make in forms.items())


def _redlined(
    document: AffectedDocument, found: Redline, code: str, named: str, place: int, setting: Setting
) -> Iterator[_Made]:
    what = f"{document.id.printed}, with the changes marked"
    day = found.after.day
    assert day is not None, "the texts of a pack are of days"
    forms: dict[str, Callable[[], bytes]] = {
        "docx": lambda: redline_to_docx(found, Tracking(setting.author, day)),
        "html": lambda: to_html(found, HtmlLayout(whole=False, side_by_side=False)).encode(),
        "pdf": lambda: redline_to_pdf(found, code),
    }
    yield from (_Made(f"{named}-redline.{form}", what, make(), place, document.id) for form, make in forms.items())


# What is said of files


def _said(made: _Made) -> FileSaid:
    return FileSaid(
        path=made.path, what=made.what, sha256=_sha256(made.contents), stage=made.stage, document=made.document
    )


def _sha256(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()
