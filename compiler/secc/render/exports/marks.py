"""What holds over some of the words of a block: references, terms, emphasis, standing off from the text."""

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated, TypeAlias, assert_never

from msgspec import Meta, Struct

from secc.document.model import (
    AnyRun,
    FootnoteRun,
    Run,
    Runs,
    Style,
    SymbolsRun,
    Target,
    ToNothing,
    ToProvisions,
    ToTerm,
    ToWeb,
    ToWork,
)
from secc.render.plain import plain

Start = Annotated[int, Meta(ge=0, description="The first character it covers, from 0, in Unicode code points.")]
End = Annotated[int, Meta(ge=0, description="The character after the last that it covers.")]


class ReferenceMark(Struct, frozen=True, tag_field="kind", tag="reference"):
    """A reference to provisions of the Code."""

    start: Start
    end: End
    to: Annotated[tuple[str, ...], Meta(description="The address it leads to; of a range, each of them, in order.")]


class TermMark(Struct, frozen=True, tag_field="kind", tag="term"):
    """A use of a defined term."""

    start: Start
    end: End
    term: Annotated[str, Meta(description="The term, by the first of its names.")]
    to: Annotated[str, Meta(description="The address of the definition that gives the meaning here.")]


class WorkMark(Struct, frozen=True, tag_field="kind", tag="work"):
    """A reference to a work outside the Code."""

    start: Start
    end: End
    work: Annotated[str, Meta(description="The work, as the Code calls it.")]
    place: Annotated[str, Meta(description="The place in it; empty for the work as a whole.")]


class BrokenMark(Struct, frozen=True, tag_field="kind", tag="broken"):
    """A reference that leads nowhere: there is no such provision."""

    start: Start
    end: End


class WebMark(Struct, frozen=True, tag_field="kind", tag="web"):
    """A link to the web."""

    start: Start
    end: End
    href: Annotated[str, Meta(description="Where it leads: http, https or mailto.")]


class EmphasisMark(Struct, frozen=True, tag_field="kind", tag="emphasis"):
    """Words set in italics."""

    start: Start
    end: End


class StrongMark(Struct, frozen=True, tag_field="kind", tag="strong"):
    """Words set in bold; in a definition, the terms being defined."""

    start: Start
    end: End


class CodeMark(Struct, frozen=True, tag_field="kind", tag="code"):
    """Words set as code."""

    start: Start
    end: End


class FormulaMark(Struct, frozen=True, tag_field="kind", tag="formula"):
    """A formula in the line: the words covered are its LaTeX."""

    start: Start
    end: End


class FootnoteMark(Struct, frozen=True, tag_field="kind", tag="footnote-call"):
    """The call of a footnote: the words covered are its label in square brackets."""

    start: Start
    end: End
    label: Annotated[str, Meta(description="The label of the footnote.")]


Mark: TypeAlias = (
    ReferenceMark
    | TermMark
    | WorkMark
    | BrokenMark
    | WebMark
    | EmphasisMark
    | StrongMark
    | CodeMark
    | FormulaMark
    | FootnoteMark
)
_STYLED: dict[Style, type[EmphasisMark] | type[StrongMark] | type[CodeMark]] = {
    Style.EMPHASIS: EmphasisMark,
    Style.STRONG: StrongMark,
    Style.CODE: CodeMark,
}
_Found = tuple[int, int, AnyRun]
"""A run with where it starts and ends in the text."""


def said(runs: Runs) -> tuple[str, tuple[Mark, ...]]:
    """The words of runs, and what holds over them, by where it starts; what covers more goes first."""
    if not runs:
        return "", ()
    if len(runs) == 1 and isinstance(runs[0], Run) and runs[0].target is None and not runs[0].styles:
        return runs[0].text, ()
    placed: list[_Found] = []
    start = 0
    for run in runs:
        end = start + len(plain((run,)))
        placed.append((start, end, run))
        start = end
    marks = sorted((*_links(placed), *_others(placed)), key=_order)
    return plain(runs), tuple(marks)


def _links(placed: list[_Found]) -> Iterator[Mark]:
    """Neighbouring runs of one link make one mark."""
    for link, group in groupby(placed, key=_link_of):
        if link:
            found = list(group)
            run = found[0][2]
            if isinstance(run, Run) and run.target is not None:
                yield _link(run.target, found[0][0], found[-1][1])


def _link_of(found: _Found) -> int:
    return found[2].link if isinstance(found[2], Run) and found[2].target is not None else 0


def _link(target: Target, start: int, end: int) -> Mark:
    match target:
        case ToProvisions(addresses=addresses):
            return ReferenceMark(start, end, tuple(map(str, addresses)))
        case ToTerm(name=name, address=address):
            return TermMark(start, end, name, str(address))
        case ToWork(work=work, place=place):
            return WorkMark(start, end, work, place)
        case ToNothing():
            return BrokenMark(start, end)
        case ToWeb(href=href):
            return WebMark(start, end, href)
        case _:
            assert_never(target)


def _others(placed: list[_Found]) -> Iterator[Mark]:
    """The calls of footnotes, formulas, and stretches of one style, whatever links there are in them."""
    open_since: dict[Style, tuple[int, int]] = {}
    for start, end, run in placed:
        styles = run.styles if isinstance(run, Run) else ()
        for style in [each for each in open_since if each not in styles]:
            yield _STYLED[style](*open_since.pop(style))
        for style in styles:
            open_since[style] = (open_since.get(style, (start, end))[0], end)
        match run:
            case SymbolsRun():
                yield FormulaMark(start, end)
            case FootnoteRun(label=label):
                yield FootnoteMark(start, end, label)
    for style, (start, end) in open_since.items():
        yield _STYLED[style](start, end)


def _order(mark: Mark) -> tuple[int, int, str]:
    return (mark.start, -mark.end, type(mark).__name__)
