"""What the templates of pages about time are given: values only, every link relative to the page.

What is named `html` is HTML already.
"""

from datetime import date

from msgspec import Struct

from secc.site.views import LinkView
from secc.timeline.dates import printed_day


class DayView(Struct, frozen=True):
    """The day that the site is of, as every page says it. `address` and `next` are ISO dates, `next` empty for none.

    `is_draft`: the text is that of the files, which may run ahead of the day.
    """

    address: str
    words: str
    next: str
    version: str
    version_url: str
    is_version: bool
    is_draft: bool


class ChangeView(Struct, frozen=True):
    """The next day on which a page's text changes. `whose` is what changes: `Section H`."""

    address: str
    words: str
    whose: str


def change_view(day: date | None, whose: str) -> ChangeView | None:
    """As a page is told; None where nothing is to come."""
    return ChangeView(day.isoformat(), printed_day(day), whose) if day is not None else None


class FactView(Struct, frozen=True):
    """A line about an instrument."""

    label: str
    words: str


class DidView(Struct, frozen=True):
    """What an operation did to a provision: the way to its page, and to its redline there, which may be empty."""

    link: LinkView
    what: str
    redline: str


class WouldView(Struct, frozen=True):
    """What an operation that has had no effect would do to the words of a provision, as a redline."""

    words: str
    marked_html: str


class OperationView(Struct, frozen=True):
    """A numbered paragraph of an instrument, and what it sets out.

    `refused` says that it was not, or could not be, carried out, and why. `places` are those that it names, the first
    and the last of a range together. `did` are the first that it changed, `more` how many there are besides; `would`
    those that it would change.
    """

    identifier: str
    number: str
    sentence: str
    set_out_html: str
    when: str
    refused: str
    places: tuple[tuple[LinkView, ...], ...]
    did: tuple[DidView, ...]
    would: tuple[WouldView, ...]
    more: int


class InstrumentView(Struct, frozen=True):
    """An instrument on its page."""

    title: str
    kind: str
    standing: str
    sign: str
    facts: tuple[FactView, ...]
    notes: tuple[str, ...]
    operations: tuple[OperationView, ...]
    is_in_flight: bool


class InstrumentLineView(Struct, frozen=True):
    """An instrument in the table of them."""

    day: str
    kind: str
    link: LinkView
    standing: str
    sign: str


class HappeningView(Struct, frozen=True):
    """What an instrument does on a day."""

    link: LinkView
    how: str
    count: str
    documents: tuple[LinkView, ...]


class DayOfChangeView(Struct, frozen=True):
    """A day on which something changes."""

    address: str
    words: str
    version: LinkView | None
    happenings: tuple[HappeningView, ...]


class VersionLineView(Struct, frozen=True):
    """A consolidated version in the document log."""

    link: LinkView
    day: str
    published: str
    instruments: tuple[LinkView, ...]
    documents: str


class ListedDocumentView(Struct, frozen=True):
    """A document in a version; `changed` where its text or version changed in it."""

    link: LinkView
    version: str
    digest: str
    changed: bool


class StatusView(Struct, frozen=True):
    """A provision that is not plainly in effect."""

    link: LinkView
    sign: str
    html: str


class WaitingView(Struct, frozen=True):
    """An operation that has not had its effect, or all of it; `commenced` says that what it would commence has."""

    html: str
    when: str
    sentence: str
    commenced: str


class ConflictView(Struct, frozen=True):
    """Two changes in flight, or one and the text, that do not go together."""

    kind: str
    sides: tuple[str, ...]
    words: str
    bites: str
