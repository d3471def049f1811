"""What the site says of a provision in time: its status, what is to come, and what became of it."""

from collections.abc import Iterable, Iterator

from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.render.escaping import escape
from secc.render.exports.instrument_files import came_with_document
from secc.site.in_time.account import Account
from secc.site.in_time.asides import said_html
from secc.site.in_time.changes import what_of
from secc.site.in_time.register import Register
from secc.site.in_time.statuses import Status
from secc.site.in_time.stories import Stories
from secc.site.seen import SeenFrom
from secc.timeline.asides import AsideOf
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day


class Telling:
    """Says of provisions what time has to do with them, as HTML of class `apparatus`."""

    def __init__(self, account: Account, register: Register, stories: Stories) -> None:
        self._account = account
        self._register = register
        self._stories = stories

    def with_status(self, document: DocumentId) -> tuple[Address, ...]:
        """The provisions of a document that have a status of their own, in their order."""
        return self._account.with_status.get(document, ())

    def of(self, address: Address, seen: SeenFrom) -> str:
        """Of a clause or definition: all that there is to say."""
        return self.status(address, seen) + self.history(address, seen)

    def count(self, address: Address) -> int:
        """On how many days something changed for it, its first among them."""
        identity = self._account.identities.get(address)
        return self._stories.count(identity) if identity is not None else 0

    def status(self, address: Address, seen: SeenFrom) -> str:
        """A line where it is not plainly in effect, and one for each paragraph of which something else is said.

        Then what is said beside it, and changes nothing.
        """
        own = self._own(address)
        inner = self._account.inner.get(address, ())
        shown = inner if own is None else (own, *(each for each in inner if each.like is None))
        lines = [self._line(each, seen, "".join(each.address.path[len(address.path) :])) for each in shown]
        said = (each for each in self._account.asides.get(address, ()) if each.address.within(address))
        return "".join([*lines, *self._asides(said, seen)])

    def has_status(self, address: Address) -> bool:
        """Whether a clause itself is not plainly in effect, whatever is said of its paragraphs."""
        return self._own(address) is not None

    def _own(self, address: Address) -> Status | None:
        return self._account.statuses.get(str(address)) or self._account.put_there.get(address)

    def saved(self, address: Address, seen: SeenFrom) -> str:
        """The savings of what a clause stands in."""
        outer = (each for each in self._account.asides.get(address, ()) if not each.address.within(address))
        return "".join(self._asides(outer, seen))

    def _asides(self, found: Iterable[AsideOf], seen: SeenFrom) -> Iterator[str]:
        for each in found:
            yield f'<p class="apparatus saved">{said_html(each, self._register, seen.url)}</p>\n'

    def status_of_definitions(self, definitions: Iterable[Address], seen: SeenFrom) -> str:
        """A line for each definition in a clause that has a status of its own."""
        found = (self._account.statuses.get(str(each)) for each in definitions)
        shown = (each for each in found if each is not None and each.like is None)
        return "".join(self._line(each, seen, curled(each.address.path[-1])) for each in shown)

    def history(self, address: Address, seen: SeenFrom) -> str:
        """What is to come, and the last change with the way to its redline; not that it came with its document."""
        found = self._of(address)
        past = [each for each in found if self._account.has_come[each.day]]
        page = _page(address, seen)
        lines = [f'<p class="apparatus coming">{self._to_come(each, seen)}</p>\n' for each in found[len(past) :][:1]]
        if past and not self._came_with_document(address, past[-1]):
            show = self._show(past[-1], page) if len(past) > 1 else ""
            lines.append(f'<p class="apparatus changed">{self._said(past[-1], seen)}{show}</p>\n')
        return "".join(lines)

    def _show(self, change: Changed, page: str) -> str:
        """The way to the redline of a change, on the page of what it changed."""
        if not page or change.before is None:
            return ""
        own, _, meaning = page.partition("#")
        day = f"{meaning}-{change.day.isoformat()}" if meaning else change.day.isoformat()
        return f'; <a class="shows" href="{escape(own)}#{escape(day)}">show</a>'

    def lines(self, address: Address, seen: SeenFrom) -> Iterator[str]:
        """Every change of a whole document or sub-section, the latest first, as HTML."""
        for each in reversed(self._of(address)):
            yield self._said(each, seen) if self._account.has_come[each.day] else self._to_come(each, seen)

    def _of(self, address: Address) -> tuple[Changed, ...]:
        identity = self._account.identities.get(address)
        return self._account.changes.get(identity, ()) if identity is not None else ()

    def _came_with_document(self, address: Address, change: Changed) -> bool:
        identity = self._account.identities.get(address)
        return identity is not None and came_with_document(identity, change, self._account.every_change)

    def _line(self, status: Status, seen: SeenFrom, paragraph: str) -> str:
        label = f"{escape(paragraph)} " if paragraph else ""
        sign = f'<span class="sign" data-sign="{status.sign}"></span> '
        if status.like is not None:
            link = f'<a href="{escape(seen.provision(status.like))}">{escape(curled(status.like.printed))}</a>'
            return f'<p class="apparatus status">{sign}{label}{status.in_short}, as {link} is</p>\n'
        words = self._register.linked(status.words, status.refs, seen.url)
        return f'<p class="apparatus status">{sign}{label}{words}</p>\n'

    def _said(self, change: Changed, seen: SeenFrom) -> str:
        """`Changed on 17 September 2020 by …`."""
        return escape(curled(what_of(change))) + self._when(change, seen)

    def _to_come(self, change: Changed, seen: SeenFrom) -> str:
        what = curled(what_of(change))
        return f"To come: {escape(what[0].lower() + what[1:])}{self._when(change, seen)}"

    def _when(self, change: Changed, seen: SeenFrom) -> str:
        by = self._register.links(change.by, seen.url)
        return f" on {printed_day(change.day)}{f' by {by}' if by else ''}"


def _page(address: Address, seen: SeenFrom) -> str:
    """The page of a clause, or of the term that is defined."""
    last = address.path[-1] if address.path else ""
    return seen.term(last.strip('"'), address) if last.startswith('"') else seen.page(address)
