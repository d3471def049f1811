"""From when until when each reading page has what text."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from secc.site.any_day.texts import Texts


class Stay(Struct, frozen=True):
    """A text of a page: its first day, the day on which it ended, None where no end is known, and its own address."""

    start: date
    end: date | None
    url: str


Stays = Mapping[str, tuple[Stay, ...]]
"""The texts of pages by their addresses, oldest first."""


def stays(texts: Texts) -> Stays:
    """Those of every page."""
    return {url: tuple(Stay(each.start, each.end, each.url) for each in of_page) for url, of_page in texts.items()}
