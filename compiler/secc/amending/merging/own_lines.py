"""The own lines of one block, with the changes of both texts in them; or both texts, where the changes clash."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from secc.amending.merging.lineages import Lineage
from secc.amending.merging.passages import Passage
from secc.code.model import Definition, Division, Document, SubSection, Table
from secc.compare.three_way import Disputed, disputed, three_way

_ONE_HEAD = (Document, Division, SubSection)
"""What cannot stand twice, since all that follows stands in it."""


@dataclass(frozen=True, slots=True)
class Own:
    """A block as it is to be written: its lines less their indentation, what they say, and what it is like.

    `clashes` are told of it, `aside` the lines of the other text where they can only stand in a comment.
    """

    like: Passage
    lines: tuple[str, ...]
    flat: str
    comments: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


def own_lines(each: Lineage, said: tuple[str, str], *, apart: bool) -> tuple[Own, ...]:
    """A block; two, one after the other, where the changes clash and words in brackets cannot show it (`apart`)."""
    one, other = each.made
    if one is None or other is None:
        return (_as_it_is(each.any, each),)
    base = each.base
    if one.flat == other.flat or (base is not None and base.flat in (one.flat, other.flat)):
        takes_other = base is not None and (
            one.lines == base.lines if one.flat == other.flat else one.flat == base.flat
        )
        return (_as_it_is(other if takes_other else one, each),)
    if base is not None and base.has_words and not apart:
        numbers = (_numbers_clash(base, one, other, said),) if _has_three_numbers(base, one, other) else ()
        others = other.flat.replace(other.label, one.label, 1) if numbers else other.flat
        text, clashes = disputed(three_way(base.flat, one.flat, others))
        if not clashes or not isinstance(one.block, Table | Document | Division):
            return (_composed(text, (*numbers, *(_told(clash, said) for clash in clashes)), each),)
    return _apart(each, one, other, said)


def _has_three_numbers(base: Passage, one: Passage, other: Passage) -> bool:
    """Whether both texts give it another number, and not the same."""
    return len({each.label for each in (base, one, other)}) == 3 and not any(
        isinstance(each.block, Definition) for each in (base, one, other)
    )


def _numbers_clash(base: Passage, one: Passage, other: Passage, said: tuple[str, str]) -> str:
    return f"{base.label} has become {one.label} in {said[0]}, and {other.label} in {said[1]}"


def _apart(each: Lineage, one: Passage, other: Passage, said: tuple[str, str]) -> tuple[Own, ...]:
    """Both, one after the other."""
    if isinstance(one.block, _ONE_HEAD) or isinstance(other.block, _ONE_HEAD):
        why = f"both texts change this, which is here as in {said[0]}; {said[1]} has:"
        return (_as_it_is(one, each, (why,), other.lines),)
    what = "put this in" if each.base is None else "change this"
    aside = each.base.lines if each.base is not None else ()
    was = "; it was:" if aside else ""
    return (
        _as_it_is(one, each, (f"both texts {what}: first as in {said[0]}, then as in {said[1]}{was}",), aside),
        _as_it_is(other, None, (f"as in {said[1]}",)),
    )


def _as_it_is(like: Passage, each: Lineage | None, clashes: tuple[str, ...] = (), aside: Sequence[str] = ()) -> Own:
    comments = _comments(each) if each is not None else ()
    lines = tuple(_dedented(line, like.column) for line in like.lines)
    return Own(like, lines, like.flat, comments, clashes, tuple(line.strip() for line in aside if line.strip()))


def _composed(text: str, told: tuple[str, ...], each: Lineage) -> Own:
    """Running words, or rows, made of both texts."""
    like = each.made[each.placed_by] or each.any
    flat = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return Own(like, tuple(_layout(flat, each)), flat, _comments(each), told)


def _told(clash: Disputed, said: tuple[str, str]) -> str:
    one, other = (f'"{words}"' if words else "nothing" for words in (clash.one, clash.other))
    put = f'for "{clash.base}", ' if clash.base else ""
    return f"{put}{said[0]} has {one}, and {said[1]} {other}"


def _layout(flat: str, each: Lineage) -> list[str]:
    """In lines about as long as they were."""
    if "\n" in flat or isinstance(each.any.block, Table):
        lines = flat.split("\n")
        return [lines[0], "", *lines[1:]] if lines[0].startswith("table:") else lines
    sources = [passage for passage in each.passages if len(passage.lines) > 1]
    if not sources:
        return [flat]
    width = max(len(line) - passage.column for passage in sources for line in passage.lines)
    second = sources[0].lines[1]
    indent = " " * max(0, len(second) - len(second.lstrip()) - sources[0].column)
    return wrap(flat, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _comments(each: Lineage) -> tuple[str, ...]:
    """The comments of both texts: as in the one that changed them, or all."""
    one, other = (made.comments if made is not None else None for made in each.made)
    base = each.base.comments if each.base is not None else ()
    if one is None or other is None:
        return one or other or ()
    if one in (base, other):
        return other
    return one if other == base else (*one, *(line for line in other if line not in one))


def _dedented(line: str, column: int) -> str:
    return line[column:] if not line[:column].strip() else line.lstrip()
