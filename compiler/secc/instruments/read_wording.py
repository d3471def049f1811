"""Reads operations on words and provisions within documents.

What is inserted, substituted or omitted is first a `Change`, since the place in which it is made may be named before
it or after.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from lark import Token, v_args
from lark.tree import Meta
from msgspec import Struct

from secc.ids import Address
from secc.instruments import faults
from secc.instruments.mentions import Mention
from secc.instruments.model import (
    AfterPlace,
    AfterWords,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    BeforeWords,
    InsertProvisions,
    InsertWords,
    OmitProvisions,
    OmitWords,
    Position,
    Quoted,
    SourceText,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Variation,
    Which,
    Words,
)
from secc.instruments.naming import NOWHERE, Extent, place
from secc.instruments.places import Heading, Place, SubHeadingNamed, TableRow, Whole
from secc.instruments.reader import Reader, span_in
from secc.source import Span

Change: TypeAlias = Callable[[Mention | None], Variation]
"""Makes the operation, given the place that the sentence names for it, if it does."""


class NewWords(Struct, frozen=True):
    """What is to stand in the text, in quotation marks."""

    words: str
    span: Span


class NewText(Struct, frozen=True):
    """What is to stand in the text, set out."""

    text: SourceText
    span: Span


New: TypeAlias = NewWords | NewText


class Spot(Struct, frozen=True):
    """Where something goes: by words, or by a place (for `at the end`, what it is the end of)."""

    kind: type[Position]
    span: Span
    words: Words | None = None
    mention: Mention | None = None


@v_args(inline=True, meta=True)
class WordingReader(Reader):
    """The rules of `change`, `there` and `position`."""

    # What is quoted, and what is to stand in the text

    def words(self, _: Meta, quoted: Token, which: Token | None = None) -> Words:
        """`"A"`, `"A", in each place it occurs`."""
        return Words(self.quoted(quoted), _which(which) if which is not None else Which.ONCE)

    def stretch(self, _: Meta, first: Token, _to: Token, last: Token) -> Stretch:
        """`the words from "A" to "B"`."""
        return Stretch(self.quoted(first), self.quoted(last))

    def stretch_to_end(self, _: Meta, first: Token, _end: Token) -> Stretch:
        """`the words from "A" to the end`."""
        return Stretch(self.quoted(first))

    def quoted_new(self, meta: Meta, quoted: Token) -> NewWords:
        """Words in quotation marks."""
        return NewWords(self.quoted(quoted), span_in(meta))

    def set_out(self, meta: Meta, block: Token) -> NewText:
        """Lines that begin `>`."""
        return NewText(self.source_text(block), span_in(meta))

    # Where it goes

    def at_end(self, meta: Meta, mention: Mention | None = None) -> Spot:
        """`at the end`, `at the end of …`."""
        return _spot(AtEnd, meta, mention=mention)

    def at_beginning(self, meta: Meta, mention: Mention | None = None) -> Spot:
        """`at the beginning`, `at the beginning of …`."""
        return _spot(AtBeginning, meta, mention=mention)

    def appropriate(self, meta: Meta) -> Spot:
        """`at the appropriate place`."""
        return _spot(AppropriatePlace, meta)

    def after_words(self, meta: Meta, words: Words) -> Spot:
        """`after "A"`."""
        return _spot(AfterWords, meta, words)

    def before_words(self, meta: Meta, words: Words) -> Spot:
        """`before "A"`."""
        return _spot(BeforeWords, meta, words)

    def after_place(self, meta: Meta, mention: Mention) -> Spot:
        """`after Section H14.36`."""
        return _spot(AfterPlace, meta, mention=mention)

    def before_place(self, meta: Meta, mention: Mention) -> Spot:
        """`before Section H14.36`."""
        return _spot(BeforePlace, meta, mention=mention)

    # Changes

    def substitute_words(self, meta: Meta, old: Quoted, new: New) -> Change:
        """`for "A" substitute "B"`."""
        return partial(self._substitute_words, old, new, span_in(meta))

    def substitute_new_first(self, meta: Meta, new: New, old: Quoted) -> Change:
        """`substitute "B" for "A"`."""
        return partial(self._substitute_words, old, new, span_in(meta))

    def substitute_provisions(self, _: Meta, span: tuple[Mention, ...], new: New) -> Change:
        """`for Section H14.5 substitute …`."""
        return partial(self._substitute_provisions, span, new)

    def substitute_it(self, _: Meta, new: New) -> Change:
        """`for it there were substituted …`."""
        return partial(self._substitute_it, new)

    def insert(self, _: Meta, spot: Spot, new: New) -> Change:
        """`after "A" insert "B"`."""
        return partial(self._insert, spot, new)

    insert_then_new = insert

    def insert_then_text(self, meta: Meta, spot: Spot, block: Token) -> Change:
        """`insert after Section H14.36 …`."""
        return partial(self._insert, spot, NewText(self.source_text(block), span_in(meta)))

    def insert_after_new(self, _: Meta, new: New, spot: Spot) -> Change:
        """`insert "B" after "A"`."""
        return partial(self._insert, spot, new)

    def insert_nowhere(self, _: Meta, new: New, _mention: Mention | None = None) -> Change:
        """`insert "B"`, `add "B" to Section H14.31`, and no word of where in it: never a guess."""
        return partial(self._insert_nowhere, new)

    def omit_words(self, meta: Meta, words: Quoted) -> Change:
        """`omit "A"`."""
        return partial(self._omit_words, words, span_in(meta))

    omitted_words = omit_words

    def omit_provisions(self, _: Meta, span: tuple[Mention, ...], keeping: Token | None = None) -> Change:
        """`omit Section H14.5, keeping the number as [Not used]`."""
        return partial(self._omit_provisions, span, _kept(keeping) if keeping is not None else "")

    omitted_provisions = omit_provisions

    def at_place(self, _: Meta, located: Mention, change: Change) -> Change:
        """`in Section H14.31, …`."""
        return _at(change, located)

    amended = at_place

    def with_place(self, _: Meta, change: Change, located: Mention) -> Change:
        """`… in Section H14.31`."""
        return _at(change, located)

    # How they are made

    def _substitute_words(self, old: Quoted, new: New, span: Span, located: Mention | None) -> Variation:
        where = self._located(located, span)
        if isinstance(new, NewText):
            self.tell(new.span, faults.TEXT_FOR_WORDS)
            return SubstituteWords(where, old, "")
        return SubstituteWords(where, old, new.words)

    def _substitute_provisions(self, span: tuple[Mention, ...], new: New, located: Mention | None) -> Variation:
        extent = self.extent(span, self._around(located))
        return self._substituted(extent, new)

    def _substitute_it(self, new: New, located: Mention | None) -> Variation:
        assert located is not None  # the grammar has `it` only where a place stands before it
        return self._substituted(Extent(self.found(located)), new)

    def _substituted(self, extent: Extent, new: New) -> Variation:
        heading = isinstance(extent.first.part, Heading | SubHeadingNamed) and extent.last is None
        if isinstance(new, NewWords):
            if not heading:
                self.tell(new.span, faults.WORDS_FOR_PROVISION)
            return SubstituteHeading(extent.first, new.words)
        if isinstance(extent.first.part, Heading):
            self.tell(new.span, faults.TEXT_FOR_HEADING)
        return SubstituteProvisions(extent.first, new.text, extent.last)

    def _insert(self, spot: Spot, new: New, located: Mention | None) -> Variation:
        around = self._around(located)
        position, where = self._position(spot, around)
        if where is None:
            self.tell(spot.span, faults.WORDS_IN_WHAT)
            where = NOWHERE
        if isinstance(new, NewText):
            return InsertProvisions(where, position, new.text)
        if isinstance(position, AfterPlace | BeforePlace | AppropriatePlace):
            self.tell(spot.span, faults.WORDS_AFTER_PROVISION)
        return InsertWords(where, position, new.words)

    def _position(self, spot: Spot, around: Place | None) -> tuple[Position, Place | None]:
        """Where something goes, and what it then stands in."""
        if spot.words is not None:
            return (AfterWords if spot.kind is AfterWords else BeforeWords)(spot.words), around
        if spot.mention is None:
            return _EDGES[spot.kind], around
        target = place(spot.mention, around, self.tell)
        if spot.kind in _EDGES:
            return _EDGES[spot.kind], target
        beside = (AfterPlace if spot.kind is AfterPlace else BeforePlace)(target)
        return beside, around if around is not None else _holder(target)

    def _insert_nowhere(self, new: New, _: Mention | None) -> Variation:
        is_words = isinstance(new, NewWords)
        self.tell(new.span, faults.NO_PLACE_FOR_WORDS if is_words else faults.NO_PLACE_FOR_TEXT)
        return OmitProvisions(NOWHERE)

    def _omit_words(self, words: Quoted, span: Span, located: Mention | None) -> Variation:
        return OmitWords(self._located(located, span), words)

    def _omit_provisions(self, span: tuple[Mention, ...], keeping: str, located: Mention | None) -> Variation:
        extent = self.extent(span, self._around(located))
        return OmitProvisions(extent.first, keeping, extent.last)

    def _around(self, located: Mention | None) -> Place | None:
        return self.found(located) if located is not None else None

    def _located(self, located: Mention | None, span: Span) -> Place:
        """The place that the sentence names; told of where it names none."""
        if located is None:
            self.tell(span, faults.WORDS_IN_WHAT)
            return NOWHERE
        return self.found(located)


_EDGES: dict[type[Position], AtEnd | AtBeginning | AppropriatePlace] = {
    AtEnd: AtEnd(),
    AtBeginning: AtBeginning(),
    AppropriatePlace: AppropriatePlace(),
}


def _spot(kind: type[Position], meta: Meta, words: Words | None = None, mention: Mention | None = None) -> Spot:
    return Spot(kind, span_in(meta), words, mention)


def _at(change: Change, located: Mention) -> Change:
    """The change, at a place that is named already."""
    return lambda _: change(located)


def _which(written: Token) -> Which:
    words = written.lower().split()
    return next((each for each in Which if each is not Which.ONCE and words[2] in each), Which.EACH)


def _kept(keeping: Token) -> str:
    """The words that hold a number: `[Not used]`."""
    words = " ".join(keeping.split())
    return words[words.index(" as ") + 4 :]


def _holder(target: Place) -> Place:
    """What stands beside a place stands in: the table of a row, the provision of a part, what is above a provision."""
    if isinstance(target.part, TableRow):
        return Place(target.address, TableRow("", table=target.part.table))
    if not isinstance(target.part, Whole):
        return Place(target.address)
    return Place(Address(target.address.document, target.address.path[:-1]))
