"""The register of works outside the Code: what it reads, how a work is found in it, what it refuses."""

import pytest

from secc.code.standards import RegisteredKind, RegisteredWork, WorkStatus, plain, read_register
from secc.diagnostics import CannotProceed
from secc.history import Folder, Memory
from tests.conftest import ROOT

ACT = '[[work]]\ntitle = "Energy Act 2008"\nkind = "act"\n'
OLD = """
[[work]]
title = "Requirements"
kind = "standard"
number = "ISO/IEC 27001:2013"
published = 2013-10-01
status = "superseded"
since = 2022-10-25
superseded-by = ["ISO/IEC 27001:2022"]
"""
NEW = """
[[work]]
title = "Requirements"
kind = "standard"
number = "ISO/IEC 27001:2022"
short-names = ["ISMS standard"]
published = "2022-10"
where = "https://example.com"
"""


def register(text: str) -> Memory:
    return Memory({"standards.toml": text.encode()})


def test_without_a_file_it_is_empty() -> None:
    assert read_register(Memory({})).works == ()


def test_every_setting_is_read() -> None:
    assert read_register(register(OLD + NEW)).works == (
        RegisteredWork(
            title="Requirements",
            kind=RegisteredKind.STANDARD,
            number="ISO/IEC 27001:2013",
            published="2013-10-01",
            status=WorkStatus.SUPERSEDED,
            since="2022-10-25",
            superseded_by=("ISO/IEC 27001:2022",),
        ),
        RegisteredWork(
            title="Requirements",
            kind=RegisteredKind.STANDARD,
            number="ISO/IEC 27001:2022",
            short_names=("ISMS standard",),
            published="2022-10",
            where="https://example.com",
        ),
    )


@pytest.mark.parametrize("text", [OLD + NEW, NEW + OLD])
def test_a_standard_without_its_year_is_the_current_edition(text: str) -> None:
    works = read_register(register(text))
    for name in ("ISO/IEC 27001", "ISO/IEC 27001:2022", "ISMS  standard"):
        found = works.find(name)
        assert found is not None
        assert found.number == "ISO/IEC 27001:2022"
    assert works.find("Requirements") is None


def test_a_standard_without_a_current_edition_is_the_latest() -> None:
    older = OLD.replace("2013", "2005").replace("2022", "2013")
    found = read_register(register(OLD + older)).find("ISO/IEC 27001")
    assert found is not None
    assert found.number == "ISO/IEC 27001:2013"


@pytest.mark.parametrize("name", ["Energy Act 2008", "Energy Act, 2008", "Energy Act of 2008", "ENERGY ACT 2008"])
def test_a_title_is_found_however_it_is_written(name: str) -> None:
    found = read_register(register(ACT)).find(name)
    assert found is not None
    assert found.in_words == "the Energy Act 2008"


@pytest.mark.parametrize("name", ["Energy Act", "Energy Act 2004", "Energy", ""])
def test_nothing_else_is(name: str) -> None:
    assert read_register(register(ACT)).find(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Plumbers, Gasfitters & Drainlayers Act 1976", "Plumbers, Gasfitters, and Drainlayers Act, 1976"),
        ("Regulation (EC) No. 715/2009", "Regulation (EC) 715/2009"),
        ("Employers’ Liability Act 1969", "Employers' Liability Act 1969"),
    ],
)
def test_names_that_differ_in_their_signs_alone_are_one(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("since", "as_at", "current"),
    [
        ("2019-09-22", "2019-09-21", True),
        ("2019-09-22", "2019-09-22", False),
        ("2019-09", "2019-08-31", True),
        ("2019-09", "2019-09-01", False),
        ("2019", "2018-12-31", True),
        ("2019", "2019-01-01", False),
        ("2019", "", False),
        ("", "2019-01-01", False),
    ],
)
def test_a_work_is_current_until_it_is_superseded(since: str, as_at: str, *, current: bool) -> None:
    work = RegisteredWork(title="Old", kind=RegisteredKind.CODE, status=WorkStatus.WITHDRAWN, since=since)
    assert work.is_current(as_at) is current


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (ACT + 'titel = "x"', '"Energy Act 2008" in standards.toml has no setting `titel`; there are title, kind, '),
        ("[[works]]", "standards.toml has no setting `works`; there are work"),
        ("work = 1", "each work in standards.toml is to be a table of its own: [[work]]"),
        ("[[work]]\n" + ACT, "work 1 in standards.toml is to say its `title`, as text in quotes"),
        (ACT.replace('"act"', '"acts"'), '`kind` of "Energy Act 2008" in standards.toml is to be one of act, regulat'),
        ('[[work]]\ntitle = "Energy Act 2008"', '`kind` of "Energy Act 2008" in standards.toml is to be one of act, '),
        (
            ACT + 'status = "old"',
            '`status` of "Energy Act 2008" in standards.toml is to be one of current, superseded, ',
        ),
        (ACT + "since = 2008-01-01", '"Energy Act 2008" in standards.toml is current: say its `status`, or leave out '),
        (ACT + 'status = "superseded"', '"Energy Act 2008" in standards.toml is superseded: say by what, as '),
        (ACT + 'published = "May 2008"', '`published` of "Energy Act 2008" in standards.toml is to be a date such as '),
        (
            ACT.replace("Energy", "Ener\u202egy"),
            "`title` of work 1 in standards.toml holds a character that turns the direction of the text (U+202E), ",
        ),
        (
            ACT + 'short-names = ["E\u3164A"]',
            '`short-names` of "Energy Act 2008" in standards.toml holds a hidden character (U+3164), ',
        ),
        (ACT + "number = 32", '`number` of "Energy Act 2008" in standards.toml is to be text in quotes'),
        (ACT + 'short-names = "EA"', '`short-names` of "Energy Act 2008" in standards.toml is to be a list of texts'),
        (ACT + ACT, 'standards.toml has two works that are called "Energy Act 2008"'),
        ("[[work", "standards.toml cannot be read: "),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, refusal: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        read_register(register(text))
    assert str(refused.value).startswith(refusal)


def test_other_bytes_than_text_are_refused() -> None:
    with pytest.raises(CannotProceed, match=r"standards\.toml is not in UTF-8"):
        read_register(Memory({"standards.toml": b"\xff"}))


def test_what_supersedes_a_work_of_the_sample_is_in_its_register_too() -> None:
    works = read_register(Folder(ROOT / "sec-source"))
    successors = {name for work in works.works for name in work.superseded_by if not name.startswith("RFC ")}
    assert successors
    assert [name for name in successors if works.find(name) is None] == []
