"""What is ahead: the text as it would be by each instrument that has not had all its effect."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from secc.ids import Address
from secc.instruments.model import Action, Join, Split
from secc.instruments.when import OperationRef
from secc.site.in_time.marking import HEAVY, redline_where_changed
from secc.site.in_time.moment import Moment
from secc.site.in_time.named import named
from secc.timeline.applying import is_wording
from secc.timeline.flight import in_flight, steps_of
from secc.timeline.identities import identity_of, place_of
from secc.timeline.replay import Wordings
from secc.timeline.standing import Standing


class Ahead(Struct, frozen=True):
    """An instrument carried out on the text as it will be just before: `day` is None where it has none yet."""

    instrument: str
    standing: Standing
    day: date | None
    before: Wordings
    after: Wordings


@lru_cache(maxsize=2)
def ahead(moment: Moment) -> Mapping[str, Ahead]:
    """The instruments in flight by name, in their order. What has had effect of them is in the text before."""
    return {each.instrument: each for each in _ahead(moment)}


def _ahead(moment: Moment) -> Iterator[Ahead]:
    timeline, today = moment.timeline, moment.day
    known = timeline.known()
    last = max(timeline.wording_days(), default=today)
    for instrument in in_flight(timeline, today):
        steps = [
            each for each in steps_of(timeline, instrument.name) if each.day > today or not known.is_law(instrument)
        ]
        first = min(each.day for each in steps)
        day = first if first < date.max else None
        before = timeline.before(first) if day is not None else timeline.base(max(last, today))
        after = timeline.carried_out(before, steps)
        yield Ahead(instrument.name, known.standing(instrument), day, before, after)


def would_change(moment: Moment, instrument: str, action: Action) -> Iterator[tuple[Address, str]]:
    """The clauses and definitions whose wording an operation of an instrument in flight is on, with the redline.

    Where it is light, and there is one. It is of all that the instrument does to them, not of one operation alone.
    """
    found = ahead(moment).get(instrument)
    if found is None or not is_wording(action):
        return
    if isinstance(action, Split | Join):  # of which the one provision says nothing without the other
        return
    for address in dict.fromkeys(each.without_paragraphs for each in named(action)):
        identity = identity_of(found.before, address)
        there = place_of(found.after, identity) if identity is not None else None
        before = found.before.documents.get(address.document)
        after = found.after.documents.get(there.document) if there is not None else None
        html = redline_where_changed((address, before), (there, after))
        if 0 < len(html) <= HEAVY:
            yield address, html


def refused_ahead(moment: Moment, instrument: str) -> Mapping[OperationRef, str]:
    """Why operations of an instrument in flight could not be carried out on the text as it will then be, in words."""
    found = ahead(moment).get(instrument)
    refused = found.after.refused if found is not None else {}
    return {ref: refusal.words for ref, refusal in refused.items() if ref.instrument == instrument}


def texts_ahead(moment: Moment, instrument: str) -> list[tuple[str, ...]]:
    """What that follows from: the documents that it would change, with their texts before and after."""
    found = ahead(moment).get(instrument)
    if found is None:
        return []
    before, after = found.before.documents, found.after.documents
    keys = (
        (str(each), *(side[each].text_key if each in side else "" for side in (before, after)))
        for each in sorted(before.keys() | after.keys())
    )
    return [each for each in keys if each[1] != each[2]]
