"""What is ahead, as pages show it: what each instrument in flight would change."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from secc.ids import Address
from secc.instruments.model import Action, Join, Split
from secc.instruments.when import OperationRef
from secc.site.in_time.marking import HEAVY, redline_where_changed
from secc.site.in_time.moment import Moment
from secc.site.in_time.named import named
from secc.timeline.ahead import Ahead
from secc.timeline.ahead import ahead as every_ahead
from secc.timeline.applying import is_wording
from secc.timeline.identities import identity_of, place_of


@lru_cache(maxsize=2)
def ahead(moment: Moment) -> Mapping[str, Ahead]:
    """The instruments in flight by name, in their order."""
    return {each.instrument: each for each in every_ahead(moment.timeline, moment.day)}


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
    return found.refused if found is not None else {}


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
