"""Who had a number before, or is to have it: numbers that were moved, renumbered, omitted or given anew.

So is it told of a number that a provision has which the text that is shown leaves out, by a variation.
"""

from collections.abc import Iterator

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
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day


class Holding:
    """Tells of each number who else had it."""

    def __init__(self, account: Account, register: Register, stories: Stories, placing: Placing, notes: Notes) -> None:
        self._account = account
        self._register = register
        self._stories = stories
        self._placing = placing
        self._standing = frozenset(each for each in account.present.values() if placing.here(each))
        found = {**former(stories.changes, account.present)}
        for identity, address in account.present.items():
            if address not in self._standing and not _is_inner(address):
                found[address] = (*found.get(address, ()), identity)
        self._former = notes.add("former", in_one(found, Address))

    def vacant(self) -> Iterator[Address]:
        """The addresses of documents, provisions and definitions that nobody has in the text that is shown."""
        for address in sorted(self._former, key=lambda each: (each.document, each.path)):
            if address not in self._standing:
                yield address

    def holders(self, address: Address) -> tuple[str, ...]:
        """Who had a number or is to have it, but for who has it."""
        return self._former.get(address, ())

    def others(self, address: Address, identity: str, url: str) -> tuple[HolderView, ...]:
        """Those who had a number, or are to have it, but for the one who has it."""
        found = [each for each in self._former.get(address, ()) if each != identity]
        return tuple(self._holder(each, address, url) for each in found)

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
        has = "The term is defined" if address.path[-1].startswith('"') else "A provision has this number"
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
    if address.path[-1].startswith('"'):
        return "The term is to be defined" if is_to_come else "The term was defined"
    return "A provision is to have this number" if is_to_come else "A provision had this number"


def _is_inner(address: Address) -> bool:
    """Whether it is a paragraph, which is told of with what it stands in, or a whole document."""
    return not address.path or address.path[-1].startswith("(")
