"""`secc apply`: an instrument carried out on the working text."""

from collections.abc import Sequence
from pathlib import Path

import click

from secc.amending.refusal import Refusal
from secc.amending.version import read
from secc.cli.formats.wording import counted
from secc.cli.moments import Opening
from secc.cli.options import cache_of, code_folder, code_option, color_option, shown, wants_color
from secc.cli.writing import replace_files
from secc.code.digest import code_digest
from secc.code.load import LoadedCode, LoadedDocument, NoCache, load, source_of
from secc.code.settings import FILE
from secc.compare import compare_codes
from secc.diagnostics import CannotProceed
from secc.document.redline import Texts, redline
from secc.document.redline_model import Described, Edition
from secc.history import Folder
from secc.ids import Address
from secc.instruments.folder import FoundInstrument, found_at
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
    click.echo(f"{told}\n" if told else "", nl=False)
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
    counted = {step.ref for step in opening.timeline.steps()}
    refs = [OperationRef(name, each.number) for each in found.instrument.operations if is_wording(each.action)]
    waiting = [ref.number for ref in refs if ref not in counted]
    if waiting:
        which = "all of it" if len(waiting) == len(refs) else f"paragraph {', '.join(waiting)}"
        click.echo(
            f"secc: {name} is law, but {which} has no known day yet: secc verify does not count these words in; keep "
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
    lines = [f"{found.instrument.name} cannot be carried out, and nothing was changed:"]
    for ref, refusal in done.refused.items():
        lines.append(f"  paragraph {ref.number}: {refusal.words}\n    = help: {refusal.advice}")
    raise CannotProceed("\n".join(lines))


def _redline(instrument: str, code: LoadedCode, done: Applied, color: str) -> str:
    """What the instrument does to the text, word by word."""
    from secc.render.redline_text import TextLayout, to_text

    old = [each for each in code.documents if any(each.id == change.document for change in done.changes)]
    new = [read(change.after, change.document, NoCache()) for change in done.changes if change.after is not None]
    texts = Texts(
        " and ".join(change.document.printed for change in done.changes),
        _described("on disk", old),
        _described(f"with {instrument}", new),
        {each.id: _edition(each) for each in old},
        {each.id: _edition(each) for each in new},
    )
    changes = compare_codes([each.document for each in old], [each.document for each in new])
    return to_text(redline(changes, texts), TextLayout(color=wants_color(color)))


def _described(said: str, documents: Sequence[LoadedDocument]) -> Described:
    digests = code_digest((Address(each.id), each.digest) for each in sorted(documents, key=lambda each: each.id))
    return Described(said=said, day=None, known=None, digest=documents[0].digest if len(documents) == 1 else digests)


def _edition(document: LoadedDocument) -> Edition:
    return Edition(printed=document.id.printed, version="", digest=document.digest)
