"""Comparisons of real Acts at several dates: the laws hold, and what changed is what their drafters noted.

The places that changed and that no note names are editors' corrections, which are not amendments and so have no note:
"KV" for "kV", and the list of contents of the notes behind the Act.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from secc.code.load import read_document, source_of
from secc.code.model import Document
from secc.compare import Certainty, State, compare, match
from tests.compare.laws import lines, told
from tests.corpus.score_acts import Named, named_in, read_act, report, score, versions_in

EDITORIAL = {
    Named(("24", "(5)"), heading=False),
    Named(("annex-6",), heading=True),
    Named(("annex-6",), heading=False),
}
DATED = (
    "Electricity-Act-1992",
    "Electricity-Industry-Act-2010",
    "CommonPaper-CSA",
    "CommonPaper-SLA",
    "IE-1999-act-23",
    "IE-2002-act-10",
    "IE-2002-act-20",
    "IE-2014-act-38",
    "IE-2018-act-7",
)


@pytest.mark.corpora
def test_what_changed_is_what_the_notes_name(corpora: Path) -> None:
    scores = [score(corpora, versions, notes) for versions, notes in versions_in(corpora)]
    faults = "\n".join(line for each in scores for line in report(each))
    notes, missed = (sum(map(len, each)) for each in zip(*((each.notes, each.missed) for each in scores), strict=True))
    changed, spurious = sum(len(each.changed) for each in scores), [place for each in scores for place in each.spurious]
    assert notes - missed >= 0.95 * notes, faults
    assert changed - len(spurious) >= 0.95 * changed, faults
    assert set(spurious) <= EDITORIAL, faults


@pytest.mark.corpora
def test_provisions_keep_their_number_where_nobody_renumbered(corpora: Path) -> None:
    """No note of these Acts speaks of renumbering, so whatever is in both is the same under the same address.

    Where a paragraph was replaced and one inserted behind it, the old words, altered, may be in the next one; and the
    paragraphs of section 5 became those of its new subsection (1).
    """
    elsewhere = set()
    for versions, _ in versions_in(corpora):
        before, after = (read_act(corpora, versions.act, date) for date in (versions.earlier, versions.later))
        for each in match((before,), (after,)):
            if each.before and each.after and each.before != each.after and each.certainty is not Certainty.EQUAL:
                elsewhere.add((each.before.local, each.after.local))
    assert elsewhere == {
        ("5(a)", "5(1)(a)"),
        ("40(7)", "40(8)"),
        ("101(5)", "101(6)"),
        ("101(6)", "101(7)"),
    }


@pytest.mark.corpora
def test_all_dated_texts_are_tried(corpora: Path) -> None:
    names = [path.name.partition("@")[0] for path in (corpora / "sec").glob("*@*.sec")]
    assert {each for each in names if names.count(each) > 1} == set(DATED)


@pytest.mark.corpora
@pytest.mark.parametrize("name", DATED)
def test_the_laws_hold(corpora: Path, name: str) -> None:
    for before, after in pairwise(_read(corpora, name)):
        changes = compare(before, after)
        assert list(told(changes, State.DELETED)) == list(lines(before))
        assert list(told(changes, State.INSERTED)) == list(lines(after))


def _read(corpora: Path, name: str) -> Iterator[Document]:
    for path in sorted((corpora / "sec").glob(f"{name}@*.sec")):
        yield read_document(source_of(path.name, path.read_bytes())).document


def test_a_note_names_a_provision() -> None:
    assert named_in("Section 2(1) **working day** paragraph (ab)") == Named(
        ("2", "(1)", '"working day"', "(ab)"), heading=False
    )
    assert named_in("Schedule 4 clause 9(3)(ca)") == Named(("annex-4", "9", "(3)", "(ca)"), heading=False)
    assert named_in("Section 8 heading").covers(Named(("8",), heading=True))
    assert not named_in("Section 8 heading").covers(Named(("8",), heading=False))
    assert named_in("Section 8").covers(Named(("8", "(1)"), heading=False))
    assert not named_in("Section 8(1)").covers(Named(("8", "(2)"), heading=False))
