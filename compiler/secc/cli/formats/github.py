"""Annotations for GitHub Actions: workflow commands on standard output, which a step turns into marks on a change."""

from collections.abc import Mapping, Sequence

from secc.cli.formats.places import place_of
from secc.cli.formats.wording import by_severity, in_sentences
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source

# GitHub shows so many errors, and so many warnings, a step, and drops the others without a word.
_SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def github(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A command a line for the first ten of each severity, then a notice that says how many are left out."""
    shown: list[Diagnostic] = []
    left: list[Diagnostic] = []
    room = dict.fromkeys(Severity, _SHOWN)
    for found in findings:
        (shown if room[found.severity] else left).append(found)
        room[found.severity] = max(0, room[found.severity] - 1)
    lines = [_command(found, sources[found.path]) for found in shown]
    if left:
        lines.append(_notice(left))
    return "\n".join(lines)


def _notice(left: Sequence[Diagnostic]) -> str:
    text = (
        f"Not marked here: {by_severity(left)} more, since GitHub shows {_SHOWN} errors and {_SHOWN} warnings a step."
        " `secc check` prints them all."
    )
    return f"::notice title=secc::{_message(text)}"


def _command(found: Diagnostic, source: Source) -> str:
    place = place_of(source, found.span)
    properties = {"file": found.path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # GitHub refuses columns that stand on different lines
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"secc: {found.rule}"
    written = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    return f"::{_COMMANDS[found.severity]} {written}::{_message(in_sentences(found))}"


def _message(text: str) -> str:
    """The runner undoes these three in what follows the second `::`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The runner undoes these five in a property."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
