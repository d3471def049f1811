"""Documents, provisions and terms to files of data."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from secc.document.model import DisplayDocument, DivisionPart, HeadingPart, Part, SubSectionPart
from secc.document.parts import address_of, parts_in
from secc.ids import Address, DocumentId
from secc.render.exports.blocks import Block, DefinitionBlock, ProvisionBlock, TableBlock
from secc.render.exports.facts import Beside, Facts, Status
from secc.render.exports.files import (
    DefinitionFile,
    DocumentFile,
    EffectSince,
    ForSomeThen,
    Holder,
    MeaningOf,
    ProvisionFile,
    TheCode,
)
from secc.render.exports.from_display import BlocksOf
from secc.render.exports.marks import Mark, ReferenceMark
from secc.render.plain import titled
from secc.resolve.model import Term


class Edition(Struct, frozen=True):
    """Which text it is: the Code's own words for itself, the days asked about, and its documents' versions."""

    code: TheCode
    as_at: date | None
    known: date | None
    versions: Mapping[DocumentId, str]


class OverTime(Struct, frozen=True):
    """What is told of a clause or definition through time: its effect, and what it says to some; nothing of others."""

    effects: tuple[EffectSince, ...] = ()
    for_some: tuple[ForSomeThen, ...] = ()


class DocumentFiles:
    """A document as data: its file, and those of what stands in it."""

    def __init__(self, document: DisplayDocument, edition: Edition, facts: Facts) -> None:
        self._document = document
        self._edition = edition
        self._facts = facts
        self._blocks = BlocksOf(facts)
        self._content = self._blocks.content(document.parts, facts(Address(document.id)).status)
        self._within: dict[Address, tuple[tuple[Holder, ...], str]] = {}
        self._place(document.parts, (Holder(str(document.id), document.id.printed, titled(document.title)),))

    @property
    def addresses(self) -> Iterable[Address]:
        """Everything in it that has an address, in order."""
        return self._blocks.found.keys()

    def file(self) -> DocumentFile:
        """The whole document."""
        document, edition = self._document, self._edition
        told = self._facts(Address(document.id))
        return DocumentFile(
            format=1,
            code=edition.code,
            as_at=edition.as_at,
            known=edition.known,
            next_change=told.next_change,
            address=str(document.id),
            printed=document.id.printed,
            title=titled(document.title),
            known_as=document.known_as,
            version=edition.versions.get(document.id, ""),
            digest=document.digest,
            identity=told.identity,
            status=told.status,
            history=told.history,
            refers_to=refers_to(self._content),
            referred_to_by=tuple(map(str, told.referred_to_by)),
            beside=tuple(dict.fromkeys((*told.beside, *self._beside_inside()))),
            content=self._content,
        )

    def _beside_inside(self) -> Iterator[Beside]:
        yield from (each for address in self.addresses for each in self._facts(address).beside)

    def provision(self, address: Address, over_time: OverTime) -> ProvisionFile:
        """What stands at an address; of a clause, with what is told of it through time."""
        within, heading = self._within[address]
        block = self.block(address)
        return ProvisionFile(
            format=1,
            code=self._edition.code,
            as_at=self._edition.as_at,
            known=self._edition.known,
            next_change=self._facts(address).next_change,
            printed=address.printed,
            within=within,
            heading=heading,
            refers_to=refers_to((block,)),
            beside=self._facts(address).beside,
            provision=block,
            effects=over_time.effects,
            for_some=over_time.for_some,
        )

    def block(self, address: Address) -> ProvisionBlock:
        """What stands at an address, with its effect even where that is no other than of what it stands in."""
        return replace(self._blocks.found[address], status=self._status(address))

    def _status(self, address: Address) -> Status | None:
        return self._facts(address).status

    def _place(self, parts: Sequence[Part], within: tuple[Holder, ...], heading: str = "") -> None:
        """Note down what everything stands in, and below which heading."""
        for part in parts:
            address = address_of(part)
            if isinstance(part, HeadingPart):
                heading = titled(part.words)
            if address is not None:
                self._within.setdefault(address, (within, heading))
            if isinstance(part, DivisionPart | SubSectionPart):
                holder = Holder(str(part.address), part.address.printed, titled(part.title))
                self._place(part.parts, (*within, holder))
            else:
                self._place(parts_in(part), within, heading)


def definition_file(
    name: str,
    meanings: Sequence[tuple[Term, Sequence[Address]]],
    edition: Edition,
    block_of: Callable[[Address], ProvisionBlock],
    facts: Facts,
    over_time: Callable[[Address], OverTime],
) -> DefinitionFile:
    """A name with its meanings, each with the provisions that use it.

    `block_of` gives what stands at an address, `over_time` what is told of a definition through time.
    """
    made = tuple(_meaning(term, uses, block_of, facts, over_time(term.address)) for term, uses in meanings)
    return DefinitionFile(
        format=1, code=edition.code, as_at=edition.as_at, known=edition.known, name=name, meanings=made
    )


def _meaning(
    term: Term,
    uses: Sequence[Address],
    block_of: Callable[[Address], ProvisionBlock],
    facts: Facts,
    over_time: OverTime,
) -> MeaningOf:
    block = block_of(term.address) if term.address.path else None
    return MeaningOf(
        names=term.names,
        scope=str(term.scope),
        within=str(term.within) if term.within is not None else "",
        namespace=term.namespace,
        defined_in=str(term.address),
        given_in=str(term.given) if term.given is not None else "",
        next_change=facts(term.address).next_change,
        definition=block if isinstance(block, DefinitionBlock) else None,
        used_in=tuple(map(str, uses)),
        effects=over_time.effects,
        for_some=over_time.for_some,
    )


def refers_to(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The addresses that blocks refer to, each once."""
    found = (to for mark in _marks(blocks) if isinstance(mark, ReferenceMark) for to in mark.to)
    return tuple(dict.fromkeys(found))


def _marks(blocks: Sequence[Block]) -> Iterator[Mark]:
    for block in blocks:
        if isinstance(block, TableBlock):
            caption = () if block.caption is None else (block.caption,)
            for cell in (*caption, *(cell for row in (*block.head, *block.rows) for cell in row)):
                yield from cell.marks
        else:
            yield from getattr(block, "marks", ())
            yield from _marks(getattr(block, "content", ()))
