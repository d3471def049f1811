"""The lists of the Code as data: days of change, what is in flight or waits, terms, instruments, versions."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from secc.instruments.model import InstrumentKind
from secc.render.exports.code_files import Data, InstrumentLine, TermLine, VersionLine
from secc.render.exports.facts import By, Change, Status
from secc.render.exports.files import AddressOf, AsAt, Format, Known, Printed, TheCode
from secc.render.exports.instrument_files import When
from secc.timeline.conflict_model import ConflictKind
from secc.timeline.standing import Standing

_Of = Annotated[TheCode, Meta(description="The Code that it is of.")]
_Name = Annotated[str, Meta(description="The name of the instrument.")]


class _List(Struct, frozen=True, kw_only=True):
    """What every list says of itself."""

    format: Format
    code: _Of
    as_at: AsAt
    known: Known


class HappeningOn(Struct, frozen=True, kw_only=True):
    """What an instrument does on a day."""

    instrument: _Name
    how: Annotated[str, Meta(description="What happens then: has effect, ends, or may.")]
    paragraphs: Annotated[tuple[str, ...], Meta(description="The numbers of the operative paragraphs.")]
    documents: Annotated[tuple[str, ...], Meta(description="The addresses of the documents that they name.")]


class DayOfChange(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A day on which something changes, or may change."""

    day: Annotated[date, Meta(description="The day.")]
    version: Annotated[
        str, Meta(description="The consolidated version in effect from that day; absent where none is.")
    ] = ""
    happenings: Annotated[tuple[HappeningOn, ...], Meta(description="What happens.")]


class TimelineFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="timeline"):
    """Every day on which the Code changed or is to change."""

    days: Annotated[tuple[DayOfChange, ...], Meta(description="The days, oldest first.")]


class RegisterLine(InstrumentLine, frozen=True, kw_only=True, omit_defaults=True):
    """An instrument in the list of them."""

    instrument: Annotated[InstrumentKind, Meta(description="What it is.")]
    standing: Annotated[Standing, Meta(description="How far it has come; only what is decided or made is law.")]
    day: Annotated[
        date | None, Meta(description="The day on which it was made or recorded; absent where none is known.")
    ] = None


class RegisterFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="instruments"):
    """Every instrument that made or changed the Code, or is to."""

    instruments: Annotated[tuple[RegisterLine, ...], Meta(description="The instruments, the latest first.")]


class ConflictSide(Struct, frozen=True, kw_only=True):
    """One of two changes that do not go together."""

    instrument: _Name
    paragraph: Annotated[str, Meta(description="The number of the operative paragraph.")]
    place: Annotated[str, Meta(description="Where, as it is printed.")]


class ConflictSaid(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two changes, or one and the text, that do not go together."""

    conflict: Annotated[ConflictKind, Meta(description="What is wrong.")]
    sides: Annotated[tuple[ConflictSide, ...], Meta(description="The changes; one where the other is the text.")]
    words: Annotated[str, Meta(description="The same in full.")]
    advice: Annotated[str, Meta(description="What would mend it.")]
    day: Annotated[date | None, Meta(description="The day from which it does harm; absent where none is known.")] = None


class FlightFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="in-flight"):
    """What changes the wording and has not had all its effect on the day, and what of it does not go together."""

    instruments: Annotated[tuple[RegisterLine, ...], Meta(description="The instruments, the latest first.")]
    conflicts: Annotated[tuple[ConflictSaid, ...], Meta(description="What does not go together.")]


class WithStatus(Struct, frozen=True, kw_only=True):
    """A provision that is not plainly in effect."""

    address: AddressOf
    printed: Printed
    status: Annotated[Status, Meta(description="Its effect on the day.")]


class Waiting(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An operation that is to have its effect, or to lose it."""

    by: Annotated[By, Meta(description="The operation.")]
    words: Annotated[str, Meta(description="What it orders, as a sentence.")]
    whom: Annotated[str, Meta(description='For whom, in words: everybody, region "North".')]
    when: Annotated[When, Meta(description="The day, or what it waits for.")]
    commenced: Annotated[
        str, Meta(description="When what it would commence commenced already, in words; absent where it is to come.")
    ] = ""


class NotYetFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="not-yet"):
    """What is in the text and not plainly in effect on the day, and what waits for a day or an event."""

    provisions: Annotated[
        tuple[WithStatus, ...],
        Meta(description="The provisions, but for those of which no more is said than of what they stand in."),
    ]
    to_begin: Annotated[tuple[Waiting, ...], Meta(description="What is decided and has not had effect.")]
    to_end: Annotated[tuple[Waiting, ...], Meta(description="What has effect and is to end.")]


class TermsFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="terms"):
    """The defined terms."""

    terms: Annotated[tuple[TermLine, ...], Meta(description="The terms, by the alphabet.")]


class VersionsFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="versions"):
    """The document log: the consolidated versions."""

    versions: Annotated[tuple[VersionLine, ...], Meta(description="The versions, oldest first.")]


class TextDay(Struct, frozen=True, kw_only=True):
    """A day from which the text or the effect of the Code was another."""

    day: Annotated[date, Meta(description="The day.")]
    documents: Annotated[
        tuple[str, ...], Meta(description="The addresses of the documents of which the text is another from then on.")
    ]


class DaysFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="days"):
    """The days on which there was another Code, and where the texts of all days are."""

    days: Annotated[tuple[TextDay, ...], Meta(description="The days, oldest first.")]
    data: Data


class Former(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who had a number or a name, or is to have it."""

    identity: Annotated[str, Meta(description="Who it is: its first address.")]
    address: Annotated[str, Meta(description="Where it stands on the day; absent where it does not.")] = ""
    history: Annotated[tuple[Change, ...], Meta(description="Its changes, past and decided, oldest first.")]


class PutThere(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """That variations put something at a number or name, in the text as varied alone."""

    since: Annotated[date, Meta(description="The day from which it stands there.")]
    until: Annotated[date | None, Meta(description="The day from which no longer; absent where none is known.")] = None
    whom: Annotated[str, Meta(description='For whom, in words: everybody, region "North".')]
    by: Annotated[tuple[By, ...], Meta(description="The operations that put it there.")]


class FormerFile(_List, frozen=True, kw_only=True, tag_field="kind", tag="former"):
    """A number or a name that nobody has on the day: who had it, or is to have it."""

    address: AddressOf
    printed: Printed
    holders: Annotated[tuple[Former, ...], Meta(description="Who had it, or is to have it.")]
    put_there: Annotated[
        tuple[PutThere, ...], Meta(description="What variations put there, in the text as varied alone.")
    ] = ()
