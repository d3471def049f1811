"""Lists run into a sentence: "the DCC shall: (a) keep the register; and (b) publish it".

Their paragraphs are no blocks of their own, and so have no page or anchor. They can be cited all the same, where it is
clear which words a letter stands before; such a citation leads to the provision in which the sentence stands.
"""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from re import Match

from secc.resolve.patterns import RUN_IN_LABEL
from secc.syntax.labels import follows, is_first

Path = tuple[str, ...]
"""The labels of a paragraph from the sentence down: `("(b)", "(ii)")`."""


def run_in_paragraphs(text: str, cited: Sequence[tuple[int, int]]) -> frozenset[Path]:
    """The paragraphs of the lists run into a sentence. `cited` are the stretches in which a label is a reference.

    A label that stands twice is left out, since it is not clear which is meant; so is a list of one.
    """
    labels = _outside(RUN_IN_LABEL.finditer(text), sorted(cited))
    if len(labels) < 2:
        return frozenset()
    counts = _paths(labels)
    lists = Counter(path[:-1] for path in counts)
    return frozenset(path for path, count in counts.items() if count == 1 and lists[path[:-1]] > 1)


def _outside(found: Iterable[Match[str]], cited: Sequence[tuple[int, int]]) -> list[str]:
    """The labels that are no references; both stand in the order of the text."""
    labels: list[str] = []
    place = 0
    for each in found:
        start = each.start("label")
        while place < len(cited) and cited[place][1] <= start:
            place += 1
        if place == len(cited) or start < cited[place][0]:
            labels.append(each["label"])
    return labels


def _paths(labels: Iterable[str]) -> Counter[Path]:
    """Each label with those it stands below. One that neither begins a list nor goes on with one is left out."""
    paths: Counter[Path] = Counter()
    open_lists: list[str] = []
    for label in labels:
        depth = _depth(label, open_lists, paths)
        if depth is None:
            continue
        open_lists[depth:] = [label]
        paths[tuple(f"({each})" for each in open_lists)] += 1
    return paths


def _depth(label: str, open_lists: Sequence[str], paths: Container[Path]) -> int | None:
    """How deep a label stands, given the last label of each list that is open."""
    for depth in range(len(open_lists) - 1, -1, -1):
        if follows(label, open_lists[depth]):
            return depth
    if not is_first(label):
        return None
    outer = tuple(f"({each})" for each in open_lists)
    for depth in range(len(open_lists)):
        if (*outer[:depth], f"({label})") in paths:
            return depth  # the list begins again: its labels are no longer clear
    return len(open_lists)
