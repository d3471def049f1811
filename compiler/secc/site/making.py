"""The whole website as values: its pages and its files, in a fixed order.

Nothing is written here, and nothing depends on the day, the machine or the order in which files are read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secc.document import from_resolved
from secc.document.typography import curled
from secc.history import SourceTree
from secc.ids import Address, DocumentKind
from secc.resolve.model import ResolvedCode
from secc.site.addresses import addresses
from secc.site.citing import cited
from secc.site.document_pages import draw, views
from secc.site.naming import up
from secc.site.plan import PlannedPage, plan
from secc.site.published import PublishedFile, published
from secc.site.seen import Web, web
from secc.site.term_pages import letter_of, letters, meaning_views
from secc.site.terms import FOLDER as TERMS
from secc.site.terms import TermPage, listed, term_pages
from secc.site.theme import Theme
from secc.site.views import DocumentPageView, GroupView, LinkView

_KINDS = {
    DocumentKind.SECTION: ("Sections", "sections"),
    DocumentKind.SCHEDULE: ("Schedules", "schedules"),
    DocumentKind.APPENDIX: ("Appendices", "appendices"),
}


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page, ready: where it is, relative to the home page, its title, its HTML, and the `id`s in its text."""

    url: str
    title: str
    html: str
    identifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class MadeSite:
    """A whole website."""

    pages: tuple[MadePage, ...]
    files: tuple[PublishedFile, ...]


def make(code: ResolvedCode, tree: SourceTree, theme: Theme) -> MadeSite:
    """The website of a state of the Code. `tree` is where its figures and attachments are."""
    displayed = [from_resolved(document, code.terms) for document in code.documents]
    documents, terms = plan(displayed), term_pages(code)
    files = published(displayed, tree)
    everything = web(addresses(documents), terms, files)
    pages = (
        _home(documents, theme),
        *_documents(documents, everything, cited(code), theme),
        _term_list(terms, theme),
        *(_term(page, everything, theme) for page in terms),
    )
    return MadeSite(pages, (*theme.files, *files.files()))


def _home(documents: Sequence[PlannedPage], theme: Theme) -> MadePage:
    groups = []
    for kind, (heading, identifier) in _KINDS.items():
        of_kind = [each for each in documents if each.document.id.kind is kind]
        links = tuple(LinkView(each.url, each.document.id.label, each.title) for each in of_kind)
        groups.append(GroupView(heading, identifier, links))
    groups = [group for group in groups if group.links]
    context = _context("", "", f"The {theme.facts.title}, as text.", groups=groups)
    return MadePage("", theme.facts.title, theme.render("home.html", context), frozenset(g.identifier for g in groups))


def _documents(
    documents: Sequence[PlannedPage], everything: Web, referred: Mapping[Address, tuple[Address, ...]], theme: Theme
) -> Iterator[MadePage]:
    drawn = draw(documents, everything, referred)
    for page, view in views(documents, drawn, everything, referred):
        title = f"{page.plan.number} {page.plan.title}".strip()
        context = _context(page.plan.url, title, _description(view, theme), page=view)
        yield MadePage(page.plan.url, title, theme.render("provisions.html", context), page.html.identifiers)


def _description(view: DocumentPageView, theme: Theme) -> str:
    document = f"{view.document.number} ({view.document.words})"
    return f"{document} of the {theme.facts.title}: {view.name}."


def _term_list(terms: Sequence[TermPage], theme: Theme) -> MadePage:
    groups = tuple(letters(terms))
    description = f"The defined terms of the {theme.facts.title}, from A to Z."
    context = _context(TERMS, "Defined terms", description, groups=groups, count=len(listed(terms)))
    identifiers = frozenset(group.identifier for group in groups)
    return MadePage(TERMS, "Defined terms", theme.render("terms.html", context), identifiers)


def _term(page: TermPage, everything: Web, theme: Theme) -> MadePage:
    title, meanings = curled(page.name), meaning_views(page, everything)
    description = f"What “{title}” means in the {theme.facts.title}, and which provisions use it."
    context = _context(page.url, title, description, meanings=meanings, letter=letter_of(page))
    identifiers = frozenset(meaning.identifier for meaning in meanings if meaning.identifier)
    return MadePage(page.url, title, theme.render("term.html", context), identifiers)


def _context(url: str, title: str, description: str, **more: object) -> dict[str, object]:
    return {"base": up(url), "title": title, "description": description, **more}
