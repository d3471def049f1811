"""`secc pack`: the zip, what is in it, and what is said where there can be none."""

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from secc.render.pack_files import JSON
from secc.render.pack_json import schema
from tests.cli.running import Shell
from tests.pack.small_code import FILES

TWO_DAYS = "2016-01-01-two-days"


def files(place: Path) -> dict[str, bytes]:
    """The files of a pack by their paths below its folder."""
    with ZipFile(place) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
        assert names == sorted(names)
        assert {name.partition("/")[0] for name in names} == {place.stem}
        return {name.partition("/")[2]: archive.read(name) for name in names}


def packed(small: Shell, name: str, *options: str) -> dict[str, bytes]:
    """The files of the pack of an instrument."""
    ran = small.secc("pack", name, *options)
    assert (ran.status, ran.err) == (0, "")
    return files(small.folder / f"{name}.zip")


def test_all_that_is_to_be_sent_out(small: Shell) -> None:
    """Each day has its own texts; what is revoked has no later text, and every digest is right."""
    made = packed(small, TWO_DAYS)
    about = {"README.docx", "README.html", "README.md", "SHA256SUMS", "pack.json"}
    formal = {f"formal-text.{form}" for form in ("docx", "html", "md")}
    texts = [
        "2016-03-01/section-H-clean", "2016-03-01/section-H-redline",
        "2016-05-01/section-H-clean", "2016-05-01/section-H-redline", "2016-05-01/appendix-B-redline",
        "day-not-known/section-H-clean", "day-not-known/section-H-redline",
    ]  # fmt: skip
    assert made.keys() == about | formal | {f"{text}.{form}" for text in texts for form in ("docx", "html", "pdf")}
    for line in made["SHA256SUMS"].decode().splitlines():
        digest, path = line.split("  ")
        assert hashlib.sha256(made[path]).hexdigest() == digest
    assert len(made["SHA256SUMS"].splitlines()) == len(made) - 1


def test_by_its_file_and_beside_a_folder_of_its_name(small: Shell) -> None:
    """A pack that was unpacked is a folder of the instrument's name; the name still means the instrument."""
    first = packed(small, TWO_DAYS)
    (small.folder / TWO_DAYS).mkdir()
    assert packed(small, TWO_DAYS) == first
    ran = small.secc("pack", f"sec-source/instruments/{TWO_DAYS}.sec", "-o", f"other/{TWO_DAYS}.zip")
    assert (ran.status, ran.err) == (0, "")
    assert files(small.folder / "other" / f"{TWO_DAYS}.zip") == first


def test_the_same_bytes_twice(small: Shell) -> None:
    first = packed(small, TWO_DAYS)
    zipped = (small.folder / f"{TWO_DAYS}.zip").read_bytes()
    assert packed(small, TWO_DAYS) == first
    assert (small.folder / f"{TWO_DAYS}.zip").read_bytes() == zipped


def test_the_json_is_as_its_schema_says(small: Shell) -> None:
    made = packed(small, TWO_DAYS)
    told = json.loads(made[JSON])
    Draft202012Validator(json.loads(schema())).validate(told)
    assert [stage["said"] for stage in told["stages"]] == [
        "1 March 2016", "1 May 2016", "a day that is not known yet",
    ]  # fmt: skip
    first, second, third = told["stages"]
    assert [each["content"] for each in first["provisions"]] == [["“within nine” becomes “within ten”"]]
    assert [each["section"] for each in second["provisions"]] == ["Section H1.2", "Appendix B"]
    assert [each["became"] for each in second["documents"]] == ["changed", "revoked"]
    assert third["assumed"]
    assert third["condition"] == "its day waits for event “The review ends”"
    assert {each["path"] for each in told["files"]} == made.keys() - {
        "README.docx", "README.html", "README.md", "SHA256SUMS", "pack.json",
    }  # fmt: skip


def test_every_link_of_the_summary_leads_to_a_file(small: Shell) -> None:
    made = packed(small, TWO_DAYS)
    page = made["README.html"].decode()
    links = [each.partition('"')[0] for each in page.split('href="')[1:]]
    assert links
    assert set(links) <= made.keys()
    assert all(f"](<{link}>)" in made["README.md"].decode() for link in links)


def test_the_schema_is_the_one_that_is_published(root: Path, update: bool) -> None:
    place = root / "docs" / "schemas" / "pack.schema.json"
    if update:
        place.write_bytes(schema())
    Draft202012Validator.check_schema(json.loads(schema()))
    assert place.read_bytes() == schema()


def test_a_draft_is_held_to_the_text_as_last_known(small: Shell) -> None:
    """Its renumbering leaves a reference behind, and its definition reaches other provisions."""
    told = json.loads(packed(small, "2017-01-01-renumbering")[JSON])
    assert told["standing"] == "a draft"
    (stage,) = told["stages"]
    questions = {each["topic"]: each["words"] for each in stage["questions"]}
    assert (
        questions["Reference to a former number"] == "Appendix A 1.1 refers to Section H1.3, which is now Section H1.4"
    )
    assert [each["names"] for each in stage["terms"]] == [["Service"]]
    users = [each["provisions"] for each in stage["terms"][0]["users"]]
    assert users == [["Section H1.2", "Section H1.4"]]


def test_the_text_last_known_is_that_known_on_the_day_asked_about(small: Shell) -> None:
    told = [json.loads(packed(small, TWO_DAYS, *options)[JSON]) for options in ((), ("--known", "2016-06-01"))]
    said = [(each["stages"][-1]["before"]["said"], each["stages"][-1]["before"]["day"]) for each in told]
    assert said == [
        ("as last known, of 1 June 2020", "2020-06-01"),
        ("as last known, of 1 May 2016", "2016-05-01"),
    ]


def test_others_on_the_same_day_are_told_apart(small: Shell) -> None:
    """Each is compared without the other: the earlier one as the text then stood, the later one from there."""
    first = json.loads(packed(small, "2020-06-01-early")[JSON])["stages"][0]
    then = json.loads(packed(small, "2020-06-01-late")[JSON])["stages"][0]
    assert [each["content"] for each in first["provisions"]] == [
        ["“promptly and” inserted after “DCC shall provide each Service”"]
    ]
    assert [each["content"] for each in then["provisions"]] == [
        ["“in any event” inserted after “provide each Service promptly and”"]
    ]
    assert first["after"]["said"] == "as at 1 June 2020, once this modification has effect"
    assert then["before"] == {**first["after"], "said": "as at 1 June 2020, before this modification"}
    assert [each["words"] for each in then["questions"] if each["topic"] == "Other changes on the same day"] == [
        "On the same day, before this, The earlier of two (2020-06-01-early) changes Section H too"
    ]


def test_texts_are_compared_by_who_provisions_are(small: Shell) -> None:
    """H1.3 is omitted, and another is put in under its number: that is no change of words, whatever they share."""
    again = b"""direction 2021-03-01-again: Again
made: 2021-03-01

1 omit Section H1.3
2 in Section H1, after Section H1.2 insert
  > H1.3 The Panel shall audit each Service in each year.
"""
    small.write({"instruments/2021-03-01-again.sec": again})
    made = packed(small, "2021-03-01-again")
    (stage,) = json.loads(made[JSON])["stages"]
    assert [(each["section"], each["content"], each["before"], each["after"]) for each in stage["provisions"]] == [
        ("Section H1.3", ["Omitted: The Panel shall review each Service in each year."], "section-H/H1.3", None),
        ("Section H1.3", ["New: The Panel shall audit each Service in each year."], None, "section-H/H1.3"),
    ]
    redline = made["2021-03-01/section-H-redline.html"].decode()
    assert ">Section H1.3: omitted <" in redline
    assert ">Section H1.3: inserted <" in redline


MORE = b"""direction 2021-01-01-more: More
made: 2021-01-01

1 in Clause 1.1 of Appendix A, for "migration" substitute "Migration"
"""


def questions(made: dict[str, bytes], topic: str) -> list[str]:
    """The open questions about something, in the order of the summary."""
    told = json.loads(made[JSON])
    every = [each for part in (*told["stages"], told) for each in part["questions"]]
    return [each["words"] for each in every if each["topic"] == topic]


def test_placeholders_in_the_text_are_open_questions(small: Shell) -> None:
    """Appendix A has one; it is told where the Appendix is affected, unless code.toml leaves the rule out there."""
    small.write({"instruments/2021-01-01-more.sec": MORE})
    told = questions(packed(small, "2021-01-01-more"), "Placeholder in the text")
    assert [each.partition(":")[0] for each in told] == ["Appendix A 1.2"]
    left_out = b'\n[check.files]\n"appendices/A.sec" = ["placeholder"]\n'
    small.write({"code.toml": FILES["code.toml"] + left_out})
    assert questions(packed(small, "2021-01-01-more"), "Placeholder in the text") == []


def test_what_the_change_brings_in_is_an_open_question(small: Shell) -> None:
    """A reference that leads nowhere; what was wrong before is not told."""
    broken = MORE.replace(b'"Migration"', b'"Section H9.9"')
    small.write({"instruments/2021-01-01-more.sec": broken})
    told = questions(packed(small, "2021-01-01-more"), "Finding that the change brings in")
    assert len(told) == 1
    assert told[0].startswith("Appendix A 1.1: ")
    assert told[0].endswith("(dangling-reference)")


def test_words_for_a_time_are_told(small: Shell) -> None:
    """They go again on a day, or when something happens."""
    until = b', until 2022-01-01\n2 in Clause 1.2 of Appendix A, for "agreed" substitute "set", until event "X"\n'
    small.write({"instruments/2021-01-01-more.sec": MORE.rstrip() + until})
    assert questions(packed(small, "2021-01-01-more"), "Words for a time") == [
        "Paragraph 1 has effect for a time, until 1 January 2022: its words go then",
        "Paragraph 2 has effect for a time, and its end waits for event “X”: its words go then",
    ]


def test_conflicts_with_what_is_in_flight(small: Shell) -> None:
    """Two drafts for the same words: each is told of the other, unless that is withdrawn."""
    draft = b"""modification 2021-02-01-one: One
status: draft
recorded: 2021-02-01

1 in Section H1.3, for "review" substitute "examine"
"""
    other = draft.replace(b"2021-02-01-one: One", b"2021-02-02-other: Other").replace(b"examine", b"inspect")
    small.write({"instruments/2021-02-01-one.sec": draft, "instruments/2021-02-02-other.sec": other})

    def told() -> list[str]:
        found = questions(packed(small, "2021-02-01-one"), "Conflict with another change")
        return [each for each in found if "2021-02-02-other" in each]

    assert len(told()) == 1
    assert told()[0].startswith("Same words: ")
    withdrawn = other.replace(b"status: draft", b"consulted: 2021-02-02\nwithdrawn: 2021-02-03")
    small.write({"instruments/2021-02-02-other.sec": withdrawn})
    assert told() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["2016-01-01-two-day"],
            "secc: there is no instrument 2016-01-01-two-day\n    = help: did you mean 2016-01-01-two-days",
        ),
        (["xyz"], "secc: there is no instrument xyz\n    = help: see the folder instruments of the Code\n"),
        (
            ["2019-01-01-withdrawn"],
            "secc: 2019-01-01-withdrawn was withdrawn before it had effect: there is nothing to send out\n    = help: ",
        ),
        (
            ["2018-01-01-impossible"],
            "secc: 2018-01-01-impossible cannot be carried out, so there is no pack of it:\n  paragraph 1: ",
        ),
        (
            [TWO_DAYS, "--known", "2015-06-01"],
            "secc: 2016-01-01-two-days had not been recorded by 1 June 2015: give a later day with --known\n",
        ),
        ([TWO_DAYS, "-o", "code/pack.zip"], "secc: code/pack.zip cannot be written: "),
    ],
)
def test_what_cannot_be_packed_is_said_and_nothing_written(small: Shell, arguments: list[str], said: str) -> None:
    (small.folder / "code").write_bytes(b"a file, and no folder")
    ran = small.secc("pack", *arguments)
    assert ran.status == 2
    assert ran.err.startswith(said)
    assert ran.out == ""
    assert not list(small.folder.glob("*.zip"))
    assert not list(small.folder.glob(".*"))


def test_a_report_is_held_to_the_pack(small: Shell) -> None:
    """By the name of the instrument, or by the zip; the list in the report lacks one document and names another."""
    packed(small, TWO_DAYS)
    report = "The following parts of the Code will be impacted:\n\n- Appendix A\n- Appendix B\n- Appendix C\n"
    (small.folder / "report.md").write_text(report)
    for about in (TWO_DAYS, f"{TWO_DAYS}.zip"):
        ran = small.secc("check", "--prose", "report.md", "--about", about, "--select", "list-not-as-changed")
        assert (ran.status, ran.err) == (1, "")
        assert "it lacks Section H; Appendix A, Appendix C did not change" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--prose", "report.md", "--about", "none"], "secc: there is no instrument none\n"),
        (["--prose", "report.md", "--about", "report.zip"], "secc: report.zip is no pack: make one with secc pack\n"),
        (["--prose", "report.md", "--about", "no.zip"], "secc: no.zip cannot be read: No such file or directory\n"),
        (["--about", "none"], "secc: --about is the change that letters are about: give --prose with it\n"),
    ],
)
def test_what_a_report_cannot_be_about(small: Shell, arguments: list[str], said: str) -> None:
    (small.folder / "report.md").write_text("A report.\n")
    (small.folder / "report.zip").write_bytes(b"no zip")
    ran = small.secc("check", *arguments)
    assert ran.status == 2
    assert ran.err.startswith(said)
