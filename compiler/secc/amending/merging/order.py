"""The order of what stands in one provision, from the orders of two texts."""

from collections.abc import Iterable, Sequence

from secc.amending.merging.lineages import Lineage, Lineages, Text
from secc.amending.merging.passages import Passage
from secc.amending.patterns import NUMBER_OR_WORDS
from secc.code.model import Division, Paragraph, SubSection


def ordered(lineages: Lineages, holder: Lineage, inside: Iterable[Lineage], said: tuple[str, str]) -> list[Lineage]:
    """What stands in a provision in the end, in order. A clash of orders is noted on the first that it concerns."""
    wanted = {id(each): each for each in inside}
    lists = [_listed(lineages, holder.made[text], wanted) for text in Text]
    for each in wanted.values():  # moved here by a text in which it has another number of holders
        if all(each not in found for found in lists):
            lists[each.placed_by].append(each)
    leader = _leader(lineages, holder, lists, said)
    first, second = lists[leader], lists[leader.opposite]
    common = [each for each in first if each in second]
    made: list[Lineage] = []
    for anchor in (None, *common):
        made += [anchor] if anchor is not None else []
        runs = _run(first, anchor, common), _run(second, anchor, common)
        made += _together(runs if leader is Text.ONE else (runs[1], runs[0]), said)
    return made


def _listed(lineages: Lineages, passage: Passage | None, wanted: dict[int, Lineage]) -> list[Lineage]:
    found = [lineages.of[id(each)] for each in _children(passage)]
    return [each for each in found if id(each) in wanted]


def _children(passage: Passage | None) -> Sequence[Passage]:
    return passage.children if passage is not None else ()


def _leader(lineages: Lineages, holder: Lineage, lists: Sequence[list[Lineage]], said: tuple[str, str]) -> Text:
    """The text by whose order all goes: the one that changed it."""
    one, other = ([each for each in lists[text] if each in lists[text.opposite]] for text in Text)
    if one == other:
        return Text.ONE
    base = [found for each in _children(holder.base) if (found := lineages.of[id(each)]) in one]
    if [each for each in one if each in base] == base:
        return Text.OTHER
    if [each for each in other if each in base] != base:
        moved = next(mine for mine, others in zip(one, other, strict=True) if mine is not others)
        moved.clashes.append(f"{said[1]} has what follows in another order than {said[0]}, whose order this is")
    return Text.ONE


def _run(found: Sequence[Lineage], anchor: Lineage | None, common: Sequence[Lineage]) -> list[Lineage]:
    """What stands in a list after one that both have, up to the next."""
    start = found.index(anchor) + 1 if anchor is not None else 0
    end = start
    while end < len(found) and found[end] not in common:
        end += 1
    return list(found[start:end])


def _together(runs: tuple[list[Lineage], list[Lineage]], said: tuple[str, str]) -> list[Lineage]:
    """What both texts have at one place: by number, where there are numbers that say it; else there is a clash."""
    one, other = runs
    if not one or not other:
        return one + other
    if all(each.base is not None for each in other):
        return _one_after(other, one)
    if all(each.base is not None for each in one):
        return _one_after(one, other)
    keys = {id(each): _key(each) for each in one + other}
    if all(keys.values()) and len(set(keys.values())) == len(keys) and _ascend(one, keys) and _ascend(other, keys):
        return sorted(one + other, key=lambda each: keys[id(each)])
    one[0].clashes.append(f"both texts put something in here, this and what follows by {said[0]}")
    other[0].clashes.append(f"this and what follows was put in by {said[1]}, at the same place")
    return _one_after(one, other)


def _one_after(first: list[Lineage], second: list[Lineage]) -> list[Lineage]:
    """One run after the other, but nothing into a sub-section or annex in which it did not stand."""
    inner, outer = _before_container(first), _before_container(second)
    return first[:inner] + second[:outer] + first[inner:] + second[outer:]


def _before_container(run: Sequence[Lineage]) -> int:
    return next(
        (place for place, each in enumerate(run) if isinstance(each.any.block, SubSection | Division)), len(run)
    )


_Key = tuple[object, ...]


def _key(each: Lineage) -> _Key:
    """By what one of a list is put in order; empty where nothing tells."""
    passage = each.any
    label = passage.label.strip('()."').casefold()
    if not label or passage.kind in ("SubHeading", "CodeBlock", "Figure", "Attachment", "Footnote"):
        return ()
    if isinstance(passage.block, Paragraph) and set(label) <= set("ivxlc") and label != "c":
        return ()  # it may be a Roman number or a letter: what stands around it would have to say
    parts = NUMBER_OR_WORDS.findall(label)
    return (passage.kind, *((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts))


def _ascend(run: Sequence[Lineage], keys: dict[int, _Key]) -> bool:
    found = [keys[id(each)] for each in run]
    return found == sorted(found)
