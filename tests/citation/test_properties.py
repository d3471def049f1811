"""What holds for every text: nothing is raised, citations are apart, and what is written is what is read."""

from hypothesis import given
from hypothesis import strategies as st

from secc.resolve.citation import find
from secc.resolve.citation.letter import citations_in_letter
from secc.resolve.citation.model import Place, Provisions, Range, Unit
from tests.citation.described import NAMES, described, words

PIECES = (
    "section Section Sections clause Clauses paragraph paragraphs (a) Part of the of to and , or & - – . ; : this that "
    "those H14 H14.31 H14.36A A L AL I 5 5.6 88 Act 2008 Gas Regulations DCC Licence Condition Annex [TBC] "
    "(A7) ( ) ‘ ’ ' TMAD SMKI RAPP SEC RFC 5280 Policy (Security) licence electricity supply MP134A S88 s. \n "
    "\n\n \x00 Appendix | <td> </td> <table> <tr> Chapter Question Government response Annexes B–D 1. • E2E §"
).split(" ")
pieces = st.lists(st.sampled_from(PIECES))
texts = st.one_of(st.text(), pieces.map(" ".join), pieces.map("".join))

letters = st.sampled_from("ABCDEFGHIJKLMNOPTXZ")
numbers = st.integers(1, 99).map(str)
inserted = st.tuples(numbers, st.sampled_from(("", "", "A", "C"))).map("".join)
paragraph = st.sampled_from(("a", "b", "h", "aa", "1", "12", "1A"))
clause_numbers = st.tuples(numbers, inserted)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A provision of the main body: its letter, numbers and paragraphs."""
    paragraphs = draw(st.lists(paragraph, max_size=2).map(tuple))
    return draw(letters), draw(clause_numbers), paragraphs


def written(place: tuple[str, tuple[str, ...], tuple[str, ...]]) -> str:
    letter, numbers, paragraphs = place
    return letter + ".".join(numbers) + "".join(f"({label})" for label in paragraphs)


@given(texts)
def test_citations_stand_in_the_text_and_apart(text: str) -> None:
    end = 0
    for citation in find(text, NAMES):
        assert end <= citation.start < citation.end <= len(text)
        assert described(citation.reference)
        end = citation.end


@given(texts)
def test_every_letter_is_read(text: str) -> None:
    lines = text.split("\n")
    for citation in citations_in_letter(text, {"TMAD": "Appendix AL"}):
        assert citation.line <= citation.end_line <= len(lines)
        first_word = citation.text.split()[0]
        assert lines[citation.line - 1][citation.col - 1 :].startswith(first_word)


@given(st.lists(places(), min_size=1, max_size=6, unique=True), st.sampled_from(("Section", "Sections", "section")))
def test_a_list_that_is_written_is_read(cited: list[tuple[str, tuple[str, ...], tuple[str, ...]]], lead: str) -> None:
    head = [written(place) for place in cited]
    text = f"as {lead} {', '.join(head[:-1])}{' and ' if head[:-1] else ''}{head[-1]} of the SEC says"
    (citation,) = find(text)
    assert isinstance(citation.reference, Provisions)
    assert citation.reference.unit is Unit.SECTION
    read = [(p.letter, p.numbers, p.paragraphs) for p in citation.reference.extents if isinstance(p, Place)]
    assert read == cited
    assert words(text, citation) == text[3 : -len(" of the SEC says")]


@given(places(), inserted, st.sampled_from(("-", "–", " to ")))
def test_the_end_of_a_range_is_filled_in(
    first: tuple[str, tuple[str, ...], tuple[str, ...]], last: str, dash: str
) -> None:
    letter, (section, clause), _ = first
    (citation,) = find(f"{letter}{section}.{clause}{dash}{last}, and")
    assert isinstance(citation.reference, Provisions)
    (extent,) = citation.reference.extents
    assert isinstance(extent, Range)
    assert (extent.first.letter, extent.first.numbers) == (letter, (section, clause))
    assert (extent.last.letter, extent.last.numbers) == (letter, (section, last))


@given(places(), st.sampled_from((" ", "\n", "\n\n", "  ", "\u00a0")))
def test_white_space_changes_nothing(place: tuple[str, tuple[str, ...], tuple[str, ...]], space: str) -> None:
    (plain,) = find(f"clause 2.5.6 (d) of Section {written(place)} (Security)")
    (spaced,) = find(f"clause 2.5.6 (d) of Section {written(place)} (Security)".replace(" ", space))
    assert spaced.reference == plain.reference
