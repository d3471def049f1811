"""What is known of provisions besides their words: who they are, their effect, their history, what refers to them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from secc.ids import Address
from secc.timeline.force_model import State

What = Literal["inserted", "changed", "renumbered", "taken out"]


class By(Struct, frozen=True):
    """An operation of an instrument."""

    instrument: Annotated[str, Meta(description="The name of the instrument.")]
    paragraph: Annotated[str, Meta(description="The number of the operative paragraph.")]


class Status(Struct, frozen=True, omit_defaults=True):
    """The effect of a provision on the day, for everybody."""

    state: Annotated[State, Meta(description="One word for it.")]
    words: Annotated[str, Meta(description="The same in full: from when, for whom, why.")]
    since: Annotated[date | None, Meta(description="The day from which it is so; absent where none is known.")] = None
    by: Annotated[
        tuple[By, ...], Meta(description="The operations that it rests on, those that vary the text last.")
    ] = ()
    varied: Annotated[bool, Meta(description="Whether it has effect as if its words were others.")] = False


class Beside(Struct, frozen=True, kw_only=True):
    """What an instrument says beside a provision and changes nothing by: a saving, a decision to leave it as it is."""

    address: Annotated[str, Meta(description="The provision, paragraph or document that it is of.")]
    words: Annotated[str, Meta(description="All of it: saved: …; left unchanged on …: ….")]
    start: Annotated[date, Meta(description="The day from which it is said.")] = field(name="from")
    by: Annotated[By, Meta(description="The operation.")]


class Change(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A day on which a provision came to stand, or to read, as it did not before."""

    day: Annotated[date, Meta(description="The day from which it is so.")]
    what: Annotated[What, Meta(description="What happened to it.")]
    address: Annotated[str, Meta(description="Where it stands from that day; absent where it does no longer.")] = ""
    before: Annotated[str, Meta(description="Where it stood until then; absent where it did not.")] = ""
    by: Annotated[tuple[By, ...], Meta(description="The operations that did it.")] = ()


class Told(Struct, frozen=True):
    """All of it for one provision. `referred_to_by` are other provisions, each once, in the order of the Code.

    `next_change` is the next day on which its text or its effect changes. `beside` has what is said
    beside its paragraphs, too, and the savings of what it stands in.
    """

    identity: str = ""
    status: Status | None = None
    history: tuple[Change, ...] = ()
    referred_to_by: tuple[Address, ...] = ()
    next_change: date | None = None
    beside: tuple[Beside, ...] = ()


NOTHING = Told()
Facts = Callable[[Address], Told]
"""What is known of what stands at an address; `NOTHING` where nothing is."""


def facts_of(known: Facts, cited: Mapping[Address, tuple[Address, ...]]) -> Facts:
    """What is known, with the provisions that refer to each."""

    def facts(address: Address) -> Told:
        told, sources = known(address), cited.get(address, ())
        return replace(told, referred_to_by=sources) if sources else told

    return facts
