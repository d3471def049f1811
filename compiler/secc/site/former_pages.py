"""The pages of documents, numbers and terms that are not there on the day: what they were, what became of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from secc.document.typography import curled
from secc.ids import Address
from secc.site.any_day.dated_pages import text_views
from secc.site.any_day.texts import Texts
from secc.site.any_day.views import TextView
from secc.site.for_programs.former import FormerNumber
from secc.site.in_time.making import TimePages
from secc.site.in_time.views import ChangeView, change_view
from secc.site.made import LatePage, MadePage, Maker
from secc.site.naming import id_of, own_name, slug, unique, up
from secc.site.plan import PlannedPage
from secc.site.provision_plan import PlannedProvision, taken_by, url_of
from secc.site.provision_views import FormerView, HolderView
from secc.site.terms import FOLDER as TERMS
from secc.site.terms import TermPage
from secc.site.views import LinkView
from secc.timeline.put_there import Put
from secc.timeline.scopes import EVERYBODY


def former_pages(
    in_time: TimePages,
    documents: Sequence[PlannedPage],
    numbers: Mapping[Address, FormerNumber],
    texts: Callable[[], Texts],
    maker: Maker,
) -> Iterator[LatePage]:
    """A page for each of them, by its address, with those of the `texts` of all days that were read there."""
    firsts = {first.document.id: first for first in documents}

    def page(address: Address, url: str) -> MadePage:
        view = FormerView(
            number=_named(address),
            crumbs=tuple(_crumbs(firsts.get(address.document), numbers, address, url)),
            holders=in_time.holding.others(address, "", url),
            texts=text_views(texts().get(url, ()), url) or tuple(_texts_then(numbers[address].put, texts(), url)),
        )
        description = f"What became of {address.printed} of the {maker.theme.facts.title}."
        change = next((each for each in map(_coming, view.holders) if each is not None), None)
        change = change or change_view(in_time.holding.next_put(address), "what is said here")
        return maker.page(url, view.number, description, "former.html", {"page": view, "change": change})

    for address, each in numbers.items():
        yield maker.late(each.url, _named(address), partial(page, address, each.url))


def former_numbers(
    in_time: TimePages,
    documents: Sequence[PlannedPage],
    provisions: Sequence[PlannedProvision],
    terms: Sequence[TermPage],
) -> Mapping[Address, FormerNumber]:
    """Each of them, with where it is told of: where its page was, or is to be."""
    urls = [*(each.url for each in provisions), *(each.url for each in terms)]
    taken = taken_by(documents) | {url.removesuffix("/") for url in urls}
    found: dict[Address, FormerNumber] = {}
    for address in in_time.holding.vacant():
        url = unique(_url(address).removesuffix("/"), taken) + "/"
        former = in_time.holding.at(address)
        found[address] = FormerNumber(address, url, former.identities, former.put)
    return found


def _texts_then(put: Iterable[Put], texts: Texts, url: str) -> Iterator[TextView]:
    """The texts in which variations put something, for everybody, leading to it."""
    for each in put:
        if each.scope == EVERYBODY:
            identifier, end = id_of(each.address.path), each.end or date.max
            of_document = (
                one for of_page in texts.values() for one in of_page if one.document.id == each.address.document
            )
            then = (one for one in of_document if one.start < end and each.start < (one.end or date.max))
            yield from text_views([one for one in then if one.has(identifier)], url, f"#{identifier}")


def _named(address: Address) -> str:
    return curled(address.printed[0].upper() + address.printed[1:])


def _url(address: Address) -> str:
    if not address.path:
        return f"{own_name(address.document)}/"
    last = address.path[-1]
    return f"{TERMS}{slug(last)}/" if last.startswith('"') else url_of(address)


def _coming(holder: HolderView) -> ChangeView | None:
    """The first day to come in a story."""
    event = next((each for each in reversed(holder.events) if each.stage == "coming"), None)
    return ChangeView(event.day, event.since, "what is said here") if event is not None else None


def _crumbs(
    first: PlannedPage | None, numbers: Mapping[Address, FormerNumber], address: Address, url: str
) -> Iterator[LinkView]:
    yield LinkView(up(url), "", "Contents")
    gone = numbers.get(Address(address.document))
    if first is not None:
        yield LinkView(up(url) + first.url, first.number, first.title)
    elif gone is not None and address.path:
        yield LinkView(up(url) + gone.url, "", address.document.printed)
