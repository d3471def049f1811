"""The commands about time, over a Code whose whole history fits on a page."""

import json

import pytest
from git import Repo

from tests.cli.history import FIRST as DESIGNATION
from tests.cli.history import HISTORY, modification
from tests.cli.running import Ran, Shell, good

SECTION = """section H: DCC Services

# H14 Testing Services

H14.31 The DCC shall {steps}provide a service to test Devices:
  (a) in a laboratory; and
  (b) on a site{end}.

H14.32 [Not used]
"""
DRAFT = """modification 2017-01-01-draft: A draft
from: 2017-01-01
status: draft

1 in Section H14.31(a), for "laboratory" substitute "laboratory or a workshop"
"""
CODE = 'title = "A Code"\nshort = "AC"\ndocuments = [\n    "sections/H-dcc-services.sec",\n]\n'
FIRST = """designation 2013-09-23-first: The first designation
by: the Secretary of State
made: 2013-09-23
recorded: 2013-09-23

1 designate Section H as version 1.0, in the form set out at annexes/section-H.sec
2 commence Section H14.31(b), from event "DCC Live"
"""
TESTING = """direction 2015-04-24-testing: Informal testing
made: 2015-04-24
recorded: 2015-05-01

1 vary Section H14.31 as if for "shall provide" there were substituted "shall take reasonable steps to provide",
  until event "DCC Live"
2 in Section H14.31(b), at the end insert "of the User"
"""
LIVE = """notice 2016-11-08-live: DCC Live
made: 2016-11-08
recorded: 2016-11-09

1 event "DCC Live" occurs on 2016-11-08
"""


@pytest.fixture
def coded(shell: Shell) -> Shell:
    """A shell beside the Code as its instruments make it."""
    shell.write(
        {
            "code.toml": CODE.encode(),
            "sections/H-dcc-services.sec": SECTION.format(steps="", end=" of the User").encode(),
            "instruments/2013-09-23-first/instrument.sec": FIRST.encode(),
            "instruments/2013-09-23-first/annexes/section-H.sec": SECTION.format(steps="", end="").encode(),
            "instruments/2015-04-24-testing.sec": TESTING.encode(),
            "instruments/2016-11-08-live.sec": LIVE.encode(),
        }
    )
    return shell


def test_verify_proves_every_word(coded: Shell) -> None:
    assert "every word follows from the instruments" in good(coded.secc("verify"))


def test_verify_names_the_first_word_that_nothing_accounts_for(coded: Shell) -> None:
    coded.write({"sections/H-dcc-services.sec": SECTION.format(steps="", end=" of a User").encode()})
    ran = coded.secc("verify")
    assert ran.status == 1
    assert 'Section H14.31(b): the word "a" in "… a site of a User." is put there by no instrument' in ran.out
    assert 'they give "… a site of the User."' in ran.out


def test_verify_names_the_words_that_nothing_takes_out(coded: Shell) -> None:
    coded.write({"sections/H-dcc-services.sec": SECTION.format(steps="", end=" of User").encode()})
    ran = coded.secc("verify")
    assert ran.status == 1
    assert (
        'Section H14.31(b): "the" is taken out by no instrument: '
        '"… a site of User." stands in place of "… a site of the User."' in ran.out
    )


def test_show_gives_the_text_of_a_day_with_its_variation_and_the_base_without(coded: Shell) -> None:
    varied = good(coded.secc("show", "H14.31", "--as-at", "2016-01-01"))
    assert "shall take reasonable steps to provide" in varied
    assert "varied by paragraph 1 of 2015-04-24-testing" in varied
    assert "shall provide" in good(coded.secc("show", "H14.31", "--as-at", "2016-01-01", "--base"))
    assert "shall provide" in good(coded.secc("show", "H14.31", "--as-at", "2016-11-08"))


def test_what_was_known_then_is_another_answer(coded: Shell) -> None:
    then = good(coded.secc("show", "H14.31", "--as-at", "2015-04-30", "--known", "2015-04-30"))
    assert "shall provide" in then
    assert "of the User" not in then
    assert "of the User" in good(coded.secc("show", "H14.31", "--as-at", "2015-04-30"))


def test_status_says_why(coded: Shell) -> None:
    waiting = good(coded.secc("status", "H14.31(b)", "--as-at", "2016-01-01", "--known", "2016-01-01"))
    assert 'not yet in effect: waits for event "DCC Live" (paragraph 2 of 2013-09-23-first)' in waiting
    live = json.loads(good(coded.secc("status", "H14.31(b)", "--as-at", "2016-12-01", "--format", "json")))
    assert (live["state"], live["parts"][0]["since"]) == ("in effect", "2016-11-08")


def test_history_follows_the_provision(coded: Shell) -> None:
    told = good(coded.secc("history", "H14.31(b)"))
    assert told.splitlines()[0] == "Section H14.31(b) (section-H/H14.31(b)), as numbered on 24 April 2015: 2 versions"
    assert "{+ of the User+}" in told
    assert "by paragraph 2 of 2015-04-24-testing (Informal testing)" in told


def test_who_names_the_instrument_of_each_word(coded: Shell) -> None:
    told = good(coded.secc("who", "site of the User", "H14.31(b)"))
    assert '"site" by paragraph 1 of 2013-09-23-first' in told
    assert '"of the User" by paragraph 2 of 2015-04-24-testing' in told
    absent = coded.secc("who", "the moon", "H14.31")
    assert absent.status == 2
    assert 'the words "the moon" do not stand in Section H14.31' in absent.err


def test_versions_are_recorded_proved_and_never_changed(coded: Shell) -> None:
    assert "recorded version 1.0" in good(coded.secc("designate", "2013-09-23-first", "--number", "1.0"))
    assert "Section H 2.0" in good(coded.secc("designate", "2015-04-24-testing", "--number", "2.0"))
    assert "2 versions in the log" in good(coded.secc("verify"))
    assert "in effect 24 April 2015" in good(coded.secc("log", "2.0"))
    again = coded.secc("designate", "2015-04-24-testing", "--number", "2.0")
    assert again.status == 2
    assert "version 2.0 is in the document log already" in again.err
    log = coded.folder / "sec-source" / "document-log.toml"
    log.write_text(log.read_text().replace("in-effect = 2013-09-23", "in-effect = 2013-09-24"))
    tampered = coded.secc("verify")
    assert tampered.status == 1
    assert "version 1.0 in the document log: it was altered after it was recorded" in tampered.out
    assert coded.secc("designate", "2016-11-08-live", "--number", "3.0", "--in-effect", "2016-11-08").status == 2


def test_an_annex_that_is_altered_later_is_named(coded: Shell) -> None:
    good(coded.secc("designate", "2013-09-23-first", "--number", "1.0"))
    annex = coded.folder / "sec-source/instruments/2013-09-23-first/annexes/section-H.sec"
    annex.write_text(annex.read_text().replace("laboratory", "shed"))
    ran = coded.secc("verify")
    assert ran.status == 1
    assert "Section H as its instruments make it does not have the digest recorded" in ran.out


def test_apply_carries_an_instrument_out_and_verify_agrees(coded: Shell) -> None:
    name = "2017-01-01-more"
    coded.write({f"instruments/{name}.sec": _more(name).encode()})
    shown = good(coded.secc("apply", name, "--diff"))
    assert "{+H14.33+}" in shown
    assert "[-laboratory-]{+workshop+}" in shown
    before = (coded.folder / "sec-source/sections/H-dcc-services.sec").read_text()
    assert "H14.33" not in before
    assert "2 operations on the wording changed Section H" in good(coded.secc("apply", name))
    assert "every word follows" in good(coded.secc("verify"))


def test_apply_refuses_the_whole_where_it_refuses_a_part(coded: Shell) -> None:
    name = "2017-01-01-more"
    coded.write({f"instruments/{name}.sec": _more(name).replace('"laboratory"', '"cellar"').encode()})
    before = (coded.folder / "sec-source/sections/H-dcc-services.sec").read_text()
    ran = coded.secc("apply", name)
    assert ran.status == 2
    assert 'paragraph 2: the words "cellar" do not stand in Section H14.31' in ran.err
    assert "nothing was changed" in ran.err
    assert (coded.folder / "sec-source/sections/H-dcc-services.sec").read_text() == before


def test_apply_designates_a_document_and_lists_its_file(coded: Shell) -> None:
    name = "2017-01-01-appendix"
    coded.write(
        {
            f"instruments/{name}/instrument.sec": (
                f"direction {name}: An Appendix\nmade: 2017-01-01\n\n"
                "1 designate Appendix AO as version 1.0, in the form set out at annexes/appendix-AO.sec\n"
            ).encode(),
            f"instruments/{name}/annexes/appendix-AO.sec": b"appendix AO: A Policy\n\n# 1 Aim\n\n1.1 It has an aim.\n",
        }
    )
    good(coded.secc("apply", name))
    code = (coded.folder / "sec-source/code.toml").read_text()
    assert '    "appendices/AO-a-policy.sec",\n]' in code
    assert "1.1 It has an aim." in (coded.folder / "sec-source/appendices/AO-a-policy.sec").read_text()
    assert "every word follows" in good(coded.secc("verify"))


def _more(name: str) -> str:
    return (
        f"modification {name}: More\nmade: 2017-01-01\n\n"
        "1 in Section H14, after Section H14.32 insert\n  > H14.33 Another clause.\n"
        '2 in Section H14.31, for "laboratory" substitute "workshop"\n'
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "H14.99", "--as-at", "2016-01-01"), "there is no H14.99 in the Code"),
        (("show", "H14.31", "--as-at", "2012-01-01"), "there is one from 23 September 2013"),
        (("show", "H14.31", "--as-at", "soon"), "soon is no day: write it as 2016-11-10"),
        (("status", "H14.31", "--for", "the North"), "say one of region, User Role, class of device, Party"),
        (("apply", "2031-01-01-nothing"), "there is no instrument 2031-01-01-nothing"),
        (("designate", "2031-01-01-nothing", "--number", "9.0"), "there is no instrument 2031-01-01-nothing"),
        (("log", "99.0"), "there is no version 99.0 in the document log"),
    ],
)
def test_bad_input_gets_a_clear_line(coded: Shell, arguments: tuple[str, ...], words: str) -> None:
    ran = coded.secc(*arguments)
    assert ran.status == 2
    assert words in ran.err
    assert ran.out == ""


def test_a_code_without_instruments_says_so(shell: Shell) -> None:
    shell.write({"code.toml": CODE.encode(), "sections/H-dcc-services.sec": SECTION.format(steps="", end="").encode()})
    ran = shell.secc("status", "H14.31")
    assert ran.status == 2
    assert "there are no instruments in" in ran.err


MOVED = """modification 2018-01-01-moved: A clause moves
made: 2018-01-01

1 renumber Section H14.32 as H14.40
2 renumber Section H14.31 as H14.32
3 suspend Section H14.32(a), from 2018-02-01 until 2018-03-01
4 save anything done under Section H14.32 before 2018-01-01
5 no change to Section H14.40: the number stays
6 outside the Code, amend Condition 17 of the DCC Licence
"""
NEW = """direction 2019-01-01-new: A new Section H
made: 2019-01-01

1 re-designate Section H as version 2.0, in the form set out at annexes/section-H.sec
"""


@pytest.fixture
def moved(coded: Shell) -> Shell:
    """The same Code after its clauses were renumbered."""
    coded.write({"instruments/2018-01-01-moved.sec": MOVED.encode()})
    good(coded.secc("apply", "2018-01-01-moved"))
    return coded


def test_who_finds_the_words_of_a_variation_that_show_shows(coded: Shell) -> None:
    asked = ("who", "take reasonable steps", "H14.31", "--as-at", "2016-01-01")
    assert "by paragraph 1 of 2015-04-24-testing" in good(coded.secc(*asked))
    assert coded.secc(*asked, "--base").status == 2
    assert "no words are given" in coded.secc("who", " ", "H14.31").err


def test_show_tells_whose_each_word_is(coded: Shell) -> None:
    told = good(coded.secc("show", "H14.31", "--as-at", "2016-01-01", "--who"))
    assert '"The DCC" by paragraph 1 of 2013-09-23-first' in told
    assert '"shall take reasonable steps to provide" by paragraph 1 of 2015-04-24-testing' in told
    assert '"of the User." by paragraph 2 of 2015-04-24-testing' in told


def test_a_variation_of_which_nobody_knows_whether_it_ended_is_told_where_it_is_shown(coded: Shell) -> None:
    told = good(coded.secc("show", "H14.31", "--as-at", "2016-12-01", "--known", "2016-01-01"))
    assert "shall take reasonable steps to provide" in told
    assert 'whether it has ended is not known: its end waits for event "DCC Live"' in " ".join(told.split())


def test_status_tells_of_what_is_otherwise_within_and_of_remarks(moved: Shell) -> None:
    told = good(moved.secc("status", "H14.32", "--as-at", "2018-02-10"))
    assert "in it: Section H14.32(a): suspended from 1 February 2018" in told
    assert "beside it: paragraph 4 of 2018-01-01-moved (A clause moves): Save anything done" in told
    assert "No change" not in told
    assert "No change to Section H14.40" in good(moved.secc("show", "H14.40", "--as-at", "2018-02-10"))
    within = json.loads(good(moved.secc("status", "H14", "--as-at", "2018-02-10", "--format", "json")))["within"]
    assert {"addresses": ["section-H/H14.32(a)"], "state": "suspended"}.items() <= within[0].items()


def test_history_tells_of_turns_in_effect_and_of_the_operation_that_moved_it(moved: Shell) -> None:
    told = good(moved.secc("history", "H14.32"))
    assert "1 January 2018: now Section H14.32; it was Section H14.31\n  by paragraph 2 of" in told
    assert "by paragraph 1 of 2018-01-01-moved" not in told
    inner = good(moved.secc("history", "H14.32(a)"))
    assert "1 February 2018: suspended from 1 February 2018" in inner
    assert "  by paragraph 3 of" in inner
    assert "1 March 2018: in effect from 23 September 2013" in inner
    assert "  by the end of paragraph 3 of" in inner.partition("1 March 2018:")[2]


def test_what_has_gone_from_a_number_is_named_and_its_history_told(moved: Shell) -> None:
    ran = moved.secc("status", "H14.31")
    assert ran.status == 2
    assert "there was one until 1 January 2018, which is now Section H14.32" in ran.err
    assert good(moved.secc("history", "H14.31")).startswith("Section H14.32 (section-H/H14.31)")
    then = moved.secc("history", "H14.31", "--as-at", "2018-02-01")
    assert (then.status, then.err.rstrip().endswith("Give a day before with --as-at, or ask without a day")) == (
        2,
        True,
    )


def test_what_is_called_so_on_another_day_is_named(shell: Shell) -> None:
    text = b"appendix B: Transition\nknown-as: TD\n\n1.1 Words.\n"
    form = "in the form set out at annexes/b.sec"
    first = f"designation 2020-02-01-b: B\nmade: 2020-02-01\n\n1 designate Appendix B as version 1.0, {form}\n"
    then = f"designation 2020-04-01-c: C\nmade: 2020-04-01\n\n1 re-designate Appendix B as version 2.0, {form}\n"
    files = {
        "instruments/2020-02-01-b/instrument.sec": first.encode(),
        "instruments/2020-02-01-b/annexes/b.sec": text.replace(b"known-as: TD\n", b""),
        "instruments/2020-04-01-c/instrument.sec": then.encode(),
        "instruments/2020-04-01-c/annexes/b.sec": text,
    }
    shell.write({**HISTORY, **files})
    assert good(shell.secc("status", "TD", "--as-at", "2020-04-15")).startswith("Appendix B")
    said = "; Appendix B, which is called so on another day, is not on this one: ask for Appendix B"
    assert shell.secc("status", "TD", "--as-at", "2020-03-15").err.rstrip().endswith(said)


def test_history_names_what_else_had_the_number(moved: Shell) -> None:
    told = good(moved.secc("history", "H14.32"))
    assert told.rstrip().endswith(
        "Section H14.32 was another provision too (section-H/H14.32), which is now Section H14.40:"
        " secc history section-H/H14.40"
    )
    before = good(moved.secc("history", "H14.40", "--as-at", "2018-01-01"))
    assert "another provision" not in before


def test_history_has_the_definition_that_was_there_before(shell: Shell) -> None:
    section = b'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n'
    out = modification("2020-02-01-out", '1 omit the definition of "Device" in Section A1.1')
    again = modification(
        "2020-03-01-again",
        '1 in Section A1.1, at the appropriate place insert\n  > define "Device" means anything.',
        "made: 2020-03-01",
    )
    shell.write({**HISTORY, f"{DESIGNATION}/annexes/section-A.sec": section, **out})
    for said in ('"Device"', "“device”"):
        gone = good(shell.secc("history", said))
        assert gone.startswith('the definition of "Device" in Section A1.1 (section-A/A1.1/"Device"), which is not in')
        assert "1 February 2020: no longer part of the text" in gone
    assert shell.secc("history", '"Devices of no kind"').status == 2
    shell.write(again)
    told = good(shell.secc("history", '"Device"'))
    now, before = told.split(
        '\nThe definition of "Device" in Section A1.1 was another definition too (section-A/A1.1/"Device")'
    )
    assert now.startswith('the definition of "Device" in Section A1.1 (section-A/A1.1/"Device"~2), as numbered on')
    assert "1 March 2020: inserted" in now
    assert before.startswith(", from 1 January 2020: 2 versions\n\n1 January 2020: inserted")
    assert "1 February 2020: no longer part of the text\n  by paragraph 1 of 2020-02-01-out" in before
    (other,) = json.loads(good(shell.secc("history", '"Device"', "--format", "json")))["others"]
    assert other["versions"][0]["words"] == ['"Device" means a thing.']
    then = good(shell.secc("history", '"Device"', "--as-at", "2020-01-01"))
    assert "1 January 2020: inserted" in then.partition("is to be another definition too")[0]


def _redesignated(coded: Shell, matches: str | None) -> Ran:
    """`verify` where the clause of the new text has a number in common with that of the old, and no words."""
    text = "section H: DCC Services\n\n# H14 Testing Services\n\nH14.31 A cat has whiskers.\n\nH14.32 [Not used]\n"
    files = {"instrument.sec": NEW, "annexes/section-H.sec": text}
    files |= {"matches.toml": matches} if matches is not None else {}
    coded.write({f"instruments/2019-01-01-new/{path}": words.encode() for path, words in files.items()})
    coded.write({"sections/H-dcc-services.sec": text.encode()})
    return coded.secc("verify")


def _match(old: str, new: str) -> str:
    return f'[[match]]\ndocument = "section-H"\nold = "{old}"\nnew = "{new}"\nhow = "read"\n'


def test_verify_lists_doubtful_matches_with_what_confirms_them(coded: Shell) -> None:
    told = good(_redesignated(coded, None))
    assert 'in doubt, paragraph 1 of 2019-01-01-new: Section H14.31: only the number says that "The DCC' in told
    assert '    old = "section-H/H14.31"\n    new = "H14.31"' in told
    assert "in doubt" not in good(_redesignated(coded, _match("section-H/H14.31", "")))
    assert "inserted as Section H14.31\n  by paragraph 1 of 2019" in good(coded.secc("history", "H14.31"))


@pytest.mark.parametrize(
    ("matches", "words"),
    [
        ("match = 3", "it is to hold [[match]] entries and nothing else"),
        ("x =", "cannot be read"),
        ('[[match]]\nold = "a"', "entry 1 does not say just what it is to say"),
        (_match("section-H/H99", "H14.31"), "section-H/H99 was no provision of Section H"),
        (_match("section-H/H14.31", "H99"), "there is no H99 in the new Section H"),
        (_match("section-H/H14.31", "H14.31") * 2, "is matched twice"),
    ],
)
def test_matches_that_cannot_be_right_are_refused(coded: Shell, matches: str, words: str) -> None:
    ran = _redesignated(coded, matches)
    assert ran.status == 1
    assert words in ran.out


def test_an_answer_that_may_not_be_whole_says_so(coded: Shell) -> None:
    coded.write(
        {"instruments/2017-01-01-bad.sec": b"direction 2017-01-01-bad: Bad\nmade: 2017-01-01\n\n1 frobnicate\n"}
    )
    ran = coded.secc("status", "H14.31")
    assert (ran.status, "the instruments have a fault" in ran.err) == (0, True)
    assert "instruments/2017-01-01-bad.sec: this operation cannot be read" in coded.secc("verify").out
    recorded = coded.secc("designate", "2013-09-23-first", "--number", "1.0")
    assert (recorded.status, "nothing is recorded while an instrument has faults" in recorded.err) == (2, True)
    assert not (coded.folder / "sec-source" / "document-log.toml").exists()


def test_a_version_that_says_nothing_new_or_of_no_day_is_not_recorded(coded: Shell) -> None:
    good(coded.secc("designate", "2013-09-23-first", "2015-04-24-testing", "--number", "2.0"))
    for arguments, words in (
        (("2015-04-24-testing", "--number", "3.0"), "is in version 2.0 already"),
        (("2016-11-08-live", "--number", "three"), "three is no number of a version"),
        (("2013-09-23-first", "--number", "3.0"), "versions are recorded in their order"),
    ):
        ran = coded.secc("designate", *arguments)
        assert (ran.status, words in ran.err) == (2, True), ran.err


def test_a_version_holds_what_is_made_and_names_all_that_made_it(coded: Shell) -> None:
    coded.write({"instruments/2017-01-01-draft.sec": DRAFT.encode()})
    for name, words in (
        ("2017-01-01-draft", "2017-01-01-draft is a draft: a version holds what is made"),
        ("2015-04-24-testing", "the text also holds what 2013-09-23-first changed, and no version has that yet"),
    ):
        ran = coded.secc("designate", name, "--number", "2.0")
        assert (ran.status, words in ran.err) == (2, True), ran.err
    assert not (coded.folder / "sec-source" / "document-log.toml").exists()


def test_entries_taken_from_the_end_of_the_log_are_missed_where_git_knows_them(coded: Shell) -> None:
    good(coded.secc("designate", "2013-09-23-first", "--number", "1.0"))
    good(coded.secc("designate", "2015-04-24-testing", "--number", "2.0"))
    with Repo.init(coded.folder) as repository, repository.config_writer() as settings:
        settings.set_value("user", "name", "A").set_value("user", "email", "a@example.org")
        repository.git.add(all=True)
        repository.index.commit("two versions")
    assert "every word follows" in good(coded.secc("verify"))
    log = coded.folder / "sec-source" / "document-log.toml"
    log.write_text(log.read_text().rpartition("[[version]]")[0])
    ran = coded.secc("verify")
    assert (ran.status, "version 2.0 was recorded and is no longer in the document log" in ran.out) == (1, True)
    with Repo(coded.folder) as repository:
        repository.git.add(all=True)
        repository.index.commit("one version")
        revision = repository.commit("HEAD~1").hexsha[:12]
    ran = coded.secc("verify")
    assert (ran.status, "version 2.0 was recorded and is no longer in the document log" in ran.out) == (1, True)
    assert f"put it back: git show {revision}:./document-log.toml" in ran.out
    assert "document-log.toml has lost entries" in ran.out


def test_a_log_that_was_begun_anew_says_so_and_why(coded: Shell) -> None:
    """Openly, at its head; otherwise what was recorded before is missed."""
    log = coded.folder / "sec-source" / "document-log.toml"
    good(coded.secc("designate", "2013-09-23-first", "--number", "1.0"))
    _committed(coded, "a version")
    good(coded.secc("designate", "2015-04-24-testing", "--number", "2.0"))
    chain = log.read_text().rpartition('chain = "')[2].partition('"')[0]
    _committed(coded, "two versions")
    log.unlink()
    good(coded.secc("designate", "2013-09-23-first", "--number", "0.9"))
    assert "version 1.0 was recorded, and version 0.9 stands in its place" in coded.secc("verify").out
    head, version, rest = log.read_text().partition("[[version]]")
    anew = f'[[begun-anew]]\nreplaces = "{chain}"\non = 2016-01-01\nwhy = "Wrongly numbered."\n\n'
    log.write_text(head + anew + version + rest)
    _committed(coded, "begun anew")
    told = good(coded.secc("verify"))
    assert "document-log.toml holds what 1 earlier revision of it had; it was begun anew on 1 January 2016" in told
    assert ": Wrongly numbered\n" in told
    good(coded.secc("designate", "2015-04-24-testing", "--number", "2.0"))
    assert log.read_text().startswith(head + anew)
    log.write_text(log.read_text().replace("Wrongly numbered.", ""))
    ran = coded.secc("verify")
    assert (ran.status, "is to say just `replaces`, a chain, `on`, a day, and `why`" in ran.err) == (2, True)


def _committed(coded: Shell, subject: str) -> None:
    with Repo.init(coded.folder) as repository:
        with repository.config_writer() as settings:
            settings.set_value("user", "name", "A").set_value("user", "email", "a@example.org")
        repository.git.add(all=True)
        repository.index.commit(subject)


def test_verify_says_what_nothing_proves_without_a_repository(coded: Shell) -> None:
    told = good(coded.secc("verify"))
    assert "no git repository: that nothing was cut off the end of document-log.toml cannot be proved" in told
    found = json.loads(good(coded.secc("verify", "--format", "json")))
    assert found["log_in_past"]["compared"] is None


def test_the_day_that_is_asked_about_where_none_is_said(coded: Shell) -> None:
    """The last on which the text changes; once versions are recorded, that of the last; that of the site before all."""
    assert "as at 24 April 2015" in good(coded.secc("status", "H14.31(b)"))
    good(coded.secc("designate", "2013-09-23-first", "--number", "1.0"))
    assert "as at 23 September 2013" in good(coded.secc("status", "H14.31(b)"))
    coded.write({"code.toml": (CODE + '\n[site]\nas-at = "2016-12-01"\n').encode()})
    assert "as at 1 December 2016: in effect" in good(coded.secc("status", "H14.31(b)"))
    assert "as numbered on 1 December 2016" in good(coded.secc("history", "H14.31"))


@pytest.mark.parametrize(
    ("altered", "words"),
    [
        ("hello there", "document-log.toml cannot be read, at line 1, column 7"),
        ('[[version]]\nnumber = "1.0"\n', "entry 1 of document-log.toml cannot be read: `in-effect` is missing"),
    ],
)
def test_a_log_that_cannot_be_read_is_said_to_be_so(coded: Shell, altered: str, words: str) -> None:
    coded.write({"document-log.toml": altered.encode()})
    ran = coded.secc("log")
    assert (ran.status, words in ran.err) == (2, True), ran.err


def test_applying_what_is_not_law_says_that_verify_will_not_account_for_it(coded: Shell) -> None:
    name = "2017-01-01-more"
    coded.write({f"instruments/{name}.sec": _more(name).replace("made: ", "consulted: ").encode()})
    ran = coded.secc("apply", name)
    said = "is being consulted on, and is not law: secc verify, and the Code as of any day, do not count its words in"
    assert (ran.status, said in ran.err) == (0, True)


def test_applying_a_draft_says_so_and_what_waits_is_named(coded: Shell) -> None:
    draft, waiting = "2017-01-01-more", "2017-02-01-later"
    coded.write({f"instruments/{draft}.sec": _more(draft).replace("made: ", "status: draft\nrecorded: ").encode()})
    assert f"{draft} is a draft: secc verify" in coded.secc("apply", draft).err
    text = f'direction {waiting}: Later\nmade: 2017-02-01\n\n1 omit Section H14.31(b), from event "Never Yet"\n'
    coded.write({f"instruments/{waiting}.sec": text.encode()})
    assert f"{waiting} is law, but all of it has no known day yet" in coded.secc("apply", waiting).err


@pytest.mark.parametrize(
    ("waiting", "words"),
    [
        (['for "test" substitute "try"'], "paragraph 2 has no known day yet"),
        (['for "test" substitute "try"', 'omit "Devices"'], "paragraphs 2 and 3 have no known day yet"),
    ],
)
def test_applying_names_the_paragraphs_that_wait(coded: Shell, waiting: list[str], words: str) -> None:
    name, dated = "2017-02-01-later", '1 in Section H14.31, for "a service" substitute "one", from 2017-02-01'
    waits = [
        f'{number} in Section H14.31, {each}, from event "Never Yet"' for number, each in enumerate(waiting, start=2)
    ]
    text = "\n\n".join([f"direction {name}: Later\nmade: 2017-02-01", dated, *waits])
    coded.write({f"instruments/{name}.sec": f"{text}\n".encode()})
    assert f"{name} is law, but {words}" in coded.secc("apply", name).err


def test_words_that_stand_there_for_some_say_for_whom(coded: Shell) -> None:
    varied = TESTING.replace('until event "DCC Live"\n', 'until event "DCC Live", for region "North"\n')
    coded.write({"instruments/2015-04-24-testing.sec": varied.encode()})
    asked = ("who", "take reasonable steps", "H14.31", "--as-at", "2016-01-01")
    ran = coded.secc(*asked)
    assert (ran.status, ran.err.strip()) == (
        2,
        'secc: the words "take reasonable steps" do not stand in Section H14.31 as at 1 January 2016; '
        'they do for region "North": add --for \'region "North"\'',
    )
    both = ("region=North,user-role=Supplier", "user-role=Supplier&region=North")
    for whom in ('region "North"', "region North", "region=North", 'region=North and User Role "Supplier"', *both):
        assert "by paragraph 1 of 2015-04-24-testing" in good(coded.secc(*asked, "--for", whom))
    assert coded.secc("who", "bananas", *asked[2:]).err.endswith("as at 1 January 2016\n")


def test_a_region_that_there_is_not_is_refused(coded: Shell) -> None:
    coded.write({"code.toml": (CODE + '\n[everybody]\nregion = ["North", "South"]\n').encode()})
    ran = coded.secc("status", "H14.31", "--for", 'region "Nowhere"')
    assert (ran.status, 'there is no region "Nowhere"; there are "North", "South"' in ran.err) == (2, True)


REGIONS = """
[everybody]
region = ["North", "South"]
"""
APART = """notice 2016-11-08-live: DCC Live
made: 2016-11-08
recorded: 2016-11-09

1 event "DCC Live" occurs on 2016-11-08, for region "South"
2 event "DCC Live" occurs on 2016-11-25, for region "North"
"""
MORE = TESTING.replace("2 in Section", "3 in Section").replace(
    "3 in",
    """2 until event "DCC Live", vary Section H14 as if after Section H14.31 there were inserted
  > H14.31ZA The DCC shall publish the tests.
3 in""",
)


@pytest.fixture
def apart(coded: Shell) -> Shell:
    """The same, where what is varied ends in the South before it ends in the North."""
    coded.write(
        {
            "code.toml": (CODE + REGIONS).encode(),
            "instruments/2015-04-24-testing.sec": MORE.encode(),
            "instruments/2016-11-08-live.sec": APART.encode(),
        }
    )
    return coded


@pytest.mark.parametrize(
    ("day", "varied"),
    [
        ("2015-04-23", []),
        ("2016-11-07", ["", 'region "North"', 'region "South"']),
        ("2016-11-08", ['region "North"']),
        ("2016-11-25", []),
    ],
)
def test_what_is_varied_for_each_region_is_shown_for_everybody(apart: Shell, day: str, varied: list[str]) -> None:
    for whom in ("", 'region "North"', 'region "South"'):
        text = good(apart.secc("show", "H14", "--as-at", day, "--for", whom))
        assert ("shall take reasonable steps to provide" in text) is (whom in varied)
        assert ("H14.31ZA" in text) is (whom in varied)


def test_what_a_variation_puts_in_is_found_by_its_number_while_it_holds(apart: Shell) -> None:
    asked = ("H14.31ZA", "--as-at", "2016-11-07")
    shown = good(apart.secc("show", *asked))
    assert "H14.31ZA The DCC shall publish the tests." in shown
    assert "Section H14.31ZA, as at 7 November 2016: put there by a variation (paragraph 2 of 2015-04-24-" in shown
    assert 'event "DCC Live" is on 8 November 2016 for region "South"' in shown
    assert '"publish" by paragraph 2 of 2015-04-24-testing' in good(apart.secc("who", "publish", *asked))
    ran = apart.secc("status", *asked)
    assert (ran.status, ran.err) == (
        2,
        "secc: Section H14.31ZA is put there by a variation (paragraph 2 of 2015-04-24-testing) as at 7 November 2016; "
        "ask for the status of what is varied\n",
    )
    for other in (["--as-at", "2016-11-08"], ["--as-at", "2016-11-07", "--base"]):
        assert "there is no H14.31ZA in the Code" in apart.secc("show", "H14.31ZA", *other).err
    assert "publish the tests" in good(
        apart.secc("show", "H14.31ZA", "--as-at", "2016-11-08", "--for", 'region "North"')
    )


def test_a_number_that_only_a_variation_had_has_a_history(apart: Shell) -> None:
    told = good(apart.secc("history", "H14.31ZA"))
    by = "  by paragraph 2 of 2015-04-24-testing (Informal testing): Until event “DCC Live”, vary Section H14 as if "
    there, north = (f"from 24 April 2015 until {day} November 2016" for day in (8, 25))
    assert told.startswith("Section H14.31ZA was never part of the Code itself\n")
    assert f"\nSection H14.31ZA, {there}, in the text as varied alone: put there by a variation; " in told
    assert f'\nSection H14.31ZA, for region "North" {north}, in the text as varied alone' in told
    assert told.count(by) == 2
    assert told == good(apart.secc("history", "H14.31ZA", "--as-at", "2016-01-01"))
    ran = apart.secc("show", "H14.31ZA", "--as-at", "2017-01-01")
    assert (ran.status, ran.err.partition("; ")[2]) == (
        2,
        f'a variation puts one there {there}; for region "North" {north}. Give one of these days with --as-at, or ask '
        "for its history\n",
    )
    as_known = ("history", "H14.31ZA", "--known", "2015-04-30")
    assert "there is no H14.31ZA in the Code" in apart.secc(*as_known).err


def test_what_a_variation_had_put_at_a_number_is_told_with_who_has_it(apart: Shell) -> None:
    law = """modification 2017-01-01-law: It becomes law
made: 2017-01-01

1 in Section H14, after Section H14.31 insert
  > H14.31ZA The DCC shall publish the tests.
"""
    apart.write({"instruments/2017-01-01-law.sec": law.encode()})
    told = good(apart.secc("history", "H14.31ZA"))
    assert "1 January 2017: inserted as Section H14.31ZA\n" in told
    assert "\nSection H14.31ZA, from 24 April 2015 until 8 November 2016, in the text as varied alone: put" in told
    made = json.loads(good(apart.secc("history", "H14.31ZA", "--format", "json")))
    assert [(each["from"], each["until"], each["for"]) for each in made["put_there"]] == [
        ("2015-04-24", "2016-11-08", "everybody"),
        ("2015-04-24", "2016-11-25", 'region "North"'),
    ]


_DEFINED = {
    "vary": """
2 until event "DCC Live", vary Section H14 as if after Section H14.31 there were inserted
  > H14.31ZA In this Section H14:
  >
  >   define "Test Page" means a page of the tests in Section H14.32.
""",
    "text": """
1 in Section H14, at the end insert
  > H14.33 The Test Page shall be public.
""",
}


@pytest.fixture
def defining(apart: Shell) -> Shell:
    """The same, where a variation defines a term that words of the text use."""
    vary = TESTING.replace("2 in Section", f"{_DEFINED['vary'].lstrip()}3 in Section")
    made = f"modification 2015-05-01-page: Pages\nmade: 2015-05-01\n{_DEFINED['text']}"
    apart.write({"instruments/2015-04-24-testing.sec": vary.encode(), "instruments/2015-05-01-page.sec": made.encode()})
    return apart


@pytest.mark.parametrize(
    ("asked", "is_there", "words"),
    [
        (
            (),
            True,
            "As at 7 November 2016, as varied for everybody by 2015-04-24-testing; --base leaves variations out.",
        ),
        (("--for", "region=South"), True, 'as varied for region "South" by 2015-04-24-testing; --base leaves'),
        (("--base",), False, ""),
        (("--as-at", "2016-11-08"), False, ""),
        (
            ("--as-at", "2016-11-08", "--for", "region=North"),
            True,
            'As at 8 November 2016, as varied for region "North"',
        ),
    ],
)
def test_terms_of_a_day_are_those_of_the_text_as_varied(
    defining: Shell, asked: tuple[str, ...], words: str, *, is_there: bool
) -> None:
    ran = defining.secc("terms", "Test Page", "--as-at", "2016-11-07", *asked)
    assert ran.status == (0 if is_there else 2)
    assert ("Section H14.33" in ran.out) is is_there
    assert words in ran.out
    cited = good(defining.secc("cites", "H14.32", "--as-at", "2016-11-07", *asked))
    assert ("Section H14.31ZA" in cited) is is_there
    assert words in cited


def test_an_answer_without_variations_does_not_speak_of_them(defining: Shell) -> None:
    asked = ("cites", "H14.32", "--as-at", "2016-11-07")
    assert good(defining.secc(*asked, "--base")).endswith("As at 7 November 2016.\n")
    made = json.loads(good(defining.secc(*asked, "--format", "json")))
    assert {each["paragraph"] for each in made["varied_by"]} == {"1", "2"}
    assert json.loads(good(defining.secc(*asked, "--base", "--format", "json")))["varied_by"] == []


def test_what_a_variation_leaves_out_says_so(coded: Shell) -> None:
    left_out = TESTING.replace("2 in Section", "2 vary Section H14 as if Section H14.32 were omitted\n3 in Section")
    coded.write({"instruments/2015-04-24-testing.sec": left_out.encode()})
    ran = coded.secc("show", "H14.32", "--as-at", "2016-01-01")
    assert (ran.status, ran.err) == (
        2,
        "secc: Section H14.32 is left out by a variation (paragraph 2 of 2015-04-24-testing) as at 1 January 2016; "
        "--base shows the text without variations\n",
    )
    assert "[Not used]" in good(coded.secc("show", "H14.32", "--as-at", "2016-01-01", "--base"))
