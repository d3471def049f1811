"""What the template of a provision's page is given: values only, every link relative to the page.

What is named `html` is HTML already.
"""

from msgspec import Struct

from secc.site.any_day.views import TextView
from secc.site.in_time.stories import EventView
from secc.site.views import GroupView, LinkView


class SourceView(Struct, frozen=True):
    """An operation that wrote some of the words: its number in the list of them, and the operation."""

    number: int
    html: str


class StretchView(Struct, frozen=True):
    """Words, with the number of the operation that put them there."""

    words: str
    source: int


class HolderView(Struct, frozen=True):
    """A provision that once had, or is to have, this number: who, and its story."""

    identifier: str
    said_html: str
    events: tuple[EventView, ...]


class ProvisionView(Struct, frozen=True):
    """A clause on its page, at `url`. `cite` is what a citation calls it; `reading` is where it stands among others.

    `status_html` is what is said above its text: of itself, where it is not plainly in effect (`has_status`), of its
    paragraphs, and what is saved.
    `listed` are the definitions in it, where they are too many to be shown here.
    """

    url: str
    number: str
    cite: str
    heading: str
    crumbs: tuple[LinkView, ...]
    reading: LinkView
    has_status: bool
    status_html: str
    article_html: str
    listed: tuple[LinkView, ...]
    events: tuple[EventView, ...]
    sources: tuple[SourceView, ...]
    stretches: tuple[StretchView, ...]
    leads_to: tuple[GroupView, ...]
    cited: tuple[GroupView, ...]
    terms: tuple[LinkView, ...]
    others: tuple[HolderView, ...]
    previous: LinkView | None
    next: LinkView | None
    identity: str


class FormerView(Struct, frozen=True):
    """The page of a number that no provision has on the day; `texts` are those that there were at its address."""

    number: str
    crumbs: tuple[LinkView, ...]
    holders: tuple[HolderView, ...]
    texts: tuple[TextView, ...]
