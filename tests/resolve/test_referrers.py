"""What refers to a provision, and what uses a term."""

from secc.ids import Address
from secc.resolve.lookup import address_of
from secc.resolve.model import ResolvedCode
from secc.resolve.referrers import referrers, referring_to, stands_in, users
from tests.making import code_of

SECTION = """
section H: Services

# H1 Services

H1.1 In this Code:

  define "Device" means a meter, and a Device is one of those in Section H1.2.

H1.2 A Device is read under:
  (a) Sections H1.1 to H2.2, and Section H1.2(b); or
  (b) Section H2 and paragraph (a).

# H2 Other Services

H2.1 Each Device is read under Section H1.2(a), or under that Section.

H2.2 Under paragraph 2 of Schedule 4.
"""

SCHEDULE = "schedule 4: Company\n\npart A: One\n\n1 Under Part B.\n\npart B: Two\n\n2 Under Section H1.\n"


def code() -> ResolvedCode:
    return code_of(SECTION, SCHEDULE)


def at(code: ResolvedCode, said: str) -> Address:
    address = address_of(code, said)
    assert address is not None
    return address


def sources(code: ResolvedCode, said: str) -> list[tuple[str, str]]:
    """Who refers to a provision or to anything in it, and by which words."""
    return [
        (place.address.local, place.words.prose.text[place.start : place.end])
        for place, _ in referring_to(code, at(code, said))
    ]


def test_each_provision_of_a_range_is_referred_to() -> None:
    made = code()
    found = referrers(made)
    for said in ("H1.1", "H1.2", "H2.1", "H2.2"):
        assert "H1.2(a)" in [place.address.local for place in found[at(made, said)]]


def test_what_refers_to_anything_in_a_sub_section() -> None:
    assert sources(code(), "H2") == [("H1.2(a)", "Sections H1.1 to H2.2"), ("H1.2(b)", "Section H2")]


def test_what_refers_to_a_clause_or_its_paragraphs_from_outside() -> None:
    assert sources(code(), "H1.2") == [
        ('H1.1/"Device"', "Section H1.2"),
        ("H2.1", "Section H1.2(a)"),
        ("H2.1", "that Section"),
    ]


def test_a_part_without_a_numbering_holds_its_paragraphs() -> None:
    made = code()
    assert stands_in(made, at(made, "Schedule 4 2"), at(made, "Schedule 4 Part B"))
    assert not stands_in(made, at(made, "Schedule 4 1"), at(made, "Schedule 4 Part B"))
    assert sources(made, "Schedule 4 Part B") == [("H2.2", "paragraph 2 of Schedule 4"), ("1", "Part B")]


def test_what_stands_in_what() -> None:
    made = code()
    assert stands_in(made, at(made, "H1.2(a)"), at(made, "H1.2"))
    assert stands_in(made, at(made, "H1.2(a)"), at(made, "H1"))
    assert stands_in(made, at(made, "H1.2"), at(made, "H"))
    assert not stands_in(made, at(made, "H2.1"), at(made, "H1"))
    assert not stands_in(made, at(made, "H1"), at(made, "H1.2"))


def test_the_users_of_a_term() -> None:
    made = code()
    ((number, places),) = users(made).items()
    assert made.terms[number].name == "Device"
    assert [place.words.prose.text[place.start : place.end] for place in places] == ["Device"] * 3
    assert [place.address.local for place in places] == ['H1.1/"Device"', "H1.2", "H2.1"]
