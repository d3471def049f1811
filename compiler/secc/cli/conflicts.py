"""`secc conflicts`: changes in flight that would silently undo each other, touch the same words, claim one number."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from secc.check.in_time.unresolved import unresolved_with
from secc.cli.formats.wording import counted
from secc.cli.moments import DAY, Opening
from secc.cli.options import cache_of, code_option, shown
from secc.cli.telling import as_json as ref_as_json
from secc.cli.writing import replace_file
from secc.diagnostics import CannotProceed
from secc.history import SourceTree
from secc.history.revisions import Repository, Revision
from secc.instruments.folder import FoundInstrument, instruments_of
from secc.instruments.model import Instrument
from secc.timeline.conflict_model import Conflict, Side
from secc.timeline.conflicts import conflicts
from secc.timeline.dates import printed_day
from secc.timeline.flight import every_in_flight
from secc.timeline.opening import Opened, open_with
from secc.timeline.rebasing import changed_places, rebased, with_baseline


@click.command("conflicts")
@click.argument("revisions", nargs=-1, metavar="[REV]...")
@click.option("--as-at", "as_at", type=DAY, help="What had not all its effect by this day is in flight.")
@click.option("--rebase", "name", metavar="NAME", help="Let an instrument be against the text of now, if that is safe.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
@code_option
def command(revisions: tuple[str, ...], as_at: date | None, name: str | None, form: str, folder: Path | None) -> None:
    """List the conflicts among the instruments in flight, here and in each REV (a branch, tag or commit).

    In flight is what changes the text and had not all its effect by a day (that of the site, or of the last version),
    and what is only proposed on the effect of provisions.
    """
    opening = Opening(folder)
    if name is not None:
        if revisions:
            raise CannotProceed("--rebase is for an instrument that is here: give it without REV")
        _rebase(opening, name)
        return
    day = opening.day(as_at)
    opened, others = _with_revisions(opening, revisions)
    flying = every_in_flight(opened.timeline, day)
    unresolved = unresolved_with(opening.on_disk, cache_of(opening.place))
    found = conflicts(opened.timeline, opening.log, day, unresolved)
    printed = _as_json(found, flying, day, others) if form == "json" else _as_text(found, flying, day, others)
    click.echo(printed)
    sys.exit(1 if found else 0)


def _with_revisions(opening: Opening, revisions: Sequence[str]) -> tuple[Opened, dict[str, str]]:
    """The instruments here and of some revisions that are not here, or differ; and in which revision these are."""
    if not revisions:
        return opening.opened, {}
    repository = Repository(opening.place)
    here = {each.instrument.name: each.fingerprint(opening.opened.tree) for each in opening.opened.found}
    others: dict[str, tuple[FoundInstrument, SourceTree]] = {}
    where: dict[str, str] = {}
    for name in revisions:
        revision: Revision = repository.revision(name)
        for each in instruments_of(revision, cache_of(opening.place), f"{name}:"):
            said = each.instrument.name
            if said and here.get(said) != each.fingerprint(revision):
                if said in others and others[said][0].fingerprint(others[said][1]) != each.fingerprint(revision):
                    raise CannotProceed(f"{said} differs on {where[said]} and {name}: look at them one at a time")
                others[said], where[said] = (each, revision), name
    return open_with(opening.opened, cache_of(opening.place), list(others.values())), where


def _as_text(found: Sequence[Conflict], flying: Sequence[Instrument], day: date, others: dict[str, str]) -> str:
    """Each conflict with both places, then how many there are among how many instruments."""
    pieces = [_told(each, others) for each in found]
    verdict = counted(len(found), "conflict") if found else "no conflict"
    names = ", ".join(_named(each.name, others) for each in flying) or "none"
    pieces.append(f"{verdict} among {counted(len(flying), 'instrument')} in flight on {printed_day(day)}: {names}")
    return "\n\n".join(pieces)


def _told(found: Conflict, others: dict[str, str]) -> str:
    bites = f"from {printed_day(found.bites)}" if found.bites is not None else "on a day that is not known yet"
    sides = [_side(each, others) for each in (found.first, found.second) if each is not None]
    return "\n".join([f"{found.kind}: {found.words}", *sides, f"  {bites}", f"  = help: {found.advice}"])


def _side(side: Side, others: dict[str, str]) -> str:
    on = f", on {others[side.ref.instrument]}" if side.ref.instrument in others else ""
    return f"  {side.place}: {side.ref}{on}"


def _named(name: str, others: dict[str, str]) -> str:
    return f"{name} (on {others[name]})" if name in others else name


def _as_json(found: Sequence[Conflict], flying: Sequence[Instrument], day: date, others: dict[str, str]) -> str:
    instruments = [{"name": each.name, "revision": others.get(each.name)} for each in flying]
    told = [_conflict_as_json(each) for each in found]
    answer = {"version": 1, "as_at": day.isoformat(), "in_flight": instruments, "conflicts": told}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _conflict_as_json(found: Conflict) -> dict[str, object]:
    sides = (found.first, found.second) if found.second is not None else (found.first,)
    return {
        "kind": str(found.kind),
        "sides": [{**ref_as_json(each.ref), "place": each.place} for each in sides],
        "bites": found.bites.isoformat() if found.bites is not None else None,
        "words": found.words,
        "advice": found.advice,
    }


def _rebase(opening: Opening, name: str) -> None:
    """Write the new baseline, or refuse with the places that changed."""
    found = opening.opened.file(name)
    timeline, instrument = opening.timeline, found.instrument
    changed = changed_places(timeline, opening.log, instrument)
    if changed:
        places = ", ".join(each.printed for each in changed)
        raise CannotProceed(f"{name} cannot be rebased: {places} changed since it was drafted; read it again there")
    baseline = rebased(timeline, opening.log, instrument)
    place = opening.place / found.path
    text = with_baseline(place.read_bytes().decode("utf-8"), baseline)
    replace_file(place, text.encode())
    said = f"version {baseline.version}" if baseline.version else counted(len(baseline.documents), "document")
    click.echo(f"{shown(place)} is now against {said}: every place that it names reads as it did when it was drafted")
