"""Source texts: grown from grammar/document.lark with a careless layout, and real files with mistakes made in them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from secc.syntax import grammar
from secc.syntax.tree import (
    AttachmentHead,
    BulletHead,
    ClauseHead,
    CodeHead,
    DefinitionHead,
    FigureHead,
    FootnoteHead,
    FormulaHead,
    Head,
    HeaderLine,
    HeadingHead,
    NoteHead,
    ParagraphHead,
    QuotationHead,
    SubSectionHead,
    TableHead,
    TextHead,
)

some = settings(derandomize=True, deadline=None, max_examples=200)
"""For texts that take long to grow."""
many = settings(derandomize=True, deadline=None, max_examples=1500)

SAMPLES = tuple(
    path
    for path in sorted((Path(__file__).resolve().parents[2] / "sec-source").rglob("*.sec"))
    if path.parent.name != "instruments" and path.name != "instrument.sec"
)

PLAIN_WORDS = ("the", "DCC", "shall", "act,", "Section", "H14.31(a),", "and", "in each case;", "“User’s", "A&B", "é")
"""Words of which none begins anything, wherever it stands in a sentence."""
RISKY_WORDS = (
    "(a)", "(b)", "(ii)", "a.", "b.", "i.", "H1.2", "4.26", "1", "H1.2.", "H1.2The", "(a)x", "end.", "end:", "…",
    "define", 'define "Term"', 'Define "X"', "note:", "table:", "attachment:", "annex A:", "part 1:", "document:",
    "section H: X", "known-as: x", "- x", "-", "#", "##", "# H1", "#H1", "|", "\\|", "| a | b |", "| --- |", ">", "> x",
    "//", "// allow rule: why", "$$", "$x$", "$5", "```", "`code`", "**bold**", "*it*", "[^1]", "[^1]:", "[Not used]",
    "![x](y.svg)", "![", "[words](https://a.example)", "\\(a)", "\\note:", "\\H1.2", "\\", "\u00a0", "\u2009x", "“",
    "\t", "é",
)  # fmt: skip
"""Words that begin something at the start of a line, or nearly do."""
ODD = (
    "\u200b",
    "\u202e",
    "\x00",
    "\r",
    "\ufeff",
    "\t",
    "\u00a0",
    " ",
    "\n",
    "\n\n",
    "|",
    ">",
    "$$",
    "```",
    "\\",
    "(",
    "#",
)


class Block(NamedTuple):
    """A token of the grammar to be laid out: what stands first on its line, its words, and how carelessly."""

    name: str
    head: str
    words: tuple[str, ...]
    blank: int
    stray: int


def _block(name: str, heads: tuple[str, ...], words: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[str]:
    block = st.builds(Block, st.just(name), st.sampled_from(heads), words, st.integers(0, 2), st.integers(0, 5))
    return block.map(
        lambda made: "\x1e" + "\x1f".join([made.name, made.head, "\x1d".join(made.words), f"{made.blank}{made.stray}"])
    )


_LABELS = ("(a)", "(b)", "(i)", "(ii)", "(A)", "(1)", "(1BA)", "(aa)")
_WHOLE = {
    "TABLE": ("| a | b |\n| --- | --- |\n| c  | “d” |", "table: Roles\n\n| a\\|b |", "| x |\n| |"),
    "FORMULA": ("$$ a = b $$", "$$\na =   b\n+ c\n$$"),
    "FIGURE": ("![The parts](figures/parts.svg)",),
    "CODE": ("```xml\n<a>\n  “b”\n\n</a>\n```", "```\n```"),
    "ATTACHMENT": ('attachment: figures/x.xlsx  "Annex A"',),
    "QUOTATION": ("> 1.1 I agree:\n>   (a) to act.", ">", "> > “so”\n>\n> (a) it is"),
}
_HEADS = {
    "HEADER": ("section H:", "schedule 11:", "appendix AL:"),
    "ATTRIBUTE": ("known-as:",),
    "ANNEX": ("annex A:", "annex 1:"),
    "DOCUMENT": ("document:",),
    "PART": ("part 1:", "part B:"),
    "SUBSECTION": ("# H14", "# 1"),
    "CLAUSE": ("H14.31", "H14.36A", "4.26", "2.5.6", "7"),
    "PARAGRAPH": _LABELS,
    "BULLET": ("-",),
    "DEFINE": ('define "Term" means',),
    "TEXT": ("",),
    "HEADING": ("##", "###"),
    "NOTE": ("note:",),
    "FOOTNOTE": ("[^1]:", "[^b]:"),
}
KINDS: dict[str, type[Head]] = {
    "HEADER": HeaderLine,
    "ANNEX": HeaderLine,
    "DOCUMENT": HeaderLine,
    "PART": HeaderLine,
    "SUBSECTION": SubSectionHead,
    "CLAUSE": ClauseHead,
    "PARAGRAPH": ParagraphHead,
    "BULLET": BulletHead,
    "DEFINE": DefinitionHead,
    "TEXT": TextHead,
    "HEADING": HeadingHead,
    "TABLE": TableHead,
    "FORMULA": FormulaHead,
    "FIGURE": FigureHead,
    "CODE": CodeHead,
    "ATTACHMENT": AttachmentHead,
    "NOTE": NoteHead,
    "FOOTNOTE": FootnoteHead,
    "QUOTATION": QuotationHead,
}
"""What each token of the grammar is read as."""
_NEEDS_BLANK = ("ANNEX", "DOCUMENT", "PART", "CLAUSE", "DEFINE", "TEXT", "FIGURE", "ATTACHMENT", "NOTE")
_ONE_LINE = ("HEADER", "ATTRIBUTE", "ANNEX", "DOCUMENT", "PART", "SUBSECTION", "HEADING")


class Grown(NamedTuple):
    """A text, and the tokens of the grammar that it was grown from."""

    tokens: tuple[str, ...]
    text: str


def grown(vocabulary: tuple[str, ...]) -> st.SearchStrategy[Grown]:
    """Documents as the grammar has them, their words drawn from a vocabulary."""
    words = st.lists(st.sampled_from(vocabulary), min_size=1, max_size=6).map(tuple)
    nothing: st.SearchStrategy[tuple[str, ...]] = st.just(())
    explicit = {name: _block(name, heads, words) for name, heads in _HEADS.items()}
    explicit |= {name: _block(name, heads, nothing) for name, heads in _WHOLE.items()}
    explicit |= {
        "INDENT": st.sampled_from(("\x1eINDENT\x1f1", "\x1eINDENT\x1f2", "\x1eINDENT\x1f4")),
        "DEDENT": st.just("\x1eDEDENT"),
    }
    lark = Lark(grammar.text("document"), start="document")
    return from_lark(lark, start="document", explicit=explicit).map(_grown)


def _grown(tokens: str) -> Grown:
    names = tuple(token.partition("\x1f")[0] for token in tokens.split("\x1e")[1:])
    return Grown(names, "\n".join(_laid_out(tokens)) + "\n")


def _laid_out(tokens: str) -> Iterator[str]:
    """The lines of a token stream: blank lines where they are needed or drawn, run-on lines anywhere."""
    columns = [0]
    for token in tokens.split("\x1e")[1:]:
        fields = token.split("\x1f")
        if fields[0] == "INDENT":
            columns.append(columns[-1] + int(fields[1]))
        elif fields[0] == "DEDENT":
            columns.pop()
        else:
            name, head, words, layout = fields
            block = Block(name, head, tuple(words.split("\x1d")) if words else (), int(layout[0]), int(layout[1]))
            yield from _lines(block, columns[-1])


def _lines(block: Block, column: int) -> Iterator[str]:
    if block.name not in ("HEADER", "ATTRIBUTE"):
        yield from [""] * (max(1, block.blank) if block.name in _NEEDS_BLANK else block.blank)
    breaks = " " if block.name in _ONE_LINE or block.stray == 5 else "\n" + " " * block.stray
    split = (len(block.words) + (block.name == "BULLET")) // 2  # a dash alone is no bullet
    first, rest = "  ".join(block.words[:split]), " ".join(block.words[split:])
    text = breaks.join(part for part in (f"{block.head} {first}".strip(), rest) if part)
    for place, line in enumerate(text.split("\n")):
        indent = " " * column if place == 0 or block.name in _WHOLE else ""
        yield f"{indent}{line}" if line else ""


ANY_TEXT = st.lists(
    st.sampled_from([*RISKY_WORDS, *["\n", "\n\n", "\n  ", "\n    ", " ", "word"] * 4]), max_size=40
).map("".join)


@st.composite
def mistaken(draw: st.DrawFn) -> str:
    """A stretch of a real file in which lines were deleted, doubled, moved, indented, joined, or odd characters put."""
    lines = _lines_of(draw(st.sampled_from(SAMPLES)))
    start = draw(st.integers(0, max(0, len(lines) - 40)))
    lines = [lines[0], "", *lines[start : start + 40]]
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        lines[place : place + 1] = _slip(lines[place], draw)
    if draw(st.booleans()):
        one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


@cache
def _lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def _slip(line: str, draw: st.DrawFn) -> list[str]:
    """One line with one mistake in it."""
    place = draw(st.integers(0, len(line)))
    match draw(st.integers(0, 6)):
        case 0:
            return []
        case 1:
            return [line, line]
        case 2:
            return [line[:place], line[place:]]
        case 3:
            return [line[:place] + draw(st.sampled_from(ODD)) + line[place:]]
        case 4:
            return [" " * draw(st.integers(1, 5)) + line]
        case 5:
            return [line.lstrip()]
        case _:
            return [draw(st.sampled_from(RISKY_WORDS)) + " " + line.lstrip()]
