"""Who had a number before, or is to have it: numbers that were moved, renumbered, omitted or given anew.

So is it told of a number that a provision has which the text that is shown leaves out, by a variation; and of one at
which variations put something, that was there in the text as varied alone.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from secc.document.typography import curled
from secc.ids import Address
from secc.render.escaping import escape
from secc.site.in_time.account import Account
from secc.site.in_time.placing import Placing
from secc.site.in_time.register import Register
from secc.site.in_time.stories import Stories, former
from secc.site.naming import slug, up
from secc.site.noted import Notes
from secc.site.parted import in_one
from secc.site.provision_views import HolderView
from secc.site.whom import scope_words
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day
from secc.timeline.force_model import printed_refs
from secc.timeline.put_there import Put
from secc.timeline.scopes import EVERYBODY


class Former(Struct, frozen=True):
    """Who had a number or is to have it, but for who has it; and what variations put there."""

    identities: tuple[str, ...] = ()
    put: tuple[Put, ...] = ()


_NOBODY = Former()


class Holding:
    """Tells of each number who else had it. `put` is what variations put at each address on any day."""

    def __init__(
        self,
        account: Account,
        register: Register,
        stories: Stories,
        placing: Placing,
        put: Mapping[Address, tuple[Put, ...]],
        notes: Notes,
    ) -> None:
        self._account = account
        self._register = register
        self._stories = stories
        self._placing = placing
        self._standing = frozenset(each for each in account.present.values() if placing.here(each))
        found = {**former(stories.changes, account.present)}
        for identity, address in account.present.items():
            if address not in self._standing and not _is_inner(address):
                found[address] = (*found.get(address, ()), identity)
        every = {each: Former(found.get(each, ()), put.get(each, ())) for each in {**found, **put}}
        self._former = notes.add("former", in_one(every, Address))

    def vacant(self) -> Iterator[Address]:
        """The addresses of documents, provisions and definitions that nobody has in the text that is shown.

        Not those of terms that only variations defined for everybody, which are told of by their names.
        """
        for address in sorted(self._former, key=lambda each: (each.document, each.path)):
            each = self._former[address]
            is_told = each.identities or not _is_term(address) or all(put.scope != EVERYBODY for put in each.put)
            if is_told and address not in self._standing and address not in self._account.put_there:
                yield address

    def at(self, address: Address) -> Former:
        """Who had a number or is to have it, but for who has it."""
        return self._former.get(address, _NOBODY)

    def others(self, address: Address, identity: str, url: str) -> tuple[HolderView, ...]:
        """Those who had a number, or are to have it, but for the one who has it."""
        found = self.at(address)
        told = [self._holder(each, address, url) for each in found.identities if each != identity]
        put = [each for each in found.put if not (self._is_there(each) and each.scope == EVERYBODY)]
        if put:
            told.append(HolderView("varied", " ".join(self._told_of_put(each, url) for each in put), ()))
        return tuple(told)

    def by_variations(self, address: Address, url: str) -> str:
        """HTML: that what stood at an address in the text as varied alone was put there, and by which; or nothing."""
        refs = tuple(dict.fromkeys(ref for each in self.at(address).put for ref in each.by))
        return self._register.linked(f"put there by a variation{printed_refs(refs)}", refs, url) if refs else ""

    def next_put(self, address: Address) -> date | None:
        """The next day on which variations come to put something there, or cease to."""
        days = (day for each in self.at(address).put for day in (each.start, each.end) if day is not None)
        return min((day for day in days if not self._account.has_come[day]), default=None)

    def _is_there(self, put: Put) -> bool:
        has_come = self._account.has_come
        return has_come[put.start] and (put.end is None or not has_come[put.end])

    def _told_of_put(self, put: Put, url: str) -> str:
        """From when until when something had a number in the text as varied alone, and by what."""
        whom = f" for {escape(scope_words(put.scope))}" if put.scope != EVERYBODY else ""
        until = f" until {printed_day(put.end)}" if put.end is not None else ""
        has = _had(put.address, is_to_come=not self._account.has_come[put.start])
        if self._is_there(put):
            has = has.replace(" was ", " is ").replace(" had ", " has ")
        by = self._register.linked(f"put there by a variation{printed_refs(put.by)}", put.by, url)
        return f"{has}{whom} from {printed_day(put.start)}{until}, in the text as varied alone: {by}."

    def _holder(self, identity: str, address: Address, url: str) -> HolderView:
        here = self._account.present.get(identity)
        if here == address:
            return HolderView(slug(identity), self._left_out(address, url), self._stories.of(identity, url))
        events = () if here is not None else self._stories.of(identity, url)
        words = " ".join(
            filter(None, (self._stayed(self._stories.changes[identity], address, url), self._now(here, url)))
        )
        return HolderView(slug(identity), words, events)

    def _left_out(self, address: Address, url: str) -> str:
        """What is said of a provision that has the number, but no place in the text."""
        status = self._account.statuses.get(str(address))
        why = f" {self._register.linked(status.words, status.refs, url)}." if status is not None else ""
        has = "The term is defined" if _is_term(address) else "A provision has this number"
        return f"{has}, and is left out of the text that is shown.{why}"

    def _stayed(self, changes: tuple[Changed, ...], address: Address, url: str) -> str:
        """From when until when it had the number, and by what it came and went."""
        said = []
        for place, each in enumerate(changes):
            came = each.address == address and each.before != address
            if not came:
                continue
            left = next((one for one in changes[place + 1 :] if one.address != address), None)
            by = self._register.links(each.by, url)
            is_to_come = not self._account.has_come[each.day]
            has = _had(address, is_to_come=is_to_come)
            words = f"{has} from {printed_day(each.day)}{f' by {by}' if by and is_to_come else ''}"
            said.append(words + (self._left(left, url) if left is not None else "") + ".")
        return " ".join(said)

    def _left(self, change: Changed, url: str) -> str:
        """How it lost the number."""
        by = self._register.links(change.by, url)
        end = f" until {printed_day(change.day)}, when it "
        if change.address is None:
            return f"{end}was taken out{f' by {by}' if by else ''}"
        return f"{end}became {self._link(change.address, url)}{f' by {by}' if by else ''}"

    def _now(self, here: Address | None, url: str) -> str:
        if here is None:
            return ""
        return f"It is now {self._link(here, url)}."

    def _link(self, address: Address, url: str) -> str:
        words = escape(curled(address.printed))
        place = self._placing.page(address)
        return f'<a href="{escape(up(url) + place)}">{words}</a>' if place else words


def _had(address: Address, *, is_to_come: bool) -> str:
    if not address.path:
        return "It is to be part of the Code" if is_to_come else "It was part of the Code"
    if _is_term(address):
        return "The term is to be defined" if is_to_come else "The term was defined"
    return "A provision is to have this number" if is_to_come else "A provision had this number"


def _is_term(address: Address) -> bool:
    return bool(address.path) and address.path[-1].startswith('"')


def _is_inner(address: Address) -> bool:
    """Whether it is a paragraph, which is told of with what it stands in, or a whole document."""
    return not address.path or address.path[-1].startswith("(")
