"""What a citation says, in types: which words lead it, which provisions it names, what they are part of.

Spans inside a `Citation` count code points from its `start`, so the same words make the same `Reference` wherever
they stand. Spans take no part in equality.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from secc.source import Span


class Unit(StrEnum):
    """What the cited thing is called, in the singular, as the lead word says."""

    SECTION = "section"
    SUBSECTION = "subsection"
    CLAUSE = "clause"
    PARAGRAPH = "paragraph"
    CONDITION = "condition"
    REGULATION = "regulation"
    ARTICLE = "article"
    RULE = "rule"
    CHAPTER = "chapter"
    PART = "part"
    APPENDIX = "appendix"
    ANNEX = "annex"
    SCHEDULE = "schedule"
    QUESTION = "question"
    TABLE = "table"
    FIGURE = "figure"
    OBJECTIVE = "objective"
    OBSERVATION = "observation"
    RFC = "RFC"
    CODE = "code"
    AGREEMENT = "agreement"
    LICENCE = "licence"
    ACT = "act"
    ORDER = "order"


class Pointer(StrEnum):
    """The word of a relative citation. `these` points as `this` does, `those` as `that`."""

    THIS = "this"
    THAT = "that"
    PRECEDING = "preceding"
    FOLLOWING = "following"


class WorkKind(StrEnum):
    """What sort of work outside the Code is cited."""

    ACT = "act"
    REGULATIONS = "regulations"
    CODE = "code"
    LICENCE = "licence"
    PUBLICATION = "publication"
    MODIFICATION = "modification"
    PAPER = "paper"


class Heading(Struct, frozen=True, array_like=True, gc=False):
    """The heading that a citation echoes, without its brackets or quotation marks."""

    text: str
    span: Span


class Place(Struct, frozen=True, tag=True, array_like=True):
    """One provision, as far down as it is named, with what a list or range leaves unsaid filled in.

    `H14.31(a)` is letter H, numbers 14 and 31, paragraphs a; `Appendix AL` is letter AL; `(b)` is paragraphs b;
    `Annex A (A7)` is letter A, form A7. `span` covers the words that name it, without a heading.
    """

    letter: str
    numbers: tuple[str, ...]
    paragraphs: tuple[str, ...]
    span: Span
    form: str = ""
    heading: Heading | None = None

    @property
    def number(self) -> str:
        """Its letter and numbers: `H14.31`; empty for `(b)`."""
        return self.letter + ".".join(self.numbers)

    @property
    def label(self) -> str:
        """It as the label of a provision is written: `H14.31(a)`."""
        return self.number + "".join(f"({each})" for each in self.paragraphs)


class Range(Struct, frozen=True, tag=True, array_like=True):
    """From one provision to another, both included; `last` is written out where the text cuts it short (L13.56-57)."""

    first: Place
    last: Place


class Blank(Struct, frozen=True, tag=True, array_like=True, gc=False):
    """A placeholder where a label should stand: `Appendix [TBC]`."""

    text: str
    span: Span


class Provisions(Struct, frozen=True, array_like=True, tag=True):
    """The provisions of one list, and what they are part of where the text says so.

    `unit` is None where no lead word stands before the list. `plural` is the number of the lead word.
    """

    unit: Unit | None
    extents: tuple["Extent", ...]
    within: "Reference | None" = None
    plural: bool = False


class Relative(Struct, frozen=True, array_like=True, tag=True):
    """`this Section B1`; without a number `that Section`, `the preceding paragraph`, `this Code`."""

    pointer: Pointer
    unit: Unit
    extents: tuple["Extent", ...] = ()
    plural: bool = False


class TheCode(Struct, frozen=True, array_like=True, tag=True):
    """The Code itself, named before a provision: `SEC G2.20(c)`."""


class Named(Struct, frozen=True, array_like=True, tag=True):
    """A document by a name that was given to `find`, with the label that the name stands for."""

    name: str
    label: str


class Work(Struct, frozen=True, array_like=True, tag=True):
    """A work outside the Code by its own title, as written: an Act, Regulations, a licence, another code."""

    title: str
    kind: WorkKind


Extent: TypeAlias = Place | Range | Blank
Reference: TypeAlias = Provisions | Relative | TheCode | Named | Work


class Citation(Struct, frozen=True, array_like=True):
    """A citation in a text: `text[start:end]` are its words, offsets in code points."""

    start: int
    end: int
    reference: Reference
