"""Instruments as data: what each says, and what each of its operations did."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from secc.ids import Address
from secc.instruments.model import Instrument, InstrumentKind, Operation
from secc.instruments.printing import sentence, text_of
from secc.instruments.when import InstrumentRef, OperationRef
from secc.render.exports.files import Format, Known, TheCode
from secc.timeline.changing import Changed
from secc.timeline.known import Known as AsKnown
from secc.timeline.learning import withdrawn_days
from secc.timeline.occurrences import Occurrence
from secc.timeline.overtaken import Ends
from secc.timeline.scopes import printed_scope
from secc.timeline.standing import Standing
from secc.timeline.value import Day, NeverComes, Unknown, Value, in_words

MaybeDay = Annotated[date | None, Meta(description="The day; absent where it has not come or is not known.")]


class When(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A day that is known, or what is known of one that is not."""

    words: Annotated[str, Meta(description="The same in words.")]
    day: Annotated[date | None, Meta(description="The day; absent where it is not known, or never comes.")] = None
    never: Annotated[bool, Meta(description="Whether it is known never to come.")] = False
    waits_for: Annotated[tuple[str, ...], Meta(description="What it waits for.")] = ()
    not_before: Annotated[date | None, Meta(description="The earliest day that it can be.")] = None
    not_after: Annotated[date | None, Meta(description="The day by which it certainly comes.")] = None


class Occurs(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """When an operation has effect, for some or for everybody."""

    whom: Annotated[str, Meta(description='For whom, in words: everybody, region "North".')]
    starts: Annotated[When, Meta(description="The day from which it has effect.")]
    ends: Annotated[When, Meta(description="The day from which it has none any more.")]
    overtaken: Annotated[
        str, Meta(description="What took the place of the end that it gives, in words; absent where nothing did.")
    ] = ""


class Did(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A provision that an operation changed."""

    identity: Annotated[str, Meta(description="Who it is: its first address.")]
    day: Annotated[date, Meta(description="The day.")]
    before: Annotated[str, Meta(description="Where it stood until then; absent where it did not.")] = ""
    address: Annotated[str, Meta(description="Where it stands from then; absent where it does no longer.")] = ""


class OperationSaid(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A numbered operative paragraph."""

    number: Annotated[str, Meta(description="Its number; empty where it bears none.")]
    words: Annotated[str, Meta(description="What it orders, as a sentence.")]
    set_out: Annotated[
        tuple[str, ...], Meta(description="The lines of text that it sets out, as they will stand.")
    ] = ()
    under: Annotated[tuple[str, ...], Meta(description="Its authority, where that is not its instrument's.")] = ()
    occurs: Annotated[tuple[Occurs, ...], Meta(description="When it has effect; absent where it is not law.")] = ()
    changed: Annotated[tuple[Did, ...], Meta(description="The provisions whose words or place it changed.")] = ()
    refused: Annotated[str, Meta(description="Why it could not be carried out; absent where it could.")] = ""


class InstrumentDates(Struct, frozen=True, omit_defaults=True):
    """The days of its life."""

    consulted: MaybeDay = None
    decided: MaybeDay = None
    laid: MaybeDay = None
    made: MaybeDay = None
    published: MaybeDay = None
    recorded: MaybeDay = None
    withdrawn: MaybeDay = None


class InstrumentFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="instrument"):
    """An instrument that changes, or is to change, the Code."""

    format: Format
    code: Annotated[TheCode, Meta(description="The Code that it is of.")]
    known: Known
    name: Annotated[str, Meta(description="Its name, by which others refer to it.")]
    title: Annotated[str, Meta(description="Its title.")]
    instrument: Annotated[InstrumentKind, Meta(description="What it is.")]
    standing: Annotated[Standing, Meta(description="How far it has come; only what is decided or made is law.")]
    by: Annotated[str, Meta(description="Who made it; may be empty.")]
    under: Annotated[tuple[str, ...], Meta(description="Its authority.")]
    whom: Annotated[str, Meta(description="For whom, in words.")]
    dates: Annotated[InstrumentDates, Meta(description="The days of its life.")]
    evidence: Annotated[str, Meta(description="The sources that tell of it; may be empty.")]
    unverified: Annotated[str, Meta(description="Which of its facts no public source confirms; empty where all are.")]
    notes: Annotated[tuple[str, ...], Meta(description="Its notes.")]
    operations: Annotated[tuple[OperationSaid, ...], Meta(description="Its operative paragraphs, in order.")]


class Register:
    """Makes the files of instruments, as known on a day. `changes` are those of every provision, by who it is.

    `ends` are those in the place of which others came.
    """

    def __init__(
        self,
        code: TheCode,
        known: AsKnown,
        occurrences: Iterable[Occurrence],
        changes: Mapping[str, Sequence[Changed]],
        ends: Ends,
    ) -> None:
        self._code = code
        self._ends = ends
        self._known = known
        self._withdrawn = withdrawn_days(known)
        self._occurring: dict[OperationRef, list[Occurrence]] = {}
        for each in occurrences:
            self._occurring.setdefault(each.ref, []).append(each)
        self._did: dict[OperationRef, list[tuple[str, Changed]]] = {}
        for identity, found in changes.items():
            for change in found:
                if change.before is not None or not came_with_document(identity, change, changes):
                    for ref in change.by:
                        self._did.setdefault(ref, []).append((identity, change))

    def file(self, instrument: Instrument, refused: Mapping[OperationRef, str]) -> InstrumentFile:
        """One instrument; `refused` are operations that could not be carried out, with why."""
        return InstrumentFile(
            format=1,
            code=self._code,
            known=self._known.on,
            name=instrument.name,
            title=instrument.title,
            instrument=instrument.kind,
            standing=self._known.standing(instrument),
            by=instrument.by,
            under=instrument.under,
            whom=printed_scope(instrument.scope),
            dates=self._dates(instrument),
            evidence=instrument.evidence,
            unverified=instrument.unverified,
            notes=instrument.notes,
            operations=tuple(self._operation(instrument.name, each, refused) for each in instrument.operations),
        )

    def _dates(self, instrument: Instrument) -> InstrumentDates:
        """As it says, and as others tell of it."""
        said, decision = instrument.dates, self._known.decision(instrument.name)
        return InstrumentDates(
            consulted=said.consulted,
            decided=decision.day if decision is not None else said.decided,
            laid=said.laid,
            made=said.made,
            published=said.published,
            recorded=said.recorded,
            withdrawn=said.withdrawn or self._withdrawn.get(InstrumentRef(instrument.name)),
        )

    def _operation(self, name: str, operation: Operation, refused: Mapping[OperationRef, str]) -> OperationSaid:
        ref = OperationRef(name, operation.number)
        text = text_of(operation.action)
        return OperationSaid(
            number=operation.number,
            words=sentence(operation),
            set_out=text.lines if text is not None else (),
            under=operation.under,
            occurs=tuple(self._occurs(each) for each in self._occurring.get(ref, ())),
            changed=tuple(sorted((_did(*each) for each in self._did.get(ref, ())), key=_by_day)),
            refused=refused.get(ref, ""),
        )

    def _occurs(self, found: Occurrence) -> Occurs:
        instead = self._ends.get((found.ref, found.extent))
        return Occurs(
            whom=found.extent.printed,
            starts=when(found.starts),
            ends=when(found.ends),
            overtaken=instead.in_words if instead is not None else "",
        )


def came_with_document(identity: str, change: Changed, changes: Mapping[str, Sequence[Changed]]) -> bool:
    """Whether all that a change tells is that a provision came with its document.

    Changes tell that only of what changed once more later. It is left out, lest a later instrument alter what the file
    of an earlier one says.
    """
    document, _, inside = identity.partition("/")
    first = next(iter(changes.get(document, ())), None)
    return bool(inside) and change.before is None and first is not None and first.day == change.day


def when(value: Value) -> When:
    """What an expression of time comes to, as data."""
    match value:
        case Day(day):
            return When(words=in_words(value), day=day)
        case NeverComes():
            return When(words=in_words(value), never=True)
        case Unknown(waits_for, not_before, not_after):
            return When(words=in_words(value), waits_for=waits_for, not_before=not_before, not_after=not_after)


def _did(identity: str, change: Changed) -> Did:
    return Did(identity=identity, day=change.day, before=_written(change.before), address=_written(change.address))


def _written(address: Address | None) -> str:
    return str(address) if address is not None else ""


def _by_day(did: Did) -> tuple[date, str]:
    return (did.day, did.identity)
