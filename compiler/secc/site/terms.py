"""The defined terms: a page for each name, with every meaning that it has."""

from collections.abc import Sequence

from msgspec import Struct

from secc.ids import Address
from secc.resolve.model import ResolvedCode, Term, TermScope
from secc.resolve.referrers import users
from secc.site.naming import slug, unique

FOLDER = "terms/"
_ONE_BY_ONE = 2_500
"""So many uses are listed one by one on a page, which each makes ten bytes heavier."""


class Meaning(Struct, frozen=True):
    """What a term means within its scope. `uses` are the provisions that use it, each once, in order.

    `identifier` is empty where it is the only meaning on its page.
    """

    term: Term
    identifier: str
    uses: tuple[Address, ...]

    @property
    def is_gathered(self) -> bool:
        """Whether its uses are listed by the pages on which they are read, since they are very many."""
        return len(self.uses) > _ONE_BY_ONE

    @property
    def scope(self) -> str:
        """How far it reaches, as a line of its own."""
        if self.term.scope is TermScope.CODE or self.term.within is None:
            return "Throughout the Code"
        return f"Only in {self.term.within.printed}"


class TermPage(Struct, frozen=True):
    """The page of a name; `url` is relative to the home page."""

    name: str
    url: str
    meanings: tuple[Meaning, ...]

    @property
    def also(self) -> tuple[str, ...]:
        """The other names of what it is the name of, each once."""
        names = (name for meaning in self.meanings for name in meaning.term.names)
        return tuple(dict.fromkeys(name for name in names if name != self.name))

    @property
    def count(self) -> int:
        """How many provisions use it, in any of its meanings."""
        return sum(len(meaning.uses) for meaning in self.meanings)


class Listed(Struct, frozen=True):
    """A line of the list of terms: a name, and the page where its meaning is."""

    name: str
    page: TermPage

    @property
    def is_alias(self) -> bool:
        """Whether the page is called by another of the term's names."""
        return self.name != self.page.name

    @property
    def letter(self) -> str:
        """The letter under which it is listed."""
        first = slug(self.name)[0].upper()
        return first if first.isalpha() else "0–9"


def term_pages(code: ResolvedCode) -> tuple[TermPage, ...]:
    """A page for each name, in alphabetical order, its meanings in the order of the Code."""
    used = users(code)
    by_slug: dict[str, list[tuple[Term, tuple[Address, ...]]]] = {}
    for place, term in enumerate(code.terms):
        uses = tuple(dict.fromkeys(each.address for each in used.get(place, ())))
        by_slug.setdefault(slug(term.name), []).append((term, uses))
    pages = (TermPage(terms[0][0].name, f"{FOLDER}{name}/", _meanings(terms)) for name, terms in by_slug.items())
    return tuple(sorted(pages, key=lambda page: (page.name.casefold(), page.url)))


def _meanings(terms: Sequence[tuple[Term, tuple[Address, ...]]]) -> tuple[Meaning, ...]:
    if len(terms) == 1:
        return (Meaning(terms[0][0], "", terms[0][1]),)
    taken: set[str] = set()
    return tuple(Meaning(term, unique(slug(str(term.within or "code")), taken), uses) for term, uses in terms)


def listed(pages: Sequence[TermPage]) -> tuple[Listed, ...]:
    """Every name of every term in alphabetical order, the other names of a term among them."""
    names = {(name, page.url): page for page in pages for meaning in page.meanings for name in meaning.term.names}
    lines = (Listed(name, page) for (name, _), page in names.items())
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.page.url)))
