"""`secc status`: whether a provision has effect, for whom, why, and under which instrument."""

import json
from datetime import date
from pathlib import Path

import click

from secc.cli.moments import Opening, as_at_option, known_option, moment, scope_of, scope_option
from secc.cli.options import code_option
from secc.cli.telling import operations_named, told
from secc.cli.when_there import address_at
from secc.ids import Address
from secc.timeline.force_model import Force, Part


@click.command("status")
@click.argument("address", nargs=-1, required=True)
@as_at_option
@known_option
@scope_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(
    address: tuple[str, ...], as_at: date | None, known: date | None, whom: str, form: str, folder: Path | None
) -> None:
    """Tell whether ADDRESS is in effect, not yet, suspended, disapplied, ceased or unknown; and how it is varied."""
    opening = Opening(folder)
    day = opening.day(as_at)
    found = address_at(opening, " ".join(address), day, known)
    force = opening.effects(known).force(found, day, scope_of(whom))
    assert force is not None, "what was found stands there"
    if form == "json":
        click.echo(json.dumps(_as_json(found, day, known, force), ensure_ascii=False, indent=2))
        return
    click.echo(f"{found.printed}, {moment(day, known)}: {force.in_words}.")
    for line in told(opening, operations_named(force)):
        click.echo(f"  {line}")


def _as_json(address: Address, day: date, known: date | None, force: Force) -> dict[str, object]:
    return {
        "version": 1,
        "address": str(address),
        "printed": address.printed,
        "as_at": day.isoformat(),
        "known": known.isoformat() if known is not None else None,
        "state": str(force.state),
        "words": force.in_words,
        "parts": [_part(each) for each in force.parts],
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "for": [extent.printed for extent in part.extents],
        "state": str(part.state),
        "why": part.why.strip(" :"),
        "since": part.since.isoformat() if part.since is not None else None,
        "varied": [{"by": str(each.ref), "words": each.words} for each in part.varied],
    }
