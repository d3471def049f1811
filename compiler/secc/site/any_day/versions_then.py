"""Which consolidated version of the Code was the last on any day, and whether the text of the day was that of it."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from secc.ids import DocumentId
from secc.render.escaping import escape
from secc.site.any_day.model import Chronicle
from secc.site.in_time.version_places import version_url
from secc.site.naming import up
from secc.timeline.log import Log, listing


class VersionThen(Struct, frozen=True, array_like=True):
    """From a day on, the last version, where that is told, and whether the Code read so, word for word.

    `number` is empty before the first.
    """

    start: date
    number: str
    url: str
    is_text: bool

    def html(self, url: str) -> str:
        """HTML, to follow the day: `, version 5.0`, leading from a page to the version; nothing where there is none."""
        since = "" if self.is_text else "changed since "
        link = f'<a href="{escape(up(url) + self.url)}">version {escape(self.number)}</a>'
        return f", {since}{link}" if self.number else ""

    @property
    def words(self) -> str:
        """The same as plain text."""
        since = "" if self.is_text else "changed since "
        return f", {since}version {self.number}" if self.number else ""


def versions_then(chronicle: Chronicle, log: Log) -> tuple[VersionThen, ...]:
    """The versions by day; neighbours differ."""
    texts: dict[date, dict[DocumentId, str]] = {}
    for document in chronicle.documents:
        for day, number in document.base or document.effective:
            digest = document.editions[number].digest if number is not None else ""
            texts.setdefault(day, {})[document.id] = digest
    entries = {entry.in_effect: place for place, entry in enumerate(log)}
    now: dict[DocumentId, str] = {}
    listed: dict[DocumentId, str] = {}
    found = [VersionThen(date.min, "", "", is_text=False)]
    for day in sorted({*texts, *entries}):
        now |= texts.get(day, {})
        last = found[-1]
        if day in entries:
            entry = log[entries[day]]
            listed = {each: one.digest for each, one in listing(log[: entries[day] + 1]).items()}
            last = VersionThen(day, entry.number, version_url(entry), is_text=False)
        is_text = listed == {each: digest for each, digest in now.items() if digest}
        if last is not found[-1] or is_text != last.is_text:
            found.append(VersionThen(day, last.number, last.url, is_text))
    return tuple(found)


def version_on(versions: Sequence[VersionThen], day: date) -> VersionThen:
    """That of a day."""
    return next(each for each in reversed(versions) if each.start <= day)
