"""What cannot be done is one clear line on standard error, and exit status 2."""

import subprocess
import sys
from pathlib import Path

import pytest

from secc.cli import COMMANDS
from tests.cli.running import Ran, Shell
from tests.making import files_of

SECTION = "section H: Services\n\n# H1 Services\n\nH1.1 Words.\n"
ON_THE_CODE = {
    "check": (),
    "fmt": (),
    "terms": (),
    "cites": ("H1.1",),
    "show": ("H1.1",),
    "redline": ("disk", "disk"),
    "merge": ("disk", "disk", "disk"),
    "export": ("text",),
    "build": (),
    "serve": (),
}
IN_TIME = {
    "amend": ("disk", "disk"),
    "apply": ("2022-11-03-more",),
    "conflicts": (),
    "designate": ("2022-11-03-more", "--number", "1.0"),
    "history": ("H1.1",),
    "log": (),
    "pack": ("2022-11-03-more",),
    "status": ("H1.1",),
    "verify": (),
    "who": ("Words", "H1.1"),
}
"""The commands that read instruments, most of them before any file of the Code (tests/cli/test_time.py)."""
NO_CODE = "there is no code.toml here or above: run secc where a code is, or name its folder with --code"


@pytest.fixture
def code(shell: Shell) -> Shell:
    shell.write(files_of(SECTION))
    return shell


def refused(ran: Ran) -> str:
    """The one line that was said."""
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("secc: ")
    assert ran.err.endswith("\n")
    assert ran.err.count("\n") == 1
    return ran.err.removeprefix("secc: ").removesuffix("\n")


EVERY = ON_THE_CODE | IN_TIME


@pytest.mark.parametrize("command", EVERY)
def test_no_code(shell: Shell, command: str) -> None:
    assert refused(shell.secc(command, *EVERY[command])) == NO_CODE


@pytest.mark.parametrize("command", EVERY)
def test_a_folder_without_a_code(shell: Shell, command: str) -> None:
    assert refused(shell.secc(command, *EVERY[command], "--code", "law")) == "there is no code.toml in law"


def test_every_command_that_reads_the_code_is_tried() -> None:
    assert set(EVERY) == set(COMMANDS) - {"citations", "explain", "rules"}


@pytest.mark.parametrize("command", ON_THE_CODE)
@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (b"titel = 1", "code.toml has no setting `titel`; there are title, short, notice, documents, "),
        (b"title = ", "code.toml cannot be read: Invalid value (at end of document)"),
        (b"\xff", "code.toml is not in UTF-8"),
    ],
    ids=["an unknown setting", "not TOML", "not UTF-8"],
)
def test_settings_that_cannot_be_read(code: Shell, command: str, contents: bytes, said: str) -> None:
    code.write({"code.toml": contents})
    assert refused(code.secc(command, *ON_THE_CODE[command])).startswith(said)


@pytest.mark.parametrize("command", sorted(set(ON_THE_CODE) - {"fmt"}))  # fmt goes on with the other files
@pytest.mark.parametrize(("contents", "line"), [(b"section H: \xff\n", 1), (b"section H: X\n\n\xe2\x80\n", 3)])
def test_a_file_that_is_not_utf_8(code: Shell, command: str, contents: bytes, line: int) -> None:
    code.write({"sections/H.sec": contents})
    said = f"sec-source/sections/H.sec is not in UTF-8: line {line} has a byte that is not text; save it as UTF-8"
    assert refused(code.secc(command, *ON_THE_CODE[command])) == said


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("sections/I.sec", "there is no file sections/I.sec"),
        ("sections", "sections cannot be read: Is a directory"),
        ("../H.sec", "../H.sec lies outside the folder of sources"),
        ("/etc/hostname", "/etc/hostname lies outside the folder of sources"),
    ],
)
def test_a_listed_file_that_cannot_be_read(code: Shell, path: str, said: str) -> None:
    code.write({"code.toml": f'title = "T"\nshort = "S"\ndocuments = ["{path}"]\n'.encode()})
    mend = "mend its name in `documents` of code.toml, or put the file there"
    assert refused(code.secc("check")) == f"{said}: {mend}"


def test_a_file_that_may_not_be_read(code: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == "H.sec":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert refused(code.secc("check")) == "sections/H.sec cannot be read: Permission denied"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--select", "no-such-rule"), "there is no rule `no-such-rule`"),
        (("check", "--ignore", "no-such-rule"), "there is no rule `no-such-rule`"),
        (("explain", "no-such-rule"), "there is no rule `no-such-rule`"),
        (
            ("explain", "dangling-referense"),
            "there is no rule `dangling-referense`; did you mean `dangling-reference`?",
        ),
        (("check", "sec-source/sections/I.sec"), "there is no file or folder sec-source/sections/I.sec"),
        (("check", "notes.txt"), "notes.txt is no document of this code: code.toml does not list it"),
        (("check", "--format", "xml"), "Invalid value for '--format': 'xml' is not one of "),
        (("check", "--fromat", "json"), "No such option '--fromat'"),
        (("show",), "Missing argument 'ADDRESS...'."),
        (("show", "H1.2"), "there is no H1.2 in the Code; the nearest are Section H1.1, Section H1"),
        (("cites", "Appendix AL"), "there is no Appendix AL in the Code; the nearest is Section H"),
        (("chekc",), "No such command 'chekc'"),
        (("citations", "missing.txt"), "missing.txt cannot be read: No such file or directory"),
        (("citations", "sec-source"), "sec-source cannot be read: Is a directory"),
        (("citations", "latin.txt"), "latin.txt is not in UTF-8: line 2 has a byte that is not text; save it as UTF-8"),
    ],
    ids=" ".join,
)
def test_what_is_asked_for_is_not_there(code: Shell, arguments: tuple[str, ...], said: str) -> None:
    (code.folder / "notes.txt").write_text("Notes.\n", encoding="utf-8")
    (code.folder / "latin.txt").write_bytes(b"Dear Sir,\ncaf\xe9\n")
    assert refused(code.secc(*arguments)).startswith(said)


def test_an_unknown_rule_in_the_settings(code: Shell) -> None:
    files = files_of(SECTION)
    code.write({"code.toml": files["code.toml"] + b'[check]\nignore = ["no-such-rule"]\n'})
    assert "there is no rule `no-such-rule`" in refused(code.secc("check"))


def test_nothing_asked_for_is_answered_with_help(shell: Shell) -> None:
    ran = shell.secc()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: ")


def test_an_answer_that_cannot_be_written(code: Shell) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "secc", "show", "H1.1"],
            cwd=code.folder,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert refused(Ran(ran.returncode, "", ran.stderr)).endswith("cannot be written: No space left on device")
