"""The forms of `secc export`: the text that is put out as one file, or as several below a folder."""

from collections.abc import Callable

from secc.cli.exporting import DEFINITIONS, INSTRUMENTS, VERSIONS, Exported, term_name
from secc.cli.moments import moment
from secc.diagnostics import CannotProceed
from secc.document.model import DisplayDocument

Files = dict[str, bytes]
"""Files by their paths below a folder."""

BINARY = {"pdf": "a PDF", "docx": "a Word file"}
"""What is no text, and cannot be shown on a terminal."""


def one_file(form: str, of: str | None, exported: Exported) -> bytes:
    """All of it as one file."""
    if form == "csv":
        if of is None:
            raise CannotProceed("csv is two tables: name one with --of terms or --of references, or a folder with -o")
        return TABLES[of](exported)
    if exported.only is not None:
        return _DOCUMENT[form](exported, exported.documents[0])
    return _CODE[form](exported)


def several_files(form: str, of: str | None, exported: Exported) -> Files:
    """A file for each document, or for each table."""
    if form == "csv":
        return {f"{each}.csv": TABLES[each](exported) for each in ([of] if of is not None else TABLES)}
    files = {f"{each.id}.{_SUFFIX[form]}": _DOCUMENT[form](exported, each) for each in exported.documents}
    return files | (_json_beside(exported) if form == "json" and exported.only is None else {})


def _json_document(exported: Exported, document: DisplayDocument) -> bytes:
    from secc.render.exports.schemas import to_json

    return to_json(exported.files[document.id].file())


def _json_code(exported: Exported) -> bytes:
    from secc.render.exports.code_files import WholeCodeFile
    from secc.render.exports.schemas import to_json

    documents = [each.file() for each in exported.files.values()]
    return to_json(
        WholeCodeFile(
            format=1,
            about=exported.about(),
            documents=tuple(documents),
            definitions=tuple(each for _, each in exported.definitions()),
            instruments=tuple(exported.instruments()),
            versions=tuple(exported.versions()),
        )
    )


def _json_beside(exported: Exported) -> Files:
    """What there is besides the documents, and the list of it all."""
    from secc.render.exports.schemas import to_json

    files = {"code.json": to_json(exported.about(".json"))}
    for page, definition in exported.definitions():
        files[f"{DEFINITIONS}/{term_name(page)}.json"] = to_json(definition)
    for instrument in exported.instruments():
        files[f"{INSTRUMENTS}/{instrument.name}.json"] = to_json(instrument)
    for version in exported.versions():
        files[f"{VERSIONS}/{version.number}.json"] = to_json(version)
    return files


def _text_document(exported: Exported, document: DisplayDocument) -> bytes:
    """As the website has it, which `secc show` prints too: with its effect on the day, where that is known."""
    from secc.site.for_programs.texts import Texts

    when = moment(exported.day, exported.side.known) if exported.day is not None else ""
    return Texts(document, exported.told, when).whole().encode()


def _text_code(exported: Exported) -> bytes:
    return b"\n\n".join(_text_document(exported, each) for each in exported.documents)


def _pdf_document(exported: Exported, document: DisplayDocument) -> bytes:
    from secc.render.pdf import document_to_pdf

    return document_to_pdf(document, exported.imprint, exported.picture)


def _pdf_code(exported: Exported) -> bytes:
    from secc.render.pdf import code_to_pdf

    return code_to_pdf(exported.documents, exported.imprint, exported.picture)


def _docx_document(exported: Exported, document: DisplayDocument) -> bytes:
    from secc.render.docx import document_to_docx

    return document_to_docx(document, exported.imprint, exported.picture)


def _docx_code(exported: Exported) -> bytes:
    from secc.render.docx import code_to_docx

    return code_to_docx(exported.documents, exported.imprint, exported.picture)


def _terms(exported: Exported) -> bytes:
    from secc.render.exports.tables import terms_csv

    return terms_csv(exported.code, exported.only)


def _references(exported: Exported) -> bytes:
    from secc.render.exports.tables import references_csv

    return references_csv(exported.code, exported.only)


TABLES: dict[str, Callable[[Exported], bytes]] = {"terms": _terms, "references": _references}
_CODE: dict[str, Callable[[Exported], bytes]] = {
    "json": _json_code,
    "text": _text_code,
    "pdf": _pdf_code,
    "docx": _docx_code,
}
_DOCUMENT: dict[str, Callable[[Exported, DisplayDocument], bytes]] = {
    "json": _json_document,
    "text": _text_document,
    "pdf": _pdf_document,
    "docx": _docx_document,
}
_SUFFIX = {"json": "json", "text": "txt", "pdf": "pdf", "docx": "docx"}
