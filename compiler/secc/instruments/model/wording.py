"""Operations on the wording, and which of them a provision may have effect as if they had been done."""

from typing import TypeAlias

from msgspec import Struct

from secc.ids import DocumentId
from secc.instruments.model.positions import AfterPlace, AtBeginning, AtEnd, BeforePlace, Position
from secc.instruments.model.words import Quoted, SourceText, Words
from secc.instruments.places import Place


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
