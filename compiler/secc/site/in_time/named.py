"""The provisions that an operation names."""

from collections.abc import Iterable
from typing import get_args

from secc.ids import Address, DocumentId
from secc.instruments.model import (
    Action,
    Cease,
    Commence,
    Disapply,
    Extend,
    FixProvision,
    NoChange,
    OmitWords,
    ReadAs,
    Resume,
    States,
    SubstituteWords,
    Suspend,
    Vary,
    Wording,
)
from secc.instruments.places import One, Range
from secc.timeline.histories import addresses_of

_ON_WORDING = get_args(Wording)
_NAMING_RANGES = frozenset((Commence, Cease, Extend, Disapply, Suspend, Resume))


def named(action: Action) -> tuple[Address, ...]:
    """Each once, in the order in which they are named; of a range, the first and the last."""
    match action:
        case SubstituteWords() | OmitWords():  # as most
            return addresses_of(action)
        case Commence() | Cease() | Extend() | Disapply() | Suspend() | Resume():
            found = [address for together in named_together(action) for address in together]
        case Vary() | FixProvision() | States() | ReadAs() | NoChange():
            found = [action.place.address]
        case _:
            found = list(addresses_of(action)) if isinstance(action, _ON_WORDING) else []
    return tuple(dict.fromkeys(found))


def named_together(action: Action) -> tuple[tuple[Address, ...], ...]:
    """The same, the first and the last of a range together."""
    match action:
        case Commence() | Cease() | Extend() | Disapply() | Suspend() | Resume():
            found = [
                (each.address,) if isinstance(each, One) else (each.first, each.last) for each in action.provisions
            ]
        case _:
            return tuple((each,) for each in named(action))
    return tuple(dict.fromkeys(found))


def documents_named(action: Action, there: Iterable[DocumentId]) -> set[DocumentId]:
    """The documents that an operation names, or in which it names something; of a range of them those there are."""
    between = [
        document
        for document in there
        for each in documents_between(action)
        if each.first.document < document < each.last.document
    ]
    return {*(address.document for address in named(action)), *between}


def may_name_range(actions: Iterable[Action]) -> bool:
    """Whether there is an operation that can name a range of whole documents."""
    return not _NAMING_RANGES.isdisjoint({type(each) for each in actions})


def documents_between(action: Action) -> tuple[Range, ...]:
    """The ranges of whole documents that an operation names: `Schedule 7 to Schedule 11`."""
    match action:
        case Commence() | Cease() | Extend() | Disapply() | Suspend() | Resume():
            return tuple(each for each in action.provisions if isinstance(each, Range) and not each.first.path)
        case _:
            return ()
