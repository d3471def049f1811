"""Files of data of the website alone.

How any two days are compared, how it is searched, the terms of every day, a page written by hand.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from secc.render.exports.files import AddressOf, Format, Printed, TheCode

_Of = Annotated[TheCode, Meta(description="The Code that it is of.")]
_Asked = Annotated[
    str, Meta(description="The address at which the page shows it, relative to the home page: {} is to be filled in.")
]
_Where = Annotated[str, Meta(description="Where it is, relative to the home page.")]


class ComparedText(Struct, frozen=True, kw_only=True):
    """A text that a document had."""

    start: Annotated[date, Meta(description="The first day on which it read so.")] = field(name="from")
    until: Annotated[
        date | None, Meta(description="The first day on which it did no longer; null where none is known.")
    ]
    digest: Annotated[str, Meta(description="Its legal digest: the same for texts that say the same.")]
    pages: Annotated[
        str,
        Meta(description="Where the pages of that first day are listed, with where the data of each is (kind: day)."),
    ]


class ComparedDocument(Struct, frozen=True, kw_only=True):
    """A document of which any two texts can be compared."""

    address: AddressOf
    printed: Printed
    texts: Annotated[tuple[ComparedText, ...], Meta(description="What it said, oldest first.")]


class CompareFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="compare"):
    """Which texts of which documents can be compared, and where each is."""

    format: Format
    code: _Of
    page: _Asked
    packs: Annotated[str, Meta(description="Where it is said in which files all texts of a document are together.")]
    documents: Annotated[tuple[ComparedDocument, ...], Meta(description="The documents, in the order of the Code.")]


class TermDays(Struct, frozen=True, kw_only=True):
    """Days on which a term stood, or is to stand."""

    start: Annotated[date, Meta(description="The first of them.")] = field(name="from")
    until: Annotated[
        date | None, Meta(description="The first day on which it stood no longer; null where none is known.")
    ]


class TermInTime(Struct, frozen=True, kw_only=True):
    """A defined term as it stood on some days, or is to stand."""

    names: Annotated[tuple[str, ...], Meta(description="Its names; it is sorted by the first.")]
    address: AddressOf
    defined_in: Annotated[
        str, Meta(description="The provision that defines it, or whose words introduce it, as printed.")
    ]
    scope: Annotated[str, Meta(description="How far it reaches: the Code, or to what it is limited, as printed.")]
    days: Annotated[tuple[TermDays, ...], Meta(description="When it stood so, oldest first.")]


class TermsInTimeFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="terms-in-time"):
    """The defined terms of every day: a term stands once for each place and reach that it had, with its days."""

    format: Format
    code: _Of
    terms: Annotated[tuple[TermInTime, ...], Meta(description="The terms, by the alphabet.")]


class SearchedDocument(Struct, frozen=True, kw_only=True):
    """A document by which what is found can be narrowed."""

    address: AddressOf
    printed: Printed


class SearchPart(Struct, frozen=True, kw_only=True):
    """Something of the search, and what it holds."""

    name: Annotated[str, Meta(description="What it is called; of a file, where it is, relative to the home page.")]
    holds: Annotated[str, Meta(description="What it holds.")]


class SearchFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="search"):
    """How a program asks the search, and how it reads the files out of which answers are found."""

    format: Format
    code: _Of
    page: _Asked
    asking: Annotated[tuple[str, ...], Meta(description="What is found by what is asked.")]
    documents: Annotated[tuple[SearchedDocument, ...], Meta(description="What `document` may be.")]
    kinds: Annotated[
        tuple[str, ...], Meta(description="What `kind` may be, in the order of their numbers in the index.")
    ]
    statuses: Annotated[tuple[str, ...], Meta(description="What `status` may be.")]
    index: _Where
    files: Annotated[tuple[SearchPart, ...], Meta(description="The files.")]
    fields: Annotated[tuple[SearchPart, ...], Meta(description="The fields of the index.")]
    reading: Annotated[tuple[str, ...], Meta(description="How numbers, lists and the other files are written.")]


class WrittenPart(Struct, frozen=True, kw_only=True):
    """A part of a page written by hand."""

    heading: Annotated[str, Meta(description="What stands above it; empty where nothing does.")]
    text: Annotated[
        tuple[str, ...], Meta(description="Its paragraphs, points and rows of tables; between cells there is a tab.")
    ]


class WrittenFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="written-by-hand"):
    """A page that is written by hand, about the website and not of the Code."""

    format: Format
    code: _Of
    title: Annotated[str, Meta(description="Its title.")]
    parts: Annotated[tuple[WrittenPart, ...], Meta(description="What it says, in order.")]
    about: Annotated[
        str,
        Meta(description="Where it is said what the Code is made of, of which day the site is, and when that changes."),
    ]
    description: Annotated[str, Meta(description="Where all data of the site is described.")]
    made_by: Annotated[str, Meta(description="What made the site, with its version.")]
