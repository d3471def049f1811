"""Reads operations on the effect of provisions, facts, and remarks."""

from lark import Token, v_args

from secc.instruments.cited import cited
from secc.instruments.mentions import Mention
from secc.instruments.model import (
    Cancel,
    Cease,
    Commence,
    Decide,
    Disapply,
    Extend,
    FixOperation,
    FixProvision,
    NoChange,
    Occurs,
    Outside,
    ReadAs,
    Resume,
    Save,
    States,
    Suspend,
    Vary,
    Withdraw,
)
from secc.instruments.places import Provisions
from secc.instruments.read_wording import Change
from secc.instruments.reader import Reader
from secc.instruments.when import AnyRef, OperationRef, When
from secc.syntax.inline.spaces import even


@v_args(inline=True)
class EffectReader(Reader):
    """The rules of `force`, `fact` and `remark`."""

    def commence(self, provisions: Provisions) -> Commence:
        """`commence Sections H5 and H6`."""
        return Commence(provisions)

    def cease(self, provisions: Provisions) -> Cease:
        """`cease Section X4`."""
        return Cease(provisions)

    def extend(self, provisions: Provisions, end: When) -> Extend:
        """`extend Section X4 until …`."""
        return Extend(provisions, end)

    def shorten(self, provisions: Provisions, end: When) -> Extend:
        """`shorten Section X4 until …`."""
        return Extend(provisions, end, shorter=True)

    def vary(self, mention: Mention, change: Change) -> Vary:
        """`vary Section H14.31 as if …`."""
        return Vary(self.found(mention), change(mention))

    def has_effect(self, mention: Mention, change: Change) -> Vary:
        """`Section H14.31 has effect as if …`."""
        return Vary(self.found(mention), change(mention))

    def cancel(self, operation: OperationRef) -> Cancel:
        """`cancel paragraph 2 of …`."""
        return Cancel(operation)

    def disapply(self, provisions: Provisions) -> Disapply:
        """`disapply Section H5`."""
        return Disapply(provisions)

    def suspend(self, provisions: Provisions) -> Suspend:
        """`suspend Section F2`."""
        return Suspend(provisions)

    def resume(self, provisions: Provisions) -> Resume:
        """`resume Section F2`."""
        return Resume(provisions)

    def occurs(self, event: Token, day: Token) -> Occurs:
        """`event "DCC Live" occurs on 2016-11-08`."""
        return Occurs(self.quoted(event), self.day(day))

    def fix_operation(self, operation: OperationRef, day: Token) -> FixOperation:
        """`fix the date in paragraph 21 of … as 2018-09-28`."""
        return FixOperation(operation, self.day(day))

    def fix_provision(self, mention: Mention, day: Token) -> FixProvision:
        """`fix the date in Section L4.6(b) as 2015-09-30`."""
        return FixProvision(self.found(mention), self.day(day))

    def decide(self, name: Token, day: Token) -> Decide:
        """`decide 2021-11-16-mp173 on 2022-02-09`."""
        return Decide(str(name), self.day(day))

    def withdraw(self, what: AnyRef) -> Withdraw:
        """`withdraw paragraph 3 of …`."""
        return Withdraw(what)

    def states(self, mention: Mention, operation: OperationRef) -> States:
        """`Section H14.36A states the date in paragraph 21 of …`."""
        return States(self.found(mention), operation)

    def read_as(self, mention: Mention, words: Token, as_words: Token) -> ReadAs:
        """`in Section Z, read "A" as "B"`."""
        return ReadAs(self.found(mention), self.quoted(words), self.quoted(as_words))

    def save(self, words: Token) -> Save:
        """`save anything done under …`."""
        written = _free(words)
        return Save(written, cited(written))

    def outside(self, words: Token) -> Outside:
        """`outside the Code, …`."""
        return Outside(_free(words))

    def no_change(self, mention: Mention, words: Token | None = None) -> NoChange:
        """`no change to Section G7.3: …`."""
        return NoChange(self.found(mention), _free(words) if words is not None else "")


def _free(words: Token) -> str:
    return even(str(words))[0]
