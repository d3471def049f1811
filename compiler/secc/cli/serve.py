"""`secc serve`: make the website, serve it on this machine, and show it as it stands whenever a source is saved.

The website is written once, at the start. After that its pages are drawn when they are asked for, so that what nobody
looks at costs nothing; `secc build` brings what is written up to date.
"""

import gc
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from secc.cli.build import prefix_of
from secc.cli.files_below import files_below
from secc.cli.moments import DAY
from secc.cli.options import cache_of, code_folder, code_option, shown
from secc.cli.serving import Editions, Handler, Server
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.history.asked import Asked

if TYPE_CHECKING:
    from secc.site.preview import Preview
    from secc.site.reopening import Reopening

_HOST = "127.0.0.1"
_FIRST, _LAST = 8000, 8099
_EVERY, _WRITTEN = 0.1, 0.03  # seconds between looks at the sources, and until a file that was saved is looked at again
_QUIET = 20  # looks that find nothing new
_FEW = 10  # faults that are told at once
_State: TypeAlias = Mapping[Path, tuple[int, int]]


@click.command("serve")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write it to (by default build/site).")
@click.option("--port", type=click.IntRange(0, 65535), help=f"By default the first that is free from {_FIRST}.")
@click.option(
    "--as-at",
    "as_at",
    type=DAY,
    help="Show the text of this day, as `secc build` makes it (by default the text as the files hold it).",
)
@code_option
def command(out: Path | None, port: int | None, as_at: date | None, folder: Path | None) -> None:
    """Make the website and serve it on this machine only, until it is stopped with Ctrl+C."""
    from secc.site.as_built import Building
    from secc.site.building import write
    from secc.site.reopening import Reopening

    sources = code_folder(folder).resolve()
    seen = _state(sources)
    tree, cache = Asked(Folder(sources)), cache_of(sources)
    way = f"serve {sources} {as_at} {out.resolve() if out is not None else None}"
    building = Building(cache, way, sources.parent)
    before = building.before(Folder(sources))
    reopening = Reopening(tree, cache, as_at, prefix_of(sources))
    first = _previewed(reopening, sources)
    first.work_out()
    if before is not None:
        place, first.making.by_hand = Path(before.folder), before.read_by_hand()
    else:
        place = write(first.making, sources.parent, out)
        building.keep(tree.answers, first.making, place)
    click.echo(f"{first.count} pages in {shown(place)}")
    editions = Editions(first)
    gc.disable()
    with _server(editions, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            click.echo(f"http://{_HOST}:{server.server_port}/  (Ctrl+C stops)")
            _tell(editions.now.faults, ())
            _watch(sources, reopening, editions, seen)
        except KeyboardInterrupt:
            click.echo()
        finally:
            server.shutdown()


def _server(editions: Editions, port: int | None) -> ThreadingHTTPServer:
    handler = partial(Handler, editions=editions)
    wanted = range(_FIRST, _LAST + 1) if port is None else (port,)
    for each in wanted:
        try:
            return Server((_HOST, each), handler)
        except OSError:
            continue
    taken = f"port {port} is" if port is not None else f"the ports from {_FIRST} to {_LAST} are"
    raise CannotProceed(f"{taken} taken: name another with --port")


def _previewed(reopening: "Reopening", sources: Path, seen: "Preview | None" = None, *saved: Path) -> "Preview":
    """The website as it stands after some files were saved; of what they have no part in, as it was before."""
    from secc.site.preview import Preview

    inside = all(path.is_relative_to(sources) for path in saved)
    names = [path.relative_to(sources).as_posix() for path in saved if path.is_relative_to(sources)]
    found = Preview(reopening.open(names if seen is not None else None), sources.parent, {})
    if seen is not None and inside and seen.making.theme.facts == found.making.theme.facts:
        found.making.by_hand = seen.making.by_hand
    return found


def _watch(sources: Path, reopening: "Reopening", editions: Editions, as_shown: _State) -> None:
    """Show the website again whenever something that it is made from is saved; what cannot be made is said.

    A file that is still being written is waited for: some editors empty a file before they fill it.
    """
    tried = now = as_shown
    quiet, pause = 0, _EVERY
    while True:
        time.sleep(pause)
        before, now = now, _state(sources)
        pause = _EVERY if now == before else _WRITTEN
        if now != before or now == tried:
            quiet += 1
            _tidy(quiet)
            continue
        quiet, tried = 0, now
        try:
            _show(sources, reopening, editions, as_shown, now)
            as_shown = now
        except _SavedAgain:
            continue
        except CannotProceed as error:
            editions.fail(str(error))
            click.echo(f"secc: {error}", err=True)
        sys.stdout.flush()


class _SavedAgain(Exception):  # noqa: N818  # never leaves this module
    """Something else was saved while what follows from the last was being worked out."""


def _show(sources: Path, reopening: "Reopening", editions: Editions, before: _State, now: _State) -> None:
    """Show the website after files were saved: at once what can be, and the rest when it is worked out."""
    saved, started = _saved(before, now), time.monotonic()
    told = editions.now.faults
    preview = _previewed(reopening, sources, editions.now.whole, *saved)
    editions.next(preview, _were(saved, sources))
    click.echo(f"{preview.count} pages again, in {time.monotonic() - started:.1f} s")
    if preview.is_whole:
        _tell(editions.now.faults, told)
        return
    looked = started

    def look() -> None:
        nonlocal looked
        if time.monotonic() - looked > _EVERY:
            looked = time.monotonic()
            if _state(sources) != now:
                raise _SavedAgain

    preview.work_out(look)
    editions.finish()
    click.echo(f"and the texts of all days, in {time.monotonic() - started:.1f} s")
    _tell(editions.now.faults, told)


def _tell(faults: Sequence[str], told: Sequence[str]) -> None:
    """Say what has come to be wrong with the sources since it was told; of much, the first, and how much more."""
    new = [each for each in faults if each not in told]
    for each in new[:_FEW]:
        click.echo(f"secc: {each}", err=True)
    if len(new) > _FEW:
        click.echo(f"secc: and {len(new) - _FEW} more: see secc check", err=True)


def _were(saved: Sequence[Path], sources: Path) -> str:
    """What was saved, as the beginning of a sentence."""
    first = saved[0].relative_to(sources.parent).as_posix() if saved else "Something"
    return f"{first} was" if len(saved) < 2 else f"{first} and {len(saved) - 1} more were"


def _tidy(quiet: int) -> None:
    """Have Python look for what can be forgotten while nobody waits: in the middle of a making, it takes as long."""
    if quiet == _QUIET:
        gc.collect()
        gc.freeze()


def _saved(before: _State, after: _State) -> list[Path]:
    return sorted(path for path in {*before, *after} if before.get(path) != after.get(path))


def _state(sources: Path) -> _State:
    """The size and time of every file that the website is made from; one that is just being replaced is left out."""
    below = files_below(sources, sources.parent / "site")
    found = {path: (status.st_mtime_ns, status.st_size) for path, status in below if not path.name.startswith(".")}
    with suppress(OSError):
        status = (sources.parent / "mkdocs.yml").stat()
        found[sources.parent / "mkdocs.yml"] = (status.st_mtime_ns, status.st_size)
    return found
