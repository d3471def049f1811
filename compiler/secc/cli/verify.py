"""`secc verify`: every version proved from the instruments, and every word on disk accounted for."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import msgspec

from secc.cli.moments import Opening
from secc.cli.options import code_option
from secc.diagnostics import CannotProceed, Diagnostic
from secc.timeline.doubts import Doubt, doubts
from secc.timeline.inheriting import FILE as MATCHES
from secc.timeline.log import FILE, read_log, shortened
from secc.timeline.verifying import Proof, Unproved, verified


@click.command("verify")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(form: str, folder: Path | None) -> None:
    """Replay every instrument, prove each version in the document log, and account for every word on disk.

    In a git repository, what the last commit had recorded in the log must still be there. Matches of provisions that
    are in doubt are listed, with what to write to confirm them; they disprove nothing.
    """
    opening = Opening(folder)
    on_disk = {each.id: each.document for each in opening.on_disk.documents}
    proof = verified(opening.timeline, opening.log, on_disk)
    proof = replace(proof, unproved=(*proof.unproved, *_taken_from_log(opening)))
    unread = opening.opened.findings
    doubtful = tuple(doubts(opening.opened))
    if form == "json":
        made = {"version": 1, **msgspec.to_builtins(proof), "unread": len(unread), "doubtful": _as_json(doubtful)}
        click.echo(json.dumps(made, ensure_ascii=False, indent=2))
    else:
        click.echo(_as_text(proof, unread, doubtful))
    sys.exit(1 if proof.unproved or unread else 0)


def _taken_from_log(opening: Opening) -> Iterator[Unproved]:
    """What the log of the last commit holds and that on disk does not; nothing is told of where there is no git."""
    from secc.history.revisions import Repository  # git is slow to load

    try:
        before = read_log(Repository(opening.place).revision("HEAD"))
    except CannotProceed:  # no repository, no commit, or a log that was unreadable and is mended
        return
    for words in shortened(opening.log, before):
        yield Unproved(FILE, words, f"put it back: git show HEAD:./{FILE}")


def _as_json(doubtful: tuple[Doubt, ...]) -> list[dict[str, str]]:
    return [{"by": str(each.ref), "words": each.in_words, "confirm": each.entry} for each in doubtful]


def _as_text(proof: Proof, unread: tuple[Diagnostic, ...], doubtful: tuple[Doubt, ...]) -> str:
    lines = [f"{each.about}: {each.words}\n  = help: {each.advice}" for each in proof.unproved]
    lines += [f"{each.path}: {each.headline}\n  = help: secc check shows the place" for each in unread]
    for each in doubtful:
        lines.append(f"in doubt, {each.ref}: {each.in_words}")
        lines.append(f"  = help: if so, add this to {MATCHES} beside the annexes; if not, with `new` empty")
        lines += [f"    {line}" for line in each.entry.splitlines()]
    counts = (
        f"{proof.instruments} instruments, {proof.operations} operations, {proof.days} days on which the text changes, "
        f"{proof.versions} versions in the log, {proof.words} words on disk"
    )
    faults = len(proof.unproved) + len(unread)
    verdict = f"{faults} could not be proved" if faults else "every word follows from the instruments"
    return "\n".join([*lines, f"{counts}: {verdict}"])
