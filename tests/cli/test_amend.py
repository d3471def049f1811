"""`secc amend`: what has to be ordered so that one text becomes another, and carried out again."""

import pytest

from tests.cli.running import Shell, good

OLD = """section H: DCC Services

# H14 Testing Services

H14.31 The DCC shall provide a service to test Devices:
  (a) in a laboratory; and
  (b) on a site.

H14.32 Each User shall pay for it.
"""
NEW = """section H: DCC Services

# H14 Testing Services

H14.31 The DCC shall provide a service to test every Device:
  (a) in a laboratory; and
  (b) on a site.

H14.31A No test shall take longer than a day.

H14.32 Each User shall pay for it.
"""
CODE = b'title = "A Code"\nshort = "AC"\ndocuments = [\n    "sections/H-dcc-services.sec",\n]\n'


@pytest.fixture
def coded(shell: Shell) -> Shell:
    """A shell beside a Code, with the text that it is to become in a folder of its own."""
    shell.write({"code.toml": CODE, "sections/H-dcc-services.sec": OLD.encode()})
    shell.write({"../wanted/code.toml": CODE, "../wanted/sections/H-dcc-services.sec": NEW.encode()})
    return shell


def test_the_instructions_are_those_of_a_careful_drafter(coded: Shell) -> None:
    lines = good(coded.secc("amend", "disk", "wanted", "--name", "2022-11-03-more")).splitlines()
    assert lines[0] == "modification 2022-11-03-more: Amendments"
    assert lines[-4:] == [
        '1 in Section H14.31, for "Devices" substitute "every Device"',
        "",
        "2 in Section H14, after Section H14.31 insert",
        "  > H14.31A No test shall take longer than a day.",
    ]


def test_carried_out_they_give_the_text_that_was_wanted(coded: Shell) -> None:
    instrument = good(coded.secc("amend", "disk", "wanted", "--name", "2022-11-03-more"))
    coded.write({"instruments/2022-11-03-more.sec": instrument.encode()})
    assert coded.secc("apply", "2022-11-03-more").status == 0
    assert "say the same" in good(coded.secc("amend", "disk", "wanted", "--name", "2022-11-03-more"))
    assert "H14.31A No test shall take" in (coded.folder / "sec-source/sections/H-dcc-services.sec").read_text()


def test_a_new_document_is_set_out_beside_the_instrument(coded: Shell) -> None:
    policy = b"appendix AO: A Policy\n\n# 1 Aim\n\n1.1 It has an aim.\n"
    listed = CODE.replace(b"]\n", b'    "appendices/AO-a-policy.sec",\n]\n')
    coded.write({"../wanted/code.toml": listed, "../wanted/appendices/AO-a-policy.sec": policy})
    refused = coded.secc("amend", "disk", "wanted", "--name", "2022-11-03-more")
    assert refused.status == 2
    assert "name a folder for them with -o" in refused.err
    place = "sec-source/instruments/2022-11-03-more"
    assert "1 document set out beside it" in good(
        coded.secc("amend", "disk", "wanted", "--name", "2022-11-03-more", "-o", place)
    )
    assert (coded.folder / place / "annexes/appendix-AO.sec").read_bytes() == policy
    assert coded.secc("apply", "2022-11-03-more").status == 0
    assert (coded.folder / "sec-source/appendices/AO-a-policy.sec").read_bytes() == policy


def test_a_text_without_a_day_needs_a_name(coded: Shell) -> None:
    ran = coded.secc("amend", "disk", "wanted")
    assert ran.status == 2
    assert "name the instrument with --name" in ran.err


def test_a_new_text_that_cannot_be_read_is_refused_with_its_place(coded: Shell) -> None:
    coded.write({"../wanted/sections/H-dcc-services.sec": NEW.replace("  (b) on", "  (b)on").encode()})
    ran = coded.secc("amend", "disk", "wanted", "--name", "2022-11-03-more")
    assert ran.status == 2
    assert "Section H14.31(a) cannot be read: there is no space after (b) (line 7); mend the new text first" in ran.err
