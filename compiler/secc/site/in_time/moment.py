"""The day that the site is of, and the Code in time as it is asked about on that day."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from secc.code.load import DocumentCache
from secc.code.settings import Settings
from secc.diagnostics import CannotProceed
from secc.history import SourceTree
from secc.ids import Address, DocumentId
from secc.timeline.dates import printed_day
from secc.timeline.default_day import default_day
from secc.timeline.effect import Effects
from secc.timeline.log import Listing, Log, LogEntry, entries_by, listing, read_log
from secc.timeline.occurrences import Alike, alike, change_days
from secc.timeline.opening import Opened, open_timeline
from secc.timeline.overtaken import Ends, coming_about, overtaken
from secc.timeline.replay import Wordings
from secc.timeline.timeline import Timeline
from secc.timeline.versions import version_in


class Moment:
    """The Code on one day, with everything that is known of before and after it."""

    def __init__(self, opened: Opened, log: Log, day: date, cache: DocumentCache, everybody: str) -> None:
        self.opened = opened
        self.log = log
        self.day = day
        self.cache = cache
        self.everybody = everybody

    @property
    def timeline(self) -> Timeline:
        """The instruments."""
        return self.opened.timeline

    @cached_property
    def key(self) -> str:
        """What everything that is said of this day follows from."""
        versions = " ".join(entry.chain for entry in self.log)
        return f"{self.opened.fingerprint} {self.everybody} {self.day} {versions}"

    @cached_property
    def base(self) -> Wordings:
        """The text of the day without variations."""
        return self.timeline.base(self.day)

    @cached_property
    def effective(self) -> Wordings:
        """The text of the day, as it has effect for everybody."""
        return self.timeline.effective(self.day)

    @cached_property
    def effects(self) -> Effects:
        """What has effect."""
        return Effects(self.timeline)

    @cached_property
    def overtaken(self) -> Ends:
        """The ends that were given and do not come about."""
        return overtaken(self.timeline, self.effects)

    @cached_property
    def occurring(self) -> tuple[Alike, ...]:
        """Every operation that counts, with its days as they come about: together, where they start and end alike."""
        if not self.overtaken:
            return self.timeline.alike()
        return alike(coming_about(self.timeline.occurrences(), self.overtaken))

    @cached_property
    def present(self) -> Mapping[str, Address]:
        """Where each provision stands on the day, by who it is."""
        return {
            identity: Address(document, path)
            for document, version in self.base.documents.items()
            for path, identity in (*version.identities.items(), ((), version.identity))
        }

    @cached_property
    def days_to_come(self) -> tuple[date, ...]:
        """The days after this one on which anything changes, or may change."""
        return tuple(day for day in change_days(self.occurring) if day > self.day)

    @property
    def next_day(self) -> date | None:
        """The next day on which anything changes, at the latest."""
        days = (day for each in self.occurring for day in each.certain_days)
        return min((day for day in days if day > self.day), default=None)

    @cached_property
    def version(self) -> LogEntry | None:
        """The last consolidated version that had effect by the day."""
        return max((each for each in self.log if each.in_effect <= self.day), key=_by_day, default=None)

    @cached_property
    def is_version(self) -> bool:
        """Whether the text of the day is that of the version, word for word."""
        if self.version is None:
            return False
        listed = listing(self.log[: self.log.index(self.version) + 1])
        return self.digests == {document: each.digest for document, each in listed.items()}

    @cached_property
    def digests(self) -> Mapping[DocumentId, str]:
        """The digest of each document of the text without variations."""
        return {document: version.digest for document, version in self.base.documents.items()}

    def versions_of(self, digests: Mapping[DocumentId, str]) -> Mapping[DocumentId, str]:
        """The version of each document that says on the day what `digests` has, where it is one of a version."""
        there = (each for each in self.effective.documents.values() if digests.get(each.id) == each.digest)
        found = {each.id: version_in(each, self._listed, self.timeline) for each in there}
        return {document: version for document, version in found.items() if version}

    @cached_property
    def _listed(self) -> Listing:
        """The documents as the log has them by the day."""
        return listing(entries_by(self.log, self.day, None))

    def identity(self, address: Address) -> str | None:
        """Who stands at an address on the day; None where nobody does."""
        version = self.base.documents.get(address.document)
        if version is None:
            return None
        return version.identities.get(address.path) if address.path else version.identity


def moment(
    tree: SourceTree, cache: DocumentCache, settings: Settings, as_at: date | None, last: Moment | None = None
) -> Moment | None:
    """The day that is asked for, else `site.as-at`, else that of the last version, else the last day of change.

    What was read for the `last`, of the same tree before an edit, is not read again. None where there are no
    instruments. Raises `CannotProceed` for a day before the first, and for any day where there are no instruments.
    """
    opened = open_timeline(tree, cache, earlier=last.opened.kept if last is not None else None)
    if not opened.found:
        if as_at is not None:
            raise CannotProceed("there are no instruments: the text of no other day than today's is known")
        return None
    log = read_log(tree)
    days = opened.timeline.wording_days()
    day = as_at or default_day(settings, log, opened.timeline)
    if day is None or not days or day < days[0]:
        first = f": its first day is {printed_day(days[0])}" if days else ", on any day"
        raise CannotProceed(f"nothing is known of the Code{f' on {printed_day(day)}' if day else ''}{first}")
    return Moment(opened, log, day, cache, repr(settings.everybody))


def _by_day(entry: LogEntry) -> date:
    return entry.in_effect
