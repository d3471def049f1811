"""Whether a list of labels goes on: what tells a comma of the list from one of the sentence."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from secc.resolve.citation.model import Named, Unit, Work
from secc.resolve.citation.words import Lead, lead
from secc.resolve.patterns import CITATION_COUNTED, CITATION_WORD


class Token(NamedTuple):
    """A terminal of the grammar where it stands; `value` is what a NAME or WORK names."""

    kind: str
    start: int
    end: int
    text: str
    value: Named | Work | None = None


# After which kind of label a list goes on with which: "A, H11", "H7.1, 7.2", "(e), (f)".
_AFTER = {
    "MAIN": frozenset(("MAIN", "LETTER", "DOTTED")),
    "LETTER": frozenset(("MAIN", "LETTER", "BLANK")),
    "NUMBER": frozenset(("NUMBER", "DOTTED")),
    "DOTTED": frozenset(("NUMBER", "DOTTED")),
    "PAREN": frozenset(("PAREN",)),
    "BLANK": frozenset(("BLANK", "LETTER")),
}


# What has letters for labels, and is not followed by numbers of the main body: "Annex A and H14.5".
_VOLUMES = frozenset((Unit.APPENDIX, Unit.ANNEX, Unit.SCHEDULE, Unit.PART))


def goes_on(tokens: Sequence[Token], kind: str, led: Lead | None) -> bool:
    """Whether a label of this kind goes on the list whose last token is a join.

    The number of the lead word counts: "Sections H8 and 9", but not "Section H8 and 9 others".
    """
    join = tokens[-1].kind
    labels = [token.kind for token in tokens[:-1] if token.kind != "HEADING"]
    number = next((label for label in reversed(labels) if label not in ("PAREN", "FORM")), "")
    if (number, kind) == ("MAIN", "NUMBER"):
        return join == "TO" or (led is not None and led.plural)
    if (number, kind) == ("LETTER", "MAIN") and led is not None and led.unit in _VOLUMES:
        return False
    return kind in _AFTER.get(labels[-1], ()) or kind in _AFTER.get(number, ())


def may_join(text: str, join: re.Match[str], last: str, led: Lead | None, terminal: str) -> bool:
    """Whether what follows a match of `patterns.CITATION_JOIN` can be a label of the list at all.

    `last` is the kind of the token before it; `led` and `terminal` are the lead word's.
    """
    if CITATION_COUNTED.match(text, join.end()) or CITATION_WORD.match(text, join.end()) or _begins_a_line(text, join):
        return False
    if join["sign"]:
        return terminal == "SIGN"
    if join["again"]:
        return bool(join["TO"]) and led is not None and lead(join["again"].strip()).unit == led.unit
    spaced_dash = join["TO"] and not join["TO"].strip().isalpha() and join["TO"].startswith(" ")
    return not spaced_dash or last == "MAIN" or (led is not None and led.plural)


def _begins_a_line(text: str, join: re.Match[str]) -> bool:
    """Whether a bracketed label stands at the start of a line: an item of its own, not of this list."""
    joint = join.group()
    return text[join.end()] == "(" and "\n" in joint[len(joint.rstrip()) :]
