"""An instrument carried out on the working text: what each file becomes, or why it cannot be done."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TypeGuard, get_args

from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.replacing import AnnexReader
from secc.amending.traced import Strand, traced
from secc.amending.version import DocumentVersion, identified
from secc.amending.workbench import Workbench
from secc.code.load import DocumentCache, LoadedCode, LoadedDocument
from secc.code.model import Document
from secc.code.walk import placed
from secc.ids import DocumentId, DocumentKind
from secc.instruments.model import Action, Instrument, Wording
from secc.instruments.when import OperationRef
from secc.timeline.inheriting import inheriting

_FOLDERS = {DocumentKind.SECTION: "sections", DocumentKind.SCHEDULE: "schedules", DocumentKind.APPENDIX: "appendices"}
_ON_DISK = OperationRef("the working text", "")


class FileChange(Struct, frozen=True):
    """A document's file before and after; `before` is None for a new one, `after` for one that goes."""

    document: DocumentId
    path: str
    before: str | None
    after: str | None


class Applied(Struct, frozen=True):
    """What carrying out an instrument changes, and the operations that cannot be carried out."""

    changes: tuple[FileChange, ...]
    refused: Mapping[OperationRef, Refusal]
    carried_out: int


def applied(instrument: Instrument, code: LoadedCode, annexes: AnnexReader, cache: DocumentCache) -> Applied:
    """Carry out the wording operations of an instrument on the text on disk, in the order of their numbers."""
    used: set[str] = set()
    before = {each.id: version_of(each, used) for each in code.documents}
    workbench = Workbench(before, used, cache, annexes, inheriting(lambda _: None))
    count = 0
    for operation in instrument.operations:
        if is_wording(operation.action):
            workbench.carry_out(operation.action, OperationRef(instrument.name, operation.number))
            count += 1
    after, refused = workbench.finished()
    paths = {each.id: path for each, path in zip(code.documents, code.settings.documents, strict=True)}
    changes = tuple(
        FileChange(
            document,
            paths.get(document) or new_path(after[document].document),
            before[document].text if document in before else None,
            after[document].text if document in after else None,
        )
        for document in sorted({*before, *after})
        if document not in before or document not in after or before[document].text != after[document].text
    )
    return Applied(changes, refused, count)


def is_wording(action: Action) -> TypeGuard[Wording]:
    """Whether an operation is one on the wording, which is what is carried out on the text."""
    return isinstance(action, get_args(Wording))


def listed(code_toml: str, documents: tuple[str, ...], change: FileChange) -> str:
    """`code.toml` with the file of a new document in its place among `documents`, or without that of one that goes."""
    if change.after is None:
        return "".join(line for line in code_toml.splitlines(keepends=True) if f'"{change.path}"' not in line)
    earlier = [path for path in documents if _order(path) < _order(change.path) and f'"{path}"' in code_toml]
    if not earlier:
        return code_toml.replace("documents = [\n", f'documents = [\n    "{change.path}",\n', 1)
    line = next(line for line in code_toml.splitlines(keepends=True) if f'"{earlier[-1]}"' in line)
    return code_toml.replace(line, line + line.replace(earlier[-1], change.path), 1)


def _order(path: str) -> DocumentId:
    parts = PurePosixPath(path)
    kind = next(kind for kind, folder in _FOLDERS.items() if folder == parts.parent.name)
    return DocumentId(kind, parts.stem.partition("-")[0])


def version_of(each: LoadedDocument, used: set[str]) -> DocumentVersion:
    """A document on disk as a wording, none of whose words has an instrument."""
    text = traced([Strand(each.source.text, _ON_DISK)])
    return DocumentVersion(each.id, "", text, identified(placed(each.document), {}, used), each)


def new_path(document: Document) -> str:
    """The file of a document that has none yet: `appendices/AO-s1spkm-compliance-policy.sec`."""
    words = "".join(letter if letter.isalnum() else " " for letter in document.title.text.lower()).split()
    return f"{_FOLDERS[document.id.kind]}/{'-'.join([document.id.label, *words])}.sec"
