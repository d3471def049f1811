"""The other way round, as the pages show it: what refers to a clause or to anything in it."""

from collections.abc import Mapping

from secc.ids import Address
from secc.resolve.model import ResolvedCode
from secc.resolve.referrers import referrers, stands_in
from secc.site.noted import Notes
from secc.site.parted import Parted, digests, document_of


def cited(code: ResolvedCode) -> Mapping[Address, tuple[Address, ...]]:
    """For each document, division, sub-section, clause and definition the provisions outside it that refer to it.

    A reference to a paragraph counts for its clause. Each provision is named once, in the order of the Code.
    """
    found: dict[Address, dict[Address, None]] = {}
    for target, places in referrers(code).items():
        whole = target.without_paragraphs
        for place in places:
            if not stands_in(code, place.address, whole):
                found.setdefault(whole, {})[place.address] = None
    order = {document.loaded.document.id: place for place, document in enumerate(code.documents)}
    inside = {address: place for place, address in enumerate(code.provisions)}
    return {
        address: tuple(sorted(sources, key=lambda each: (order[each.document], inside.get(each, -1))))
        for address, sources in found.items()
    }


class Citing:
    """The provisions that refer to each; `digest` is that of those that refer to a document and what is in it."""

    def __init__(self, cited: Mapping[Address, tuple[Address, ...]]) -> None:
        self.cited = cited
        self.digest = digests(cited, document_of)

    def noted(self, notes: Notes) -> Mapping[Address, tuple[Address, ...]]:
        """The same, noting what is asked."""
        return notes.add("cited", Parted(self.cited, Address, document_of, self.digest))
