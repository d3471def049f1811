"""The pages of names that are no defined terms on the day and once were, or are to be, such as words introduce.

Those of definitions are told of by who they were (`former_pages`); what words introduce has no identity of its own.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from html import escape

from msgspec import Struct

from secc.document.typography import curled
from secc.site.any_day.making import AnyDay
from secc.site.any_day.model import Chronicle
from secc.site.any_day.terms_in_time import TermInTime
from secc.site.any_day.tokens import place
from secc.site.any_day.ways import Ways
from secc.site.in_time.making import TimePages
from secc.site.in_time.views import ChangeView, change_view
from secc.site.made import LateFile, Maker
from secc.site.naming import slug, up
from secc.site.provision_views import FormerView, HolderView
from secc.site.terms import FOLDER
from secc.site.views import LinkView
from secc.timeline.dates import printed_day

FormerTerms = Mapping[str, tuple[TermInTime, ...]]
"""By the address of a page, the terms that had its name."""


def former_terms(chronicle: Chronicle, taken: Set[str]) -> FormerTerms:
    """Those of names that have no page: `taken` are the addresses of all pages of terms."""
    found: dict[str, list[TermInTime]] = {}
    for term in chronicle.terms:
        found.setdefault(f"{FOLDER}{slug(term.names[0])}/", []).append(term)
    return {url: tuple(sorted(found[url], key=_days)) for url in sorted(found.keys() - taken)}


class FormerTermPages(Struct, frozen=True):
    """Draws them for a site of a day."""

    any_day: AnyDay
    in_time: TimePages
    maker: Maker

    def files(self, terms: FormerTerms, ways: Ways) -> Iterator[LateFile]:
        """A page for each name. `ways` lead to the texts of their first days."""
        for url, of_name in terms.items():
            yield LateFile(f"{url}index.html", partial(self._page, url, of_name, ways))

    def _page(self, url: str, terms: tuple[TermInTime, ...], ways: Ways) -> bytes:
        name = curled(terms[0].names[0])
        crumbs = (LinkView(up(url), "", "Contents"), LinkView(up(url) + FOLDER, "", "Defined terms"))
        holders = tuple(
            HolderView(str(number), self._said(each, url, ways), ()) for number, each in enumerate(terms, 1)
        )
        description = f"When “{name}” was, or is to be, a defined term of the {self.maker.theme.facts.title}."
        context: dict[str, object] = {"page": FormerView(name, crumbs, holders, ()), "change": self._change(terms)}
        return self.maker.page(url, name, description, "former.html", context).contents

    def _change(self, terms: Sequence[TermInTime]) -> ChangeView | None:
        """The first day to come on which what is said here changes."""
        days = self.any_day.chronicle.days
        turns = {days[each - 1] for term in terms for stretch in term.days for each in stretch if each}
        return change_view(
            min((day for day in turns if day > self.in_time.moment.day), default=None), "what is said here"
        )

    def _said(self, term: TermInTime, url: str, ways: Ways) -> str:
        """`It was a defined term from 1 January 2020 until 1 February 2020, introduced in Section B1.2, …`."""
        provision = term.address.defining
        start = self.any_day.chronicle.days[term.days[0][0] - 1]
        link = ways.links[start, place(term.address)]
        words = escape(curled(provision.printed))
        where = f'<a href="{escape(up(url) + link)}">{words}</a>' if link else words
        how = "introduced" if provision == term.address else "defined"
        lead = "It was a defined term" if start <= self.in_time.moment.day else "It is to be a defined term"
        reach = f", for {escape(curled(term.within.printed))} alone" if term.within is not None else ""
        by = self.in_time.holding.by_variations(term.address, url)
        return f"{lead} {', and '.join(self._stretches(term))}, {how} in {where}{reach}{f', {by}' if by else ''}."

    def _stretches(self, term: TermInTime) -> Iterator[str]:
        days = self.any_day.chronicle.days
        for start, end in term.days:
            until = f" until {printed_day(days[end - 1])}" if end else ""
            yield f"from {printed_day(days[start - 1])}{until}"


def _days(term: TermInTime) -> tuple[tuple[tuple[int, int], ...], str]:
    return (term.days, str(term.address))
