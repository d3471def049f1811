"""Prints what an operation on the effect does, facts and remarks; with those on the wording, every operation."""

from secc.instruments.model import (
    Cancel,
    Cease,
    Commence,
    Decide,
    Disapply,
    Extend,
    FixOperation,
    FixProvision,
    InsertProvisions,
    InsertWords,
    NoChange,
    Occurs,
    OmitProvisions,
    OmitWords,
    Outside,
    Quoted,
    ReadAs,
    Resume,
    Save,
    StagedRename,
    States,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Suspend,
    Vary,
    Withdraw,
)
from secc.instruments.places import Place
from secc.instruments.printing_places import printed_in, printed_place, printed_provisions, printed_span
from secc.instruments.printing_when import printed_when, quoted
from secc.instruments.printing_wording import printed_action, printed_keeping, printed_position, printed_words

__all__ = ["printed_action"]


# On the effect


@printed_action.register
def _commence(action: Commence) -> str:
    return f"commence {printed_provisions(action.provisions)}"


@printed_action.register
def _cease(action: Cease) -> str:
    return f"cease {printed_provisions(action.provisions)}"


@printed_action.register
def _extend(action: Extend) -> str:
    verb = "shorten" if action.shorter else "extend"
    return f"{verb} {printed_provisions(action.provisions)} until {printed_when(action.end)}"


@printed_action.register
def _cancel(action: Cancel) -> str:
    return f"cancel {action.operation}"


@printed_action.register
def _disapply(action: Disapply) -> str:
    return f"disapply {printed_provisions(action.provisions)}"


@printed_action.register
def _suspend(action: Suspend) -> str:
    return f"suspend {printed_provisions(action.provisions)}"


@printed_action.register
def _resume(action: Resume) -> str:
    return f"resume {printed_provisions(action.provisions)}"


@printed_action.register
def _vary(action: Vary) -> str:
    return f"vary {printed_place(action.place)} as if {_as_if(action)}"


# Facts and remarks


@printed_action.register
def _occurs(action: Occurs) -> str:
    return f"event {quoted(action.event)} occurs on {action.day}"


@printed_action.register
def _fix_operation(action: FixOperation) -> str:
    return f"fix the date in {action.operation} as {action.day}"


@printed_action.register
def _fix_provision(action: FixProvision) -> str:
    return f"fix the date in {printed_place(action.place)} as {action.day}"


@printed_action.register
def _decide(action: Decide) -> str:
    return f"decide {action.instrument} on {action.day}"


@printed_action.register
def _withdraw(action: Withdraw) -> str:
    return f"withdraw {action.what}"


@printed_action.register
def _states(action: States) -> str:
    return f"{printed_place(action.place)} states the date in {action.operation}"


@printed_action.register
def _staged_rename(action: StagedRename) -> str:
    return f"rename {quoted(action.old)} as {quoted(action.new)} in each Appendix when it is next re-designated"


@printed_action.register
def _save(action: Save) -> str:
    return f"save {action.words}"


@printed_action.register
def _read_as(action: ReadAs) -> str:
    return f"{printed_in(action.place)}, read {quoted(action.words)} as {quoted(action.as_words)}"


@printed_action.register
def _no_change(action: NoChange) -> str:
    return f"no change to {printed_place(action.place)}" + (f": {action.words}" if action.words else "")


@printed_action.register
def _outside(action: Outside) -> str:
    return f"outside the Code, {action.words}"


def _as_if(action: Vary) -> str:
    """What a place has effect as if it had been done to it."""
    match action.as_if:
        case SubstituteWords(place, old, new):
            return f"{_elsewhere(place, action)}for {printed_words(old)} there were substituted {quoted(new)}"
        case InsertWords(place, position, words):
            return f"{_elsewhere(place, action)}{printed_position(position)} there were inserted {quoted(words)}"
        case InsertProvisions(place, position):
            return f"{_elsewhere(place, action)}{printed_position(position)} there were inserted"
        case OmitWords(place, words):
            return f"{_elsewhere(place, action)}{_the_words(words)} were omitted"
        case SubstituteProvisions(place, _, last):
            whole = place == action.place and last is None
            return f"for {'it' if whole else printed_span(place, last)} there were substituted"
        case SubstituteHeading(place, new):
            return f"for {printed_place(place)} there were substituted {quoted(new)}"
        case OmitProvisions(place, _, last):
            return f"{printed_span(place, last)} were omitted{printed_keeping(action.as_if)}"


def _elsewhere(place: Place, action: Vary) -> str:
    return "" if place == action.place else f"{printed_in(place)}, "


def _the_words(words: Quoted) -> str:
    return printed_words(words) if isinstance(words, Stretch) else f"the words {printed_words(words)}"
