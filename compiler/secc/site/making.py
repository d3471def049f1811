"""The whole website as values: its pages and its files, in a fixed order.

Nothing is written here, and nothing depends on the day, the machine or the order in which files are read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec.structs import replace

from secc.document.typography import curled
from secc.ids import Address
from secc.site.any_day.making import AnyDay
from secc.site.any_day.on_pages import OnPages, on_pages
from secc.site.batches import KeptStanding
from secc.site.citing import Citing
from secc.site.day_file import day_file
from secc.site.document_pages import DocumentPages, Said
from secc.site.for_programs.for_some import said_for_some
from secc.site.for_programs.former import FormerNumber
from secc.site.for_programs.making import ForPrograms
from secc.site.for_programs.planned import Planned
from secc.site.former_pages import former_numbers, former_pages
from secc.site.former_terms import FormerTermPages
from secc.site.full_pages import full_pages
from secc.site.grouping import page_groups
from secc.site.home_page import home_page
from secc.site.identity_pages import every_way, identity_files
from secc.site.in_time.making import TimePages
from secc.site.in_time.page_changes import PageChanges
from secc.site.in_time.register import register
from secc.site.in_time.version_places import version_url
from secc.site.in_time.views import DayView, change_view
from secc.site.kept_files import KeptFiles
from secc.site.kept_lists import KeptLists
from secc.site.kept_pages import KeptPages
from secc.site.laid_out import LaidOut, laid_out_of
from secc.site.made import Groups, KeptGroup, MadePage, MadeSite, Maker, StreamedFile, Together
from secc.site.noted import Notes
from secc.site.pdf_files import CODE_PDF, PdfFiles
from secc.site.plan import PlannedPage
from secc.site.provision_pages import ProvisionPages
from secc.site.published import Published, PublishedFile, published
from secc.site.search.making import search_files, search_page
from secc.site.seen import Web, web
from secc.site.sources import SiteSources
from secc.site.term_pages import letter_of, letters, meaning_views
from secc.site.terms import FOLDER as TERMS
from secc.site.terms import TermPage, listed
from secc.site.theme import Theme
from secc.site.views import DocumentPageView
from secc.timeline.dates import printed_day

__all__ = ["MadePage", "MadeSite", "day_view", "make"]


def make(sources: SiteSources, theme: Theme) -> MadeSite:
    """The website of a state of the Code, in a theme that knows its day (`day_view`)."""
    site = _Website(sources, theme)
    pages = tuple(site.pages())
    groups: tuple[KeptGroup, ...] = (
        *page_groups(tuple(site.together()), pages, site.kept),
        site.kept_files,
        site.lists,
    )
    site_map = partial(site.programs.site_map, [each.url for each in pages])
    return MadeSite(pages, site.files, Groups(*site.streamed()), groups, site.standing, site_map)


class _Website:
    """The parts of a website, each made of those before it. What is about time is None where nothing is known of it."""

    def __init__(self, sources: SiteSources, theme: Theme) -> None:
        moment, notes = sources.moment, Notes()
        laid_out = laid_out_of(sources.code)
        shown = published(laid_out.displayed, sources.tree)
        self._sources, self._notes, self._laid_out = sources, notes, laid_out
        self._web = web(laid_out.places, laid_out.terms, shown, notes)
        citing = Citing(laid_out.cited)
        self._citing = citing.noted(notes)
        self._in_time = _in_time(sources, self._web, notes)
        self._any_day = sources.any_day or _worked_out(sources)
        self._former = _former(self._in_time, laid_out)
        cache = sources.cache or (moment.cache if moment is not None else None)
        self.kept = KeptPages(cache, notes, (theme.digest, sources.with_pdf)) if cache is not None else None
        self.kept_files, self.lists = KeptFiles(self.kept), KeptLists(cache, theme)
        self.standing = KeptStanding(cache) if cache is not None else None
        self.files = _files(theme, shown, sources, self._any_day)
        self.programs = ForPrograms(sources, self._planned, citing, notes, self.kept_files)
        next_day = moment.next_day if moment is not None else None
        self._maker = Maker(theme, change_view(next_day, "the Code"), self.programs.heads.beside, self.lists)
        self._telling = replace(self._maker, change=None, lists=None)  # of pages that are kept, each tells its own
        self._noting = replace(self._telling, beside=self.programs.heads.noted(notes).beside)

    def pages(self) -> Iterator[MadePage]:
        """Every page, the home page first."""
        laid_out, in_time, any_day = self._laid_out, self._in_time, self._any_day
        maker, noting = self._maker, self._noting
        documents, terms = laid_out.documents, laid_out.terms
        elsewhen = on_pages(any_day, laid_out.grouped.urls, self._notes)
        said = Said(self._citing, in_time.telling if in_time is not None else None, self._sources.with_pdf)
        changes = PageChanges(in_time, elsewhen.stays, self._notes) if in_time is not None else None
        clauses = ProvisionPages(self._web, self._citing, in_time, documents, elsewhen.stays)
        pdf = CODE_PDF if self._sources.with_code_pdf else ""
        yield maker.late("", "", partial(home_page, documents, maker, in_time, pdf))
        yield from _documents(documents, self._web, said, noting, changes, elsewhen)
        yield from clauses.pages(laid_out.provisions, noting)
        if in_time is not None and any_day is not None:
            yield from former_pages(in_time, documents, self._former, lambda: any_day.texts, maker)
        yield from full_pages(documents, self._web, said.telling, noting, changes)
        yield from in_time.pages(maker, noting) if in_time is not None else ()
        yield maker.late(TERMS, "Defined terms", partial(_term_list, terms, maker))
        yield from _terms(terms, self._web, noting, in_time, changes)
        if any_day is not None:
            yield from any_day.pages(maker)
            yield search_page(maker)

    def together(self) -> Iterator[Together]:
        """The groups in which pages are kept."""
        yield from self._laid_out.grouped.groups
        yield from self._in_time.groups if self._in_time is not None else ()

    def streamed(self) -> Iterator[Callable[[], Iterable[StreamedFile]]]:
        """The files that are many, group by group, each made when it is come to."""
        in_time, any_day = self._in_time, self._any_day
        if in_time is None or any_day is None:
            yield self.programs.files
        else:
            told = in_time.noted_register, in_time.account.marked, self._notes
            around = cache(partial(any_day.around, self._noting, *told, self.kept_files))
            yield lambda: any_day.streamed(self._maker, around())
            names = FormerTermPages(any_day, in_time, self._telling)
            yield lambda: names.files(self.programs.former_terms, around().ways)
            identities = every_way(in_time, self._laid_out, self._former, self._sources.code.loaded.settings)
            yield lambda: self.programs.files(each.url for each in identities)
            yield lambda: self.programs.of_days(around())
            yield lambda: identity_files(identities, self.kept_files)
        yield partial(PdfFiles(self._sources, any_day, self._notes, self.kept_files).files, self._laid_out.documents)

    @property
    def _planned(self) -> Planned:
        laid_out, any_day = self._laid_out, self._any_day
        former, standing = tuple(self._former.values()), laid_out.standing
        planned = Planned(laid_out.documents, laid_out.provisions, laid_out.terms, standing, None, former, any_day)
        if (in_time := self._in_time) is None or any_day is None:
            return planned
        for_some = said_for_some(in_time.account, any_day, self._notes)
        return replace(planned, instruments=in_time.register, for_some=for_some, account=in_time.account)


def _in_time(sources: SiteSources, everything: Web, notes: Notes) -> TimePages | None:
    moment, day = sources.moment, day_view(sources)
    if moment is None or day is None:
        return None
    return TimePages(moment, sources.code.loaded, day, everything.addresses, notes)


def _former(in_time: TimePages | None, laid_out: LaidOut) -> Mapping[Address, FormerNumber]:
    """The numbers that nobody has any more."""
    found = laid_out.documents, laid_out.provisions, laid_out.terms
    return former_numbers(in_time, *found) if in_time is not None else {}


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
            "texts": elsewhen.texts_of(page.url),
            "ahead": elsewhen.ahead.get(page.url, ()),
            "read_for": elsewhen.read_for.get(page.url, ()),
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
    identifiers = (group.identifier for group in groups)
    return maker.page(TERMS, "Defined terms", description, "terms.html", context, identifiers)


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
