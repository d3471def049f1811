"""By what the page and the data of an instrument are kept: all that they show and nobody is asked for."""

import hashlib
from functools import cached_property, lru_cache

from secc.instruments.model import Instrument
from secc.instruments.when import AnyRef, InstrumentRef, OperationRef
from secc.render.exports.instrument_files import came_with_document
from secc.site.in_time.ahead import refused_ahead, texts_ahead
from secc.site.in_time.changes import every_change
from secc.site.in_time.moment import Moment
from secc.site.in_time.upcoming import instrument_days
from secc.site.noted import encoded
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day
from secc.timeline.facts_behind import told_anew
from secc.timeline.flight import every_in_flight
from secc.timeline.learning import withdrawals
from secc.timeline.occurrences import Occurrence

Done = tuple[str, Changed]
"""A provision, by who it is, and a change of it."""


class InstrumentKeys:
    """The keys of the instruments of a Code in time."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._known = moment.timeline.known()
        self._days = instrument_days(moment)
        self._found: dict[str, bytes] = {}

    def of(self, instrument: Instrument) -> bytes:
        """The digest of what it says, of how far it has come, and of what its operations do, when, and did."""
        if instrument.name not in self._found:
            self._found[instrument.name] = self._of(instrument)
        return self._found[instrument.name]

    def _of(self, instrument: Instrument) -> bytes:
        name = instrument.name
        occurring = [(each.ref, each.extent, each.starts, each.ends) for each in self._occurring.get(name, ())]
        instead = [(ref, each) for (ref, _), each in self._moment.overtaken.items() if ref.instrument == name]
        theirs = {**refused_ahead(self._moment, name), **self.refused}
        refused = [theirs.get(OperationRef(name, each.number), "") for each in instrument.operations]
        standing = self._known.standing(instrument)
        refs: list[AnyRef] = [InstrumentRef(name), *(OperationRef(name, each.number) for each in instrument.operations)]
        taken_back = [self.taken_back.get(each, "") for each in refs]
        taken_back += [self.told_anew.get(OperationRef(name, each.number), "") for each in instrument.operations]
        far = (
            standing,
            self._known.decision(name),
            taken_back,
            texts_ahead(self._moment, name),
            name in self.in_flight,
        )
        said = (instrument, far, self._days.get(name), occurring, instead, refused, self.done.get(name, ()))
        return hashlib.sha256(encoded(said)).digest()

    @cached_property
    def done(self) -> dict[str, list[Done]]:
        """The changes in which each instrument has a part, by its name; not that anything came with its document."""
        found: dict[str, list[Done]] = {}
        changes = every_change(self._moment)
        for identity, of_it in changes.items():
            for change in of_it:
                if change.before is not None or not came_with_document(identity, change, changes):
                    for name in {ref.instrument: None for ref in change.by}:
                        found.setdefault(name, []).append((identity, change))
        return found

    @cached_property
    def taken_back(self) -> dict[AnyRef, str]:
        """Of the operations and instruments that were withdrawn before they had effect, when and by what, in words."""
        found: dict[AnyRef, str] = {}
        for each in withdrawals(self._known):
            by = f", by {each.by}" if isinstance(each.by, OperationRef) else ""
            for ref in each.refs:
                found.setdefault(ref, f"{printed_day(each.day)}{by}")
        return found

    @cached_property
    def told_anew(self) -> dict[OperationRef, str]:
        """Of the operations whose day another has since told anew for all of them, when, as which and by what."""
        return {
            ref: f"on {printed_day(fact.record[0])} as {printed_day(fact.day)}, by {fact.by}"
            for ref, fact in told_anew(self._known).items()
        }

    @cached_property
    def _occurring(self) -> dict[str, list[Occurrence]]:
        found: dict[str, list[Occurrence]] = {}
        for each in self._moment.timeline.occurrences():
            found.setdefault(each.ref.instrument, []).append(each)
        return found

    @cached_property
    def refused(self) -> dict[OperationRef, str]:
        """Why operations were not carried out, in words."""
        return {ref: refusal.words for ref, refusal in self._moment.timeline.last().refused.items()}

    @cached_property
    def in_flight(self) -> frozenset[str]:
        """The names of the instruments in flight."""
        return frozenset(each.name for each in every_in_flight(self._moment.timeline, self._moment.day))


@lru_cache(maxsize=2)
def instrument_keys(moment: Moment) -> InstrumentKeys:
    """The keys of a Code in time."""
    return InstrumentKeys(moment)
