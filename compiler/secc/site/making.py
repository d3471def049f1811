"""The whole website as values: its pages and its files, in a fixed order.

Nothing is written here, and nothing depends on the day, the machine or the order in which files are read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from secc.document import from_resolved
from secc.document.model import DisplayDocument
from secc.document.typography import curled
from secc.ids import Address, DocumentKind
from secc.resolve.model import ResolvedCode
from secc.site.addresses import Addresses, addresses
from secc.site.any_day.around import Around
from secc.site.any_day.making import AnyDay
from secc.site.any_day.on_pages import OnPages, on_pages
from secc.site.batches import KeptStanding
from secc.site.citing import cited
from secc.site.day_file import day_file
from secc.site.document_pages import DocumentPages, Said
from secc.site.for_programs.making import ForPrograms
from secc.site.for_programs.planned import Planned
from secc.site.former_pages import former_numbers, former_pages
from secc.site.full_pages import full_pages
from secc.site.grouping import Grouped, page_groups
from secc.site.identity_pages import identity_files
from secc.site.in_time.making import TimePages
from secc.site.in_time.page_changes import PageChanges
from secc.site.in_time.register import register
from secc.site.in_time.version_places import version_url
from secc.site.in_time.views import DayView, change_view
from secc.site.kept_files import KeptFiles
from secc.site.kept_pages import KeptPages
from secc.site.made import Groups, KeptGroup, MadePage, MadeSite, Maker, StreamedFile
from secc.site.noted import Notes
from secc.site.pdf_files import pdf_files
from secc.site.plan import PlannedPage, plan
from secc.site.provision_pages import ProvisionPages
from secc.site.provision_plan import PlannedProvision, plan_provisions
from secc.site.published import Published, PublishedFile, published
from secc.site.search.making import search_files, search_page
from secc.site.seen import Web, web
from secc.site.sources import SiteSources
from secc.site.term_pages import letter_of, letters, meaning_views
from secc.site.terms import FOLDER as TERMS
from secc.site.terms import TermPage, listed, term_pages
from secc.site.theme import Theme
from secc.site.views import DocumentPageView, GroupView, LinkView
from secc.timeline.dates import printed_day

__all__ = ["MadePage", "MadeSite", "day_view", "make"]

_KINDS = {
    DocumentKind.SECTION: ("Sections", "sections"),
    DocumentKind.SCHEDULE: ("Schedules", "schedules"),
    DocumentKind.APPENDIX: ("Appendices", "appendices"),
}


def make(sources: SiteSources, theme: Theme) -> MadeSite:
    """The website of a state of the Code, in a theme that knows its day (`day_view`)."""
    moment, laid_out, notes = sources.moment, _laid_out(sources.code), Notes()
    documents, terms, provisions = laid_out.documents, laid_out.terms, laid_out.provisions
    files = published(laid_out.displayed, sources.tree)
    everything = web(laid_out.places, terms, files, notes)
    citing = notes.of("cited", laid_out.cited, Address)
    day = day_view(sources)
    in_time = TimePages(moment, day, everything.addresses, notes) if moment is not None and day is not None else None
    instruments = in_time.register if in_time is not None else None
    any_day = sources.any_day or _worked_out(sources)
    former = former_numbers(in_time, documents, provisions, terms) if in_time is not None else {}
    made_by = (theme.digest, sources.with_pdf, moment.day if moment is not None else None)
    behind = sources.cache or (moment.cache if moment is not None else None)
    kept = KeptPages(behind, notes, made_by) if behind is not None else None
    kept_files = KeptFiles(kept)
    planned = Planned(documents, provisions, terms, laid_out.standing, instruments, tuple(former.values()), any_day)
    programs = ForPrograms(sources, planned, laid_out.cited, notes, kept_files)
    maker = Maker(
        theme, change_view(moment.next_day if moment is not None else None, "the Code"), programs.heads.beside
    )
    telling = replace(maker, change=None)  # of pages that are kept, each tells its own
    grouped = laid_out.grouped
    noting = replace(telling, beside=programs.heads.noted(notes).beside)
    elsewhen = on_pages(any_day, grouped.urls, notes)
    said = Said(citing, in_time.telling if in_time is not None else None, sources.with_pdf)
    changes = PageChanges(in_time, elsewhen.stays, notes) if in_time is not None else None
    clauses = ProvisionPages(everything, citing, in_time, documents, elsewhen.stays)
    pages = (
        maker.late("", "", partial(_home, documents, maker, in_time)),
        *_documents(documents, everything, said, noting, changes, elsewhen),
        *clauses.pages(provisions, noting),
        *(former_pages(in_time, documents, former, maker) if in_time is not None else ()),
        *full_pages(documents, everything, said.telling, noting, changes),
        *(in_time.pages(maker, noting) if in_time is not None else ()),
        maker.late(TERMS, "Defined terms", partial(_term_list, terms, maker)),
        *_terms(terms, everything, noting, in_time, changes),
        *(any_day.pages(maker) if any_day is not None else ()),
        *((search_page(maker),) if any_day is not None else ()),
    )
    around = cache(partial(_around, any_day, in_time, telling, notes, kept_files))
    streamed = Groups[StreamedFile](
        lambda: any_day.streamed(maker, found) if any_day is not None and (found := around()) is not None else (),
        programs.files,
        lambda: programs.of_days(found) if (found := around()) is not None else (),
        lambda: identity_files(in_time, former) if in_time is not None else (),
        lambda: pdf_files(sources, documents),
    )
    together = (*grouped.groups, *(in_time.groups if in_time is not None else ()))
    groups: tuple[KeptGroup, ...] = (*page_groups(together, pages, kept), kept_files)
    standing = KeptStanding(behind) if behind is not None else None
    return MadeSite(pages, _files(theme, files, sources, any_day), streamed, groups, standing)


def _around(
    any_day: AnyDay | None, in_time: TimePages | None, maker: Maker, notes: Notes, kept: KeptFiles
) -> Around | None:
    """What the texts of other days are made of; None where nothing is known of time."""
    if any_day is None or in_time is None:
        return None
    return any_day.around(maker, in_time.noted_register, notes, kept)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """What of the website follows from a state of the Code alone."""

    displayed: tuple[DisplayDocument, ...]
    documents: tuple[PlannedPage, ...]
    provisions: tuple[PlannedProvision, ...]
    terms: tuple[TermPage, ...]
    places: Addresses
    cited: Mapping[Address, tuple[Address, ...]]
    grouped: Grouped

    @property
    def standing(self) -> frozenset[Address]:
        """The addresses of all that stands in the text."""
        return frozenset((*self.places.identifiers, *(Address(each.id) for each in self.displayed)))


@lru_cache(maxsize=1)  # while the Code is being written, its instruments or the theme are saved, and this stays
def _laid_out(code: ResolvedCode) -> _LaidOut:
    displayed = tuple(from_resolved(document, code.terms) for document in code.documents)
    documents = plan(displayed)
    provisions, terms = plan_provisions(documents), term_pages(code)
    places, grouped = addresses(documents, provisions), Grouped(documents, provisions, terms)
    return _LaidOut(displayed, documents, provisions, terms, places, cited(code), grouped)


def any_day_of(sources: SiteSources, last: AnyDay | None = None) -> AnyDay | None:
    """What is of any day, to be worked out; None where nothing is known of time. `last` is as in `AnyDay`."""
    moment = sources.moment
    if moment is None:
        return None
    return AnyDay(moment, sources.code.loaded, register(moment.timeline.instruments, moment.cache), last)


def _worked_out(sources: SiteSources) -> AnyDay | None:
    any_day = any_day_of(sources)
    if any_day is not None:
        any_day.work_out()
    return any_day


def _files(theme: Theme, files: Published, sources: SiteSources, any_day: AnyDay | None) -> Groups[PublishedFile]:
    """The files that are held: first what every page uses, then what is asked for to read on other days."""
    shown = tuple({each.url: each for each in (*theme.files, *files.files(), *day_files(sources))}.values())
    taken = {each.url for each in shown}

    def of_days() -> Iterable[PublishedFile]:
        found = any_day.files() if any_day is not None else ()
        return tuple({each.url: each for each in found if each.url not in taken}.values())

    def of_search() -> Iterable[PublishedFile]:
        moment = sources.moment
        return search_files(any_day.chronicle, moment) if any_day is not None and moment is not None else ()

    return Groups(lambda: shown, of_days, of_search)


def day_files(sources: SiteSources) -> Iterator[PublishedFile]:
    """What all pages have of the day of the site; nothing where nothing is known of time."""
    day = day_view(sources)
    if day is not None:
        yield day_file(day)


def day_view(sources: SiteSources) -> DayView | None:
    """The day of the site, as every page says it; None where nothing is known of time."""
    moment = sources.moment
    if moment is None:
        return None
    return DayView(
        address=moment.day.isoformat(),
        words=printed_day(moment.day),
        next=moment.next_day.isoformat() if moment.next_day is not None else "",
        version=moment.version.number if moment.version is not None else "",
        version_url=version_url(moment.version) if moment.version is not None else "",
        is_version=moment.is_version,
        is_draft=sources.is_draft,
    )


def _home(documents: Sequence[PlannedPage], maker: Maker, in_time: TimePages | None) -> MadePage:
    groups = []
    for kind, (heading, identifier) in _KINDS.items():
        of_kind = [each for each in documents if each.document.id.kind is kind]
        links = tuple(LinkView(each.url, each.document.id.label, each.title) for each in of_kind)
        groups.append(GroupView(heading, identifier, links))
    groups = [group for group in groups if group.links]
    context = {
        "groups": groups,
        "in_time": in_time.home() if in_time is not None else None,
        "as_at": in_time.day if in_time is not None else None,
    }
    identifiers = (group.identifier for group in groups)
    return maker.page("", "", f"The {maker.theme.facts.title}, as text.", "home.html", context, identifiers)


def _documents(
    documents: Sequence[PlannedPage],
    everything: Web,
    said: Said,
    maker: Maker,
    changes: PageChanges | None,
    elsewhen: OnPages,
) -> Iterator[MadePage]:
    pages = DocumentPages(documents, everything, said)

    def drawn(page: PlannedPage, title: str) -> MadePage:
        view = pages.view(page)
        context = {
            "page": view,
            "change": changes.of_page(page) if changes is not None else None,
            "since": changes.since(page.url) if changes is not None else "",
            "texts": elsewhen.listed.get(page.url, ()),
            "ahead": elsewhen.ahead.get(page.url, ()),
            "of": (str(page.document.id), page.url),
        }
        identifiers = pages.drawn(page).html.identifiers
        return maker.page(page.url, title, _description(view, maker.theme), "provisions.html", context, identifiers)

    for page in (each for first in documents for each in first.walk()):
        title = f"{page.number} {page.title}".strip()
        yield maker.late(page.url, title, partial(drawn, page, title))


def _description(view: DocumentPageView, theme: Theme) -> str:
    document = f"{view.document.number} ({view.document.words})"
    return f"{document} of the {theme.facts.title}: {view.name}."


def _term_list(terms: Sequence[TermPage], maker: Maker) -> MadePage:
    groups = tuple(letters(terms))
    description = f"The defined terms of the {maker.theme.facts.title}, from A to Z."
    context = {"groups": groups, "count": len(listed(terms))}
    return maker.page(
        TERMS, "Defined terms", description, "terms.html", context, (group.identifier for group in groups)
    )


def _terms(
    terms: Sequence[TermPage],
    everything: Web,
    maker: Maker,
    in_time: TimePages | None,
    changes: PageChanges | None,
) -> Iterator[MadePage]:
    for page in terms:
        draw = partial(_term, page, everything, maker, in_time, changes)
        yield maker.late(page.url, curled(page.name), draw)


def _term(
    page: TermPage, everything: Web, maker: Maker, in_time: TimePages | None, changes: PageChanges | None
) -> MadePage:
    title, meanings = curled(page.name), meaning_views(page, everything, in_time)
    description = f"What “{title}” means in the {maker.theme.facts.title}, and which provisions use it."
    change = changes.of_term(page) if changes is not None else None
    context = {"meanings": meanings, "letter": letter_of(page), "change": change, "url": page.url}
    identifiers = [meaning.identifier for meaning in meanings if meaning.identifier]
    for meaning in meanings:
        prefix = f"{meaning.identifier}-" if meaning.identifier else ""
        identifiers += [prefix + event.day for event in meaning.events]
    return maker.page(page.url, title, description, "term.html", context, identifiers)
