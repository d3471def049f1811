"""Instruments made up by Hypothesis: a small Code, few names and few days, so that they get in one another's way."""

from datetime import date, timedelta

from hypothesis import strategies as st
from msgspec.structs import replace

from secc.instruments.model import (
    Action,
    Cancel,
    Cease,
    Commence,
    Dates,
    Decide,
    Disapply,
    Extend,
    FixOperation,
    Instrument,
    InstrumentKind,
    Occurs,
    Operation,
    Resume,
    Scope,
    Suspend,
    Withdraw,
)
from secc.instruments.when import (
    After,
    AnyRef,
    Directed,
    Earlier,
    Effect,
    Event,
    IfDecided,
    InstrumentRef,
    Later,
    Never,
    On,
    OperationRef,
    Unit,
    When,
)
from tests.timeline.making_time import commence, insert, instrument, operation, provisions, regions, roles, vary

FIRST = date(2018, 1, 1)
NAMES = ("2018-01-01-a", "2018-01-01-b", "2018-01-02-c", "2018-01-03-d", "2018-01-05-e")
PATHS = ("H", "H5", "H5.1", "H5.1(a)")
NUMBERS = ("1", "2", "2A")
EVENTS = ("Live", "Completion")

days = st.integers(min_value=0, max_value=40).map(lambda count: FIRST + timedelta(days=count))
scopes = st.sampled_from(
    (
        Scope(),
        regions("North"),
        regions("South"),
        regions("North", "South"),
        roles("Supplier"),
        Scope((*roles("Supplier").limits, *regions("North").limits)),
    )
)
refs: st.SearchStrategy[AnyRef] = st.one_of(
    st.builds(OperationRef, st.sampled_from(NAMES), st.sampled_from(NUMBERS)),
    st.builds(InstrumentRef, st.sampled_from(NAMES)),
)
operation_refs = st.builds(OperationRef, st.sampled_from(NAMES), st.sampled_from(NUMBERS))
settled_days: st.SearchStrategy[When] = st.one_of(
    st.builds(On, days), st.builds(Event, st.sampled_from(EVENTS)), st.just(Never())
)
decided_by: st.SearchStrategy[When] = st.builds(
    IfDecided, st.lists(st.tuples(days, days), min_size=1, max_size=3).map(tuple)
)


def nested(leaves: st.SearchStrategy[When]) -> st.SearchStrategy[When]:
    """Expressions over these."""

    def around(inner: st.SearchStrategy[When]) -> st.SearchStrategy[When]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        period = st.builds(After, st.integers(min_value=0, max_value=3), st.sampled_from(Unit), inner)
        return st.one_of(st.builds(Earlier, several), st.builds(Later, several), period)

    return st.recursive(leaves, around, max_leaves=4)


whens = nested(st.one_of(settled_days, decided_by, st.builds(Effect, refs), st.builds(Directed, settled_days)))
paths = st.sampled_from(PATHS)
named = st.lists(paths, min_size=1, max_size=2, unique=True).map(lambda some: provisions(*some))
actions: st.SearchStrategy[Action] = st.one_of(
    paths.map(insert),
    paths.map(vary),
    paths.map(commence),
    st.builds(Commence, named),
    st.builds(Cease, named),
    st.builds(Extend, named, whens),
    st.builds(Suspend, named),
    st.builds(Resume, named),
    st.builds(Disapply, named),
    st.builds(Cancel, operation_refs),
    st.builds(Occurs, st.sampled_from(EVENTS), days),
    st.builds(FixOperation, operation_refs, days),
    st.builds(Decide, st.sampled_from(NAMES), days),
    st.builds(Withdraw, refs),
)


def _operation(number: str, action: Action, starts: When | None, ends: When | None, scope: Scope | None) -> Operation:
    return operation(number, action, starts=starts, ends=ends, scope=scope)


numbered = st.builds(
    _operation, st.sampled_from(NUMBERS), actions, st.none() | whens, st.none() | whens, st.none() | scopes
)


@st.composite
def instruments(draw: st.DrawFn, name: str, first: date = FIRST) -> Instrument:
    """One that is recorded on a day from `first` on, and lives through some of its steps then or later."""
    recorded = draw(days.filter(lambda day: day >= first))
    later = st.none() | days.map(lambda day: max(day, recorded))
    dates = Dates(
        recorded=recorded,
        consulted=draw(later),
        decided=draw(later),
        laid=draw(later),
        made=draw(later | st.just(recorded)),
        withdrawn=draw(st.none() | st.none() | later),
    )
    operations = draw(st.lists(numbered, max_size=3, unique_by=lambda each: each.number))
    kind = draw(st.sampled_from((InstrumentKind.DIRECTION, InstrumentKind.NOTICE, InstrumentKind.CONSULTATION)))
    starts, ends = draw(st.none() | whens), draw(st.none() | st.none() | whens)
    return instrument(name, *operations, kind=kind, starts=starts, ends=ends, scope=draw(scopes), dates=dates)


@st.composite
def several(draw: st.DrawFn) -> tuple[Instrument, ...]:
    """Some instruments, each with a name of its own."""
    chosen = draw(st.lists(st.sampled_from(NAMES[:4]), min_size=1, max_size=4, unique=True))
    return tuple(draw(instruments(name)) for name in chosen)


_plain_whens = st.one_of(
    settled_days,
    st.builds(Earlier, st.tuples(st.builds(On, days), st.builds(Event, st.just("Live")))),
    st.builds(Later, st.tuples(st.builds(On, days), st.builds(Event, st.just("Live")))),
    st.builds(
        lambda first, last: Later((On(min(first, last)), Earlier((On(max(first, last)), Event("Live"))))), days, days
    ),
)
_on_force: st.SearchStrategy[Action] = st.sampled_from(
    (
        *(commence(path) for path in PATHS),
        *(Cease(provisions(path)) for path in PATHS[1:3]),
        *(kind(provisions(path)) for kind in (Suspend, Resume, Disapply) for path in PATHS[1:3]),
        vary("H5"),
        insert("H5"),
        Cancel(OperationRef(NAMES[0], "1")),
    )
) | st.builds(Occurs, st.just("Live"), days)
_forceful = st.builds(
    _operation,
    st.just(""),
    _on_force,
    st.none() | _plain_whens,
    st.none() | st.none() | _plain_whens,
    st.none() | scopes,
)


@st.composite
def forceful(draw: st.DrawFn) -> tuple[Instrument, ...]:
    """Some instruments made on their days, that work on the effect of provisions and fix an event."""
    made = draw(st.lists(days, min_size=1, max_size=3))
    return tuple(
        instrument(
            NAMES[place],
            *(replace(each, number=str(number)) for number, each in enumerate(draw(_several_forceful), start=1)),
            dates=Dates(made=day),
        )
        for place, day in enumerate(made)
    )


_several_forceful = st.lists(_forceful, min_size=1, max_size=3)
orders = st.lists(st.lists(st.sampled_from(NAMES), max_size=3, unique=True), max_size=2)
