"""`secc citations`: the citations of any text, as JSON lines."""

from collections.abc import Mapping
from pathlib import Path

import click

from secc.cli.options import code_option, found_folder, loaded_code
from secc.code.load import source_of
from secc.diagnostics import CannotProceed
from secc.resolve.citation.letter import citations_in_letter, json_line


@click.command("citations")
@click.argument("file", type=click.Path(path_type=Path))
@code_option
def command(file: Path, folder: Path | None) -> None:
    """List the citations found in FILE, a text: line, column, words, kind and targets of each, a JSON object a line.

    Within the folder of a Code, its documents are also known by their short names (Clause 4.26 of the TMAD).
    """
    try:
        text = source_of(file.as_posix(), file.read_bytes()).text
    except OSError as error:
        raise CannotProceed(f"{file} cannot be read: {error.strerror}") from None
    for found in citations_in_letter(text, _names(folder)):
        click.echo(json_line(found))


def _names(folder: Path | None) -> Mapping[str, str]:
    """The short names of the Code's documents, with what readers call them; none outside a Code."""
    if folder is None and found_folder() is None:
        return {}
    documents = [each.document for each in loaded_code(folder).documents]
    return {each.attribute("known-as"): each.id.printed for each in documents if each.attribute("known-as")}
