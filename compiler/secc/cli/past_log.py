"""The document log against what earlier revisions of the sources had recorded in it.

The chain of digests in the log shows that an entry was altered, or taken from the middle; not that entries were cut off
the end. Only the git history knows of those, and only as far back as it goes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secc.cli.formats.wording import counted
from secc.cli.moments import Opening
from secc.diagnostics import CannotProceed
from secc.history import Folder, SourceTree
from secc.timeline.dates import printed_day
from secc.timeline.log import FILE, Log, read_log, shortened
from secc.timeline.log_anew import BegunAnew, begun_anew, given_up
from secc.timeline.verifying import Unproved


@dataclass(frozen=True, slots=True)
class LogInPast:
    """What was recorded once and is gone, with how many earlier revisions were asked; None where there are none."""

    missing: tuple[Unproved, ...]
    compared: int | None
    in_words: str


def log_in_past(opening: Opening) -> LogInPast:
    """The log compared with that of every revision, from the one checked out back, that changed it.

    A log that was given up as a whole, which this one says openly, need not be in it; that is told.
    """
    from secc.history.revisions import Repository  # git is slow to load

    anew = begun_anew(Folder(opening.place))
    try:
        repository = Repository(opening.place)
    except CannotProceed:
        words = f"no git repository: that nothing was cut off the end of {FILE} cannot be proved"
        return LogInPast((), None, "; ".join([words, *(_in_words(each, ()) for each in anew)]))
    logs = [(each.name, log) for each in repository.revisions_of(FILE) if (log := _log(each)) is not None]
    gone = given_up(anew, [log for _, log in logs])
    kept = [(name, log) for name, log in logs if not log or log[-1].chain not in gone]
    missing = tuple(_missing(opening.log, kept))
    words = (
        f"{FILE} holds what {counted(len(kept), 'earlier revision')} of it had" if logs else f"no commit has {FILE} yet"
    )
    if repository.is_shallow:
        words += "; the repository is shallow, and older ones are not here to be asked (git fetch --unshallow)"
    words = f"{FILE} has lost entries" if missing else words
    return LogInPast(missing, len(logs), "; ".join([words, *(_in_words(each, logs) for each in anew)]))


def _in_words(anew: BegunAnew, logs: Iterable[tuple[str, Log]]) -> str:
    of = next((name for name, log in logs if log and log[-1].chain == anew.replaces), "")
    replaced = f"the log of revision {of}" if of else "a log that no revision here has"
    return f"it was begun anew on {printed_day(anew.on)}, in place of {replaced}: {anew.why.strip().rstrip('.')}"


def _missing(log: Log, before: Iterable[tuple[str, Log]]) -> Iterator[Unproved]:
    """Each entry that is gone, once, by the latest revision that had it."""
    told: set[str] = set()
    for revision, then in before:
        found = shortened(log, then)
        if found is not None and found[0].chain not in told:
            told.update(each.chain for each in then)
            yield Unproved(FILE, found[1], f"put it back: git show {revision}:./{FILE}")


def _log(revision: SourceTree) -> Log | None:
    """None where it had none, or none that can be read: what was mended since."""
    if not revision.has(FILE):
        return None
    try:
        return read_log(revision)
    except CannotProceed:
        return None
