"""Reads operations on whole documents, and on where provisions stand and what they and terms are called."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lark import Token, v_args
from lark.tree import Meta
from msgspec import Struct

from secc.ids import DocumentId
from secc.instruments import faults
from secc.instruments.mentions import Mention, Number, span_of
from secc.instruments.model import (
    AfterPlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    Designate,
    Join,
    Move,
    Position,
    Redesignate,
    RenameTerm,
    Renumber,
    Revoke,
    Split,
    StagedRename,
    Words,
)
from secc.instruments.naming import Extent, is_like, place
from secc.instruments.places import One, Place, Provisions
from secc.instruments.range_faults import UNEQUAL_RANGES, UNLIKE_NUMBER
from secc.instruments.read_wording import Spot
from secc.instruments.reader import Reader, span_in

_EDGES: Mapping[type[Position], AtEnd | AtBeginning] = MappingProxyType({AtEnd: AtEnd(), AtBeginning: AtBeginning()})


class Goal(Struct, frozen=True):
    """Where something moves: beside a place, or to an end of `into`."""

    kind: type[Position]
    beside: Mention | None = None
    into: Mention | None = None


@v_args(inline=True, meta=True)
class MovingReader(Reader):
    """The rules of documents, `move`, `renumber`, `split`, `join` and `rename`."""

    def designate(self, meta: Meta, mention: Mention, *rest: Token) -> Designate:
        """`designate Appendix AO as version 1.0, in the form …`."""
        return Designate(self._document(mention), *self._version_and_annex(meta, rest))

    def redesignate(self, meta: Meta, mention: Mention, *rest: Token) -> Redesignate:
        """`re-designate Appendix AL as version 7.0, in the form …`."""
        return Redesignate(self._document(mention), *self._version_and_annex(meta, rest))

    def revoke(self, _: Meta, mention: Mention) -> Revoke:
        """`revoke Appendix AJ`."""
        return Revoke(self._document(mention))

    def goal(self, _: Meta, *parts: Mention | Spot) -> Goal:
        """`after Section H14.36`; `Appendix AC, after Clause 4.5 of Appendix AC`."""
        spot = parts[-1]
        assert isinstance(spot, Spot)
        into = parts[0] if isinstance(parts[0], tuple) else None
        return Goal(spot.kind, spot.mention, into)

    def to_edge(self, _: Meta, edge: Token, into: Mention | None = None) -> Goal:
        """`to the end of Section H14`."""
        return Goal(AtEnd if edge.type == "TO_END" else AtBeginning, None, into)

    def label_to_be(self, _: Meta, number: Number) -> Number:
        """`H14.5A`, `Section H14.5A`, `(d)`."""
        return number

    def move(self, _: Meta, mention: Mention, goal: Goal, label: Number | None = None) -> Move:
        """`move … to …`."""
        return self._move(self.extent((mention,), None), goal, label)

    def move_range(self, _: Meta, first: Mention, last: Mention, goal: Goal, label: Number | None = None) -> Move:
        """`move … to … to …`."""
        return self._move(self.extent((first, last), None), goal, label)

    def renumber(self, meta: Meta, span: tuple[Mention, ...], label: Number, *last: Token | Number) -> Renumber:
        """`renumber Sections H14.5 to H14.9 as H14.6 to H14.10`."""
        extent = self.extent(span, None)
        last_label = next((self._own_label(meta, each, extent.last) for each in last if isinstance(each, Number)), "")
        if bool(last_label) != (extent.last is not None):
            self.tell(span_in(meta), UNEQUAL_RANGES)
        return Renumber(extent.first, self._own_label(meta, label, extent.first), extent.last, last_label)

    def split(self, meta: Meta, mention: Mention, words: Words, label: Number) -> Split:
        """`split … before "…", the second part to be …`."""
        where = self.found(mention)
        return Split(where, words, self._own_label(meta, label, where))

    def join(self, _: Meta, mention: Mention, other: Mention) -> Join:
        """`join Section H14.6 to Section H14.5`."""
        return Join(self.found(mention), self.found(other))

    def rename(
        self, meta: Meta, old: Token, new: Token, _in: Token | None = None, provisions: Provisions = ()
    ) -> RenameTerm:
        """`rename "Old" as "New" in Section F and Appendix Z`."""
        documents: list[DocumentId] = []
        for each in provisions:
            if not isinstance(each, One) or each.address.path:
                self.tell(span_in(meta), faults.NO_DOCUMENT_NAMED)
            else:
                documents.append(each.address.document)
        return RenameTerm(self.quoted(old), self.quoted(new), tuple(documents))

    def staged_rename(self, _: Meta, old: Token, new: Token) -> StagedRename:
        """`rename … in each Appendix when it is next re-designated`."""
        return StagedRename(self.quoted(old), self.quoted(new))

    def _move(self, moved: Extent, goal: Goal, label: Number | None) -> Move:
        first = moved.first
        into = self.found(goal.into) if goal.into is not None else None
        to: AtEnd | AtBeginning | AfterPlace | BeforePlace
        if goal.beside is None:
            to = _EDGES[goal.kind]
        else:
            around = into if into is not None else Place(first.address.parent)
            beside = place(goal.beside, around, self.tell)
            to = AfterPlace(beside) if goal.kind is AfterPlace else BeforePlace(beside)
        return Move(first, to, into, _label(label, first) if label is not None else "", moved.last)

    def _own_label(self, meta: Meta, number: Number, where: Place | None) -> str:
        """The label alone; that of another kind of provision is told of."""
        label = _label(number, where)
        if where is not None and where.address.path and not is_like(where.address, label):
            self.tell(span_in(meta), UNLIKE_NUMBER)
        return label

    def _document(self, mention: Mention) -> DocumentId:
        found = self.found(mention)
        if found != Place(found.address.numbering) or found.address.path:
            self.tell(span_of(mention), faults.NO_DOCUMENT_NAMED)
        return found.address.document

    def _version_and_annex(self, meta: Meta, rest: Sequence[Token]) -> tuple[str, str]:
        """The version and the path of the text, which has to be given."""
        said = {token.type: token.split()[-1] for token in rest}
        if "FORM" not in said:
            self.tell(span_in(meta), faults.NO_ANNEX)
        return said.get("VERSION", ""), said.get("FORM", "")


def _label(number: Number, where: Place | None) -> str:
    """The label alone: `(d)` for paragraph (b), also where it is written `H14.31(d)`."""
    path = where.address.path if where is not None else ()
    if number.label and path[-1:] and path[-1].startswith("("):
        whole = (number.label, *number.paragraphs)
        if whole[:-1] == path[:-1]:
            return whole[-1]
    return number.label + "".join(number.paragraphs)
