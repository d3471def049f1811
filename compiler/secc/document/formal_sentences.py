"""Each operation as an operative paragraph, in the form of UK drafting.

What changes words is an order ("for … substitute …"), what changes effect says what shall be so, and dates, scope and
authority that the paragraph has of its own stand before it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from msgspec import structs

from secc.document.formal_said import Called, numbered, scope_said, when_said
from secc.document.typography import curled
from secc.ids import Address
from secc.instruments.model import (
    Action,
    AfterPlace,
    BeforePlace,
    Cancel,
    Cease,
    Commence,
    Decide,
    Designate,
    Disapply,
    Extend,
    Fact,
    FixOperation,
    FixProvision,
    Force,
    InsertProvisions,
    InstrumentKind,
    Join,
    Move,
    NoChange,
    Occurs,
    Operation,
    Outside,
    ReadAs,
    Redesignate,
    Remark,
    RenameTerm,
    Renumber,
    Resume,
    Save,
    Split,
    StagedRename,
    States,
    Suspend,
    Vary,
    Withdraw,
)
from secc.instruments.patterns import PRINTED_DATE
from secc.instruments.places import One
from secc.instruments.printing import printed_place, printed_provisions, sentence, text_of
from secc.instruments.printing_operations import printed_action
from secc.instruments.printing_places import printed_in, printed_span
from secc.instruments.printing_when import listed
from secc.instruments.printing_wording import printed_position
from secc.instruments.when import InstrumentRef
from secc.timeline.dates import printed_day

_BEGINNINGS = frozenset("After At Before For In Move Omit Revoke".split())
"""Words that begin a paragraph and are small within one."""


class Sentences:
    """Words operations. `annexes` says, by its path, which annex a text is and what the document there is called."""

    def __init__(self, kind: InstrumentKind, annexes: Mapping[str, tuple[str, str]], called: Called) -> None:
        self._kind = kind
        self._annexes = annexes
        self._called = called

    def of(self, operation: Operation) -> str:
        """The paragraph; it ends with a colon where what the operation sets out is to follow."""
        said = _varied(operation) or self._own(operation.action) or _ordered(operation)
        stop = ":" if text_of(operation.action) is not None else "."
        main = curled(said).rstrip(":.") + (stop if not said.endswith("…") else "")
        before = ", ".join(self._modifiers(operation))
        if not before:
            return main[0].upper() + main[1:]
        first = main.partition(" ")[0]
        return f"{before}, {main[0].lower() + main[1:] if first in _BEGINNINGS else main}"

    def _modifiers(self, operation: Operation) -> Iterator[str]:
        said = []
        if operation.under:
            said.append(f"under {listed(operation.under)}")
        if operation.starts is not None:
            said.append(f"with effect from {when_said(operation.starts, self._called)}")
        if operation.ends is not None:
            said.append(f"until {when_said(operation.ends, self._called)}")
        if operation.scope is not None and operation.scope.limits:
            said.append(f"for {scope_said(operation.scope)}")
        if said:
            yield said[0][0].upper() + said[0][1:]
            yield from said[1:]

    def _own(self, action: Action) -> str:
        """The words of what is not simply ordered as it is written; empty for the rest."""
        if isinstance(action, get_args(Force)):
            return self._force(action)
        if isinstance(action, get_args(Fact)):
            return self._fact(action)
        if isinstance(action, get_args(Remark)):
            return self._remark(action)
        return self._wording(action)

    def _wording(self, action: Action) -> str:
        match action:
            case Designate() | Redesignate():
                return self._designated(action)
            case InsertProvisions(position=AfterPlace() | BeforePlace() as position):
                return f"{printed_position(position)} insert"
            case Renumber(place, label, last, last_label):
                return f"renumber {printed_span(place, last)} as {numbered(place.address, label, last_label)}"
            case Move():
                return _moved(action)
            case Split(place, before, label):
                number = numbered(place.address, label)
                return f"split {printed_place(place)} before “{before.text}”, the second part to be {number}"
            case Join(place, to):
                number = place.address.path[-1]
                return f"join {printed_place(place)} to the end of {printed_place(to)}, omitting the number {number}"
            case RenameTerm(old, new, documents):
                where = printed_provisions(tuple(One(Address(each)) for each in documents)) if documents else "the Code"
                return f"for “{old}”, wherever that term is used in {where}, substitute “{new}”"
            case _:
                return ""

    def _designated(self, action: Designate | Redesignate) -> str:
        annex, title = self._annexes.get(action.annex, ("", ""))
        form = f"in the form set out at Annex {annex}" if annex else f"in the form set out at {action.annex}"
        called, version = action.document.printed, f" (version {action.version})" if action.version else ""
        if isinstance(action, Redesignate):
            known = f"the {title} ({called})" if title else called
            return f"{known} is re-designated and incorporated into the Code{version} {form}"
        known = f"the {title}" if title else called
        return f"{known} is designated and incorporated into the Code as {called}{version} {form}"

    def _force(self, action: Action) -> str:
        match action:
            case Commence(provisions):
                return f"{printed_provisions(provisions)} shall have effect"
            case Cease(provisions):
                return f"{printed_provisions(provisions)} shall cease to have effect"
            case Extend(provisions, end, shorter):
                verb = "have effect only" if shorter else "continue to have effect"
                return f"{printed_provisions(provisions)} shall {verb} until {when_said(end, self._called)}"
            case Cancel(operation):
                return f"{self._called(operation)} shall cease to have effect"
            case Disapply(provisions):
                return f"{printed_provisions(provisions)} shall not apply"
            case Suspend(provisions):
                return f"{printed_provisions(provisions)} shall not have effect until effect is restored"
            case Resume(provisions):
                return f"{printed_provisions(provisions)} shall have effect again"
            case _:
                raise AssertionError(f"{type(action).__name__} is no operation on the effect")

    def _fact(self, action: Action) -> str:
        match action:
            case Occurs(event, day):
                return f"the event “{event}” occurs on {printed_day(day)}"
            case FixOperation(operation, day):
                return f"the date in {self._called(operation)} is {printed_day(day)}"
            case FixProvision(place, day):
                return f"the date for the purposes of {printed_place(place)} is {printed_day(day)}"
            case Decide(instrument, day):
                return f"{self._called(InstrumentRef(instrument))} is decided on {printed_day(day)}"
            case Withdraw(what):
                return f"{self._called(what)} is withdrawn"
            case States(place, operation):
                return f"{printed_place(place)} states the date in {self._called(operation)}"
            case _:
                raise AssertionError(f"{type(action).__name__} is no fact")

    def _remark(self, action: Action) -> str:
        match action:
            case StagedRename(old, new):
                return f"in each Appendix, when it is next re-designated, “{new}” is to take the place of “{old}”"
            case Save(words):
                return f"nothing in this {self._kind} affects {_dated(words)}"
            case ReadAs(place, words, as_words):
                return f"{printed_in(place)}, “{words}” is to be read as “{as_words}”"
            case NoChange(place, words):
                return f"no change is made to {printed_place(place)}" + (f": {_dated(words)}" if words else "")
            case Outside(words):
                return f"outside the Code, {_dated(words)}"
            case _:
                raise AssertionError(f"{type(action).__name__} is no remark")


def _ordered(operation: Operation) -> str:
    """As it is written, without what stands before it in the formal text."""
    return sentence(structs.replace(operation, starts=None, ends=None, scope=None, under=()))


def _moved(action: Move) -> str:
    said = printed_action(structs.replace(action, label=""))
    if not action.label:
        return said
    there = action.into.address if action.into is not None else action.place.address
    return f"{said}, and renumber it as {numbered(there, action.label)}"


def _varied(operation: Operation) -> str:
    """A variation; empty for another operation."""
    if not isinstance(operation.action, Vary):
        return ""
    place, _, rest = _ordered(operation).partition(" as if ")
    return f"{place.removeprefix('Vary ')} shall have effect as if {rest}"


def _dated(words: str) -> str:
    """Free words with their days written out."""
    return PRINTED_DATE.sub(lambda found: printed_day(date.fromisoformat(found.group())), words)
