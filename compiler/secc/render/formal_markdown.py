"""A paper as Markdown that any program reads: headings, numbered paragraphs, quotations and tables.

Every sign that Markdown would take for its own is escaped. What stands in a paragraph is a list in it, indented; what
an operation sets out is a quotation.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from secc.document.formal_model import Chapter, Paper
from secc.document.model import (
    AnyRun,
    AttachmentPart,
    BulletPart,
    ClausePart,
    CodePart,
    DefinitionPart,
    DivisionPart,
    FigurePart,
    FootnotePart,
    FootnoteRun,
    FormulaPart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Run,
    Runs,
    Style,
    SubSectionPart,
    SymbolsRun,
    TablePart,
    TextPart,
    ToWeb,
)
from secc.document.parts import parts_in
from secc.render.patterns import TAG
from secc.render.plain import attached

_DEEPEST = 6
_SIGNS = frozenset("\\`*_{}[]<>#|~$&")
_AT_START = frozenset("+->=")
_STYLES = ((Style.CODE, "`"), (Style.EMPHASIS, "*"), (Style.STRONG, "**"))
_LESS = r"\\lt "
_Titled = DivisionPart | SubSectionPart | HeadingPart


def to_markdown(paper: Paper) -> str:
    """The paper, ending with a line end."""
    return "\n\n---\n\n".join("\n\n".join(_chapter(each)) for each in paper.chapters) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield "# " + _named(chapter.name, chapter.title)
    yield from _blocks(chapter.parts, 2)


def _named(name: str, words: Runs) -> str:
    return ": ".join(filter(None, (escaped(name), runs_markdown(words))))


def _blocks(parts: Iterable[Part], rank: int) -> Iterator[str]:
    """The blocks of parts; neighbouring labelled paragraphs, and bullets, are one list."""
    for _, group in groupby(parts, key=_is_item):
        together = list(group)
        if _is_item(together[0]):
            yield "\n".join(_item(each, rank) for each in together)
        else:
            for part in together:
                yield from _block(part, rank)


def _is_item(part: Part) -> bool:
    return isinstance(part, BulletPart) or (isinstance(part, ParagraphPart) and not part.label.isalnum())


def _item(part: Part, rank: int) -> str:
    label = part.label if isinstance(part, ParagraphPart) else ""
    words = part.words if isinstance(part, ParagraphPart | BulletPart) else ()
    said = " ".join(filter(None, (escaped(label), runs_markdown(words))))
    return "- " + _indented("\n\n".join((said, *_blocks(parts_in(part), rank))), "  ").lstrip()


def _block(part: Part, rank: int) -> Iterator[str]:
    match part:
        case DivisionPart() | SubSectionPart() | HeadingPart():
            yield from _section(part, rank)
        case ClausePart(number=label, words=words) | ParagraphPart(label=label, words=words):
            yield " ".join(filter(None, (f"**{escaped(label)}**", runs_markdown(words))))
            yield from _blocks(part.parts, rank)
        case DefinitionPart(words=words) | TextPart(words=words):
            yield runs_markdown(words)
            yield from _blocks(part.parts, rank)
        case QuotationPart(parts=inside):
            yield _indented("\n\n".join(_blocks(inside, rank)), "> ")
        case TablePart():
            yield _table(part)
        case _:
            yield _leaf(part)


def _section(part: _Titled, rank: int) -> Iterator[str]:
    match part:
        case DivisionPart(name=name, title=title, parts=inside):
            words, below = _named(name, title), rank + 1
        case SubSectionPart(number=number, title=title, parts=inside):
            words, below = f"{escaped(number)} {runs_markdown(title)}".strip(), rank + 1
        case HeadingPart(level=level, words=title):
            words, inside, rank, below = runs_markdown(title), (), rank + level - 1, rank
    yield f"{'#' * min(rank, _DEEPEST)} {words}"
    yield from _blocks(inside, below)


def _leaf(part: Part) -> str:
    match part:
        case NotePart(words=words):
            return f"Note: {runs_markdown(words)}"
        case FootnotePart(label=label, words=words):
            return f"{escaped(f'[{label}]')} {runs_markdown(words)}"
        case FormulaPart(latex=latex):
            return _fenced(latex, "math")
        case CodePart(text=text, language=language):
            return _fenced(text, language)
        case FigurePart(alt=alt):
            return escaped(f"[{alt}]")
        case AttachmentPart(path=path, title=title):
            return escaped(attached(path, title))
        case _:
            raise AssertionError(f"no Markdown for {type(part).__name__}")


def _table(part: TablePart) -> str:
    """A table; one without a head has an empty one, since the format asks for it."""
    columns = max(map(len, (*part.head, *part.rows)), default=0)
    head = part.head[0] if part.head else ((),) * columns
    rows = [_row(head), "|" + " --- |" * columns, *map(_row, (*part.head[1:], *part.rows))]
    caption = (f"**{runs_markdown(part.caption)}**",) if part.caption else ()
    return "\n\n".join((*caption, "\n".join(rows)))


def _row(cells: Sequence[Runs]) -> str:
    """A row; no bar in a cell may end it, not even one in code or a formula."""
    said = (runs_markdown(cell).replace("\\|", "|").replace("|", "\\|") for cell in cells)
    return "|" + "".join(f" {cell} |" for cell in said)


def _fenced(text: str, language: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"


def _indented(text: str, sign: str) -> str:
    return "\n".join(f"{sign}{line}".rstrip() for line in text.split("\n"))


def runs_markdown(runs: Runs) -> str:
    """Words in one line, with their emphasis, and links to the web."""
    words = "".join(map(_run, runs))
    first = words[:1]
    number, dot, _ = words.partition(".")
    if first in _AT_START or (dot and number.isdecimal() and words[len(number) + 1 :][:1] in ("", " ")):
        return f"\\{words}" if first in _AT_START else f"{number}\\{words[len(number) :]}"
    return words


def _run(run: AnyRun) -> str:
    match run:
        case SymbolsRun(latex=latex):
            return _symbols(latex)
        case FootnoteRun(label=label):
            return escaped(f"[{label}]")
        case Run(text=text, styles=styles, target=target):
            inner = text.strip()
            words = _styled(inner, styles) if inner else ""
            if inner and isinstance(target, ToWeb):
                words = f"[{words}](<{target.href}>)"
            start = len(text) - len(text.lstrip())
            return f"{text[:start]}{words}{text[start + len(inner) :]}" if inner else text
    assert_never(run)


def _symbols(latex: str) -> str:
    """A formula in a line. Whoever knows none reads it as words: no sign in it may begin an element or code there."""
    return escaped(f"${latex}$") if set("`$") & set(latex) else f"${TAG.sub(_LESS, latex)}$"


def _styled(text: str, styles: Sequence[Style]) -> str:
    """Words with the marks of their styles; in code nothing is escaped."""
    is_code = Style.CODE in styles
    ticks, space = "`" * (_longest_ticks(text) + 1), " " if "`" in text else ""
    words = f"{ticks}{space}{text}{space}{ticks}" if is_code else escaped(text)
    for style, mark in _STYLES:
        if style in styles and style is not Style.CODE:
            words = f"{mark}{words}{mark}"
    return words


def _longest_ticks(text: str) -> int:
    return max((len(list(group)) for sign, group in groupby(text) if sign == "`"), default=0)


def escaped(text: str) -> str:
    """Text in which no sign is Markdown's own, in one line."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in " ".join(text.split("\n")))
