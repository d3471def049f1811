"""The whole website as values: its pages and its files, in a fixed order.

Nothing is written here, and nothing depends on the day, the machine or the order in which files are read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from secc.document import from_resolved
from secc.document.typography import curled
from secc.ids import DocumentId, DocumentKind
from secc.site.addresses import addresses
from secc.site.any_day.making import AnyDay
from secc.site.citing import cited
from secc.site.document_pages import Said, draw, views
from secc.site.for_programs.making import ForPrograms
from secc.site.for_programs.pages import Planned
from secc.site.former_pages import former_pages, former_urls
from secc.site.full_pages import full_pages
from secc.site.identity_pages import identity_files
from secc.site.in_time.making import TimePages
from secc.site.in_time.register import register
from secc.site.in_time.upcoming import next_days
from secc.site.in_time.version_pages import version_url
from secc.site.in_time.views import ChangeView, DayView
from secc.site.made import MadePage, MadeSite, Maker
from secc.site.pdf_files import pdf_files
from secc.site.plan import PlannedPage, plan
from secc.site.provision_pages import ProvisionPages
from secc.site.provision_plan import plan_provisions
from secc.site.published import published
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
    code, moment = sources.code, sources.moment
    displayed = [from_resolved(document, code.terms) for document in code.documents]
    documents, terms = plan(displayed), term_pages(code)
    provisions = plan_provisions(documents)
    files = published(displayed, sources.tree)
    everything = web(addresses(documents, provisions), terms, files)
    in_time = TimePages(moment, everything.addresses) if moment is not None else None
    maker = Maker(theme, _change(moment.next_day if moment is not None else None, "the Code"))
    days = next_days(moment) if moment is not None else {}
    said = Said(cited(code), in_time.telling if in_time is not None else None, sources.with_pdf)
    instruments = in_time.register if in_time is not None else None
    programs = ForPrograms(sources, Planned(documents, provisions, terms, instruments), said.cited)
    maker = replace(maker, beside=programs.beside)
    any_day = AnyDay(moment, code.loaded, register(moment.timeline.instruments)) if moment is not None else None
    former = former_urls(in_time, documents, provisions, terms) if in_time is not None else {}
    pages = (
        _home(documents, maker, in_time),
        *_documents(documents, everything, said, maker, days, any_day),
        *ProvisionPages(everything, said.cited, in_time, documents, any_day.texts if any_day is not None else {}).pages(
            provisions, maker
        ),
        *(former_pages(in_time, documents, former, maker) if in_time is not None else ()),
        *full_pages(documents, everything, said.telling, maker, _changes(days)),
        *(in_time.pages(maker) if in_time is not None else ()),
        _term_list(terms, maker),
        *(_term(page, everything, maker, in_time) for page in terms),
        *(any_day.pages(maker) if any_day is not None else ()),
        *((search_page(maker),) if any_day is not None else ()),
    )
    others = (
        *(identity_files(in_time, former) if in_time is not None else ()),
        *pdf_files(sources, documents),
    )
    if any_day is None or moment is None:
        return MadeSite(pages, (*theme.files, *files.files()), (*programs.files(), *others))
    of_days = (*any_day.files(), *search_files(any_day.chronicle, moment))
    found = {each.url: each for each in (*theme.files, *files.files(), *of_days)}
    return MadeSite(pages, tuple(found.values()), (*any_day.streamed(maker), *programs.files(), *others))


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


def _changes(days: Mapping[DocumentId, date]) -> dict[DocumentId, ChangeView]:
    return {document: ChangeView(day.isoformat(), printed_day(day), document.printed) for document, day in days.items()}


def _change(day: date | None, whose: str) -> ChangeView | None:
    return ChangeView(day.isoformat(), printed_day(day), whose) if day is not None else None


def _home(documents: Sequence[PlannedPage], maker: Maker, in_time: TimePages | None) -> MadePage:
    groups = []
    for kind, (heading, identifier) in _KINDS.items():
        of_kind = [each for each in documents if each.document.id.kind is kind]
        links = tuple(LinkView(each.url, each.document.id.label, each.title) for each in of_kind)
        groups.append(GroupView(heading, identifier, links))
    groups = [group for group in groups if group.links]
    context = {"groups": groups, "in_time": in_time.home() if in_time is not None else None}
    identifiers = (group.identifier for group in groups)
    return maker.page("", "", f"The {maker.theme.facts.title}, as text.", "home.html", context, identifiers)


def _documents(
    documents: Sequence[PlannedPage],
    everything: Web,
    said: Said,
    maker: Maker,
    days: Mapping[DocumentId, date],
    any_day: AnyDay | None,
) -> Iterator[MadePage]:
    drawn = draw(documents, everything, said)
    for page, view in views(documents, drawn, everything, said):
        title = f"{page.plan.number} {page.plan.title}".strip()
        document = page.plan.document.id
        texts = any_day.texts_of(page.plan.url) if any_day is not None else ()
        context = {
            "page": view,
            "change": _change(days.get(document), document.printed),
            "texts": texts,
            "of": (str(document), page.plan.url),
        }
        description = _description(view, maker.theme)
        yield maker.page(page.plan.url, title, description, "provisions.html", context, page.html.identifiers)


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


def _term(page: TermPage, everything: Web, maker: Maker, in_time: TimePages | None) -> MadePage:
    title, meanings = curled(page.name), meaning_views(page, everything, in_time)
    description = f"What “{title}” means in the {maker.theme.facts.title}, and which provisions use it."
    context = {"meanings": meanings, "letter": letter_of(page)}
    identifiers = [meaning.identifier for meaning in meanings if meaning.identifier]
    for meaning in meanings:
        prefix = f"{meaning.identifier}-" if meaning.identifier else ""
        identifiers += [prefix + event.day for event in meaning.events]
    return maker.page(page.url, title, description, "term.html", context, identifiers)
