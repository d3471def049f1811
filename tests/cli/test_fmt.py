"""`secc fmt`: what it writes, what it says, and how it ends."""

import io
import shutil
import stat
import sys

import pytest

from secc.cli import fmt
from tests.cli.running import Shell

LOOSE = "section H: DCC Services\nH1.1   The “DCC”  shall:\n\n  (a) act; and\n\n  (b) report."
SETTLED = 'section H: DCC Services\n\nH1.1 The "DCC" shall:\n  (a) act; and\n  (b) report.\n'
BROKEN = "section H: DCC Services\n\n# Testing\n"
FILES = {
    "code.toml": b'title = "A Code"\nshort = "AC"\ndocuments = ["H.sec", "I.sec"]\n',
    "H.sec": LOOSE.encode(),
    "I.sec": SETTLED.replace("H", "I").encode(),
}


@pytest.fixture
def code(shell: Shell) -> Shell:
    """A shell beside a code with a document that is settled and one that is not."""
    shell.write(FILES)
    return shell


def contents(code: Shell, name: str) -> bytes:
    return (code.folder / "sec-source" / name).read_bytes()


def test_every_document_of_the_code_is_settled(code: Shell) -> None:
    ran = code.secc("fmt")
    assert (ran.status, ran.out) == (0, "settled sec-source/H.sec\n1 changed, 1 unchanged\n")
    assert contents(code, "H.sec") == SETTLED.encode()
    assert code.secc("fmt").out == "0 changed, 2 unchanged\n"


def test_check_lists_what_would_change_and_writes_nothing(code: Shell) -> None:
    ran = code.secc("fmt", "--check")
    assert (ran.status, ran.out) == (1, "sec-source/H.sec\n")
    assert contents(code, "H.sec") == LOOSE.encode()
    assert code.secc("fmt", "--check", "sec-source/I.sec").status == 0


def test_diff_shows_what_would_change_and_writes_nothing(code: Shell) -> None:
    ran = code.secc("fmt", "--diff")
    assert ran.status == 1
    assert '+H1.1 The "DCC" shall:' in ran.out.splitlines()
    assert contents(code, "H.sec") == LOOSE.encode()


def test_a_folder_stands_for_the_files_in_it(code: Shell) -> None:
    assert code.secc("fmt", ".").out == "settled sec-source/H.sec\n1 changed, 1 unchanged\n"


def test_standard_input_goes_to_standard_output(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for given in (LOOSE, SETTLED):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        assert shell.secc("fmt", "-").out == SETTLED
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LOOSE.encode())))
    assert shell.secc("fmt", "--check", "-").status == 1


@pytest.mark.parametrize("given", [b"\xef\xbb\xbf" + SETTLED.encode(), SETTLED.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_other_line_ends_are_settled(code: Shell, given: bytes) -> None:
    code.write({"I.sec": given})
    assert code.secc("fmt", "--check", "sec-source/I.sec").status == 1
    code.secc("fmt", "sec-source/I.sec")
    assert contents(code, "I.sec") == SETTLED.encode()


def test_a_file_with_errors_is_left_and_the_others_are_settled(code: Shell) -> None:
    code.write({"I.sec": BROKEN.encode()})
    ran = code.secc("fmt")
    assert ran.status == 2
    assert ran.err == "secc: sec-source/I.sec:3:1: this heading has no number; the file is left as it is\n"
    assert ran.out == "settled sec-source/H.sec\n1 changed, 0 unchanged, 1 left as it is\n"
    assert contents(code, "I.sec") == BROKEN.encode()


def test_what_cannot_be_read_is_one_line(code: Shell) -> None:
    code.write({"I.sec": b"section I: \xff\n"})
    ran = code.secc("fmt", "nowhere.sec", "sec-source/I.sec")
    assert ran.status == 2
    missing, unreadable = ran.err.splitlines()
    assert missing == "secc: there is no file nowhere.sec"
    assert unreadable.startswith("secc: sec-source/I.sec is not in UTF-8: line 1 ")


def test_a_file_is_written_whole_with_its_permissions_or_not_at_all(
    code: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = code.folder / "sec-source" / "H.sec"
    path.chmod(0o640)

    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copymode", full)
        ran = code.secc("fmt")
    assert (ran.status, ran.err) == (2, "secc: sec-source/H.sec cannot be written: no space left on device\n")
    assert path.read_bytes() == LOOSE.encode()
    assert {each.name for each in path.parent.iterdir()} == set(FILES)

    code.secc("fmt")
    assert path.read_bytes() == SETTLED.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_change_of_meaning_is_refused(code: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fmt, "formatted", lambda _source, _parsed: SETTLED.replace("act", "rest"))
    ran = code.secc("fmt", "sec-source/H.sec")
    assert ran.status == 2
    assert "would change what it says" in ran.err
    assert contents(code, "H.sec") == LOOSE.encode()


INSTRUMENT = "// why\ndirection 2020-09-17-a: A\nfrom: 17 September 2020\n\n1. Delete “B” from Section H1.1.\n"
PRINTED = '// why\ndirection 2020-09-17-a: A\nfrom: 2020-09-17\n\n1 in Section H1.1, omit "B"\n'


def test_an_instrument_is_printed_in_its_one_form(code: Shell) -> None:
    code.write({"instruments/2020-09-17-a.sec": INSTRUMENT.encode()})
    ran = code.secc("fmt", "sec-source/instruments")
    assert (ran.status, ran.out) == (0, "settled sec-source/instruments/2020-09-17-a.sec\n1 changed, 0 unchanged\n")
    assert contents(code, "instruments/2020-09-17-a.sec") == PRINTED.encode()
    assert code.secc("fmt").out.endswith("settled sec-source/H.sec\n1 changed, 2 unchanged\n")


def test_an_instrument_with_faults_is_left_as_it_is(code: Shell) -> None:
    wrong = INSTRUMENT.replace("Delete", "Dleete")
    code.write({"instruments/2020-09-17-a.sec": wrong.encode()})
    ran = code.secc("fmt", "sec-source/instruments/2020-09-17-a.sec")
    assert ran.status == 2
    assert ran.err == (
        'secc: sec-source/instruments/2020-09-17-a.sec:5:4: this operation cannot be read from "Dleete" on; '
        "the file is left as it is\n"
    )
    assert contents(code, "instruments/2020-09-17-a.sec") == wrong.encode()
