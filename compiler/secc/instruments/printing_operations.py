"""Prints what an operation does, as a sentence without its number, modifiers and the text that it sets out."""

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
    Cancel,
    Cease,
    Commence,
    Decide,
    Designate,
    Disapply,
    Extend,
    FixOperation,
    FixProvision,
    InsertProvisions,
    InsertWords,
    Join,
    Move,
    NoChange,
    Occurs,
    OmitProvisions,
    OmitWords,
    Outside,
    Position,
    Quoted,
    ReadAs,
    Redesignate,
    RenameTerm,
    Renumber,
    Resume,
    Revoke,
    Save,
    Split,
    StagedRename,
    States,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Suspend,
    Vary,
    Which,
    Withdraw,
    Words,
)
from secc.instruments.places import One, Place
from secc.instruments.printing_places import printed_in, printed_place, printed_provisions, printed_span
from secc.instruments.printing_when import printed_when, quoted


@singledispatch
def printed_action(action: Action) -> str:
    """What an operation does; a text that it sets out follows on lines of its own."""
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
    return f"{printed_in(action.place)}, {_position(action.position)} insert {quoted(action.words)}"


@printed_action.register
def _insert_provisions(action: InsertProvisions) -> str:
    return f"{printed_in(action.place)}, {_position(action.position)} insert"


@printed_action.register
def _substitute_words(action: SubstituteWords) -> str:
    return f"{printed_in(action.place)}, for {_words(action.old)} substitute {quoted(action.new)}"


@printed_action.register
def _substitute_provisions(action: SubstituteProvisions) -> str:
    return f"for {printed_span(action.place, action.last)} substitute"


@printed_action.register
def _substitute_heading(action: SubstituteHeading) -> str:
    return f"for {printed_place(action.place)} substitute {quoted(action.new)}"


@printed_action.register
def _omit_words(action: OmitWords) -> str:
    return f"{printed_in(action.place)}, omit {_words(action.words).removesuffix(',')}"


@printed_action.register
def _omit_provisions(action: OmitProvisions) -> str:
    return f"omit {printed_span(action.place, action.last)}{_keeping(action)}"


@printed_action.register
def _move(action: Move) -> str:
    into = printed_place(action.into) if action.into is not None else ""
    if isinstance(action.to, AtEnd | AtBeginning):
        edge = "to the end" if isinstance(action.to, AtEnd) else "to the beginning"
        goal = f"{edge} of {into}" if into else edge
    else:
        goal = f"to {into}, {_position(action.to)}" if into else f"to {_position(action.to)}"
    label = f", as {action.label}" if action.label else ""
    return f"move {printed_span(action.place, action.last)} {goal}{label}"


@printed_action.register
def _renumber(action: Renumber) -> str:
    last = f" to {action.last_label}" if action.last_label else ""
    return f"renumber {printed_span(action.place, action.last)} as {action.label}{last}"


@printed_action.register
def _split(action: Split) -> str:
    words = _words(action.before).removesuffix(",")
    return f"split {printed_place(action.place)} before {words}, the second part to be {action.label}"


@printed_action.register
def _join(action: Join) -> str:
    return f"join {printed_place(action.place)} to {printed_place(action.to)}"


@printed_action.register
def _rename(action: RenameTerm) -> str:
    documents = tuple(One(Address(each)) for each in action.documents)
    where = f" in {printed_provisions(documents)}" if documents else ""
    return f"rename {quoted(action.old)} as {quoted(action.new)}{where}"


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


# Parts of sentences


def _designated(action: Designate | Redesignate) -> str:
    version = f" as version {action.version}" if action.version else ""
    return f"{action.document.printed}{version}, in the form set out at {action.annex}"


def _words(words: Quoted) -> str:
    """Words, and which; with a comma behind `in each place it occurs`, which the sentence goes on after."""
    match words:
        case Stretch(first, last):
            return f"the words from {quoted(first)} to {quoted(last) if last else 'the end'}"
        case Words(text, which):
            return quoted(text) if which is Which.ONCE else f"{quoted(text)}, {which},"


def _position(position: Position) -> str:
    match position:
        case AtEnd():
            return "at the end"
        case AtBeginning():
            return "at the beginning"
        case AppropriatePlace():
            return "at the appropriate place"
        case AfterWords(words):
            return f"after {_words(words)}"
        case BeforeWords(words):
            return f"before {_words(words)}"
        case AfterPlace(place):
            return f"after {printed_place(place)}"
        case BeforePlace(place):
            return f"before {printed_place(place)}"


def _keeping(action: OmitProvisions) -> str:
    return f", keeping the number as {action.keeping}" if action.keeping else ""


def _as_if(action: Vary) -> str:
    """What a place has effect as if it had been done to it."""
    match action.as_if:
        case SubstituteWords(place, old, new):
            return f"{_elsewhere(place, action)}for {_words(old)} there were substituted {quoted(new)}"
        case InsertWords(place, position, words):
            return f"{_elsewhere(place, action)}{_position(position)} there were inserted {quoted(words)}"
        case InsertProvisions(place, position):
            return f"{_elsewhere(place, action)}{_position(position)} there were inserted"
        case OmitWords(place, words):
            return f"{_elsewhere(place, action)}{_the_words(words)} were omitted"
        case SubstituteProvisions(place, _, last):
            whole = place == action.place and last is None
            return f"for {'it' if whole else printed_span(place, last)} there were substituted"
        case SubstituteHeading(place, new):
            return f"for {printed_place(place)} there were substituted {quoted(new)}"
        case OmitProvisions(place, _, last):
            return f"{printed_span(place, last)} were omitted{_keeping(action.as_if)}"
        case _:
            raise NotImplementedError(f"nothing has effect as if {printed_action(action.as_if)}")


def _elsewhere(place: Place, action: Vary) -> str:
    return "" if place == action.place else f"{printed_in(place)}, "


def _the_words(words: Quoted) -> str:
    return _words(words) if isinstance(words, Stretch) else f"the words {_words(words)}"
