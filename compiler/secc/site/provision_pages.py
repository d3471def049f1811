"""The pages of clauses: each with its text, its effect, what became of it, and what it has to do with others."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec.structs import replace

from secc.document.model import ClausePart, DefinitionPart, Run, ToProvisions, ToTerm
from secc.document.parts import all_parts, words_of
from secc.document.typography import curled
from secc.ids import Address
from secc.render.html import Html, to_html
from secc.site.any_day.scoping import READ_FOR
from secc.site.any_day.stays import Stays
from secc.site.in_time.making import TimePages
from secc.site.in_time.stories import EventView
from secc.site.in_time.views import ChangeView, change_view
from secc.site.made import LatePage, MadePage, Maker
from secc.site.naming import up
from secc.site.plan import PlannedPage, pages_above
from secc.site.provision_plan import PlannedProvision
from secc.site.provision_views import HolderView, ProvisionView, SourceView, StretchView
from secc.site.seen import SeenFrom, Web
from secc.site.views import LinkView, by_document

_MANY = 12
"""Of a clause with more definitions, only their names are on its page: each has a page of its own."""
_RANK = 2


class ProvisionPages:
    """Makes the pages of clauses; `cited` are the provisions that refer to each, `in_time` what is known of time.

    `stays` are the texts of reading pages, by their addresses.
    """

    def __init__(
        self,
        web: Web,
        cited: Mapping[Address, tuple[Address, ...]],
        in_time: TimePages | None,
        documents: Sequence[PlannedPage],
        stays: Stays,
    ) -> None:
        self._web = web
        self._cited = cited
        self._in_time = in_time
        self._stays = stays
        self._above = pages_above(documents)
        self._holding = in_time.holding if in_time is not None else None

    def pages(self, provisions: Sequence[PlannedProvision], maker: Maker) -> Iterator[LatePage]:
        """The page of each clause, in the order of the Code."""
        around = zip((None, *provisions), provisions, (*provisions[1:], None), strict=False)
        for before, each, after in around:
            yield maker.late(each.url, partial(_title, each), partial(self._page, each, before, after, maker))

    def _page(
        self,
        each: PlannedProvision,
        before: PlannedProvision | None,
        after: PlannedProvision | None,
        maker: Maker,
    ) -> MadePage:
        view, html = self._view(each, before, after)
        description = f"{view.cite} of the {maker.theme.facts.title}: its text, effect and history."
        context: dict[str, object] = {"page": view, "change": _change(view)}
        history = ("history", *(event.day for event in view.events)) if view.events else ()
        some = (READ_FOR,) if any(event.stage == "now" and event.for_some for event in view.events) else ()
        identifiers = (*html.identifiers, *some, *history)
        return maker.page(each.url, _title(each), description, "provision.html", context, identifiers)

    def _identity(self, address: Address) -> str:
        return self._in_time.account.identities.get(address, "") if self._in_time is not None else ""

    def _view(
        self, each: PlannedProvision, before: PlannedProvision | None, after: PlannedProvision | None
    ) -> tuple[ProvisionView, Html]:
        address, seen = each.address, SeenFrom(self._web, each.url, each.address.document)
        part, listed = self._shortened(each.part, seen)
        html = to_html((part,), _Alone(self._web, each.url, address.document, address), _RANK)
        identity = self._identity(address)
        sources, stretches = self._whose(address, each.url)
        view = ProvisionView(
            url=each.url,
            number=each.part.number,
            cite=address.printed,
            heading=each.heading,
            crumbs=tuple(self._crumbs(each)),
            reading=LinkView(seen.provision(address), each.page.number, each.page.title),
            has_status=self._in_time is not None and self._in_time.telling.has_status(address),
            status_html=self._status(each.part, address, seen),
            article_html=html.text,
            listed=listed,
            events=tuple(self._events(identity, each)),
            sources=sources,
            stretches=stretches,
            leads_to=tuple(by_document(_targets(each.part), seen)),
            cited=tuple(by_document(self._cited.get(address, ()), seen)),
            terms=tuple(_terms(each.part, seen)),
            others=self._others(address, identity, each.url),
            previous=_step(before, each.url),
            next=_step(after, each.url),
            identity=identity,
        )
        return view, html

    def _status(self, part: ClausePart, address: Address, seen: SeenFrom) -> str:
        """What is not plainly in effect: the clause, or its paragraphs; and definitions in it. Then what is saved."""
        if self._in_time is None:
            return ""
        defined = (each.address for each in part.parts if isinstance(each, DefinitionPart) and each.address is not None)
        telling = self._in_time.telling
        told = telling.status(address, seen), telling.status_of_definitions(defined, seen), telling.saved(address, seen)
        return "".join(told)

    def _events(self, identity: str, each: PlannedProvision) -> Iterator[EventView]:
        """Its story, each day with the way to the text of that day around it."""
        texts = self._stays.get(each.page.url, ())
        name = self._web.addresses.identifiers.get(each.address, "")
        for event in self._in_time.stories.of(identity, each.url) if self._in_time is not None and identity else ():
            day = date.fromisoformat(event.day)
            text = next((one for one in texts if one.start <= day and (one.end is None or day < one.end)), None)
            if event.address == each.address:
                event = replace(event, read_at=f"{each.page.url}#{name}")
                if text is not None and event.stage != "now":
                    event = replace(event, then=f"{up(each.url)}{text.url}#{name}")
            yield event

    def _others(self, address: Address, identity: str, url: str) -> tuple[HolderView, ...]:
        return self._holding.others(address, identity, url) if self._holding is not None else ()

    def _crumbs(self, each: PlannedProvision) -> Iterator[LinkView]:
        yield LinkView(up(each.url), "", "Contents")
        for page in self._above[each.page.url]:
            yield LinkView(up(each.url) + page.url, page.number, page.title)

    def _shortened(self, part: ClausePart, seen: SeenFrom) -> tuple[ClausePart, tuple[LinkView, ...]]:
        """A clause, without its definitions where they are many; one of which the term cannot be read stays."""
        defined = [each for each in part.parts if isinstance(each, DefinitionPart) and each.terms]
        if len(defined) <= _MANY:
            return part, ()
        listed = tuple(LinkView(_meaning(each, seen), "", curled(each.terms[0])) for each in defined)
        left = tuple(each for each in part.parts if not isinstance(each, DefinitionPart) or not each.terms)
        return replace(part, parts=left), listed

    def _whose(self, address: Address, url: str) -> tuple[tuple[SourceView, ...], tuple[StretchView, ...]]:
        found = self._in_time.whose.get(str(address), ()) if self._in_time is not None else ()
        numbers = {ref: number for number, ref in enumerate(dict.fromkeys(each.by for each in found), 1)}
        register = self._in_time.noted_register if self._in_time is not None else None
        sources = tuple(SourceView(numbers[ref], register.told(ref, url)) for ref in numbers) if register else ()
        return sources, tuple(StretchView(each.words, numbers[each.by]) for each in found if each.words)


class _Alone(SeenFrom, frozen=True):
    """The surroundings of a clause on its own page, where its paragraphs are called `a.ii`."""

    address: Address

    def identifier(self, address: Address) -> str:
        """The `id` of what stands in the clause, short; of the clause itself none."""
        whole = self.web.addresses.identifiers.get(address, "")
        own = self.web.addresses.identifiers.get(self.address, "")
        return whole.removeprefix(own).lstrip(".")

    def provision(self, address: Address) -> str:
        """The link to a provision; to a paragraph of the clause itself, on this page."""
        if address.within(self.address) and self.identifier(address):
            return f"#{self.identifier(address)}"
        return self._to(self.web.addresses.places.get(address))


def _title(each: PlannedProvision) -> str:
    return f"{each.address.printed}{f' {each.heading}' if each.heading else ''}"


def _change(view: ProvisionView) -> ChangeView | None:
    """The next day on which something changes for a provision."""
    days = (date.fromisoformat(event.day) for event in view.events if event.stage == "coming")
    return change_view(min(days, default=None), curled(view.cite))


def _step(each: PlannedProvision | None, url: str) -> LinkView | None:
    return LinkView(up(url) + each.url, each.address.printed, each.heading) if each is not None else None


def _targets(part: ClausePart) -> tuple[Address, ...]:
    """The provisions outside a clause to which it refers, each once, in order."""
    found: dict[Address, None] = {}
    for target in _linked(part):
        if isinstance(target, ToProvisions):
            found |= {each: None for each in target.addresses if not each.within(part.address)}
    return tuple(sorted(found, key=lambda each: each.document))


def _terms(part: ClausePart, seen: SeenFrom) -> Iterator[LinkView]:
    """The defined terms that a clause uses, from A to Z."""
    used = {(each.name, each.address) for each in _linked(part) if isinstance(each, ToTerm)}
    for name, address in sorted(used, key=lambda each: (each[0].casefold(), str(each[1]))):
        yield LinkView(seen.term(name, address), "", curled(name))


def _linked(part: ClausePart) -> Iterator[object]:
    for each in all_parts((part,)):
        for runs in words_of(each):
            yield from (run.target for run in runs if isinstance(run, Run) and run.target is not None)


def _meaning(part: DefinitionPart, seen: SeenFrom) -> str:
    return (seen.term(part.terms[0], part.address) if part.address is not None else "") or "#"
