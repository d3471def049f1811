"""Builds the website into a folder, by way of MkDocs."""

import logging
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from secc.diagnostics import CannotProceed
from secc.site.as_built import CONFIGURATION
from secc.site.host import Making, made_in, offer
from secc.site.sources import SiteSources
from secc.site.template_faults import template_fault
from secc.site.writing import unwritten

_SIGN = b'<meta name="generator" content="secc">'


def made(sources: SiteSources, place: Path) -> Making:
    """The website of the Code in the theme beside mkdocs.yml. Raises `CannotProceed`."""
    if not (place / CONFIGURATION).is_file():
        raise CannotProceed(
            f"there is no {CONFIGURATION} beside the sources, in {place}: it says how the website is made"
        )
    return made_in(place / "site", sources)


def write(making: Making, place: Path, out: Path | None) -> Path:
    """Write a website; the folder it is in.

    `place` is the folder with mkdocs.yml and site/; `out` is where to, by default where mkdocs.yml says. What is there
    already as it should be is not written again, and whatever else was there is deleted; another folder than
    mkdocs.yml's is refused where it holds anything but a website made by secc. Raises `CannotProceed`.
    """
    making.to_disk = True
    return _by_mkdocs(making, place, out)


def by_hand(making: Making, place: Path) -> Mapping[str, bytes]:
    """The files that MkDocs makes of the pages written by hand, by their paths. Nothing is written."""
    making.to_disk = False
    _by_mkdocs(making, place, None)
    return making.by_hand


def _by_mkdocs(making: Making, place: Path, out: Path | None) -> Path:
    faults = _Faults()
    logging.getLogger("mkdocs").addHandler(faults)
    try:
        return _build(place / CONFIGURATION, making, out)
    except OSError as error:
        raise CannotProceed(unwritten(error)) from None
    except MkDocsException as error:
        raise CannotProceed(f"the website cannot be made: {'; '.join(faults.messages) or error}") from None
    except Exception as error:
        fault = template_fault(error)
        if fault is None:
            raise
        raise CannotProceed(fault) from None
    finally:
        logging.getLogger("mkdocs").removeHandler(faults)


def _build(configuration: Path, making: Making, out: Path | None) -> Path:
    config = load_config(str(configuration))
    if out is not None and out.resolve() != Path(config.site_dir).resolve():
        _refuse_others(out)
        config.site_dir = str(out.resolve())
    offer(config, making)
    mkdocs_build(config)
    return Path(config.site_dir)


class _Faults(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(record.getMessage())


def _refuse_others(folder: Path) -> None:
    """Whatever else is in the folder would be deleted."""
    if folder.exists() and not folder.is_dir():
        raise CannotProceed(f"{folder} is not a folder")
    if not folder.exists() or not any(folder.iterdir()):
        return
    home = folder / "index.html"
    if not home.is_file() or _SIGN not in home.read_bytes()[:4000]:
        raise CannotProceed(
            f"{folder} holds something else than a website made by secc, which would be deleted: name another folder"
        )
