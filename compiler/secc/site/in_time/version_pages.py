"""The document log: the consolidated versions, and the documents of each."""

from collections.abc import Iterator

from secc.ids import Address
from secc.site.in_time.moment import Moment
from secc.site.in_time.placing import Placing
from secc.site.in_time.register import Register
from secc.site.in_time.version_places import FOLDER, version_url
from secc.site.in_time.views import ListedDocumentView, VersionLineView
from secc.site.naming import up
from secc.site.views import LinkView, counted
from secc.timeline.dates import printed_day
from secc.timeline.log import LogEntry, listing


def version_link(entry: LogEntry, url: str) -> LinkView:
    """The link to a version from a page."""
    return LinkView(up(url) + version_url(entry), "", f"Version {entry.number}")


def version_line(entry: LogEntry, register: Register, url: str) -> VersionLineView:
    """A version in the list of them, and at the head of its own page."""
    links = tuple(
        LinkView(up(url) + register.urls[name] if name in register.urls else "", "", register.title(name))
        for name in entry.instruments
    )
    return VersionLineView(
        version_link(entry, url),
        printed_day(entry.in_effect),
        printed_day(entry.published),
        links,
        counted(len(entry.documents), "document"),
    )


def version_lines(moment: Moment, register: Register) -> tuple[VersionLineView, ...]:
    """Every version, the latest first."""
    return tuple(version_line(entry, register, FOLDER) for entry in reversed(moment.log))


def listed_documents(entry: LogEntry, moment: Moment, placing: Placing) -> Iterator[ListedDocumentView]:
    """The documents of a version, with their own versions and digests."""
    url = version_url(entry)
    for document, listed in listing(moment.log[: moment.log.index(entry) + 1]).items():
        place = placing.here(Address(document))
        link = LinkView(up(url) + place if place else "", "", document.printed)
        yield ListedDocumentView(link, listed.version, listed.digest, str(document) in entry.documents)
