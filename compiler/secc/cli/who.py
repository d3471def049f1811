"""`secc who`: which instrument put words where they stand; blame by law, not by commit."""

import json
from datetime import date
from pathlib import Path

import click

from secc.cli.moments import Opening, as_at_option, knowledge, known_option, moment
from secc.cli.options import code_option
from secc.cli.telling import told
from secc.cli.when_there import address_at
from secc.diagnostics import CannotProceed
from secc.timeline.histories import Written, who


@click.command("who")
@click.argument("words")
@click.argument("address", nargs=-1, required=True)
@as_at_option
@known_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(
    words: str, address: tuple[str, ...], as_at: date | None, known: date | None, form: str, folder: Path | None
) -> None:
    """Tell which instrument put WORDS into ADDRESS."""
    opening = Opening(folder)
    day = opening.day(as_at)
    found = address_at(opening, " ".join(address), day, known)
    version = opening.timeline.base(day, knowledge(known)).documents[found.document]
    places = who(version, found.path, words)
    if not places:
        raise CannotProceed(f'the words "{words}" do not stand in {found.printed} {moment(day, known)}')
    if form == "json":
        click.echo(json.dumps({"version": 1, "places": [_as_json(each) for each in places]}, ensure_ascii=False))
        return
    click.echo(f"{found.printed}, {moment(day, known)}")
    for place in places:
        for written, line in zip(place, told(opening, (each.by for each in place)), strict=True):
            click.echo(f'  "{written.words.strip()}" by {line}')


def _as_json(place: tuple[Written, ...]) -> list[dict[str, str]]:
    return [{"words": each.words, "instrument": each.by.instrument, "paragraph": each.by.number} for each in place]
