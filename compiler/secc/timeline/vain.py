"""Operations that do nothing, or not what they say: what extends no end, resumes nothing, cancels for nobody."""

from collections.abc import Iterator, Mapping

from secc.instruments.model import Cancel, Extend, Resume, Suspend
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.force import ForceRecords
from secc.timeline.instrument_faults import Fault
from secc.timeline.known import Known
from secc.timeline.located import ForceRecord, Located
from secc.timeline.periods import periods
from secc.timeline.scopes import common, printed_scope
from secc.timeline.value import Day, NeverComes
from secc.timeline.when import operative_of


def extended_in_vain(provisions: Mapping[str, Located], records: ForceRecords) -> Iterator[Fault]:
    """Extensions, and what shortens, of what has no end or another than that; where it is so of all that is named."""
    told: dict[OperationRef, list[str]] = {}
    for identity in sorted(records.named & provisions.keys()):
        for each in records.naming(provisions[identity]):
            if isinstance(each.action, Extend) and identity in each.identities:
                told.setdefault(each.ref, []).append(_extended(provisions[identity], each, records))
    for ref, words in told.items():
        if all(words):
            yield Fault(ref, f"{ref} {words[0]}", "cease it from that day, or write the end that it is to have")


def resumed_in_vain(provisions: Mapping[str, Located], records: ForceRecords) -> Iterator[Fault]:
    """Resumptions of what is not suspended, nor anything in it."""
    of_some = [records.naming(each) for each in provisions.values()]
    suspended = [naming for naming in of_some if any(isinstance(each.action, Suspend) for each in naming)]
    useful = {each.ref for naming in suspended for each in naming}
    for each in records.every:
        if isinstance(each.action, Resume) and each.ref not in useful:
            yield Fault(each.ref, f"{each.ref} resumes what is not suspended", "name what is suspended")


def cancelled_for_nobody(known: Known) -> Iterator[Fault]:
    """Cancellations for those for whom there is nothing to cancel."""
    for each in known.operations(Cancel):
        action = each.operation.action
        target = operative_of(action.operation, known) if isinstance(action, Cancel) else None
        if target is not None and common(target.scope, each.scope) is None:
            words = f"{target.ref} is for {printed_scope(target.scope)} and not for {printed_scope(each.scope)}"
            yield Fault(each.ref, words, "cancel it for those for whom it is")


def _extended(located: Located, record: ForceRecord, records: ForceRecords) -> str:
    """What is wrong with an end that is given; empty where nothing is."""
    before = [each for each in records.naming(located) if each.record < record.record]
    found = periods(located, before, record.extent)
    if not found or not isinstance(record.action, Extend):
        return ""
    does = "shortens" if record.action.shorter else "extends"
    match found[-1].end, record.ends:
        case NeverComes(), _:
            return f"{does} what has no end"
        case Day(old), Day(new) if new != old and (new < old) is not record.action.shorter:
            return f"{does} until {printed_day(new)} what has effect until {printed_day(old)}"
        case _:
            return ""
