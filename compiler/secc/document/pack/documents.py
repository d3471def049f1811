"""The documents that a stage affects: their versions, their text afterwards, and their redlines."""

from secc.compare import ChangeSet
from secc.document.from_resolved import from_resolved
from secc.document.pack.drift import Text
from secc.document.pack.model import AffectedDocument, Became
from secc.document.pack.stages import Stage
from secc.document.redline import Extent, Texts, redline
from secc.document.redline_model import Described, Edition, Redline
from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.instruments.model import Designate, Redesignate
from secc.timeline.dates import day_before
from secc.timeline.log import Log, entries_by, listing
from secc.timeline.replay import Wordings
from secc.timeline.timeline import Timeline
from secc.timeline.versions import version_in


class Documents:
    """The documents of one stage, each with its two texts."""

    def __init__(
        self, stage: Stage, timeline: Timeline, log: Log, changes: ChangeSet, described: tuple[Described, Described]
    ) -> None:
        self._stage = stage
        self._timeline = timeline
        self._log = log
        self._changes = changes
        self._described = described
        self._redesignated = {
            step.action.document for step in stage.steps if isinstance(step.action, Designate | Redesignate)
        }

    def document(self, document: DocumentId, after: Text) -> AffectedDocument:
        """One of them."""
        old, new = self._edition(document, self._stage.before), self._edition(document, self._stage.after)
        bound = after.document(document) if document in self._stage.after.documents else None
        shown = from_resolved(bound, after.state.terms) if bound is not None else None
        version = self._stage.after.documents.get(document) or self._stage.before.documents[document]
        return AffectedDocument(
            id=document,
            title=curled(version.document.title.text),
            became=self._became(document, old, new),
            before=old,
            after=new,
            clean=shown,
            redline=self._redline(document, old, new) if old is not None else None,
        )

    def _became(self, document: DocumentId, old: Edition | None, new: Edition | None) -> Became:
        if old is None:
            return Became.NEW
        if new is None:
            return Became.REVOKED
        return Became.REDESIGNATED if document in self._redesignated else Became.CHANGED

    def _edition(self, document: DocumentId, wordings: Wordings) -> Edition | None:
        version = wordings.documents.get(document)
        if version is None:
            return None
        is_before = wordings is self._stage.before
        day = self._stage.day
        on = day_before(day) if day is not None and is_before else day
        recorded = listing(entries_by(self._log, on, self._described[0].known))
        number = version_in(version, recorded, self._timeline)
        return Edition(printed=version.id.printed, version=number, digest=version.digest)

    def _redline(self, document: DocumentId, old: Edition | None, new: Edition | None) -> Redline:
        address = Address(document)
        extent = Extent(address if old is not None else None, address if new is not None else None)
        editions = {document: old} if old is not None else {}
        later = {document: new} if new is not None else {}
        texts = Texts(document.printed, *self._described, editions, later)
        return redline(self._changes, texts, extent)
