"""Source text that stands by itself: what an operation sets out, read before it has a place."""

from collections.abc import Callable, Iterator, Sequence

from secc.amending.extents import plain
from secc.amending.labels import before_label, label_of, step_of, written_label
from secc.amending.version import Path
from secc.code.head import ReadDocument
from secc.code.load import read_document
from secc.code.model import AnyBlock, Clause, Division, Paragraph, SubHeading, SubSection, Text
from secc.code.walk import placed
from secc.ids import Address
from secc.instruments.model import SourceText
from secc.source import Source
from secc.syntax.inline.reading import parse


def addresses_in(text: SourceText, parent: Address) -> list[Path]:
    """The paths of the provisions that the lines bring, as they will stand in `parent`."""
    numbering = parent.numbering.path
    found: list[Path] = []
    for each in placed(_fragment(text, parent).document):
        if not each.own:
            continue
        first = each.address.path[0]
        clause = isinstance(each.block, Clause | SubSection | Division) or not first.startswith(("(", '"'))
        found.append((*(numbering if clause else parent.path), *each.address.path))
    return found


def renumbered_lines(text: SourceText, parent: Address, now: Callable[[Address], Address]) -> SourceText:
    """The lines with each provision that they set out in `parent` under the number that it has now.

    What stands in these keeps its own, but for the clauses of a sub-section, which go with its number.
    """
    header = _header(parent)
    written = header + "\n".join(text.lines)
    for block, label in reversed(list(_labels_now(_fragment(text, parent).document.blocks, parent, now))):
        old = label_of(block)
        start = written.index(old, block.span.start + before_label(block))
        written = f"{written[:start]}{written_label(block, label)}{written[start + len(old) :]}"
    return SourceText(tuple(written.removeprefix(header).split("\n")))


def _labels_now(
    blocks: Sequence[AnyBlock], parent: Address, now: Callable[[Address], Address]
) -> Iterator[tuple[AnyBlock, str]]:
    for block in blocks:
        if not isinstance(block, Clause | Paragraph | SubSection):
            continue
        label = now(parent.below(step_of(block, block.label))).path[-1]
        yield block, label
        if isinstance(block, SubSection):
            for each in block.blocks:
                if isinstance(each, Clause) and each.label.startswith(f"{block.label}."):
                    yield each, label + each.label.removeprefix(block.label)


def sub_headings_in(text: SourceText, parent: Address) -> list[str]:
    """The words of the sub-headings that the lines bring, as headings are found by them."""
    blocks = [each.block for each in placed(_fragment(text, parent).document)]
    return [plain(each.prose.text) for each in blocks if isinstance(each, SubHeading)]


def blocks_of(text: SourceText, parent: Address) -> tuple[AnyBlock, ...]:
    """What the lines say, as blocks that stand by themselves. Refuses lines that are no source text."""
    return _fragment(text, parent).document.blocks


def _fragment(text: SourceText, parent: Address) -> ReadDocument:
    return read_document(Source("set out", _header(parent) + "\n".join(text.lines) + "\n"))


def _header(parent: Address) -> str:
    return f"{parent.document.kind} {parent.document.label}: set out\n\n"


def begins_something(words: str) -> bool:
    """Whether words at the start of a line would be read as more or other than unlabelled text."""
    blocks = read_document(Source("set out", f"section A: set out\n\n{words}\n")).document.blocks
    first = blocks[0] if len(blocks) == 1 else None
    return bool(words) and not (isinstance(first, Text) and first.prose.text == parse(words).text)
