"""What got another name or number is told of by the one that it has, and where its new name stands."""

from functools import cache

from tests.site.words_on_pages import words_on_pages

_SECTIONS = {
    "A": 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n',
    "B": "section B: Duties\n\n# B1 Duties\n\nB1.1 Each Device shall stand.\n\nB1.2 No Device shall fall.\n",
    "C": "section C: Others\n\n# C1 Others\n\nC1.1 Nothing is said here.\n",
}
_INSTRUMENTS = {
    "2020-02-01-varied": """\
direction 2020-02-01-varied: What is varied
made: 2020-02-01

1 vary Section B1.2 as if for "No Device" there were substituted "Not every Device"
""",
    "2020-03-01-names": """\
modification 2020-03-01-names: Other names
made: 2020-03-01

1 rename "Device" as "Meter"
2 renumber Section B1.2 as B1.3
""",
    "2020-04-01-moved": """\
modification 2020-04-01-moved: Other places
made: 2020-04-01

1 move Section B1.1 to Section C1, at the end, as C1.2
2 move the definition of "Meter" in Section A1.1 to Section C1.1, at the end
""",
}


@cache
def pages() -> dict[str, str]:
    """The words of each page."""
    return words_on_pages(_SECTIONS, _INSTRUMENTS)


def test_the_timeline_names_the_documents_in_which_a_term_was_renamed() -> None:
    assert "Other names has effect: 2 paragraphs on Section A , Section B" in pages()["timeline/"]


def test_a_term_is_renamed_and_a_provision_renumbered() -> None:
    assert "Renamed from “Device”" in pages()["terms/meter/"]
    assert (
        "the definition of “Meter” in Section A1.1 renamed from “Device” on 1 March 2020"
        in (pages()["instruments/2020-03-01-names/"])
    )
    assert "Renumbered from Section B1.2" in pages()["B1.3/"]


def test_what_comes_from_another_document_is_moved() -> None:
    assert "Moved from Section B1.1" in pages()["C1.2/"]
    assert "Moved from the definition of “Meter” in Section A1.1" in pages()["terms/meter/"]


def test_what_an_operation_named_is_called_as_it_is_now() -> None:
    assert "Now: Section B1.3" in pages()["instruments/2020-02-01-varied/"]
