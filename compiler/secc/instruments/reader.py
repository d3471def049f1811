"""What every part of the reader of sentences shares: the words and days of tokens, and telling of faults."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from lark import Token, Transformer
from lark.tree import Meta
from lark.visitors import Discard

from secc.instruments import faults, patterns
from secc.instruments.mentions import Mention
from secc.instruments.model import SourceText
from secc.instruments.naming import Extent, extent, place
from secc.instruments.paragraphs import SetOut
from secc.instruments.places import Place
from secc.instruments.set_out import source_text
from secc.instruments.tokens import span_of
from secc.source import Span
from secc.syntax.faults import Fault, Faults
from secc.syntax.inline.spaces import even

_MEANING = frozenset(
    "QUOTED BLOCK WHICH VERSION FORM KEEPING FREE DATE PERIOD NAME OF_NAME OF_THIS DIMENSION LABEL PAREN TO IN"
    " TO_END TO_BEGINNING".split()
)
"""The tokens that say something of their own; of the others it is enough that they stand where they do."""

Parts: TypeAlias = Sequence[object]


class Reader(Transformer[Token, object]):
    """Makes what a sentence says from its tree. `failed` is true when something was told of: then nothing is sure."""

    def __init__(self, name: str, told: Faults) -> None:
        super().__init__()
        self.name = name
        self.failed = False
        self._faults = told

    def tell(self, span: Span, fault: Fault) -> None:
        """Tell of a fault; what is returned then stands in for what is not known."""
        self.failed = True
        self._faults.add(span, fault)

    def __default_token__(self, token: Token) -> object:
        return token if token.type in _MEANING else Discard

    def quoted(self, token: Token) -> str:
        """The words between quotation marks, even."""
        words = words_of(str(token))
        if not words:
            self.tell(span_of(token), faults.EMPTY_WORDS)
        return words

    def day(self, token: Token) -> date:
        """A day, written either way."""
        found = day_of(str(token))
        if found is None:
            self.tell(span_of(token), faults.impossible_day(" ".join(token.split())))
        return found or date.min

    def source_text(self, block: Token) -> SourceText:
        """The text that is set out."""
        given: SetOut = block.value
        made = source_text(given, self._faults)
        self.failed = self.failed or not made.lines
        return made

    def extent(self, span: tuple[Mention, ...], within: Place | None) -> Extent:
        """The one place or range that is named."""
        return extent(span, within, self.tell)

    def found(self, mention: Mention) -> Place:
        """The place that is named."""
        return place(mention, None, self.tell)


def span_in(meta: Meta) -> Span:
    """Where the words of a rule stand."""
    return Span(meta.start_pos, meta.end_pos)


def words_of(written: str) -> str:
    """What stands between quotation marks: plain words, single spaces, straight quotes."""
    return patterns.ESCAPED.sub(r"\g<sign>", even(written[1:-1])[0])


def day_of(written: str) -> date | None:
    """The day that is written; None where it is none, or the calendar has none such."""
    if found := patterns.ISO_DATE.fullmatch(written):
        month = int(found["month"])
    elif found := patterns.LONG_DATE.fullmatch(written):
        month = patterns.MONTHS.index(found["month"]) + 1
    else:
        return None
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
