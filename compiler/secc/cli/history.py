"""`secc history`: every version of a provision, by who it is and not by its number."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from secc.cli.moments import Opening, as_at_option, knowledge, known_option
from secc.cli.options import code_option
from secc.cli.telling import told
from secc.cli.when_there import address_at
from secc.compare import words
from secc.timeline.dates import printed_day
from secc.timeline.histories import Reading, identity_of, readings

_AROUND = 40
"""How much of the sentence stands before and after a change, in code points."""


@click.command("history")
@click.argument("address", nargs=-1, required=True)
@as_at_option
@known_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(address: tuple[str, ...], as_at: date | None, known: date | None, form: str, folder: Path | None) -> None:
    """List every version of what stands at ADDRESS (on the day --as-at): when, by which instrument, what changed."""
    opening = Opening(folder)
    day = opening.day(as_at)
    found = address_at(opening, " ".join(address), day, known)
    identity = identity_of(opening.timeline.base(day, knowledge(known)), found)
    assert identity is not None, "what was found stands there"
    versions = readings(opening.timeline, identity, knowledge(known))
    if form == "json":
        click.echo(json.dumps(_as_json(identity, versions), ensure_ascii=False, indent=2))
        return
    click.echo(f"{found.printed} ({identity}): {len(versions)} version{'s' if len(versions) > 1 else ''}")
    before: Reading | None = None
    for each in versions:
        click.echo("\n" + "\n".join(_lines(opening, before, each)))
        before = each


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
    moved = f"now {now.address.printed}, before {before.address.printed}" if now.address != before.address else ""
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


def _as_json(identity: str, versions: tuple[Reading, ...]) -> dict[str, object]:
    return {
        "version": 1,
        "identity": identity,
        "versions": [
            {
                "from": each.day.isoformat(),
                "address": str(each.address) if each.address is not None else None,
                "words": list(each.words),
                "by": [{"instrument": ref.instrument, "paragraph": ref.number} for ref in each.by],
            }
            for each in versions
        ],
    }
