"""What the formal text of an instrument calls things: other instruments, times, numbers, annexes."""

from collections.abc import Callable, Mapping
from string import ascii_uppercase
from typing import assert_never

from secc.document.typography import curled
from secc.ids import Address, DocumentKind
from secc.instruments.model import Instrument, Scope
from secc.instruments.printing import printed_scope
from secc.instruments.printing_when import listed
from secc.instruments.when import (
    After,
    AnyRef,
    Directed,
    Earlier,
    Effect,
    Event,
    IfDecided,
    Later,
    Never,
    On,
    OperationRef,
    When,
)
from secc.timeline.dates import printed_day

Called = Callable[[AnyRef], str]
"""What an instrument, or a paragraph of one, is called."""


def called_among(instruments: Mapping[str, Instrument], own: Instrument) -> Called:
    """Names instruments by their kind and title, and what is in `own` by its paragraph alone."""

    def called(ref: AnyRef) -> str:
        paragraph = f"paragraph {ref.number}" if isinstance(ref, OperationRef) else ""
        if ref.instrument == own.name:
            return paragraph or f"this {own.kind}"
        found = instruments.get(ref.instrument)
        said = f"the {found.kind} “{curled(found.title)}” ({found.name})" if found is not None else ref.instrument
        return f"{paragraph} of {said}" if paragraph else said

    return called


def when_said(when: When, called: Called) -> str:
    """A time, to stand behind `from` or `until`: `1 October 2018`, `the day on which “DCC Live” occurs`."""
    match when:
        case On(day):
            return printed_day(day)
        case Event(name):
            return f"the day on which the event “{curled(name)}” occurs"
        case Never():
            return "no day (it is never to have effect)"
        case Effect(of):
            return f"the day on which {called(of)} has effect"
        case IfDecided(cases):
            said = [f"{printed_day(day)}, if it is decided by {printed_day(by)}" for day, by in cases]
            return "; otherwise from ".join(said)
        case Earlier() | Later() | After() | Directed():
            return _compound(when, called)
    assert_never(when)


def _compound(when: Earlier | Later | After | Directed, called: Called) -> str:
    match when:
        case Earlier(of):
            return f"the earlier of {listed([when_said(each, called) for each in of])}"
        case Later(of):
            return f"the later of {listed([when_said(each, called) for each in of])}"
        case After(count, unit, start):
            return f"{count} {unit}{'s' * (count != 1)} after {when_said(start, called)}"
        case Directed(default):
            return f"{when_said(default, called)}, or such later date as is directed"


def scope_said(scope: Scope) -> str:
    """To whom: `region “North”`."""
    return curled(printed_scope(scope))


def numbered(address: Address, first: str, last: str = "") -> str:
    """A number that a provision is given, as it is then called: `Clause 2`, `Sections M10 to M11`."""
    plural = "s" if last else ""
    if first.startswith("("):
        noun = "paragraph"
    elif address.document.kind is DocumentKind.SECTION and first.startswith(address.document.label):
        noun = "Section"
    else:
        noun = "Clause"
    return f"{noun}{plural} {first}" + (f" to {last}" if last else "")


def annex_letter(place: int) -> str:
    """`A` for the first, 0; `AA` behind `Z`."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return letters
