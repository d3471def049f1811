"""Two states of the Code compared by meaning: which provision is which, and what changed in each, word by word.

Provisions are matched by what they say; a number is evidence only where the words are alike too. `compare` and
`compare_codes` give everything, `match` only which provision is which, `words` the words that changed between two
texts. All are pure functions: the same texts give the same answer. docs/comparing.md says how matching decides.
"""

from collections.abc import Sequence
from functools import partial

from secc.code.model import Document
from secc.compare.change_set import ChangeSet
from secc.compare.changes import Wording
from secc.compare.identity import matches
from secc.compare.known import Identities
from secc.compare.matching import matched
from secc.compare.merged_text import MergedBlock, MergedCell, MergedRow, Segment
from secc.compare.model import (
    AttributeChanged,
    CellChanged,
    Certainty,
    Change,
    GlobalChange,
    How,
    Hunk,
    LabelChanged,
    MarksChanged,
    Match,
    Occurrence,
    Pair,
    Part,
    Place,
    State,
    TableChanged,
    WordsChanged,
)
from secc.compare.wording import GAP, READABLE, words

__all__ = [
    "GAP",
    "READABLE",
    "AttributeChanged",
    "CellChanged",
    "Certainty",
    "Change",
    "ChangeSet",
    "GlobalChange",
    "How",
    "Hunk",
    "Identities",
    "LabelChanged",
    "MarksChanged",
    "Match",
    "MergedBlock",
    "MergedCell",
    "MergedRow",
    "Occurrence",
    "Pair",
    "Part",
    "Place",
    "Segment",
    "State",
    "TableChanged",
    "WordsChanged",
    "compare",
    "compare_codes",
    "match",
    "words",
]


def compare(before: Document, after: Document, gap: float = GAP) -> ChangeSet:
    """What changed between two texts of one document, whatever its label is in each. `gap` is as in `words`."""
    return compare_codes((before,), (after,), gap)


def compare_codes(
    before: Sequence[Document], after: Sequence[Document], gap: float = GAP, known: Identities | None = None
) -> ChangeSet:
    """What changed between two states of a Code. A provision gone from one document and found in another moved.

    Documents correspond by kind and label, those left over by what they share; provisions by who they are, where that
    is `known`.
    """
    return ChangeSet(*matched(before, after, known), Wording(partial(words, gap=gap)))


def match(before: Sequence[Document], after: Sequence[Document]) -> tuple[Match, ...]:
    """Which provision of the one text is which of the other, and how sure that is. Cheaper than comparing."""
    return matches(*matched(before, after))
