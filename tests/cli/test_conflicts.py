"""`secc conflicts`: what is in flight together, here and on other branches, and rebasing."""

import json

import pytest
from git import Actor, Repo

from tests.cli.history import HISTORY, modification
from tests.cli.running import Shell

DRAFT = "recorded: 2020-03-01\nstatus: draft\nfrom: 2021-01-01"
WORDS = '1 in Section A1.1, for "keep a register" substitute "{}"'
LOG = """
[[version]]
number = "1.0"
in-effect = 2020-01-01
published = 2020-01-01
recorded = 2020-01-01
instruments = ["2020-01-01-first"]
code = ""
chain = ""
[version.documents]
section-A = {{ version = "1.0", digest = "{}" }}
"""


@pytest.fixture
def code(shell: Shell) -> Shell:
    """A code with a first designation."""
    shell.write(HISTORY)
    return shell


def conflicts(code: Shell, *more: str) -> list[tuple[str, str | None]]:
    """The kinds of conflicts, and the day from which each bites."""
    ran = code.secc("conflicts", "--as-at", "2020-06-01", "--format", "json", *more)
    found = json.loads(ran.out)["conflicts"]
    assert ran.status == (1 if found else 0)
    return [(each["kind"], each["bites"]) for each in found]


def test_what_touches_different_words_goes_together(code: Shell) -> None:
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), DRAFT))
    code.write(modification("2020-03-01-two", '1 in Section A1.2, for "tell" substitute "inform"', DRAFT))
    assert conflicts(code) == []
    assert (
        "no conflict among 2 instruments in flight on 1 June 2020"
        in code.secc("conflicts", "--as-at", "2020-06-01").out
    )


def test_what_is_decided_for_two_days_is_told_where_the_text_of_the_later_shows_it(code: Shell) -> None:
    law = "recorded: 2020-03-01\nfrom: {}"
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), law.format("2021-01-01")))
    code.write(
        modification("2020-03-01-two", '1 in Section A1.1, for "a book" substitute "two"', law.format("2021-02-01"))
    )
    assert conflicts(code) == []
    code.write(modification("2020-03-01-two", WORDS.format("hold a register"), law.format("2021-02-01")))
    assert conflicts(code) == [("cannot be carried out", "2021-02-01"), ("same words", "2021-02-01")]


def test_the_same_words(code: Shell) -> None:
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), DRAFT))
    code.write(modification("2020-03-01-two", WORDS.format("hold a register"), DRAFT))
    assert conflicts(code) == [("same words", "2021-01-01")]
    out = code.secc("conflicts", "--as-at", "2020-06-01").out
    assert "Section A1.1: paragraph 1 of 2020-03-01-one" in out
    assert "Section A1.1: paragraph 1 of 2020-03-01-two" in out


def test_the_same_number(code: Shell) -> None:
    for name in ("2020-03-01-one", "2020-03-01-two"):
        insert = f"1 in Section A1, after Section A1.2 insert\n  > A1.3 The clerk of {name} shall keep it."
        code.write(modification(name, insert, DRAFT))
    assert conflicts(code) == [("same number", "2021-01-01")]


def test_a_target_that_is_gone(code: Shell) -> None:
    code.write(modification("2020-03-01-one", "1 omit Section A1.1", DRAFT))
    later = DRAFT.replace("2021-01-01", "2021-06-01")
    code.write(modification("2020-03-01-two", WORDS.format("hold a register"), later))
    assert conflicts(code) == [("target moved or removed", "2021-06-01")]


def test_the_order_of_two_on_one_day(code: Shell) -> None:
    code.write(modification("2020-03-01-one", '1 in Section A1.1, at the end insert "It is a book."', DRAFT))
    code.write(modification("2020-03-01-two", '1 in Section A1.1, at the end insert "It is public."', DRAFT))
    assert conflicts(code) == [("order matters", "2021-01-01")]
    order = b'instruments-order = [["2020-03-01-one", "2020-03-01-two"]]\n'
    code.write({"code.toml": HISTORY["code.toml"] + order})
    assert conflicts(code) == []


def test_what_one_drops_and_the_other_uses(code: Shell) -> None:
    code.write(modification("2020-03-01-one", "1 omit Section A1.1, keeping the number as [Not used]", DRAFT))
    later = DRAFT.replace("2021-01-01", "2021-06-01")
    code.write(modification("2020-03-01-two", '1 in Section A1.2, at the end insert "See Section A1.1."', later))
    assert conflicts(code) == [("one drops what the other uses", "2021-06-01")]


def test_what_cannot_be_carried_out_at_all(code: Shell) -> None:
    code.write(modification("2020-03-01-one", "1 omit Section A1.9", DRAFT))
    assert conflicts(code) == [("cannot be carried out", "2021-01-01")]


def test_what_is_withdrawn_is_not_in_flight(code: Shell) -> None:
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), DRAFT))
    withdrawn = "consulted: 2020-03-01\nwithdrawn: 2020-04-01\nfrom: 2021-01-01"
    code.write(modification("2020-03-01-two", WORDS.format("hold a register"), withdrawn))
    assert conflicts(code) == []


def test_instruments_of_another_branch(code: Shell) -> None:
    repo = Repo.init(code.folder, initial_branch="main")
    author = Actor("A", "a@example.org")
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), DRAFT))
    repo.git.add(all=True)
    repo.index.commit("First", author=author, committer=author)
    repo.git.checkout("-b", "other")
    code.write(modification("2020-03-01-two", WORDS.format("hold a register"), DRAFT))
    repo.git.add(all=True)
    repo.index.commit("Second", author=author, committer=author)
    repo.git.checkout("main")
    assert conflicts(code) == []
    assert conflicts(code, "other") == [("same words", "2021-01-01")]
    assert "paragraph 1 of 2020-03-01-two, on other" in code.secc("conflicts", "other", "--as-at", "2020-06-01").out
    assert code.secc("conflicts", "nowhere").status == 2


def digest(code: Shell) -> str:
    """That of Section A on the first day."""
    from secc.code.digest import digest as digest_of
    from secc.code.load import NoCache, load_document

    contents = (code.folder / "sec-source/sections/A.sec").read_bytes()
    return digest_of(load_document("A.sec", contents, NoCache()).document)


def test_rebasing_where_nothing_that_it_names_has_changed(code: Shell) -> None:
    code.write({"document-log.toml": LOG.format(digest(code)).encode()})
    code.write(modification("2020-02-01-law", '1 in Section A1.2, for "tell" substitute "inform"'))
    draft = f"baseline: 1.0\n{DRAFT}"
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), draft))
    assert conflicts(code) == [("stale baseline", "2021-01-01")]
    ran = code.secc("conflicts", "--rebase", "2020-03-01-one")
    assert ran.status == 0
    text = (code.folder / "sec-source/instruments/2020-03-01-one.sec").read_text()
    assert "\nbaseline: Section A sec1:" in text
    assert conflicts(code) == []


def test_rebasing_is_refused_where_a_place_has_changed(code: Shell) -> None:
    code.write({"document-log.toml": LOG.format(digest(code)).encode()})
    code.write(modification("2020-02-01-law", '1 in Section A1.1, for "publish" substitute "print"'))
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), f"baseline: 1.0\n{DRAFT}"))
    before = (code.folder / "sec-source/instruments/2020-03-01-one.sec").read_bytes()
    ran = code.secc("conflicts", "--rebase", "2020-03-01-one")
    assert (ran.status, "Section A1.1 changed since it was drafted" in ran.err) == (2, True)
    assert (code.folder / "sec-source/instruments/2020-03-01-one.sec").read_bytes() == before
    assert code.secc("conflicts", "--rebase", "nothing").status == 2


@pytest.mark.parametrize(
    ("baseline", "words"),
    [
        ("baseline: 9.0\n", "2020-03-01-one was drafted against version 9.0, which is not in the document log: mend"),
        ("", "2020-03-01-one does not say against which Section A it was drafted: say so in its baseline"),
        (
            f"baseline: Section A sec1:{64 * '0'}\n",
            "was drafted against a text of Section A that stood on no day (sec1:000",
        ),
    ],
)
def test_rebasing_is_refused_where_the_text_that_it_was_drafted_against_is_not_there(
    code: Shell, baseline: str, words: str
) -> None:
    code.write(modification("2020-03-01-one", WORDS.format("keep a book"), f"{baseline}{DRAFT}"))
    ran = code.secc("conflicts", "--rebase", "2020-03-01-one")
    assert (ran.status, words in ran.err) == (2, True), ran.err


TWO_DOCUMENTS = {
    "code.toml": b'title = "A Code"\nshort = "AC"\ndocuments = ["sections/A.sec", "sections/B.sec"]\n',
    "sections/B.sec": b"section B: Offices\n\n# B1 Offices\n\nB1.1 The operator shall have offices.\n",
    "instruments/2020-01-02-offices/annexes/section-B.sec": (
        b"section B: Offices\n\n# B1 Offices\n\nB1.1 The operator shall have offices.\n"
    ),
    "instruments/2020-01-02-offices/instrument.sec": (
        b"designation 2020-01-02-offices: Offices\nmade: 2020-01-02\n\n"
        b"1 designate Section B as version 1.0, in the form set out at annexes/section-B.sec\n"
    ),
}
GOES = "1 omit Section A1.2, keeping the number as [Not used]"
COMES = (
    "1 in Section B1, at the end insert\n  > B1.2 The operator shall tell any person who asks what the register says{}."
)


@pytest.mark.parametrize(
    ("goes", "comes", "expected"),
    [
        ("2021-01-01", "2021-02-01", ("gap in a move", "2021-01-01")),
        ("2021-02-01", "2021-01-01", ("overlap in a move", "2021-01-01")),
    ],
)
def test_a_move_whose_halves_have_effect_on_two_days(
    code: Shell, goes: str, comes: str, expected: tuple[str, str]
) -> None:
    """The words that go from one document are those that come into another, and nothing says that they move."""
    long = b"A1.2 The operator shall tell any person who asks what the register says, and where, and since which day."
    for path in ("sections/A.sec", "instruments/2020-01-01-first/annexes/section-A.sec"):
        text = HISTORY[path].replace(b"A1.2 The operator shall tell any person who asks what the register says.", long)
        code.write({path: text})
    code.write(TWO_DOCUMENTS)
    code.write(modification("2020-03-01-out", GOES, DRAFT.replace("2021-01-01", goes)))
    words = COMES.format(", and where, and since which day")
    code.write(modification("2020-03-01-in", words, DRAFT.replace("2021-01-01", comes)))
    assert conflicts(code) == [expected]


OMITTED = "1 omit Section A1.2"
RENUMBERED = "1 renumber Section A1.2 as A1.3"
AGAIN = """\
1 renumber Section A1.2 as A1.3
2 in Section A1, after Section A1.1 insert
  > A1.2 The operator shall be fair."""


@pytest.mark.parametrize(
    ("changing", "acting", "words"),
    [
        (OMITTED, "1 suspend Section A1.2", "Section A1.2 is not there"),
        (OMITTED, 'vary Section A1.2 as if for "tell" there were substituted "inform"', "Section A1.2 is not there"),
        (OMITTED, "1 commence Sections A1.1 to A1.2", "Section A1.2 is not there"),
        (RENUMBERED, "1 disapply Section A1.2", "Section A1.2 is not there"),
        (AGAIN, "1 disapply Section A1.2", "Section A1.2 is another provision"),
        (OMITTED, "1 suspend Section A1.1", None),
        (RENUMBERED, "1 suspend Section A1.3", None),
    ],
)
def test_what_takes_away_what_is_to_be_suspended_or_varied(
    code: Shell, changing: str, acting: str, words: str | None
) -> None:
    code.write(modification("2020-03-01-one", changing, DRAFT))
    code.write(modification("2020-03-01-two", acting if acting[0] == "1" else f"1 {acting}", DRAFT))
    said = code.secc("conflicts", "--as-at", "2020-06-01").out
    assert "among 2 instruments in flight on 1 June 2020: 2020-03-01-one, 2020-03-01-two" in said
    if words is None:
        assert conflicts(code) == []
    else:
        assert conflicts(code) == [("target moved or removed", "2021-01-01")]
        assert f"target moved or removed: with both, {words} when paragraph 1 of 2020-03-01-two has effect\n" in said


def test_what_had_effect_before_it_is_taken_away_is_no_conflict(code: Shell) -> None:
    code.write(modification("2020-03-01-one", OMITTED, DRAFT))
    law = "recorded: 2020-03-01\nfrom: {}"
    code.write(modification("2020-03-01-two", "1 suspend Section A1.2", law.format("2020-12-01")))
    assert conflicts(code) == []
    code.write(modification("2020-03-01-two", "1 suspend Section A1.2", law.format("2021-02-01")))
    assert conflicts(code) == [("target moved or removed", "2021-02-01")]
