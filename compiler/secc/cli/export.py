"""`secc export`: a document, or the whole Code, as data, tables, text, PDF or a Word file; of a day or of a version."""

import sys
from datetime import date
from pathlib import Path

import click

from secc.cli.addresses import provision
from secc.cli.exported_forms import BINARY, TABLES, one_file, several_files
from secc.cli.exporting import Exported
from secc.cli.moments import Opening, as_at_option, known_option
from secc.cli.options import code_option
from secc.cli.patterns_sides import VERSION
from secc.cli.sides import DISK, Asked, Side, side
from secc.cli.writing import replace_file, replace_files
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.ids import DocumentId
from secc.instruments.folder import instrument_paths
from secc.timeline.scopes import EVERYBODY


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(["json", "csv", "text", "pdf", "docx"]))
@click.option("--document", "said", metavar="X[@VERSION]", help="One document: H, TMAD, AL@6.0 (by default, all).")
@as_at_option
@known_option
@click.option("--version", "version", metavar="NUMBER", help="The text of a consolidated version: 27.0.")
@click.option("--base", is_flag=True, help="The text without the variations that hold on the day.")
@click.option("--of", "of", type=click.Choice(list(TABLES)), help="Which table (csv); both need a folder.")
@click.option("-o", "--output", metavar="FILE|FOLDER", help="Write it there; a folder ends in / or is there already.")
@code_option
def command(
    form: str,
    said: str | None,
    as_at: date | None,
    known: date | None,
    version: str | None,
    base: bool,  # noqa: FBT001  # click
    of: str | None,
    output: str | None,
    folder: Path | None,
) -> None:
    """Put out the Code, or a document of it, as json, csv, text, pdf or docx; as at a day, or of a version.

    In a folder, each document is a file of its own.
    """
    if of is not None and form != "csv":
        raise CannotProceed(f"--of names a table, and {form} has none: leave it out, or ask for csv")
    opening = Opening(folder)
    exported = _exported(opening, said, version, (as_at, known), base=base)
    place = Path(output) if output is not None else None
    if place is not None and output is not None and (output.endswith("/") or place.is_dir()):
        replace_files({place / path: contents for path, contents in several_files(form, of, exported).items()})
        return
    contents = one_file(form, of, exported)
    if place is not None:
        replace_file(place, contents)
    elif form in BINARY and sys.stdout.isatty():
        raise CannotProceed(f"{BINARY[form]} cannot be shown here: name the file to write with -o")
    else:
        click.echo(contents, nl=False)


def _exported(
    opening: Opening, said: str | None, version: str | None, days: tuple[date | None, date | None], *, base: bool
) -> Exported:
    """The text that is asked for. Raises `CannotProceed` where there is none."""
    numbered = version if version is not None else said if said is not None and "@" in said else None
    if numbered is not None:
        _refuse_days(numbered, days, is_both=version is not None and "@" in (said or ""))
        if version is not None and VERSION.fullmatch(version) is None:
            raise CannotProceed(f"{version} is no version of the Code: write it as 27.0")
        text = side(opening, numbered)
        only = text.only if version is None else _document(text, said)
        return Exported(opening, text, only, text.day)
    text = _on_day(opening, *days, base=base)
    return Exported(opening, text, _document(text, said), text.day)


def _refuse_days(numbered: str, days: tuple[date | None, date | None], *, is_both: bool) -> None:
    if is_both:
        raise CannotProceed("--version says which text it is already: name the document without a version of its own")
    if any(days):
        raise CannotProceed(f"version {numbered} has its own day: leave out --as-at and --known")


def _on_day(opening: Opening, as_at: date | None, known: date | None, *, base: bool) -> Side:
    """The text of a day, by default that of the website; of the files, where nothing is known of time."""
    if not instrument_paths(Folder(opening.place)):
        if as_at is not None or known is not None or base:
            raise CannotProceed("there are no instruments: the text of no other day than today's is known")
        return side(opening, DISK)
    day = opening.day(as_at)
    text = side(opening, day.isoformat(), Asked(known, None if base else EVERYBODY))
    if text.wordings is not None:
        opening.warn(text.wordings)
    return text


def _document(text: Side, said: str | None) -> DocumentId | None:
    """The document that is named. Raises `CannotProceed`, naming the nearest, where the text has none."""
    if said is None:
        return None
    found = provision(text.named, said.partition("@")[0])
    if found.path:
        raise CannotProceed(f"{found.printed} is no document: name {found.document.printed}, or use secc show")
    return found.document
