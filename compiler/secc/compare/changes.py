"""What changed in one block, between it and what it was paired with."""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from secc.code.model import Attribute, Clause, Division, Document, Paragraph, SubSection, Table
from secc.compare.model import (
    AttributeChanged,
    Change,
    Held,
    Hunk,
    LabelChanged,
    MarksChanged,
    Part,
    WordsChanged,
)
from secc.compare.said import label_of, marks_of, part_of, prose_of
from secc.compare.tables import table_changed
from secc.compare.unit import Unit


class Wording:
    """The words that changed between texts; each two texts are compared once, since a renamed term repeats."""

    def __init__(self, compared: Callable[[str, str], tuple[Hunk, ...]]) -> None:
        self._compared = compared
        self._known: dict[tuple[str, str], tuple[Hunk, ...]] = {}

    def __call__(self, before: str, after: str) -> tuple[Hunk, ...]:
        """The hunks between two texts."""
        known = self._known.get((before, after))
        if known is None:
            known = self._known[before, after] = self._compared(before, after)
        return known


def own_changes(old: Unit, new: Unit, wording: Wording) -> tuple[Change, ...]:
    """All that changed in a block itself; where it was split or joined, both halves are taken together."""
    if old.is_same:
        return ()
    if old.text == new.text and old.half is new.half and _own_words_are_equal(old.block, new.block):
        return ()
    return tuple(_changes(old, new, wording))


_OWN: Mapping[type, Callable[[Held], object]] = {
    Clause: attrgetter("label", "title", "prose.marks"),
    Paragraph: attrgetter("written", "prose.marks"),
    SubSection: attrgetter("label", "title.marks"),
}
"""All that can change in the blocks that there are most of, their words and what stands in them apart."""


def _own_words_are_equal(before: Held, after: Held) -> bool:
    """Whether nothing changed in two blocks of the same words, told quickly; false where more has to be looked at."""
    own = _OWN.get(type(before))
    return own is not None and type(before) is type(after) and own(before) == own(after)


def _changes(old: Unit, new: Unit, wording: Wording) -> Iterator[Change]:
    before, after = old.block, new.block
    label, new_label = label_of(before), label_of(after)
    if label != new_label:
        yield LabelChanged(label, new_label)
    text = old.text if new.half is None else whole_text(old, new.half)
    new_text = new.text if old.half is None else whole_text(new, old.half)
    if text != new_text:
        hunks = (Hunk(0, len(text), 0, len(new_text)),) if old.is_whole else wording(text, new_text)
        yield WordsChanged(part_of(after), text, new_text, hunks)
    elif _other_marks(before, after):
        yield MarksChanged(part_of(after))
    if isinstance(before, _MORE) or isinstance(after, _MORE):
        yield from _more_changes(before, after, wording)


_MORE = (Table, Document, Division)
"""What has more to it than a label and words."""


def _more_changes(before: Held, after: Held, wording: Wording) -> Iterator[Change]:
    if isinstance(before, Table) and isinstance(after, Table):
        yield from _table_changes(before, after, wording)
    yield from _attribute_changes(before, after)


def whole_text(unit: Unit, half: Unit | None) -> str:
    """A unit's own words, with those of the other half where there is one, in the order of the page."""
    if half is None:
        return unit.text
    first, second = (half, unit) if half.place < unit.place else (unit, half)
    return f"{first.text} {second.text}"


def _other_marks(before: Held, after: Held) -> bool:
    if isinstance(before, Clause) and isinstance(after, Clause) and before.title != after.title:
        return True
    return marks_of(prose_of(before)) != marks_of(prose_of(after))


def _table_changes(before: Table, after: Table, wording: Wording) -> Iterator[Change]:
    changed = table_changed(before, after, wording)
    if changed is not None:
        yield changed
    elif _cell_marks(before) != _cell_marks(after):
        yield MarksChanged(Part.WORDS)


def _cell_marks(table: Table) -> list[object]:
    return [marks_of(cell) for row in (*table.head, *table.rows) for cell in row]


def _attribute_changes(before: Held, after: Held) -> Iterator[Change]:
    old, new = _attributes(before), _attributes(after)
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            yield AttributeChanged(key, old.get(key, ""), new.get(key, ""))


def _attributes(block: Held) -> dict[str, str]:
    if not isinstance(block, Document | Division):
        return {}
    return {each.key: _value(each) for each in block.attributes}


def _value(attribute: Attribute) -> str:
    return " ".join(attribute.value.split())
