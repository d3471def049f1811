"""The words that lead a citation, and what each says."""

from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from secc.resolve.citation.model import Pointer, Unit


class Lead(Struct, frozen=True, array_like=True):
    """A lead word: what it calls the thing, the terminal of the grammar that it is, whether it is plural."""

    unit: Unit
    terminal: str
    plural: bool


# The singulars and plurals of each unit, and the terminal they are in the grammar.
_WORDS: tuple[tuple[Unit, str, str, str], ...] = (
    (Unit.SECTION, "SECTION", "section", "sections"),
    (Unit.SUBSECTION, "PARAGRAPH", "subsection", "subsections"),
    (Unit.CLAUSE, "CLAUSE", "clause", "clauses"),
    (Unit.PARAGRAPH, "PARAGRAPH", "paragraph para subparagraph subclause", "paragraphs paras subparagraphs subclauses"),
    (Unit.CONDITION, "CONDITION", "condition slc", "conditions slcs"),
    (Unit.REGULATION, "RULE", "regulation reg", "regulations regs"),
    (Unit.ARTICLE, "RULE", "article art", "articles arts"),
    (Unit.RULE, "RULE", "rule", "rules"),
    (Unit.CHAPTER, "CHAPTER", "chapter", "chapters"),
    (Unit.PART, "PART", "part pt", "parts pts"),
    (Unit.APPENDIX, "APPENDIX", "appendix", "appendices appendixes"),
    (Unit.ANNEX, "ANNEX", "annex", "annexes"),
    (Unit.SCHEDULE, "SCHEDULE", "schedule sch", "schedules schs"),
    (Unit.QUESTION, "QUESTION", "question", "questions"),
    (Unit.TABLE, "QUESTION", "table", "tables"),
    (Unit.FIGURE, "QUESTION", "figure", "figures"),
    (Unit.OBJECTIVE, "QUESTION", "objective", "objectives"),
    (Unit.OBSERVATION, "QUESTION", "observation", "observations"),
    (Unit.RFC, "RFC", "rfc", "rfcs"),
    (Unit.CODE, "SELF", "code", ""),
    (Unit.AGREEMENT, "SELF", "agreement", ""),
    (Unit.LICENCE, "SELF", "licence", ""),
    (Unit.ACT, "SELF", "act", ""),
    (Unit.ORDER, "SELF", "order", ""),
)

LEADS = MappingProxyType(
    {
        word: Lead(unit, terminal, plural)
        for unit, terminal, singulars, plurals in _WORDS
        for plural, words in ((False, singulars), (True, plurals))
        for word in words.split()
    }
)

POINTERS = MappingProxyType(
    {
        "this": Pointer.THIS,
        "these": Pointer.THIS,
        "that": Pointer.THAT,
        "those": Pointer.THAT,
        "preceding": Pointer.PRECEDING,
        "previous": Pointer.PRECEDING,
        "foregoing": Pointer.PRECEDING,
        "following": Pointer.FOLLOWING,
        "next": Pointer.FOLLOWING,
    }
)

_NUMBER = MappingProxyType({"this": False, "that": False, "these": True, "those": True})


@lru_cache(maxsize=256)
def lead(word: str) -> Lead:
    """What a lead word says, whatever its case, hyphen or full stop."""
    return LEADS[word.lower().replace("-", "").rstrip(".")]


def agrees(pointer: str, led: Lead) -> bool:
    """Whether a demonstrative and its noun agree in number; in "that Sections H5 and H6 apply" it is a conjunction."""
    word = pointer.split(None, 1)[0].lower()
    return word not in _NUMBER or _NUMBER[word] == led.plural


def pointer(words: str) -> Pointer:
    """Which way a demonstrative points; of several words the first counts ("these licence")."""
    return POINTERS[words.split(None, 1)[0].lower()]
