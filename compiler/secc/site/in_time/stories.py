"""The story of a provision: every day on which its words, its place or its effect changed, as its page tells it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from secc.document.typography import curled
from secc.ids import Address
from secc.instruments.when import OperationRef
from secc.render.escaping import escape
from secc.site.in_time.account import Account
from secc.site.in_time.changes import Changes, renamed
from secc.site.in_time.marking import HEAVY
from secc.site.in_time.register import Register
from secc.site.in_time.statuses import SIGNS
from secc.site.in_time.turning import EffectTurn
from secc.site.in_time.version_places import version_html
from secc.site.whom import scope_key, scope_words
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day
from secc.timeline.force_model import State
from secc.timeline.identities import origin


class ForSomeView(Struct, frozen=True):
    """What a provision says to some, against what it says to everybody: for whom, as in addresses and in words.

    `html` is empty where it is too long to be shown.
    """

    key: str
    words: str
    html: str


class EventView(Struct, frozen=True):
    """A day on which something changed, and what was so from then on until the next. What is named `html` is HTML.

    `stage` is `past`, `now` or `coming`. `marked_html` is the redline against the words before, or with `is_first` the
    first words. `words_of` is the day from which they were as they then were; empty where they changed on this day.
    `varied_html` are the variations that hold then and began before, in their own words. `by_whom` and `varied_by`
    are the instruments of the operations in `by_html` and `varied_html`, the latest first, as these are.
    `as_varied` are the words as varied for everybody, against those without variations; empty where they are the same,
    or with `is_long` too long to be shown.
    `for_some` are the words that then held for some, where these were others than for everybody.
    `then` leads to the page on which it was read, `version_html` to the consolidated version in effect from that day.
    `address` is where it stood then, and `read_at` the address at which it is read on any day, after the day and for
    whom, empty where it stood elsewhere than now.
    """

    day: str
    since: str
    until: str
    what: str
    stage: str
    by_html: tuple[str, ...]
    by_whom: str
    marked_html: str
    is_first: bool
    is_heavy: bool
    words_of: str
    words_since: str
    effect_html: str
    sign: str
    inside_html: tuple[str, ...]
    varied_html: tuple[str, ...]
    varied_by: str
    version_html: str
    as_varied: str = ""
    is_long: bool = False
    for_some: tuple[ForSomeView, ...] = ()
    then: str = ""
    read_at: str = ""
    address: Address | None = None


class Stories:
    """Tells the stories of provisions, by who they are."""

    def __init__(self, account: Account, register: Register) -> None:
        self._account = account
        self._register = register

    @property
    def changes(self) -> Changes:
        """The changes that the stories are made of."""
        return self._account.changes

    def next_day(self, identity: str) -> date | None:
        """The next day on which something changes for a provision."""
        return min((day for day in self._days(identity) if not self._account.has_come[day]), default=None)

    def count(self, identity: str) -> int:
        """On how many days something changed for a provision, its first among them."""
        return len(self._days(identity))

    def of(self, identity: str, url: str) -> tuple[EventView, ...]:
        """The story of a provision, the latest day first."""
        texts = {each.day: each for each in self._texts(identity)}
        turns = {each.day: each for each in self._account.turns.get(identity, ())}
        days = sorted(texts.keys() | turns.keys())
        now = max((day for day in days if self._account.has_come[day]), default=None)
        found: list[EventView] = []
        text, turn = None, None
        for place, day in enumerate(days):
            text, turn = texts.get(day, text), turns.get(day, turn)
            until = days[place + 1] - timedelta(days=1) if place + 1 < len(days) else None
            stage = "now" if day == now else "past" if self._account.has_come[day] else "coming"
            found.append(self._event(identity, _Event(day, until, stage, text, turn), url))
        return tuple(reversed(found))

    def _days(self, identity: str) -> list[date]:
        texts, turns = self._texts(identity), self._account.turns.get(identity, ())
        return sorted({each.day for each in texts} | {each.day for each in turns})

    def _texts(self, identity: str) -> Sequence[Changed]:
        """The changes of its words and its place; of what never changed, that it was put in with its document."""
        found = self._account.changes.get(identity)
        if found is not None:
            return found
        here = self._account.present.get(identity)
        day, by = self._account.first.get(origin(identity), (None, ()))
        return [Changed(day, None, here, by)] if day is not None and here is not None else []

    def _event(self, identity: str, event: "_Event", url: str) -> EventView:
        text = event.text if event.text is not None and event.text.day == event.day else None
        turn = event.turn if event.turn is not None and event.turn.day == event.day else None
        redline = self._account.marked.get((identity, event.day), "") if text is not None else ""
        varied = self._as_varied(identity, event)
        version = self._account.versions.get(event.day)
        by = _by_instrument([*(text.by if text is not None else ()), *(turn.by if turn is not None else ())])
        varying = _by_instrument(ref for ref in (turn.varying if turn is not None else ()) if ref not in by)
        return EventView(
            day=event.day.isoformat(),
            since=printed_day(event.day),
            until=printed_day(event.until) if event.until is not None else "",
            what=_what(text, turn),
            stage=event.stage,
            by_html=tuple(self._by(ref, turn, url) for ref in by),
            by_whom=self._titles(by),
            marked_html=redline if len(redline) <= HEAVY else "",
            is_first=text is not None and text.before is None,
            is_heavy=len(redline) > HEAVY,
            words_of=event.text.day.isoformat() if text is None and event.text is not None else "",
            words_since=printed_day(event.text.day) if text is None and event.text is not None else "",
            effect_html=self._effect(event, url),
            sign=SIGNS[event.turn.state] if event.turn is not None and event.turn.state is not State.IN_EFFECT else "",
            inside_html=tuple(self._inside(event.turn, url)) if turn is not None else (),
            varied_html=tuple(self._register.told(ref, url) for ref in varying),
            varied_by=self._titles(varying),
            version_html=version_html(version, url) if version is not None else "",
            as_varied=varied if len(varied) <= HEAVY else "",
            is_long=len(varied) > HEAVY,
            for_some=tuple(self._for_some(identity, event)),
            address=event.text.address if event.text is not None else None,
        )

    def _by(self, ref: OperationRef, turn: EffectTurn | None, url: str) -> str:
        """An operation in its own words; of one that ends on the day, that it does."""
        return ("the end of " if turn is not None and ref in turn.ended else "") + self._register.told(ref, url)

    def _as_varied(self, identity: str, event: "_Event") -> str:
        is_varied = event.turn is not None and event.turn.varying
        return self._account.as_varied[identity, event.day] if is_varied else ""

    def _for_some(self, identity: str, event: "_Event") -> Iterator[ForSomeView]:
        if event.turn is None or not event.turn.varying:
            return
        for each in self._account.for_some[identity, event.day]:
            html = each.html if len(each.html) <= HEAVY else ""
            yield ForSomeView(scope_key(each.scope), scope_words(each.scope), html)

    def _effect(self, event: "_Event", url: str) -> str:
        if event.text is not None and event.text.address is None:
            return ""
        if event.turn is None:
            return "in effect, as part of the text" if event.text is not None else ""
        return self._register.linked(event.turn.words, event.turn.refs, url)

    def _inside(self, turn: EffectTurn | None, url: str) -> Iterator[str]:
        for label, words in turn.inside if turn is not None else ():
            yield f"{escape(curled(label))} {self._register.linked(words, turn.refs if turn is not None else (), url)}"

    def _titles(self, refs: Sequence[OperationRef]) -> str:
        return " · ".join(dict.fromkeys(self._register.title(ref.instrument) for ref in refs))


class _Event(Struct, frozen=True):
    """A day, the last on which nothing else changed, and what was so: the words and the effect, each since its day."""

    day: date
    until: date | None
    stage: str
    text: Changed | None
    turn: EffectTurn | None


def _by_instrument(refs: Iterable[OperationRef]) -> list[OperationRef]:
    """Each operation once, in the order in which they are named, those of one instrument together, the latest first."""
    return sorted(dict.fromkeys(refs), key=lambda ref: ref.instrument, reverse=True)


def _what(text: Changed | None, turn: EffectTurn | None) -> str:
    said = [_of_text(text)] if text is not None else []
    is_new = text is not None and text.before is None  # what it has of effect then is no change
    if turn is not None and (turn.by or text is None) and not is_new:
        said.append("effect changed")
    words = "; ".join(said)
    return curled(words[0].upper() + words[1:]) if words else ""


def _of_text(text: Changed) -> str:
    if text.address is None:
        return "taken out"
    if text.before is None:
        return f"inserted as {text.address.printed}"
    return "words changed" if text.address == text.before else _lower(renamed(text.before, text.address))


def _lower(said: str) -> str:
    return said[0].lower() + said[1:]


def former(changes: Changes, present: Mapping[str, Address]) -> Mapping[Address, tuple[str, ...]]:
    """The addresses that provisions had and no longer have, or are yet to have, each with who they are, in order."""
    found: dict[Address, dict[str, None]] = {}
    for identity, each in sorted(changes.items()):
        for change in each:
            if change.address is not None and present.get(identity) != change.address:
                found.setdefault(change.address, {})[identity] = None
    return {address: tuple(identities) for address, identities in found.items()}
