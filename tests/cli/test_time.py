"""The commands about time, over a Code whose whole history fits on a page."""

import json

import pytest

from tests.cli.running import Ran, Shell

SECTION = """section H: DCC Services

# H14 Testing Services

H14.31 The DCC shall {steps}provide a service to test Devices:
  (a) in a laboratory; and
  (b) on a site{end}.

H14.32 [Not used]
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


def _good(ran: Ran) -> str:
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def test_verify_proves_every_word(coded: Shell) -> None:
    assert "every word follows from the instruments" in _good(coded.secc("verify"))


def test_verify_names_the_first_word_that_nothing_accounts_for(coded: Shell) -> None:
    coded.write({"sections/H-dcc-services.sec": SECTION.format(steps="", end=" of a User").encode()})
    ran = coded.secc("verify")
    assert ran.status == 1
    assert 'Section H14.31(b): the word "a" in "… a site of a User. …" is put there by no instrument' in ran.out
    assert 'they give "… a site of the User. …"' in ran.out


def test_show_gives_the_text_of_a_day_with_its_variation_and_the_base_without(coded: Shell) -> None:
    varied = _good(coded.secc("show", "H14.31", "--as-at", "2016-01-01"))
    assert "shall take reasonable steps to provide" in varied
    assert "varied by paragraph 1 of 2015-04-24-testing" in varied
    assert "shall provide" in _good(coded.secc("show", "H14.31", "--as-at", "2016-01-01", "--base"))
    assert "shall provide" in _good(coded.secc("show", "H14.31", "--as-at", "2016-11-08"))


def test_what_was_known_then_is_another_answer(coded: Shell) -> None:
    then = _good(coded.secc("show", "H14.31", "--as-at", "2015-04-30", "--known", "2015-04-30"))
    assert "shall provide" in then
    assert "of the User" not in then
    assert "of the User" in _good(coded.secc("show", "H14.31", "--as-at", "2015-04-30"))


def test_status_says_why(coded: Shell) -> None:
    waiting = _good(coded.secc("status", "H14.31(b)", "--as-at", "2016-01-01", "--known", "2016-01-01"))
    assert 'not yet in effect: waits for event "DCC Live" (paragraph 2 of 2013-09-23-first)' in waiting
    live = json.loads(_good(coded.secc("status", "H14.31(b)", "--as-at", "2016-12-01", "--format", "json")))
    assert (live["state"], live["parts"][0]["since"]) == ("in effect", "2016-11-08")


def test_history_follows_the_provision(coded: Shell) -> None:
    told = _good(coded.secc("history", "H14.31(b)"))
    assert told.splitlines()[0] == "Section H14.31(b) (section-H/H14.31(b)): 2 versions"
    assert "{+ of the User+}" in told
    assert "by paragraph 2 of 2015-04-24-testing (Informal testing)" in told


def test_who_names_the_instrument_of_each_word(coded: Shell) -> None:
    told = _good(coded.secc("who", "site of the User", "H14.31(b)"))
    assert '"site" by paragraph 1 of 2013-09-23-first' in told
    assert '"of the User" by paragraph 2 of 2015-04-24-testing' in told
    absent = coded.secc("who", "the moon", "H14.31")
    assert absent.status == 2
    assert 'the words "the moon" do not stand in Section H14.31' in absent.err


def test_versions_are_recorded_proved_and_never_changed(coded: Shell) -> None:
    assert "recorded version 1.0" in _good(coded.secc("designate", "2013-09-23-first", "--number", "1.0"))
    assert "Section H 2.0" in _good(coded.secc("designate", "2015-04-24-testing", "--number", "2.0"))
    assert "2 versions in the log" in _good(coded.secc("verify"))
    assert "in effect 24 April 2015" in _good(coded.secc("log", "2.0"))
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
    _good(coded.secc("designate", "2013-09-23-first", "--number", "1.0"))
    annex = coded.folder / "sec-source/instruments/2013-09-23-first/annexes/section-H.sec"
    annex.write_text(annex.read_text().replace("laboratory", "shed"))
    ran = coded.secc("verify")
    assert ran.status == 1
    assert "Section H as its instruments make it for 23 September 2013 does not have the digest recorded" in ran.out


def test_apply_carries_an_instrument_out_and_verify_agrees(coded: Shell) -> None:
    name = "2017-01-01-more"
    coded.write({f"instruments/{name}.sec": _more(name).encode()})
    shown = _good(coded.secc("apply", name, "--diff"))
    assert "+H14.33 Another clause." in shown
    before = (coded.folder / "sec-source/sections/H-dcc-services.sec").read_text()
    assert "H14.33" not in before
    assert "2 operations on the wording changed Section H" in _good(coded.secc("apply", name))
    assert "every word follows" in _good(coded.secc("verify"))


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
    _good(coded.secc("apply", name))
    code = (coded.folder / "sec-source/code.toml").read_text()
    assert '    "appendices/AO-a-policy.sec",\n]' in code
    assert "1.1 It has an aim." in (coded.folder / "sec-source/appendices/AO-a-policy.sec").read_text()
    assert "every word follows" in _good(coded.secc("verify"))


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
