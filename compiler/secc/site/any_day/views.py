"""What the templates of pages on any day are given: values only, every link relative to the page."""

from datetime import date

from msgspec import Struct

from secc.site.views import EntryView, HeadingView, LinkView


class TextView(Struct, frozen=True):
    """A text of a page in the list of them: a link, the days in words, and whether it is the one shown."""

    link: LinkView
    here: bool


class LayerView(Struct, frozen=True):
    """What can be laid over a text: `state` is its name for scripts."""

    state: str
    sign: str
    words: str


class ScopeView(Struct, frozen=True):
    """Those for whom a page reads otherwise than for everybody: as in addresses, and in words.

    `place`, relative to the home page, has words that they read, for whoever reads without scripts.
    """

    key: str
    words: str
    place: str


class DatedView(Struct, frozen=True):
    """A reading page as it was from a day on. `article` is HTML, `of` the document; `until` may be empty.

    `heading` is that of a whole document; `listed` are the pages below it; `statuses` and `asides` are HTML, and so is
    `version`, which follows the first day.
    """

    name: str
    title: str
    heading: HeadingView | None
    article: str
    of: str
    document: str
    page: str
    day: str
    from_words: str
    until: str
    until_words: str
    crumbs: tuple[LinkView, ...]
    listed: tuple[EntryView, ...]
    statuses: tuple[str, ...]
    asides: tuple[str, ...]
    texts: tuple[TextView, ...]
    previous: LinkView | None
    next: LinkView | None
    digest: str
    version: str


class PeriodView(Struct, frozen=True):
    """The days on which nothing in the Code changed, in the list of all: a link to the first, and the words."""

    link: LinkView
    changed: str


class OnDayView(Struct, frozen=True):
    """A document in the list for a day: a link to it, the day from which it had its text, and its other pages."""

    number: str
    title: str
    href: str
    since: date
    since_words: str
    pages: tuple[LinkView, ...]
