"""What a source says is seen on a terminal and never obeyed by it; a file or another program gets it as it is."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.checkout import write_files
from tests.site.history import history_files

_CLEARS, _NAMES, _STRIKES, _TURNS = "\x1b[2J", "\x1b]0;x\x07", "\x1b[9m", "\u202e"
_CODES = ("<U+001B>[2J", "<U+001B>]0;x<U+0007>", "<U+001B>[9m", "<U+202E>")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
STYLE = re.compile("\x1b\\[(?:31;9|34;4|0)m")
DIRECTION = f"""\
direction 2021-04-01-direction: Titled{_NAMES} so
made: 2021-04-01
from: 2021-04-01

1 suspend Section H1.1, until event "Said{_STRIKES} so"
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    files = {**history_files(), "instruments/2021-04-01-direction.sec": DIRECTION.encode()}
    said = "H1.9 Words " + " ".join((_CLEARS, _NAMES, _STRIKES, _TURNS)) + " end."
    text = files["sections/H.sec"].replace(b"# H2", f"{said}\n\n# H2".encode())
    return write_files(tmp_path, {**files, "sections/H.sec": text})


def on_terminal(place: Path, *arguments: str, env: dict[str, str] | None = None) -> str:
    """What a command prints on a terminal, with errors."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "secc", *arguments]
    with subprocess.Popen(
        command, cwd=place, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, **(env or {})}
    ) as ran:
        os.close(theirs)
        printed = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # nobody writes any more
                more = b""
            if not more:
                break
            printed += more
        ran.wait(timeout=60)
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    "command",
    [
        "show H1.9",
        "show H1",
        "redline 2021-03-31 sec-source H",
        "redline 2021-03-31 sec-source H --format markdown",
        "redline 2021-03-31 sec-source H --format json",
        "fmt --diff",
    ],
)
def test_what_a_source_says_is_seen_and_not_obeyed(place: Path, command: str) -> None:
    for env in ({"NO_COLOR": "1"}, {"NO_COLOR": ""}):
        printed = on_terminal(place, *command.split(), env=env)
        assert OBEYED.findall(STYLE.sub("", printed)) == [], printed
        if "json" not in command and "fmt" not in command:
            shown = printed.replace("\\", "").replace("\n", " ")
            assert all(code in shown for code in _CODES), printed


def test_what_an_instrument_says_is_seen_and_not_obeyed(place: Path) -> None:
    for command in ("history H1.1", "status H1.1 --as-at 2021-04-02"):
        printed = on_terminal(place, *command.split(), env={"NO_COLOR": "1"})
        assert OBEYED.findall(printed) == [], command
        assert "<U+001B>[9m so" in printed.replace("\n", " "), printed


def test_a_redline_has_the_styles_of_its_marks_alone(place: Path) -> None:
    printed = on_terminal(place, *"redline 2021-03-31 sec-source H".split(), env={"NO_COLOR": ""})
    assert "\x1b[34;4m{+" in printed
    assert "<U+001B>[9m" in printed


def test_another_program_gets_every_character(place: Path) -> None:
    for command in ("show H1.9", "redline 2021-03-31 sec-source H --format markdown"):
        ran = subprocess.run(
            [sys.executable, "-m", "secc", *command.split()], cwd=place, capture_output=True, check=True
        )
        assert _TURNS in ran.stdout.decode()
        assert "\x07" in ran.stdout.decode()
