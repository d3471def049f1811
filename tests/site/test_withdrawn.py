"""An instrument's page says what was withdrawn before it had effect, and where what it is about stands now."""

from tests.site.words_on_pages import words_on_pages

_SECTIONS = {"A": "section A: Tests\n\n# A1 Tests\n\nA1.1 The DCC shall test.\n\nA1.2 The DCC shall rest.\n"}
_INSTRUMENTS = {
    "2020-02-01-a": """\
direction 2020-02-01-a: First
made: 2020-02-01

1 in Section A1.1, for "test" substitute "check"
2 in Section A1.2, for "rest" substitute "sleep", from 2020-06-01
3 vary Section A1.3 as if "The" were omitted
4 vary Section A1.2 as if "The" were omitted, until 2020-03-02
""",
    "2020-03-01-b": """\
direction 2020-03-01-b: Second
made: 2020-03-01

1 withdraw paragraph 2 of 2020-02-01-a
2 withdraw 2020-02-15-c
3 in Section A1, after Section A1.2 insert
  > A1.3 The Panel shall know.
""",
    "2020-02-15-c": """\
consultation 2020-02-15-c: Third
consulted: 2020-02-15

1 in Section A1.1, for "check" substitute "try"
""",
    "2020-04-01-d": "direction 2020-04-01-d: Fourth\nmade: 2020-04-01\n\n1 omit Section A1.2\n",
}


def test_it_is_said_when_and_by_what_a_paragraph_was_withdrawn() -> None:
    words = words_on_pages(_SECTIONS, _INSTRUMENTS)
    first = words["instruments/2020-02-01-a/"]
    assert "from 1 June 2020. Effect: none; withdrawn on 1 March 2020, by paragraph 1 of Second" in first
    assert first.count("withdrawn") == 1
    third = words["instruments/2020-02-15-c/"]
    assert "Withdrawn 1 March 2020, by paragraph 2 of Second" in third
    assert "Effect: none; withdrawn" not in third


def test_it_is_said_where_what_a_paragraph_is_about_stands_now() -> None:
    first = words_on_pages(_SECTIONS, _INSTRUMENTS)["instruments/2020-02-01-a/"]
    assert "Vary Section A1.3 as if the words “The” were omitted. Now: Section A1.3 4 Vary" in first
    assert "Now: Section A1.2 (no longer in the text)" in first
