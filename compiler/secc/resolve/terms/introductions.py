"""Definitions in the prose: `(the "Testing Services")`, `shall be the "Estimated Allowed Revenue"`, `"X" means …`.

A definition is told from words merely quoted by what stands around the quotation: its article and brackets before
it, the verb behind it. `select the "Submit" button`, `the words "shall provide"` and `in which "Yes" means` define
nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from secc.resolve.patterns_terms import (
    AFTER_ARTICLE,
    ARTICLE,
    BETWEEN_NAMES,
    BORROWED,
    BRACKET_AFTER,
    BRACKET_BEFORE,
    IS_A_REFERENCE,
    KNOWN_AS,
    MEANS,
    MENTIONED,
    QUOTED,
    REFERENCE_TO,
    SENTENCE_BEFORE,
    SENTENCE_END,
    SHALL_BE,
)

# Words with which the Code cites itself, or fills a table: quoted or not, they are never terms of the prose.
NEVER = frozenset({
    "Section", "Sections", "Clause", "Clauses", "Paragraph", "Paragraphs", "Appendix", "Appendices", "Schedule",
    "Schedules", "Annex", "Annexes", "Part", "Parts", "Condition", "Conditions", "Yes", "No", "None",
})  # fmt: skip
_WINDOW = 160  # how much of the text before a name is looked at


class Name(Struct, frozen=True):
    """A name and its stretch of the text, inside the quotes."""

    text: str
    start: int
    end: int


class Introduction(Struct, frozen=True):
    """The names that a stretch of prose gives one thing. `borrowed` is the namespace whose meaning they are given.

    `opening` is what stands before the first of them in their sentence, `bracket` what does in their brackets.
    """

    names: tuple[Name, ...]
    borrowed: str
    opening: str
    bracket: str


class _Group(Struct, frozen=True):
    """Names in a row: `aliases[i]` says whether the name after the i-th is another name of the same thing."""

    names: tuple[Name, ...]
    aliases: tuple[bool, ...]


def introductions(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Introduction, ...]:
    """What a prose defines, in order. Quotations in `taken` are spoken for."""
    if '"' not in text:
        return ()
    names = (Name(each["name"], each.start("name"), each.end("name")) for each in QUOTED.finditer(text))
    free = [name for name in names if (name.start, name.end) not in taken]
    return tuple(found for group in _groups(text, free) for found in _introduced(text, group))


def _groups(text: str, quoted: Sequence[Name]) -> Iterator[_Group]:
    names: list[Name] = []
    aliases: list[bool] = []
    for name, following in pairwise([*quoted, None]):
        assert name is not None
        names.append(name)
        between = BETWEEN_NAMES.fullmatch(text, name.end + 1, following.start - 1) if following is not None else None
        if between is None:
            yield _Group(tuple(names), tuple(aliases))
            names, aliases = [], []
        else:
            aliases.append(bool(between["alias"]))


def _introduced(text: str, group: _Group) -> Iterator[Introduction]:
    start, end = group.names[0].start - 1, group.names[-1].end + 1
    before = text[max(0, start - _WINDOW) : start]
    bracket = before[before.rfind("(") + 1 :] if before.rfind("(") > before.rfind(")") else ""
    borrowed = BORROWED.match(text, end)
    if borrowed is None and not _defines(before, bracket, text, end, group.names[0].text):
        return
    namespace = borrowed["namespace"].removesuffix("'s") if borrowed is not None else ""
    for names in _things(group):
        if names[0].text not in NEVER:
            yield Introduction(names, namespace, _opening(text, start), bracket)


def _defines(before: str, bracket: str, text: str, end: int, name: str) -> bool:
    if MENTIONED.search(before) is not None or bracket.startswith("in which "):
        return False
    after = end if before.endswith("(") or bracket or not text.startswith(")", end) else end + 1
    if MEANS.match(text, after) is not None or _in_brackets(before, text, end, name):
        return True
    if REFERENCE_TO.search(before) is not None and IS_A_REFERENCE.match(text, end) is not None:
        return True
    return _is_named(name) and _by_its_sentence(before, text, after)


def _is_named(name: str) -> bool:
    return name[0].isupper() or name[0].isdigit()


def _in_brackets(before: str, text: str, end: int, name: str) -> bool:
    if BRACKET_AFTER.match(text, end) is None:
        return False
    return BRACKET_BEFORE.search(before) is not None or (
        before.endswith("(") and (_is_named(name) or name.startswith("the "))
    )


def _by_its_sentence(before: str, text: str, end: int) -> bool:
    if KNOWN_AS.search(before) is not None:
        return True
    if ARTICLE.search(before) is not None and (end == len(text) or AFTER_ARTICLE.match(text, end) is not None):
        return True
    return SENTENCE_BEFORE.search(before) is not None and SHALL_BE.match(text, end) is not None


def _opening(text: str, end: int) -> str:
    start = 0
    for stop in SENTENCE_END.finditer(text, 0, end):
        start = stop.end()
    return text[start:end]


def _things(group: _Group) -> Iterator[tuple[Name, ...]]:
    """The names of a group by the thing they name."""
    names = [group.names[0]]
    for name, alias in zip(group.names[1:], group.aliases, strict=True):
        if alias:
            names.append(name)
        else:
            yield tuple(names)
            names = [name]
    yield tuple(names)
