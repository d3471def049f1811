"""What several commands share: where the Code is, and how answers are printed."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from secc.code.cache import FolderCache
from secc.code.load import DocumentCache, LoadedCode, NoCache, load
from secc.code.settings import FILE
from secc.diagnostics import CannotProceed
from secc.history import Folder, Overlaid

if TYPE_CHECKING:
    from secc.resolve.model import ResolvedCode

_Command = TypeVar("_Command", bound=Callable[..., object])
_WIDTH = 80


def code_option(command: _Command) -> _Command:
    """`--code FOLDER`: the folder of the Code's sources."""
    return click.option(
        "--code",
        "folder",
        type=click.Path(path_type=Path),
        help=f"The folder that holds {FILE} (by default this one, its sec-source, or the nearest above).",
    )(command)


def color_option(command: _Command) -> _Command:
    """`--color auto|always|never`."""
    return click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to colour the answer."
    )(command)


def wants_color(choice: str) -> bool:
    """Whether to colour what goes to standard output; `NO_COLOR` is honoured."""
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return choice == "always"


def width(widest: int) -> int:
    """How many columns an answer may take: those of the terminal, up to a limit; elsewhere always as many."""
    return min(widest, shutil.get_terminal_size((_WIDTH, 1)).columns) if sys.stdout.isatty() else _WIDTH


def code_folder(folder: Path | None) -> Path:
    """The folder of the Code's sources: the one named, else found from here upward."""
    if folder is not None:
        if not (folder / FILE).is_file():
            raise CannotProceed(f"there is no {FILE} in {folder}")
        return folder
    found = found_folder()
    if found is None:
        raise CannotProceed(
            f"there is no {FILE} here or above: run secc where a code is, or name its folder with --code"
        )
    return found


def found_folder() -> Path | None:
    """The folder of the Code's sources that is nearest from here upward."""
    here = Path.cwd()
    places = (place for above in (here, *here.parents) for place in (above, above / "sec-source"))
    return next((place for place in places if (place / FILE).is_file()), None)


def shown(path: Path) -> str:
    """A path as messages name it: relative to here where it lies below, with forward slashes."""
    absolute = path.resolve()
    here = Path.cwd().resolve()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def loaded_code(
    folder: Path | None, cache: DocumentCache | None = None, texts: Mapping[str, str] | None = None
) -> LoadedCode:
    """The Code as on disk, but for the files that `texts` has in other words, by the paths that findings name."""
    place = code_folder(folder)
    prefix = "" if (name := shown(place)) == "." else f"{name}/"
    kept = cache if cache is not None else cache_of(place)
    others = {path.removeprefix(prefix): text.encode() for path, text in (texts or {}).items()}
    return load(Overlaid(Folder(place), others), kept, prefix)


def cache_of(place: Path) -> DocumentCache:
    """Where readings of files are kept: `build/cache` beside the sources, unless `SECC_CACHE=off`."""
    if os.environ.get("SECC_CACHE") == "off":
        return NoCache()
    return FolderCache(place.resolve().parent / "build" / "cache")


def resolved_code(folder: Path | None) -> "ResolvedCode":
    """The Code as on disk, bound."""
    from secc.resolve import resolve  # not every command binds the Code

    return resolve(loaded_code(folder))
