"""`secc amend`: the formal instructions that turn one text into another, as an instrument."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from secc.amending.deriving import derived
from secc.amending.version import DocumentVersion
from secc.cli.moments import DAY, Opening
from secc.cli.options import code_option
from secc.cli.sides import HELP, Side, side
from secc.cli.writing import replace_files
from secc.diagnostics import CannotProceed
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
from secc.source import Source, Span
from secc.timeline.applying import version_of
from secc.timeline.histories import addresses_of

_TITLE = "Amendments"


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
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A folder to write it to, with its annexes.")
@code_option
def command(
    before: str,
    after: str,
    name: str | None,
    title: str,
    kind: str,
    starts: date | None,
    output: Path | None,
    folder: Path | None,
) -> None:
    """Write what has to be ordered so that BEFORE becomes AFTER."""
    opening = Opening(folder)
    first, second = side(opening, before), side(opening, after)
    old, new = _versions(first, second), _versions(second, first)
    actions = derived(old, new)
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
    _answer(instrument, actions, new, output)


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


def _answer(
    instrument: Instrument,
    actions: Sequence[Wording],
    new: dict[DocumentId, DocumentVersion],
    output: Path | None,
) -> None:
    text = printed(instrument)
    read_back = read_instrument(Source(instrument.name, text))
    assert read_back.instrument == instrument, "what is printed reads back as the same"
    annexes = {
        action.annex: new[action.document].text for action in actions if isinstance(action, Designate | Redesignate)
    }
    if output is None:
        if annexes:
            raise CannotProceed(f"documents are set out in full ({', '.join(annexes)}): name a folder for them with -o")
        click.echo(text, nl=False)
        return
    files: dict[Path, bytes | None] = {output / "instrument.sec": text.encode()}
    files |= {output / path: contents.encode() for path, contents in annexes.items()}
    try:
        replace_files(files)
    except OSError as error:
        raise CannotProceed(f"{output} cannot be written: {error.strerror}") from None
    beside = "1 annex" if len(annexes) == 1 else f"{len(annexes)} annexes"
    click.echo(f"wrote {output / 'instrument.sec'}: {len(actions)} operations, {beside}")
