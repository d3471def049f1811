"""`secc who`: which instrument put words where they stand; blame by law, not by commit."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import click

from secc.cli.moments import Opening, as_at_option, known_option, moment, scope_option
from secc.cli.options import code_option
from secc.cli.telling import as_json, told
from secc.cli.when_there import address_at
from secc.diagnostics import CannotProceed
from secc.ids import Address
from secc.timeline.histories import Written, who
from secc.timeline.scopes import EVERYBODY, printed_scope


@click.command("who")
@click.argument("words")
@click.argument("address", nargs=-1, required=True)
@as_at_option
@known_option
@scope_option
@click.option("--base", is_flag=True, help="In the text without the variations that hold on the day.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(
    words: str,
    address: tuple[str, ...],
    as_at: date | None,
    known: date | None,
    whom: str,
    base: bool,  # noqa: FBT001  # click
    form: str,
    folder: Path | None,
) -> None:
    """Tell which instrument put WORDS into ADDRESS, in the text that `secc show` gives for that day."""
    if not words.strip():
        raise CannotProceed("no words are given: put those that you ask about in quotes, before the provision")
    opening = Opening(folder)
    day = opening.day(as_at)
    scope = opening.scope(whom)
    wordings = opening.wordings(day, known) if base else opening.effective(day, known, scope)
    found = address_at(opening, " ".join(address), day, known, None if base else scope)
    version = wordings.documents[found.document]
    places = who(version, found.path, words) if found.path in version.by_path or not found.path else ()
    if not places:
        elsewhere = "" if base or whom else _for_some(opening, words, found, day, known)
        raise CannotProceed(f'the words "{words}" do not stand in {found.printed} {moment(day, known)}{elsewhere}')
    if form == "json":
        made = {"version": 1, "as_at": day.isoformat(), "known": known.isoformat() if known is not None else None}
        made |= {"address": str(found), "printed": found.printed}
        click.echo(json.dumps({**made, "places": [_as_json(each) for each in places]}, ensure_ascii=False, indent=2))
        return
    click.echo(f"{found.printed}, {moment(day, known)}")
    for place, times in Counter(places).items():
        often = f" (in {times} places)" if times > 1 else ""
        for written, line in zip(place, told(opening, (each.by for each in place)), strict=True):
            click.echo(f'  "{written.words.strip()}"{often} by {line}')


def _for_some(opening: Opening, words: str, address: Address, day: date, known: date | None) -> str:
    """For whom they do stand there, where a provision is varied for some, as the end of a sentence."""
    force = opening.effects(known).force(address, day)
    parts = force.parts if force is not None else ()
    for scope in dict.fromkeys(extent.scope for part in parts if part.varied for extent in part.extents):
        version = opening.effective(day, known, scope).documents[address.document]
        if scope != EVERYBODY and who(version, address.path, words):
            return f"; they do for {printed_scope(scope)}: add --for '{printed_scope(scope)}'"
    return ""


def _as_json(place: tuple[Written, ...]) -> list[dict[str, str]]:
    return [{"words": each.words, **as_json(each.by)} for each in place]
