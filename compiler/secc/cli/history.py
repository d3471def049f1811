"""`secc history`: every version of a provision and every turn of its effect, by who it is and not by its number."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from secc.cli.formats.wording import counted
from secc.cli.moments import Opening, as_at_option, knowledge, known_option
from secc.cli.options import code_option
from secc.cli.telling import as_json, told
from secc.cli.when_there import address_at, gone, put_at, put_days
from secc.compare import words
from secc.diagnostics import CannotProceed
from secc.ids import Address
from secc.timeline.dates import printed_day
from secc.timeline.histories import Reading, ever, identity_of, readings
from secc.timeline.put_there import Put
from secc.timeline.scopes import printed_scope
from secc.timeline.turns import Turn, turns

_AROUND = 40
"""How much of the sentence stands before and after a change, in code points."""


@click.command("history")
@click.argument("address", nargs=-1, required=True)
@as_at_option
@known_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(address: tuple[str, ...], as_at: date | None, known: date | None, form: str, folder: Path | None) -> None:
    """List every version of what stands at ADDRESS (on the day --as-at): when, by which instrument, what changed.

    And when its effect turned: commenced, suspended, varied, ceased. Without --as-at, of what stands there now or, if
    nothing does, of what stood there last. What else stood at ADDRESS, before or after, is told of below.
    """
    opening, said = Opening(folder), " ".join(address)
    day, put = opening.day(as_at), put_at(opening, said, known)
    try:
        named, identity = _standing(opening, said, day, known, as_at)
    except CannotProceed:
        if not put:
            raise
        named, identity = put[-1].address, str(put[-1].address)
    found = _became(opening, identity, known)
    others = [
        _became(opening, each, known) for each in ever(opening.timeline, named, knowledge(known)) if each != identity
    ]
    if form == "json":
        made = {"version": 1, "as_at": day.isoformat(), "known": known.isoformat() if known is not None else None}
        others_told = {"others": [*map(_as_json, others)], "put_there": [*map(_put_as_json, put)]}
        click.echo(json.dumps({**made, **_as_json(found), **others_told}, ensure_ascii=False, indent=2))
        return
    _tell_of_it(opening, named, found, day)
    for each in others:
        _tell_of_other(opening, named, each, day)
    for one in put:
        _tell_of_put(opening, one)


@dataclass(frozen=True, slots=True)
class _Became:
    """What became of a provision: its versions, and the turns of its effect."""

    identity: str
    versions: Sequence[Reading]
    turned: Sequence[Turn]

    @property
    def last(self) -> Address:
        """Where it stands, or stood last."""
        return next(each.address for each in reversed(self.versions) if each.address is not None)

    def here(self, day: date) -> Address | None:
        """Where it stood on a day."""
        return next((each.address for each in reversed(self.versions) if each.day <= day), None)


def _became(opening: Opening, identity: str, known: date | None) -> _Became:
    asked = knowledge(known)
    return _Became(identity, readings(opening.timeline, identity, asked), turns(opening.timeline, identity, asked))


def _tell_of_it(opening: Opening, named: Address, found: _Became, day: date) -> None:
    if not found.versions:
        click.echo(f"{named.printed[0].upper()}{named.printed[1:]} was never part of the Code itself")
        return
    stands = found.here(day) is not None
    there = f"as numbered on {printed_day(day)}" if stands else f"which is not in the text of {printed_day(day)}"
    click.echo(f"{found.last.printed} ({found.identity}), {there}: {counted(len(found.versions), 'version')}")
    _tell(opening, found)


def _tell(opening: Opening, found: _Became) -> None:
    for lines in _by_day(opening, found.versions, found.turned):
        click.echo("\n" + "\n".join(lines))


def _tell_of_other(opening: Opening, named: Address, other: _Became, day: date) -> None:
    """Say what else stood at an address, or is to: of what stands elsewhere, where; else what became of it."""
    came = next(each.day for each in other.versions if each.address == named)
    was = "was" if came <= day else "is to be"
    what = "document" if not named.path else "definition" if named.path[-1].startswith('"') else "provision"
    lead = f"\n{named.printed[0].upper()}{named.printed[1:]} {was} another {what} too ({other.identity})"
    here = other.here(day)
    if here is not None:
        click.echo(f"{lead}, which is now {here.printed}: secc history {here}")
        return
    click.echo(f"{lead}, from {printed_day(came)}: {counted(len(other.versions), 'version')}")
    _tell(opening, other)


def _tell_of_put(opening: Opening, put: Put) -> None:
    """Say from when until when variations put something at an address, which, and how to read it."""
    whom = f" --for '{printed_scope(put.scope)}'" if put.scope.limits else ""
    number = f"{put.address.printed[0].upper()}{put.address.printed[1:]}"
    show = f"secc show {put.address} --as-at {put.start}{whom}"
    click.echo(f"\n{number}, {put_days(put)}, in the text as varied alone: put there by a variation; {show}")
    for line in told(opening, put.by):
        click.echo(f"  by {line}")


def _standing(opening: Opening, said: str, day: date, known: date | None, as_at: date | None) -> tuple[Address, str]:
    """Where ADDRESS is, and who stands there: where no day is said, and nothing does, what stood there last."""
    try:
        found = address_at(opening, said, day, known, otherwise="ask without a day")
    except CannotProceed:
        last = gone(opening, said, known) if as_at is None else None
        if last is None:
            raise
        return last
    identity = identity_of(opening.timeline.base(day, knowledge(known)), found)
    assert identity is not None, "what was found stands there"
    return found, identity


def _by_day(opening: Opening, versions: Sequence[Reading], turned: Sequence[Turn]) -> Iterator[list[str]]:
    """The lines of each day on which the words or the effect changed."""
    texts = {each.day: (before, each) for before, each in zip((None, *versions), versions, strict=False)}
    effects = {each.day: each for each in turned}
    for day in sorted({*texts, *effects}):
        lines = list(_lines(opening, *texts[day])) if day in texts else []
        if day in effects:
            head = "  effect" if lines else printed_day(day)
            lines.append(f"{head}: {effects[day].force.in_words}")
            by, ended = effects[day].by, effects[day].ended
            for ref, line in zip(by, told(opening, by), strict=True):
                lines.append(f"  by {'the end of ' if ref in ended else ''}{line}")
        yield lines


def _lines(opening: Opening, before: Reading | None, now: Reading) -> Iterator[str]:
    yield f"{printed_day(now.day)}: {_what(before, now)}"
    for line in told(opening, now.by):
        yield f"  by {line}"
    for change in _changes(before, now):
        yield f"    {change}"


def _what(before: Reading | None, now: Reading) -> str:
    if now.address is None:
        return "no longer part of the text"
    if before is None or before.address is None:
        return f"inserted as {now.address.printed}" if before is None else f"back as {now.address.printed}"
    moved = f"now {now.address.printed}; it was {before.address.printed}" if now.address != before.address else ""
    changed = "words changed" if now.words != before.words else ""
    return "; ".join(filter(None, (moved, changed)))


def _changes(before: Reading | None, now: Reading) -> Iterator[str]:
    """The words that changed, with some of those around them."""
    if before is None or now.address is None or before.words == now.words:
        return
    old, new = "\n".join(before.words), "\n".join(now.words)
    for hunk in words(old, new):
        lead = _one_line(new[max(0, hunk.after_start - _AROUND) : hunk.after_start])
        tail = _one_line(new[hunk.after_end : hunk.after_end + _AROUND])
        gone, come = old[hunk.before_start : hunk.before_end], new[hunk.after_start : hunk.after_end]
        marks = (f"[-{_one_line(gone)}-]" if gone else "") + (f"{{+{_one_line(come)}+}}" if come else "")
        yield f"… {lead}{marks}{tail} …"


def _one_line(words: str) -> str:
    return words.replace("\n", " ")


def _as_json(found: _Became) -> dict[str, object]:
    return {
        "identity": found.identity,
        "versions": [
            {
                "from": each.day.isoformat(),
                "address": str(each.address) if each.address is not None else None,
                "words": list(each.words),
                "by": [as_json(ref) for ref in each.by],
            }
            for each in found.versions
        ],
        "effects": [
            {
                "from": each.day.isoformat(),
                "state": str(each.force.state),
                "words": each.force.in_words,
                "by": [as_json(ref) for ref in each.by],
            }
            for each in found.turned
        ],
    }


def _put_as_json(put: Put) -> dict[str, object]:
    return {
        "from": put.start.isoformat(),
        "until": put.end.isoformat() if put.end is not None else None,
        "for": printed_scope(put.scope),
        "by": [as_json(ref) for ref in put.by],
    }
