"""The blocks of a document as data: each with its own words as plain text, and marks that stand off from them.

Every word stands once: in `text`, in a label or number, in a cell, in LaTeX or code.
"""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from secc.render.exports.facts import Change, Status
from secc.render.exports.marks import Mark

Text = Annotated[str, Meta(description="Its own words, plain; not those of what stands in it.")]
Title = Annotated[str, Meta(description="Its title, plain.")]
Marks = Annotated[tuple[Mark, ...], Meta(description="What holds over some of its words, by where it starts.")]
Address = Annotated[str, Meta(description="Its address, such as section-H/H14.31(a).")]
MaybeAddress = Annotated[str, Meta(description="Its address; absent where it stands in a quotation.")]
Vacant = Annotated[bool, Meta(description="Whether its number is kept for nothing: [Not used].")]
Content = Annotated[tuple["Block", ...], Meta(description="What stands in it, in order.")]
Identity = Annotated[
    str,
    Meta(description="Who it is, through moves and new numbers: its first address. Absent where time is not known."),
]
OwnStatus = Annotated[
    Status | None, Meta(description="Its effect; absent where it is that of what it stands in, or nothing is known.")
]
History = Annotated[
    tuple[Change, ...], Meta(description="Its changes, past and decided, oldest first; absent where there is none.")
]
Referrers = Annotated[tuple[str, ...], Meta(description="The addresses of the provisions outside it that refer to it.")]


class DivisionBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="division"):
    """An annex, a part or an inner document."""

    address: Address
    name: Annotated[str, Meta(description="What it is called: Annex A. Absent for an inner document.")] = ""
    text: Title
    marks: Marks = ()
    identity: Identity = ""
    status: OwnStatus = None
    history: History = ()
    referred_to_by: Referrers = ()
    content: Content = ()


class SubSectionBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="sub-section"):
    """A sub-section, with everything down to the next."""

    address: Address
    number: Annotated[str, Meta(description="Its number: H14.")]
    text: Title
    marks: Marks = ()
    identity: Identity = ""
    status: OwnStatus = None
    history: History = ()
    referred_to_by: Referrers = ()
    content: Content = ()


class ClauseBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="clause"):
    """A numbered clause."""

    address: Address
    number: Annotated[str, Meta(description="Its number: H14.31.")]
    vacant: Vacant = False
    text: Text
    marks: Marks = ()
    identity: Identity = ""
    status: OwnStatus = None
    history: History = ()
    referred_to_by: Referrers = ()
    content: Content = ()


class ParagraphBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="paragraph"):
    """A labelled paragraph."""

    address: MaybeAddress = ""
    label: Annotated[str, Meta(description="Its label as printed: (a).")]
    vacant: Vacant = False
    text: Text
    marks: Marks = ()
    identity: Identity = ""
    status: OwnStatus = None
    content: Content = ()


class DefinitionBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="definition"):
    """A definition; where its words are strong, they are the terms defined."""

    address: MaybeAddress = ""
    text: Text
    marks: Marks = ()
    identity: Identity = ""
    status: OwnStatus = None
    history: History = ()
    referred_to_by: Referrers = ()
    content: Content = ()


class TextBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="text"):
    """Words without a label."""

    text: Text
    marks: Marks = ()
    content: Content = ()


class BulletBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="bullet"):
    """An item of a list that is never cited."""

    text: Text
    marks: Marks = ()
    content: Content = ()


class HeadingBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="heading"):
    """A heading without a number."""

    level: Annotated[int, Meta(ge=1, description="How high it is; 1 is the highest.")]
    text: Text
    marks: Marks = ()


class NoteBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="note"):
    """Guidance, of no legal effect."""

    text: Text
    marks: Marks = ()


class FootnoteBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="footnote"):
    """The text of a footnote."""

    label: Annotated[str, Meta(description="Its label, without the brackets.")]
    text: Text
    marks: Marks = ()


class QuotationBlock(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quotation"):
    """Words that a form or an instrument sets out."""

    content: Content


class Cell(Struct, frozen=True, omit_defaults=True):
    """Words of a table: a cell, or its caption."""

    text: Text
    marks: Marks = ()


class TableBlock(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind", tag="table"):
    """A table; every row has as many cells."""

    caption: Annotated[Cell | None, Meta(description="What stands above it.")] = None
    head: Annotated[tuple[tuple[Cell, ...], ...], Meta(description="The rows above the rule.")] = ()
    rows: Annotated[tuple[tuple[Cell, ...], ...], Meta(description="The rows below it.")] = ()


class FormulaBlock(Struct, frozen=True, kw_only=True, tag_field="kind", tag="formula"):
    """A formula on lines of its own."""

    latex: Annotated[str, Meta(description="The formula, as LaTeX.")]


class FigureBlock(Struct, frozen=True, kw_only=True, tag_field="kind", tag="figure"):
    """A picture."""

    alt: Annotated[str, Meta(description="What it shows, in words.")]
    path: Annotated[str, Meta(description="Its file, relative to the sources.")]


class CodeBlock(Struct, frozen=True, kw_only=True, tag_field="kind", tag="code"):
    """Text set as code."""

    language: Annotated[str, Meta(description="The language it is in; may be empty.")]
    text: Text


class AttachmentBlock(Struct, frozen=True, kw_only=True, tag_field="kind", tag="attachment"):
    """A file that is part of the document."""

    title: Annotated[str, Meta(description="What it is called; empty where it has only the name of its file.")]
    path: Annotated[str, Meta(description="Its file, relative to the sources.")]


Block: TypeAlias = (
    DivisionBlock
    | SubSectionBlock
    | ClauseBlock
    | ParagraphBlock
    | DefinitionBlock
    | TextBlock
    | BulletBlock
    | HeadingBlock
    | NoteBlock
    | FootnoteBlock
    | QuotationBlock
    | TableBlock
    | FormulaBlock
    | FigureBlock
    | CodeBlock
    | AttachmentBlock
)
ProvisionBlock: TypeAlias = DivisionBlock | SubSectionBlock | ClauseBlock | ParagraphBlock | DefinitionBlock
"""The blocks that may have an address."""
