"""The lines of one block, without its indentation; what stands in it is not its own."""

from functools import singledispatch
from typing import NamedTuple

from secc.syntax import patterns, slips
from secc.syntax.format.tables import table_lines
from secc.syntax.inline.spaces import even
from secc.syntax.labels import follows, is_first, skips
from secc.syntax.tree import (
    AttachmentHead,
    AttributeLine,
    BulletHead,
    ClauseHead,
    CodeHead,
    CommentLine,
    DefinitionHead,
    FigureHead,
    FootnoteHead,
    FormulaHead,
    Head,
    HeaderLine,
    HeadingHead,
    NoteHead,
    ParagraphHead,
    SubSectionHead,
    TableHead,
    TextHead,
    Words,
)


class Place(NamedTuple):
    """Where a block stands: the text of the file, the column, and the list around it.

    `previous` is the label of the latest paragraph of the list before the block's first line, `own` of that before the
    lines below it: its own where it is a paragraph. Both are empty where there is none.
    """

    text: str
    column: int
    previous: str
    own: str

    def words(self, words: Words) -> list[str]:
        """The lines of the words, each with single spaces and straight quotes."""
        lines = [even(self.text[start:end])[0] for start, end in zip(words[::2], words[1::2], strict=True)]
        return [line for line in lines if line]


def printed_comment(comment: CommentLine) -> str:
    """`// …`."""
    return f"// {comment.text}".rstrip()


def printed_attribute(line: AttributeLine) -> str:
    """`key: value`."""
    return f"{line.key}: {line.value}"


@singledispatch
def printed(head: Head, _place: Place) -> list[str]:
    """The lines of a block."""
    raise NotImplementedError(f"{type(head).__name__} has no lines of its own")


@printed.register
def _header(head: HeaderLine, place: Place) -> list[str]:
    return _after(f"{head.keyword} {head.label}".rstrip() + ":", head.title, place)


@printed.register
def _sub_section(head: SubSectionHead, place: Place) -> list[str]:
    return _after(f"# {head.label}", head.title, place)


@printed.register
def _heading(head: HeadingHead, place: Place) -> list[str]:
    return _after("#" * (head.level + 1), head.words, place)


@printed.register
def _clause(head: ClauseHead, place: Place) -> list[str]:
    return _after(head.label, head.words, place)


@printed.register
def _paragraph(head: ParagraphHead, place: Place) -> list[str]:
    return _after(head.written, head.words, place)


@printed.register
def _bullet(head: BulletHead, place: Place) -> list[str]:
    return _after("-", head.words, place)


@printed.register
def _definition(head: DefinitionHead, place: Place) -> list[str]:
    return _after("define", head.words, place)


@printed.register
def _note(head: NoteHead, place: Place) -> list[str]:
    return _after("note:", head.words, place)


@printed.register
def _footnote(head: FootnoteHead, place: Place) -> list[str]:
    return _after(f"[^{head.label}]:", head.words, place)


@printed.register
def _text(head: TextHead, place: Place) -> list[str]:
    first, *rest = place.words(head.words)
    slip = slips.indented(first) if place.column else slips.at_margin(first)
    begins = (
        slip
        or _is_keyword_or_label(first, place.previous)
        or _goes_on_after_gap(first, place.previous)
        or (not place.column and _begins_at_margin(first))
    )
    return [f"\\{first}" if begins else first, *_run_on(first, rest, place)]


@printed.register
def _table(head: TableHead, place: Place) -> list[str]:
    caption = " ".join(place.words(head.caption))
    above = [f"table: {caption}", ""] if caption else []
    cells = [[" ".join(place.words(cell)) for cell in row] for row in head.rows]
    return [*above, *table_lines(cells, head.rule, place.column)]


@printed.register
def _formula(head: FormulaHead, place: Place) -> list[str]:
    pairs = zip(head.words[::2], head.words[1::2], strict=True)
    return ["$$", *(" ".join(place.text[start:end].split()) for start, end in pairs), "$$"]


@printed.register
def _figure(head: FigureHead, _place: Place) -> list[str]:
    return [f"![{head.alt}]({head.path})"]


@printed.register
def _code(head: CodeHead, _place: Place) -> list[str]:
    return [f"```{head.language}", *head.lines, "```"]


@printed.register
def _attachment(head: AttachmentHead, _place: Place) -> list[str]:
    return [f'attachment: {head.path} "{head.title}"' if head.title else f"attachment: {head.path}"]


def _after(label: str, words: Words, place: Place) -> list[str]:
    """The words after a label or keyword, the first of them on its line."""
    lines = place.words(words)
    return [f"{label} {lines[0]}", *_run_on(lines[0], lines[1:], place)] if lines else [label]


def _run_on(first: str, lines: list[str], place: Place) -> list[str]:
    """Lines that run on; a backslash keeps those from beginning something that would where they now stand.

    At the margin nothing without a mark of its own begins in the middle of a sentence, but some is reported.
    """
    begins = _is_keyword_or_label if place.column else _nearly_label
    pairs = zip([first, *lines], lines, strict=False)
    begin = [
        begins(line, place.own)
        or (bool(place.column) and _goes_on_after_gap(line, place.own))
        or slips.run_on(line, above, place.column) is not None
        for above, line in pairs
    ]
    return [f"\\{line}" if begun else line for begun, line in zip(begin, lines, strict=True)]


def _is_keyword_or_label(line: str, previous: str) -> bool:
    """Whether a line would begin a definition, note, table, attachment, or a paragraph labelled `a.`."""
    if patterns.KEYWORD.match(line):
        return True
    found = patterns.PARAGRAPH.match(line)
    if found is None:
        return _nearly_label(line, previous)
    label = found["written"].strip("().")
    return is_first(label) or follows(label, previous)


def _goes_on_after_gap(line: str, previous: str) -> bool:
    """Whether a line would go on with a list, with labels left out, or be reported as one that may."""
    found = patterns.PARAGRAPH.match(line)
    return found is not None and skips(found["written"].strip("()."), previous)


def _nearly_label(line: str, previous: str) -> bool:
    """Whether a line would be reported for a label with no space after it."""
    near = patterns.NEAR_PARAGRAPH.match(line)
    return near is not None and (is_first(near["label"]) or follows(near["label"], previous))


def _begins_at_margin(line: str) -> bool:
    """Whether a line would begin a clause or division at the margin."""
    return patterns.CLAUSE.match(line) is not None or patterns.DIVISION.match(line) is not None
