"""Words within a line: found exactly as often as said, and replaced, put in or taken out."""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from secc.amending.patterns import LINE_BREAK_WITHIN
from secc.amending.refusal import Refusal
from secc.amending.seams import CLOSING, fitted
from secc.amending.spots import Spot
from secc.amending.traced import Edit, Strand, TracedText, origin_at
from secc.code.model import Places, Prose
from secc.instruments.model import Quoted, Which, Words
from secc.instruments.when import OperationRef
from secc.syntax.inline.printing import to_source
from secc.syntax.inline.reading import Inline, parse
from secc.syntax.marks import AnyMark, Code, Emphasis, Strong, Symbols

_ORDER = {Which.FIRST: 0, Which.SECOND: 1, Which.THIRD: 2, Which.FOURTH: 3, Which.LAST: -1}


@dataclass(frozen=True, slots=True)
class Found:
    """Words where they stand: `spot.prose.text[start:end]`."""

    spot: Spot
    start: int
    end: int


def find(spots: list[Spot], quoted: Quoted, where: str) -> list[Found]:
    """The words that are meant; refuses words that are not there, or in more places than said."""
    if isinstance(quoted, Words):
        return _chosen(_occurrences(spots, quoted.text), quoted, where)
    first = _chosen(_occurrences(spots, quoted.first), Words(quoted.first), where)[0]
    text = first.spot.prose.text
    if not quoted.last:
        return [Found(first.spot, first.start, _end_without_stop(text))]
    after = [each for each in _occurrences([first.spot], quoted.last) if each.start >= first.start]
    if not after:
        raise Refusal(
            f'"{quoted.last}" does not follow "{quoted.first}" in {where}',
            "quote words of one paragraph, or set the provision out in full",
        )
    if len(after) > 1:
        raise Refusal(f'"{quoted.last}" follows {len(after)} times in {where}', "quote more of the last words")
    return [Found(first.spot, first.start, after[0].end)]


def at_end(spots: list[Spot], new: str) -> Found:
    """The end of the last words of a place; before its closing punctuation where the new words bring none."""
    spot = spots[-1]
    text = spot.prose.text
    end = len(text) if new.rstrip()[-1:] in CLOSING and new.rstrip()[-1:] != ")" else _end_without_stop(text)
    return Found(spot, end, end)


def at_beginning(spots: list[Spot]) -> Found:
    """The beginning of a place's first words; of a definition, behind its terms."""
    return Found(spots[0], spots[0].begins, spots[0].begins)


def replacing(text: TracedText, found: Found, new: str, origin: OperationRef) -> Edit:
    """The edit that puts `new` in the place of the words found; plain words, escaped as the language needs."""
    prose = found.spot.prose
    start, end, fitting = fitted(prose.text, found.start, found.end, new)
    in_cell = found.spot.region is None
    if (start == 0 and not in_cell) or not _plainly_there(text.text, prose, start, end):
        return _reprinted(text, found.spot, (start, end, fitting), origin)
    lower = prose.places.offset(start - 1) + 1 if start == end else prose.span(start, end).start
    upper = lower if start == end else prose.span(start, end).end
    source = fitting if _in_code(prose, start) else to_source(Inline(fitting, (), ()))
    if in_cell:
        return Edit(lower, upper, (Strand(source.replace("|", "\\|"), origin),))
    return _joined(text.text, Edit(lower, upper, (Strand(source, origin),)), origin)


def _chosen(found: list[Found], words: Words, where: str) -> list[Found]:
    if not found:
        raise Refusal(f'the words "{words.text}" do not stand in {where}', "quote the words as they stand there")
    if words.which is Which.EACH:
        return found
    if words.which is Which.ONCE:
        if len(found) > 1:
            raise Refusal(
                f'the words "{words.text}" stand in {where} {_times(len(found))}',
                "quote more of the words around them, or say in which place: "
                '"in the second place it occurs", "in each place it occurs"',
            )
        return found
    place = _ORDER[words.which]
    if place >= len(found):
        raise Refusal(f'the words "{words.text}" stand in {where} only {_times(len(found))}', "say another place")
    return [found[place]]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _occurrences(spots: list[Spot], words: str) -> list[Found]:
    wanted = " ".join(straight(words).split())
    found: list[Found] = []
    for spot in spots if wanted else ():
        text = spot.prose.text
        start = text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if _bounded(text, start, end):
                found.append(Found(spot, start, end))
                start = text.find(wanted, end)
            else:
                start = text.find(wanted, start + 1)
    return found


def straight(words: str) -> str:
    """With straight quotation marks, as the text of the Code holds them."""
    return words.translate(_STRAIGHT)


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether whole words stand there: no letter or digit goes on at either end."""
    inner_left, inner_right = text[start].isalnum(), text[end - 1].isalnum()
    return not (inner_left and start and text[start - 1].isalnum()) and not (
        inner_right and end < len(text) and text[end].isalnum()
    )


def _end_without_stop(text: str) -> int:
    """Where the words end before `.`, `;`, `,`, `; and` and their like."""
    stripped = text.rstrip()
    for connective in ("and", "or"):
        if stripped.endswith((f"; {connective}", f", {connective}")):
            stripped = stripped[: -len(connective)].rstrip()
    return len(stripped.rstrip(".;,:"))


def _plainly_there(text: str, prose: Prose, start: int, end: int) -> bool:
    """Whether the file holds the words as they are, without marks or escapes in or at the edge of them."""
    if any(_cuts(mark.start, mark.end, start, end) for mark in prose.marks if not isinstance(mark, Emphasis | Strong)):
        return False
    if start == end:
        return start > 0 and text[prose.places.offset(start - 1)] == prose.text[start - 1]
    span = prose.span(start, end)
    written = LINE_BREAK_WITHIN.sub(" ", text[span.start : span.end])
    return " ".join(written.split(" ")) == prose.text[start:end] and text[span.start - 1 : span.start] != "\\"


def _cuts(mark_start: int, mark_end: int, start: int, end: int) -> bool:
    """Whether a stretch touches a mark without lying well within it."""
    return mark_start <= end and start <= mark_end and not (mark_start < start and end < mark_end)


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


def _reprinted(text: TracedText, spot: Spot, change: tuple[int, int, str], origin: OperationRef) -> Edit:
    """The whole of a block's words anew, on one line, the unchanged words with their origins."""
    start, end, new = change
    if spot.region is None:
        raise Refusal("the words stand at the edge of a table's cell, or of a mark in it", "set the row out in full")
    prose = spot.prose
    words = prose.text[:start] + new + prose.text[end:]
    marks = tuple(moved for mark in prose.marks if (moved := _moved(mark, start, end, len(new) - (end - start))))
    source = to_source(Inline(words, marks, ()))
    lower, upper = spot.region
    lead = (Strand(" ", origin),) if lower and not text.text[lower - 1].isspace() else ()
    return Edit(lower, upper, (*lead, *_with_origins(text, spot, change, source, origin)))


def _moved(mark: AnyMark, start: int, end: int, by: int) -> AnyMark | None:
    """A mark where it stands after the change; None for one whose words were all replaced."""
    if start <= mark.start and mark.end <= end and start < end:
        return None
    new_start = mark.start if mark.start <= start else max(mark.start, end) + by
    new_end = mark.end if mark.end <= start else max(mark.end, end) + by
    return replace(mark, start=new_start, end=new_end) if new_start < new_end or mark.start == mark.end else None


def _with_origins(
    text: TracedText, spot: Spot, change: tuple[int, int, str], source: str, origin: OperationRef
) -> Iterator[Strand]:
    """The printed words, each with the origin that it had."""
    start, end, new = change
    places = Places(parse(source).pairs)
    length = len(spot.prose.text) + len(new) - (end - start)
    printed = 0
    for place in range(length):
        after = places.offset(place) + 1
        if start <= place < start + len(new):
            whose = origin
        else:
            was = place if place < start else place - len(new) + (end - start)
            whose = origin_at(text, spot.prose.places.offset(was))
        yield Strand(source[printed:after], whose)
        printed = after
    yield Strand(source[printed:], origin)
