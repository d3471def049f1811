"""What the golden cases cannot show: moves between documents by number, labels that repeat, grouping, certainty."""

from itertools import combinations, pairwise, product
from random import Random

from secc.code.from_syntax import from_syntax
from secc.code.load import source_of
from secc.code.model import Document
from secc.compare import Certainty, How, Hunk, State, TableChanged, compare, compare_codes, match, words
from secc.compare.alignment import align
from secc.compare.chain import heaviest_chain, knots
from secc.compare.weights import weight
from secc.syntax import parse

OBLIGATION = "shall keep a record of each Service Request that it receives, and of each response that it sends"


def document(text: str) -> Document:
    source = source_of("case.sec", text.encode())
    return from_syntax(source, parse(source)).document


def section(letter: str, *clauses: str) -> Document:
    return document(f"section {letter}: A Section\n\n" + "\n\n".join(clauses) + "\n")


def test_a_document_keeps_its_place_by_its_label() -> None:
    old = section("G", f"G1.1 The DCC {OBLIGATION}."), section("H", f"H1.1 The Panel {OBLIGATION}.")
    new = section("H", f"H1.1 The Panel {OBLIGATION}."), section("G", f"G1.1 The DCC {OBLIGATION}.")
    assert not compare_codes(old, new)


def test_documents_may_come_in_another_order() -> None:
    """Each is there once, those of the old text in the order of the new one."""
    letters = {
        letter: section(letter, f"{letter}1.1 The {who} {OBLIGATION}.")
        for letter, who in zip("ABCD", ("DCC", "Panel", "Authority", "Secretary of State"), strict=True)
    }
    edited = section("B", f"B1.1 The Panel {OBLIGATION} and keeps.")
    changes = compare_codes(
        (letters["A"], letters["B"], letters["C"]), (letters["C"], letters["D"], edited, letters["A"])
    )
    assert [(str(each.place.address), each.how) for each in changes.changed] == [
        ("section-D", How.INSERTED),
        ("section-D/D1.1", How.INSERTED),
        ("section-B/B1.1", How.CHANGED),
    ]
    roots = [(each.before, each.after) for each in changes.stream if each.depth == 0]
    assert [[place and str(place.address) for place in each] for each in roots] == [
        ["section-C", "section-C"],
        [None, "section-D"],
        ["section-B", "section-B"],
        ["section-A", "section-A"],
    ]
    assert len(changes.pairs) == 8


def test_a_document_called_otherwise_is_found_by_what_it_says() -> None:
    old = section("G", f"G1.1 The DCC {OBLIGATION}."), section("H", "H1.1 The Panel shall meet in each month.")
    new = section("L", f"G1.1 The DCC {OBLIGATION}."), section("H", "H1.1 The Panel shall meet in each month.")
    (pair,) = compare_codes(old, new).changed
    assert pair.how is How.RENUMBERED
    assert (str(pair.place.address), pair.relabelled and pair.relabelled.before) == ("section-L", "Section G")


def test_a_document_that_is_gone_is_deleted_with_all_in_it() -> None:
    kept = section("H", "H1.1 The Panel shall meet in each month.")
    changes = compare_codes((section("G", "G1.1 The DCC shall pay."), kept), (kept,))
    assert [(str(each.place.address), each.how) for each in changes.changed] == [
        ("section-G", How.DELETED),
        ("section-G/G1.1", How.DELETED),
    ]


def test_a_clause_that_moved_between_documents_is_numbered_in_both_places() -> None:
    old = section("G", f"G1.1 The DCC {OBLIGATION}."), section("H", "H1.1 The Panel shall meet.")
    new = section("G"), section("H", "H1.1 The Panel shall meet.", f"H1.2 The DCC {OBLIGATION}.")
    changes = compare_codes(old, new)
    (pair,) = changes.changed
    assert (pair.how, pair.move) == (How.MOVED, 1)
    assert [(block.state, block.move) for block in changes.stream if block.move] == [
        (State.DELETED, 1),
        (State.INSERTED, 1),
    ]


def test_of_two_equal_clauses_the_one_that_stayed_is_the_same() -> None:
    one, two = f"H1.1 The DCC {OBLIGATION}.", f"H1.2 The DCC {OBLIGATION}."
    (pair,) = compare(section("H", one, two), section("H", two)).changed
    assert (pair.how, str(pair.place.address)) == (How.DELETED, "section-H/H1.1")


def test_what_only_the_number_speaks_for_is_said_to_be_doubtful() -> None:
    old = section("H", f"H1.1 The DCC {OBLIGATION}.", f"H1.2 The Panel {OBLIGATION}.", "H1.3 It shall so meet.")
    new = section("H", "H1.1 [Not used]", f"H1.2 The Panel and the DCC {OBLIGATION}.", "H1.3 It shall so meet.")
    found = {str(each.before): each.certainty for each in match((old,), (new,))}
    assert found == {
        "section-H": Certainty.SIMILAR,
        "section-H/H1.1": Certainty.NUMBER,
        "section-H/H1.2": Certainty.SIMILAR,
        "section-H/H1.3": Certainty.EQUAL,
    }


def test_a_reference_to_a_renumbered_paragraph_is_consequential() -> None:
    old = "H1.1 The DCC:\n  (a) shall pay; and\n  (b) subject to paragraph (a) and Section H1.1(a), shall report."
    new = (
        "H1.1 The DCC:\n  (a) shall insure each of its premises;\n  (b) shall pay; and\n"
        "  (c) subject to paragraph (b) and Section H1.1(b), shall report."
    )
    changes = compare(section("H", old), section("H", new))
    assert [(each.removed, each.put) for each in changes.consequential] == [("(a)", "(b)"), ("H1.1(a)", "H1.1(b)")]


def test_another_reference_is_not() -> None:
    old = "H1.1 Subject to Section H1.2, the DCC shall pay.", "H1.2 The Panel shall meet in each month."
    new = "H1.1 Subject to Section H1.9, the DCC shall pay.", "H1.3 The Panel shall meet in each month."
    changes = compare(section("H", *old), section("H", *new))
    assert changes.consequential == ()
    assert any(each.relabelled for each in changes.changed)


def test_a_larger_gap_gives_fewer_changes() -> None:
    before, after = "the notice to Panel and the fee", "a notice for Authority and each fee"
    assert len(words(before, after, 2.0)) < len(words(before, after, 0.0))


def test_a_long_text_of_which_little_is_left_is_one_change() -> None:
    before = "The DCC shall make each of its Services available to all Users by means of the DCC User Interface."
    after = (
        "Enrolment of a device is subject to prior confirmation, given as and when Panel Members so direct, by them."
    )
    assert words(before, after) == (Hunk(0, len(before), 0, len(after)),)


def test_two_very_long_texts_are_compared() -> None:
    """Beyond what is aligned cell by cell."""
    numbers = [f"word{place * place % 997}" for place in range(900)]
    before = " ".join(numbers)
    after = " ".join(["first", *numbers[:300], "middle", *numbers[310:], "last"])
    hunks = words(before, after)
    assert [after[each.after_start : each.after_end].strip() for each in hunks] == ["first", "middle", "last"]


def test_texts_too_long_to_align_are_cut_at_words_that_stand_once() -> None:
    """A schema set out as code may have a hundred thousand words."""
    common = [("the", "of", "a", "and", "to")[place % 5] for place in range(30_000)]
    half = len(common) // 2
    before = " ".join(["old", *common[:half], "unique", *common[half:], "end"])
    after = " ".join(["new", *common[:half], "unique", "added", *common[half:], "last"])
    hunks = words(before, after)
    assert [after[each.after_start : each.after_end].strip() for each in hunks] == ["new", "added", "last"]


def test_rows_of_a_long_table_are_found_by_the_cells_that_few_have() -> None:
    rows = [f"  | SRV {place} | yes | {place % 7} days |" for place in range(400)]
    head = ["J1.1 The services are:", "", "  | Service | Open | Within |", "  | --- | --- | --- |"]
    changed = [rows[0].replace("yes", "no"), *rows[1:100], *rows[101:300], "  | SRV X | no | never |", *rows[300:]]
    changed[-1] = changed[-1].replace("yes", "no")
    before, after = (section("J", "\n".join([*head, *each])) for each in (rows, changed))
    (pair,) = compare(before, after).changed
    (change,) = pair.changes
    assert isinstance(change, TableChanged)
    assert [each for each in change.rows if None in each] == [(101, None), (None, 300)]
    assert [(each.before, each.after) for each in change.cells] == [("yes", "no"), ("yes", "no")]


def test_typography_is_told_apart() -> None:
    (pair,) = compare(section("H", 'H1.1 The "notice" - a form.'), section("H", "H1.1 The 'notice' – a form.")).changed
    (change,) = pair.changes
    assert getattr(change, "is_typographic", None)


def test_a_provision_whose_own_words_stayed_is_that_one_whatever_its_number() -> None:
    """Beside one nearly the same, with the number that it has now, and with paragraphs much edited."""
    lists = (
        "  (a) each Service Request that it receives;\n  (b) each response that it sends to any User; and\n"
        "  (c) the time at which it received each, and sent it."
    )
    edited = lists.replace("Service Request that it receives", "Command").replace("to any User", "within two days")
    old = section(
        "H",
        "H1.1 The Panel shall meet in each month.",
        f"H1.2 The DCC shall keep a complete record of all these things:\n{lists}",
        f"H1.3 The DCC shall keep a secure record of all these things:\n{lists}",
    )
    new = section(
        "H",
        "H1.1 The Panel shall meet in each month.",
        "H1.2 The Panel shall publish its minutes within ten Working Days, and send them to each Party.",
        f"H1.3 The DCC shall keep a complete record of all these things:\n{edited}",
        "H1.4 [Not used]",
    )
    mates = {each.before.local: each.after.local for each in match((old,), (new,)) if each.before and each.after}
    assert mates["H1.2"] == "H1.3"


def test_what_only_lost_words_was_not_written_anew() -> None:
    words = "Service Request sent received processed rejected stored by any User Supplier Network Operator Party Device"
    words += " held kept shown told begun ended late early first last open shut old new good bad"
    gone = " or ".join(f"{first} under its {second}" for first in words.split() for second in ("licence", "terms"))
    old = section("H", f"H1.1 The DCC shall publish each report about {gone} to each Party without undue delay.")
    new = section("H", "H1.1 The DCC shall publish each report to each Party without undue delay.")
    (pair,) = compare(old, new).changed
    assert pair.how is How.CHANGED


def test_columns_with_the_same_head_are_told_by_their_cells() -> None:
    def table(*columns: tuple[str, ...]) -> Document:
        head, *rows = zip(*columns, strict=True)
        rule = tuple("---" for _ in head)
        lines = ["  | " + " | ".join(each) + " |" for each in (head, rule, *rows)]
        return section("H", "H1.1 The times are these:\n\n" + "\n".join(lines))

    first, name = ("Time", "five days", "six weeks"), ("Report", "monthly", "yearly")
    (pair,) = compare(table(first, name), table(first, ("Time", "noon", "midnight"), name)).changed
    (change,) = pair.changes
    assert isinstance(change, TableChanged)
    assert change.columns == ((0, 0), (None, 1), (1, 2))
    assert change.cells == ()


def test_the_heaviest_chain_is_that_of_each_knot() -> None:
    """Knots come one after another on both sides, and none can be cut in two."""
    for seed in range(200):
        draw = Random(seed)
        pairs = [each for each in product(range(9), range(9)) if draw.random() < 0.06]
        worth = {each: draw.uniform(0.1, 1.0) for each in pairs}
        found = list(knots(pairs))
        assert [each for knot in found for each in knot] == pairs
        for knot in found:
            cuts = range(1, len(knot))
            assert not any(all(_comes_after(new, old) for old in knot[:cut] for new in knot[cut:]) for cut in cuts)
        chains = [each for knot in found for each in heaviest_chain([(*each, worth[each]) for each in knot])]
        assert chains == heaviest_chain([(*each, worth[each]) for each in pairs])


def _comes_after(new: tuple[int, int], old: tuple[int, int]) -> bool:
    return new[0] > old[0] and new[1] > old[1]


def test_columns_stay_whose_heads_alone_have_other_words() -> None:
    before = "| Device | Within | Charge |\n| --- | --- | --- |\n| ESME | 5 | yes |\n| GSME | 10 | no |"
    after = before.replace("Within", "Response time").replace("no", "yes")
    changes = compare(section("G", f"G1.1 The times are:\n\n{before}"), section("G", f"G1.1 The times are:\n\n{after}"))
    table = next(each for pair in changes.changed for each in pair.changes if isinstance(each, TableChanged))
    assert table.columns == ((0, 0), (1, 1), (2, 2))
    assert [(each.row, each.column, each.before, each.after) for each in table.cells] == [
        ((0, 0), (1, 1), "Within", "Response time"),
        ((2, 2), (2, 2), "no", "yes"),
    ]


def test_no_other_words_to_keep_are_heavier() -> None:
    """Of all ways to keep words of two short texts, each change paid for; equal ends are always kept."""
    for seed in range(150):
        draw = Random(seed)
        before, after = (["Panel", *draw.choices(["the", ",", "of", "Party", "DCC"], k=4), "."] for _ in range(2))
        equal = [(i, j) for i, j in product(range(1, 5), range(1, 5)) if before[i] == after[j]]
        ways = [way for count in range(5) for way in combinations(equal, count) if all(map(_follow, way, way[1:]))]
        for gap in (40, 80):
            runs = align(before, after, gap)
            kept = [(i + place, j + place) for i, j, length in runs for place in range(length)]
            best = max(_worth([(0, 0), *way, (5, 5)], before, gap) for way in ways)
            assert _worth(kept, before, gap) == best


def _follow(old: tuple[int, int], new: tuple[int, int]) -> bool:
    return _comes_after(new, old)


def _worth(kept: list[tuple[int, int]], words: list[str], gap: int) -> int:
    changes = sum((next_i, next_j) != (i + 1, j + 1) for (i, j), (next_i, next_j) in pairwise(kept))
    return sum(weight(words[i]) for i, _ in kept) - gap * changes
