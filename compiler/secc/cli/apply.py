"""`secc apply`: an instrument carried out on the working text."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from secc.amending.refusal import Refusal
from secc.cli.options import cache_of, code_folder, code_option, shown
from secc.cli.writing import replace_files
from secc.code.load import load, source_of
from secc.code.settings import FILE
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.instruments.folder import FoundInstrument, found_at
from secc.timeline.applying import Applied, FileChange, applied, listed


@click.command("apply")
@click.argument("instrument", type=click.Path(path_type=Path))
@click.option("--diff", "only_show", is_flag=True, help="Show what it would do, and change nothing.")
@code_option
def command(instrument: Path, only_show: bool, folder: Path | None) -> None:  # noqa: FBT001  # click
    """Carry out INSTRUMENT (its file, folder or name) on the working text; nothing changes if any of it cannot be."""
    place = code_folder(folder)
    tree = Folder(place)
    found = found_at(tree, _named(instrument, place))
    if found.findings:
        raise CannotProceed(
            f"{found.path} has faults of its own, so nothing is carried out: {found.findings[0].headline}"
        )

    def annex(name: str, path: str) -> str:
        del name
        try:
            return source_of(path, found.annex(tree, path)).text
        except CannotProceed as error:
            raise Refusal(str(error), "put the annex beside the instrument") from None

    code = load(tree, cache_of(place))
    done = applied(found.instrument, code, annex, cache_of(place))
    _refuse(found, done)
    for change in done.changes:
        click.echo("".join(_redline(change)), nl=False)
    if not only_show:
        settings = tree.read(FILE).decode()
        files = {each.path: each.after for each in done.changes}
        for change in done.changes:
            if change.before is None or change.after is None:
                settings = listed(settings, code.settings.documents, change)
                files[FILE] = settings
        replace_files({place / path: None if text is None else text.encode() for path, text in files.items()})
    verb = "would change" if only_show else "changed"
    names = ", ".join(change.document.printed for change in done.changes) or "nothing"
    click.echo(f"{found.instrument.name}: {done.carried_out} operations on the wording {verb} {names}")


def _named(instrument: Path, place: Path) -> str:
    """The path of the instrument below the folder of the Code, or its bare name."""
    resolved = instrument.resolve()
    root = place.resolve()
    if resolved.exists() and resolved.is_relative_to(root):
        return resolved.relative_to(root).as_posix()
    if resolved.exists():
        raise CannotProceed(f"{instrument} does not lie in {shown(place)}: put it into {shown(place)}/instruments")
    return instrument.as_posix()


def _refuse(found: FoundInstrument, done: Applied) -> None:
    if not done.refused:
        return
    lines = [f"{found.instrument.name} cannot be carried out, and nothing was changed:"]
    for ref, refusal in done.refused.items():
        lines.append(f"  paragraph {ref.number}: {refusal.words}\n    = help: {refusal.advice}")
    raise CannotProceed("\n".join(lines))


def _redline(change: FileChange) -> Iterator[str]:
    before = (change.before or "").splitlines(keepends=True)
    after = (change.after or "").splitlines(keepends=True)
    yield from difflib.unified_diff(before, after, change.path, change.path, n=1)
