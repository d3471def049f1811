"""Makes instruments and operations for the tests of time, in a line each."""

from datetime import date

from secc.ids import Address, DocumentId, DocumentKind
from secc.instruments.model import (
    Action,
    AtEnd,
    Cancel,
    Cease,
    Commence,
    Dates,
    Dimension,
    Disapply,
    Extend,
    InsertWords,
    Instrument,
    InstrumentKind,
    Limit,
    Occurs,
    OmitWords,
    Operation,
    Resume,
    Save,
    Scope,
    Suspend,
    Vary,
    Words,
)
from secc.instruments.places import One, Place, Provisions
from secc.instruments.when import On, OperationRef, When
from secc.source import Span
from secc.timeline.force import ForceRecords, force
from secc.timeline.force_model import Force
from secc.timeline.known import Known
from secc.timeline.learning import learn
from secc.timeline.located import ForceRecord, Located
from secc.timeline.occurrences import occurrences
from secc.timeline.scopes import EVERYBODY
from secc.timeline.value import in_words


def day(text: str) -> date:
    """`2018-10-01`."""
    return date.fromisoformat(text)


def on(text: str) -> On:
    """The expression `2018-10-01`."""
    return On(day(text))


def section(path: str) -> Address:
    """`H14.31(a)` as a provision of its Section."""
    clause, *paragraphs = path.replace("(", " (").split()
    return Address(DocumentId(DocumentKind.SECTION, clause[0]), (clause, *paragraphs))


def provisions(*paths: str) -> Provisions:
    """A list of provisions of Sections."""
    return tuple(One(section(path)) for path in paths)


def commence(*paths: str) -> Commence:
    return Commence(provisions(*paths))


def vary(path: str) -> Vary:
    """`vary … as if "must" were omitted`."""
    return Vary(Place(section(path)), OmitWords(Place(section(path)), Words("must")))


def insert(path: str) -> InsertWords:
    return InsertWords(Place(section(path)), AtEnd(), "more words")


def cancel(name: str, number: str = "1") -> Cancel:
    return Cancel(OperationRef(name, number))


def occurs(event: str, text: str) -> Occurs:
    return Occurs(event, day(text))


def regions(*names: str) -> Scope:
    return Scope(tuple(Limit(Dimension.REGION, name) for name in sorted(names)))


def roles(*names: str) -> Scope:
    return Scope(tuple(Limit(Dimension.USER_ROLE, name) for name in sorted(names)))


def operation(
    number: str, action: Action | None = None, *, starts: When | None = None, ends: When | None = None,
    scope: Scope | None = None, under: tuple[str, ...] = (),
) -> Operation:  # fmt: skip
    """An operation, by default one that only says something."""
    return Operation(
        number=number,
        action=action or Save("nothing"),
        span=Span(0, 0),
        starts=starts,
        ends=ends,
        scope=scope,
        under=under,
    )


def instrument(
    name: str, *operations: Operation | Action, kind: InstrumentKind = InstrumentKind.DIRECTION,
    starts: When | None = None, ends: When | None = None, scope: Scope | None = None, status: str = "",
    dates: Dates | None = None,
) -> Instrument:  # fmt: skip
    """An instrument; one without dates of its own was made on the day that its name begins with."""
    usual = Dates() if status else Dates(made=day(name[:10]))
    numbered = tuple(
        each if isinstance(each, Operation) else operation(str(place), each)
        for place, each in enumerate(operations, start=1)
    )
    return Instrument(
        kind=kind, name=name, title="", dates=dates or usual, operations=numbered, starts=starts, ends=ends,
        scope=scope or Scope(), status=status,
    )  # fmt: skip


def notice(name: str, *operations: Operation | Action, dates: Dates | None = None) -> Instrument:
    return instrument(name, *operations, kind=InstrumentKind.NOTICE, dates=dates)


def lived(**days: str) -> Dates:
    """The dates of an instrument: `made="2018-10-01"`."""
    return Dates(**{name: day(text) for name, text in days.items()})


def known(
    *instruments: Instrument, by: str = "", include: tuple[str, ...] = (), wholes: tuple[Scope, ...] = ()
) -> Known:
    """What is known by a day, or everything."""
    return learn(instruments, day(by) if by else None, include=include, wholes=wholes)


def told(found: Known) -> list[str]:
    """The occurrences in a line each: `paragraph 1 of …, for region "North": from 1 October 2018 until never`."""
    return [
        f"{each.ref}, for {each.extent.printed}: from {in_words(each.starts)} until {in_words(each.ends)}"
        for each in occurrences(found)
    ]


def located(path: str, inserted: str = "", below: tuple[str, ...] = ()) -> Located:
    """`H14.31(a)`, which stands in H14.31, H14 and H."""
    clause, *paragraphs = path.replace("(", " (").split()
    chain = ["".join((clause, *paragraphs[:count])) for count in range(len(paragraphs), -1, -1)]
    chain += [clause.split(".")[0]] if "." in clause else []
    chain += [clause[0]] if len(clause) > 1 else []
    inner = tuple(located(each, inserted) for each in below)
    return Located(chain[0], tuple(chain[1:]), day(inserted) if inserted else None, inner)


def records(found: Known) -> ForceRecords:
    """The records of force of what is known, of operations on Sections named one by one."""
    made = (ForceRecord.of(each, _named(each.action), "said in words") for each in occurrences(found))
    return ForceRecords((each for each in made if each is not None), found.wholes)


def effect(
    found: Known, path: str, at: str, *, inserted: str = "", scope: Scope = EVERYBODY, below: tuple[str, ...] = ()
) -> Force:
    """The effect of a provision on a day, as known."""
    return force(located(path, inserted, below), day(at), records(found), found.horizon, scope)


def _named(action: Action) -> list[str]:
    match action:
        case Vary(place=place):
            return [place.address.local]
        case Commence() | Cease() | Extend() | Disapply() | Suspend() | Resume():
            return [each.address.local for each in action.provisions if isinstance(each, One)]
        case _:
            return []
