"""Words within a line replaced, put in or taken out: plain words, escaped as the language needs."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from secc.amending.fragments import begins_something
from secc.amending.patterns import LINE_BREAK_WITHIN
from secc.amending.refusal import Refusal
from secc.amending.seams import fitted_together
from secc.amending.spots import Spot
from secc.amending.traced import Edit, Strand, TracedText, origin_at
from secc.amending.wording import Found, straight
from secc.code.model import Places, Prose
from secc.instruments.when import OperationRef
from secc.syntax.inline.printing import to_source
from secc.syntax.inline.reading import Inline, parse
from secc.syntax.marks import AnyMark, Code, Emphasis, FootnoteCall, Strong, Symbols


def replacing(text: TracedText, changes: Sequence[tuple[Found, str]], origin: OperationRef) -> list[Edit]:
    """The edits that put other words in the place of those found; plain words, escaped as the language needs."""
    found: dict[int, tuple[Spot, list[tuple[int, int, str]]]] = {}
    for each, new in changes:
        _, stretches = found.setdefault(id(each.spot), (each.spot, []))
        stretches.append((each.start, each.end, straight(new)))
    edits: list[Edit] = []
    for spot, stretches in found.values():
        fitting = fitted_together(spot.prose.text, stretches)
        if all(_is_plain(text.text, spot, start, end) for start, end, _ in fitting):
            edits += [_plain(text, spot, each, origin) for each in fitting]
        else:
            edits.append(_reprinted(text, spot, fitting, origin))
    return edits


def _is_plain(text: str, spot: Spot, start: int, end: int) -> bool:
    return (start > 0 or spot.in_cell) and _plainly_there(text, spot.prose, start, end)


def _plain(text: TracedText, spot: Spot, change: tuple[int, int, str], origin: OperationRef) -> Edit:
    """The edit of words that the file has as they are."""
    start, end, new = change
    prose = spot.prose
    lower = prose.places.offset(start - 1) + 1 if start == end else prose.span(start, end).start
    upper = lower if start == end else prose.span(start, end).end
    source = new if _in_code(prose, start) else to_source(Inline(new, (), ()))
    if spot.in_cell:
        return Edit(lower, upper, (Strand(source.replace("|", "\\|"), origin),))
    return _joined(text.text, Edit(lower, upper, (Strand(source, origin),)), origin)


def _plainly_there(text: str, prose: Prose, start: int, end: int) -> bool:
    """Whether the file holds the words as they are, without marks or escapes in or at the edge of them."""
    if any(_cuts(mark, start, end) for mark in prose.marks):
        return False
    if start == end:
        return start > 0 and text[prose.places.offset(start - 1)] == prose.text[start - 1]
    span = prose.span(start, end)
    written = LINE_BREAK_WITHIN.sub(" ", text[span.start : span.end])
    return " ".join(written.split(" ")) == prose.text[start:end] and text[span.start - 1 : span.start] != "\\"


def _cuts(mark: AnyMark, start: int, end: int) -> bool:
    """Whether a stretch touches a mark without lying well within it; emphasis may lie within what is replaced."""
    if isinstance(mark, Emphasis | Strong):
        return start == end and start in (mark.start, mark.end)
    return mark.start <= end and start <= mark.end and not (mark.start < start and end < mark.end)


def _in_code(prose: Prose, start: int) -> bool:
    return any(isinstance(mark, Code | Symbols) and mark.start < start < mark.end for mark in prose.marks)


def _joined(text: str, edit: Edit, origin: OperationRef) -> Edit:
    """The same edit; where it would stand first on a line that runs on, that line goes on the one above."""
    start = edit.start
    while start and text[start - 1] in " \t>":
        start -= 1
    if not start or text[start - 1] != "\n":
        return edit
    break_at = len(text[: start - 1].rstrip(" \t"))
    return Edit(break_at, edit.end, (Strand(" ", origin), *edit.new))


def _reprinted(text: TracedText, spot: Spot, changes: Sequence[tuple[int, int, str]], origin: OperationRef) -> Edit:
    """The whole of a block's words anew, on one line, the unchanged words with their origins."""
    if spot.region is None:
        raise Refusal("the words stand in an empty cell", "set the row out in full")
    prose = spot.prose
    words, marks = prose.text, prose.marks
    was: list[int | None] = list(range(len(words)))
    for start, end, new in reversed(changes):
        words = words[:start] + new + words[end:]
        was[start:end] = [None] * len(new)
        by = len(new) - (end - start)
        marks = tuple(moved for mark in marks if (moved := _moved(mark, start, end, by)))
    source = to_source(Inline(words, marks, ()))
    lower, upper = spot.region
    if not source:
        lower = len(text.text[:lower].rstrip(" "))
    written = _barred(_with_origins(text, spot, was, source, origin), spot)
    return Edit(lower, upper, (*_lead(text.text[:lower], source, spot, origin), *written))


def _lead(above: str, source: str, spot: Spot, origin: OperationRef) -> Iterator[Strand]:
    """A blank behind a label that stood alone; a backslash before what would begin something else at a line's start."""
    if source and above and not above[-1].isspace():
        yield Strand(" ", origin)
    elif spot.begins_line and begins_something(source):
        yield Strand("\\", origin)


def _barred(written: Iterator[Strand], spot: Spot) -> Iterator[Strand]:
    return (Strand(each.text.replace("|", "\\|"), each.origin) if spot.in_cell else each for each in written)


def _moved(mark: AnyMark, start: int, end: int, by: int) -> AnyMark | None:
    """A mark where it stands after the change; None for one whose words were all replaced, with others about them."""
    if (start, end) == (mark.start, mark.end) and start < end and isinstance(mark, Emphasis | Strong):
        return replace(mark, end=end + by) if end + by > start else None
    covered = start <= mark.start and mark.end <= end and start < end
    if covered and not (isinstance(mark, FootnoteCall) and mark.start in (start, end)):
        return None
    new_start = mark.start if mark.start <= start else max(mark.start, end) + by
    new_end = mark.end if mark.end <= start else max(mark.end, end) + by
    return replace(mark, start=new_start, end=new_end) if new_start < new_end or mark.start == mark.end else None


def _with_origins(
    text: TracedText, spot: Spot, was: Sequence[int | None], source: str, origin: OperationRef
) -> Iterator[Strand]:
    """The printed words, each with the origin that it had; `was` says where each stood, None for the new ones."""
    places = Places(parse(source).pairs)
    printed = 0
    whose = origin
    for place, before in enumerate(was):
        after = places.offset(place) + 1
        whose = origin if before is None else origin_at(text, spot.prose.places.offset(before))
        yield Strand(source[printed:after], whose)
        printed = after
    yield Strand(source[printed:], origin_at(text, spot.region[1] - 1) if spot.region and spot.prose.text else whose)
