"""What is said of a provision's effect, and how it is said."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from secc.instruments.model import Scope
from secc.instruments.printing_when import printed_operations
from secc.instruments.when import OperationRef
from secc.timeline.scopes import EVERYBODY, Extent, joined, printed_scope


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


class Variation(Struct, frozen=True):
    """A provision has effect as if something had been done to its words; or would, if not `refused`, which says why."""

    ref: OperationRef
    words: str
    refused: str = ""


class Remark(Struct, frozen=True):
    """What an operation says beside a provision, in words: `its date is fixed as 31 July 2015`.

    `doubt` is why it is not known to hold, where it is not.
    """

    ref: OperationRef
    words: str
    doubt: str = ""


class Part(Struct, frozen=True):
    """The effect for some. `why` goes on from the name of the state: ` from 24 April 2015 (…)`, `: waits for …`.

    `since` is the day from which it is so, where one is known; `by` are the operations that it rests on; `named` is
    false where nothing is said of them.
    """

    extents: tuple[Extent, ...]
    state: State
    why: str
    since: date | None = None
    by: tuple[OperationRef, ...] = ()
    varied: tuple[Variation, ...] = ()
    named: bool = True
    beside: tuple[Remark, ...] = ()

    @property
    def gist(self) -> object:
        """The state, what varies and what is said beside; not why."""
        return self.state, tuple(map(_who_varies, self.varied)), self.beside

    @property
    def turn(self) -> object:
        """The same with the operations by which what is decided is so."""
        is_decided = self.state not in (State.NOT_YET, State.UNKNOWN)
        return self.gist, (self.since, self.by) if is_decided else None


class Force(Struct, frozen=True):
    """The effect of a provision on a day for everybody in `scope`, in parts that differ; those since earlier first.

    Where `leaves_out`, there are others in the scope of whom no commencement says anything.
    """

    scope: Scope
    parts: tuple[Part, ...]
    leaves_out: bool = False

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
        """Every variation live for anybody, whether or not it can be carried out on the text."""
        return tuple(dict.fromkeys(each for part in self.parts for each in part.varied))

    @property
    def is_varied(self) -> bool:
        """Whether the text has any of them carried out on it."""
        return any(not each.refused for each in self.varied)

    @property
    def beside(self) -> tuple[Remark, ...]:
        """All that is said beside it, for anybody."""
        return tuple(dict.fromkeys(each for part in self.parts for each in part.beside))

    @property
    def is_plain(self) -> bool:
        """Whether it is in effect for everybody, and nothing else is to be told."""
        return self.state is State.IN_EFFECT and not self.varied and not self.beside

    @property
    def refs(self) -> tuple[OperationRef, ...]:
        """The operations that the answer rests on, each once, variations and what is said beside it last."""
        refs = [ref for part in self.parts for ref in part.by]
        return tuple(dict.fromkeys([*refs, *(each.ref for each in self.varied), *(each.ref for each in self.beside)]))

    @property
    def gist(self) -> object:
        """What tells it from another: who is in which state, what varies it and is said beside it; not why."""
        return tuple((each.extents, each.gist) for each in self.parts)

    @property
    def turn(self) -> object:
        """What tells it from that of the day before, in a history: by which operations, too, what is decided is so."""
        return tuple((each.extents, each.turn) for each in self.parts)

    @property
    def in_words(self) -> str:
        """`in effect for region "South" from 8 November 2016 (…); for region "North" from 25 November 2016 (…)`."""
        alike: dict[tuple[State, str], list[Part]] = {}
        for part in self.parts:
            alike.setdefault((part.state, part.why), []).append(part)
        words: list[str] = []
        before: State | None = None
        for (state, why), parts in sorted(alike.items(), key=self._are_left):
            said = f"{'' if state is before else state}{self._for_whom(parts)}{why}"
            words.append(said.strip())
            before = state
        return "; ".join([*words, *self._variations(), *map(self._said, self.beside)])

    def _for_whom(self, parts: Sequence[Part]) -> str:
        """` for region "North" and everybody else`; empty where it is everybody who was asked about."""
        if len(parts) == len(self.parts) and not self.leaves_out:
            return f" for {printed_scope(self.scope)}" if self.scope.limits else ""
        return f" for {_listed([_printed(extent, self.scope) for extent in _joined(parts)])}"

    def _are_left(self, alike: tuple[tuple[State, str], list[Part]]) -> bool:
        """Whether those who are left beside others are among some: they are named last."""
        return any(extent.but_not and extent.scope == self.scope for part in alike[1] for extent in part.extents)

    def _said(self, remark: Remark) -> str:
        whom = self._of_whom([part for part in self.parts if remark in part.beside])
        return f"{remark.words}{whom}, by {remark.ref}{f': {remark.doubt}' if remark.doubt else ''}"

    def _of_whom(self, live: Sequence[Part]) -> str:
        return f" for {_listed([each.printed for each in _joined(live)])}" if len(live) < len(self.parts) else ""

    def _variations(self) -> Iterator[str]:
        """Those that are for the same together, by instrument."""
        alike: dict[tuple[str, str, str], list[OperationRef]] = {}
        for each in self.varied:
            whom = self._of_whom([part for part in self.parts if each in part.varied])
            alike.setdefault((whom, each.words, each.refused), []).append(each.ref)
        for (whom, words, refused), refs in alike.items():
            by = f"{whom} by {', and by '.join(printed_operations(refs))}"
            if refused:
                yield f"not varied{by}, which cannot be carried out: {refused}"
            else:
                yield f"varied{by}{': ' + words if words else ''}"


def _who_varies(variation: Variation) -> tuple[OperationRef, bool]:
    return variation.ref, not variation.refused


def printed_refs(refs: Sequence[OperationRef]) -> str:
    """` (paragraph 1 of …)`, ` (paragraphs 1 and 2 of …, paragraph 1 of …)`, each once; empty where there is none."""
    return f" ({', '.join(printed_operations(refs))})" if refs else ""


def _joined(parts: Sequence[Part]) -> tuple[Extent, ...]:
    return joined([extent for part in parts for extent in part.extents])


def _listed(printed: Sequence[str]) -> str:
    """Those who are meant, apart from one another where one has an "and", or leaves some out."""
    is_long = any(word in each for each in printed for word in (" and ", " outside ", " other than "))
    return (", and for " if is_long else " and ").join(printed)


def _printed(extent: Extent, scope: Scope) -> str:
    if extent.but_not and extent.scope == scope:
        return "everybody else" if scope == EVERYBODY else f"others in {printed_scope(scope)}"
    return extent.printed
