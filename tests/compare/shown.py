"""A comparison as a lawyer would read it: a line for each provision that changed, and its words."""

from collections.abc import Iterator, Sequence

from secc.code.from_syntax import from_syntax
from secc.code.model import Document, Paragraph
from secc.compare import (
    AttributeChanged,
    Change,
    ChangeSet,
    How,
    Hunk,
    LabelChanged,
    MarksChanged,
    Pair,
    Part,
    Place,
    TableChanged,
    WordsChanged,
    compare_codes,
)
from secc.compare.said import text_of
from secc.source import Source
from secc.syntax import parse


def changes(sources: Sequence[Source]) -> str:
    """What changed between the files whose names begin with `before` and those that begin with `after`."""
    before, after = (
        [_read(source) for source in sources if source.path.startswith(name)] for name in ("before", "after")
    )
    compared = compare_codes(before, after)
    return "".join(f"{line}\n" for line in _lines(compared)) or "nothing\n"


def _read(source: Source) -> Document:
    return from_syntax(source, parse(source)).document


def _lines(compared: ChangeSet) -> Iterator[str]:
    for pair in compared.changed:
        yield f"{_what(pair)}{'' if pair.has_effect else ' (no legal effect)'}"
        for change in pair.changes:
            yield from (f"  {line}" for line in _change(change))
        if pair.how in (How.INSERTED, How.DELETED):
            mark = "+" if pair.how is How.INSERTED else "-"
            yield f"  {_marked(text_of(pair.place.block), mark)}"
    for everywhere in compared.global_changes:
        before, after, places = everywhere.before, everywhere.after, len(everywhere.places)
        yield f'everywhere: for "{before}" substitute "{after}" ({places} places)'
    for each in compared.consequential:
        yield f'consequential: {_name(each.pair.place)} "{each.removed}" is "{each.put}"'


def _what(pair: Pair) -> str:
    name, after = _name(pair.before or pair.place), pair.after
    if pair.rest is not None:
        halves = [_name(pair.rest), _name(pair.place if pair.how is How.SPLIT else pair.before or pair.place)]
        both = " and ".join(halves if pair.rest_first else halves[::-1])
        return f"{name} split into {both}" if pair.how is How.SPLIT else f"{both} joined as {_name(pair.place)}"
    if pair.how is How.MOVED:
        return f"{name} moved to {_name(pair.place)} (move {pair.move})"
    if after is not None and pair.how in (How.RENUMBERED, How.CHANGED) and pair.relabelled:
        word = "re-lettered" if isinstance(pair.place.block, Paragraph) else "renumbered"
        return f"{name} {word}{' and changed' if pair.how is How.CHANGED else ''} as {_name(pair.place)}"
    return f"{name} {pair.how}"


def _name(place: Place) -> str:
    """What a lawyer calls it; what has no number, by its kind and where it stands."""
    if place.own:
        return place.address.printed
    return f"{type(place.block).__name__.lower()} in {place.address.printed}"


def _change(change: Change) -> Iterator[str]:
    match change:
        case WordsChanged():
            what = "" if change.part is Part.WORDS else f"{change.part}: "
            yield what + _merged(change.before, change.after, change.hunks)
        case LabelChanged():
            yield f"label: {change.before} -> {change.after}"
        case AttributeChanged():
            yield f"{change.key}: {change.before or 'none'} -> {change.after or 'none'}"
        case MarksChanged():
            yield f"the same {change.part}, set otherwise"
        case TableChanged():
            yield from _table(change)


def _table(change: TableChanged) -> Iterator[str]:
    for name, places in (("row", change.rows), ("column", change.columns)):
        for old, new in places:
            if new is None and old is not None:
                yield f"{name} {old + 1} deleted"
            if old is None and new is not None:
                yield f"{name} {new + 1} inserted"
    for cell in change.cells:
        yield f"row {cell.row[1] + 1}, column {cell.column[1] + 1}: {_merged(cell.before, cell.after, cell.hunks)}"


def _merged(before: str, after: str, hunks: Sequence[Hunk]) -> str:
    """Git's notation: [-old-]{+new+}."""
    result, place = "", 0
    for hunk in hunks:
        result += before[place : hunk.before_start]
        result += _marked(before[hunk.before_start : hunk.before_end], "-")
        result += _marked(after[hunk.after_start : hunk.after_end], "+")
        place = hunk.before_end
    return result + before[place:]


def _marked(words: str, mark: str) -> str:
    opening, closing = ("[-", "-]") if mark == "-" else ("{+", "+}")
    return f"{opening}{words}{closing}" if words else ""
