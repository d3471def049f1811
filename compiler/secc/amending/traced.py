"""Text of which every character knows the operation that put it there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from secc.instruments.when import OperationRef


class Strand(Struct, frozen=True, array_like=True):
    """Words with one origin."""

    text: str
    origin: OperationRef


class Edit(Struct, frozen=True, array_like=True):
    """Put `new` in the place of `text[start:end]`, offsets in code points of the text as it was."""

    start: int
    end: int
    new: tuple[Strand, ...]


class TracedText(Struct, frozen=True, array_like=True):
    """A text, and as runs that cover it: `ends[i]` is where the run of `origins[i]` ends, exclusive, ascending."""

    text: str
    ends: tuple[int, ...]
    origins: tuple[OperationRef, ...]

    def stretches(self, start: int, end: int) -> Iterator[Strand]:
        """`text[start:end]` as stretches of one origin each."""
        place = bisect_right(self.ends, start)
        while start < end:
            stop = min(self.ends[place], end)
            yield Strand(self.text[start:stop], self.origins[place])
            start, place = stop, place + 1

    def edited(self, edits: Iterable[Edit]) -> "TracedText":
        """With all edits made; they do not overlap, and of two at one place the first given comes first."""
        stretches: list[Strand] = []
        position = 0
        for edit in sorted(edits, key=lambda each: (each.start, each.end)):
            assert edit.start >= position, "edits overlap"
            stretches += self.stretches(position, edit.start)
            stretches += edit.new
            position = edit.end
        stretches += self.stretches(position, len(self.text))
        return traced(stretches)


def traced(stretches: Sequence[Strand]) -> TracedText:
    """The text of stretches one after another."""
    ends: list[int] = []
    origins: list[OperationRef] = []
    position = 0
    for each in stretches:
        if not each.text:
            continue
        position += len(each.text)
        if origins and origins[-1] == each.origin:
            ends[-1] = position
        else:
            ends.append(position)
            origins.append(each.origin)
    return TracedText("".join(each.text for each in stretches), tuple(ends), tuple(origins))


def origin_at(text: TracedText, offset: int) -> OperationRef:
    """The operation that put the character at an offset there."""
    return text.origins[bisect_left(text.ends, offset + 1)]
