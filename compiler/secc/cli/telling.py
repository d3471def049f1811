"""Operations as readers are told of them."""

import re
from collections.abc import Iterable, Iterator

from secc.cli.moments import Opening
from secc.instruments.printing import sentence
from secc.instruments.when import OperationRef
from secc.timeline.force_model import Force

_REF = re.compile(r"paragraph (?P<number>[0-9]+[A-Z]*) of (?P<instrument>[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+)")


def operations_named(force: Force) -> tuple[OperationRef, ...]:
    """The operations that the effect of a provision rests on, in the order in which they are named."""
    found = [OperationRef(each["instrument"], each["number"]) for each in _REF.finditer(force.in_words)]
    return tuple(dict.fromkeys([*found, *(each.ref for each in force.varied)]))


def told(opening: Opening, refs: Iterable[OperationRef]) -> Iterator[str]:
    """Each operation with its instrument's title, and its own words."""
    for ref in refs:
        instrument = opening.timeline.by_name.get(ref.instrument)
        operation = instrument.operation(ref.number) if instrument is not None else None
        if instrument is None or operation is None:
            yield f"{ref} (which is not among the instruments)"
        else:
            yield f"{ref} ({instrument.title}): {sentence(operation)}"
