"""What is said of a provision's effect, and how it is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secc.instruments.model import Scope
from secc.instruments.when import OperationRef
from secc.timeline.scopes import EVERYBODY, Extent, printed_scope


class State(StrEnum):
    """What a provision's effect is, as it is said of it."""

    IN_EFFECT = "in effect"
    IN_PART = "in effect in part"
    NOT_YET = "not yet in effect"
    SUSPENDED = "suspended"
    DISAPPLIED = "disapplied"
    CEASED = "ceased to have effect"
    UNKNOWN = "not known to be in effect"
    DIFFERS = "in effect for some"


@dataclass(frozen=True, slots=True)
class Variation:
    """A provision has effect as if something had been done to its words."""

    ref: OperationRef
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """The effect for some. `why` goes on from the name of the state: ` from 24 April 2015 (…)`, `: waits for …`.

    `since` is the day from which it is so, where one is known; `named` is false where nothing is said of them.
    """

    extents: tuple[Extent, ...]
    state: State
    why: str
    since: date | None = None
    varied: tuple[Variation, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class Force:
    """The effect of a provision on a day for everybody in `scope`, in parts that differ; those since earlier first."""

    scope: Scope
    parts: tuple[Part, ...]

    @property
    def state(self) -> State:
        """One word for all: DIFFERS where it is in effect for some and not for others."""
        states = {each.state for each in self.parts}
        if len(states) == 1:
            return self.parts[0].state
        if states & {State.IN_EFFECT, State.IN_PART}:
            return State.DIFFERS
        return State.UNKNOWN if State.UNKNOWN in states else min(states, key=list(State).index)

    @property
    def varied(self) -> tuple[Variation, ...]:
        """Every variation live for anybody."""
        return tuple(dict.fromkeys(each for part in self.parts for each in part.varied))

    @property
    def in_words(self) -> str:
        """`in effect for region "South" from 8 November 2016 (…); for region "North" from 25 November 2016 (…)`."""
        words: list[str] = []
        before: State | None = None
        for part in self.parts:
            state = "" if part.state is before else str(part.state)
            said = f"{state}{_for_whom(part, self.scope)}{part.why}{_varied(part.varied)}"
            words.append(said.strip())
            before = part.state
        return "; ".join(words)


def printed_refs(refs: Sequence[OperationRef]) -> str:
    """` (paragraph 1 of …)`, each once; empty where there is none."""
    return f" ({', '.join(map(str, dict.fromkeys(refs)))})" if refs else ""


def _for_whom(part: Part, scope: Scope) -> str:
    if part.extents == (Extent(scope),):
        return f" for {printed_scope(scope)}" if scope.limits else ""
    return f" for {' and '.join(_printed(each, scope) for each in part.extents)}"


def _printed(extent: Extent, scope: Scope) -> str:
    if extent.but_not and extent.scope == scope:
        return "everybody else" if scope == EVERYBODY else f"others in {printed_scope(scope)}"
    return extent.printed


def _varied(variations: Sequence[Variation]) -> str:
    return "".join(f"; varied by {each.ref}{': ' + each.words if each.words else ''}" for each in variations)
