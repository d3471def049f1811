"""`secc redline`: what BEFORE and AFTER may be, and what is said where there is no such thing."""

from pathlib import Path

import msgspec
import pytest

from secc.compare import State
from secc.render.redline_json import JsonRedline
from tests.cli.running import Shell
from tests.redline.small_code import FIRST, NOW, commit


def made(code: Shell, *arguments: str) -> JsonRedline:
    """The redline as JSON."""
    ran = code.secc("redline", *arguments, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    return msgspec.json.decode(ran.out, type=JsonRedline)


def words(answer: JsonRedline) -> str:
    """The words that changed, in git's notation."""
    signs = {State.DELETED: ("[-", "-]"), State.INSERTED: ("{+", "+}")}
    blocks = [block for document in answer.documents for block in document.blocks]
    found = (each for block in blocks for each in block.words if each.state in signs)
    return "".join(f"{signs[each.state][0]}{each.text}{signs[each.state][1]}" for each in found)


def test_two_days(code: Shell) -> None:
    ran = code.secc("redline", "2015-06-01", "2016-12-31", "Section H")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(
        "Redline of Section H, from the text as at 1 June 2015 to the text as at 31\nDecember 2016\n"
    )
    assert "| H1.1     The DCC shall provide the Services to each [-User-]{+Import" in ran.out


def test_a_day_as_it_was_known(code: Shell) -> None:
    """The direction of 25 May 2016 was not known on the 24th."""
    assert words(made(code, "2015-06-01", "2016-12-31", "--known", "2016-05-24")) == ""
    assert words(made(code, "2015-06-01", "2016-12-31", "--known", "2016-05-25")) == "[-User-]{+Import Supplier+}"


def test_variations_only_where_they_are_asked_for(code: Shell) -> None:
    assert words(made(code, "2017-06-01", "2018-06-01")) == ""
    assert words(made(code, "2017-06-01", "2018-06-01", "--effective")) == "[-year-]{+month+}"
    assert words(made(code, "2018-06-01", "2019-06-01", "--effective")) == "[-month-]{+year+}"


def test_two_days_are_compared_by_who_provisions_are(code: Shell) -> None:
    """H1.2 was omitted, and another inserted in its place; of a file nobody knows who its provisions are."""
    instruments = code.folder / "sec-source" / "instruments"
    head = "by: the Secretary of State\nunder: Section X3\nmade: 2020-03-01\nrecorded: 2020-03-01\n"
    operations = "1 omit Section H1.2, from 2020-03-01\n2 from 2020-04-01, in Section H1, after Section H1.1 insert\n"
    (instruments / "2020-03-01-charges.sec").write_text(
        f"modification 2020-03-01-charges: Charges\n{head}\n{operations}  > H1.2 The DCC shall charge nothing.\n"
    )
    apart = "[-The DCC shall publish its charges.-]{+The DCC shall charge nothing.+}"
    assert words(made(code, "2020-02-15", "2020-04-15", "Section H")) == apart
    (code.folder / "now.sec").write_bytes(NOW)
    assert words(made(code, "now.sec", "2020-04-15")) == "[-publish its charges-]{+charge nothing+}"


def test_versions_of_the_code_and_of_a_document(code: Shell) -> None:
    whole = made(code, "1.0", "2.0")
    assert whole.before.said == "of version 1.0, in effect 1 January 2015"
    assert [each.title for each in whole.documents] == ["Section H: DCC Services", "Appendix A: Migration"]
    assert whole.documents[1].before is None
    assert words(made(code, "H@1.0", "2.0")) == words(made(code, "1.0", "2.0", "H"))
    assert made(code, "H@1.0", "disk").of == "Section H"


def test_the_same_text_however_it_is_reached(code: Shell) -> None:
    commit(code.folder)
    (code.folder / "now.sec").write_bytes(NOW)
    same = words(made(code, "2015-06-01", "disk", "H"))
    assert same == "[-User-]{+Import Supplier+}{+The DCC shall publish its charges.+}"
    for after in ("2019-06-01", "2.0", "draft", "HEAD", "sec-source", "now.sec", "H@1.0"):
        expected = "" if after == "H@1.0" else same
        assert words(made(code, "2015-06-01", after, "H")) == expected, after


def test_two_files_without_a_code(tmp_path: Path, shell: Shell) -> None:
    for name, text in (("old.sec", FIRST), ("new.sec", NOW)):
        (tmp_path / name).write_bytes(text)
    answer = made(shell, "old.sec", "new.sec")
    assert (answer.of, answer.before.said) == ("Section H", "in old.sec")
    assert answer.tally.renumbered == 1


def test_a_provision_by_its_old_number(code: Shell) -> None:
    """H1.2 is another provision now; what it was is found by the number that it has now."""
    assert made(code, "1.0", "2.0", "H1.3").of == "Section H1.3 (before: Section H1.2)"
    assert made(code, "2.0", "1.0", "H1.3").of == "Section H1.2 (before: Section H1.3)"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("3.0", "disk"), "there is no version 3.0 in the document log; the nearest are 1.0, 2.0"),
        (("Appendix A@4.0", "disk"), "Appendix A never had a version 4.0; the nearest is 1.0"),
        (("2014-01-01", "disk"), "there was no Code yet on 1 January 2014; its first day is 1 January 2015"),
        (("2014-02-30", "disk"), "2014-02-30 is no day of the calendar"),
        (("1.0", "disk", "H7"), "there is no H7 in the Code; the nearest are Section H, Section H1"),
        (
            ("1.0", "disk", "--known", "2016-01-01"),
            "--known is about days, and neither 1.0 nor disk is one: write 2016-11-10",
        ),
        (("sec-source/sections", "disk"), "there is no code.toml in sec-source/sections, so it is no folder of a code"),
        (
            ("1.0", "disk", "-o", "occupied/x.html"),
            "occupied/x.html cannot be written: something in its path is a file, and no folder",
        ),
    ],
)
def test_what_cannot_be_done(code: Shell, arguments: tuple[str, ...], said: str) -> None:
    (code.folder / "occupied").write_bytes(b"")
    ran = code.secc("redline", *arguments)
    assert (ran.status, ran.out, ran.err) == (2, "", f"secc: {said}\n")


def test_a_name_of_nothing(code: Shell) -> None:
    commit(code.folder)
    ran = code.secc("redline", "nonsense", "disk")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(
        "secc: nonsense is no day, version, folder or file, and there is no revision nonsense; there are main, draft\n"
        "    = help: give a day (2016-11-10), a version (27.0, AL@6.0), a git revision,"
    )


def test_the_form_follows_the_name_of_the_file(code: Shell) -> None:
    for name, start in (("a.html", b"<!doctype html>"), ("a.md", b"## Redline"), ("a.json", b"{"), ("a", b"Redline")):
        assert code.secc("redline", "1.0", "2.0", "-o", name).status == 0
        assert (code.folder / name).read_bytes().startswith(start)


def test_the_same_bytes_each_time(code: Shell) -> None:
    for form in ("text", "html", "markdown", "json"):
        first, second = (code.secc("redline", "1.0", "2.0", "--format", form).out for _ in range(2))
        assert first == second != ""


def test_a_redline_of_a_redline(code: Shell) -> None:
    """What a draft had of the base, and what became of that."""
    final = NOW.replace(b"its charges.", b"its Charges.").replace(b"each Import Supplier", b"each User")
    (code.folder / "final.sec").write_bytes(final)
    answer = made(code, "disk", "final.sec", "--against", "1.0")
    assert [(each.name, each.what) for each in answer.entries] == [
        ("Section H1.1", "changed; the second text is as the base"),
        ("Section H1.2", "changed; not in the base"),
    ]
    assert answer.against is not None
    assert (answer.against.said, answer.standing) == ("of version 1.0, in effect 1 January 2015", 1)


def test_two_drafts_that_clash(code: Shell) -> None:
    """Both texts stand in place, and with them what they were made from."""
    for name, said in (("one", b"every Supplier"), ("other", b"no Party"), ("base", b"each User")):
        (code.folder / f"{name}.sec").write_bytes(FIRST.replace(b"each User", said))
    out = " ".join(code.secc("redline", "one.sec", "other.sec", "--against", "base.sec").out.replace("|", "").split())
    assert "(changed from the base in both, which clash)" in out
    assert "(in the base: “The DCC shall provide the Services to each User.”)" in out
    assert "[-every Supplier-]{+no Party+}" in out
