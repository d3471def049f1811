"""`secc apply`: every kind of operation, carried out on the working text once or not at all."""

import errno
import os
from pathlib import Path

import pytest

from secc import cli
from secc.cli import writing
from tests.cli.running import Shell

NAME = "2020-01-01-more"
H = """section H: DCC Services

# H13 Levels

H13.1 The DCC shall meet these levels:

  | No | Measure | Level |
  | -- | ------- | ----- |
  | 1  | Speed   | 95%   |
  | 2  | Answers | 98%   |

# H14 Testing Services

## Forecasts

H14.1 In this Section:

  define "Device" means a meter, or:
    (a) a hub; and
    (b) a display.

  define "User" means a Party.

H14.2 The DCC shall promptly provide a service to each User:
  (a) in a laboratory; and
  (b) on a site,

  and the DCC shall promptly answer.

H14.3 The DCC shall report once a year. The DCC shall also publish the report.

H14.4 The DCC shall keep each report.

H14.5 Each User shall pay for a Device.

# H15 Costs

H15.1 Each User shall pay.
"""
G = """section G: Security

G1.1 Each User shall keep its Device safe.
"""
CODE = """title = "A Code"
short = "AC"
documents = [
    "sections/G-security.sec",
    "sections/H-dcc-services.sec",
]
"""
WORDING = {
    "substitute words": ('in Section H14.4, for "each report" substitute "every report"', "keep every report."),
    "substitute a stretch of words": (
        'in Section H14.3, for the words from "once" to "year" substitute "each month"',
        "shall report each month. The",
    ),
    "substitute to the end": (
        'in Section H14.4, for the words from "keep" to the end substitute "burn it"',
        "H14.4 The DCC shall burn it",
    ),
    "omit words": ('in the opening words of Section H14.2, omit "promptly"', "The DCC shall provide a service"),
    "omit words in the second place": (
        'in Section H14.2, omit "promptly", in the second place it occurs',
        "and the DCC shall answer.",
    ),
    "substitute words in each place": (
        'in Section H14.2, for "promptly", in each place it occurs, substitute "soon"',
        "and the DCC shall soon answer.",
    ),
    "omit closing words": ('in the closing words of Section H14.2, omit "promptly"', "and the DCC shall answer."),
    "insert words after": (
        'in Section H14.4, after "The DCC" insert "or the Panel"',
        "The DCC or the Panel shall keep",
    ),
    "insert words before": ('in Section H14.4, before "keep" insert "always"', "shall always keep"),
    "insert at the end": ('in Section H14.4, at the end insert ", in writing"', "keep each report, in writing."),
    "insert at the beginning": (
        'in Section H14.4, at the beginning insert "Subject to Section H14.5,"',
        "H14.4 Subject to Section H14.5, The DCC",
    ),
    "substitute a heading": ('for the heading of Section H14 substitute "Tests"', "# H14 Tests\n"),
    "substitute a sub-heading": ('for the sub-heading "Forecasts" in Section H14 substitute "Plans"', "## Plans\n"),
    "words of a heading": ('in the heading of Section H14, omit "Services"', "# H14 Testing\n"),
    "words of a row": (
        'in the row beginning "2" in the table in Section H13.1, for "98%" substitute "99%"',
        "| 99%",
    ),
    "words of a definition": (
        'in Section H14.1, in the definition of "Device", in paragraph (b), for "display" substitute "screen"',
        "(b) a screen.",
    ),
    "insert a provision": (
        "in Section H14, after Section H14.4 insert\n  > H14.4A It is new.",
        "\nH14.4A It is new.\n",
    ),
    "insert a definition": (
        'in Section H14.1, at the appropriate place insert\n  > define "Party" means a person.',
        'display.\n\n  define "Party" means a person.\n\n  define "User"',
    ),
    "insert a row": (
        'in the table in Section H13.1, after the row beginning "1" in the table in Section H13.1 insert\n'
        "  > | 1A | Calls | 90% |",
        "| 1A",
    ),
    "substitute a provision": ("for Section H14.4 substitute\n  > H14.4 It is other.", "\nH14.4 It is other.\n"),
    "substitute a range": (
        "for Sections H14.3 to H14.4 substitute\n  > H14.3 One for two.",
        "H14.3 One for two.\n\nH14.5",
    ),
    "omit a paragraph": ("omit Section H14.2(b)", "(a) in a laboratory; and\n\n  and the DCC"),
    "keep the number": ("omit Section H14.4, keeping the number as [Not used]", "\nH14.4 [Not used]\n"),
    "move": ("move Section H14.5 to after Section H14.2, as H14.2A", "answer.\n\nH14.2A Each User shall pay for a"),
    "move to another sub-section": (
        "move Section H14.5 to the end of Section H15, as H15.2",
        "H15.1 Each User shall pay.\n\nH15.2 Each User shall pay for a Device.",
    ),
    "renumber": ("renumber Section H14.5 as H14.6", "\nH14.6 Each User shall pay for a Device."),
    "renumber a range": ("renumber Sections H14.4 to H14.5 as H14.5 to H14.6", "\nH14.5 The DCC shall keep"),
    "split": (
        'split Section H14.3 before "The DCC shall also", the second part to be H14.3A',
        "once a year.\n\nH14.3A The DCC shall also publish",
    ),
    "join": ("join Section H14.4 to Section H14.3", "publish the report. The DCC shall keep each report."),
    "rename a term": ('rename "Device" as "Meter"', "H14.5 Each User shall pay for a Meter."),
    "rename a term in some documents": ('rename "Device" as "Meter" in Section H', 'define "Meter" means'),
}
"""Each operation on the wording, and what Section H then says."""
EFFECT = {
    "commence": "commence Section H14, from 2020-02-01",
    "cease": "cease Section H14.4, from 2020-10-31",
    "extend": "extend Section H14.4 until 2020-12-31",
    "shorten": "shorten Section H14.4 until 2020-06-30",
    "disapply": 'disapply Section H14, for class of device "SMETS1 Device"',
    "suspend": "suspend Section H14.5",
    "resume": "resume Section H14.5, from 2020-10-27",
    "vary": 'vary Section H14.4 as if for "keep" there were substituted "show"',
    "event": 'event "DCC Live" occurs on 2020-01-08',
    "save": "save anything done under Section H14.4 before 2019-07-24",
    "read as": 'in Section H, read "Hub" as "SMETS2+ Hub"',
    "no change": "no change to Section H14.3: it was considered, and is to stay",
    "outside": "outside the Code, amend Condition 13 of the DCC Licence",
}
"""Each operation on the effect, and each remark: the text stays as it is."""
EARLIER = "2019-06-01-earlier"
ON_ANOTHER = {
    "fix a date": f"fix the date in paragraph 1 of {EARLIER} as 2020-09-28",
    "fix a date in the text": "fix the date in Section H14.4 as 2020-09-30",
    "decide": f"decide {EARLIER} on 2020-01-20",
    "withdraw a paragraph": f"withdraw paragraph 1 of {EARLIER}",
    "withdraw": f"withdraw {EARLIER}",
    "cancel": f"cancel paragraph 2 of {EARLIER}",
    "state": f"Section H14.4 states the date in paragraph 1 of {EARLIER}",
}
"""Each operation on another instrument, or on a day that was left open: it says what becomes of the text and when."""
REFUSED = {
    'in Section H14.4, for "every report" substitute "a report"': "do not stand in Section H14.4",
    'in Section H14.2, for "promptly" substitute "soon"': "quote more of the words around them",
    "in Section H14, after Section H14.4 insert\n  > H14.5 It is new.": "H14.5",
    "omit Section H14.9": "there is no Section H14.9",
    "renumber Section H14.4 as H14.3": "H14.3",
    "move Section H14.4 to after Section H99.1": "there is no Section H99.1",
    'for the sub-heading "Plans" in Section H14 substitute "More"': "no sub-heading",
    'in the row beginning "7" in the table in Section H13.1, omit "95%"': "no row begins",
    'split Section H14.3 before "The DCC", the second part to be H14.3A': "quote more of the words around them",
    'rename "Gadget" as "Meter"': "Gadget",
    "revoke Appendix AJ": "Appendix AJ",
}
"""What cannot be carried out exactly once, and what the refusal names."""


@pytest.fixture
def coded(shell: Shell) -> Shell:
    """A shell beside a Code of two documents."""
    shell.write({"code.toml": CODE.encode(), "sections/G-security.sec": G.encode()})
    shell.write({"sections/H-dcc-services.sec": H.encode()})
    return shell


def _ordered(shell: Shell, *operations: str) -> None:
    numbered = "\n".join(f"{number} {operation}" for number, operation in enumerate(operations, 1))
    text = f"modification {NAME}: More\nmade: 2020-01-01\nrecorded: 2020-01-01\nfrom: 2020-02-01\n\n{numbered}\n"
    shell.write({f"instruments/{NAME}.sec": text.encode()})


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.suffix in (".sec", ".toml")}


def _text(shell: Shell, path: str = "sections/H-dcc-services.sec") -> str:
    return (shell.folder / "sec-source" / path).read_text()


@pytest.mark.parametrize("kind", WORDING)
def test_an_operation_on_the_wording_changes_the_text_and_shows_the_redline(kind: str, coded: Shell) -> None:
    operation, then = WORDING[kind]
    assert then not in H
    _ordered(coded, operation)
    ran = coded.secc("apply", NAME)
    assert ran.status == 0, ran.err
    assert then in _text(coded)
    assert ran.out.startswith("Redline of Section ")
    assert "\n| " in ran.out or "everywhere:" in ran.out or "renumbered:" in ran.out
    assert ran.out.splitlines()[-1].startswith(f"{NAME}: 1 operation on the wording changed Section ")


@pytest.mark.parametrize("kind", EFFECT)
def test_an_operation_on_the_effect_leaves_the_text(kind: str, coded: Shell) -> None:
    _ordered(coded, EFFECT[kind])
    before = _files(coded.folder)
    ran = coded.secc("apply", NAME)
    assert ran.status == 0, ran.err
    assert ran.out == f"{NAME}: 0 operations on the wording changed nothing\n"
    assert _files(coded.folder) == before


@pytest.mark.parametrize("kind", ON_ANOTHER)
def test_an_operation_on_another_instrument_leaves_the_text(kind: str, coded: Shell) -> None:
    earlier = f"modification {EARLIER}: Earlier\nrecorded: 2019-06-01\nfrom: 2020-06-01 if decided by 2020-02-01\n\n"
    earlier += '1 in Section H14.4, for "each report" substitute "every report"\n2 suspend Section H14.5\n'
    coded.write({f"instruments/{EARLIER}.sec": earlier.encode()})
    _ordered(coded, ON_ANOTHER[kind])
    before = _files(coded.folder)
    ran = coded.secc("apply", NAME)
    assert ran.status == 0, ran.err
    assert ran.out == f"{NAME}: 0 operations on the wording changed nothing\n"
    assert _files(coded.folder) == before
    _ordered(coded, ON_ANOTHER[kind], 'in Section G1.1, for "safe" substitute "well"')
    assert coded.secc("apply", NAME).out.endswith(f"{NAME}: 1 operation on the wording changed Section G\n")
    assert _text(coded) == H


def test_a_document_is_designated_re_designated_and_revoked(coded: Shell) -> None:
    annexes = {
        "appendix-AO.sec": "appendix AO: A Policy\n\n1.1 It has an aim.\n",
        "section-G.sec": G.replace("safe", "so"),
    }
    coded.write({f"instruments/{NAME}/annexes/{name}": text.encode() for name, text in annexes.items()})
    (coded.folder / f"sec-source/instruments/{NAME}/instrument.sec").write_text(
        f"direction {NAME}: More\nmade: 2020-01-01\nrecorded: 2020-01-01\n\n"
        "1 designate Appendix AO as version 1.0, in the form set out at annexes/appendix-AO.sec\n"
        "2 re-designate Section G as version 2.0, in the form set out at annexes/section-G.sec\n"
        "3 revoke Section H\n"
    )
    ran = coded.secc("apply", NAME)
    assert ran.status == 0, ran.err
    assert _text(coded, "appendices/AO-a-policy.sec") == annexes["appendix-AO.sec"]
    assert _text(coded, "sections/G-security.sec") == annexes["section-G.sec"]
    assert not (coded.folder / "sec-source/sections/H-dcc-services.sec").exists()
    assert "Redline of Section G and Section H and Appendix AO" in ran.out
    assert _text(coded, "code.toml") == CODE.replace("sections/H-dcc-services.sec", "appendices/AO-a-policy.sec")


@pytest.mark.parametrize("operation", REFUSED)
def test_what_cannot_be_done_exactly_once_is_refused_and_all_of_it(operation: str, coded: Shell) -> None:
    _ordered(coded, 'in Section G1.1, for "safe" substitute "well"', operation)
    before = _files(coded.folder)
    ran = coded.secc("apply", NAME)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"secc: {NAME} cannot be carried out, and nothing was changed:\n  paragraph 2: ")
    assert REFUSED[operation] in ran.err
    assert "= help: " in ran.err
    assert _files(coded.folder) == before


def test_an_annex_that_is_not_there_is_named(coded: Shell) -> None:
    text = f"direction {NAME}: More\nmade: 2020-01-01\n\n1 re-designate Section H as version 2.0, "
    text += "in the form set out at annexes/section-H.sec\n"
    coded.write({f"instruments/{NAME}/instrument.sec": text.encode()})
    before = _files(coded.folder)
    ran = coded.secc("apply", NAME)
    assert (ran.status, ran.out) == (2, "")
    assert "on line 4, there is no such annex" in ran.err
    assert _files(coded.folder) == before


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_disk_that_is_full_leaves_every_file_as_it_was(
    fails_at: int, coded: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ordered(coded, 'in Section G1.1, for "safe" substitute "well"', "omit Section H14.4")
    before = _files(coded.folder)
    monkeypatch.setattr(cli, "_leave_unsaid", lambda: None)  # what is captured here has no file of its own
    fill, filled = writing._fill, []

    def full(handle: int, contents: bytes) -> None:
        filled.append(contents)
        fill(handle, contents[:10] if len(filled) == fails_at else contents)
        if len(filled) == fails_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing, "_fill", full)
    ran = coded.secc("apply", NAME)
    assert (ran.status, ran.out) == (2, "")
    assert "cannot be written: No space left on device" in ran.err
    assert _files(coded.folder) == before
    assert not [path for path in coded.folder.rglob(".*.sec.*") if path.is_file()]
