"""What of a file stands in its syntax tree, stretch by stretch."""

from collections.abc import Iterator, Sequence

from secc.source import Source
from secc.syntax import Parsed
from secc.syntax.tree import (
    AnyHead,
    AttachmentHead,
    AttributeLine,
    BulletHead,
    ClauseHead,
    CodeHead,
    CommentLine,
    DefinitionHead,
    FigureHead,
    FootnoteHead,
    HeaderLine,
    HeadingHead,
    NoteHead,
    ParagraphHead,
    QuotationHead,
    SubSectionHead,
    SyntaxBlock,
    TableHead,
    Words,
)

Stretch = tuple[int, int]
_MARKS = frozenset(" \t\n>|\\$:-")
"""What may stand outside every stretch: white space, and the marks of quotations, tables, formulas and escapes."""


def left_out(source: Source, parsed: Parsed) -> str:
    """The words of a file that stand nowhere in its tree; empty when there are none."""
    covered = bytearray(len(source.text))
    for start, end in stretches(source, parsed):
        for place in range(start, end):
            covered[place] += 1
    assert max(covered, default=0) <= 1, "a word stands twice in the tree"
    left = (character for character, times in zip(source.text, covered, strict=True) if not times)
    return "".join(each for each in left if each not in _MARKS and not each.isspace())


def heads(blocks: Sequence[SyntaxBlock]) -> Iterator[AnyHead]:
    """Every head in order, those in quotations too."""
    return (block.head for block in _all(blocks))


def stretches(source: Source, parsed: Parsed) -> Iterator[Stretch]:
    """Every stretch of the file that stands in the tree: words, labels with their marks, attributes, comments."""
    tree = parsed.tree
    if tree.header is not None:
        yield from _stretches_of(source, tree.header)
    yield from map(_whole, tree.attributes)
    yield from map(_whole, tree.closing)
    for head in heads(tree.blocks):
        yield from _stretches_of(source, head)
    yield from (_whole(line) for block in _all(tree.blocks) for line in block.attributes)


def unquoted(blocks: Sequence[SyntaxBlock]) -> Iterator[SyntaxBlock]:
    """Every block but those in quotations."""
    for block in blocks:
        yield block
        yield from unquoted(block.blocks)


def _all(blocks: Sequence[SyntaxBlock]) -> Iterator[SyntaxBlock]:
    for block in blocks:
        yield block
        yield from _all(block.head.blocks if isinstance(block.head, QuotationHead) else ())
        yield from _all(block.blocks)


def _stretches_of(source: Source, head: AnyHead) -> Iterator[Stretch]:
    yield from map(_whole, head.comments)
    if isinstance(head, QuotationHead):
        yield from map(_whole, head.closing)
    elif isinstance(head, CodeHead | FigureHead | AttachmentHead):
        yield _whole(head)
    else:
        words = words_of(head)
        first = words[0] if words else head.span.end
        yield from _label(source, head, first)
        yield from zip(words[::2], words[1::2], strict=True)


def words_of(head: AnyHead) -> Words:
    """The stretches of a head's words."""
    match head:
        case HeaderLine() | SubSectionHead():
            return head.title
        case TableHead():
            return head.caption + tuple(end for row in head.rows for cell in row for end in cell)
        case CodeHead() | FigureHead() | AttachmentHead() | QuotationHead():
            return ()
        case _:
            return head.words


def _label(source: Source, head: AnyHead, first: int) -> Iterator[Stretch]:
    """The label or keyword before the first word, if it is what the head says it is."""
    written = source.text[head.span.start : first]
    if isinstance(head, TableHead) and written.startswith("table"):
        yield head.span.start, head.span.start + len("table")
    elif "".join(written.split()).rstrip("\\") in _labels(head):
        yield head.span.start, first


def _labels(head: AnyHead) -> tuple[str, ...]:
    match head:
        case HeaderLine():
            return (f"{head.keyword}{head.label}:",)
        case SubSectionHead():
            return (f"#{head.label}",)
        case HeadingHead():
            return ("#" * (head.level + 1), "#")
        case ClauseHead():
            return (head.label,)
        case ParagraphHead():
            return (head.written,)
        case FootnoteHead():
            return (f"[^{head.label}]:",)
        case _:
            return _keywords(head)


def _keywords(head: AnyHead) -> tuple[str, ...]:
    match head:
        case BulletHead():
            return ("-",)
        case DefinitionHead():
            return ("define",)
        case NoteHead():
            return ("note:",)
        case _:
            return ()


def _whole(head: AnyHead | AttributeLine | CommentLine) -> Stretch:
    return head.span.start, head.span.end
