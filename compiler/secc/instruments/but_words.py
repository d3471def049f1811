"""What an instrument says besides words of the Code: all that days follow from."""

import hashlib

import msgspec

from secc.instruments.model import Baseline, Instrument, Operation, Vary, Wording
from secc.source import Span

_NOWHERE = Span(0, 0)


def but_words(instrument: Instrument) -> str:
    """The digest of all that an instrument says from which days follow.

    It is the same whatever words it puts in, what these replace and where, and whatever it tells of itself.
    """
    alone = msgspec.structs.replace(
        instrument,
        title="",
        by="",
        baseline=Baseline(),
        evidence="",
        unverified="",
        notes=(),
        operations=(),
        span=_NOWHERE,
    )
    said = (alone, [_but_words_of(each) for each in instrument.operations])
    return hashlib.sha256(msgspec.msgpack.encode(said)).hexdigest()


def _but_words_of(operation: Operation) -> dict[str, object]:
    action = operation.action
    said: object = type(action).__name__ if isinstance(action, Wording) else action
    if isinstance(action, Vary):
        said = (action.place, type(action.as_if).__name__)
    return {**msgspec.structs.asdict(operation), "action": said, "span": None}
