"""Reads when and to whom: days, events, other instruments, scopes."""

from lark import Token, v_args

from secc.instruments import faults, patterns
from secc.instruments.mentions import Number
from secc.instruments.model import Dimension, Limit, Scope
from secc.instruments.reader import Reader
from secc.instruments.tokens import span_of
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


@v_args(inline=True)
class WhenReader(Reader):
    """The rules of `when`, `named` and `scope`."""

    def on(self, day: Token) -> On:
        """`2018-10-01`."""
        return On(self.day(day))

    def event(self, name: Token) -> Event:
        """`event "DCC Live"`."""
        return Event(self.quoted(name))

    def effect(self, of: AnyRef) -> Effect:
        """`the effect of …`."""
        return Effect(of)

    def never(self) -> Never:
        """`never`."""
        return Never()

    def bracketed(self, when: When) -> When:
        """`(the later of …)`."""
        return when

    def after(self, period: Token, start: When) -> After:
        """`6 months after …`."""
        count, unit, _ = period.split()
        return After(int(count), Unit(unit.removesuffix("s")), start)

    def earlier(self, *of: When) -> Earlier:
        """`the earlier of …`."""
        return Earlier(of)

    def later(self, *of: When) -> Later:
        """`the later of …`."""
        return Later(of)

    def directed(self, default: When) -> Directed:
        """`… or such later date as is directed`."""
        return Directed(default)

    def if_decided(self, *days: Token) -> IfDecided:
        """`2022-02-24 if decided by 2022-02-10, otherwise …`."""
        read = [self.day(day) for day in days]
        return IfDecided(tuple(zip(read[::2], read[1::2], strict=True)))

    def instrument_named(self, name: Token) -> InstrumentRef:
        """An instrument by its name."""
        return InstrumentRef(str(name))

    def named(self, operation: OperationRef) -> OperationRef:
        """An operation of one."""
        return operation

    def operation_named(self, number: Number, of: Token) -> OperationRef:
        """`paragraph 2 of 2015-04-24-informal-testing`, `paragraph 2 of this direction`."""
        if number.paragraphs or patterns.OPERATION_NUMBER.fullmatch(number.label) is None:
            self.tell(span_of(of), faults.NOT_AN_OPERATION_NUMBER)
        return OperationRef(self.name if of.type == "OF_THIS" else of.split()[-1], number.label)

    def scope(self, *tokens: Token) -> Scope:
        """`region "North" and User Role "Import Supplier"`."""
        limits: set[tuple[Dimension, str]] = set()
        dimension = Dimension.REGION
        for token in tokens:
            if token.type == "DIMENSION":
                dimension = _DIMENSIONS[token.split()[0].lower()[:5].rstrip("s")]
            else:
                limits.add((dimension, self.quoted(token)))
        return Scope(tuple(Limit(*pair) for pair in sorted(limits)))


_DIMENSIONS = {
    "regio": Dimension.REGION,
    "user": Dimension.USER_ROLE,
    "cla": Dimension.DEVICE,
    "class": Dimension.DEVICE,
    "party": Dimension.PARTY,
    "parti": Dimension.PARTY,
}
