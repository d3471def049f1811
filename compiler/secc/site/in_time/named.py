"""The provisions that an operation names."""

from typing import get_args

from secc.ids import Address
from secc.instruments.model import (
    Action,
    Cease,
    Commence,
    Disapply,
    Extend,
    FixProvision,
    NoChange,
    ReadAs,
    Resume,
    States,
    Suspend,
    Vary,
    Wording,
)
from secc.instruments.places import One
from secc.timeline.histories import addresses_of

_ON_WORDING = get_args(Wording)


def named(action: Action) -> tuple[Address, ...]:
    """Each once, in the order in which they are named; of a range, the first and the last."""
    match action:
        case Commence() | Cease() | Extend() | Disapply() | Suspend() | Resume():
            found = [
                address
                for each in action.provisions
                for address in ((each.address,) if isinstance(each, One) else (each.first, each.last))
            ]
        case Vary() | FixProvision() | States() | ReadAs() | NoChange():
            found = [action.place.address]
        case _:
            found = list(addresses_of(action)) if isinstance(action, _ON_WORDING) else []
    return tuple(dict.fromkeys(found))
