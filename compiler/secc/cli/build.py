"""`secc build`: make the website."""

import gc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from secc.cli.days import DAY
from secc.cli.options import cache_of, code_folder, code_option, shown
from secc.history import Folder
from secc.history.asked import Asked

if TYPE_CHECKING:
    from secc.site.in_time.moment import Moment

_FEW = 10
"""So many faults of instruments are told, and of more how many."""


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write it to (by default build/site).")
@click.option(
    "--as-at",
    "as_at",
    type=DAY,
    help="The day that it is of (by default `site.as-at` of code.toml, else the day of the last recorded version).",
)
@click.option("--pdf", is_flag=True, help="With PDFs of each document and of the whole Code, whatever code.toml says.")
@code_option
def command(
    out: Path | None,
    as_at: date | None,
    pdf: bool,  # noqa: FBT001  # click
    folder: Path | None,
) -> None:
    """Make the website of the Code as it has effect on a day, with what is known of before and after.

    A draft is published as it stands: `secc check` says what is wrong with it. Where instruments cannot be read or
    carried out, that is told, and the exit status is 1.
    """
    from secc.site.as_built import Building

    sources = code_folder(folder).resolve()
    tree, cache = Asked(Folder(sources)), cache_of(sources)
    way = f"{sources} {as_at} {pdf} {out.resolve() if out is not None else None}"
    building = Building(cache, way, sources.parent)
    before = building.before(Folder(sources))
    if before is not None:
        click.echo(
            f"{before.pages} pages in {shown(Path(before.folder))}: nothing that they show has changed "
            "(words that no instrument has made yet are shown by secc serve)"
        )
        return
    from secc.site.building import made, write
    from secc.site.sources import open_sources

    if building.only_sources_differ:  # most is as it was kept, and little garbage; all of it ends with the process
        gc.disable()
    opened = open_sources(tree, cache, as_at, prefix=prefix_of(sources))
    if pdf:
        opened = replace(opened, with_pdf=True, with_code_pdf=True)
    making = made(opened, sources.parent)
    place = write(making, sources.parent, out)
    click.echo(f"{len(making.site.pages)} pages in {shown(place)}")
    if _tell_of_faults(opened.moment):
        click.get_current_context().exit(1)
    building.keep(tree.answers, making, place)


def _tell_of_faults(moment: "Moment | None") -> bool:
    """Say on standard error what of the instruments the website is made without; whether there is anything."""
    from secc.site.in_time.left_out import left_out

    told = left_out(moment, moment.timeline.last()) if moment is not None else ()
    for each in told[:_FEW]:
        click.echo(f"secc: {each}", err=True)
    if told:
        more = f", and without {len(told) - _FEW} more" if len(told) > _FEW else ""
        click.echo(f"secc: the website is made without what is told of here{more}: see secc check", err=True)
    return bool(told)


def prefix_of(sources: Path) -> str:
    """What goes before the paths of files in a folder of sources, to name them as seen from here."""
    return f"{name}/" if (name := shown(sources)) != "." else ""
