"""Operations carried out together and one at a time give the same text, the same identities and the same refusals."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.amending.version import DocumentVersion
from secc.instruments.model import (
    AfterPlace,
    AfterWords,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    BeforeWords,
    InsertProvisions,
    InsertWords,
    Join,
    Move,
    OmitProvisions,
    OmitWords,
    RenameTerm,
    Renumber,
    Split,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Which,
    Wording,
)
from secc.instruments.places import Place
from tests.amending.sheets import (
    AC,
    APPENDIX,
    FIRST,
    TEXT,
    H,
    at,
    carried,
    closing,
    heading,
    lines,
    one_by_one,
    opening,
    row,
    sub_heading,
    words,
)

_PROVISIONS = (
    at("H14"), at("H14.31"), at("H14.32"), at("H14.33"), at("H14.31", "(a)"), at("H14.31", "(b)"),
    at("H14.31", "(b)", "(i)"), at("H14.31", "(b)", "(ii)"), at("H14.31A"), at("H14.34"), at("H14.32", '"User"'),
    at("H14.32", '"Device"'), at("4.1", document=AC), at("4.2", document=AC), at("annex-A", document=AC),
    at("annex-A", "A1", document=AC), at("4.3", document=AC),
)  # fmt: skip
_PARTS = (
    opening("H14.31"), closing("H14.31"), row("Device", "H14.32"), row("User System", "H14.32", column="Days"),
    row("n", "H14.32"), row("", "H14.32"), sub_heading("Device and User System Tests", "H14"), at(),
    at(document=AC),
)  # fmt: skip
_QUOTED = ("the", "DCC", "Device", "a Device", "tests", "and", "first", "This", "10", "means", "(and", "new words", "x")
_NEW = ("new words", "x", "(and others)", ", so", "the", "(a) x", "H14.40 y", "*z*", "a Device; and")
_SET_OUT = (
    lines("H14.31A New:\n  (a) one; and\n  (b) two."), lines("(aa) inserted; and"), lines('define "Net" means it.'),
    lines("| n | 1 | 2 |"), lines("4.3 The third."), lines("Words of their own."), lines("## Sub-heading"),
    lines("H14.34 One.\n\nH14.35 Two."), lines("- a bullet"), lines("(a) again; and"),
)  # fmt: skip

_place = st.sampled_from(_PROVISIONS)
_any_place = st.sampled_from(_PROVISIONS + _PARTS)
_text = st.sampled_from(_QUOTED)
_words = st.builds(words, _text, st.sampled_from([Which.ONCE, *Which]))
_quoted = st.one_of(_words, st.builds(Stretch, _text, st.sampled_from(["", *_QUOTED])))
_new = st.sampled_from(_NEW)
_lines = st.sampled_from(_SET_OUT)
_beside = st.one_of(st.builds(AfterPlace, _any_place), st.builds(BeforePlace, _any_place))
_end = st.sampled_from([AtEnd(), AtBeginning()])
_label = st.sampled_from(["", "H14.34", "H14.30", "(c)", "(aa)", "4.3", "B"])
_labelled = st.sampled_from(["H14.34", "H14.30", "(c)", "(aa)", "4.3", "B"])
_heading = st.sampled_from([heading("H14"), heading("H14.32"), heading(), sub_heading("Sub-heading", "H14")])


def _move(place: Place, to: AfterPlace | BeforePlace | AtEnd | AtBeginning, into: Place, label: str) -> Move:
    beside = isinstance(to, AfterPlace | BeforePlace)
    return (
        Move(place, to, Place(to.place.address) if isinstance(to, AfterPlace | BeforePlace) else into, label)
        if (beside)
        else Move(place, to, into, label)
    )


_moving = st.one_of(
    st.builds(_move, _place, st.one_of(_beside, _end), _place, _label),
    st.builds(Renumber, _place, _labelled),
    st.builds(Split, _place, _words, _labelled),
    st.builds(Join, _place, _place),
    st.builds(RenameTerm, st.sampled_from(["Device", "User", "Panel"]), st.sampled_from(["Meter", "Party"])),
)
_staying = st.one_of(
    st.builds(SubstituteWords, _any_place, _quoted, _new),
    st.builds(OmitWords, _any_place, _quoted),
    st.builds(InsertWords, _any_place, st.one_of(st.builds(AfterWords, _words), st.builds(BeforeWords, _words)), _new),
    st.builds(InsertWords, _any_place, _end, _new),
    st.builds(InsertProvisions, _any_place, _beside, _lines),
    st.builds(InsertProvisions, _any_place, st.one_of(_end, st.just(AppropriatePlace())), _lines),
    st.builds(SubstituteProvisions, _any_place, _lines),
    st.builds(OmitProvisions, _any_place, st.sampled_from(["", "", "[Not used]"])),
    st.builds(SubstituteHeading, _heading, _new),
)
some = settings(derandomize=True, deadline=None, max_examples=50)


@some
@given(st.lists(st.one_of(_staying, _staying, _staying, _moving), min_size=1, max_size=6))
def test_the_same_together_and_one_at_a_time(actions: list[Wording]) -> None:
    together, singly = carried([TEXT, APPENDIX], *actions), one_by_one([TEXT, APPENDIX], *actions)
    assert together.said == singly.said
    for document in (H, AC):
        assert together.documents[document].text == singly.documents[document].text
        assert together.documents[document].identities == singly.documents[document].identities
        assert together.documents[document].traced == singly.documents[document].traced


@some
@given(st.lists(_staying, min_size=1, max_size=5))
def test_whose_words_they_are(actions: list[Wording]) -> None:
    """Every character has an origin; what is the first designation's stood in its text, in that order."""
    sheet = carried([TEXT, APPENDIX], *actions)
    for document in (H, AC):
        version = sheet.documents[document]
        assert version.traced.ends[-1:] == (len(version.text),)
        assert _is_part_of(_first(version), _letters(sheet.before[document].text))


@some
@given(st.lists(st.one_of(_staying, _moving), min_size=1, max_size=5))
def test_a_refused_operation_does_nothing(actions: list[Wording]) -> None:
    """What is refused could as well not have been there."""
    sheet = carried([TEXT, APPENDIX], *actions)
    kept = [action for number, action in enumerate(actions, 1) if str(number) not in sheet.refused]
    again = carried([TEXT, APPENDIX], *kept)
    assert again.said == []
    for document in (H, AC):
        assert again.documents[document].text == sheet.documents[document].text
        assert again.documents[document].identities == sheet.documents[document].identities


def _first(version: DocumentVersion) -> str:
    stretches = version.traced.stretches(0, len(version.text))
    return "".join(_letters(each.text) for each in stretches if each.origin == FIRST)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _is_part_of(letters: str, whole: str) -> bool:
    rest = iter(whole)
    return all(letter in rest for letter in letters)


def test_a_sub_section_that_its_clauses_are_not_numbered_by() -> None:
    """What stands in it is what the text says, not what the numbers say."""
    text = "section H: T\n\n# 5 Fees\n\n12 A fee is due to the DCC.\n\n13 Another is not.\n"
    actions: list[Wording] = [
        SubstituteWords(at("12"), words("fee"), "charge"),
        SubstituteWords(at("5"), words("charge"), "price"),
        InsertProvisions(at("5"), AfterPlace(at("12")), lines("12A No price is high.")),
        SubstituteWords(at("5"), words("price", Which.LAST), "fee"),
    ]
    together, singly = carried(text, *actions), one_by_one([text], *actions)
    assert (together.said, singly.said) == ([], [])
    assert "12 A price is due" in together.documents[H].text
    assert "12A No fee is high." in together.documents[H].text
    assert together.documents[H].traced == singly.documents[H].traced
