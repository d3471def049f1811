"""Reads operations on documents, on where provisions stand and what they are called, on the effect; facts; remarks."""

from collections.abc import Sequence

from lark import Token, v_args
from lark.tree import Meta

from secc.ids import DocumentId
from secc.instruments import faults
from secc.instruments.model import (
    AfterPlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    Cancel,
    Cease,
    Commence,
    Decide,
    Designate,
    Disapply,
    Extend,
    FixOperation,
    FixProvision,
    Join,
    Move,
    NoChange,
    Occurs,
    Outside,
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
    Suspend,
    Vary,
    Withdraw,
    Words,
)
from secc.instruments.naming import Extent, Mention, Number, extents, place, span_of
from secc.instruments.places import One, Place, Provisions
from secc.instruments.read_wording import Change, Spot
from secc.instruments.reader import Reader
from secc.instruments.when import AnyRef, OperationRef, When
from secc.source import Span
from secc.syntax.inline.spaces import even


@v_args(inline=True, meta=True)
class MovingReader(Reader):
    """The rules of documents, and of moving, renumbering and renaming."""

    def designate(self, meta: Meta, mention: Mention, *tokens: Token) -> Designate:
        """`designate Appendix AO as version 1.0, in the form …`."""
        return Designate(self._document(mention), *self._version_and_annex(meta, tokens))

    def redesignate(self, meta: Meta, mention: Mention, *tokens: Token) -> Redesignate:
        """`re-designate Appendix AL as version 7.0, in the form …`."""
        return Redesignate(self._document(mention), *self._version_and_annex(meta, tokens))

    def revoke(self, _: Meta, mention: Mention) -> Revoke:
        """`revoke Appendix AJ`."""
        return Revoke(self._document(mention))

    def goal(self, _: Meta, *parts: Mention | Spot) -> Goal:
        """`after Section H14.36`, `Appendix AC, after Clause 4.5 of Appendix AC`."""
        *into, spot = parts
        assert isinstance(spot, Spot)
        return Goal(spot.kind, spot.mention, next((each for each in into if isinstance(each, tuple)), None))

    def to_edge(self, _: Meta, edge: Token, into: Mention | None = None) -> Goal:
        """`to the end of Section H14`."""
        return Goal(AtEnd if edge.type == "TO_END" else AtBeginning, None, into)

    def label_to_be(self, _: Meta, number: Number) -> Number:
        """`H14.5A`, `Section H14.5A`, `(d)`."""
        return number

    def move(self, _: Meta, mention: Mention, goal: Goal, label: Number | None = None) -> Move:
        """`move … to …`."""
        return self._move(self._place(mention), None, goal, label)

    def move_range(self, _: Meta, first: Mention, last: Mention, goal: Goal, label: Number | None = None) -> Move:
        """`move … to … to …`."""
        return self._move(self._place(first), self._place(last), goal, label)

    def _move(self, first: Place, last: Place | None, goal: Goal, label: Number | None) -> Move:
        into = self._place(goal.into) if goal.into is not None else None
        to = _EDGES.get(goal.kind)
        if to is None:
            assert goal.beside is not None
            to = (AfterPlace if goal.kind is AfterPlace else BeforePlace)(place(goal.beside, into, self.tell))
        return Move(first, to, into, _label(label, first) if label is not None else "", last)
