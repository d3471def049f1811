"""`secc build`: make the website."""

from pathlib import Path

import click

from secc.cli.options import code_folder, code_option, resolved_code, shown
from secc.history import Folder


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write it to (by default build/site).")
@code_option
def command(out: Path | None, folder: Path | None) -> None:
    """Make the website from the Code. A draft is published as it stands: `secc check` says what is wrong with it."""
    place, pages = built(out, folder)
    click.echo(f"{pages} pages in {shown(place)}")


def built(out: Path | None, folder: Path | None) -> tuple[Path, int]:
    """Build the website; where it is, and how many pages it has."""
    from secc.site.building import build

    sources = code_folder(folder).resolve()
    return build(resolved_code(folder), Folder(sources), sources.parent, out)
