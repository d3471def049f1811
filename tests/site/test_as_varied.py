"""What a provision said with the variations that held for everybody, in its history."""

from tests.site.words_on_pages import words_on_pages

_SECTIONS = {"A": "section A: Tests\n\n# A1 Tests\n\nA1.1 The DCC shall test.\n\nA1.2 The DCC shall rest.\n"}
_INSTRUMENTS = {
    "2020-02-01-a": """\
direction 2020-02-01-a: A
made: 2020-02-01

1 vary Section A1.1 as if for "test" there were substituted "check", until 2020-04-01
2 vary Section A1.2 as if for "rest" there were substituted "sleep", for region "North"
""",
    "2020-03-01-b": """\
modification 2020-03-01-b: B
made: 2020-03-01

1 in Section A1.1, for "DCC" substitute "Panel"
""",
    "2020-04-01-c": """\
modification 2020-04-01-c: C
made: 2020-04-01

1 in Section A1.2, for "DCC" substitute "Panel"
""",
}


def test_the_history_has_the_words_as_varied_on_each_day_on_which_they_were_others() -> None:
    words = words_on_pages(_SECTIONS, _INSTRUMENTS)
    told = words["A1.1/"]
    assert told.count("What it said as varied") == 2
    assert "Without variations its words were those of 1 January 2020" in told
    latest, before = told.split("What it said as varied")[1:]
    assert latest.startswith(" Without marks A1.1 The Panel shall omitted: test inserted: check .")
    assert before.startswith(" Without marks A1.1 The DCC shall omitted: test inserted: check .")
    assert "as varied" not in words["A1.2/"]
    assert "What it says for region “North”" in words["A1.2/"]


def test_a_clause_tells_of_the_definitions_in_it_that_are_varied() -> None:
    sections = {"A": 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n'}
    varied = """\
direction 2020-02-01-a: A
made: 2020-02-01

1 vary the definition of "Device" in Section A1.1 as if for "thing" there were substituted "meter",
  until 2020-04-01
2 for the heading of Section A1 substitute "Terms"
"""
    told = words_on_pages(sections, {"2020-02-01-a": varied})["A1.1/"]
    effect = "“Device” {} effect from 1 January 2020, as part of the text; varied by paragraph 1 of A"
    assert told.count(effect.format("In")) == 1
    assert told.count(effect.format("in")) == 1
    assert "means a omitted: thing inserted: meter ." in told
    coming = "To come from 1 April 2020 Effect changed Effect: in effect from 1 January 2020, as part of the text."
    assert f"{coming} the end of paragraph 1 of A" in told
