"""What a pack holds, worked out and in words; renderers print what they find."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from secc.document.formal_model import Paper
from secc.document.model import DisplayDocument
from secc.document.redline_model import Described, Edition, Redline
from secc.ids import Address, DocumentId


class Became(StrEnum):
    """What becomes of a document."""

    NEW = "new"
    CHANGED = "changed"
    REDESIGNATED = "re-designated"
    REVOKED = "revoked"


class AffectedDocument(Struct, frozen=True, kw_only=True):
    """A document whose text is changed. `clean` is its text afterwards, None where it is revoked.

    `redline` is None where there is no text before to compare with.
    """

    id: DocumentId
    title: str
    became: Became
    before: Edition | None
    after: Edition | None
    clean: DisplayDocument | None
    redline: Redline | None


class AffectedProvision(Struct, frozen=True, kw_only=True):
    """A row of the table "SEC Section | Content": what a lawyer calls the place, and what changes there.

    `before` and `after` are where it stands in each text; None where it does not.
    """

    document: DocumentId
    section: str
    content: tuple[str, ...]
    before: Address | None
    after: Address | None


class Users(Struct, frozen=True, kw_only=True):
    """The places in one document that use a term, or refer to a provision: its provisions, and its definitions."""

    document: DocumentId
    title: str
    provisions: tuple[str, ...]
    definitions: tuple[str, ...]


class ChangedTerm(Struct, frozen=True, kw_only=True):
    """A term, by all its names, whose definition changes, comes or goes; `place` is where it is defined."""

    names: tuple[str, ...]
    place: str
    what: str
    users: tuple[Users, ...]


class ReferredTo(Struct, frozen=True, kw_only=True):
    """A provision that changes and to which other documents refer."""

    place: str
    what: str
    users: tuple[Users, ...]


class Drift(Struct, frozen=True, kw_only=True):
    """Who is affected elsewhere, without a word of theirs being changed."""

    terms: tuple[ChangedTerm, ...]
    references: tuple[ReferredTo, ...]


class Topic(StrEnum):
    """What an open question is about."""

    STANDING = "Not law yet"
    DAY = "Day not yet known"
    ENDING = "Words for a time"
    STALE_REFERENCE = "Reference to a former number"
    PLACEHOLDER = "Placeholder in the text"
    NOTE = "Drafting note in the text"
    FINDING = "Finding that the change brings in"
    CONFLICT = "Conflict with another change"
    WITHDRAWN = "Paragraph withdrawn"
    REMARK = "Note of the instrument"
    UNVERIFIED = "Confirmed by no public source"
    SAME_DAY = "Other changes on the same day"


class Question(Struct, frozen=True):
    """Something to be answered, or borne in mind, before this is relied on."""

    topic: Topic
    words: str


class EffectChange(Struct, frozen=True):
    """A paragraph that changes whether provisions have effect, or records a fact, and no words; `when` it does so."""

    number: str
    words: str
    when: str


class StagePack(Struct, frozen=True, kw_only=True):
    """What changes on one day.

    `said` is when that is, `condition` on what it depends, empty where the day is known. `assumed` is true where the
    texts are as they would be if the condition is met. `day` is that of the texts, None where they are the last known.
    `beside` are the other instruments that change the text on the same day.
    """

    said: str
    condition: str
    assumed: bool
    day: date | None
    beside: tuple[str, ...]
    paragraphs: tuple[str, ...]
    before: Described
    after: Described
    documents: tuple[AffectedDocument, ...]
    provisions: tuple[AffectedProvision, ...]
    drift: Drift
    questions: tuple[Question, ...]


class Pack(Struct, frozen=True, kw_only=True):
    """All of it.

    `starts` is when the instrument says that it has effect, empty where each paragraph says it for itself. `known` is
    the day by which instruments had been recorded, None for everything recorded.
    """

    code: str
    name: str
    kind: str
    title: str
    standing: str
    starts: str
    known: date | None
    formal: Paper
    stages: tuple[StagePack, ...]
    effects: tuple[EffectChange, ...]
    questions: tuple[Question, ...]
