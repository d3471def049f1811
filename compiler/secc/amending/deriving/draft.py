"""The text between two operations, as a tree that operations change: who each block is to become, and its words."""

from collections.abc import Iterator

from secc.amending.extents import plain
from secc.amending.version import DocumentVersion
from secc.code.model import (
    AnyBlock,
    Clause,
    Definition,
    Division,
    Note,
    Paragraph,
    SubHeading,
    SubSection,
    Table,
)
from secc.code.walk import prose_in
from secc.ids import Address, division_step


class Register:
    """Pieces of one or more trees by their label, and sub-headings by their words: a scan of a large Act is slow.

    A piece that went, or has another label by now, is still in it under what it was called; `alike` leaves it out.
    """

    def __init__(self) -> None:
        self._called: dict[str, list[Piece]] = {}

    def add(self, piece: "Piece") -> None:
        """Enter a piece as it is called now."""
        if piece.called:
            self._called.setdefault(piece.called, []).append(piece)

    def alike(self, called: str, holder: "Piece") -> list["Piece"]:
        """The pieces that are called so and stand in another, each once."""
        found = {id(each): each for each in self._called.get(called, ())}
        return [each for each in found.values() if each.called == called and each.stands_in(holder)]


class Piece:
    """A block where it stands between two operations; the document itself is the piece without a block.

    `number` is its place in the blocks of the version that it comes from (-1 for the document). `mate` is what it is in
    the other text; `moved` says that it does not stay where it is, `whole` that it is replaced with all in it. `label`
    and `texts`, the running words of it alone, are those of the moment.
    """

    def __init__(self, version: DocumentVersion, number: int, parent: "Piece | None", register: Register) -> None:
        self.version = version
        self.register = register
        self.number = number
        self.parent = parent
        self.block: AnyBlock | None = version.blocks[number].block if number >= 0 else None
        self.is_quoted = version.blocks[number].quoted if number >= 0 else False
        self.children: list[Piece] = []
        self.mate: Piece | None = None
        self.moved = False
        self.whole = False
        proses = prose_in(self.block) if self.block is not None else (version.document.title,)
        self.texts = [prose.text for prose in proses]
        self._label = label_of(self.block)
        register.add(self)

    @property
    def label(self) -> str:
        """Its label of the moment."""
        return self._label

    @label.setter
    def label(self, label: str) -> None:
        """Have it found by another label from now on."""
        if label != self._label:
            self._label = label
            self.register.add(self)

    @property
    def called(self) -> str:
        """What it is found by: its label, or the words of a sub-heading; nothing for what has neither."""
        return plain(self.text) if isinstance(self.block, SubHeading) else self._label

    @property
    def key(self) -> tuple[str, int]:
        """What names it for as long as its version is the same."""
        return str(self.version.id), self.number

    @property
    def text(self) -> str:
        """Its own words, for what has one run of them."""
        return self.texts[0] if self.texts else ""

    @property
    def is_own(self) -> bool:
        """Whether it has an address of its own."""
        return self.block is None or (not self.is_quoted and bool(self.label))

    @property
    def is_container(self) -> bool:
        """Whether it only holds others, so that writing it anew would write much anew."""
        return self.block is None or isinstance(self.block, SubSection | Division)

    @property
    def holder(self) -> "Piece":
        """What it stands in."""
        assert self.parent is not None
        return self.parent

    @property
    def address(self) -> Address:
        """Its address, or that of the provision it belongs to."""
        block = self.block
        if block is None:
            return Address(self.version.id)
        if not self.is_own:
            return self.holder.address
        if isinstance(block, Paragraph):
            return self.holder.address.below(f"({self.label})")
        if isinstance(block, Definition):
            return _scope(self.holder.address).below(self.label)
        if isinstance(block, Division):
            return self.holder.numbering.below(division_step(block.kind, self.label))
        return self.holder.numbering.below(self.label)

    @property
    def numbering(self) -> Address:
        """Where the numbers of clauses in it begin."""
        if self.block is None or (isinstance(self.block, Division) and self.block.own_numbering):
            return self.address
        return self.holder.numbering

    @property
    def down(self) -> Iterator["Piece"]:
        """It and all that stands in it, in the order of the page."""
        waiting = [self]
        while waiting:
            piece = waiting.pop()
            yield piece
            waiting += reversed(piece.children)

    @property
    def running(self) -> Iterator[tuple["Piece", int]]:
        """The running words in it, as places of `texts`: titles and headings are none."""
        for piece in self.down:
            if piece.block is not None and not isinstance(piece.block, SubHeading | SubSection | Division):
                yield from ((piece, place) for place in range(len(piece.texts)))

    def take_words(self, other: "Piece") -> None:
        """Become what another is, label aside."""
        self.texts, self.block = list(other.texts), other.block
        self.register.add(self)

    @property
    def numbered(self) -> Iterator["Piece"]:
        """The clauses, sub-sections and divisions in it, which never stand in a clause."""
        for each in self.children:
            if isinstance(each.block, Clause | SubSection | Division) and each.is_own:
                yield each
            if each.is_container:
                yield from each.numbered

    def stands_in(self, other: "Piece") -> bool:
        """Whether it stands in the other still, and did not go with anything in between."""
        piece = self
        while piece is not other:
            if piece.parent is None or piece not in piece.parent.children:
                return False
            piece = piece.parent
        return True

    def within(self, other: "Piece") -> bool:
        """Whether it is the other or stands in it."""
        piece: Piece | None = self
        while piece is not None:
            if piece is other:
                return True
            piece = piece.parent
        return False

    def copy_into(self, parent: "Piece", place: int) -> "Piece":
        """A piece like it, with all in it, put where it now stands in the other text; each is the mate of its like."""
        made = Piece(self.version, self.number, parent, parent.register)
        made.label, made.mate, self.mate = self.label, self, made
        parent.children.insert(place, made)
        for each in self.children:
            each.copy_into(made, len(made.children))
        return made


def draft(version: DocumentVersion, register: Register) -> Piece:
    """A wording as a tree; notes, which have no effect, are left out."""
    document = Piece(version, -1, None, register)
    open_pieces = [document]
    for number, placed in enumerate(version.blocks):
        del open_pieces[placed.depth + 1 :]
        if isinstance(placed.block, Note):
            continue
        piece = Piece(version, number, open_pieces[-1], register)
        open_pieces[-1].children.append(piece)
        open_pieces.append(piece)
    return document


def label_of(block: AnyBlock | None) -> str:
    """Its label without brackets or keyword; of a definition its first term in quotation marks."""
    match block:
        case Clause() | SubSection() | Division():
            return block.label
        case Paragraph():
            return block.label.strip("()")
        case Definition(terms=terms):
            return f'"{terms[0].name}"' if terms else ""
        case _:
            return ""


def table_in(piece: Piece) -> Table | None:
    """Its table, where it is one."""
    return piece.block if isinstance(piece.block, Table) else None


def _scope(address: Address) -> Address:
    """A definition within a definition belongs to the outer one's provision."""
    while address.path and address.path[-1].startswith('"'):
        address = address.parent
    return address
