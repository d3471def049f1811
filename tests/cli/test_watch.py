"""`secc check --watch`: what is printed when a file changes."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from secc.cli.asked import Asked
from secc.cli.formats.text import concise
from secc.cli.watching import watch
from secc.diagnostics import Diagnostic
from secc.source import Source
from tests.cli.running import Shell
from tests.making import files_of

H = """
section H: DCC Services

# H1 Services

H1.1 The operator shall keep [TBC].

H1.2 The operator shall act.
"""
ONE = "sec-source/sections/H.sec:5:30: error[placeholder] Section H1.1: the placeholder [TBC] is left in the text"
TWO = "sec-source/sections/H.sec:7:30: error[placeholder] Section H1.2: the placeholder [TBA] is left in the text"


class Watched:
    """A code under watch: what is done to it at each tick."""

    def __init__(self, shell: Shell, capture: pytest.CaptureFixture[bytes]) -> None:
        self.shell = shell
        self._capture = capture
        self._stamp = 10**18
        self.put(H)

    def put(self, text: str) -> None:
        """Write the Section, later than it was before."""
        self.shell.write(files_of(text))
        self._stamp += 10**9
        for path in Path("sec-source").rglob("*.*"):
            os.utime(path, ns=(self._stamp, self._stamp if path.suffix == ".sec" else 10**18))

    def run(self, *deeds: Callable[[], None]) -> list[str]:
        """Everything printed, line by line."""

        def ticks() -> Iterator[None]:
            for deed in deeds:
                deed()
                yield

        asked = Asked(None, (), (), (), None, date(2026, 1, 1))
        lines: list[str] = []

        def show(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> None:
            lines.extend(concise(findings, sources).splitlines())

        self._capture.readouterr()
        watch(asked, Path("sec-source"), show, ticks())
        lines += self._capture.readouterr().err.decode().splitlines()
        return lines


@pytest.fixture
def watched(shell: Shell, capsysbinary: pytest.CaptureFixture[bytes]) -> Watched:
    """A code with one error."""
    return Watched(shell, capsysbinary)


def test_what_is_new_is_printed(watched: Watched) -> None:
    lines = watched.run(lambda: watched.put(H.replace("shall act", "shall keep [TBA]")), lambda: None)
    assert lines == [
        ONE, "1 error in 1 file", TWO, "1 error in 1 file",
        "", "changed: H.sec", "0 findings mended; now 2 errors in 1 file",
    ]  # fmt: skip


def test_what_is_mended_is_counted(watched: Watched) -> None:
    lines = watched.run(lambda: watched.put(H.replace("[TBC]", "it")))
    assert lines == [ONE, "1 error in 1 file", "", "changed: H.sec", "1 finding mended; now nothing to mend"]


def test_nothing_is_printed_while_nothing_changes(watched: Watched) -> None:
    assert watched.run(lambda: None, lambda: None) == [ONE, "1 error in 1 file"]


def test_a_code_that_cannot_be_checked_is_waited_for(watched: Watched) -> None:
    def spoil() -> None:
        Path("sec-source/code.toml").write_text("title = ", encoding="utf-8")

    def mend() -> None:
        watched.put(H)

    lines = watched.run(spoil, mend)
    assert lines[:2] == [ONE, "1 error in 1 file"]
    assert [line for line in lines[2:] if line] == [
        "changed: code.toml",
        next(line for line in lines if line.startswith("secc: code.toml")),
        "changed: H.sec, code.toml",
        "0 findings mended; now 1 error in 1 file",
    ]


def test_it_ends_when_it_is_interrupted(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write(files_of(H))

    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", interrupt)
    ran = shell.secc("check", "--watch", "--format", "concise")
    assert (ran.status, ran.out.splitlines()[0], ran.err) == (0, ONE, "")
