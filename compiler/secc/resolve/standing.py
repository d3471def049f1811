"""Whether a citation of an address leads anywhere, and where."""

from secc.code.model import Prose
from secc.code.walk import prose_in
from secc.ids import Address
from secc.resolve.citation import Names, find
from secc.resolve.index import Index
from secc.resolve.run_in import Path, run_in_paragraphs


class Standing:
    """What stands in a state of the Code, and the names of its documents."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.names = Names({name: address.printed for name, address in index.names.items()})
        self._named = {address.printed: address for address in index.names.values()}

    def named(self, label: str) -> Address:
        """The document that a name of `names` stands for, by its label."""
        return self._named[label]

    def leads_to(self, address: Address) -> Address | None:
        """The provision or document to which a citation of this address leads; None where there is no such.

        It is the one at the address; for a paragraph of a list that is run into a sentence the provision with that
        sentence; for an annex that is a file the provision to which it is attached.
        """
        if self.index.exists(address):
            return address
        return self.index.attached.get(address) or self._with_sentence(address)

    def _with_sentence(self, address: Address) -> Address | None:
        labels: list[str] = []
        above = address
        while above.path and above.path[-1].startswith("(") and not self.index.exists(above):
            labels.insert(0, above.path[-1])
            above = above.parent
        provision = self.index.provisions.get(above)
        if not labels or provision is None:
            return None
        runs = any(tuple(labels) in self._run_in(prose, labels[0]) for prose in prose_in(provision.placed.block))
        return above if runs else None

    def _run_in(self, prose: Prose, label: str) -> frozenset[Path]:
        if label not in prose.text:
            return frozenset()
        cited = [(citation.start, citation.end) for citation in find(prose.text, self.names)]
        return run_in_paragraphs(prose.text, cited)
