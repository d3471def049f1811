"""The words of a merged block as printed: with styles and curly quotation marks, formulas never cut through.

Every stretch is taken from the text that it stands in; words that stand in both from the new one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from secc.code.model import Definition, Formula, Prose
from secc.compare import Hunk, MergedBlock, Segment, State
from secc.compare.model import Held
from secc.compare.said import prose_of, text_of
from secc.compare.segments import segments
from secc.document.model import AnyRun, FootnoteRun, Run, Runs, SymbolsRun
from secc.document.redline_model import Stretch, Words
from secc.document.runs import unbound_runs
from secc.syntax.marks import Symbols

_Span = tuple[int, int]


class Marked(Struct, frozen=True):
    """What is known of the changes of one block: its hunks, those that only follow, and those made everywhere.

    `moved`: what is the same in both texts stands elsewhere in the other, so that here it is in one only.
    """

    hunks: tuple[Hunk, ...] = ()
    follows: frozenset[Hunk] = frozenset()
    everywhere: Mapping[Hunk, int] = field(default_factory=dict)
    moved: bool = False


def words_of(block: MergedBlock, marked: Marked) -> Words:
    """The words of a block."""
    old = block.before.block if block.before is not None else None
    new = block.after.block if block.after is not None else None
    if isinstance(old, Formula) and isinstance(new, Formula) and old.latex != new.latex:
        return _formula(old, new)
    before, after = runs_of_block(old), runs_of_block(new)
    if marked.moved:
        return tuple(_moved(block, marked, before or after, _symbols(old) or _symbols(new)))
    found = _unbroken(block, _symbols(old), _symbols(new))
    return tuple(_stretches(found, before, after, marked)) or _only_calls(before, after)


def words_between(found: Sequence[Segment], before: Prose | None, after: Prose | None) -> Words:
    """The words of a cell, from the prose of both texts."""
    found = _widened(found, _symbols_in(before), _symbols_in(after))
    return tuple(_stretches(found, _runs(before), _runs(after), Marked()))


def runs_of_block(block: Held | None) -> Runs:
    """The runs of a block's own words; what is no prose is printed as it is written."""
    if block is None:
        return ()
    prose = prose_of(block)
    if prose is None:
        text = text_of(block)
        return (Run(text),) if text else ()
    strong = tuple((term.start, term.end) for term in block.terms) if isinstance(block, Definition) else ()
    return unbound_runs(prose, strong)


def _runs(prose: Prose | None) -> Runs:
    return unbound_runs(prose) if prose is not None else ()


def _formula(old: Formula, new: Formula) -> Words:
    """Old and new whole: a formula with words taken out of it is none."""
    return (Stretch(State.DELETED, (Run(text_of(old)),)), Stretch(State.INSERTED, (Run(text_of(new)),)))


def _stretches(found: Iterable[Segment], before: Runs, after: Runs, marked: Marked) -> Iterator[Stretch]:
    for each in found:
        length = len(each.text)
        old = tuple(_sliced(before, each.before, each.before + length))
        new = tuple(_sliced(after, each.after, each.after + length))
        if each.state is State.SAME:
            yield from _same(old, new)
        elif each.state is State.DELETED:
            hunk = _hunk_at(marked, each.before, each.before + length, State.DELETED)
            yield _stretch(State.DELETED, old, hunk, marked)
        else:
            hunk = _hunk_at(marked, each.after, each.after + length, State.INSERTED)
            yield _stretch(State.INSERTED, new, hunk, marked)


def _stretch(state: State, runs: Runs, hunk: Hunk | None, marked: Marked) -> Stretch:
    if hunk is None:
        return Stretch(state, runs)
    return Stretch(state, runs, follows=hunk in marked.follows, everywhere=marked.everywhere.get(hunk, 0))


def _hunk_at(marked: Marked, start: int, end: int, side: State) -> Hunk | None:
    """The hunk that these words of one text belong to."""
    for hunk in marked.hunks:
        first, last = _range(hunk, side)
        if first < end and start < last:
            return hunk
    return None


def _range(hunk: Hunk, side: State) -> _Span:
    if side is State.DELETED:
        return hunk.before_start, hunk.before_end
    return hunk.after_start, hunk.after_end


def _same(old: Runs, new: Runs) -> Iterator[Stretch]:
    """Words that stand in both; the calls of footnotes in them may not."""
    calls, new_calls = _calls(old), _calls(new)
    if calls == new_calls:
        yield Stretch(State.SAME, new)
        return
    words = tuple(run for run in new if not isinstance(run, FootnoteRun))
    place = 0
    for at in sorted({*calls, *new_calls}):
        if place < at:
            yield Stretch(State.SAME, tuple(_sliced(words, place, at)))
        gone, come = calls.get(at, ()), new_calls.get(at, ())
        for label in dict.fromkeys((*gone, *come)):
            state = State.INSERTED if label not in gone else State.SAME if label in come else State.DELETED
            yield Stretch(state, (FootnoteRun(label),))
        place = at
    rest = tuple(_sliced(words, place, _length(words)))
    if rest:
        yield Stretch(State.SAME, rest)


def _calls(runs: Runs) -> dict[int, tuple[str, ...]]:
    """The labels of the footnotes called, by the place in the words."""
    found: dict[int, tuple[str, ...]] = {}
    place = 0
    for run in runs:
        if isinstance(run, FootnoteRun):
            found[place] = (*found.get(place, ()), run.label)
        place += _length((run,))
    return found


def _only_calls(before: Runs, after: Runs) -> Words:
    """Where there are no words, there may still be the call of a footnote."""
    return tuple(_same(before, after)) if before or after else ()


def _moved(block: MergedBlock, marked: Marked, runs: Runs, symbols: Sequence[_Span]) -> Iterator[Stretch]:
    """The words of what stands elsewhere in the other text: those that both have, and those that were changed."""
    side, place = block.state, 0
    for hunk in marked.hunks:
        first, last = _whole(_range(hunk, side), symbols)
        first = max(place, first)
        if first < last:
            if place < first:
                yield Stretch(side, tuple(_sliced(runs, place, first)), moved=True)
            yield _stretch(side, tuple(_sliced(runs, first, last)), hunk, marked)
            place = last
    rest = tuple(_sliced(runs, place, _length(runs)))
    if rest:
        yield Stretch(side, rest, moved=True)


def _whole(span: _Span, symbols: Sequence[_Span]) -> _Span:
    """The span, with the whole of every formula in the line that it cuts."""
    start, end = span
    cut = [each for each in symbols if each[0] < end and start < each[1]]
    return min([start, *(each[0] for each in cut)]), max([end, *(each[1] for each in cut)])


def _sliced(runs: Runs, start: int, end: int) -> Iterator[AnyRun]:
    """The runs of some of the words. The call of a footnote belongs to the words before it."""
    place = 0
    for run in runs:
        if isinstance(run, FootnoteRun):
            if start < place <= end or start == place == 0:
                yield run
            continue
        length = _length((run,))
        first, last = max(start, place) - place, min(end, place + length) - place
        if first < last:
            yield run if last - first == length else _part(run, first, last)
        place += length


def _part(run: Run | SymbolsRun, start: int, end: int) -> AnyRun:
    if isinstance(run, SymbolsRun):
        return SymbolsRun(run.latex[start:end])
    return Run(run.text[start:end], run.styles)


def _length(runs: Iterable[AnyRun]) -> int:
    lengths = (len(run.text) if isinstance(run, Run) else len(getattr(run, "latex", "")) for run in runs)
    return sum(lengths)


# Formulas in the line


def _symbols(block: Held | None) -> tuple[_Span, ...]:
    return _symbols_in(prose_of(block)) if block is not None else ()


def _symbols_in(prose: Prose | None) -> tuple[_Span, ...]:
    if prose is None or not prose.marks:
        return ()
    return tuple((mark.start, mark.end) for mark in prose.marks if isinstance(mark, Symbols))


def _unbroken(block: MergedBlock, old: Sequence[_Span], new: Sequence[_Span]) -> Sequence[Segment]:
    """The segments of a block that is whole in both texts; halves of what was split or joined are left as they are."""
    is_half = block.end is not State.SAME or any(_skips(block.text))
    return block.text if is_half else _widened(block.text, old, new)


def _skips(found: Sequence[Segment]) -> Iterator[bool]:
    """Whether the words begin elsewhere than at the beginning of either text."""
    if found:
        yield found[0].before > 0
        yield found[0].after > 0


def _widened(found: Sequence[Segment], old: Sequence[_Span], new: Sequence[_Span]) -> Sequence[Segment]:
    """The segments with what is the same cut back where it begins or ends within a formula."""
    if not (old or new) or all(each.state is State.SAME for each in found):
        return found
    before = "".join(each.text for each in found if each.state is not State.INSERTED)
    after = "".join(each.text for each in found if each.state is not State.DELETED)
    if not before or not after:
        return found
    hunks = tuple(_around(_kept(found, old, new), len(before), len(after)))
    return segments(before, after, lambda _before, _after: hunks)


def _kept(found: Iterable[Segment], old: Sequence[_Span], new: Sequence[_Span]) -> Iterator[tuple[int, int, int]]:
    """What is still the same: where it begins in each text, and how long it is."""
    for each in found:
        if each.state is State.SAME:
            first, last = 0, len(each.text)
            trimmed = _trimmed(each, first, last, old, new)
            while trimmed != (first, last):
                first, last = trimmed
                trimmed = _trimmed(each, first, last, old, new)
            if first < last:
                yield each.before + first, each.after + first, last - first


def _trimmed(each: Segment, first: int, last: int, old: Sequence[_Span], new: Sequence[_Span]) -> _Span:
    """The stretch `first` to `last` of a segment, less what of it is only part of a formula."""
    for spans, offset in ((old, each.before), (new, each.after)):
        for start, end in spans:
            if start < offset + first < end:
                first = min(end - offset, last)
            if start < offset + last < end:
                last = max(start - offset, first)
    return first, last


def _around(kept: Iterable[tuple[int, int, int]], before: int, after: int) -> Iterator[Hunk]:
    place, new_place = 0, 0
    for start, new_start, length in (*kept, (before, after, 0)):
        if place < start or new_place < new_start:
            yield Hunk(place, start, new_place, new_start)
        place, new_place = start + length, new_start + length
