"""Operations as readers are told of them."""

from collections.abc import Iterable, Iterator
from datetime import date

from secc.cli.moments import Opening
from secc.instruments.model import Scope
from secc.instruments.printing import sentence
from secc.instruments.when import OperationRef
from secc.timeline.facts_behind import FactBehind, facts_behind
from secc.timeline.timeline import asking


def facts_told(
    opening: Opening, refs: Iterable[OperationRef], known: date | None, scope: Scope
) -> tuple[FactBehind, ...]:
    """The facts on which the days of operations rest, as known on a day, for those in a scope."""
    return facts_behind(opening.timeline.known(asking(known)), refs, scope)


def as_json(ref: OperationRef) -> dict[str, str]:
    """An operation as programs are told of it."""
    return {"instrument": ref.instrument, "paragraph": ref.number}


def told(opening: Opening, refs: Iterable[OperationRef]) -> Iterator[str]:
    """Each operation with its instrument's title, and its own words."""
    for ref in refs:
        instrument = opening.timeline.by_name.get(ref.instrument)
        operation = instrument.operation(ref.number) if instrument is not None else None
        if instrument is None or operation is None:
            yield f"{ref} (which is not among the instruments)"
        else:
            said = sentence(operation)
            set_out = " the words set out there." if said.endswith(":") else ""
            yield f"{ref} ({instrument.title}): {said}{set_out}"
