"""Fixes: what is mended is gone, nothing else comes of it, and whatever says something else then is named."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.check import check
from secc.check.mending import Checked, Mended, Texts, changed_provisions, edited, mended
from secc.check.patterns import LATIN
from secc.check.rules import RULES
from secc.code.load import NoCache, load
from secc.diagnostics import CannotProceed, Diagnostic, Edit, Fix, Safety, Severity
from secc.history import Memory, Overlaid
from secc.resolve import resolve
from secc.source import Span
from tests.making import files_of

PATH = "sections/H.sec"
SAFE = frozenset((Safety.SAFE,))
ALL = frozenset(Safety)
STYLE = b'[instead]\n"forthwith" = "by the next day"\n'

SAFE_SLIPS = (
    "The operator shall keep , publish and send the register.",
    "The operator shall keep a register ( of meters ) in full.",
    "The operator shall keep a register,, of meters.",
    "The operator shall keep a register of meters..",
    "The operator shall keep a register of meters,.",
    "The operator shall keep a register,publish it and send it out.",
    "The operator shall keep 10\u00a0000 registers.",
    "The operator shall keep a r\u0435gister of meters.",
    "The operator shall keep the register of 2-4 meters, of 5–6 meters and of 7–8 meters.",
    "The operator shall:\n  (a) keep a register,\n  (b) publish the register;\n  (c) send it out; and\n  (d) answer.",
    "The operator shall:\n  (a) keep a register;\n  (b) publish it (in full)\n  (c) send it; and\n  (d) answer",
    "The operator shall keep *a register , and* publish\n  it .",
)
UNSAFE_SLIPS = (
    "The operator shall keep the\n  the register.",
    "The operator shall authorize the register, and Organize its center.",
    "The operator shall keep and/or publish the register.",
    "The operator shall answer forthwith.",
    "The operator shall:\n  (a) keep a register; and\n  (b) answer requests; or",
    "The operator shall see Section H1.1 & H1.2, and section H1.1.",
    "The operator shall keep **the** the register.",
)
GOOD = (
    "The operator shall keep a register.",
    "The operator shall:\n  (a) keep a register; and\n  (b) publish it.",
    'The operator shall send "it" out, where a meter is read.',
)


def code_with(provisions: Sequence[str]) -> dict[str, bytes]:
    """A Code of one Section, with a clause for each of these, and a house style."""
    clauses = "\n\n".join(f"H1.{number} {words}" for number, words in enumerate(provisions, start=1))
    files = files_of(f"section H: DCC Services\n\n# H1 Services\n\n{clauses}\n")
    return {**files, "house-style.toml": STYLE}


def mend(files: dict[str, bytes], wanted: frozenset[Safety]) -> Mended:
    def answer(texts: Texts) -> Checked:
        tree = Overlaid(Memory(files), {path: text.encode() for path, text in texts.items()})
        code = load(tree, NoCache())
        return code, check(resolve(code), RULES)

    return mended(answer, wanted)


def found_in(files: dict[str, bytes]) -> tuple[Diagnostic, ...]:
    return check(resolve(load(Memory(files), NoCache())), RULES)


def text_of(outcome: Mended) -> str:
    return outcome.code.sources[PATH].text


@pytest.mark.parametrize(("slip", "mended_to"), [
    (SAFE_SLIPS[0], "The operator shall keep, publish and send the register."),
    (SAFE_SLIPS[1], "The operator shall keep a register (of meters) in full."),
    (SAFE_SLIPS[4], "The operator shall keep a register of meters."),
    (SAFE_SLIPS[6], "The operator shall keep 10,000 registers."),
    (SAFE_SLIPS[7], "The operator shall keep a register of meters."),
    (SAFE_SLIPS[8], "The operator shall keep the register of 2–4 meters, of 5–6 meters and of 7–8 meters."),
    (SAFE_SLIPS[11], "The operator shall keep *a register, and* publish\n  it."),
])  # fmt: skip
def test_a_safe_fix(slip: str, mended_to: str) -> None:
    assert text_of(mend(code_with([slip]), SAFE)).partition("H1.1 ")[2].rstrip("\n") == mended_to


@pytest.mark.parametrize(("slip", "mended_to"), [
    (UNSAFE_SLIPS[0], "The operator shall keep the register."),
    (UNSAFE_SLIPS[1], "The operator shall authorise the register, and Organise its centre."),
    (UNSAFE_SLIPS[2], "The operator shall keep or publish the register."),
    (UNSAFE_SLIPS[3], "The operator shall answer by the next day."),
    (UNSAFE_SLIPS[6], UNSAFE_SLIPS[6]),
])  # fmt: skip
def test_an_unsafe_fix_waits_to_be_asked_for(slip: str, mended_to: str) -> None:
    """The last has emphasis in the words that would go: only the drafter knows which of the two it belongs to."""
    assert not mend(code_with([slip]), SAFE).done
    assert text_of(mend(code_with([slip]), ALL)).partition("H1.1 ")[2].rstrip("\n") == mended_to


_codes = st.lists(st.sampled_from((*SAFE_SLIPS, *UNSAFE_SLIPS, *GOOD)), min_size=1, max_size=6)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(_codes, st.sampled_from((SAFE, ALL)))
def test_what_is_mended_is_gone_and_nothing_comes_of_it(provisions: list[str], wanted: frozenset[Safety]) -> None:
    files = code_with(provisions)
    before = Counter((found.rule, found.provision) for found in found_in(files))
    outcome = mend(files, wanted)
    after = Counter((found.rule, found.provision) for found in outcome.left)
    assert after <= before
    assert not any(found.fix is not None and found.fix.safety in wanted for found in outcome.left)
    done = Counter((found.rule, found.provision) for of_file in outcome.done.values() for found in of_file)
    assert done >= before - after


@settings(derandomize=True, deadline=None, max_examples=60)
@given(_codes)
def test_safe_fixes_change_no_word(provisions: list[str]) -> None:
    files = code_with(provisions)
    assert _words(text_of(mend(files, SAFE))) == _words(files[PATH].decode())


def _words(text: str) -> list[str]:
    """The words and figures of a text, those of thousands as one."""
    return re.findall(r"\w+", re.sub(r"(?<=10)[,\u00a0](?=000)", "", text).translate(LATIN))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(_codes, st.sampled_from((SAFE, ALL)))
def test_every_provision_that_says_something_else_is_named(provisions: list[str], wanted: frozenset[Safety]) -> None:
    files = code_with(provisions)
    outcome = mend(files, wanted)
    before, after = resolve(load(Memory(files), NoCache())), resolve(outcome.code)
    pairs = zip(before.documents[0].words, after.documents[0].words, strict=True)
    other = {old.placed.address.printed for old, new in pairs if old.prose.text != new.prose.text}
    (was,), (now,) = before.loaded.documents, after.loaded.documents
    assert set(changed_provisions(was, now)) == other
    assert bool(other) == (was.digest != now.digest)


def test_a_comment_taken_out_changes_no_provision() -> None:
    files = files_of(
        "section H: DCC Services\n\n# H1 Services\n\n// allow placeholder: as agreed\nH1.1 The operator shall act.\n"
    )
    outcome = mend(files, SAFE)
    assert text_of(outcome) == "section H: DCC Services\n\n# H1 Services\n\nH1.1 The operator shall act.\n"
    assert changed_provisions(outcome.before[PATH], outcome.after[PATH]) == ()


def test_a_letter_that_looks_like_none_is_left() -> None:
    """A word with a letter of another alphabet that no Latin one looks like closely enough."""
    outcome = mend(code_with(["The operator shall keep the \u050dood register."]), SAFE)
    assert [found.rule for found in outcome.left] == ["homoglyph"]
    assert not outcome.done


def test_edits_that_touch_wait_for_the_next_round() -> None:
    outcome = mend(code_with(["The operator shall authorize,, and color it."]), ALL)
    assert text_of(outcome).endswith("H1.1 The operator shall authorise, and colour it.\n")


def test_edits_are_carried_out_from_the_last() -> None:
    assert edited("abcdef", [Edit(Span(0, 1), "xyz"), Edit(Span(3, 3), "-"), Edit(Span(5, 6), "")]) == "xyzbc-de"


def _always(text: str, start: int) -> Diagnostic:
    fix = Fix("write it otherwise", (Edit(Span(start, start + 1), text),), Safety.SAFE)
    return Diagnostic("doubled-word", Severity.WARNING, "as it was", PATH, Span(start, start + 1), fix=fix)


def test_a_file_that_would_no_longer_be_read_is_left_as_it_is() -> None:
    files = code_with(["The operator shall act."])
    code = load(Memory(files), NoCache())

    def answer(texts: Texts) -> Checked:
        tree = Overlaid(Memory(files), {path: text.encode() for path, text in texts.items()})
        return load(tree, NoCache()), [_always("\u202e", code.sources[PATH].text.index("act"))]

    outcome = mended(answer, SAFE)
    assert (outcome.done, outcome.after) == ({}, {})


def test_fixes_that_undo_each_other_are_told() -> None:
    files = code_with(["The operator shall act."])

    def answer(texts: Texts) -> Checked:
        tree = Overlaid(Memory(files), {path: text.encode() for path, text in texts.items()})
        code = load(tree, NoCache())
        at = code.sources[PATH].text.index("ct.") - 1
        return code, [_always("o" if code.sources[PATH].text[at] == "a" else "a", at)]

    with pytest.raises(CannotProceed, match="the fixes of doubled-word undo each other"):
        mended(answer, SAFE)


def test_a_suppression_holds_before_its_day() -> None:
    text = """
        section H: DCC Services

        # H1 Services

        // allow placeholder until 2026-12-31: the Panel decides by then
        H1.1 The operator shall keep [TBC].
        """
    code = resolve(load(Memory(files_of(text)), NoCache()))
    assert check(code, RULES) == ()
    assert check(code, RULES, date(2026, 12, 30)) == ()
    told = [(found.rule, found.headline) for found in check(code, RULES, date(2026, 12, 31))]
    assert told == [
        ("unused-suppression", "`placeholder` was allowed here until 2026-12-31"),
        ("placeholder", "the placeholder [TBC] is left in the text"),
    ]
