"""A wording as a Code that can be bound, checked and shown like the one on disk."""

from secc.code.load import LoadedCode, LoadedDocument
from secc.ids import DocumentId
from secc.timeline.replay import Wordings


def code_of(wordings: Wordings, on_disk: LoadedCode, *, files: bool = True) -> LoadedCode:
    """The documents of a wording, with the settings and registers of the Code on disk.

    With `files`, a document that reads as it does on disk is the one on disk, so that what is found in it has its
    place there.
    """
    on_file = {each.id: each for each in on_disk.documents} if files else {}
    documents = tuple(_document(document, wordings, on_file) for document in wordings.documents)
    return LoadedCode(on_disk.settings, documents, on_disk.register, on_disk.house_style)


def _document(document: DocumentId, wordings: Wordings, files: dict[DocumentId, LoadedDocument]) -> LoadedDocument:
    version = wordings.documents[document]
    file = files.get(document)
    return file if file is not None and file.source.text == version.text else version.loaded
