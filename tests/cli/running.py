"""Runs the command line in this process, as a shell would."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from secc.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command went."""

    status: int
    out: str
    err: str


class Shell:
    """A shell in a folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capture = capture
        monkeypatch.chdir(folder)

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put files below `sec-source`."""
        for path, contents in files.items():
            place = self.folder / "sec-source" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(contents)

    def secc(self, *arguments: str) -> Ran:
        """Run secc."""
        self._monkeypatch.setattr(sys, "argv", ["secc", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self._capture.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, out.decode(), err.decode())


def good(ran: Ran) -> str:
    """What a command printed that went well, without a word on standard error."""
    assert (ran.status, ran.err) == (0, ""), ran
    return ran.out
