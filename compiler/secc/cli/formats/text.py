"""For people: in full, or a line each."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import click

from secc.cli.formats.wording import counted, headline, offered, printed_days, summary, told, visible
from secc.diagnostics import Diagnostic, Related, Safety, Severity
from secc.source import Source, Span
from secc.syntax.faults import SYNTAX

Paint: TypeAlias = Callable[[str, str], str]
"""Gives text a colour by its name, or does not."""

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_OFFERS = {Safety.SAFE: "--fix", Safety.UNSAFE: "--fix --unsafe-fixes"}
_WIDE = 160
_BEFORE = 60
_ALSO = 5


def plain(text: str, fg: str) -> str:  # noqa: ARG001  # a `Paint`
    """No colour."""
    return text


def colored(text: str, fg: str) -> str:
    """The colour, as terminals understand it."""
    return click.style(text, fg=fg, bold=fg != "blue" or None)


def full(findings: Sequence[Diagnostic], sources: Mapping[str, Source], paint: Paint = plain) -> str:
    """Every finding with the line it is on, what is wrong there and what to do, then how many there are.

    What is said in the same words of several places is told once, with the other places below it. What could not be
    read comes first: other findings may follow from it.
    """
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for found in sorted(findings, key=lambda found: found.rule != SYNTAX):
        alike.setdefault((found.rule, found.headline), []).append(found)
    pieces = [_full(first, others, sources, paint) for first, *others in alike.values()]
    return "\n\n".join([*pieces, summary(findings) + offered(findings)])


def concise(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A line each: path:line:column: severity[rule] provision: headline."""
    lines: list[str] = []
    for found in findings:
        line, column = sources[found.path].place(found.span.start)
        lines.append(f"{visible(found.path)}:{line}:{column}: {found.severity}[{found.rule}] {told(found)}")
    return "\n".join([*lines, summary(findings) + offered(findings)])


def how_many_past(findings: Sequence[Diagnostic]) -> str:
    """That there are some, and how to see them."""
    return f"{counted(len(findings), 'finding')} held in the past and no longer: --past lists them"


def in_the_past(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A line each, below how many there are: where, what, from when until when, and whose words they were."""
    lines = [f"{counted(len(findings), 'finding')} held in the past and no longer; nothing is to be mended:"]
    for found in findings:
        line, _ = sources[found.path].place(found.span.start)
        said = f"{found.provision}: {found.headline}" if found.provision else f"{found.path}:{line}: {found.headline}"
        by = next((each.removeprefix("see ").partition(", whose")[0] for each in found.helps if ", whose" in each), "")
        of = f"; {by}" if by else ""
        lines.append(f"  {visible(said)} [{found.rule}], {printed_days(found)}{visible(of)}")
    return "\n".join(lines)


def _full(found: Diagnostic, others: Sequence[Diagnostic], sources: Mapping[str, Source], paint: Paint) -> str:
    source = sources[found.path]
    line, column = source.place(found.span.start)
    margin = " " * len(str(line))
    head = paint(f"{found.severity}[{found.rule}]", _COLORS[found.severity])
    where = f"   in {visible(found.provision)}" if found.provision else ""
    after = [f"see: {_elsewhere(each, found, sources)}" for each in found.related]
    after += [f"help: {visible(each)}" for each in found.helps]
    if found.fix is not None:
        after.append(f"{_OFFERS[found.fix.safety]}: {visible(found.fix.says)}")
    after += _also(others, sources)
    after.append(f"help: secc explain {found.rule}")
    rows = [
        f"{head}: {visible(headline(found))}",
        f"{margin}{paint('-->', 'blue')} {visible(found.path)}:{line}:{column}{where}",
        f"{margin} {paint('|', 'blue')}",
        *_marked(source, found.span, found.label, paint),
        *(f"{margin} {paint('=', 'blue')} {each}" for each in after),
    ]
    return "\n".join(rows)


def _also(others: Sequence[Diagnostic], sources: Mapping[str, Source]) -> list[str]:
    """The further places of which the same is said, the first few by name."""
    shown = others if len(others) <= _ALSO + 1 else others[:_ALSO]
    rows: list[str] = []
    for each in shown:
        line, _ = sources[each.path].place(each.span.start)
        where = f", in {visible(each.provision)}" if each.provision else ""
        rows.append(f"also: {visible(each.path)}:{line}{where}")
    if len(shown) < len(others):
        rows.append(f"also: {len(others) - len(shown)} places more (all of them with --format concise)")
    return rows


def _elsewhere(related: Related, found: Diagnostic, sources: Mapping[str, Source]) -> str:
    line, _ = sources[related.path].place(related.span.start)
    place = f"line {line}" if related.path == found.path else f"{visible(related.path)}:{line}"
    return f"{visible(related.message)} ({place})"


def _marked(source: Source, span: Span, label: str, paint: Paint) -> tuple[str, str]:
    """The line, cut around the marked words where it is long, and below it carets under them."""
    line, column = source.place(span.start)
    text = source.line(line).replace("\t", " ")
    first = column - 1
    last = min(len(text), first + span.end - span.start)
    start = max(0, min(first - _BEFORE, len(text) - _WIDE))
    stop = min(len(text), start + _WIDE)
    shown = ("…" if start else "") + visible(text[start:stop]) + ("…" if stop < len(text) else "")
    before = _columns(visible(text[start:first])) + (1 if start else 0)
    length = max(1, _columns(visible(text[first : min(last, stop)])))
    carets = paint("^" * length + (f" {visible(label)}" if label else ""), "red")
    bar = paint("|", "blue")
    return f"{line} {bar} {shown}", f"{' ' * len(str(line))} {bar} {' ' * before}{carets}"


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
