"""Operations on the wording carried out one after another, on the documents of a state.

Operations that touch different provisions of a document are gathered and its text is read again once for all of them;
what comes out is as if it had been read after each. A refused operation leaves everything as it was.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from secc.amending.carrying import Change, planned
from secc.amending.refusal import Refusal
from secc.amending.replacing import AnnexReader, Inherit, designated, redesignated
from secc.amending.touching import Touched, touched_in
from secc.amending.traced import Edit
from secc.amending.version import DocumentVersion, Path, Versions, identified, read_edited
from secc.code.load import DocumentCache
from secc.code.walk import prose_in
from secc.diagnostics import Diagnostic, Severity
from secc.ids import Address, DocumentId
from secc.instruments.model import (
    Designate,
    InsertWords,
    Move,
    OmitWords,
    Redesignate,
    RenameTerm,
    Revoke,
    SubstituteWords,
    Wording,
)
from secc.instruments.printing_when import listed
from secc.instruments.when import OperationRef

_WITHIN_LINES = (SubstituteWords, InsertWords, OmitWords)


class _Gathered(Struct):
    """What is planned for one document and not yet carried out."""

    edits: list[Edit] = field(default_factory=list)
    paths: list[tuple[Path, Path]] = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)
    taken: list[Edit] = field(default_factory=list)
    """Those edits, and what the operations that wait would change."""
    expected: list[tuple[Path, str]] = field(default_factory=list)
    operations: list[tuple[Wording, OperationRef]] = field(default_factory=list)
    waiting: list[tuple[Wording, OperationRef]] = field(default_factory=list)
    """Operations on provisions that are amended already: they wait until the text is read again."""

    def overlaps(self, change: Change) -> bool:
        """Whether a change concerns provisions, or a place in the text, that another amends or one waits for."""
        if self.touched.concerns(change.touched):
            return True
        return any(one.start <= other.end and other.start <= one.end for one in change.edits for other in self.taken)

    def take(self, change: Change) -> None:
        """Keep what a change concerns from others until the text is read again."""
        self.touched.add(change.touched)
        self.taken += change.edits


class Workbench:
    """The documents of a state under work. `used` holds every identity that was ever given."""

    def __init__(
        self,
        documents: Versions,
        used: set[str],
        cache: DocumentCache,
        annexes: AnnexReader,
        inherit: Inherit,
    ) -> None:
        self._documents = dict(documents)
        self._used = used
        self._cache = cache
        self._annexes = annexes
        self._inherit = inherit
        self._gathered: dict[DocumentId, _Gathered] = {}
        self._refused: dict[OperationRef, Refusal] = {}
        self._order: list[OperationRef] = []

    def carry_out(self, action: Wording, origin: OperationRef) -> None:
        """Carry an operation out; if it cannot be, nothing of it is done, and `refused` says why."""
        self._order.append(origin)
        try:
            self._carried(action, origin)
        except Refusal as refusal:
            self._refused[origin] = refusal

    def finished(self) -> tuple[dict[DocumentId, DocumentVersion], dict[OperationRef, Refusal]]:
        """The documents with everything done, and the operations that were refused, in their order."""
        for document in list(self._gathered):
            self._settle(document)
        return dict(self._documents), {each: self._refused[each] for each in self._order if each in self._refused}

    def _carried(self, action: Wording, origin: OperationRef) -> None:
        match action:
            case Designate() | Redesignate():
                self._replace_document(action, origin)
            case Revoke(document=document):
                self._known(document)
                self._gathered.pop(document, None)
                del self._documents[document]
            case RenameTerm():
                self._each_document(action, origin)
            case Move():
                self._alone(action, origin)
            case _:
                self._together(action, origin, action.place.address)

    def _known(self, document: DocumentId) -> DocumentVersion:
        version = self._documents.get(document)
        if version is None:
            raise Refusal(
                f"{document.printed} is not part of the Code on that day", "designate it first, or mend its name"
            )
        return version

    def _replace_document(self, action: Designate | Redesignate, origin: OperationRef) -> None:
        if isinstance(action, Designate):
            if action.document in self._documents:
                raise Refusal(f"{action.document.printed} is designated already", "re-designate it")
            made = designated(action, origin, self._annexes, self._cache, self._used)
        else:
            self._known(action.document)
            self._settle(action.document)
            before = self._documents[action.document]
            made = redesignated(before, action, origin, self._annexes, self._cache, self._used, self._inherit)
        self._documents[action.document] = made

    def _each_document(self, action: RenameTerm, origin: OperationRef) -> None:
        for document in list(self._gathered):
            self._settle(document)
        names = [document for document in self._documents if not action.documents or document in action.documents]
        changes = [(each, planned(self._documents, action, origin, each)) for each in names]
        if not any(change.edits for _, change in changes):
            where = listed([each.printed for each in action.documents]) if action.documents else "the Code"
            raise Refusal(f'"{action.old}" stands nowhere in {where}', "quote the term as it is defined")
        for document, change in changes:
            if change.edits:
                self._gather(document, change, (action, origin))
                self._settle(document)

    def _alone(self, action: Move, origin: OperationRef) -> None:
        """A move changes one text or two, with nothing else under way."""
        places = [action.place.address] + ([action.into.address] if action.into is not None else [])
        names = dict.fromkeys(each.document for each in places)
        target = places[-1].document
        for document in names:
            self._known(document)
            self._settle(document)
        source = self._documents[places[0].document]
        leaving = planned(self._documents, action, origin, source.id)
        if target == source.id:
            self._gather(target, leaving, (action, origin))
            self._settle(target)
            return
        arriving = planned(self._documents, action, origin, target)
        kept = {after: source.identities[before] for before, after in _below(leaving.paths, source)}
        saved = (self._documents[source.id], self._documents[target])
        try:
            self._put(source, Change(leaving.edits), {})
            self._put(self._documents[target], Change(arriving.edits), kept)
        except Refusal:
            self._documents[source.id], self._documents[target] = saved
            raise

    def _together(self, action: Wording, origin: OperationRef, address: Address) -> None:
        document = address.document
        self._known(document)
        under_way = self._gathered.get(document)
        if under_way is not None and isinstance(action, _WITHIN_LINES):
            touched = touched_in(self._documents[document], action.place)
            if under_way.touched.concerns(touched):
                under_way.waiting.append((action, origin))
                under_way.touched.add(touched)
                return
        try:
            change = planned(self._documents, action, origin, document)
        except Refusal:
            if under_way is None:
                raise
            under_way = None
            change = self._anew(document, action, origin)
        if under_way is not None and change.paths:
            change = self._anew(document, action, origin)
        elif under_way is not None and under_way.overlaps(change):
            under_way.waiting.append((action, origin))
            under_way.take(change)
            return
        self._gather(document, change, (action, origin))
        if change.paths:
            self._settle(document)

    def _anew(self, document: DocumentId, action: Wording, origin: OperationRef) -> Change:
        self._settle(document)
        return planned(self._documents, action, origin, document)

    def _gather(self, document: DocumentId, change: Change, operation: tuple[Wording, OperationRef]) -> None:
        under_way = self._gathered.setdefault(document, _Gathered())
        under_way.edits += change.edits
        under_way.paths += change.paths
        under_way.take(change)
        under_way.expected += change.expected
        under_way.operations.append(operation)

    def _settle(self, document: DocumentId) -> None:
        """Carry out what is gathered, and then what waited for that, until there is no more."""
        while (gathered := self._gathered.pop(document, None)) is not None:
            self._put_together(document, gathered)
            for action, origin in gathered.waiting:
                self._together_or_refused(document, action, origin)

    def _put_together(self, document: DocumentId, gathered: _Gathered) -> None:
        """Make the changes at once; where that gives no sound text, by halves, to know which operation it is."""
        change = Change(tuple(gathered.edits), tuple(gathered.paths), (), tuple(gathered.expected))
        try:
            self._put(self._documents[document], change, {})
        except Refusal as refusal:
            operations = gathered.operations
            if len(operations) == 1:
                self._refused[operations[0][1]] = refusal
                return
            self._settle_only(document, operations[: len(operations) // 2])
            self._settle_only(document, operations[len(operations) // 2 :])

    def _settle_only(self, document: DocumentId, operations: Sequence[tuple[Wording, OperationRef]]) -> None:
        for action, origin in operations:
            self._together_or_refused(document, action, origin)
        self._settle(document)

    def _together_or_refused(self, document: DocumentId, action: Wording, origin: OperationRef) -> None:
        try:
            self._together(action, origin, Address(document))
        except Refusal as refusal:
            self._refused[origin] = refusal

    def _put(self, version: DocumentVersion, change: Change, arrived: Mapping[Path, str]) -> None:
        traced = version.traced.edited(change.edits)
        loaded = read_edited(version, traced.text, change.edits, self._cache)
        _refuse_unreadable(version, loaded.findings)
        moved = dict(_below(change.paths, version))
        known = {moved.get(path, path): identity for path, identity in version.identities.items()}
        known = {path: identity for path, identity in known.items() if path not in arrived} | dict(arrived)
        made = DocumentVersion(version.id, version.label, traced, {}, loaded, version.identity)
        _refuse_unexpected(made, change.expected)
        made.identities = identified(made.blocks, known, self._used)
        self._documents[version.id] = made


def _below(paths: tuple[tuple[Path, Path], ...], version: DocumentVersion) -> list[tuple[Path, Path]]:
    """The paths of what changes its number, and of everything below it; the closest pair above each one holds."""
    pairs = dict(paths)
    found: list[tuple[Path, Path]] = []
    for path in version.identities:
        for length in range(len(path), 0, -1):
            after = pairs.get(path[:length])
            if after is not None:
                found.append((path, (*after, *path[length:])))
                break
    return found


def _refuse_unreadable(version: DocumentVersion, findings: tuple[Diagnostic, ...]) -> None:
    before = sum(finding.severity is Severity.ERROR for finding in version.loaded.findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if len(errors) > before:
        raise Refusal(
            f"the text that it would give cannot be read: {errors[-1].headline}", "mend what the operation sets out"
        )


def _refuse_unexpected(made: DocumentVersion, expected: tuple[tuple[Path, str], ...]) -> None:
    """The last safeguard: the text, read again, says what the operations meant."""
    for path, words in expected:
        said = [
            "".join(prose.text.split())
            for each in made.blocks
            if each.address.path == path
            for prose in prose_in(each.block)
        ]
        if words not in said:
            raise Refusal(
                f"the words put into {Address(made.id, path).printed} would be read as something else",
                "set the provision out in full",
            )
