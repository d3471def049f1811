"""Instruments and their numbered operations, typed.

Every operation of docs/time.md's table is a small class; what words it is written in is the grammar's
(`grammar/instrument.lark`). Two instruments are equal when they say the same thing.
"""

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from secc.ids import DocumentId
from secc.instruments.places import Place, Provisions
from secc.instruments.when import AnyRef, OperationRef, When
from secc.source import Span


class InstrumentKind(StrEnum):
    """What an instrument is."""

    DESIGNATION = "designation"
    DIRECTION = "direction"
    MODIFICATION = "modification"
    RELEASE = "release"
    NOTICE = "notice"
    ERRATUM = "erratum"
    CONSULTATION = "consultation"


class Dimension(StrEnum):
    """What an effect can be limited to."""

    REGION = "region"
    USER_ROLE = "User Role"
    DEVICE = "class of device"
    PARTY = "Party"


class Limit(Struct, frozen=True):
    """`region "North"`."""

    dimension: Dimension
    name: str


class Scope(Struct, frozen=True):
    """To whom: limits of one dimension are alternatives, those of different dimensions hold together.

    The empty scope is everybody. Limits are sorted by dimension and name.
    """

    limits: tuple[Limit, ...] = ()


# Words and where they go


class Which(StrEnum):
    """Which of the places where words occur."""

    ONCE = "once"
    EACH = "in each place it occurs"
    FIRST = "in the first place it occurs"
    SECOND = "in the second place it occurs"
    THIRD = "in the third place it occurs"
    FOURTH = "in the fourth place it occurs"
    LAST = "in the last place it occurs"


class Words(Struct, frozen=True, tag=True):
    """Words quoted: `"Appendix [TBC]"`, and which of their places."""

    text: str
    which: Which = Which.ONCE


class Stretch(Struct, frozen=True, tag=True):
    """`the words from "A" to "B"`: both quoted words included, or to the end where `last` is empty (`to the end`)."""

    first: str
    last: str = ""


Quoted: TypeAlias = Words | Stretch


class AtEnd(Struct, frozen=True, tag=True):
    """`at the end`."""


class AtBeginning(Struct, frozen=True, tag=True):
    """`at the beginning`."""


class AppropriatePlace(Struct, frozen=True, tag=True):
    """`at the appropriate place`: definitions by the alphabet."""


class AfterWords(Struct, frozen=True, tag=True):
    """`after "A"`."""

    words: Words


class BeforeWords(Struct, frozen=True, tag=True):
    """`before "A"`."""

    words: Words


class AfterPlace(Struct, frozen=True, tag=True):
    """`after Section H14.36`, `after the row beginning "…"`."""

    place: Place


class BeforePlace(Struct, frozen=True, tag=True):
    """`before Section H14.36`."""

    place: Place


Position: TypeAlias = AtEnd | AtBeginning | AppropriatePlace | AfterWords | BeforeWords | AfterPlace | BeforePlace


class SourceText(Struct, frozen=True):
    """Provisions, definitions, rows set out on lines that begin `> `: source text exactly as it will stand.

    Lines without the `> `, the indentation of the first taken off all.
    """

    lines: tuple[str, ...]


# Operations on the wording


class Designate(Struct, frozen=True, tag=True):
    """A document becomes part of the Code. `annex` is the path of its text, relative to the instrument's folder."""

    document: DocumentId
    version: str
    annex: str


class Redesignate(Struct, frozen=True, tag=True):
    """A document is replaced whole by the text of an annex."""

    document: DocumentId
    version: str
    annex: str


class Revoke(Struct, frozen=True, tag=True):
    """A document ceases to be part of the Code."""

    document: DocumentId


class InsertWords(Struct, frozen=True, tag=True):
    """Words within a line."""

    place: Place
    position: Position
    words: str


class InsertProvisions(Struct, frozen=True, tag=True):
    """Provisions, definitions, rows, unlabelled words with a line of their own. `place` is what they stand in."""

    place: Place
    position: Position
    text: SourceText


class SubstituteWords(Struct, frozen=True, tag=True):
    """`in …, for "A" substitute "B"`."""

    place: Place
    old: Quoted
    new: str


class SubstituteProvisions(Struct, frozen=True, tag=True):
    """`for Section H14.5 substitute …`: also a definition, a range, a row, a heading's provision as a whole."""

    place: Place
    text: SourceText
    last: Place | None = None
    """Where a range is replaced: the last of it."""


class OmitWords(Struct, frozen=True, tag=True):
    """`in …, omit "A"`."""

    place: Place
    words: Quoted


class OmitProvisions(Struct, frozen=True, tag=True):
    """`omit Section I1.7(g)`; `keeping` is the words that hold the number, such as `[Not used]`, empty where none."""

    place: Place
    keeping: str = ""
    last: Place | None = None


class SubstituteHeading(Struct, frozen=True, tag=True):
    """`for the heading of Section H14 substitute "…"`, also for a sub-heading and the title of a document."""

    place: Place
    new: str


class Move(Struct, frozen=True, tag=True):
    """A provision moves, identity kept; `label` is its new number, empty where it keeps its own."""

    place: Place
    to: AfterPlace | BeforePlace | AtEnd | AtBeginning
    into: Place | None = None
    label: str = ""
    last: Place | None = None


class Renumber(Struct, frozen=True, tag=True):
    """A provision gets another number where it stands, identity kept; of a range, the new numbers count on."""

    place: Place
    label: str
    last: Place | None = None
    last_label: str = ""


class Split(Struct, frozen=True, tag=True):
    """`split Section H14.5 before "The DCC shall also", the second part to be Section H14.5A`."""

    place: Place
    before: Words
    label: str


class Join(Struct, frozen=True, tag=True):
    """`join Section H14.6 to Section H14.5`: its words follow those of the other, whose number stays."""

    place: Place
    to: Place


class RenameTerm(Struct, frozen=True, tag=True):
    """A defined term gets another name, wherever it is used in the documents named (none named: the whole Code)."""

    old: str
    new: str
    documents: tuple[DocumentId, ...] = ()


class StagedRename(Struct, frozen=True, tag=True):
    """`…, in each Appendix when it is next re-designated`: a plan that changes no text; annexes are held to it."""

    old: str
    new: str


Wording: TypeAlias = (
    Designate
    | Redesignate
    | Revoke
    | InsertWords
    | InsertProvisions
    | SubstituteWords
    | SubstituteProvisions
    | OmitWords
    | OmitProvisions
    | SubstituteHeading
    | Move
    | Renumber
    | Split
    | Join
    | RenameTerm
)

Variation: TypeAlias = (
    InsertWords
    | InsertProvisions
    | SubstituteWords
    | SubstituteProvisions
    | OmitWords
    | OmitProvisions
    | SubstituteHeading
)
"""What a provision may have effect as if it had been done."""

# Operations on the effect


class Commence(Struct, frozen=True, tag=True):
    """Provisions have effect from the operation's day; until a commencement they are text without effect."""

    provisions: Provisions


class Cease(Struct, frozen=True, tag=True):
    """Provisions cease to have effect on the operation's day; they stay in the text."""

    provisions: Provisions


class Extend(Struct, frozen=True, tag=True):
    """The day on which provisions cease to have effect is now `end` (`extend … until`, `shorten … until`)."""

    provisions: Provisions
    end: When
    shorter: bool = False


class Vary(Struct, frozen=True, tag=True):
    """A place has effect as if a wording operation had been carried out; the base text is unchanged."""

    place: Place
    as_if: Variation


class Cancel(Struct, frozen=True, tag=True):
    """A variation, disapplication or suspension made by another operation ends, on the operation's day."""

    operation: OperationRef


class Disapply(Struct, frozen=True, tag=True):
    """Provisions do not apply to the operation's scope."""

    provisions: Provisions


class Suspend(Struct, frozen=True, tag=True):
    """Provisions are switched off."""

    provisions: Provisions


class Resume(Struct, frozen=True, tag=True):
    """Provisions are switched on again."""

    provisions: Provisions


Force: TypeAlias = Commence | Cease | Extend | Vary | Cancel | Disapply | Suspend | Resume

# Facts, notes, and what concerns other operations


class Occurs(Struct, frozen=True, tag=True):
    """`event "DCC Live" occurs on 2016-11-08`; said again with another day, the later record holds."""

    event: str
    day: date


class FixOperation(Struct, frozen=True, tag=True):
    """`fix the date in paragraph 21 of … as 2018-09-28`: the day that a direction may replace."""

    operation: OperationRef
    day: date


class FixProvision(Struct, frozen=True, tag=True):
    """`fix the date in Section L4.6(b) as 2015-09-30`: a day stated in a provision is replaced, its text unchanged."""

    place: Place
    day: date


class Decide(Struct, frozen=True, tag=True):
    """`decide 2021-11-16-mp173 on 2022-02-09`."""

    instrument: str
    day: date


class Withdraw(Struct, frozen=True, tag=True):
    """An operation, or a whole instrument, that has not yet had effect is taken back."""

    what: AnyRef


class States(Struct, frozen=True, tag=True):
    """`Section H14.36A states its date`: the provision says in its text the day of the operation that commences it.

    A difference between the text and the expression is a finding.
    """

    place: Place
    operation: OperationRef


class Save(Struct, frozen=True, tag=True):
    """`save anything done under …`: what follows `save`, in words."""

    words: str


class ReadAs(Struct, frozen=True, tag=True):
    """`in Section Z, read "Communications Hub" as "…"`: said beside the text, which is unchanged."""

    place: Place
    words: str
    as_words: str


class NoChange(Struct, frozen=True, tag=True):
    """A recorded decision to change nothing: `no change to Section G7.3: …`."""

    place: Place
    words: str


class Outside(Struct, frozen=True, tag=True):
    """A change outside the Code, tracked and not compiled: `outside the Code, amend Condition 13 of …: …`."""

    words: str


Fact: TypeAlias = Occurs | FixOperation | FixProvision | Decide | Withdraw | States
Remark: TypeAlias = StagedRename | Save | ReadAs | NoChange | Outside
Action: TypeAlias = Wording | Force | Fact | Remark


class Operation(Struct, frozen=True, kw_only=True):
    """A numbered operative paragraph. What it does not say (dates, scope, authority) its instrument says.

    `number` is empty for a paragraph that bears none, which is an error told of.
    """

    number: str
    action: Action
    span: Span
    starts: When | None = None
    ends: When | None = None
    scope: Scope | None = None
    under: tuple[str, ...] = ()


class Baseline(Struct, frozen=True):
    """The text an instrument was drafted against: a consolidated version, or documents with their digests."""

    version: str = ""
    documents: tuple[tuple[DocumentId, str], ...] = ()


class Dates(Struct, frozen=True, kw_only=True):
    """The days of an instrument's life, as its attributes give them; None where it has not come or is not known."""

    consulted: date | None = None
    decided: date | None = None
    laid: date | None = None
    made: date | None = None
    published: date | None = None
    recorded: date | None = None
    withdrawn: date | None = None


class Instrument(Struct, frozen=True, kw_only=True):
    """What changes the Code. `name` is that of its file or folder.

    `starts`, `ends`, `scope`, `under` hold for every operation that does not say otherwise. `unverified` says which of
    its facts no public source confirms, empty where all are; `evidence` names the sources.
    """

    kind: InstrumentKind
    name: str
    title: str
    by: str = ""
    under: tuple[str, ...] = ()
    dates: Dates = Dates()
    starts: When | None = None
    ends: When | None = None
    scope: Scope = Scope()
    baseline: Baseline = Baseline()
    status: str = ""
    evidence: str = ""
    unverified: str = ""
    notes: tuple[str, ...] = ()
    operations: tuple[Operation, ...] = ()
    span: Span = Span(0, 0)

    def operation(self, number: str) -> Operation | None:
        """The operation of that number."""
        return next((each for each in self.operations if each.number == number), None)
