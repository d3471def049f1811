"""The finder against a slow and simple one: every place, every form, the longest that is a whole word and in scope."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secc.code.load import source_of
from secc.code.model import Clause, Places, Prose, SubSection
from secc.code.walk import Placed, prose_in
from secc.ids import Address, DocumentId, DocumentKind
from secc.resolve.model import BoundPlace, Term, TermScope
from secc.resolve.state import terms_of
from secc.resolve.terms import TermFinder
from secc.source import Span
from tests.resolve.terms_shown import read

PART_BEFORE = re.compile(r"(?:\w|\w[-'&+.@])\Z")
PART_AFTER = re.compile(r"\w|\+|[-&@]\w|'(?!s\b)\w|\.(?![A-Z])\w")
HERE = DocumentId(DocumentKind.SECTION, "H")
ELSEWHERE = DocumentId(DocumentKind.SECTION, "K")
REACHES = (
    (TermScope.CLAUSE, Address(HERE, ("H14.31",))),
    (TermScope.SUB_SECTION, Address(HERE, ("H14",))),
    (TermScope.DOCUMENT, Address(HERE)),
    (TermScope.CODE, None),
    (TermScope.CLAUSE, Address(HERE, ("H14.32",))),
    (TermScope.SUB_SECTION, Address(HERE, ("H15",))),
    (TermScope.DOCUMENT, Address(ELSEWHERE)),
)
"""Four that hold in Section H14.31, the narrowest first, and three that do not."""
REACHING = REACHES[:4]

LETTERS = "ABs+-'. ("
FORMS = st.text(LETTERS, min_size=1, max_size=6).filter(lambda form: form == form.strip())
TEXTS = st.text(LETTERS, max_size=40)
TERMS = st.lists(st.tuples(st.sampled_from(REACHES), st.lists(FORMS, min_size=1, max_size=3, unique=True)), max_size=8)


def term(forms: Sequence[str], reach: tuple[TermScope, Address | None] = REACHES[3]) -> Term:
    scope, within = reach
    place = BoundPlace(ELSEWHERE, 0, 0, 1, 0)
    return Term(tuple(forms), within or Address(HERE), scope, within, tuple(forms), "", False, (place,))


def place(text: str) -> tuple[Placed, Prose]:
    """The words of Section H14.31."""
    prose = Prose(text, (), Places((0, 0)))
    clause = Clause(span=Span(0, 1), label="H14.31", title="", vacant=False, prose=prose)
    sub_section = SubSection(span=Span(0, 1), label="H14", title=Prose("", (), Places((0, 0))))
    return Placed(clause, Address(HERE, ("H14.31",)), True, Address(HERE), "", sub_section, None, False, 1), prose


def is_whole(text: str, start: int, end: int) -> bool:
    begins = PART_BEFORE.search(text[:start]) is None or re.match(r"\w", text[start]) is None
    ends = PART_AFTER.match(text, end) is None or re.match(r"\w", text[end - 1]) is None
    return begins and ends


def slowly(text: str, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Leftmost-longest over the forms that stand in a text as whole words, one place after another."""
    starting: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        starting.setdefault(form[0], []).append(form)
    at = 0
    while at < len(text):
        whole = (each for each in starting.get(text[at], ()) if text.startswith(each, at))
        found = next((each for each in whole if is_whole(text, at, at + len(each))), None)
        if found is not None:
            yield at, at + len(found)
        at += len(found) if found is not None else 1


@given(TEXTS, st.lists(FORMS, max_size=12))
@example("BABs A", ["BA", "A", "B", "BAB"])
@example("AB's A'B A'", ["AB", "A", "B", "A'"])
@example("A B-A A B", ["A B", "B-A", "A"])
def test_no_use_is_lost_or_invented(text: str, forms: list[str]) -> None:
    placed_here, prose = place(text)
    found = TermFinder([term([form]) for form in forms]).uses(placed_here, prose)
    assert [(use.start, use.end) for use in found] == list(slowly(text, forms))


def test_a_form_may_be_as_long_as_it_is() -> None:
    """Of this length, whatever takes its square takes minutes."""
    form = "A" * 200_000
    placed_here, prose = place(f"The {form} is here.")
    (found,) = TermFinder([term([form])]).uses(placed_here, prose)
    assert (found.start, found.end) == (4, 200_004)


@given(TEXTS, TERMS)
def test_each_use_has_the_narrowest_meaning_around_it(
    text: str, defined: list[tuple[tuple[TermScope, Address | None], list[str]]]
) -> None:
    placed_here, prose = place(text)
    terms = [term(forms, reach) for reach, forms in defined]
    found = TermFinder(terms).find(placed_here, prose)
    here = [(number, each) for number, each in enumerate(terms) if (each.scope, each.within) in REACHING]
    assert [(use.start, use.end) for use in found.uses] == list(
        slowly(text, [form for _, each in here for form in each.forms])
    )
    for use in found.uses:
        meant = [(number, each) for number, each in here if text[use.start : use.end] in each.forms]
        narrowest = min(meant, key=lambda pair: (REACHING.index((pair[1].scope, pair[1].within)), pair[0]))
        assert use.term == narrowest[0]


@given(TEXTS, TERMS)
def test_what_is_out_of_scope_is_no_use(
    text: str, defined: list[tuple[tuple[TermScope, Address | None], list[str]]]
) -> None:
    placed_here, prose = place(text)
    terms = [term(forms, reach) for reach, forms in defined]
    found = TermFinder(terms).find(placed_here, prose)
    inside = {form for each in terms if (each.scope, each.within) in REACHING for form in each.forms}
    for missed in found.out_of_scope:
        assert text[missed.start : missed.end] not in inside
        assert not any(use.start <= missed.start and missed.end <= use.end for use in found.uses)


@given(TEXTS, st.lists(FORMS, max_size=12), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4))
def test_no_use_touches_what_is_taken(text: str, forms: list[str], lengths: list[tuple[int, int]]) -> None:
    placed_here, prose = place(text)
    taken = [(start, start + length) for start, length in lengths]
    for use in TermFinder([term([form]) for form in forms]).uses(placed_here, prose, taken):
        assert not any(start < use.end and use.start < end for start, end in taken)


@given(st.text("AaBz \"(),.;:—'isthe meansorand", max_size=60))
def test_any_words_can_be_read(text: str) -> None:
    source = source_of("sections/H.sec", f"section H: Services\n\nH1.1 In this Section H1, {text}\n".encode())
    (document,) = read(source)
    terms = terms_of([document])
    finder = TermFinder(terms)
    for each in document.blocks:
        for prose in prose_in(each.block):
            assert all(0 <= use.start < use.end <= len(prose.text) for use in finder.uses(each, prose))
    assert all(introduced.start < introduced.end for each in terms for introduced in each.introductions)


@pytest.mark.corpora
@pytest.mark.parametrize("name", ["IE-2002-act-20@consolidated-2026-01-20", "CommonPaper-CSA@v2.1_2024-11-05"])
def test_real_law(corpora: Path, name: str) -> None:
    """Every form of every definition, as if each held everywhere, in each prose without quotations."""
    path = corpora / "sec" / f"{name}.sec"
    (document,) = read(source_of(str(path), path.read_bytes()))
    forms = sorted({form for each in terms_of([document]) for form in each.forms})
    assert len(forms) > 50
    finder = TermFinder([term([form]) for form in forms])
    count = 0
    for each in document.blocks:
        if isinstance(each.block, Clause) and each.block.title:
            continue
        for prose in prose_in(each.block):
            found = [(use.start, use.end) for use in finder.uses(each, prose)]
            if found and '"' not in prose.text and not prose.marks and "Subject to" not in prose.text:
                count += len(found)
                assert found == list(slowly(prose.text, forms))
    assert count > 50
