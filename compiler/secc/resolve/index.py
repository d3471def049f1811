"""The index of a state: every address that can be cited, and the names by which documents are known.

It is made of surveys, so that documents of which nothing is asked are never read; and it notes down what is asked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from secc.ids import Address, DocumentId
from secc.resolve.asking import STEP, About, Asking, Local, Whole
from secc.resolve.model import Provision
from secc.resolve.standings import DocumentStandings
from secc.resolve.survey import local, names_of_document
from secc.resolve.surveyed import Surveyed


class Provisions(Mapping[Address, Provision]):
    """The provisions of a state by their addresses, in the order of the page, the first place of each address.

    `surveyed` are the documents that they are of.
    """

    def __init__(self, documents: Sequence[Surveyed], asking: Asking) -> None:
        self.asking = asking
        self.documents: dict[DocumentId, DocumentStandings] = {}
        for each in documents:
            self.documents.setdefault(each.id, DocumentStandings(each.id)).add(each)
        self.surveyed = documents

    def __getitem__(self, address: Address) -> Provision:
        found = self.at(address)
        if found is None:
            raise KeyError(address)
        return found

    def at(self, address: Address) -> Provision | None:
        """The provision at an address, or None."""
        if not address.path:
            return None
        place = local(address)
        self.asking.address(address.document, About.ITSELF, place)
        document = self.documents.get(address.document)
        return document.provision(place) if document is not None else None

    def __contains__(self, address: object) -> bool:
        if not isinstance(address, Address) or not address.path:
            return False
        place = local(address)
        self.asking.address(address.document, About.ITSELF, place)
        document = self.documents.get(address.document)
        return document is not None and place in document.holders

    def __iter__(self) -> Iterator[Address]:
        self.asking.whole(Whole.PROVISIONS)
        for each in self.surveyed:
            holders = self.documents[each.id].holders
            for place in each.standings.rows:
                if holders[place] is each:
                    yield Address(each.id, tuple(place.split(STEP)))

    def __len__(self) -> int:
        self.asking.whole(Whole.PROVISIONS)
        return sum(len(each.holders) for each in self.documents.values())


class Below(Mapping[Address, tuple[Address, ...]]):
    """What stands directly below each address, in the order of the page."""

    def __init__(self, provisions: Provisions) -> None:
        self._provisions = provisions

    def __getitem__(self, address: Address) -> tuple[Address, ...]:
        return self.at(address)

    def at(self, address: Address) -> tuple[Address, ...]:
        """What stands directly below an address; nothing below one that is not there."""
        place = local(address)
        self._provisions.asking.address(address.document, About.BELOW, place)
        document = self._provisions.documents.get(address.document)
        return document.below.get(place, ()) if document is not None else ()

    def __iter__(self) -> Iterator[Address]:
        return iter(dict.fromkeys(each.parent for each in self._provisions))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Index:
    """What there is in a state of the Code.

    `below` has what stands directly below an address, in the order of the page. `names` maps the titles and short
    names of Schedules and Appendices, and of their annexes and inner documents, to their addresses. `units` is what
    each document calls its numbered provisions (`Clause`), empty where it does not say. `attached` maps the address of
    an annex that is a file ("Annex A, version 12.4") to the provision that it is attached to.
    """

    def __init__(self, documents: Sequence[Surveyed], asking: Asking) -> None:
        self._documents = documents
        self.asking = asking
        self.documents = tuple(each.id for each in documents)
        self.provisions = Provisions(documents, asking)
        self.below = Below(self.provisions)
        self.units: Mapping[DocumentId, str] = {each.id: each.survey.attributes.get("unit", "") for each in documents}
        self.names = _names(documents)

    @cached_property
    def _definitions(self) -> Mapping[str, tuple[Address, ...]]:
        """The definitions that begin with each term."""
        found: dict[str, list[Address]] = {}
        for each in self._documents:
            holders = self.provisions.documents[each.id].holders
            for name, place in each.survey.definitions:
                if holders[place] is each:
                    found.setdefault(name, []).append(address_of(each.id, place))
        return {name: tuple(addresses) for name, addresses in found.items()}

    @cached_property
    def attached(self) -> Mapping[Address, Address]:
        """The provision to which each annex that is a file is attached."""
        return {
            address_of(each.id, at): address_of(each.id, place)
            for each in self._documents
            for at, place in each.survey.attached
        }

    def defined(self, name: str) -> tuple[Address, ...]:
        """The definitions that begin with a term."""
        self.asking.whole(Whole.DEFINED, name)
        return self._definitions.get(name, ())

    def exists(self, address: Address) -> bool:
        """Whether there is such a provision or document."""
        if address.path:
            return address in self.provisions
        self.asking.address(address.document, About.ITSELF, "")
        return address.document in self.units

    def numberings(self, document: DocumentId) -> Iterator[Address]:
        """The divisions of a document that have a numbering of their own, at any depth, outer ones first."""
        self.asking.address(document, About.NUMBERINGS, "")
        standings = self.provisions.documents.get(document)
        if standings is not None:
            yield from standings.numberings

    def numbering_within(self, address: Address) -> Address:
        """Where the numbers of the clauses in a provision or document begin."""
        if not address.path:
            return address
        provision = self.provisions.at(address)
        if provision is None:
            return address.numbering
        return address if provision.own_numbering else provision.numbering

    def between(self, first: Address, last: Address) -> tuple[Address, ...]:
        """Both ends and every provision of their kind between them, in the order of the page.

        Inserted letters are among them: H14.36A is between H14.36 and H14.37. Ends of different kinds, of different
        provisions, or the wrong way round, have nothing between them.
        """
        if not first.path and not last.path and first.document.kind is last.document.kind:
            return self._documents_between(first.document, last.document) or (first, last)
        level = self.below.at(first.parent) if first.path else ()
        if first not in level or last not in level or _step_kind(first) != _step_kind(last):
            return tuple(dict.fromkeys((first, last)))
        run = level[level.index(first) : level.index(last) + 1]
        return tuple(each for each in run if _step_kind(each) == _step_kind(first)) or (first, last)

    def before(self, address: Address) -> Address | None:
        """The provision of the same kind just before this one in what both stand in; None for the first."""
        return self._beside(address, -1)

    def after(self, address: Address) -> Address | None:
        """The provision of the same kind just after this one in what both stand in; None for the last."""
        return self._beside(address, 1)

    def run_in(self, address: Address) -> tuple[str, ...]:
        """The texts of a provision that may have a list run into them."""
        document = self.provisions.documents.get(address.document)
        return document.run_in(local(address)) if document is not None else ()

    def _beside(self, address: Address, step: int) -> Address | None:
        level = [each for each in self.below.at(address.parent) if _step_kind(each) == _step_kind(address)]
        place = level.index(address) + step if address in level else -1
        return level[place] if 0 <= place < len(level) else None

    def _documents_between(self, first: DocumentId, last: DocumentId) -> tuple[Address, ...]:
        self.asking.whole(Whole.HEADS)
        alike = sorted(each for each in self.units if each.kind is first.kind)
        return tuple(Address(each) for each in alike if first <= each <= last)


def _step_kind(address: Address) -> str | int:
    """Ranges and neighbours are of one kind: paragraphs, annexes, definitions, or numbers of as many parts."""
    step = address.path[-1] if address.path else ""
    if step[:1] in ("(", '"'):
        return step[0]
    kind, dash, _ = step.partition("-")
    return kind if dash else step.count(".")


def address_of(document: DocumentId, place: Local) -> Address:
    """The address in a document."""
    return Address(document, tuple(place.split(STEP)) if place else ())


def _names(documents: Iterable[Surveyed]) -> Mapping[str, Address]:
    names: dict[str, Address] = {}
    for each in documents:
        for name in names_of_document(each.survey):
            names.setdefault(name, Address(each.id))
        for name, place in each.survey.names:
            names.setdefault(name, address_of(each.id, place))
    names.pop("", None)
    return names
