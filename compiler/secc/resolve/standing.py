"""Whether a citation of an address leads anywhere, and where."""

from functools import lru_cache

from secc.ids import Address
from secc.resolve.asking import About
from secc.resolve.citation import Names, find
from secc.resolve.index import Index
from secc.resolve.run_in import Path, run_in_paragraphs
from secc.resolve.survey import local


class Standing:
    """What stands in a state of the Code, and the names of its documents."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.names = _names(tuple((name, address.printed) for name, address in index.names.items()))
        self._named = {address.printed: address for address in index.names.values()}
        self._run_in: dict[str, frozenset[Path]] = {}

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
        self.index.asking.address(address.document, About.LEADS, local(address))
        return self.elsewhere(address)

    def elsewhere(self, address: Address) -> Address | None:
        """Where a citation leads of an address at which nothing stands."""
        return self.index.attached.get(address) or self._with_sentence(address)

    def _with_sentence(self, address: Address) -> Address | None:
        """The provision with the sentence that a paragraph is run into."""
        labels: list[str] = []
        above = address
        while above.path and above.path[-1].startswith("(") and not self.index.exists(above):
            labels.insert(0, above.path[-1])
            above = above.parent
        if not labels or not self.index.exists(above):
            return None
        runs = any(labels[0] in text and tuple(labels) in self._paths(text) for text in self.index.run_in(above))
        return above if runs else None

    def _paths(self, text: str) -> frozenset[Path]:
        """The paragraphs run into a sentence, worked out once, however many references it makes to itself."""
        if text not in self._run_in:
            cited = [(citation.start, citation.end) for citation in find(text, self.names)]
            self._run_in[text] = run_in_paragraphs(text, cited)
        return self._run_in[text]


@lru_cache(maxsize=8)  # states in which documents are called alike share what was found with their names
def _names(labels: tuple[tuple[str, str], ...]) -> Names:
    return Names(dict(labels))
