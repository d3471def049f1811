"""The index of a state: every address that can be cited, and the names by which documents are known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secc.code.load import LoadedDocument
from secc.code.model import Attachment, Clause, Definition, Division, DivisionKind, Paragraph, SubSection
from secc.code.walk import Placed, placed
from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.resolve.model import Provision


@dataclass(frozen=True, slots=True)
class Index:
    """What there is in a state of the Code.

    `provisions` has the first place of each address, in the order of the page; `below` what stands directly below an
    address, in the same order. `names` maps the titles and short names of Schedules and Appendices, and of their
    annexes and inner documents, to their addresses; `definitions` a term to every definition that begins with it.
    `units` is what each document calls its numbered provisions (`Clause`), empty where it does not say. `attached`
    maps the address of an annex that is a file ("Annex A, version 12.4") to the provision that it is attached to.
    """

    documents: tuple[DocumentId, ...]
    provisions: Mapping[Address, Provision]
    below: Mapping[Address, tuple[Address, ...]]
    names: Mapping[str, Address]
    definitions: Mapping[str, tuple[Address, ...]]
    units: Mapping[DocumentId, str]
    attached: Mapping[Address, Address]

    def exists(self, address: Address) -> bool:
        """Whether there is such a provision or document."""
        return address in self.provisions if address.path else address.document in self.units

    def numberings(self, document: DocumentId) -> Iterator[Address]:
        """The divisions of a document that have a numbering of their own, at any depth, outer ones first."""
        rows = [Address(document)]
        while rows:
            divisions = [each for row in rows for each in self.below.get(row, ()) if self._has_own_numbering(each)]
            yield from divisions
            rows = divisions

    def numbering_within(self, address: Address) -> Address:
        """Where the numbers of the clauses in a provision or document begin."""
        if not address.path or self._has_own_numbering(address):
            return address
        provision = self.provisions.get(address)
        return provision.placed.numbering if provision is not None else address.numbering

    def between(self, first: Address, last: Address) -> tuple[Address, ...]:
        """Both ends and every provision of their kind between them, in the order of the page.

        Inserted letters are among them: H14.36A is between H14.36 and H14.37. Ends of different kinds, of different
        provisions, or the wrong way round, have nothing between them.
        """
        if not first.path and not last.path and first.document.kind is last.document.kind:
            return self._documents_between(first.document, last.document) or (first, last)
        level = self.below.get(first.parent, ()) if first.path else ()
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

    def _beside(self, address: Address, step: int) -> Address | None:
        level = [each for each in self.below.get(address.parent, ()) if _step_kind(each) == _step_kind(address)]
        place = level.index(address) + step if address in level else -1
        return level[place] if 0 <= place < len(level) else None

    def _documents_between(self, first: DocumentId, last: DocumentId) -> tuple[Address, ...]:
        alike = sorted(each for each in self.units if each.kind is first.kind)
        return tuple(Address(each) for each in alike if first <= each <= last)

    def _has_own_numbering(self, address: Address) -> bool:
        provision = self.provisions.get(address)
        block = provision.placed.block if provision is not None else None
        return isinstance(block, Division) and block.own_numbering


def _step_kind(address: Address) -> str | int:
    """Ranges and neighbours are of one kind: paragraphs, annexes, definitions, or numbers of as many parts."""
    step = address.path[-1] if address.path else ""
    if step[:1] in ("(", '"'):
        return step[0]
    kind, dash, _ = step.partition("-")
    return kind if dash else step.count(".")


def index(documents: Sequence[LoadedDocument]) -> tuple[Index, tuple[tuple[Placed, ...], ...]]:
    """The index, and every document's blocks as placed, for those who go over them again."""
    walked = tuple(tuple(placed(each.document)) for each in documents)
    provisions: dict[Address, Provision] = {}
    for blocks in walked:
        _add_document(blocks, provisions)
    found = Index(
        documents=tuple(each.document.id for each in documents),
        provisions=provisions,
        below=_levels(provisions),
        names=_names(documents, walked),
        definitions=_definitions(provisions),
        units={each.document.id: each.document.attribute("unit") for each in documents},
        attached={at: each.address for blocks in walked for each in blocks for at in _attached(each)},
    )
    return found, walked


def _add_document(blocks: Iterable[Placed], provisions: dict[Address, Provision]) -> None:
    for each in blocks:
        if each.own and each.address not in provisions:
            provisions[each.address] = Provision(each.address, each, _title(each), _vacant(each))


def _title(each: Placed) -> str:
    """What a reference echoes in brackets: a provision's own title, else the sub-heading above it.

    Where there is none either, its sub-section's title.
    """
    block = each.block
    if isinstance(block, SubSection | Division):
        return block.title.text
    if isinstance(block, Clause) and block.title:
        return block.title
    if each.heading:
        return each.heading
    return each.sub_section.title.text if each.sub_section is not None else ""


def _vacant(each: Placed) -> bool:
    return isinstance(each.block, Clause | Paragraph) and each.block.vacant


def _levels(provisions: Iterable[Address]) -> dict[Address, tuple[Address, ...]]:
    levels: dict[Address, list[Address]] = {}
    for address in provisions:
        levels.setdefault(address.parent, []).append(address)
    return {parent: tuple(level) for parent, level in levels.items()}


def _definitions(provisions: Mapping[Address, Provision]) -> dict[str, tuple[Address, ...]]:
    found: dict[str, list[Address]] = {}
    for address, provision in provisions.items():
        block = provision.placed.block
        if isinstance(block, Definition):
            for term in block.terms:
                found.setdefault(term.name, []).append(address)
    return {name: tuple(addresses) for name, addresses in found.items()}


def _attached(each: Placed) -> Iterator[Address]:
    """The address that an attachment would have if it were an annex in words, where its title says which it is."""
    words = each.block.title.replace(",", " ").split() if isinstance(each.block, Attachment) else []
    if len(words) > 1 and words[0].lower() == DivisionKind.ANNEX:
        yield each.numbering.below(division_step(DivisionKind.ANNEX, words[1]))


def _names(documents: Sequence[LoadedDocument], walked: Sequence[Sequence[Placed]]) -> dict[str, Address]:
    """Names of whole documents. A Section's title is no name: "Security" is a word."""
    names: dict[str, Address] = {}
    for each, blocks in zip(documents, walked, strict=True):
        document = each.document
        if document.id.kind is not DocumentKind.SECTION:
            _add_name(names, document.title.text, Address(document.id))
        _add_name(names, document.attribute("known-as"), Address(document.id))
        for place in blocks:
            if isinstance(place.block, Division) and place.own:
                _add_division(names, place.block, place.address)
    return names


def _add_division(names: dict[str, Address], division: Division, address: Address) -> None:
    """An annex is known by a short name only; its title may be a word."""
    if division.kind is DivisionKind.DOCUMENT:
        _add_name(names, division.title.text, address)
    for attribute in division.attributes:
        if attribute.key == "known-as":
            _add_name(names, attribute.value, address)


def _add_name(names: dict[str, Address], name: str, address: Address) -> None:
    if name:
        names.setdefault(name, address)
