"""`secc citations`: the citations of any text, as JSON lines."""

import json
from pathlib import Path

import click

from secc.cli.options import code_option
from secc.code.load import source_of
from secc.diagnostics import CannotProceed
from secc.resolve.citation.letter import citations_in_letter


@click.command("citations")
@click.argument("file", type=click.Path(path_type=Path))
@code_option
def command(file: Path, folder: Path | None) -> None:
    """List the citations found in FILE, a text: line, column, words, kind and targets of each, a JSON object a line."""
    try:
        text = source_of(file.as_posix(), file.read_bytes()).text
    except OSError as error:
        raise CannotProceed(f"{file} cannot be read: {error.strerror}") from None
    for found in citations_in_letter(text, {}):
        click.echo(json.dumps(found, ensure_ascii=False))
