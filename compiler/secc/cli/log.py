"""`secc log`: the document log, consolidated versions and documents' versions side by side."""

import json
from pathlib import Path

import click
import msgspec

from secc.cli.options import code_folder, code_option
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.timeline.dates import printed_day
from secc.timeline.log import Log, LogEntry, document_of, listing, read_log


@click.command("log")
@click.argument("version", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(version: str | None, form: str, folder: Path | None) -> None:
    """List the consolidated versions of the Code; or the documents of one VERSION (27.0) with their versions."""
    log = read_log(Folder(code_folder(folder)))
    if version is None:
        click.echo(_as_json(log) if form == "json" else "\n".join(map(_line, log)) or "no version is recorded yet")
        return
    place = next((place for place, entry in enumerate(log, 1) if entry.number == version.removeprefix("v")), None)
    if place is None:
        known = ", ".join(entry.number for entry in log)
        raise CannotProceed(f"there is no version {version} in the document log; there are {known}")
    click.echo(_as_json(log[place - 1 : place]) if form == "json" else _whole(log[:place]))


def _line(entry: LogEntry) -> str:
    documents = ", ".join(document_of(name).printed for name in entry.documents)
    what = f"{len(entry.documents)} documents" if len(entry.documents) > 6 else documents
    return f"{entry.number:>6}  {printed_day(entry.in_effect):<18} {', '.join(entry.instruments)} ({what})"


def _whole(log: Log) -> str:
    entry = log[-1]
    lines = [
        f"Version {entry.number}",
        f"  in effect {printed_day(entry.in_effect)}, published {printed_day(entry.published)}, "
        f"as known on {printed_day(entry.recorded)}",
        f"  instruments: {', '.join(entry.instruments)}",
        f"  {entry.code}",
        "",
    ]
    for document, listed in listing(log).items():
        changed = "*" if str(document) in entry.documents else " "
        lines.append(f"{changed} {document.printed:<14} {listed.version:<8} {listed.digest}")
    return "\n".join([*lines, "", "* its text or version changed"])


def _as_json(log: Log) -> str:
    return json.dumps({"version": 1, "log": [msgspec.to_builtins(entry) for entry in log]}, indent=2)
