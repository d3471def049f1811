"""What is said of what stands nowhere but in the text with its variations."""

from datetime import date

from msgspec import Struct

from secc.ids import Address
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.statuses import Status
from secc.timeline import put_there as of_timeline
from secc.timeline.force_model import State, printed_refs
from secc.timeline.put_there import Put
from secc.timeline.scopes import EVERYBODY


class PutThere(Struct, frozen=True, array_like=True):
    """A clause, definition or sub-section that variations put into the text of everybody, until a day."""

    start: date
    end: date | None
    status: Status


def put_there(moment: Moment) -> tuple[PutThere, ...]:
    """All that are put there for everybody, in the order of their last days."""
    return tuple(PutThere(each.start, each.end, _status(each)) for each in _every(moment) if each.scope == EVERYBODY)


def put_there_on(moment: Moment) -> dict[Address, Status]:
    """What is said of those of the day."""
    there = (each for each in put_there(moment) if each.start <= moment.day and (each.end or date.max) > moment.day)
    return {each.status.address: each.status for each in there}


def put_there_at(moment: Moment) -> dict[Address, tuple[Put, ...]]:
    """What was put at each address, or is to be, for everybody and then for some."""
    found: dict[Address, tuple[Put, ...]] = {}
    for each in _every(moment):
        found[each.address] = (*found.get(each.address, ()), each)
    return found


def _every(moment: Moment) -> tuple[Put, ...]:
    key = f"put there {moment.opened.fingerprint} {moment.everybody}"
    return kept(moment.cache, key, tuple[Put, ...], lambda: of_timeline.put_there(moment.timeline))


def _status(put: Put) -> Status:
    words = f"Put there by a variation{printed_refs(put.by)}"
    return Status(put.address, State.IN_EFFECT, words, put.by, is_varied=True)
