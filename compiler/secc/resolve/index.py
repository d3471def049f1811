"""The index of a state: every address that can be cited, and the names by which documents are known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secc.code.load import LoadedDocument
from secc.code.model import Clause, Division, SubSection
from secc.code.walk import Placed, placed
from secc.ids import Address, DocumentId
from secc.resolve.model import Provision


@dataclass(frozen=True, slots=True)
class Index:
    """What there is in a state of the Code.

    `provisions` has the first place of each address. `names` maps the titles and short names of Schedules and
    Appendices, and of their annexes and inner documents, to their addresses. `units` is what each document calls its
    numbered provisions (`Clause`), empty where it does not say.
    """

    documents: tuple[DocumentId, ...]
    provisions: Mapping[Address, Provision]
    names: Mapping[str, Address]
    units: Mapping[DocumentId, str]


def index(documents: Sequence[LoadedDocument]) -> tuple[Index, tuple[tuple[Placed, ...], ...]]:
    """The index, and every document's blocks as placed, for those who go over them again."""
    walked = tuple(tuple(placed(each.document)) for each in documents)
    provisions: dict[Address, Provision] = {}
    for blocks in walked:
        _add_document(blocks, provisions)
    found = Index(
        documents=tuple(each.document.id for each in documents),
        provisions=provisions,
        names=_names(documents, walked),
        units={each.document.id: each.document.attribute("unit") for each in documents},
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
    return bool(getattr(each.block, "vacant", False))


def _names(documents: Sequence[LoadedDocument], walked: Sequence[Sequence[Placed]]) -> dict[str, Address]:
    """Names of whole documents. A Section's title is no name: "Security" is a word."""
    names: dict[str, Address] = {}
    for each, blocks in zip(documents, walked, strict=True):
        document = each.document
        if document.id.kind != "section":
            names.setdefault(document.title.text, Address(document.id))
        known_as = document.attribute("known-as")
        if known_as:
            names.setdefault(known_as, Address(document.id))
        for block in blocks:
            if isinstance(block.block, Division) and block.block.kind == "document":
                names.setdefault(block.block.title.text, block.address)
                names.update({a.value: block.address for a in block.block.attributes if a.key == "known-as"})
    return names
