"""What a tool marked, in one form for all: words and labels, by line and identity."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.redline.setting import Flat, Typed
from bench.redline.text import Line, Word, written
from secc.compare import (
    ChangeSet,
    How,
    LabelChanged,
    Pair,
    Place,
    TableChanged,
    WordsChanged,
)


@dataclass(slots=True)
class Side:
    """What is marked in one of the texts: words by their identity, labels and moves by the line's number."""

    words: set[int] = field(default_factory=set)
    labels: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    partly: int = 0


@dataclass(slots=True)
class Marks:
    """What is marked as taken out of the old text and put into the new one."""

    old: Side = field(default_factory=Side)
    new: Side = field(default_factory=Side)


# From our comparison


def from_changes(changes: ChangeSet, before: Typed, after: Typed) -> Marks:
    """The marks of a comparison."""
    marks = Marks()
    for pair in changes.changed:
        if pair.before is None or pair.after is None:
            _mark_alone(marks.old if pair.after is None else marks.new, _line(before, after, pair.place))
        else:
            _mark_pair(
                marks, pair, before.lines[id(pair.before.block)], after.lines[id(pair.after.block)], before, after
            )
    return marks


def _line(before: Typed, after: Typed, place: Place) -> Line:
    return before.lines.get(id(place.block)) or after.lines[id(place.block)]


def _mark_alone(side: Side, line: Line) -> None:
    side.words.update(word.identity for word in line.all_words)
    side.labels.add(line.number)


def _mark_pair(marks: Marks, pair: Pair, old: Line, new: Line, before: Typed, after: Typed) -> None:
    if pair.how is How.MOVED:
        marks.old.moved.update(each.number for each in old.down)
        marks.new.moved.update(each.number for each in new.down)
    olds, news = [old], [new]
    if pair.rest is not None:
        halves, side, typed = (news, marks.new, after) if pair.how is How.SPLIT else (olds, marks.old, before)
        half = typed.lines[id(pair.rest.block)]
        side.labels.add(half.number)
        halves.insert(0 if pair.rest_first else 1, half)
    for change in pair.changes:
        if isinstance(change, LabelChanged):
            marks.old.labels.add(old.number)
            marks.new.labels.add(new.number)
        elif isinstance(change, WordsChanged):
            _mark_words(marks.old, _places(olds), [(hunk.before_start, hunk.before_end) for hunk in change.hunks])
            _mark_words(marks.new, _places(news), [(hunk.after_start, hunk.after_end) for hunk in change.hunks])
        elif isinstance(change, TableChanged):
            _mark_table(marks, change, old, new)


def _places(lines: Sequence[Line]) -> Iterator[tuple[Word, int]]:
    """The words of lines joined by a space, and where each begins."""
    offset = 0
    for line in lines:
        text, starts = written(line.words)
        yield from ((word, offset + start) for word, start in zip(line.words, starts, strict=True))
        offset += len(text) + 1


def _mark_words(side: Side, words: Iterable[tuple[Word, int]], stretches: Sequence[tuple[int, int]]) -> None:
    for word, start in words:
        covered = sum(max(0, min(end, start + len(word.text)) - max(begin, start)) for begin, end in stretches)
        if covered:
            side.words.add(word.identity)
            side.partly += covered < len(word.text)


def _mark_table(marks: Marks, change: TableChanged, old: Line, new: Line) -> None:
    kept = [{places[side] for places in change.rows if None not in places} for side in (0, 1)]
    columns = [{places[side] for places in change.columns if None not in places} for side in (0, 1)]
    for number, (side, line) in enumerate(((marks.old, old), (marks.new, new))):
        for i, row in enumerate(line.rows):
            for j, cell in enumerate(row):
                if i not in kept[number] or j not in columns[number]:
                    side.words.update(word.identity for word in cell)
    for each in change.cells:
        cell, other = old.rows[each.row[0]][each.column[0]], new.rows[each.row[1]][each.column[1]]
        for side, words, stretches in (
            (marks.old, cell, [(hunk.before_start, hunk.before_end) for hunk in each.hunks]),
            (marks.new, other, [(hunk.after_start, hunk.after_end) for hunk in each.hunks]),
        ):
            _mark_words(side, zip(words, written(words)[1], strict=True), stretches)


# From the flat tools


def from_segments(segments: Iterable[tuple[str, str]], before: Flat, after: Flat) -> Marks:
    """The marks of a tool that says which stretches are the same (`=`), deleted (`-`) and inserted (`+`)."""
    marks = Marks()
    old, new = _Reader(before), _Reader(after)
    for state, text in segments:
        letters = len("".join(text.split()))
        if state in "=-":
            old.read(letters, marked=state == "-")
        if state in "=+":
            new.read(letters, marked=state == "+")
    old.close(marks.old)
    new.close(marks.new)
    return marks


class _Reader:
    """Reads a text letter by letter, and notes how many of each word are marked."""

    def __init__(self, text: Flat) -> None:
        self._text = text
        self._place = 0
        self._marked = [0] * len(text.owners)

    def read(self, letters: int, *, marked: bool) -> None:
        """So many letters that are no white space."""
        if marked:
            for owner in self._text.letters[self._place : self._place + letters]:
                if owner >= 0:
                    self._marked[owner] += 1
        self._place += letters

    def close(self, side: Side) -> None:
        """All is read: words with a letter marked are marked. The tool must have told of the whole text."""
        if self._place != len(self._text.letters):
            raise RuntimeError(f"{self._place} letters told of {len(self._text.letters)}")
        for (line, word), count in zip(self._text.owners, self._marked, strict=True):
            if not count:
                continue
            if word is None:
                side.labels.add(line.number)
            else:
                side.words.add(word.identity)
            side.partly += count < len(word.text if word is not None else line.label)
