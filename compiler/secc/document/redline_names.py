"""What a redline calls things: the kinds of block, numbers as printed, and what became of a block, in words."""

from collections.abc import Iterator

from secc.code.model import (
    Attachment,
    Bullet,
    Clause,
    CodeBlock,
    Definition,
    Division,
    DivisionKind,
    Document,
    Figure,
    Footnote,
    Formula,
    Note,
    Paragraph,
    Quotation,
    SubHeading,
    SubSection,
    Table,
    Text,
)
from secc.compare import (
    AttributeChanged,
    Change,
    How,
    LabelChanged,
    MarksChanged,
    MergedBlock,
    Pair,
    Place,
    State,
    TableChanged,
    WordsChanged,
)
from secc.compare.model import Held
from secc.compare.said import label_of as written_label
from secc.document.model import Run
from secc.document.redline_model import Kind, Stretch, Words, called
from secc.document.redline_words import Marked

_KINDS: dict[type, Kind] = {
    Document: Kind.DOCUMENT,
    Division: Kind.DIVISION,
    SubSection: Kind.SUB_SECTION,
    SubHeading: Kind.HEADING,
    Clause: Kind.CLAUSE,
    Paragraph: Kind.PARAGRAPH,
    Definition: Kind.DEFINITION,
    Bullet: Kind.BULLET,
    Text: Kind.TEXT,
    Table: Kind.TABLE,
    Formula: Kind.FORMULA,
    Figure: Kind.FIGURE,
    CodeBlock: Kind.CODE,
    Attachment: Kind.ATTACHMENT,
    Note: Kind.NOTE,
    Footnote: Kind.FOOTNOTE,
    Quotation: Kind.QUOTATION,
}


def kind_of(block: Held) -> Kind:
    """What a block is."""
    return _KINDS[type(block)]


def name_of(place: Place) -> str:
    """What a lawyer calls it; what has no number, by its kind and where it stands."""
    return called(kind_of(place.block), place.address, own=place.own)


def label_of(merged: MergedBlock, pair: Pair | None, marked: Marked) -> Words:
    """The number or label of a block as it stands on the page; nothing where none is printed."""
    moved = marked.moved and (pair is None or pair.relabelled is None)
    return tuple(_label(merged, moved=moved))


def _label(merged: MergedBlock, *, moved: bool) -> Iterator[Stretch]:
    for each in merged.label:
        place = merged.before if each.state is State.DELETED else merged.after or merged.before
        text = printed_label(place.block) if place is not None else ""
        if text:
            yield Stretch(each.state, (Run(text),), moved=moved)


def printed_label(block: Held) -> str:
    """A label as printed."""
    match block:
        case SubHeading() | CodeBlock():
            return ""
        case Division(kind=kind, label=label):
            return "" if kind is DivisionKind.DOCUMENT else f"{kind.capitalize()} {label}"
        case Footnote(label=label):
            return f"[{label}]"
        case _:
            return written_label(block)


def told(pair: Pair) -> tuple[str, ...]:
    """What became of a block, and what changed in it that its words do not show."""
    return tuple(dict.fromkeys((_became(pair), *_remarks(pair))))


def told_of_left(pair: Pair) -> tuple[str, ...]:
    """What became of a block that moved, said where it stood."""
    return (f"moved to {name_of(pair.place)}",)


def told_of_following(pair: Pair) -> tuple[str, ...]:
    """What became of a block in which nothing changed but numbers."""
    renumbered = f"renumbered from {_before(pair)}" if pair.relabelled is not None and pair.place.own else ""
    follows = any(isinstance(each, WordsChanged) for each in pair.changes)
    return tuple(filter(None, (renumbered, "a reference follows a renumbering" if follows else "")))


def _became(pair: Pair) -> str:
    match pair.how:
        case How.MOVED:
            return f"moved from {_before(pair)}{_and_changed(pair)}"
        case How.RENUMBERED:
            return f"renumbered from {_before(pair)}"
        case How.SPLIT:
            return f"split into {_halves(pair, pair.place)}"
        case How.JOINED:
            return f"joined from {_halves(pair, pair.before or pair.place)}"
        case How.DELETED:
            return "omitted"
        case How.CHANGED:
            return _changed(pair)
        case _:
            return str(pair.how)


def _before(pair: Pair) -> str:
    return name_of(pair.before or pair.place)


def _halves(pair: Pair, named: Place) -> str:
    names = [name_of(named), name_of(pair.rest or named)]
    return " and ".join(names[::-1] if pair.rest_first else names)


def _and_changed(pair: Pair) -> str:
    return ", and changed" if any(not isinstance(each, LabelChanged) for each in pair.changes) else ""


def _changed(pair: Pair) -> str:
    words = [each for each in pair.changes if isinstance(each, WordsChanged)]
    what = "changed"
    if words and len(words) == len(pair.changes) and all(each.is_typographic for each in words):
        what = "only signs changed"
    if pair.relabelled is not None and pair.before is not None and pair.before.own:
        return f"renumbered from {_before(pair)}, and {what}"
    return what


def _remarks(pair: Pair) -> Iterator[str]:
    if pair.promoted:
        yield "now a clause" if isinstance(pair.place.block, Clause) else "now a paragraph"
    for each in pair.changes:
        yield from _remark(each, pair.place.block)


def _remark(change: Change, block: Held) -> Iterator[str]:
    match change:
        case AttributeChanged(key=key, before=before, after=after):
            yield f"{key}: {after or 'none'} (before: {before or 'none'})"
        case MarksChanged():
            yield "the same words, set or linked otherwise"
        case TableChanged():
            yield from _table(change)
        case LabelChanged(before=before, after=after) if isinstance(block, SubHeading):
            yield f"a heading of level {len(after) - 1} (before: {len(before) - 1})"
        case LabelChanged(before=before, after=after) if isinstance(block, CodeBlock):
            yield f"set as {after or 'plain text'} (before: {before or 'plain text'})"
        case _:
            return


def _table(change: TableChanged) -> Iterator[str]:
    for name, places in (("row", change.rows), ("column", change.columns)):
        for word, count in (("inserted", _only(places, 0)), ("omitted", _only(places, 1))):
            if count:
                yield f"{count} {name}{'s' if count > 1 else ''} {word}"


def _only(places: tuple[tuple[int | None, int | None], ...], side: int) -> int:
    return sum(each[side] is None for each in places)
