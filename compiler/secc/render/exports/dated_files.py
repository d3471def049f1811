"""Files of data of other days: a text of a page, from a day on, and the list of all pages that there were on a day."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from secc.render.exports.blocks import Block
from secc.render.exports.facts import By, What
from secc.render.exports.files import AddressOf, Cited, Format, Holder, Printed, TheCode

_Of = Annotated[TheCode, Meta(description="The Code that it is of.")]
_From = Annotated[date, Meta(description="The first day on which it was so.")]
_Until = Annotated[
    date | None, Meta(description="The first day on which it was so no longer; null where none is known.")
]
_Title = Annotated[str, Meta(description="Its title, plain.")]
_KnownAs = Annotated[str, Meta(description="The short name of the document; empty where it has none, or is none.")]
_Digest = Annotated[str, Meta(description="The legal digest of the document on the first day.")]
_Version = Annotated[
    str, Meta(description="The last consolidated version of the Code by the first day; empty where there was none.")
]
_Beside = Annotated[str, Meta(description="Where its data is, relative to the home page; empty where there is none.")]


class EffectThen(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The effect of a provision on days of a text, where it was not plainly in effect."""

    address: AddressOf
    state: Annotated[str, Meta(description="The effect in short, as the page has it: Suspended.")]
    words: Annotated[str, Meta(description="The same in full: from when, for whom, why.")]
    start: Annotated[date, Meta(description="The day from which it is so, which may be before the text.")] = field(
        name="from"
    )
    until: Annotated[
        date | None, Meta(description="The first day on which it is so no longer; absent where it outlasts the text.")
    ] = None
    by: Annotated[tuple[By, ...], Meta(description="The operations that it rests on.")] = ()


class BesideThen(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an instrument said beside a provision on days of a text, and changed nothing by."""

    address: AddressOf
    words: Annotated[str, Meta(description="All of it: saved: …; left unchanged on …: ….")]
    start: Annotated[date, Meta(description="The day from which it is said, which may be before the text.")] = field(
        name="from"
    )
    until: Annotated[
        date | None, Meta(description="The first day on which it is no longer; absent where it outlasts the text.")
    ] = None
    by: Annotated[By, Meta(description="The operation.")]


class ChangedLast(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What changed a provision last, by the first day of a text."""

    address: AddressOf
    day: Annotated[date, Meta(description="The day from which it reads, or stands, as it does in the text.")]
    what: Annotated[What, Meta(description="What happened to it.")]
    by: Annotated[tuple[By, ...], Meta(description="The operations that did it.")] = ()


class PageThen(Struct, frozen=True, kw_only=True):
    """A page as it was on a day."""

    address: AddressOf
    number: Annotated[str, Meta(description="Its number, as it is printed; empty where it has none.")]
    title: _Title
    data: _Beside


class DatedTextFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="dated-text"):
    """What a page of the Code said from a day on, until its words were others; where it leads to is of the first day.

    A page that lists others has these in `pages`, and what stands on itself in `content`.
    """

    format: Format
    code: _Of
    address: AddressOf
    printed: Printed
    title: _Title
    known_as: _KnownAs
    start: _From = field(name="from")
    until: _Until
    version: _Version
    digest: _Digest
    within: Annotated[tuple[Holder, ...], Meta(description="What it stands in, the document first.")]
    effects: Annotated[
        tuple[EffectThen, ...],
        Meta(description="The effect of it, of its document, and of what stands in it, where not plainly in effect."),
    ]
    beside: Annotated[
        tuple[BesideThen, ...],
        Meta(description="What instruments say beside it, its document and what stands in it, and change nothing by."),
    ]
    changes: Annotated[
        tuple[ChangedLast, ...],
        Meta(description="What last changed each provision on the page; none of what came with its document."),
    ]
    refers_to: Cited
    content: Annotated[tuple[Block, ...], Meta(description="What stands on the page, in order.")]
    pages: Annotated[tuple[PageThen, ...], Meta(description="The pages that it lists, on the first day.")]
    before: Annotated[str, Meta(description="Where the data of the text before is; empty where there is none.")]
    after: Annotated[str, Meta(description="Where the data of the next text is; empty where there is none.")]


class DocumentThen(Struct, frozen=True, kw_only=True):
    """A document as it was on a day."""

    address: AddressOf
    printed: Printed
    title: _Title
    known_as: _KnownAs
    since: Annotated[date, Meta(description="The day from which it read so.")]
    digest: _Digest
    data: _Beside
    pages: Annotated[tuple[PageThen, ...], Meta(description="Its other pages, in order.")]


class DayFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="day"):
    """The documents that there were from a day on, until anything changed, each with its pages."""

    format: Format
    code: _Of
    start: _From = field(name="from")
    until: _Until
    version: _Version
    documents: Annotated[tuple[DocumentThen, ...], Meta(description="The documents, in the order of the Code.")]
