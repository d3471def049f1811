"""The provisions that operations on effect name, each where it last stood."""

from secc.check.in_time.known import KnownTime
from secc.timeline.histories import place_of
from secc.timeline.located import Located


def located(known: KnownTime) -> dict[str, Located]:
    """Every provision that commencements, cessations, suspensions and the like name, by who it is."""
    found: dict[str, Located] = {}
    for period in reversed(known.periods):
        for identity in known.effects.records.named - found.keys():
            address = place_of(period.wordings, identity)
            place = known.effects.located(period.wordings, address, period.first) if address is not None else None
            if place is not None:
                found[identity] = place
    return found
