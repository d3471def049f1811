"""Small documents at random, and edited copies of them: words that repeat, numbers that shift, whatever may stand."""

from collections.abc import Callable
from random import Random

from msgspec.structs import replace

from secc.code.model import (
    AnyBlock,
    Bullet,
    Clause,
    CodeBlock,
    DefinedTerm,
    Definition,
    Division,
    DivisionKind,
    Document,
    Figure,
    Formula,
    Note,
    Paragraph,
    Places,
    Prose,
    Quotation,
    SubHeading,
    SubSection,
    Table,
    Text,
)
from secc.ids import DocumentId, DocumentKind
from secc.source import Span

_NOWHERE = Span(0, 0)
_WORDS = (
    "the DCC shall provide a service to enable Testing Participants in accordance with Section H14.3(a) and each User ;"
    " , . ( ) notice Panel within 10 Working Days £1,500 of receipt - end-to-end System's Register or where any Party"
).split(" ")


class Writer:
    """Writes documents and edits them; the same seed, the same text."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)

    def text(self, longest: int = 30) -> str:
        """Some words with single spaces, sometimes none between."""
        words = self.draw.choices(_WORDS, k=self.draw.randint(0, longest))
        return "".join(word + self.draw.choice(("", " ", " ", " ")) for word in words).strip()

    def prose(self, longest: int = 30) -> Prose:
        """Some words without marks."""
        return prose(self.text(longest))

    def document(self, label: str = "H") -> Document:
        """A document of a few sub-sections."""
        blocks = (*self.some(self.leaf, 2), *self.some(self.holder, 3))
        return Document(
            id=DocumentId(DocumentKind.SECTION, label), title=self.prose(4), attributes=(), blocks=blocks, span=_NOWHERE
        )

    def some(self, make: Callable[[int], AnyBlock], most: int) -> tuple[AnyBlock, ...]:
        """A few blocks."""
        return tuple(make(place + 1) for place in range(self.draw.randint(0, most)))

    def holder(self, place: int) -> AnyBlock:
        """A sub-section, a division or a quotation."""
        blocks = (*self.some(self.leaf, 1), *self.some(self.clause, 5))
        match self.draw.randint(0, 5):
            case 0:
                return Division(
                    span=_NOWHERE, kind=DivisionKind.ANNEX, label=str(place), title=self.prose(3), own_numbering=True,
                    blocks=blocks,
                )  # fmt: skip
            case 1:
                return Quotation(span=_NOWHERE, blocks=blocks)
            case _:
                return SubSection(span=_NOWHERE, label=f"H{place}", title=self.prose(3), blocks=blocks)

    def clause(self, place: int) -> AnyBlock:
        """A clause, with what may stand in it."""
        blocks = (*self.some(self.paragraph, 4), *self.some(self.leaf, 2))
        return Clause(span=_NOWHERE, label=f"H1.{place}", title="", vacant=False, prose=self.prose(), blocks=blocks)

    def paragraph(self, place: int) -> AnyBlock:
        """A paragraph, perhaps with some below it."""
        label = f"({'abcdefghij'[place % 10]})"
        blocks = self.some(self.paragraph, 2) if self.draw.random() < 0.3 else ()
        return Paragraph(span=_NOWHERE, label=label, written=label, vacant=False, prose=self.prose(), blocks=blocks)

    def leaf(self, place: int) -> AnyBlock:
        """What has no number."""
        made: tuple[Callable[[], AnyBlock], ...] = (
            lambda: Text(span=_NOWHERE, prose=self.prose()),
            lambda: Bullet(span=_NOWHERE, prose=self.prose(), blocks=self.some(self.leaf, 1)),
            lambda: SubHeading(span=_NOWHERE, level=self.draw.randint(1, 2), prose=self.prose(4)),
            lambda: Note(span=_NOWHERE, prose=self.prose()),
            lambda: self.definition(place),
            self.table,
            lambda: Formula(span=_NOWHERE, latex=self.text(6)),
            lambda: CodeBlock(span=_NOWHERE, language="xml", text=self.text(8)),
            lambda: Figure(span=_NOWHERE, alt=self.text(3), path=f"figures/{place}.svg"),
        )
        return self.draw.choice(made)()

    def definition(self, place: int) -> AnyBlock:
        """A definition of a term."""
        name = f"Term {place}"
        words = f'"{name}" means {self.text(12)}'
        return Definition(span=_NOWHERE, terms=(DefinedTerm(name, 1, 1 + len(name)),), prose=prose(words))

    def table(self) -> AnyBlock:
        """A table, perhaps with a head and a caption."""
        width = self.draw.randint(1, 3)
        rows = tuple(tuple(self.prose(3) for _ in range(width)) for _ in range(self.draw.randint(0, 4)))
        head = self.draw.randint(0, min(1, len(rows)))
        caption = self.prose(3) if self.draw.random() < 0.5 else None
        return Table(span=_NOWHERE, caption=caption, head=rows[:head], rows=rows[head:])

    # Edits

    def edited(self, document: Document) -> Document:
        """The document with some edits of every kind in it."""
        return replace(document, blocks=self._edited(document.blocks))

    def _edited(self, blocks: tuple[AnyBlock, ...]) -> tuple[AnyBlock, ...]:
        found = [self._inside(block) for block in blocks]
        for _ in range(self.draw.choice((0, 0, 1, 1, 2))):
            self.draw.choice((self._drop, self._add, self._swap, self._split, self._join, self._renumber))(found)
        return tuple(found)

    def _inside(self, block: AnyBlock) -> AnyBlock:
        if hasattr(block, "blocks"):
            block = replace(block, blocks=self._edited(block.blocks))
        if hasattr(block, "prose") and self.draw.random() < 0.4:
            block = replace(block, prose=prose(self.reworded(block.prose.text)))
        if isinstance(block, Table) and self.draw.random() < 0.6:
            block = self._retabled(block)
        return block

    def reworded(self, text: str) -> str:
        """The text with a few words taken out, put in, or said otherwise."""
        words = text.split(" ")
        for _ in range(self.draw.randint(1, 3)):
            place = self.draw.randint(0, len(words))
            words[place : place + self.draw.randint(0, 3)] = self.text(3).split(" ")
        return " ".join(words).strip()

    def _retabled(self, table: Table) -> AnyBlock:
        rows = list(table.rows)
        if rows:
            place = self.draw.randrange(len(rows))
            rows[place : place + self.draw.randint(0, 1)] = [tuple(self.prose(3) for _ in rows[0])]
        if rows and self.draw.random() < 0.3:
            return replace(table, head=tuple(row[1:] for row in table.head), rows=tuple(row[1:] for row in rows))
        return replace(table, rows=tuple(rows))

    def _drop(self, blocks: list[AnyBlock]) -> None:
        if blocks:
            del blocks[self.draw.randrange(len(blocks))]

    def _add(self, blocks: list[AnyBlock]) -> None:
        place = self.draw.randint(0, len(blocks))
        copied = self.draw.choice(blocks) if blocks and self.draw.random() < 0.3 else self.clause(place)
        blocks.insert(place, copied)

    def _swap(self, blocks: list[AnyBlock]) -> None:
        if len(blocks) > 1:
            moved = blocks.pop(self.draw.randrange(len(blocks)))
            blocks.insert(self.draw.randint(0, len(blocks)), moved)

    def _split(self, blocks: list[AnyBlock]) -> None:
        for place, block in enumerate(blocks):
            if isinstance(block, Paragraph | Clause) and not block.blocks and block.prose.text.count(" ") > 6:
                words = block.prose.text.split(" ")
                cut = self.draw.randint(2, len(words) - 2)
                first = replace(block, prose=prose(" ".join(words[:cut])))
                second = replace(block, label="(z)", prose=prose(" ".join(words[cut:])))
                blocks[place : place + 1] = (
                    [first, second]
                    if self.draw.random() < 0.5
                    else [replace(first, label="(z)"), replace(second, label=block.label)]
                )
                return

    def _join(self, blocks: list[AnyBlock]) -> None:
        for place in range(len(blocks) - 1):
            first, second = blocks[place], blocks[place + 1]
            if isinstance(first, Paragraph) and isinstance(second, Paragraph) and not (first.blocks or second.blocks):
                kept = self.draw.choice((first, second))
                blocks[place : place + 2] = [replace(kept, prose=prose(f"{first.prose.text} {second.prose.text}"))]
                return

    def _renumber(self, blocks: list[AnyBlock]) -> None:
        for place, block in enumerate(blocks):
            if isinstance(block, Clause):
                blocks[place] = replace(block, label=f"H1.{place + 3}")


def edited(seed: int) -> tuple[Document, Document]:
    """A document and an edited copy, either way round."""
    writer = Writer(seed)
    first = writer.document()
    second = writer.edited(first)
    return (first, second) if seed % 2 else (second, first)


def prose(text: str) -> Prose:
    """Words without marks."""
    return Prose(text, (), Places((0, 0)))
