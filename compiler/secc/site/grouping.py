"""Which pages are kept together: those of a document, of the clauses on one of these, of terms under one letter."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from msgspec.structs import replace

from secc.site.full_pages import full_url
from secc.site.kept_pages import KeptPages
from secc.site.made import LatePage, MadePage, PageGroup, Together
from secc.site.plan import PlannedPage, pages_above
from secc.site.provision_plan import PlannedProvision
from secc.site.term_pages import letter_of
from secc.site.terms import TermPage

_Kind = TypeVar("_Kind")


class Grouped:
    """The groups of the pages of a state of the Code."""

    def __init__(
        self, documents: Sequence[PlannedPage], provisions: Sequence[PlannedProvision], terms: Sequence[TermPage]
    ) -> None:
        self._documents = documents
        self._provisions = provisions
        self._terms = terms

    @cached_property
    def urls(self) -> tuple[str, ...]:
        """Where the pages are."""
        return tuple(url for group in self.groups for url in group.urls)

    @cached_property
    def groups(self) -> tuple[Together, ...]:
        """The groups."""
        return (*self._of_documents(), *self._of_clauses(), *self._of_terms())

    def _of_documents(self) -> Iterator[Together]:
        for before, mine, after in _with_next([tuple(first.walk()) for first in self._documents]):
            first = mine[0]
            urls = [*(each.url for each in mine), *([full_url(first)] if first.below else [])]
            near = [_called(each) if each is not None else None for each in (before, after)]
            yield Together(f"document {first.document.id}", (first.document, urls, near), tuple(urls))

    def _of_clauses(self) -> Iterator[Together]:
        """The clauses of each reading page; of their document, they show no more than what they are called in it."""
        above = pages_above(self._documents)
        together = [tuple(each) for _, each in groupby(self._provisions, key=lambda each: each.page.url)]
        for before, mine, after in _with_next(together):
            page = mine[0].page
            shown = [(each.part, each.url, each.heading) for each in mine]
            near = [(e.url, e.address, e.heading) if e is not None else None for e in (before, after)]
            own = (shown, [*map(_called, above[page.url])], near)
            yield Together(f"clauses {page.url}", own, tuple(each.url for each in mine))

    def _of_terms(self) -> Iterator[Together]:
        for letter, pages in by_letter(self._terms):
            yield Together(f"terms {letter}", tuple(map(shown_of_term, pages)), tuple(each.url for each in pages))


def page_groups(groups: Iterable[Together], pages: Sequence[MadePage], kept: KeptPages | None) -> tuple[PageGroup, ...]:
    """The groups of pages that can be kept, none where they cannot."""
    if kept is None:
        return ()
    late = {each.url: each for each in pages if isinstance(each, LatePage)}
    return tuple(PageGroup(each.name, each.own, [late[url] for url in each.urls], kept) for each in groups)


def _with_next(found: Sequence[tuple[_Kind, ...]]) -> Iterator[tuple[_Kind | None, tuple[_Kind, ...], _Kind | None]]:
    """Of each document, with the last of those before it and the first of those after it."""
    every = [each for of_document in found for each in of_document]
    end = 0
    for of_document in found:
        start, end = end, end + len(of_document)
        yield (every[start - 1] if start else None, of_document, every[end] if end < len(every) else None)


def by_letter(terms: Sequence[TermPage]) -> Iterator[tuple[str, tuple[TermPage, ...]]]:
    """The pages of terms under each letter."""
    for letter, group in groupby(sorted(terms, key=letter_of), key=letter_of):
        yield letter, tuple(group)


def shown_of_term(page: TermPage) -> object:
    """What the page of a term has of its own; where in the text the term is introduced is not among it."""
    meanings = [(replace(each.term, introductions=()), each.identifier, each.uses) for each in page.meanings]
    return (page.name, page.url, meanings)


def _called(page: PlannedPage) -> tuple[str, str, str]:
    """A page as others link to it."""
    return page.url, page.number, page.title
