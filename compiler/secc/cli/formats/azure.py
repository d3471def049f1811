"""Issues for Azure Pipelines: logging commands on standard output."""

from collections.abc import Mapping, Sequence

from secc.cli.formats.places import place_of
from secc.cli.formats.wording import in_sentences
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source

_TYPES = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def azure(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A command a line for each finding. The summary of a run shows ten of each severity, its log all of them."""
    return "\n".join(_command(found, sources[found.path]) for found in findings)


def _command(found: Diagnostic, source: Source) -> str:
    place = place_of(source, found.span)
    properties = {
        "type": _TYPES[found.severity],
        "sourcepath": found.path,
        "linenumber": str(place.line),
        "columnnumber": str(place.column),
        "code": found.rule,
    }
    written = "".join(f"{name}={_property(text)};" for name, text in properties.items())
    return f"##vso[task.logissue {written}]{_message(in_sentences(found))}"


def _message(text: str) -> str:
    """The agent undoes these three in what follows `]`."""
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The agent undoes these five in a property."""
    return _message(text).replace(";", "%3B").replace("]", "%5D")
