"""Sentences to what they say, by grammar/instrument.lark."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from lark import Lark, Token, Tree, v_args
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer
from lark.parsers.lalr_interactive_parser import InteractiveParser
from msgspec import Struct
from msgspec.structs import replace

from secc.instruments import faults
from secc.instruments.expected import not_understood
from secc.instruments.model import Action, Scope
from secc.instruments.paragraphs import Piece, SetOut
from secc.instruments.read_effect import EffectReader
from secc.instruments.read_moving import MovingReader
from secc.instruments.read_places import PlaceReader
from secc.instruments.read_when import Authority, Ends, Starts, WhenReader
from secc.instruments.read_wording import Change, WordingReader
from secc.instruments.reader import Reader
from secc.instruments.tokens import span_of, token, tokens
from secc.instruments.when import When
from secc.source import Span
from secc.syntax import grammar
from secc.syntax.faults import Fault, Faults

Modifier: TypeAlias = Starts | Ends | Scope | Authority


class Said(Struct, frozen=True):
    """What the sentence of an operation says."""

    action: Action
    starts: When | None = None
    ends: When | None = None
    scope: Scope | None = None
    under: tuple[str, ...] = ()


class Sentences:
    """Reads the sentences of the instrument called `name` from its text."""

    def __init__(self, text: str, name: str, told: Faults) -> None:
        self._text = text
        self._name = name
        self._told = told

    def operation(self, pieces: Sequence[Piece]) -> Said | None:
        """What an operation says; None where it cannot be read, which is told."""
        made = self._read("operation", pieces)
        return made if isinstance(made, Said) else None

    def when(self, pieces: Sequence[Piece]) -> When | None:
        """When something takes effect; None where it cannot be read, which is told."""
        made = self._read("when", pieces)
        return made if isinstance(made, When) else None

    def scope(self, pieces: Sequence[Piece]) -> Scope | None:
        """To whom something applies; None where it cannot be read, which is told."""
        made = self._read("scope", pieces)
        return made if isinstance(made, Scope) else None

    def _read(self, start: str, pieces: Sequence[Piece]) -> object:
        read = list(self._tokens(pieces))
        if any(each.type == "QUOTE" for each in read):  # a quotation mark that is not closed, which is told of
            return None
        tree = _parsed(start, read, pieces, self._told)
        if tree is None:
            return None
        reader = _SentenceReader(self._name, self._told)
        made: object = reader.transform(tree)
        return None if reader.failed else made

    def _tokens(self, pieces: Sequence[Piece]) -> Iterator[Token]:
        for place, piece in enumerate(pieces):
            if isinstance(piece, SetOut):
                made = token("BLOCK", "", piece.span)
                made.value = piece
                yield made
            else:
                yield from tokens(self._text, piece.span, self._told, last=place == len(pieces) - 1)


@v_args(inline=True)
class _OperationReader(Reader):
    """The rule of a whole operation."""

    def leading(self, above: tuple[Modifier, ...] = (), modifier: Modifier | None = None) -> tuple[Modifier, ...]:
        return above if modifier is None else (*above, modifier)

    def mods(self, *modifiers: Modifier) -> tuple[Modifier, ...]:
        return modifiers

    def operation(
        self, leading: tuple[Modifier, ...], action: Action | Change, modifiers: tuple[Modifier, ...]
    ) -> Said:
        made = action(None) if callable(action) else action
        said = Said(made)
        for modifier in (*leading, *modifiers):
            said = self._modified(said, modifier)
        return said

    def _modified(self, said: Said, modifier: Modifier) -> Said:
        match modifier:
            case Starts(when):
                changed = replace(said, starts=when)
                twice = said.starts is not None
            case Ends(when):
                changed = replace(said, ends=when)
                twice = said.ends is not None
            case Scope():
                changed = replace(said, scope=modifier)
                twice = said.scope is not None
            case Authority(names):
                changed = replace(said, under=names)
                twice = bool(said.under)
        if twice:
            self.tell(self.span, faults.SAID_TWICE)
        return changed


class _SentenceReader(WhenReader, PlaceReader, WordingReader, MovingReader, EffectReader, _OperationReader):
    """All the rules of the grammar."""


def _parsed(start: str, read: Sequence[Token], pieces: Sequence[Piece], told: Faults) -> "Tree[Token] | None":
    """The tree of the tokens; where they are no sentence, the first that cannot be read on from is told of."""
    parser = _parser(start)
    for place, each in enumerate(read):
        try:
            parser.feed_token(each)
        except UnexpectedInput:
            told.add(span_of(each), _fault(start, read, place))
            return None
    try:
        tree = parser.feed_token(Token("$END", ""))
    except UnexpectedInput:
        end = pieces[-1].span.end if pieces else 0
        told.add(Span(max(end - 1, 0), end), _fault(start, read, len(read)))
        return None
    return tree if isinstance(tree, Tree) else Tree("alone", [tree])


def _fault(start: str, read: Sequence[Token], place: int) -> Fault:
    """Why the tokens cannot be read on at a place. They are read again, since a failed step leaves its mark."""
    parser = _parser(start)
    for each in read[:place]:
        parser.feed_token(each)
    found = read[place] if place < len(read) else None
    after = read[place + 1] if place + 1 < len(read) else None
    return not_understood(found, read[place - 1] if place else None, after, parser.accepts())


def _parser(start: str) -> InteractiveParser:
    return _lark().parse_interactive(start=start)


@lru_cache(maxsize=1)
def _lark() -> Lark:
    return Lark(
        grammar.text("instrument"),
        parser="lalr",
        lexer=_NoLexer,
        start=["operation", "when", "scope"],
        maybe_placeholders=False,
        propagate_positions=True,
    )


class _NoLexer(Lexer):
    """The tokens are fed one by one; there is nothing for Lark to lex."""

    def __init__(self, conf: object) -> None: ...

    def lex(self, *_: object) -> Iterator[Token]:
        """No tokens."""
        return iter(())
