"""Prints what an operation on the wording does, without its number, modifiers and the text that it sets out."""

from functools import singledispatch

from secc.ids import Address
from secc.instruments.model import (
    Action,
    AfterPlace,
    AfterWords,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    BeforeWords,
    Designate,
    InsertProvisions,
    InsertWords,
    Join,
    Move,
    OmitProvisions,
    OmitWords,
    Position,
    Quoted,
    Redesignate,
    RenameTerm,
    Renumber,
    Revoke,
    Split,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Which,
    Words,
)
from secc.instruments.places import One
from secc.instruments.printing_places import printed_in, printed_place, printed_provisions, printed_span
from secc.instruments.printing_when import quoted


@singledispatch
def printed_action(action: Action) -> str:
    """What an operation does; a text that it sets out follows on lines of its own.

    For operations that are not on the wording it has to be imported from `printing_operations`.
    """
    raise NotImplementedError(f"{type(action).__name__} has no sentence")


# On the wording


@printed_action.register
def _designate(action: Designate) -> str:
    return f"designate {_designated(action)}"


@printed_action.register
def _redesignate(action: Redesignate) -> str:
    return f"re-designate {_designated(action)}"


@printed_action.register
def _revoke(action: Revoke) -> str:
    return f"revoke {action.document.printed}"


@printed_action.register
def _insert_words(action: InsertWords) -> str:
    return f"{printed_in(action.place)}, {printed_position(action.position)} insert {quoted(action.words)}"


@printed_action.register
def _insert_provisions(action: InsertProvisions) -> str:
    return f"{printed_in(action.place)}, {printed_position(action.position)} insert"


@printed_action.register
def _substitute_words(action: SubstituteWords) -> str:
    return f"{printed_in(action.place)}, for {printed_words(action.old)} substitute {quoted(action.new)}"


@printed_action.register
def _substitute_provisions(action: SubstituteProvisions) -> str:
    return f"for {printed_span(action.place, action.last)} substitute"


@printed_action.register
def _substitute_heading(action: SubstituteHeading) -> str:
    return f"for {printed_place(action.place)} substitute {quoted(action.new)}"


@printed_action.register
def _omit_words(action: OmitWords) -> str:
    return f"{printed_in(action.place)}, omit {printed_words(action.words).removesuffix(',')}"


@printed_action.register
def _omit_provisions(action: OmitProvisions) -> str:
    return f"omit {printed_span(action.place, action.last)}{printed_keeping(action)}"


@printed_action.register
def _move(action: Move) -> str:
    into = printed_place(action.into) if action.into is not None else ""
    if isinstance(action.to, AtEnd | AtBeginning):
        edge = "to the end" if isinstance(action.to, AtEnd) else "to the beginning"
        goal = f"{edge} of {into}" if into else edge
    else:
        goal = f"to {into}, {printed_position(action.to)}" if into else f"to {printed_position(action.to)}"
    label = f", as {action.label}" if action.label else ""
    return f"move {printed_span(action.place, action.last)} {goal}{label}"


@printed_action.register
def _renumber(action: Renumber) -> str:
    last = f" to {action.last_label}" if action.last_label else ""
    return f"renumber {printed_span(action.place, action.last)} as {action.label}{last}"


@printed_action.register
def _split(action: Split) -> str:
    words = printed_words(action.before).removesuffix(",")
    return f"split {printed_place(action.place)} before {words}, the second part to be {action.label}"


@printed_action.register
def _join(action: Join) -> str:
    return f"join {printed_place(action.place)} to {printed_place(action.to)}"


@printed_action.register
def _rename(action: RenameTerm) -> str:
    documents = tuple(One(Address(each)) for each in action.documents)
    where = f" in {printed_provisions(documents)}" if documents else ""
    return f"rename {quoted(action.old)} as {quoted(action.new)}{where}"


# Parts of sentences


def _designated(action: Designate | Redesignate) -> str:
    version = f" as version {action.version}" if action.version else ""
    return f"{action.document.printed}{version}, in the form set out at {action.annex}"


def printed_words(words: Quoted) -> str:
    """Words, and which; with a comma behind `in each place it occurs`, which the sentence goes on after."""
    match words:
        case Stretch(first, last):
            return f"the words from {quoted(first)} to {quoted(last) if last else 'the end'}"
        case Words(text, which):
            return quoted(text) if which is Which.ONCE else f"{quoted(text)}, {which},"


def printed_position(position: Position) -> str:
    """Where something goes: `after "A"`, `at the end`."""
    match position:
        case AtEnd():
            return "at the end"
        case AtBeginning():
            return "at the beginning"
        case AppropriatePlace():
            return "at the appropriate place"
        case AfterWords(words):
            return f"after {printed_words(words)}"
        case BeforeWords(words):
            return f"before {printed_words(words)}"
        case AfterPlace(place):
            return f"after {printed_place(place)}"
        case BeforePlace(place):
            return f"before {printed_place(place)}"


def printed_keeping(action: OmitProvisions) -> str:
    """`, keeping the number as [Not used]`, where the number is kept."""
    return f", keeping the number as {action.keeping}" if action.keeping else ""
