"""Two changes of one text brought together: what is taken from each, what clashes, and that nothing is lost."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from secc.amending.merging import Merged, Texts, merge
from secc.amending.version import read
from secc.code.load import LoadedDocument, NoCache
from secc.diagnostics import Severity
from secc.ids import DocumentId, DocumentKind
from tests.amending.against_git import by_secc, cases
from tests.amending.marked import MARK, Three, three

SEEDS = st.integers(0, 2**32)
_H = DocumentId(DocumentKind.SECTION, "H")
BASE = """section H: DCC Services

# H1 Notices

H1.1 The DCC shall notify the Panel within 5 days of each of these:
  (a) a failure; and
  (b) a fault.

H1.2 The Panel shall publish each notice.

H1.3 No notice has effect before it is received, nor after
it has been withdrawn.

  | Notice | Within |
  | ------ | ------ |
  | First  | 5 days |
  | Second | 6 days |

# H2 Costs

H2.1 Each User shall pay for what it asks for.
"""


def _loaded(text: str) -> LoadedDocument:
    return read(text, _H, NoCache())


def _merged(one: str, other: str, base: str = BASE) -> Merged:
    return merge(Texts((_loaded(base),), (_loaded(one),), (_loaded(other),)))


def _text(merged: Merged) -> str:
    return merged.documents[_H]


def _both(*edits: tuple[str, str]) -> str:
    """The base with edits made: each the words to find and those to put there."""
    text = BASE
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


DISJOINT = {
    "words of one sentence": (("shall notify", "shall promptly notify"), ("within 5 days of", "within 7 days of")),
    "a word, and lines broken elsewhere": (("effect before", "force before"), ("nor after\nit", "nor\nafter it")),
    "a paragraph more, and a word of its neighbour": (
        ("(b) a fault.", "(b) a fault;\n  (c) an outage."),
        ("(a) a failure", "(a) each failure"),
    ),
    "a provision less, and a word of its neighbour": (
        ("H1.2 The Panel shall publish each notice.\n\n", ""),
        ("No notice", "No such notice"),
    ),
    "two cells of one row": (("| First  |", "| Third  |"), ("5 days |\n  | S", "8 days |\n  | S")),
    "a row more, and a cell": (
        ("| Second | 6 days |", "| Second | 6 days |\n  | Third  | 9 days |"),
        ("First ", "1st   "),
    ),
    "a heading, and a word": (("# H2 Costs", "# H2 Charges"), ("asks for.", "orders.")),
    "new numbers at one place": (
        ("H1.3 No", "H1.2A The Panel keeps a list.\n\nH1.3 No"),
        ("notice.\n\nH1.3", "notice.\n\nH1.2B The Panel keeps a log.\n\nH1.3"),
    ),
    "a new number, and a word": (("H2.1 Each", "H2.2 Each"), ("shall pay", "must pay")),
    "the header, and a word": (("section H: DCC Services", "section H: Services"), ("Each User", "A User")),
}


@pytest.mark.parametrize("kind", DISJOINT)
def test_changes_that_go_together_are_both_made(kind: str) -> None:
    first, second = DISJOINT[kind]
    made = _merged(_both(first), _both(second))
    assert made.clashes == ()
    wanted = _loaded(_both(first)).source.text
    if kind == "new numbers at one place":
        wanted = BASE.replace("H1.3 No", "H1.2A The Panel keeps a list.\n\nH1.2B The Panel keeps a log.\n\nH1.3 No")
    else:
        wanted = wanted.replace(*second)
    assert _loaded(_text(made)).digest == _loaded(wanted).digest
    assert _merged(_both(second), _both(first)).documents == made.documents


RENUMBERED = BASE.replace(
    "H1.2 The Panel shall", "H1.2 The Panel shall keep a register.\n\nH1.3 The Panel shall"
).replace("H1.3 No", "H1.4 No")
CITING = BASE.replace("asks for.", "asks for, and for what is published under Section H1.2.")


def test_a_new_reference_to_what_the_other_text_renumbers_is_told() -> None:
    for made in (_merged(RENUMBERED, CITING), _merged(CITING, RENUMBERED)):
        (clash,) = made.clashes
        assert str(clash.address) == "section-H/H2.1"
        assert _text(made).splitlines()[clash.line - 1].startswith("// conflict 1: the ")
        assert "refers here to Section H1.2, which is Section H1.3 in the " in clash.why


def test_a_new_reference_to_what_the_other_text_leaves_out_is_told() -> None:
    made = _merged(CITING, _both(("H1.2 The Panel shall publish each notice.\n\n", "")))
    assert [each.why for each in made.clashes] == [
        "the first text refers here to Section H1.2, which the second text leaves out"
    ]


def test_a_reference_that_is_not_new_or_leads_to_what_stays_is_no_conflict() -> None:
    cited = BASE.replace("asks for.", "asks for under Section H1.2.")
    followed = RENUMBERED.replace("asks for.", "asks for under Section H1.3.")
    assert _merged(followed, cited.replace("Each User", "A User"), cited).clashes == ()
    assert _merged(_both(("H2.1 Each", "H2.2 Each")), CITING.replace("H1.2.", "H1.1.")).clashes == ()


def test_what_one_moves_and_the_other_changes_is_moved_and_changed() -> None:
    words = "H1.2 The Panel shall publish each notice.\n\n"
    moved = BASE.replace(words, "").replace("# H2 Costs\n\n", f"# H2 Costs\n\n{words}")
    made = _merged(moved, _both(("publish each", "publish any")))
    assert made.clashes == ()
    assert _text(made) == moved.replace("publish each", "publish any")


def test_words_that_clash_are_both_there_in_brackets() -> None:
    made = _merged(_both(("within 5 days", "within 6 days")), _both(("within 5 days", "within seven days")))
    assert [(str(each.address), each.line) for each in made.clashes] == [("section-H/H1.1", 5)]
    assert _text(made).splitlines()[4:6] == [
        '// conflict 1: for "5", the first text has "6", and the second text "seven"',
        "H1.1 The DCC shall notify the Panel within [6] [seven] days of each of these:",
    ]


def test_a_provision_that_one_leaves_out_and_the_other_changes_stays_and_is_told() -> None:
    gone = _both(("H1.2 The Panel shall publish each notice.\n\n", ""))
    changed = _both(("publish each", "publish any"))
    for one, other, said in ((gone, changed, "the first"), (changed, gone, "the second")):
        made = _merged(one, other)
        assert [each.why.split(" text")[0] for each in made.clashes] == [said]
        assert "H1.2 The Panel shall publish any notice." in _text(made)


def test_one_new_number_for_two_provisions_is_a_conflict_wherever_they_stand() -> None:
    first = _both(("H1.2 The", "H1.1A The Panel keeps a list.\n\nH1.2 The"))
    for place in ("H1.2 The", "H1.3 No"):
        made = _merged(first, _both((place, f"H1.1A The Panel keeps a log.\n\n{place}")))
        assert made.clashes
        assert "keeps a list" in _text(made)
        assert "keeps a log" in _text(made)


def test_two_numbers_for_one_provision_are_a_conflict_and_its_words_stand_once() -> None:
    made = _merged(_both(("H2.1 Each", "H2.2 Each")), _both(("H2.1 Each User", "H2.5 Each Party")))
    assert [each.why for each in made.clashes] == [
        "H2.1 has become H2.2 in the first text, and H2.5 in the second text"
    ]
    assert "\nH2.2 Each Party shall pay" in _text(made)


def test_a_move_to_two_places_is_a_conflict() -> None:
    long = (
        "H1.2 The Panel shall publish each notice on the Website, and keep it there for as long as it has effect.\n\n"
    )
    base = _both(("H1.2 The Panel shall publish each notice.\n\n", long))
    rest = base.replace(long, "")
    one = rest.replace("# H2 Costs\n\n", f"# H2 Costs\n\n{long}")
    made = _merged(one, rest + "\n# H3 Notices again\n\n" + long, base)
    assert [each.why for each in made.clashes] == [
        "the second text moves this to another place than the first text, where it stands here"
    ]
    assert _text(made).count("H1.2 The Panel") == 1


def test_a_code_that_both_change_stands_twice_and_as_it_was_in_a_comment() -> None:
    base = "section H: X\n\nH1.1 It is:\n\n  ```\n  a = 1\n  ```\n"
    made = _merged(base.replace("a = 1", "a = 2"), base.replace("a = 1", "b = 1"), base)
    assert len(made.clashes) == 2
    assert [line.strip() for line in _text(made).splitlines() if "=" in line] == ["//   a = 1", "a = 2", "b = 1"]


def test_comments_are_kept() -> None:
    made = _merged(_both(("H2.1 Each", "// see the letter\nH2.1 Each")), _both(("shall pay", "must pay")))
    assert _text(made).endswith("// see the letter\nH2.1 Each User must pay for what it asks for.\n")


def test_the_check_finds_what_is_not_settled() -> None:
    made = _merged(_both(("within 5 days", "within 6 days")), _both(("within 5 days", "within seven days")))
    found = [each for each in _loaded(_text(made)).findings if each.severity is Severity.ERROR]
    assert [each.headline for each in found] == [
        "two changes of this text clash, and it is not settled which of them is to stand"
    ]
    assert _loaded(BASE.replace("H2.1 Each", "// conflict of interest: none\nH2.1 Each")).findings == ()


def test_a_document_that_only_one_has_is_taken_and_one_that_both_leave_out_goes() -> None:
    g = read("section G: Security\n\nG1.1 All is safe.\n", DocumentId(DocumentKind.SECTION, "G"), NoCache())
    h = _loaded(BASE)
    assert set(merge(Texts((h,), (h, g), (h,))).documents) == {h.id, g.id}
    assert set(merge(Texts((h, g), (h,), (h,))).documents) == {h.id}
    assert set(merge(Texts((h, g), (h,), (h, g))).documents) == {h.id}


def test_no_case_that_is_measured_beside_git_comes_out_wrong() -> None:
    for case in cases(7, 1):
        assert by_secc(case) == ("right" if case.both is not None else "conflict"), case.kind


def _texts(side: tuple[LoadedDocument, ...]) -> dict[DocumentId, str]:
    return {each.id: each.source.text for each in side}


def _three(seed: int, edits: int) -> Three:
    made = three(seed, edits)
    assume(made is not None)
    assert made is not None
    return made


@settings(derandomize=True, max_examples=25, deadline=None)
@given(SEEDS, st.integers(1, 6))
def test_what_only_one_changed_is_that_one(seed: int, edits: int) -> None:
    made = _three(seed, edits)
    for one, other in ((made.one, made.base), (made.base, made.one), (made.one, made.one)):
        merged = merge(Texts(made.base, one, other))
        assert merged.clashes == ()
        assert merged.documents == _texts(made.one)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 6))
def test_no_word_is_lost_and_which_is_which_makes_no_difference(seed: int, edits: int) -> None:
    made = _three(seed, edits)
    merged = merge(Texts(made.base, made.one, made.other))
    swapped = merge(Texts(made.base, made.other, made.one))
    assert bool(merged.clashes) == bool(swapped.clashes)
    if not merged.clashes:
        assert merged.documents == swapped.documents
    base, one, other = (set(MARK.findall("".join(_texts(side).values()))) for side in (made.base, made.one, made.other))
    found = set(MARK.findall("".join(merged.documents.values())))
    assert (one & other) | (one - base) | (other - base) <= found
