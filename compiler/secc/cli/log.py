"""`secc log`: the document log, consolidated versions and documents' versions side by side."""

import json
from pathlib import Path
from textwrap import fill

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
    what = f"{len(entry.documents)} documents" if len(entry.documents) > 6 else documents or "no text"
    head = f"{entry.number:>6}  {printed_day(entry.in_effect):<18} "
    return _wrapped(f"{head}{', '.join(entry.instruments)} ({what})", len(head))


def _wrapped(line: str, indent: int) -> str:
    """A line of no more than a hundred characters; what goes on is indented, and no name is broken."""
    return fill(line, 100, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def _whole(log: Log) -> str:
    entry = log[-1]
    lines = [
        f"Version {entry.number}",
        f"  in effect {printed_day(entry.in_effect)}, published {printed_day(entry.published)}, "
        f"as known on {printed_day(entry.recorded)}",
        _wrapped(f"  instruments: {', '.join(entry.instruments)}", 4),
        f"  {entry.code}",
        "",
    ]
    for document, listed in listing(log).items():
        changed = "*" if str(document) in entry.documents else " "
        lines.append(f"{changed} {document.printed:<14} {listed.version:<8} {listed.digest}")
    return "\n".join([*lines, "", "* its text or version changed"])


def _as_json(log: Log) -> str:
    return json.dumps({"version": 1, "log": [entry_as_json(entry) for entry in log]}, ensure_ascii=False, indent=2)


def entry_as_json(entry: LogEntry) -> dict[str, object]:
    """An entry as programs are told of it."""
    documents = {name: {"version": each.version, "digest": each.digest} for name, each in entry.documents.items()}
    made: dict[str, object] = msgspec.to_builtins(entry)
    return made | {"documents": documents}
