"""A wording as a Code that can be bound, checked and shown like the one on disk."""

from secc.code.load import LoadedCode, LoadedDocument
from secc.ids import DocumentId
from secc.timeline.replay import Wordings


def code_of(wordings: Wordings, on_disk: LoadedCode) -> LoadedCode:
    """The documents of a wording, with the settings and registers of the Code on disk.

    A document that reads as it does on disk is the one on disk, so that what is found in it has its place there.
    """
    files = {each.id: each for each in on_disk.documents}
    documents = tuple(_document(document, wordings, files) for document in wordings.documents)
    return LoadedCode(on_disk.settings, documents, on_disk.register, on_disk.house_style)


def _document(document: DocumentId, wordings: Wordings, files: dict[DocumentId, LoadedDocument]) -> LoadedDocument:
    version = wordings.documents[document]
    file = files.get(document)
    return file if file is not None and file.source.text == version.text else version.loaded
