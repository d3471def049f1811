"""What is searched of each document, kept by all that it says through time: an edit costs what it changes."""

from functools import cache as once
from itertools import chain, repeat
from pathlib import Path

from msgspec import Struct

from secc.code.load import DocumentCache
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.in_time.kept import digest_of_modules, kept
from secc.site.search.entries import own_entries
from secc.site.search.own_index import OwnIndex, own_index
from secc.site.search.postings import OwnPostings, own_postings


class Searched(Struct, frozen=True, array_like=True):
    """What the index says of a document, and where its words are."""

    index: OwnIndex
    postings: OwnPostings


def all_searched(chronicle: Chronicle, cache: DocumentCache) -> list[Searched]:
    """What is searched of each document of a chronicle, in order."""
    return [_kept(each, chronicle, cache) for each in chronicle.documents]


def searched(document: DocumentChronicle) -> Searched:
    """What is searched of a document, worked out."""
    own = own_entries(document)
    units = chain.from_iterable(repeat(place, unit.count) for place, unit in enumerate(own.units))
    said = ((unit, text.said) for unit, text in zip(units, own.texts, strict=True))
    return Searched(own_index(own), own_postings(said))


def _kept(document: DocumentChronicle, chronicle: Chronicle, cache: DocumentCache) -> Searched:
    """It follows from the forms and versions that the document had in effect, and from when."""
    effective = [(day.isoformat(), said) for day, said in chronicle.recalled.documents[document.id].said.effective]
    return kept(cache, f"searched {_own_code()} {document.id} {effective}", Searched, lambda: searched(document))


@once
def _own_code() -> str:
    """The digest of the modules that find what is searched, and of those that make documents of forms."""
    site = Path(__file__).parents[1]
    own = sorted(each for folder in ("search", "any_day") for each in (site / folder).glob("*.py"))
    return digest_of_modules((*own, site / "patterns_search.py"))
