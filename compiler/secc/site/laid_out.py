"""What of the website follows from a state of the Code alone: documents, provisions and terms, and where each is."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from secc.document import from_resolved
from secc.document.model import DisplayDocument
from secc.ids import Address
from secc.resolve.model import ResolvedCode
from secc.site.addresses import Addresses, addresses
from secc.site.citing import cited
from secc.site.grouping import Grouped
from secc.site.plan import PlannedPage, plan
from secc.site.provision_plan import PlannedProvision, plan_provisions
from secc.site.terms import TermPage, term_pages


class LaidOut(Struct, frozen=True):
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
def laid_out_of(code: ResolvedCode) -> LaidOut:
    """A state of the Code, laid out."""
    displayed = tuple(from_resolved(document, code.terms) for document in code.documents)
    documents = plan(displayed)
    provisions, terms = plan_provisions(documents), term_pages(code)
    places, grouped = addresses(documents, provisions), Grouped(documents, provisions, terms)
    return LaidOut(displayed, documents, provisions, terms, places, cited(code), grouped)
