"""Variations that are left without effect by what becomes of the text later: they cannot be carried out any more."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.check.in_time.known import KnownTime
from secc.ids import DocumentId
from secc.instruments.model import InsertWords, Instrument, OmitWords, SubstituteWords, Vary
from secc.instruments.places import Whole
from secc.instruments.when import OperationRef
from secc.timeline.conflict_model import known_day
from secc.timeline.dates import day_before
from secc.timeline.histories import identity_of, is_on, place_of, words_of
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.refusing import Refusing
from secc.timeline.replay import Step, Wordings
from secc.timeline.timeline import EVERYTHING, Held, Knowledge, asking


class LostVariation(Struct, frozen=True):
    """A variation that cannot be carried out any more from a day on, None where it has none; why, and by what."""

    variation: OperationRef
    refusal: Refusal
    day: date | None
    by: OperationRef


class _Variation(Struct, frozen=True):
    occurrence: Occurrence
    action: Vary
    start: date

    @property
    def ref(self) -> OperationRef:
        return self.occurrence.ref

    @property
    def document(self) -> DocumentId:
        return self.action.place.address.document

    def holds(self, day: date) -> bool:
        last = self.occurrence.last
        return self.start <= day and (last is None or day < last)


def lost_variations(known: KnownTime) -> Iterator[LostVariation]:
    """Each variation once: by law, otherwise by the first instrument in flight that would do it.

    Not where what it varies is gone, and has left its number to nobody: nothing is left to be varied.
    """
    told: set[OperationRef] = set()
    law = _Making(known, EVERYTHING)
    found = [law.lost(each) for each in law.variations]
    for instrument in known.in_flight:
        found += _by_proposal(known, instrument)
    for each in filter(None, found):
        if each.variation not in told:
            told.add(each.variation)
            yield each


def _by_proposal(known: KnownTime, instrument: Instrument) -> Iterator[LostVariation | None]:
    """What an instrument would leave without effect, were it law."""
    steps = known.steps(instrument)
    dated = [step.day for step in steps if known_day(step.day) is not None]
    making = _Making(known, asking(include=(instrument.name,)), min(dated, default=date.max)) if steps else None
    for each in making.variations if making is not None else ():
        on_it = [step for step in steps if is_on(step.action, each.document)]
        if making is not None and on_it:
            found = making.lost(each)
            if found is not None and found.by.instrument == instrument.name:
                yield found
            elif known_day(on_it[-1].day) is None and each.occurrence.last is None:
                yield _in_the_end(known, instrument, each, on_it[-1])


def _in_the_end(known: KnownTime, instrument: Instrument, variation: _Variation, last: Step) -> LostVariation | None:
    """Of operations that have no day: whether it can be carried out on the text before them, and not after."""
    step = Step(variation.ref, variation.action.as_if, date.max)
    after, before = known.with_all(instrument), known.timeline.last()
    refusal = known.timeline.carried_out(after, [step]).refused.get(variation.ref)
    if refusal is None or variation.ref in known.timeline.carried_out(before, [step]).refused:
        return None
    return LostVariation(variation.ref, refusal, None, last.ref) if _is_there(variation, before, after) else None


def _is_there(variation: _Variation, before: Wordings, after: Wordings) -> bool:
    """Whether what it varies is in a text, or anything that has its number."""
    for place in (variation.action.place, variation.action.as_if.place):
        identity = identity_of(before, place.address)
        is_gone = identity is None or place_of(after, identity) is None
        if is_gone and identity_of(after, place.address) is None:
            return False
    return True


class _Making:
    """Looks at the text with its variations wherever either is another for one of them, from a day on."""

    def __init__(self, known: KnownTime, asked: Knowledge, since: date = date.min) -> None:
        self._since = since
        self._timeline = known.timeline
        self._asked = asked
        self._refusing = Refusing(known.timeline)
        self.variations = tuple(
            _Variation(each, each.action, each.day)
            for each in known.timeline.occurrences(asked, Kind.OTHER)
            if isinstance(each.action, Vary) and each.day is not None
        )
        self._documents = {each.ref: each.document for each in self.variations}

    def lost(self, variation: _Variation) -> LostVariation | None:
        """From when a variation that can be carried out on its first day cannot be any more."""
        seen = self._state(variation, max(variation.start, day_before(self._since)))
        for day in (each for each in self._timeline.days(self._asked) if each >= self._since and variation.holds(each)):
            state = self._state(variation, day)
            if state != seen and (refusal := self._refused(variation, day)) is not None:
                return self._told(variation, refusal, day)
            seen = state
        return None

    def _state(self, variation: _Variation, day: date) -> object:
        """All that it follows from whether it can be carried out: which others hold, and what it reads of the text."""
        others = [each.ref for each in self.variations if each.document == variation.document and each.holds(day)]
        return others, self._read(variation, day)

    def _read(self, variation: _Variation, day: date) -> object:
        """The words that it changes; where it changes provisions, what stands in their document. Else all of that."""
        version = self._timeline.base(day, self._asked).documents.get(variation.document)
        if version is None:
            return None
        as_if = variation.action.as_if
        if not isinstance(as_if, InsertWords | OmitWords | SubstituteWords):
            return tuple(version.by_path)
        identity = identity_of(self._timeline.base(variation.start, self._asked), as_if.place.address)
        path = version.by_identity.get(identity) if identity is not None else None
        return words_of(version, path) if path is not None and as_if.place.part == Whole() else id(version)

    def _held(self, variation: _Variation, day: date) -> Held:
        """Those that hold on a day for everybody for whom it does, in the same document."""
        found = self._refusing.held(day, self._asked, variation.occurrence.extent.scope)
        return tuple(each for each in found if self._documents.get(each[0]) == variation.document)

    def _refused(self, variation: _Variation, day: date) -> Refusal | None:
        found = self._timeline.varied(day, self._held(variation, day), self._asked)
        return found.refused.get(variation.ref)

    def _told(self, variation: _Variation, refusal: Refusal, day: date) -> LostVariation | None:
        texts = (self._timeline.base(each, self._asked) for each in (variation.start, day))
        if self._refused(variation, variation.start) is not None or not _is_there(variation, *texts):
            return None
        return LostVariation(variation.ref, refusal, day, self._by(variation, day))

    def _by(self, variation: _Variation, day: date) -> OperationRef:
        """The first operation of a day after which it cannot be carried out; itself, where none comes then."""
        steps = [each for each in self._timeline.turned(day, self._asked) if is_on(each.action, variation.document)]
        begun = [each for each in steps if each.day == day]
        wordings = self._timeline.before(day, self._asked)
        for each in begun:
            wordings = self._timeline.carried_out(wordings, [each])
            own = Step(variation.ref, variation.action.as_if, day)
            if variation.ref in self._timeline.carried_out(wordings, [own]).refused:
                return each.ref
        return next((each.ref for each in (*begun, *steps)), variation.ref)
