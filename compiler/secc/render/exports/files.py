"""Whole files of data: a document, a provision, a defined term. Each says what it is, and by which version of its form.

`format` changes when what a program reads changes its meaning; what is only added does not change it.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from secc.code.settings import Settings
from secc.render.exports.blocks import Block, DefinitionBlock, Identity, ProvisionBlock
from secc.render.exports.facts import Beside, By, Change, Status
from secc.timeline.force_model import State

Format = Annotated[Literal[1], Meta(description="The version of this form. What is only added does not change it.")]
AsAt = Annotated[
    date | None,
    Meta(
        description="The day the law is asked about; null where the text is that of the files. On the website it is"
        " null but in index.json, so that a file changes only when what it says does."
    ),
]
Known = Annotated[
    date | None, Meta(description="The day by which instruments had been recorded; null for everything recorded.")
]
NextChange = Annotated[
    date | None,
    Meta(description="The next day on which this text or its effect changes, or may change; null where none is known."),
]
AddressOf = Annotated[str, Meta(description="The address, such as section-H/H14.31.")]
Printed = Annotated[str, Meta(description="As it is printed: Section H14.31.")]
Cited = Annotated[tuple[str, ...], Meta(description="The addresses that it refers to, each once.")]
Citing = Annotated[tuple[str, ...], Meta(description="The addresses of the provisions outside it that refer to it.")]
Whole = Annotated[tuple[Change, ...], Meta(description="Its changes, past and decided, oldest first.")]
Effect = Annotated[Status | None, Meta(description="Its effect on the day; null where nothing is known of time.")]


class TheCode(Struct, frozen=True):
    """The Code that it is of."""

    title: Annotated[str, Meta(description="The title of the Code.")]
    short: Annotated[str, Meta(description="Its short name.")]
    notice: Annotated[str, Meta(description="What readers are to be told of its standing; may be empty.")]


def the_code(settings: Settings) -> TheCode:
    """The Code by its settings; the notice on one line."""
    return TheCode(settings.title, settings.short, " ".join(settings.notice.split()))


class Holder(Struct, frozen=True):
    """What a provision stands in."""

    address: AddressOf
    printed: Printed
    title: Annotated[str, Meta(description="Its title, plain.")]


class DocumentFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="document"):
    """A whole document of the Code."""

    format: Format
    code: Annotated[TheCode, Meta(description="The Code that it is of.")]
    as_at: AsAt
    known: Known
    next_change: NextChange
    address: AddressOf
    printed: Printed
    title: Annotated[str, Meta(description="Its title, plain.")]
    known_as: Annotated[str, Meta(description="Its short name; may be empty.")]
    version: Annotated[str, Meta(description="Its version, as its administrator numbers it; may be empty.")]
    digest: Annotated[str, Meta(description="Its legal digest: the same for texts that say the same.")]
    identity: Identity
    status: Effect
    history: Whole
    refers_to: Cited
    referred_to_by: Citing
    beside: Annotated[
        tuple[Beside, ...],
        Meta(description="What instruments say beside it and what stands in it, and change nothing by."),
    ]
    content: Annotated[tuple[Block, ...], Meta(description="What stands in it, in order.")]


class ForSomeThen(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a clause or definition says, on some days, to those for whom it reads otherwise than for everybody."""

    key: Annotated[str, Meta(description="For whom, as addresses of the website write it: region=North.")]
    words: Annotated[str, Meta(description="For whom, in words: region “North”.")]
    start: Annotated[date, Meta(description="The first day on which it says this to them.")] = field(name="from")
    until: Annotated[
        date | None, Meta(description="The first day on which it says it no longer; absent where none is known.")
    ] = None
    content: Annotated[
        tuple[Block, ...],
        Meta(description="It as it reads for them, without what is known of it; absent where it is left out."),
    ] = ()


class InsideThen(Struct, frozen=True, kw_only=True):
    """A paragraph with another effect than the clause or definition in which it stands."""

    label: Annotated[str, Meta(description="Its label: (a)(i).")]
    words: Annotated[str, Meta(description="Its effect in full.")]


class EffectSince(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The effect of a clause or definition from a day on, until the next day of which something is said."""

    start: Annotated[date, Meta(description="The day from which it is so.")] = field(name="from")
    state: Annotated[State, Meta(description="One word for it.")]
    words: Annotated[str, Meta(description="The same in full: from when, for whom, why.")]
    by: Annotated[tuple[By, ...], Meta(description="The operations that begin or end then.")] = ()
    varied: Annotated[
        tuple[By, ...], Meta(description="The operations by which it has effect then, for anybody, as if it said else.")
    ] = ()
    inside: Annotated[tuple[InsideThen, ...], Meta(description="The paragraphs of which something else is so.")] = ()


class ProvisionFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="provision"):
    """A provision: a division, a sub-section, a clause or a definition, with what stands in it."""

    format: Format
    code: Annotated[TheCode, Meta(description="The Code that it is of.")]
    as_at: AsAt
    known: Known
    next_change: NextChange
    printed: Printed
    within: Annotated[tuple[Holder, ...], Meta(description="What it stands in, the document first.")]
    heading: Annotated[str, Meta(description="The heading without a number above it; may be empty.")]
    refers_to: Cited
    beside: Annotated[
        tuple[Beside, ...],
        Meta(
            description="What instruments say beside it or its paragraphs and change nothing by, and the savings of"
            " what it stands in."
        ),
    ]
    provision: Annotated[ProvisionBlock, Meta(description="Its words, with all that is known of it.")]
    effects: Annotated[
        tuple[EffectSince, ...],
        Meta(
            description="Of a clause, its effect from each day on which that became another, past and to come, oldest"
            " first; empty where it always has effect as part of the text, and of what is no clause."
        ),
    ]
    for_some: Annotated[
        tuple[ForSomeThen, ...],
        Meta(
            description="Of a clause, what it says to those for whom it reads otherwise than for everybody: on the"
            " day, on days before and on days to come, oldest first."
        ),
    ]


class MeaningOf(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a term means within its scope."""

    names: Annotated[tuple[str, ...], Meta(description="Its names; the first is the one it is sorted by.")]
    scope: Annotated[str, Meta(description="How far it reaches: the Code, its document, its clause.")]
    within: Annotated[str, Meta(description="The address to which its scope limits it; absent for the Code.")] = ""
    namespace: Annotated[
        str, Meta(description="The name of the document whose own meaning it is; absent where it has none.")
    ] = ""
    defined_in: Annotated[str, Meta(description="The address of the definition, or of the provision that defines it.")]
    given_in: Annotated[
        str, Meta(description="The address of the provision that gives the meaning, where it only points there.")
    ] = ""
    next_change: NextChange = None
    definition: Annotated[
        DefinitionBlock | None,
        Meta(description="Its words, with all that is known of it; absent where it stands in another provision."),
    ] = None
    used_in: Annotated[tuple[str, ...], Meta(description="The addresses of the provisions that use it.")] = ()
    effects: Annotated[
        tuple[EffectSince, ...],
        Meta(
            description="The effect of the definition from each day on which that became another, past and to come,"
            " oldest first; absent where it always has effect as part of the text."
        ),
    ] = ()
    for_some: Annotated[
        tuple[ForSomeThen, ...],
        Meta(
            description="What the definition says to those for whom it reads otherwise than for everybody: on the day,"
            " on days before and on days to come, oldest first; absent where it does for nobody."
        ),
    ] = ()


class DefinitionFile(Struct, frozen=True, kw_only=True, tag_field="kind", tag="definition"):
    """A name that is defined, with every meaning that it has."""

    format: Format
    code: Annotated[TheCode, Meta(description="The Code that it is of.")]
    as_at: AsAt
    known: Known
    name: Annotated[str, Meta(description="The name.")]
    meanings: Annotated[tuple[MeaningOf, ...], Meta(description="Its meanings, in the order of the Code.")]
