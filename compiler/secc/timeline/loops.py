"""Effects that wait for one another in a circle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from secc.instruments.model import Instrument
from secc.instruments.when import After, AnyRef, Directed, Earlier, Effect, InstrumentRef, Later, OperationRef, When


def parts(when: When) -> Iterator[When]:
    """An expression and every expression in it."""
    yield when
    match when:
        case Earlier(of) | Later(of):
            for each in of:
                yield from parts(each)
        case After(start=inner) | Directed(inner):
            yield from parts(inner)
        case _:
            return


def loops(instruments: Sequence[Instrument]) -> tuple[AnyRef, ...]:
    """The operations and instruments whose effect waits for itself, if by way of others; in the order of the page."""
    waits = {ref: tuple(_waited_for(when)) for ref, when in _starts(instruments)}
    return tuple(ref for ref in waits if _returns(ref, waits))


def _starts(instruments: Sequence[Instrument]) -> Iterator[tuple[AnyRef, When | None]]:
    for instrument in instruments:
        yield InstrumentRef(instrument.name), instrument.starts
        for operation in instrument.operations:
            when = operation.starts if operation.starts is not None else instrument.starts
            yield OperationRef(instrument.name, operation.number), when


def _waited_for(when: When | None) -> Iterable[AnyRef]:
    return (each.of for each in parts(when) if isinstance(each, Effect)) if when is not None else ()


def _returns(start: AnyRef, waits: Mapping[AnyRef, tuple[AnyRef, ...]]) -> bool:
    seen: set[AnyRef] = set()
    waiting = list(waits[start])
    while waiting:
        ref = waiting.pop()
        if ref == start:
            return True
        if ref not in seen:
            seen.add(ref)
            waiting.extend(waits.get(ref, ()))
    return False
