"""`secc export`: a document or the whole Code, of a day or of a version, whole or not at all."""

import csv
import io
import json
from html import escape
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from tests.cli.running import Shell, good
from tests.export.reading import Table, table, tables, text
from tests.export.validating import faults
from tests.making import files_of
from tests.site.codes import HOSTILE, files
from tests.site.history import history_files

FOLDER = ("code.json", "definitions/device.json", "instruments/2020-01-01-first.json", "versions/1.0.json")


@pytest.fixture
def code(shell: Shell) -> Shell:
    shell.write(history_files())
    return shell


def exported(code: Shell, *arguments: str) -> str:
    return good(code.secc("export", *arguments))


def loaded(code: Shell, *arguments: str) -> Table:
    printed = exported(code, "json", *arguments)
    assert faults(printed.encode()) == []
    return table(json.loads(printed))


def refused(code: Shell, *arguments: str) -> str:
    ran = code.secc("export", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    return ran.err.removeprefix("secc: ").rstrip("\n")


def clause(document: Table, address: str) -> Table:
    return next(
        each for sub in tables(document["content"]) for each in tables(sub["content"]) if each["address"] == address
    )


def test_a_document_of_a_day(code: Shell) -> None:
    found = loaded(code, "--document", "H", "--as-at", "2021-04-01")
    assert (found["as_at"], found["known"], found["next_change"]) == ("2021-04-01", None, "2022-06-01")
    assert clause(found, "section-H/H1.1")["text"] == "The DCC shall test every meter."
    told = clause(found, "section-H/H1.1")
    assert told["identity"] == "section-H/H1.1"
    assert told["referred_to_by"] == ["section-H/H2.1"]
    (change,) = [each for each in tables(told["history"]) if each["what"] == "changed"]
    assert change == {
        "day": "2021-02-01",
        "what": "changed",
        "address": "section-H/H1.1",
        "before": "section-H/H1.1",
        "by": [{"instrument": "2021-02-01-meters", "paragraph": "1"}],
    }
    (paragraph,) = [each for each in tables(clause(found, "section-H/H1.2")["content"]) if each["label"] == "(b)"]
    status = table(paragraph["status"])
    assert status["state"] == "suspended"
    assert status["by"] == [{"instrument": "2021-02-01-meters", "paragraph": "2"}]


def test_a_document_as_was_known(code: Shell) -> None:
    found = loaded(code, "--document", "H", "--as-at", "2022-06-01", "--known", "2021-02-28")
    assert clause(found, "section-H/H1.3")["text"] == "The DCC shall tell each person."
    assert "2022-06-01" not in json.dumps(found["content"])
    found = loaded(code, "--document", "H", "--as-at", "2022-06-01")
    assert clause(found, "section-H/H1.3")["text"] == "The DCC shall tell every person."


def test_variations_hold_unless_the_base_text_is_asked_for(code: Shell) -> None:
    assert "outcomes" in exported(code, "text", "--document", "H", "--as-at", "2021-04-01")
    assert "outcomes" not in exported(code, "text", "--document", "H", "--as-at", "2021-04-01", "--base")


def test_a_version_of_a_document_and_of_the_code(code: Shell) -> None:
    assert "every meter" not in exported(code, "text", "--document", "H@1.0")
    assert "each meter" in exported(code, "text", "--version", "1.0")
    assert "every meter" in exported(code, "text", "--version", "2.0", "--document", "H")


def test_text_is_as_secc_show_prints_it(code: Shell) -> None:
    shown = code.secc("show", "Section H", "--as-at", "2021-04-01").out
    printed, coming = exported(code, "text", "--document", "H", "--as-at", "2021-04-01").split("\nNext change: ")
    assert shown.startswith(printed)
    assert coming == "1 June 2022.\n"


def test_the_whole_code_in_one_file_and_in_a_folder(code: Shell) -> None:
    whole = loaded(code)
    assert {text(each["printed"]) for each in tables(whole["documents"])} == {"Section A", "Section H"}
    assert exported(code, "json", "-o", "out/") == ""
    written = {str(path.relative_to("out")): path.read_bytes() for path in Path("out").rglob("*.json")}
    assert {"section-A.json", "section-H.json", *FOLDER} - {"definitions/device.json"} <= set(written)
    assert all(faults(each) == [] for each in written.values())
    about = json.loads(written["code.json"])
    assert [each["data"] for each in about["documents"]] == ["section-A.json", "section-H.json"]
    assert about["version"] == "2.0"
    lists = ("documents", "terms", "instruments", "versions")
    assert {text(line["data"]) for each in lists for line in tables(about[each])} == written.keys() - {"code.json"}


def test_pdf_and_word_files_hold_the_text(code: Shell) -> None:
    for form in ("pdf", "docx"):
        assert exported(code, form, "--document", "H", "--as-at", "2021-04-01", "-o", f"H.{form}") == ""
        assert exported(code, form, "-o", f"code.{form}") == ""
        assert exported(code, form, "-o", "each/") == ""
    for name in ("H.pdf", "code.pdf", "each/section-H.pdf"):
        assert "shall test every meter" in " ".join(page.extract_text() for page in PdfReader(name).pages)
    for name in ("H.docx", "code.docx", "each/section-H.docx"):
        with ZipFile(name) as found:
            assert "shall test every meter" in found.read("word/document.xml").decode()


def test_pdf_and_word_files_say_once_what_readers_are_told_of_their_standing(code: Shell) -> None:
    for named in (("--document", "H"), ()):
        for form in ("pdf", "docx"):
            exported(code, form, *named, "-o", f"told.{form}")
        assert "".join(page.extract_text() for page in PdfReader("told.pdf").pages).count("This is no law.") == 1
        with ZipFile("told.docx") as found:
            assert found.read("word/document.xml").decode().count("This is no law.") == 1


def test_pdf_and_word_files_of_a_day_say_what_is_not_plainly_in_effect(code: Shell) -> None:
    suspended = "‖ Suspended from 1 February 2021 (paragraph 2 of All <i>meters</i>)"
    for day, times in (("2021-04-01", 1), ("2020-04-01", 0)):
        for document in ((), ("--document", "H")):
            for form in ("pdf", "docx"):
                exported(code, form, *document, "--as-at", day, "-o", f"H.{form}")
            assert "".join(page.extract_text() for page in PdfReader("H.pdf").pages).count(suspended) == times
            with ZipFile("H.docx") as found:
                assert found.read("word/document.xml").decode().count(escape(suspended, quote=False)) == times
    exported(code, "docx", "--as-at", "2021-04-01", "--known", "2021-01-01", "-o", "known.docx")
    with ZipFile("known.docx") as found:
        assert "Suspended" not in found.read("word/document.xml").decode()


def test_the_same_bytes_every_time(code: Shell) -> None:
    for form in ("json", "text", "pdf", "docx"):
        for out in ("one/", "two/"):
            exported(code, form, "-o", out)
    one, two = ({path.name: path.read_bytes() for path in Path(out).rglob("*.*")} for out in ("one", "two"))
    assert one == two
    assert len(one) > 8


def test_tables_are_rfc_4180(code: Shell) -> None:
    printed = exported(code, "csv", "--of", "references")
    assert printed.startswith("\ufefffrom,from_address,words,kind,to,to_address")
    assert printed.count("\r\n") == printed.count("\n")
    (row,) = csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"), newline=""))
    assert (row["from_address"], row["words"], row["to_address"]) == (
        "section-H/H2.1",
        "Section H1.1",
        "section-H/H1.1",
    )


def test_no_cell_is_a_formula(shell: Shell) -> None:
    text = """section A: =1+1

# A1 @SUM(A1)

A1.1 In this Code:

  define "=HYPERLINK(""http://e.org"",""x"")" means +1.

  define "-2+3" means "a, ""quoted"" word".

  define "Device" means =cmd|' /C calc'!A0.
"""
    shell.write(files_of(text.replace('""', "'")))
    assert shell.secc("export", "csv", "-o", "out/").status == 0
    rows = list(csv.reader(io.StringIO(Path("out/terms.csv").read_text(encoding="utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert len(rows) == 4
    assert {cell[:2] for cell in cells if cell[:1] == "'"} == {"'=", "'-"}
    assert not any(cell[:1] in "=+-@\t\r" for cell in cells if cell)


def test_a_hostile_code_stays_data(shell: Shell) -> None:
    shell.write(files(HOSTILE))
    assert shell.secc("export", "json", "-o", "out/").status == 0
    (about,) = Path("out").glob("code.json")
    assert "<script>alert(1)</script>" in json.loads(about.read_text("utf-8"))["documents"][0]["title"]
    assert all(faults(path.read_bytes()) == [] for path in Path("out").rglob("*.json"))
    assert {path.parent.name for path in Path("out").rglob("*")} <= {"out", "definitions"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("json", "--document", "H1.1"), "Section H1.1 is no document: name Section H, or use secc show"),
        (("json", "--document", "K"), "there is no K in the Code; the nearest are Section A, Section H"),
        (("json", "--document", "H@9.9"), "Section H never had a version 9.9; the nearest are 1.0, H1.0, H2.0"),
        (("json", "--version", "9.9"), "there is no version 9.9 in the document log; the nearest are 1.0, 2.0"),
        (("json", "--version", "the last"), "the last is no version of the Code: write it as 27.0"),
        (
            ("json", "--version", "1.0", "--as-at", "2020-01-01"),
            "version 1.0 has its own day: leave out --as-at and --known",
        ),
        (
            ("json", "--version", "1.0", "--document", "H@2.0"),
            "--version says which text it is already: name the document without a version of its own",
        ),
        (("csv",), "csv is two tables: name one with --of terms or --of references, or a folder with -o"),
        (("text", "--of", "terms"), "--of names a table, and text has none: leave it out, or ask for csv"),
        (("json", "--as-at", "2019-01-01"), "there was no Code yet on 1 January 2019; its first day is 1 January 2020"),
        (
            ("pdf", "-o", "sec-source/code.toml/x.pdf"),
            "sec-source/code.toml/x.pdf cannot be written: something in its path is a file, and no folder",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(code: Shell, arguments: tuple[str, ...], said: str) -> None:
    before = sorted(Path().rglob("*"))
    assert refused(code, *arguments) == said
    assert sorted(Path().rglob("*")) == before


def test_without_instruments_there_is_no_other_day(shell: Shell) -> None:
    shell.write(files_of("section H: Services\n\n# H1 Services\n\nH1.1 Words.\n"))
    assert loaded(shell)["documents"]
    assert refused(shell, "json", "--as-at", "2020-01-01").startswith("there are no instruments")
