"""`secc verify`: every version proved from the instruments, and every word on disk accounted for."""

import json
import sys
from pathlib import Path

import click
import msgspec

from secc.cli.moments import Opening
from secc.cli.options import code_option
from secc.timeline.verifying import Proof, verified


@click.command("verify")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(form: str, folder: Path | None) -> None:
    """Replay every instrument, prove each version in the document log, and account for every word on disk."""
    opening = Opening(folder)
    on_disk = {each.id: each.document for each in opening.on_disk.documents}
    proof = verified(opening.timeline, opening.log, on_disk)
    unread = len(opening.opened.findings)
    if form == "json":
        click.echo(json.dumps({"version": 1, **msgspec.to_builtins(proof), "unread": unread}, indent=2))
    else:
        click.echo(_as_text(proof, unread))
    sys.exit(1 if proof.unproved or unread else 0)


def _as_text(proof: Proof, unread: int) -> str:
    lines = [f"{each.about}: {each.words}\n  = help: {each.advice}" for each in proof.unproved]
    if unread:
        lines.append(f"the instruments have {unread} faults of their own: see `secc check`")
    counts = (
        f"{proof.instruments} instruments, {proof.operations} operations, {proof.days} days on which the text changes, "
        f"{proof.versions} versions in the log, {proof.words} words on disk"
    )
    verdict = f"{len(proof.unproved)} could not be proved" if lines else "every word follows from the instruments"
    return "\n".join([*lines, f"{counts}: {verdict}"])
