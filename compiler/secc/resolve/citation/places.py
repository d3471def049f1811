"""Labels into places: what a label says by itself, and what it leaves to the one before it in a list or range.

And the places of a list, once it is read.
"""

from collections.abc import Iterable, Sequence

from secc.resolve.citation.joins import Token
from secc.resolve.citation.model import Blank, Extent, Heading, Place, Range
from secc.source import Span

_ROMAN = frozenset("ivx")


def extent(tokens: Sequence[Token], start: int) -> Place | Blank:
    """The place that a label with its brackets names, spans counted from `start`."""
    first = tokens[0]
    named = [token for token in tokens if token.kind != "HEADING"]
    span = Span(first.start - start, named[-1].end - start)
    if first.kind == "BLANK":
        return Blank(first.text, span)
    letter, numbers = _label(first)
    paragraphs = tuple(token.text[1:-1] for token in named if token.kind == "PAREN")
    form = "".join(token.text[1:-1] for token in named if token.kind == "FORM")
    return Place(letter, numbers, paragraphs, span, form, _heading(tokens[-1], start))


def _label(token: Token) -> tuple[str, tuple[str, ...]]:
    """The letter and the numbers of a label; K 4.1 and k4.1 are K4.1."""
    match token.kind:
        case "LETTER":
            return token.text, ()
        case "MAIN":
            return token.text[0].upper(), tuple(token.text[1:].strip().split("."))
        case "NUMBER" | "DOTTED":
            return "", tuple(token.text.split("."))
        case _:
            return "", ()


def _heading(token: Token, start: int) -> Heading | None:
    if token.kind != "HEADING":
        return None
    return Heading(" ".join(token.text.split()), Span(token.start - start, token.end - start))


def ends_of(extent: Extent) -> tuple[Place, ...]:
    """The places of an extent: one, both ends of a range, none of a placeholder."""
    match extent:
        case Range(first, last):
            return first, last
        case Place():
            return (extent,)
        case Blank():
            return ()


def places_in(extents: Iterable[Extent]) -> tuple[Place, ...]:
    """Every place of a list, of a range its ends."""
    return tuple(place for each in extents for place in ends_of(each))


def last_of(extent: Extent) -> Place | None:
    """The place that the next label of a list is read after."""
    match extent:
        case Range(_, last):
            return last
        case Place():
            return extent
        case Blank():
            return None


def after(before: Place | None, place: Place | Blank, *, in_range: bool) -> Place | Blank:
    """A place as the text means it after another: (f) after F1.4(e) is F1.4(f), 57 to the end of L13.56 is L13.57."""
    if before is None or isinstance(place, Blank):
        return place
    if place.letter:
        return _inserted(before, place) if in_range else place
    if not place.numbers:
        paragraphs = _paragraphs(before.paragraphs, place.paragraphs)
        return Place(before.letter, before.numbers, paragraphs, place.span, heading=place.heading)
    missing = len(before.numbers) - len(place.numbers)
    if before.letter or (in_range and missing > 0):
        numbers = before.numbers[: max(0, missing)] + place.numbers
        return Place(before.letter, numbers, place.paragraphs, place.span, heading=place.heading)
    return place


def _inserted(before: Place, place: Place) -> Place:
    """The end of a range of inserted numbers, of which only the letter is written: H14.36A-E."""
    if place.numbers or not before.numbers or not before.numbers[-1][-1].isalpha():
        return place
    last = before.numbers[-1].rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") + place.letter
    return Place(before.letter, (*before.numbers[:-1], last), place.paragraphs, place.span, heading=place.heading)


def _paragraphs(before: tuple[str, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    """The labels that `labels` stand for behind `before`: (ii) after (a)(i) is (a)(ii), (b) after it is (b)."""
    if not before:
        return labels
    styles = _styles(labels[0], "")
    for depth in range(len(before) - 1, -1, -1):
        if styles & _styles(before[depth], before[depth - 1] if depth else ""):
            return before[:depth] + labels
    return before[: -len(labels)] + labels


def _styles(label: str, parent: str) -> frozenset[str]:
    """Which kinds of label this may be: i, v and x are letters or numerals, below a letter numerals only."""
    if label[0].isdigit():
        return frozenset(("number",))
    if not label[0].islower():
        return frozenset(("capital",))
    if not _ROMAN.issuperset(label.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")):
        return frozenset(("letter",))
    return frozenset(("numeral",)) if parent and parent[0].islower() else frozenset(("letter", "numeral"))


def below(outer: Place, inner: Extent) -> Extent:
    """A number or paragraph that stands in a provision of the main body, as one place: 1.17 in L is L1.17."""
    match inner:
        case Range(first, last):
            return Range(_below(outer, first), _below(outer, last))
        case Place():
            return _below(outer, inner)
        case Blank():
            return inner


def _below(outer: Place, inner: Place) -> Place:
    numbers, paragraphs = outer.numbers + inner.numbers, outer.paragraphs + inner.paragraphs
    return Place(outer.letter, numbers, paragraphs, inner.span, heading=inner.heading or outer.heading)
