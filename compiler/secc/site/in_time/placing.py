"""Where a provision that was named on some day stands on the site."""

from collections.abc import Mapping
from datetime import date, timedelta

from secc.ids import Address, DocumentId
from secc.site.addresses import Addresses
from secc.site.in_time.moment import Moment
from secc.site.noted import Computed, Notes
from secc.timeline.histories import identity_of


class Placing:
    """Follows a provision from the text in which it was named to that of the site's day, noting what it is asked."""

    def __init__(self, moment: Moment, addresses: Addresses, present: Mapping[str, Address], notes: Notes) -> None:
        self._moment = moment
        self._addresses = addresses
        self._present = present
        self._texts = notes.of("wordings on days", Computed(None, self._name), tuple[date, DocumentId])
        of_day = Computed[DocumentId, str](None, lambda document: self._name((moment.day, document)))
        self._texts_now = notes.of("wordings of the day", of_day, DocumentId)

    def now(self, address: Address, day: date | None) -> Address | None:
        """Where what had an address in the text before a day, or came to have it, stands on the site's day.

        None where it does not.
        """
        identity = self._identity(address, day) or self._who_now(address)
        return self._present.get(identity) if identity is not None else None

    def was(self, address: Address, day: date | None) -> bool:
        """Whether anything had an address in the text before a day, or on it."""
        return self._identity(address, day) is not None

    def here(self, address: Address) -> str:
        """The place of what stands at an address on the site's day; empty where nothing does."""
        place = self._addresses.places.get(address)
        if place is None:
            return ""
        return f"{place.url}#{place.identifier}" if place.identifier else place.url

    def page(self, address: Address) -> str:
        """The page that a clause has of its own on the site's day, else the place of what stands at an address."""
        return self._addresses.pages.get(address) or self.here(address)

    def has_story(self, address: Address | None) -> bool:
        """Whether the page of a provision tells of its days: a clause has one of its own."""
        return address in self._addresses.pages

    def _identity(self, address: Address, day: date | None) -> str | None:
        """Who had an address in the text before a day or on it; without a day, on the site's."""
        if day is None:
            return self._who_now(address)
        before = day - timedelta(days=1) if day > date.min else day
        return self._who(address, before) or self._who(address, day)

    def _who(self, address: Address, day: date) -> str | None:
        """Who stood at an address on a day, which follows from which text it was."""
        is_there = self._texts[day, address.document]
        return identity_of(self._moment.timeline.base(day), address) if is_there else None

    def _who_now(self, address: Address) -> str | None:
        """Who stands at an address on the site's day."""
        return self._moment.identity(address) if self._texts_now[address.document] else None

    def _name(self, asked: tuple[date, DocumentId]) -> str:
        day, document = asked
        version = self._moment.timeline.base(day).documents.get(document)
        return self._moment.opened.kept.name_of(version) if version is not None else ""
