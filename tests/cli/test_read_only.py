"""A folder that nobody may write to: a clear line, and every file as it was."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from secc import cli
from secc.code.load import NoCache, load_document
from tests.cli.history import AT_FIRST, HISTORY, modification
from tests.cli.running import Shell
from tests.cli.test_conflicts import DRAFT, LOG, WORDS

LAW, DRAFTED = "2020-02-01-law", "2020-03-01-one"


@pytest.fixture
def sealed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell beside a code on a disk that can only be read."""
    digest = load_document("A.sec", AT_FIRST, NoCache()).digest
    shell.write({**HISTORY, "document-log.toml": LOG.format(digest).encode()})
    shell.write(modification(LAW, '1 in Section A1.2, for "tell" substitute "inform"'))
    shell.write(modification(DRAFTED, WORDS.format("keep a book"), f"baseline: 1.0\n{DRAFT}"))

    def refuse(dir: Path, prefix: str) -> tuple[int, str]:  # noqa: A002  # as it is called
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), f"{dir}/{prefix}x")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    monkeypatch.setattr(cli, "_leave_unsaid", lambda: None)  # what is captured here has no file of its own
    return shell


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("apply", LAW), "sections/A.sec"),
        (("conflicts", "--rebase", DRAFTED), f"instruments/{DRAFTED}.sec"),
    ],
)
def test_nothing_is_written(sealed: Shell, arguments: tuple[str, ...], file: str) -> None:
    before = _files(sealed.folder)
    ran = sealed.secc(*arguments)
    assert (ran.status, ran.err) == (2, f"secc: sec-source/{file} cannot be written: Read-only file system\n")
    assert _files(sealed.folder) == before


def test_no_version_is_recorded(sealed: Shell) -> None:
    (sealed.folder / "sec-source/document-log.toml").unlink()
    before = _files(sealed.folder)
    ran = sealed.secc("designate", "2020-01-01-first", "--number", "1.0")
    assert ran.status == 2
    assert ran.err == "secc: sec-source/document-log.toml cannot be written: Read-only file system\n"
    assert _files(sealed.folder) == before


def _files(folder: Path) -> dict[str, bytes]:
    """Every file of the sources."""
    return {str(path): path.read_bytes() for path in sorted((folder / "sec-source").rglob("*")) if path.is_file()}
