"""An instrument with its numbered operations, its dates and its baseline."""

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from secc.ids import DocumentId
from secc.instruments.model.effect import Force
from secc.instruments.model.facts import Fact
from secc.instruments.model.remarks import Remark
from secc.instruments.model.scopes import Scope
from secc.instruments.model.wording import Wording
from secc.instruments.when import When
from secc.source import Span

Action: TypeAlias = Wording | Force | Fact | Remark


class InstrumentKind(StrEnum):
    """What an instrument is."""

    DESIGNATION = "designation"
    DIRECTION = "direction"
    MODIFICATION = "modification"
    RELEASE = "release"
    NOTICE = "notice"
    ERRATUM = "erratum"
    CONSULTATION = "consultation"


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
