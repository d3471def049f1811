"""Words without their setting: what a run says, and nothing of how."""

from re import Match
from typing import assert_never

from secc.document.model import AnyRun, FootnoteRun, Run, Runs, SymbolsRun
from secc.syntax.patterns import CONTROL, HIDDEN


def plain(runs: Runs) -> str:
    """The words of runs. A formula in the line is its LaTeX, the call of a footnote its label in square brackets."""
    return "".join(map(_said, runs))


def titled(runs: Runs) -> str:
    """The words of a title where nothing can be called from it: without the calls of footnotes."""
    return "".join(_said(run) for run in runs if not isinstance(run, FootnoteRun)).strip()


def short_name(title: str, known_as: str) -> str:
    """` (TMAD)`, after the title of a document that has such a name; nothing where the title says it already."""
    return f" ({known_as})" if known_as and known_as != title and f"({known_as})" not in title else ""


def attached(path: str, title: str) -> str:
    """What stands on paper for a file that is attached."""
    name = path.rpartition("/")[2]
    return f"{title} (the file {name})" if title else f"The file {name}"


def seen(text: str) -> str:
    """A text with characters that nobody sees, or that a terminal obeys, as their numbers: `<U+001B>`."""
    if text.replace("\n", "").isprintable() and not HIDDEN.search(text):
        return text
    return HIDDEN.sub(_number, CONTROL.sub(_number, text))


def _number(found: Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"


def _said(run: AnyRun) -> str:
    match run:
        case Run(text=text):
            return text
        case SymbolsRun(latex=latex):
            return latex
        case FootnoteRun(label=label):
            return f"[{label}]"
        case _:
            assert_never(run)
