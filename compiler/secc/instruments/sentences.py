"""Sentences to what they say, by grammar/instrument.lark."""

from collections.abc import Iterator, Sequence
from functools import cache

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from secc.instruments import faults
from secc.instruments.expected import Stopped
from secc.instruments.model import Scope
from secc.instruments.paragraphs import Paragraph, Piece, SetOut
from secc.instruments.read_effect import EffectReader
from secc.instruments.read_moving import MovingReader
from secc.instruments.read_operation import OperationReader, Said
from secc.instruments.read_places import PlaceReader
from secc.instruments.read_when import WhenReader
from secc.instruments.read_wording import WordingReader
from secc.instruments.tokens import span_of, token, tokens
from secc.instruments.when import When
from secc.syntax.faults import Fault, Faults
from secc.syntax.tables import parser_of

STARTS = ("operation", "when", "scope")
"""What a sentence may be: the start rules of the grammar."""

_NESTING = frozenset(("OPEN", "PERIOD", "FROM", "UNTIL", "FOR", "UNDER"))
_DEEPEST = 60
"""How many brackets, periods and modifiers a sentence may have in all; no sentence of law has so many."""


class Sentences:
    """Reads the sentences of the instrument called `name` from its text."""

    def __init__(self, text: str, name: str, told: Faults) -> None:
        self._text = text
        self._name = name
        self._told = told
        self._parser = _parser()

    def operation(self, paragraph: Paragraph) -> Said | None:
        """What an operation says; None where it cannot be read, which is told."""
        made = self._read("operation", paragraph)
        return made if isinstance(made, Said) else None

    def when(self, attribute: Paragraph) -> When | None:
        """When something takes effect; None where it cannot be read, which is told."""
        made = self._read("when", attribute)
        return made if isinstance(made, When) else None

    def scope(self, attribute: Paragraph) -> Scope | None:
        """To whom something applies; None where it cannot be read, which is told."""
        made = self._read("scope", attribute)
        return made if isinstance(made, Scope) else None

    def _read(self, start: str, paragraph: Paragraph) -> object:
        read = list(self._tokens(paragraph.pieces))
        if any(each.type == "QUOTE" for each in read):  # a quotation mark that is not closed, which is told of
            return None
        if sum(each.type in _NESTING for each in read) > _DEEPEST:
            self._told.add(paragraph.written, faults.TOO_MUCH)
            return None
        tree = self._parsed(start, read, paragraph)
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

    def _parsed(self, start: str, read: Sequence[Token], paragraph: Paragraph) -> "Tree[Token] | None":
        """The tree of the tokens; where they are no sentence, the first that cannot be read on from is told of."""
        parser = self._parser.parse_interactive(start=start)
        for place, each in enumerate(read):
            try:
                parser.feed_token(each)
            except UnexpectedInput:
                self._told.add(span_of(each), self._fault(start, read, place))
                return None
        try:
            tree = parser.feed_token(Token("$END", ""))
        except UnexpectedInput:
            self._told.add(span_of(read[-1]) if read else paragraph.written, self._fault(start, read, len(read)))
            return None
        return tree if isinstance(tree, Tree) else Tree("alone", [tree])

    def _fault(self, start: str, read: Sequence[Token], place: int) -> Fault:
        """Why the tokens cannot be read on at a place. They are read again, since a failed step leaves its mark."""
        parser = self._parser.parse_interactive(start=start)
        for each in read[:place]:
            parser.feed_token(each)
        found = read[place] if place < len(read) else None
        after = read[place + 1] if place + 1 < len(read) else None
        accepted: set[str] = parser.accepts()  # type: ignore[no-untyped-call]  # Lark gives it no types
        return Stopped(start, found, read[place - 1] if place else None, after, frozenset(accepted)).fault()


class _SentenceReader(WhenReader, PlaceReader, WordingReader, MovingReader, EffectReader, OperationReader):
    """All the rules of the grammar."""


@cache
def _parser() -> Lark:
    return parser_of("instrument", *STARTS, propagate_positions=True)
