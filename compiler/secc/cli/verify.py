"""`secc verify`: every version proved from the instruments, and every word on disk accounted for."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import msgspec

from secc.cli.formats.wording import counted
from secc.cli.moments import Opening
from secc.cli.options import code_option
from secc.cli.past_log import LogInPast, log_in_past
from secc.cli.telling import as_json
from secc.diagnostics import Diagnostic
from secc.instruments.folder import MATCHES
from secc.instruments.when import OperationRef
from secc.timeline.doubts import Doubt, doubts
from secc.timeline.verifying import Proof, verified


@click.command("verify")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(form: str, folder: Path | None) -> None:
    """Replay every instrument, prove each version in the document log, and account for every word on disk.

    In a git repository, what any earlier revision had recorded in the log must still be there; without one, or where
    its history was rewritten, nothing shows that entries were cut off the end. Matches of provisions that are in doubt
    are listed, with what to write to confirm them; they disprove nothing.
    """
    opening = Opening(folder)
    on_disk = {each.id: each.document for each in opening.on_disk.documents}
    proof = verified(opening.timeline, opening.log, on_disk)
    past = log_in_past(opening)
    proof = replace(proof, unproved=(*proof.unproved, *past.missing))
    unread = tuple(_untold(opening, proof))
    doubtful = tuple(doubts(opening.opened))
    if form == "json":
        made = {
            "version": 1,
            **msgspec.to_builtins(proof),
            "log_in_past": {"compared": past.compared, "words": past.in_words},
            "unread": [{"path": each.path, "words": each.headline} for each in unread],
            "doubtful": _as_json(doubtful),
        }
        click.echo(json.dumps(made, ensure_ascii=False, indent=2))
    else:
        click.echo(_as_text(proof, unread, doubtful, past))
    sys.exit(1 if proof.unproved or unread else 0)


def _untold(opening: Opening, proof: Proof) -> Iterator[Diagnostic]:
    """The faults of instruments as text, but for those of operations that are told to be impossible already."""
    told = {each.about for each in proof.unproved}
    for each in opening.opened.found:
        spans = [
            operation.span
            for operation in each.instrument.operations
            if str(OperationRef(each.instrument.name, operation.number)) in told
        ]
        for found in each.findings:
            if not any(span.start <= found.span.start < span.end for span in spans):
                yield found


def _as_json(doubtful: tuple[Doubt, ...]) -> list[dict[str, str]]:
    return [{**as_json(each.ref), "words": each.in_words, "confirm": each.entry} for each in doubtful]


def _as_text(proof: Proof, unread: tuple[Diagnostic, ...], doubtful: tuple[Doubt, ...], past: LogInPast) -> str:
    lines = [f"{each.about}: {each.words}\n  = help: {each.advice}" for each in proof.unproved]
    lines += [f"{each.path}: {each.headline}\n  = help: secc check shows the place" for each in unread]
    for each in doubtful:
        lines.append(f"in doubt, {each.ref}: {each.in_words}")
        lines.append(f"  = help: if so, add this to {MATCHES} beside the annexes; if not, with `new` empty")
        lines += [f"    {line}" for line in each.entry.splitlines()]
    counts = (
        f"{counted(proof.instruments, 'instrument')}, {counted(proof.operations, 'operation')}, "
        f"{counted(proof.days, 'day')} on which the text changes, {counted(proof.versions, 'version')} in the log, "
        f"{counted(proof.words, 'word')} on disk"
    )
    faults = len(proof.unproved) + len(unread)
    verdict = f"{faults} could not be proved" if faults else "every word follows from the instruments"
    held = f"{', '.join(proof.held_up)}: nothing more is said of these until what is above is mended"
    return "\n".join([*lines, *([held] if proof.held_up else []), past.in_words, f"{counts}: {verdict}"])
