"""What holds of references whatever the words and wherever they stand."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from secc.ids import Address
from secc.resolve.model import Broken, Fault, Link, Outside, ResolvedCode
from tests.making import bound, code_of, words_of
from tests.resolve.small_code import APPENDICES, IN_APPENDIX, IN_SECTION, SCHEDULES, SECTIONS

PIECES = """
Section|section|Sections|Clause|clauses|paragraph|paragraphs|sub-paragraph|Appendix|Appendices|Annex|Part|Schedule|
Condition|this|that|those|the preceding|the following|SEC|TMAD|SMKI RAPP|the DCC Licence|the Energy Act 2008|of|of the|
to|and|or|,|;|-|H14|H14.31|H14.36A|G5.23|A1|E3|4.12|4.26|1.10.7|3|88|A|AL|V|(a)|(b)|(ii)|(A7)|(Security)|respectively|
[TBC]|Code|this Code|definition|"Device"|shall|under|.
""".replace("\n", "").split("|")
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join)


@st.composite
def numbers(draw: st.DrawFn) -> list[str]:
    """The numbers of consecutive clauses, some of them inserted: H1.1, H1.2, H1.2A, H1.3."""
    found: list[str] = []
    for number in range(1, draw(st.integers(2, 8)) + 1):
        letters = "ABC"[: draw(st.integers(0, 3))]
        found += [f"H1.{number}", *(f"H1.{number}{letter}" for letter in letters)]
    return found


def code_with(section: str, appendix: str) -> ResolvedCode:
    texts = [each.replace("{section}", section) for each in SECTIONS]
    return code_of(*texts, *SCHEDULES, *[each.replace("{appendix}", appendix) for each in APPENDICES])


def stands(code: ResolvedCode, address: Address) -> bool:
    documents = {each.loaded.document.id for each in code.documents}
    return address in code.provisions if address.path else address.document in documents


@given(SENTENCES)
def test_links_lead_somewhere_and_broken_references_nowhere(sentence: str) -> None:
    code = code_with(f"Words {sentence}", f"Words {sentence}")
    for words in words_of(code):
        assert all(0 <= each.start < each.end <= len(words.prose.text) for each in words.references)
        assert all(before.end <= after.start for before, after in pairwise(words.references))
        for reference in words.references:
            match reference:
                case Link(targets=targets):
                    assert targets
                    assert all(stands(code, target) for target in targets)
                case Broken(wanted=wanted, fault=fault):
                    assert (wanted is None) is (fault is Fault.NO_PLACE)
                    assert wanted is None or not stands(code, wanted)
                case Outside(work=work):
                    assert work


@given(SENTENCES)
def test_a_citation_by_letter_and_number_is_the_same_from_everywhere(sentence: str) -> None:
    said = f'"{sentence.replace(chr(34), "")}" under Section H14.31(a) and Sections G3.26 to G3.28'
    code = code_with(said, said)
    for at in (IN_SECTION, IN_APPENDIX):
        assert bound(code, at)[-2:] == [
            "Section H14.31(a) -> section-H/H14.31(a)",
            "Sections G3.26 to G3.28 -> section-G/G3.26, section-G/G3.27, section-G/G3.27A, section-G/G3.28",
        ]


@given(numbers(), st.data())
def test_a_range_holds_its_ends_and_all_between(clauses: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(clauses) - 2))
    last = data.draw(st.integers(first + 1, len(clauses) - 1))
    provisions = "".join(f"{clause} Words.\n\n" for clause in clauses)
    words = f"H2.1 Under Sections {clauses[first]} to {clauses[last]}.\n"
    code = code_of(f"section H: Services\n\n# H1 Services\n\n{provisions}# H2 Other\n\n{words}")
    (reference,) = next(each for each in words_of(code) if each.placed.address.local == "H2.1").references
    assert isinstance(reference, Link)
    assert [target.local for target in reference.targets] == clauses[first : last + 1]


@given(numbers(), st.data())
def test_a_number_that_is_not_there_is_broken(clauses: list[str], data: st.DataObject) -> None:
    """Of any clause taken away, every citation is found to lead nowhere, and no other is."""
    gone = data.draw(st.sampled_from(clauses))
    provisions = "".join(f"{clause} Words.\n\n" for clause in clauses if clause != gone)
    words = "".join(f"Under Section {clause}; " for clause in clauses)
    code = code_of(f"section H: Services\n\n# H1 Services\n\n{provisions}# H2 Other\n\nH2.1 {words}\n")
    missing = f"Section {gone} -> no such provision: section-H/{gone}"
    kept = [f"Section {clause} -> section-H/{clause}" for clause in clauses]
    assert bound(code, "section-H/H2.1") == [missing if gone in each.split() else each for each in kept]


def test_the_same_code_gives_the_same_references() -> None:
    words = "Under Section H1, that Section, paragraph (c) and Clause 2 of the TMAD."
    first, second = (list(words_of(code_with(words, words))) for _ in range(2))
    assert [each.references for each in first] == [each.references for each in second]
