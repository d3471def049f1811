"""Formulas as words in one line, for where a change of them is tracked.

Word tracks changes in formulas that it sets itself, but LibreOffice (7.4) neither shows such marks nor acts on them. As
words they are marked, accepted and rejected as all words are: what stands low or high is set low or high, a fraction
has a stroke, and what belongs together is in brackets. Only formulas that are sound have a tree.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypeAlias

from secc.render.pdf.sheet import Symbol


class Height(StrEnum):
    """Where words stand, as the format names it."""

    LINE = ""
    LOW = "subscript"
    HIGH = "superscript"


Placed: TypeAlias = tuple[str, Height]
"""Some words, and where they stand."""

_BETWEEN = frozenset("=≤≥<>≠≈≡∝∈∉⊂⊆→⇒⟹⟺+−±∓×⋅÷∪∩∧∨")
"""Signs with a blank on either side, unless they stand first."""
_OF_WHAT_FOLLOWS = frozenset("+−±")
"""Those that belong to what follows them where they stand first: `−1`."""
_PAUSES = frozenset(",;")
_LEAVES = frozenset(("sign", "name", "number", "words", "function", "limited"))
_NAMES = frozenset(("function", "limited"))
_OVER_MANY = frozenset("∑∏⋃⋂∫")
_DIVIDING = frozenset("/÷")
_OPENING = frozenset("([")
_ACCENTS = {"line": "\u0305", "hat": "\u0302", "tilde": "\u0303"}
_BRACKETS = {"pmatrix": "()", "bmatrix": "[]", "cases": "{"}
_NOTHING = Symbol("row")


def in_line(tree: Symbol) -> list[Placed]:
    """A formula as words: stretches of one height, in order."""
    made: list[Placed] = []
    for text, height in _said(tree, Height.LINE):
        if made and made[-1][1] is height:
            made[-1] = made[-1][0] + text, height
        elif text:
            made.append((text, height))
    return made


def _said(part: Symbol, height: Height) -> Iterator[Placed]:
    if part.kind in _LEAVES:
        yield part.text, height
    elif part.kind == "space":
        yield " ", height
    elif part.kind == "row":
        yield from _row(part.inside, height)
    else:
        yield from _shape(part, height)


def _row(parts: Sequence[Symbol], height: Height) -> Iterator[Placed]:
    for place, part in enumerate(parts):
        if height is Height.LINE and part.kind == "sign" and part.text in _BETWEEN:
            yield _between(parts, place), height
        else:
            yield from _together(part, height) if _is_factor(parts, place) else _said(part, height)
        if _needs_blank(part, parts[place + 1 : place + 2]) or (height is Height.LINE and _is_pause(parts, place)):
            yield " ", height


def _between(parts: Sequence[Symbol], place: int) -> str:
    """A sign between others with blanks about it."""
    sign, before = parts[place].text, _first(reversed(parts[:place]))
    if before is not _NOTHING and not (before.kind == "sign" and before.text in _BETWEEN | _OPENING | _PAUSES):
        return f" {sign} "
    return sign if sign in _OF_WHAT_FOLLOWS else f"{sign} "


def _is_pause(parts: Sequence[Symbol], place: int) -> bool:
    """Whether a part is a comma or semicolon, but for one within a number such as `1,000`."""
    around = [each.kind for each in (*parts[max(0, place - 1) : place], *parts[place + 1 : place + 2])]
    return parts[place].kind == "sign" and parts[place].text in _PAUSES and around != ["number", "number"]


def _first(parts: Iterable[Symbol]) -> Symbol:
    return next((each for each in parts if each.kind != "space"), _NOTHING)


def _is_factor(parts: Sequence[Symbol], place: int) -> bool:
    """Whether a part is a fraction that would be read otherwise without brackets, beside what it stands with."""
    if parts[place].kind != "fraction":
        return False
    before, behind = _first(reversed(parts[:place])), _first(parts[place + 1 :])
    is_multiplied = behind.kind != "sign" or behind.text in _OPENING | _OVER_MANY
    return (is_multiplied and behind is not _NOTHING) or before.text in _DIVIDING


def _parts_of(part: Symbol) -> tuple[Symbol, ...]:
    return part.inside if part.kind == "row" else (part,)


def _needs_blank(part: Symbol, following: Sequence[Symbol]) -> bool:
    """Whether a part is said before another as a word of its own: a function, or a sign such as a sum."""
    base = part.inside[0] if part.kind == "scripts" else part
    is_word = base.kind in _NAMES or (base.kind == "sign" and base.text in _OVER_MANY)
    return is_word and any(each.kind not in ("fence", "space") and each.text != "(" for each in following)


def _shape(part: Symbol, height: Height) -> Iterator[Placed]:
    match part.kind:
        case "upright" | "slanted":
            yield from _said(part.inside[0], height)
        case "fraction":
            yield from _together(part.inside[0], height)
            yield "/", height
            yield from _together(part.inside[1], height)
        case "binomial":
            yield from _enclosed("(", _joined(part.inside, " over ", height), ")", height)
        case "over":
            yield from _marked(part, height)
        case "root":
            yield from _root(part, height)
        case "fence":
            opening, inside, closing = part.inside
            yield from _enclosed(opening.text, _said(inside, height), closing.text, height)
        case "scripts":
            yield from _scripts(part, height)
        case _:
            yield from _table(part, height)


def _together(part: Symbol, height: Height) -> Iterator[Placed]:
    """A part in brackets, unless it is one symbol."""
    base = part.inside[0] if part.kind == "scripts" else part
    if base.kind in (*_LEAVES, "fence", "upright", "slanted"):
        yield from _said(part, height)
    else:
        yield from _enclosed("(", _said(part, height), ")", height)


def _enclosed(opening: str, inside: Iterable[Placed], closing: str, height: Height) -> Iterator[Placed]:
    yield opening, height
    yield from inside
    yield closing, height


def _joined(parts: Sequence[Symbol], between: str, height: Height) -> Iterator[Placed]:
    for place, part in enumerate(parts):
        if place:
            yield between, height
        yield from _said(part, height)


def _marked(part: Symbol, height: Height) -> Iterator[Placed]:
    """What has a line, hat or tilde over it; a brace is left out."""
    (inside,) = part.inside
    yield from _together(inside, height)
    yield _ACCENTS.get(part.text, ""), height


def _root(part: Symbol, height: Height) -> Iterator[Placed]:
    if len(part.inside) > 1:
        yield from _said(part.inside[1], Height.HIGH if height is Height.LINE else height)
    yield from _enclosed("√(", _said(part.inside[0], height), ")", height)


def _scripts(part: Symbol, height: Height) -> Iterator[Placed]:
    """What is low or high already has a sign before what is lower or higher still."""
    base, below, above = part.inside
    yield from _together(base, height) if base.kind == "fraction" else _said(base, height)
    yield "′" * len(part.text), height
    for sign, to, script in (("_", Height.LOW, below), ("^", Height.HIGH, above)):
        if script != _NOTHING and height is Height.LINE:
            yield from _said(script, to)
        elif script != _NOTHING:
            yield sign, height
            yield from _together(script, height)


def _table(part: Symbol, height: Height) -> Iterator[Placed]:
    """A matrix, an array, cases, or lines under one another: cells between commas, lines between semicolons."""
    brackets = _BRACKETS.get(part.kind, "")
    yield brackets[:1], height
    for place, line in enumerate(part.inside):
        if place:
            yield "; ", height
        if part.kind == "aligned":
            yield from _row([each for cell in line.inside for each in _parts_of(cell)], height)
        else:
            yield from _joined(line.inside, ", ", height)
    yield brackets[1:], height
