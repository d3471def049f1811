"""What reading an instrument gives."""

from msgspec import Struct

from secc.diagnostics import Diagnostic
from secc.instruments.model import Instrument


class Commented(Struct, frozen=True):
    """A comment and what it stands above: `header 0`, `attribute by`, `note 0`, `operation 3` (from 0), or `end`."""

    above: str
    text: str


class ReadInstrument(Struct, frozen=True):
    """An instrument as read, what is wrong with it, and its comments, which are no part of what it says.

    An operation that cannot be read is not in it. `but_words` is the digest of all that days follow from.
    """

    instrument: Instrument
    findings: tuple[Diagnostic, ...]
    comments: tuple[Commented, ...]
    but_words: str
