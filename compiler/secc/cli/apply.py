"""`secc apply`: an instrument carried out on the working text."""

from pathlib import Path

import click

from secc.amending.refusal import Refusal, lines_of
from secc.amending.version import read
from secc.cli.formats.wording import counted
from secc.cli.moments import Opening
from secc.cli.options import cache_of, code_folder, code_option, color_option, shown, wants_color
from secc.cli.redline_texts import compared, texts
from secc.cli.sides import Side
from secc.cli.terminal import styled
from secc.cli.writing import replace_files
from secc.code.load import LoadedCode, NoCache, load, source_of
from secc.code.settings import FILE
from secc.diagnostics import CannotProceed
from secc.document.redline import redline
from secc.history import Folder
from secc.instruments.folder import FoundInstrument, found_at
from secc.instruments.printing_when import listed as joined
from secc.instruments.when import OperationRef
from secc.timeline.applying import Applied, applied, is_wording, listed
from secc.timeline.standing import WHY_NO_LAW


@click.command("apply")
@click.argument("instrument", type=click.Path(path_type=Path))
@click.option("--diff", "only_show", is_flag=True, help="Show what it would do, and change nothing.")
@color_option
@code_option
def command(instrument: Path, only_show: bool, color: str, folder: Path | None) -> None:  # noqa: FBT001  # click
    """Carry out INSTRUMENT (its file, folder or name) on the working text; nothing changes if any of it cannot be."""
    place = code_folder(folder)
    tree = Folder(place)
    found = found_at(tree, _named(instrument, place))
    if found.findings:
        first = found.findings[0]
        line, _ = found.source.place(first.span.start)
        raise CannotProceed(
            f"{found.path} has faults of its own, so nothing is carried out: on line {line}, {first.headline}"
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
    told = _redline(found.instrument.name, code, done, color) if done.changes else ""
    if not only_show:
        files = _files(tree, code, done)
        replace_files({place / path: None if text is None else text.encode() for path, text in files.items()})
    if told:
        styled(told)
    verb = "would change" if only_show else "changed"
    names = ", ".join(change.document.printed for change in done.changes) or "nothing"
    carried = counted(done.carried_out, "operation")
    click.echo(f"{found.instrument.name}: {carried} on the wording {verb} {names}")
    if not only_show:
        _warn(found, Opening(folder))


def _files(tree: Folder, code: LoadedCode, done: Applied) -> dict[str, str | None]:
    """What each file is to hold, None where it is to go; `code.toml` with them, where it lists others then."""
    settings = tree.read(FILE).decode()
    files = {each.path: each.after for each in done.changes}
    for change in done.changes:
        if change.before is None or change.after is None:
            settings = listed(settings, code.settings.documents, change)
            files[FILE] = settings
    return files


def _warn(found: FoundInstrument, opening: Opening) -> None:
    """Say what of the instrument is no law yet, or has no day: the text on disk is to hold what has a known day."""
    standing = opening.timeline.known().standing(found.instrument)
    if not opening.timeline.known().is_law(found.instrument):
        click.echo(
            f"secc: {found.instrument.name} {WHY_NO_LAW[standing]}: secc verify, and the Code as of any day, do not "
            "count its words in; keep them on a branch until it is made",
            err=True,
        )
        return
    _warn_of_waiting(found, opening)


def _warn_of_waiting(found: FoundInstrument, opening: Opening) -> None:
    name = found.instrument.name
    dated = {step.ref for step in opening.timeline.steps()}
    refs = [OperationRef(name, each.number) for each in found.instrument.operations if is_wording(each.action)]
    waiting = [ref.number for ref in refs if ref not in dated]
    if waiting:
        some = f"paragraphs {joined(waiting)} have" if len(waiting) > 1 else f"paragraph {waiting[0]} has"
        which = "all of it has" if len(waiting) == len(refs) else some
        click.echo(
            f"secc: {name} is law, but {which} no known day yet: secc verify does not count these words in; keep "
            f"them on a branch until the day is recorded",
            err=True,
        )


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
    head = f"{found.instrument.name} cannot be carried out, and nothing was changed:"
    raise CannotProceed("\n".join((head, *lines_of(done.refused))))


def _redline(instrument: str, code: LoadedCode, done: Applied, color: str) -> str:
    """What the instrument does to the text, word by word."""
    from secc.render.redline_text import TextLayout, to_text

    old = [each for each in code.documents if any(each.id == change.document for change in done.changes)]
    new = [read(change.after, change.document, NoCache()) for change in done.changes if change.after is not None]
    before, after = (
        Side(LoadedCode(code.settings, tuple(documents), code.register), said)
        for documents, said in ((old, "on disk"), (new, f"with {instrument}"))
    )
    of = " and ".join(change.document.printed for change in done.changes)
    return to_text(redline(compared(old, new), texts(before, after, of)), TextLayout(color=wants_color(color)))
