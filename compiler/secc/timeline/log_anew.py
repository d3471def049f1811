"""Where the document log was begun anew: openly, with the log that it replaces and the reason.

The log is append-only. One that recorded the versions wrongly can only be given up as a whole: `[[begun-anew]]` at the
head of the new one names the chain of the last entry of the old one, and everybody who proves the log is told.
"""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec
from msgspec import Struct

from secc.diagnostics import CannotProceed
from secc.history import SourceTree
from secc.timeline.log import ANEW, FILE, Log, log_table


class BegunAnew(Struct, frozen=True, forbid_unknown_fields=True):
    """`replaces` is the chain of the last entry of the log that was given up; `why` is told wherever that is told."""

    replaces: str
    on: date
    why: str


def begun_anew(tree: SourceTree) -> tuple[BegunAnew, ...]:
    """What the log says of logs that it replaces. Raises `CannotProceed` where it does not say all of it."""
    table = log_table(tree)
    if ANEW not in table:
        return ()
    try:
        found = msgspec.convert(table[ANEW], tuple[BegunAnew, ...])
    except msgspec.ValidationError:
        found = ()
    if not found or any(not each.why.strip() for each in found):
        raise CannotProceed(f"[[{ANEW}]] in {FILE} is to say just `replaces`, a chain, `on`, a day, and `why`")
    return found


def given_up(anew: Collection[BegunAnew], logs: Iterable[Log]) -> frozenset[str]:
    """The chains of all entries of the logs that were given up, among logs of earlier revisions."""
    named = {each.replaces for each in anew}
    return frozenset(entry.chain for log in logs if log and log[-1].chain in named for entry in log)
