"""Text that an operation sets out, line by line, as source text."""

from bisect import bisect_right

from secc.diagnostics import Severity
from secc.instruments import faults
from secc.instruments.model import SourceText
from secc.instruments.paragraphs import SetOut
from secc.source import Source, Span
from secc.syntax import parse_fragment
from secc.syntax.faults import Fault, Faults


def source_text(given: SetOut, told: Faults) -> SourceText:
    """The lines, blank ones at either end left out, the indentation of the first taken off all.

    What the language does not allow in them is told of where it stands.
    """
    lines = [(line.replace("\t", "  ").rstrip(), start) for line, start in zip(given.lines, given.starts, strict=True)]
    while lines and not lines[-1][0]:
        lines.pop()
    while lines and not lines[0][0]:
        lines.pop(0)
    if not lines:
        told.add(given.span, faults.EMPTY_TEXT)
        return SourceText(())
    margin = len(lines[0][0]) - len(lines[0][0].lstrip(" "))
    cut = [min(margin, len(line) - len(line.lstrip(" "))) for line, _ in lines]
    text = tuple(line[by:] for (line, _), by in zip(lines, cut, strict=True))
    starts = [start + by for (_, start), by in zip(lines, cut, strict=True)]
    _tell_faults(text, starts, given, told)
    return SourceText(text)


def _tell_faults(text: tuple[str, ...], starts: list[int], given: SetOut, told: Faults) -> None:
    """Tell what is wrong with the lines as source text, each at its place in the file of the instrument."""
    begins = [0]
    for line in text:
        begins.append(begins[-1] + len(line) + 1)

    def moved(offset: int) -> int:
        place = min(bisect_right(begins, offset) - 1, len(text) - 1)
        return min(starts[place] + offset - begins[place], given.span.end)

    for each in parse_fragment(Source("", "\n".join(text) + "\n")).findings:
        span = Span(moved(each.span.start), moved(each.span.end))
        tell = told.add if each.severity is Severity.ERROR else told.warn
        tell(span, Fault(each.headline, each.label, " ".join(each.helps)))
