"""Finds the citations of a text."""

import re
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from secc.resolve.citation.build import reference
from secc.resolve.citation.joins import Token
from secc.resolve.citation.model import Citation, Work, WorkKind
from secc.resolve.citation.names import NO_NAMES, Names, last_word
from secc.resolve.citation.shapes import shape
from secc.resolve.citation.tokens import TokenReader
from secc.resolve.citation.works import legislation_before, licence_before, licence_title
from secc.resolve.patterns import CITATION_START, NOT_A_PROVISION, STANDARD_BEFORE


@lru_cache(maxsize=1 << 15)  # most provisions say in most states of the Code what they said before
def find(text: str, names: Names = NO_NAMES) -> tuple[Citation, ...]:
    """The citations of a text, from left to right; none overlaps another.

    `text` is one paragraph, or a letter whose lines are joined or not: inside a citation white space is white space.
    `names` are the names by which it may call documents. Never raises; cost is linear in the text.
    """
    found: list[Citation] = []
    position = floor = 0
    while start := CITATION_START.search(text, position):
        position = start.end()
        read = _read(text, floor, start, names)
        if read:
            citation, position = read
            floor = citation.end
            found.append(citation)
    return tuple(found)


# A citation, and where the next one may begin: behind the heading that this one echoes.
_Read: TypeAlias = tuple[Citation, int]


def _read(text: str, floor: int, start: re.Match[str], names: Names) -> _Read | None:
    """The citation that begins where `start` matched, or, if a name stands before it, there; never before `floor`."""
    match start.lastgroup:
        case "title":
            title = legislation_before(text, floor, start)
            return _whole(title.start, title.end, title.work) if title else _led(text, floor, start, names)
        case "numbered":
            return _whole(start.start(), start.end(), Work(start.group(), WorkKind.REGULATIONS))
        case "work":
            kind = WorkKind.PAPER if start.group().startswith("SECP_") else WorkKind.MODIFICATION
            return _whole(start.start(), start.end(), Work(start.group(), kind))
        case "main" if NOT_A_PROVISION.match(text, start.start()):
            return None
        case _:
            return _led(text, floor, start, names)


def _whole(start: int, end: int, work: Work) -> _Read:
    return Citation(start, end, work), end


def _led(text: str, floor: int, start: re.Match[str], names: Names) -> _Read | None:
    """A citation that begins with a lead word or a bare number, or with a name before it."""
    tokens = TokenReader(text, start.start(), names).read(start)
    if not tokens or start.lastgroup != "lead":
        return _parsed(tokens)
    named = _named_before(text, floor, start, names)
    return _parsed([*named.tokens, *tokens], named.start) or _parsed(tokens)


def _parsed(tokens: list[Token], start: int | None = None) -> _Read | None:
    """The longest citation at the head of `tokens`; a heading at its end is no part of its words."""
    found = shape(tuple([token.kind for token in tokens]))
    if found is None:
        return None
    start = tokens[0].start if start is None else start
    last = tokens[found.length - 1]
    named = tokens[found.length - 2] if last.kind == "HEADING" else last
    return Citation(start, named.end, reference(found.tree, tokens, start)), last.end


class _Before(Struct, frozen=True):
    """What is read before a lead word: the tokens of a name, and where the citation then starts."""

    start: int
    tokens: tuple[Token, ...] = ()


def _named_before(text: str, floor: int, lead: re.Match[str], names: Names) -> _Before:
    """The document named before a lead word: SMKI RAPP Annex A, DCC Licence (Condition 18).

    "standard" and "standard licence" in "standard licence condition 44" name none, and are of the citation's words. In
    "the Incident Management Policy (Appendix AG)" the brackets say what the document is.
    """
    start = lead.start()
    if lead.group().lower().startswith(("appendi", "schedule")):
        return _Before(start)
    opened = text[max(floor, start - 1) : start] == "("
    end = start - 1 if opened else start
    last = last_word(text, end)
    standard = STANDARD_BEFORE.search(text, max(floor, end - 12), end) if last.endswith("tandard") else None
    named = names.before(text, end, last)
    licence = licence_before(text, end) if not named and last[-6:].lower() == "icence" else None
    begin = named.start if named else licence.start if licence else standard.start() if standard else start
    if begin < floor or begin == start:
        return _Before(start)
    if named is None and (licence is None or not licence_title(licence.work.title)):
        return _Before(start if opened else begin)
    value = named.named if named else licence.work if licence else None
    name = Token("NAME", begin, end, text[begin:end], value)
    return _Before(begin, (name, Token("OPEN", end, end + 1, "(")) if opened else (name,))
