"""Where in the Code an operation works: a provision by its address, and which part of it."""

from typing import TypeAlias

from msgspec import Struct

from secc.ids import Address


class Whole(Struct, frozen=True, tag=True):
    """A provision with everything below it."""


class OpeningWords(Struct, frozen=True, tag=True):
    """`the opening words of`: what stands before its first paragraph."""


class ClosingWords(Struct, frozen=True, tag=True):
    """`the closing words of`: the unlabelled words after its last paragraph."""


class Heading(Struct, frozen=True, tag=True):
    """`the heading of`: the title of a document, sub-section, annex, or the bold title of a clause."""


class SubHeadingNamed(Struct, frozen=True, tag=True):
    """`the sub-heading "…" in`: an unnumbered heading, by its words."""

    words: str


class TableRow(Struct, frozen=True, tag=True):
    """`the row beginning "…" in the table in`: by the words of its first cell; `column` by the words of its head.

    `table` is the caption of the table, empty where the provision has one table alone. An empty `row` is the whole
    table.
    """

    row: str
    column: str = ""
    table: str = ""


Part: TypeAlias = Whole | OpeningWords | ClosingWords | Heading | SubHeadingNamed | TableRow


class Place(Struct, frozen=True):
    """A provision, or a part of it. The address is that of the text as it stands when the operation is carried out."""

    address: Address
    part: Part = Whole()


class Range(Struct, frozen=True, tag=True):
    """`Sections F5 to F10`: from the first to the last, as they follow one another on the page."""

    first: Address
    last: Address


class One(Struct, frozen=True, tag=True):
    """One provision among those that an operation names."""

    address: Address


Provisions: TypeAlias = tuple[One | Range, ...]
