"""`secc citations`: the citations of a letter, a JSON object a line."""

import json

import pytest

from tests.cli.running import Shell
from tests.making import files_of

LETTER = """Dear Sir,

Further to Section H14.31(a) (Testing) of the Code, and to
Sections H14.36 to
H14.37, the DCC proposes a change to Clause 4.26 of the TMAD.

Service Request 12.1 is not affected. Yours, café
"""
TMAD = "appendix AL: Approach\nknown-as: TMAD\n\n4.26 Words.\n"


def rows(shell: Shell) -> list[dict[str, object]]:
    (shell.folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    ran = shell.secc("citations", "letter.txt")
    assert (ran.status, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_citation_is_a_line(shell: Shell) -> None:
    first, second = rows(shell)[:2]
    assert first == {
        "line": 3,
        "col": 12,
        "end_line": 3,
        "text": "Section H14.31(a)",
        "kind": "sec-clause",
        "targets": ["H14.31(a)"],
        "title": "Testing",
    }
    assert second == {
        "line": 4,
        "col": 1,
        "end_line": 5,
        "text": "Sections H14.36 to H14.37",
        "kind": "sec-clause",
        "targets": [{"from": "H14.36", "to": "H14.37"}],
    }


def test_documents_go_by_their_short_names_within_a_code(shell: Shell) -> None:
    assert [row["targets"] for row in rows(shell)[2:]] != [["Appendix AL/4.26"]]
    shell.write(files_of(TMAD))
    (row,) = rows(shell)[2:]
    assert (row["text"], row["kind"], row["targets"]) == (
        "Clause 4.26 of the TMAD",
        "sec-appendix",
        ["Appendix AL/4.26"],
    )


@pytest.mark.parametrize("text", ["", "\n", "No citations here: Type 1 Devices, SEC 4A, 20 Working Days.\n"])
def test_nothing_found_is_no_line(shell: Shell, text: str) -> None:
    (shell.folder / "letter.txt").write_text(text, encoding="utf-8")
    ran = shell.secc("citations", "letter.txt")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_the_code_may_be_elsewhere(shell: Shell) -> None:
    shell.write(files_of(TMAD))
    (shell.folder / "sec-source").rename(shell.folder / "law")
    (shell.folder / "letter.txt").write_text("Under Clause 4.26 of the TMAD.\n", encoding="utf-8")
    (row,) = map(json.loads, shell.secc("citations", "letter.txt", "--code", "law").out.splitlines())
    assert row["targets"] == ["Appendix AL/4.26"]
