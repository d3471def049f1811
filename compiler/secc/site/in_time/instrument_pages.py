"""The pages of instruments: the table of them, and each with its formal text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from secc.document.typography import curled
from secc.ids import Address
from secc.instruments.model import Instrument, Operation
from secc.instruments.patterns import PRINTED_DATE
from secc.instruments.printing import printed_when
from secc.instruments.printing_when import listed
from secc.instruments.when import InstrumentRef, OperationRef, When
from secc.site.in_time.ahead import refused_ahead, would_change
from secc.site.in_time.changes import what_of
from secc.site.in_time.instrument_keys import Done, instrument_keys
from secc.site.in_time.moment import Moment
from secc.site.in_time.named import named_together
from secc.site.in_time.placing import Placing
from secc.site.in_time.register import FOLDER, Register, paragraph
from secc.site.in_time.set_out import set_out
from secc.site.in_time.views import DidView, FactView, InstrumentLineView, InstrumentView, OperationView, WouldView
from secc.site.in_time.waiting import when_words
from secc.site.naming import up
from secc.site.views import LinkView
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day
from secc.timeline.known import Known
from secc.timeline.occurrences import Occurrence
from secc.timeline.scopes import EVERYBODY, printed_scope
from secc.timeline.standing import Standing, recorded

_FEW = 12
"""As many provisions are named that an operation changed; of the others, how many there are."""
SIGNS = {
    Standing.DRAFT: "✎",
    Standing.CONSULTING: "?",
    Standing.LAID: "▫",
    Standing.DECIDED: "◑",
    Standing.MADE: "●",
    Standing.WITHDRAWN: "✕",
}


class _Said(NamedTuple):
    """An operation as a sentence, and what it sets out."""

    sentence: str
    set_out_html: str


class InstrumentPages:
    """Makes the views of instruments; `noted` is the register that notes which titles of others one of them names."""

    def __init__(
        self, moment: Moment, register: Register, noted: Register, placing: Placing, present: Mapping[str, Address]
    ) -> None:
        self._moment = moment
        self._known = moment.timeline.known()
        self._register = register
        self._noted = noted
        self._placing = placing
        self._present = present
        keys = instrument_keys(moment)
        self._done, self._taken_back, self._told_anew = keys.done, keys.taken_back, keys.told_anew
        self._refused, self._in_flight = keys.refused, keys.in_flight
        self._overtaken = moment.overtaken
        self._occurring: dict[OperationRef, list[Occurrence]] = {}
        for each in moment.timeline.occurrences():
            self._occurring.setdefault(each.ref, []).append(each)

    def lines(self) -> tuple[InstrumentLineView, ...]:
        """The table of all, the latest first."""
        return self.lines_of(self._register.instruments.values(), FOLDER)

    def lines_of(self, instruments: Iterable[Instrument], url: str) -> tuple[InstrumentLineView, ...]:
        """The table of some, the latest first, as seen from a page."""
        return tuple(self._line(each, url) for each in latest_first(instruments, self._known))

    def view(self, instrument: Instrument) -> InstrumentView:
        """An instrument on its own page."""
        url = self._register.urls[instrument.name]
        whens = Counter(self._when(instrument, each) for each in instrument.operations)
        common = max(whens, key=lambda when: whens[when], default="")
        effect = f"{common}, but as said below" if common and len(whens) > 1 else common
        standing = self._standing(instrument)
        return InstrumentView(
            title=curled(instrument.title),
            kind=str(instrument.kind).capitalize(),
            standing=standing.printed,
            sign=SIGNS[standing],
            facts=tuple(self._fact(label, words) for label, words in self._facts(instrument, effect) if words),
            notes=tuple(curled(self._noted.readable(each)) for each in instrument.notes),
            operations=tuple(self._operations(instrument, url, common)),
            is_in_flight=instrument.name in self._in_flight,
        )

    def _facts(self, instrument: Instrument, effect: str) -> Iterator[tuple[str, str]]:
        taken_back = self._taken_back.get(InstrumentRef(instrument.name))
        yield "Withdrawn", taken_back or ""
        decision = self._known.decision(instrument.name)
        told = {"decided": f"{printed_day(decision.day)}, by {decision.by}"} if decision is not None else {}
        yield from _facts(instrument, effect, told)

    def _fact(self, label: str, words: str) -> FactView:
        return FactView(label, curled(self._noted.readable(words)))

    def _line(self, instrument: Instrument, url: str) -> InstrumentLineView:
        own = self._register.urls[instrument.name]
        href = own.removeprefix(FOLDER) if url == FOLDER else up(url) + own
        standing = self._standing(instrument)
        day = made_or_recorded(instrument, self._known)
        return InstrumentLineView(
            printed_day(day) if day is not None else "",
            str(instrument.kind).capitalize(),
            LinkView(href, "", curled(instrument.title)),
            standing.printed,
            SIGNS[standing],
        )

    def _standing(self, instrument: Instrument) -> Standing:
        return self._known.standing(instrument)

    def _operations(self, instrument: Instrument, url: str, common: str) -> Iterator[OperationView]:
        words, done = self._register.words[instrument.name], _by_operation(self._done.get(instrument.name, ()))
        texts = set_out(instrument, self._moment)
        for operation, *said in zip(instrument.operations, words, texts, strict=True):
            did = done.get(OperationRef(instrument.name, operation.number), ())
            yield self._operation(instrument, operation, _Said(*said), did, url, common)

    def _operation(
        self,
        instrument: Instrument,
        operation: Operation,
        said: "_Said",
        done: Sequence[Done],
        url: str,
        common: str,
    ) -> OperationView:
        ref = OperationRef(instrument.name, operation.number)
        none = self._without_effect(ref)
        given = when_words(self._occurring.get(ref, ()), self._overtaken)
        own = "" if given == common else self._noted.readable(given) or "none"
        return OperationView(
            identifier=paragraph(operation.number),
            number=operation.number,
            sentence=self._noted.readable(said.sentence),
            set_out_html=said.set_out_html,
            when=none or own,
            refused=self._why_not(ref),
            places=tuple(tuple(self._places(ref, each, url)) for each in named_together(operation.action)),
            did=tuple(self._did(identity, change, url) for identity, change in done[:_FEW]),
            would=() if done or said.set_out_html or none else tuple(self._would(ref, operation)),
            more=max(0, len(done) - _FEW),
        )

    def _why_not(self, ref: OperationRef) -> str:
        """Of an operation that could not be carried out, or could not be by what the text will say, why."""
        if ref in self._refused:
            return curled(f"Not carried out: {self._refused[ref]}")
        ahead = refused_ahead(self._moment, ref.instrument)
        return curled(f"Could not be carried out on the text as it will be: {ahead[ref]}") if ref in ahead else ""

    def _without_effect(self, ref: OperationRef) -> str:
        """Of an operation that was withdrawn before it had effect, and not its whole instrument, when and by what.

        Of one whose day another told anew, that.
        """
        if ref in self._told_anew:
            return self._noted.readable(f"until told anew {self._told_anew[ref]}")
        taken_back = self._taken_back.get(ref)
        if taken_back is None or InstrumentRef(ref.instrument) in self._taken_back:
            return ""
        return self._noted.readable(f"none; withdrawn on {taken_back}")

    def _did(self, identity: str, change: Changed, url: str) -> DidView:
        here = self._present.get(identity)
        address = change.address or change.before
        assert address is not None, "a change is of something"
        page = self._placing.page(here) if here is not None else ""
        day = change.day.isoformat()
        own, _, _ = page.partition("#")
        what, to_be = what_of(change), "to be " if change.day > self._moment.day else ""
        is_shown = own and change.before is not None and self._placing.has_story(here)
        return DidView(
            LinkView(up(url) + page if page else "", "", curled(address.printed)),
            f"{to_be}{curled(what[0].lower() + what[1:])} on {printed_day(change.day)}",
            f"{up(url)}{own}#{day}" if is_shown else "",
        )

    def _would(self, ref: OperationRef, operation: Operation) -> Iterator[WouldView]:
        for address, html in would_change(self._moment, ref.instrument, operation.action):
            yield WouldView(curled(address.printed), html)

    def _when(self, instrument: Instrument, operation: Operation) -> str:
        return when_words(self._occurring.get(OperationRef(instrument.name, operation.number), ()), {})

    def _places(self, ref: OperationRef, addresses: Sequence[Address], url: str) -> Iterator[LinkView]:
        day = next((each.day for each in self._occurring.get(ref, ())), None)
        for address in addresses:
            now = self._placing.now(address, day)
            place = self._placing.here(now) if now is not None else ""
            gone = f" ({'no longer' if self._placing.was(address, day) else 'not'} in the text)" if not place else ""
            yield LinkView(up(url) + place if place else "", "", curled((now or address).printed) + gone)


def latest_first(instruments: Iterable[Instrument], known: Known) -> Sequence[Instrument]:
    """As tables of them have them."""
    return sorted(instruments, key=lambda each: (made_or_recorded(each, known) or date.max, each.name), reverse=True)


def made_or_recorded(instrument: Instrument, known: Known) -> date | None:
    """The day of an instrument in tables of them: made, or decided as another tells; None where none is known."""
    return known.made(instrument) or recorded(instrument)


def _by_operation(done: Iterable[Done]) -> Mapping[OperationRef, Sequence[Done]]:
    """What operations did to clauses, definitions and sub-sections, by day and by who they are."""
    found: dict[OperationRef, list[Done]] = {}
    for identity, change in sorted(done, key=_by_change):
        for ref in change.by if "/" in identity else ():
            found.setdefault(ref, []).append((identity, change))
    return found


def _by_change(done: Done) -> tuple[date, str]:
    return (done[1].day, done[0])


def _facts(instrument: Instrument, when: str, told: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The lines above the formal text; those without words are left out. Others have `told` of some of its days."""
    dates = instrument.dates
    for label in ("consulted", "decided", "laid", "made", "published", "recorded"):
        day: date | None = getattr(dates, label)
        yield label.capitalize(), told.get(label) or (printed_day(day) if day is not None else "")
    yield "By", instrument.by
    yield "Under", listed(instrument.under) if instrument.under else ""
    starts = _in_words(instrument.starts) if instrument.starts is not None else ""
    yield "From", starts if when != f"from {starts}" else ""
    yield "Effect", when
    yield "For", printed_scope(instrument.scope) if instrument.scope != EVERYBODY else ""
    baseline = instrument.baseline
    yield "Drafted against", f"version {baseline.version}" if baseline.version else _documents(instrument)
    yield "Sources", instrument.evidence
    yield "Not verified", instrument.unverified


def _in_words(when: When) -> str:
    """An expression of time, with its days written out."""
    return PRINTED_DATE.sub(lambda found: printed_day(date.fromisoformat(found.group())), printed_when(when))


def _documents(instrument: Instrument) -> str:
    documents = [f"{document.printed} ({digest})" for document, digest in instrument.baseline.documents]
    return listed(documents) if documents else ""
