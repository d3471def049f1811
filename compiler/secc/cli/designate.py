"""`secc designate`: a consolidated version recorded in the document log."""

import json
from datetime import date
from pathlib import Path

import click

from secc.cli.log import entry_as_json
from secc.cli.moments import DAY, Opening
from secc.cli.options import code_option
from secc.cli.writing import replace_file
from secc.diagnostics import CannotProceed
from secc.timeline.dates import printed_day
from secc.timeline.designating import entry_for
from secc.timeline.log import FILE, altered, document_of, printed


@click.command("designate")
@click.argument("instruments", nargs=-1, required=True)
@click.option("--number", required=True, help="The number of the consolidated version, such as 27.0.")
@click.option("--in-effect", type=DAY, help="The day on which it has effect (by default, that of the instruments).")
@click.option("--published", type=DAY, help="The day on which it is published (by default, that of its effect).")
@click.option("--known", type=DAY, help="The day by which what it holds was recorded (by default, as late as needed).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say what is new.")
@code_option
def command(
    instruments: tuple[str, ...],
    number: str,
    in_effect: date | None,
    published: date | None,
    known: date | None,
    form: str,
    folder: Path | None,
) -> None:
    """Record the version of the Code that INSTRUMENTS make: its documents, their versions and digests."""
    opening = Opening(folder)
    broken = next(altered(opening.log), None)
    if broken is not None:
        raise CannotProceed(f"version {broken[0].number} in {FILE}: {broken[1]}; nothing is recorded on top of it")
    if opening.opened.findings:
        first = opening.opened.findings[0]
        raise CannotProceed(
            f"{first.path}: {first.headline}; nothing is recorded while an instrument has faults: see secc check"
        )
    entry = entry_for(opening.timeline, opening.log, instruments, number, in_effect, published, known)
    place = opening.place / FILE
    before = place.read_bytes() if place.exists() else _HEAD
    replace_file(place, before.rstrip() + b"\n\n" + printed(entry).encode())
    if form == "json":
        click.echo(json.dumps({"version": 1, "log": [entry_as_json(entry)]}, ensure_ascii=False, indent=2))
        return
    names = ", ".join(f"{document_of(name).printed} {each.version}" for name, each in entry.documents.items())
    click.echo(f"recorded version {number}, in effect {printed_day(entry.in_effect)}: {names or 'no text changed'}")


_HEAD = (
    b"# The consolidated versions of the Code, oldest first. Written by `secc designate`; entries are never changed.\n"
)
