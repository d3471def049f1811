"""`secc status`: whether a provision has effect, for whom, why, and under which instrument."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from secc.cli.beside import Moment, inner, remarks
from secc.cli.moments import Opening, as_at_option, known_option, moment, scope_option
from secc.cli.options import code_option
from secc.cli.telling import as_json, facts_told, told
from secc.cli.when_there import addresses_of, found_at, varied_there
from secc.diagnostics import CannotProceed
from secc.ids import Address
from secc.timeline.facts_behind import FactBehind
from secc.timeline.force_model import Force, Part, printed_refs
from secc.timeline.scopes import printed_scope


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
    """Tell whether ADDRESS is in effect, not yet, suspended, disapplied, ceased or unknown; and how it is varied.

    Of a term, that of its definition, and of the provision that gives the meaning. What in ADDRESS is otherwise, and
    what instruments say beside the text (savings, read … as), is told below.
    """
    opening = Opening(folder)
    asked = Moment(opening.day(as_at), known, opening.scope(whom))
    told_of = addresses_of(found_at(opening, " ".join(address), asked.day, known, asked.scope))
    if form == "json":
        made = [_as_json(opening, each, asked) for each in told_of]
        click.echo(json.dumps({**made[0], "also": made[1:]}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join("\n".join(_lines(opening, each, asked)) for each in told_of))


def _force(opening: Opening, address: Address, asked: Moment) -> Force:
    force = opening.effects(asked.known).force(address, asked.day, asked.scope)
    if force is None:
        by = printed_refs(varied_there(opening, address, asked))
        at = moment(asked.day, asked.known)
        raise CannotProceed(
            f"{address.printed} is put there by a variation{by} {at}; ask for the status of what is varied"
        )
    return force


def _lines(opening: Opening, address: Address, asked: Moment) -> Iterator[str]:
    force = _force(opening, address, asked)
    yield f"{address.printed}, {moment(asked.day, asked.known)}: {force.in_words}."
    yield from (f"  {line}" for line in told(opening, force.refs))
    yield from (f"  {each.in_words}" for each in facts_told(opening, force.refs, asked.known, asked.scope))
    yield from (f"  in it: {each.in_words}" for each in inner(opening, address, asked))
    yield from (f"  beside it: {line}" for line in remarks(opening, address, asked))


def _as_json(opening: Opening, address: Address, asked: Moment) -> dict[str, object]:
    force = _force(opening, address, asked)
    return {
        "version": 1,
        "address": str(address),
        "printed": address.printed,
        "as_at": asked.day.isoformat(),
        "known": asked.known.isoformat() if asked.known is not None else None,
        "state": str(force.state),
        "words": force.in_words,
        "parts": [_part(each) for each in force.parts],
        "facts": [_fact(each) for each in facts_told(opening, force.refs, asked.known, asked.scope)],
        "within": [
            {
                "addresses": [str(one) for one in each.addresses],
                "state": str(each.force.state),
                "words": each.force.in_words,
            }
            for each in inner(opening, address, asked)
        ],
        "beside": list(remarks(opening, address, asked)),
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "for": [extent.printed for extent in part.extents],
        "state": str(part.state),
        "why": part.why.strip(" :"),
        "since": part.since.isoformat() if part.since is not None else None,
        "varied": [{**as_json(each.ref), "words": each.words, "refused": each.refused} for each in part.varied],
    }


def _fact(found: FactBehind) -> dict[str, object]:
    return {
        "what": found.what,
        "day": found.fact.day.isoformat(),
        "for": printed_scope(found.fact.scope) if found.fact.scope.limits else "",
        "recorded": found.fact.record[0].isoformat(),
        **as_json(found.fact.by),
    }
