"""A sentence of an instrument as tokens of grammar/instrument.lark.

What the grammar cannot see is decided here: whether a comma goes on a list or only parts the sentence (then it is left
out), and whether `to` ends a range or leads somewhere.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lark import Token

from secc.instruments import faults, patterns
from secc.source import Span
from secc.syntax.faults import Faults

PLACES = frozenset(
    "SECTION APPENDIX SCHEDULE CLAUSE PARAGRAPH ANNEX PART DOCUMENT DEFINITION OPENING CLOSING SUB_HEADING HEADING ROW"
    " COLUMN TABLE".split()
)
"""The tokens with which the mention of a place begins."""
_LISTED = frozenset("LABEL PAREN QUOTED DATE EVENT PERIOD EARLIER LATER EFFECT NEVER OPEN DIMENSION".split())
_LABELS = frozenset(("LABEL", "PAREN", "QUOTED"))
_LEFT_OUT = frozenset(("NOISE", "FOLLOWING", "COLON"))
_FREE = frozenset(("SAVE", "OUTSIDE", "COLON"))
"""What the rest of the sentence stands after as free words."""
VERBS = (
    "REDESIGNATE DESIGNATE REVOKE INSERT SUBSTITUTE REPLACE OMIT AMEND MOVE RENUMBER SPLIT JOIN RENAME COMMENCE CEASE"
    " EXTEND SHORTEN VARY CANCEL DISAPPLY SUSPEND RESUME DECIDE WITHDRAW READ SAVE"
).split()
"""The tokens that are the verb of an operation."""
_OPENERS = "in for from until under after before at event fix no outside section appendix schedule clause".split()


@cache
def verbs() -> frozenset[str]:
    """Words with which an operation begins."""
    return frozenset([*(name.lower().replace("_", "-") for name in VERBS), "re-designate", "delete", "add", *_OPENERS])


def tokens(text: str, span: Span, told: Faults, *, last: bool) -> list[Token]:
    """The tokens of a stretch; their places are offsets in the text.

    The full stop of the last words of a paragraph is left out; free words keep theirs.
    """
    stop = patterns.FINAL_STOP.search(text, span.start, span.end) if last else None
    return joined(list(_raw(text, span, stop.start() if stop is not None else span.end, told)))


def token(kind: str, words: str, span: Span) -> Token:
    """A token with its place."""
    return Token(kind, words, start_pos=span.start, end_pos=span.end)


def _raw(text: str, span: Span, end: int, told: Faults) -> Iterator[Token]:
    """Every token as it is written, commas and what says nothing included."""
    position = _past_space(text, span.start, end)
    while position < end:
        found = patterns.TOKEN.match(text, position, end)
        assert found is not None  # WORD and the marks match anything that is not white space
        kind = found.lastgroup or "WORD"
        position = found.end()
        if kind == "QUOTE":
            told.add(Span(found.start(), found.start() + 1), faults.OPEN_QUOTATION)
            yield _token(kind, found)
            return
        yield _token(kind, found)
        position = _past_space(text, position, end)
        if kind in _FREE:
            if position < end:
                yield token("FREE", text[position : span.end], Span(position, span.end))
            return


def _token(kind: str, found: "re.Match[str]") -> Token:
    return token(kind, found.group(), Span(found.start(), found.end()))


def _past_space(text: str, position: int, end: int) -> int:
    found = patterns.SPACE.match(text, position, end)
    return found.end() if found is not None else position


def joined(raw: Sequence[Token]) -> list[Token]:
    """The tokens with what joins them settled.

    `AND` joins labels, days and the like, `ALSO` places; `TO` ends a range of labels or quoted words, `INTO` leads to a
    place; "from" before a place is "in". A comma that joins nothing is left out; one before `in` is kept in its text.
    """
    made: list[Token] = []
    for place, each in enumerate(raw):
        after = raw[place + 1].type if place + 1 < len(raw) else ""
        if each.type == "COMMA":
            made += _comma(made, each, after)
        elif each.type == "IN" and place and raw[place - 1].type == "COMMA":
            made.append(token("IN", f", {each}", span_of(each)))
        elif each.type not in _LEFT_OUT:
            made.append(_as(_settled(each.type, after), each))
    return made


def _settled(kind: str, after: str) -> str:
    """The kind of a token in view of the one after it."""
    match kind:
        case "AND" if after in PLACES:
            return "ALSO"
        case "TO" if after not in _LABELS:
            return "INTO"
        case "FROM" if after in PLACES:
            return "IN"
        case "TABLE" if after == "QUOTED":
            return "TABLE_CALLED"
        case _:
            return kind


def _comma(before: Sequence[Token], comma: Token, after: str) -> list[Token]:
    if not before:
        return []
    if after in PLACES:
        return [_as("ALSO", comma)]
    lists = after in _LISTED and (after != "QUOTED" or before[-1].type == "QUOTED")
    return [_as("AND", comma)] if lists else []


def _as(kind: str, given: Token) -> Token:
    return token(kind, str(given), span_of(given))


def span_of(given: Token) -> Span:
    """Where a token stands."""
    assert given.start_pos is not None
    assert given.end_pos is not None
    return Span(given.start_pos, given.end_pos)
