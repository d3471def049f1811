"""The words of one prose as runs: cut wherever a style or a link begins or ends."""

from collections.abc import Iterable, Iterator

from secc.code.model import Prose
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
from secc.document.typography import curled
from secc.resolve.model import Broken, Link, Outside, Reference, Term, Words
from secc.syntax.marks import AnyMark, Code, Emphasis, FootnoteCall, Hyperlink, Strong, Symbols

_STYLES: dict[type, Style] = {Emphasis: Style.EMPHASIS, Strong: Style.STRONG, Code: Style.CODE}
_Stretch = tuple[int, int, Target]


def runs_of(words: Words, terms: tuple[Term, ...], strong: Iterable[tuple[int, int]] = ()) -> Runs:
    """The runs of a prose with what was bound in it. `strong` are further stretches to set strong."""
    prose = words.prose
    links = sorted(_links(words, terms), key=lambda link: link[0])
    if not prose.marks and not links and not strong:
        return (Run(curled(prose.text)),) if prose.text else ()
    return tuple(_cut(prose, links, _styles(prose, strong)))


def unbound_runs(prose: Prose, strong: Iterable[tuple[int, int]] = ()) -> Runs:
    """The runs of a prose in which nothing was bound, as `runs_of` has them but for the links."""
    if not prose.marks and not strong:
        return (Run(curled(prose.text)),) if prose.text else ()
    return tuple(_cut(prose, [], _styles(prose, strong)))


def _styles(prose: Prose, strong: Iterable[tuple[int, int]]) -> list[tuple[int, int, Style]]:
    styles = [(mark.start, mark.end, _STYLES[type(mark)]) for mark in prose.marks if type(mark) in _STYLES]
    return styles + [(start, end, Style.STRONG) for start, end in strong]


def _links(words: Words, terms: tuple[Term, ...]) -> Iterator[_Stretch]:
    for reference in words.references:
        yield reference.start, reference.end, _target(reference)
    for use in words.uses:
        if use.term is not None:  # a meaning that a work outside the Code gives leads nowhere
            term = terms[use.term]
            yield use.start, use.end, ToTerm(term.name, term.address)
    for mark in words.prose.marks:
        if isinstance(mark, Hyperlink):
            yield mark.start, mark.end, ToWeb(mark.href)


def _target(reference: Reference) -> Target:
    match reference:
        case Link(targets=targets):
            return ToProvisions(targets)
        case Outside(work=work, place=place):
            return ToWork(work, place)
        case Broken(said=said):
            return ToNothing(said)


def _cut(prose: Prose, links: list[_Stretch], styles: list[tuple[int, int, Style]]) -> Iterator[AnyRun]:
    text = _typeset(prose)
    apart = [mark for mark in prose.marks if isinstance(mark, Symbols | FootnoteCall)]
    edges = {0, len(text)}
    for start, end, _ in (*links, *styles):
        edges |= {start, end}
    for mark in apart:
        edges |= {mark.start, mark.end}
    ordered = sorted(edges)
    calls: dict[int, list[FootnoteRun]] = {}
    for mark in apart:
        if isinstance(mark, FootnoteCall):
            calls.setdefault(mark.start, []).append(FootnoteRun(mark.label))
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        yield from calls.get(start, ())
        if start < end:
            yield _run(text, start, end, links, styles, apart)


def _run(
    text: str,
    start: int,
    end: int,
    links: list[_Stretch],
    styles: list[tuple[int, int, Style]],
    apart: list[Symbols | FootnoteCall],
) -> AnyRun:
    for mark in apart:
        if isinstance(mark, Symbols) and mark.start <= start and end <= mark.end:
            return SymbolsRun(text[mark.start : mark.end])
    held = tuple(dict.fromkeys(style for first, last, style in styles if first <= start and end <= last))
    for number, (first, last, target) in enumerate(links, start=1):
        if first <= start and end <= last:
            return Run(text[start:end], held, target, number)
    return Run(text[start:end], held)


def _typeset(prose: Prose) -> str:
    """The text with curly quotation marks, but for code and symbols, which are left as they are."""
    plain: list[AnyMark] = [mark for mark in prose.marks if isinstance(mark, Code | Symbols)]
    text = curled(prose.text)
    for mark in plain:
        text = text[: mark.start] + prose.text[mark.start : mark.end] + text[mark.end :]
    return text
