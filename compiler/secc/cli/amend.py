"""`secc amend`: the formal instructions that turn one text into another, as an instrument."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from secc.amending.deriving import derived
from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion, Versions
from secc.cli.formats.wording import counted
from secc.cli.moments import DAY, Opening
from secc.cli.options import code_option
from secc.cli.pictures import pictures_of
from secc.cli.sides import HELP, Side, side
from secc.cli.writing import replace_file, replace_files
from secc.diagnostics import CannotProceed
from secc.document.formal import Told, formal_text
from secc.ids import DocumentId
from secc.instruments.model import (
    Baseline,
    Designate,
    Instrument,
    InstrumentKind,
    Operation,
    Redesignate,
    Wording,
)
from secc.instruments.printing import printed
from secc.instruments.reading import read_instrument
from secc.instruments.when import On
from secc.render.formal_markdown import to_markdown
from secc.source import Source, Span
from secc.timeline.applying import version_of
from secc.timeline.histories import addresses_of

_TITLE = "Amendments"
_SUFFIXES = {".md": "markdown", ".docx": "docx"}


@click.command("amend", help=f"The instructions that turn BEFORE into AFTER, as an instrument. Each is {HELP}.")
@click.argument("before")
@click.argument("after")
@click.option("--name", help="The instrument's name, such as 2022-11-03-mp099 (by default, of the day of AFTER).")
@click.option("--title", default=_TITLE, help="Its title.")
@click.option(
    "--kind",
    type=click.Choice([each.value for each in InstrumentKind]),
    default=InstrumentKind.MODIFICATION.value,
    help="What it is.",
)
@click.option("--from", "starts", type=DAY, help="The day from which it is to have effect.")
@click.option("--format", "form", type=click.Choice(["sec", "markdown", "docx"]), help="By default by FILE, or sec.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file; for sec also a folder, with annexes.",
)
@code_option
def command(
    before: str,
    after: str,
    name: str | None,
    title: str,
    kind: str,
    starts: date | None,
    form: str | None,
    output: Path | None,
    folder: Path | None,
) -> None:
    """Write what has to be ordered so that BEFORE becomes AFTER: as source, or as formal text for a letter."""
    opening = Opening(folder)
    first, second = side(opening, before), side(opening, after)
    old, new = _versions(first, second), _versions(second, first)
    actions = _actions(old, new, second)
    if not actions:
        click.echo(f"{first.said} and {second.said} say the same: there is nothing to amend")
        return
    instrument = Instrument(
        kind=InstrumentKind(kind),
        name=_named(name, starts or second.day),
        title=title,
        status="draft",
        starts=On(starts) if starts is not None else None,
        baseline=_baseline(actions, old),
        operations=tuple(
            Operation(number=str(number), action=action, span=Span(0, 0)) for number, action in enumerate(actions, 1)
        ),
    )
    annexes = {
        action.annex: new[action.document].text for action in actions if isinstance(action, Designate | Redesignate)
    }
    wanted = form or _SUFFIXES.get(output.suffix.lower() if output is not None else "", "sec")
    if wanted == "sec":
        _answer(instrument, annexes, output)
    else:
        _formal(instrument, annexes, opening, wanted, output)


def _actions(old: Versions, new: Versions, second: Side) -> tuple[Wording, ...]:
    try:
        return derived(old, new)
    except Refusal as refusal:
        raise CannotProceed(f"{second.said}: {refusal.words}; {refusal.advice}") from None


def _versions(one: Side, other: Side) -> dict[DocumentId, DocumentVersion]:
    """The documents of a side; where only one is compared, that one alone."""
    only = one.only or other.only
    if one.wordings is not None:
        found = dict(one.wordings.documents)
    else:
        used: set[str] = set()
        found = {each.id: version_of(each, used) for each in one.documents}
    return {document: version for document, version in found.items() if only in (None, document)}


def _named(name: str | None, day: date | None) -> str:
    if name is None and day is None:
        raise CannotProceed("the day of the new text is not known: name the instrument with --name 2022-11-03-mp099")
    return name or f"{day}-amendments"


def _baseline(actions: Sequence[Wording], old: dict[DocumentId, DocumentVersion]) -> Baseline:
    """The digests of the documents that it changes."""
    touched = sorted({address.document for action in actions for address in addresses_of(action)})
    return Baseline(documents=tuple((document, old[document].digest) for document in touched if document in old))


def _answer(instrument: Instrument, annexes: Mapping[str, str], output: Path | None) -> None:
    """The instrument as source, in a folder with its annexes where it has any."""
    text = printed(instrument)
    read_back = read_instrument(Source(instrument.name, text))
    assert read_back.instrument == instrument, "what is printed reads back as the same"
    if annexes and (output is None or output.suffix == ".sec"):
        raise CannotProceed(f"documents are set out in full ({', '.join(annexes)}): name a folder for them with -o")
    if output is None:
        click.echo(text, nl=False)
        return
    main = output if output.suffix == ".sec" else output / "instrument.sec"
    files: dict[Path, bytes | None] = {main: text.encode()}
    files |= {output / path: contents.encode() for path, contents in annexes.items()}
    replace_files(files)
    beside = f", {counted(len(annexes), 'document')} set out beside it" if annexes else ""
    click.echo(f"wrote {main}: {counted(len(instrument.operations), 'operation')}{beside}")


def _formal(
    instrument: Instrument, annexes: Mapping[str, str], opening: Opening, form: str, output: Path | None
) -> None:
    """The formal text, with its annexes set out in it."""
    told = Told(code=opening.on_disk.settings.title, standing="a draft")
    paper = formal_text(instrument, told, lambda path: Source(path, annexes[path]))
    if form == "markdown":
        made = to_markdown(paper).encode()
    elif output is None and sys.stdout.isatty():
        raise CannotProceed("a Word file cannot be shown here: name the file to write with -o")
    else:
        from secc.render.formal_docx import to_docx  # what is not written as a Word file starts without it

        made = to_docx(paper, told.code, None, pictures_of(opening))
    if output is None:
        click.echo(made, nl=False)
    else:
        replace_file(output, made)
        click.echo(f"wrote {output}: {counted(len(instrument.operations), 'paragraph')}")
