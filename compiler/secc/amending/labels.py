"""The labels of provisions as blocks: as they stand in a text, and in a path."""

from secc.amending.refusal import Refusal
from secc.code.model import AnyBlock, Clause, Division, Paragraph, SubSection
from secc.ids import division_step


def label_of(block: AnyBlock) -> str:
    """The label as it is written; a refusal, where it has none."""
    if isinstance(block, Paragraph):
        return block.written
    if isinstance(block, Clause | SubSection | Division):
        return block.label
    raise Refusal("only a numbered provision has a number", "name a clause, paragraph or sub-section")


def written_label(block: AnyBlock, label: str) -> str:
    """A new label as the page writes such a block's: `(b)`, `b.`, `H14.5A`."""
    if not isinstance(block, Paragraph):
        return label
    letters = label.strip("().")
    return f"({letters})" if block.written.startswith("(") else f"{letters}."


def before_label(block: AnyBlock) -> int:
    """How many letters of a keyword, such as `annex `, stand before the label."""
    return len(block.kind) + 1 if isinstance(block, Division) else 0


def step_of(block: AnyBlock, label: str) -> str:
    """The last step of its path when it bears that label."""
    if isinstance(block, Division):
        return division_step(block.kind, label)
    return f"({label.strip('().')})" if isinstance(block, Paragraph) else label
