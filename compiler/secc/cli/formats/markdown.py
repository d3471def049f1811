"""Markdown, for a comment on a change or for the summary of a job."""

from collections.abc import Iterator, Mapping, Sequence

from secc.cli.formats.places import place_of
from secc.cli.formats.wording import counted, summary, visible
from secc.diagnostics import Diagnostic
from secc.source import Source

LIMIT = 65_536
"""The characters that a comment on GitHub may hold."""

_MARKUP = frozenset("\\`*_{}[]<>#|~&$")
_ROOM = 200  # for the last sentence and the line end after it


def markdown(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """The findings under their files, as many as a comment holds; then how many are left out."""
    pieces = [f"**secc check**: {summary(findings)}"]
    room = LIMIT - _ROOM - _length(pieces[0])
    for number, piece in enumerate(_pieces(findings, sources)):
        room -= _length(piece)
        if room < 0:
            pieces.append(_left_out(len(findings) - number))
            break
        pieces.append(piece)
    return "".join(pieces)


def _left_out(number: int) -> str:
    more = counted(number, "more finding")
    verb = "is" if number == 1 else "are"
    return f"\n\n{more} {verb} left out, since a comment holds {LIMIT:,} characters. `secc check` prints them all."


def _pieces(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> Iterator[str]:
    """Each finding, with the heading of its file before the first of a file."""
    above = ""
    for found in findings:
        heading = f"\n\n### {escaped(found.path)}\n" if found.path != above else ""
        above = found.path
        yield heading + _finding(found, sources[found.path])


def _finding(found: Diagnostic, source: Source) -> str:
    line = place_of(source, found.span).line
    where = f"**{escaped(found.provision)}**, line {line}" if found.provision else f"line {line}"
    lines = [f"\n- {where}: {escaped(found.headline)} ({found.severity}, `{found.rule}`)"]
    lines += [f"  - {escaped(each)}" for each in found.helps]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Words as words: no mark-up, no HTML, no formula, no one called by `@`, no issue linked by `#`."""
    plain = "".join(f"\\{letter}" if letter in _MARKUP else letter for letter in visible(text).strip())
    plain = plain.replace("@", "@<!-- -->").replace("\\#", "\\#<!-- -->")
    number = len(plain) - len(plain.lstrip("0123456789"))
    if plain[number : number + 1] in (("-", "+") if number == 0 else (".", ")")):  # would begin a list
        return f"{plain[:number]}\\{plain[number:]}"
    return plain


def _length(text: str) -> int:
    """Characters as those count that count most: in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2
