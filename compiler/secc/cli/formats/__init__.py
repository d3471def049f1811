"""How findings are printed: a function for each format, from the findings and their sources to text.

Findings come in order, those of a file together. The text has no line end at its end; the same findings give the same
bytes on any machine, at any date. docs/formats.md says what each format is for.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from secc.cli.formats.azure import azure
from secc.cli.formats.checkstyle import checkstyle
from secc.cli.formats.github import github
from secc.cli.formats.gitlab import gitlab
from secc.cli.formats.junit import junit
from secc.cli.formats.markdown import markdown
from secc.cli.formats.rdjson import rdjson
from secc.cli.formats.records import as_json, as_json_lines
from secc.cli.formats.sarif import sarif
from secc.cli.formats.text import concise, full
from secc.diagnostics import Diagnostic
from secc.source import Source

Format: TypeAlias = Callable[[Sequence[Diagnostic], Mapping[str, Source]], str]

FORMATS: Mapping[str, Format] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "jsonl": as_json_lines,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "azure": azure,
    "junit": junit,
    "rdjson": rdjson,
    "checkstyle": checkstyle,
    "markdown": markdown,
}
"""Every format by its name, in the order in which help lists them."""

WITH_THE_PAST = ("full", "concise", "json", "jsonl")
"""The formats that can list what held in the past too; in the others every finding counts."""
