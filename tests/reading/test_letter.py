"""Letters into paragraphs with their places."""

from hypothesis import given
from hypothesis import strategies as st

from secc.reading.letter import ParagraphKind, read_letter
from secc.reading.outline import outline
from secc.source import Source

MARKED = """# 1 Summary

- 1 The first paragraph with **words** in bold and a
mark<sup>1</sup> of a footnote.

- 2 The second:
  - a part of it

<sup>1</sup> https://www.example.org/plan.pdf

Q1\tDo you agree?
"""
BROKEN = """1. This letter constitutes the response of the Government to a consultation on it

by the licensee and a direction to re-designate the Transition and Migration Approach

Document, which is incorporated into the Code for the purposes of migration and for

other purposes.

The designation

It takes effect today, and the policy that is annexed to it takes effect at a date that

is to be designated.
"""


def of(text: str) -> list[tuple[ParagraphKind, str, str]]:
    return [(each.kind, each.label, each.text) for each in read_letter(Source("a", text)).paragraphs]


def test_marks_and_numbers_are_apart_from_the_words() -> None:
    assert of(MARKED) == [
        (ParagraphKind.HEADING, "1", "Summary"),
        (ParagraphKind.TEXT, "1", "The first paragraph with words in bold and a mark of a footnote."),
        (ParagraphKind.TEXT, "2", "The second:"),
        (ParagraphKind.TEXT, "", "a part of it"),
        (ParagraphKind.ROW, "Q1", "Do you agree?"),
    ]


def test_lines_that_a_page_broke_are_joined_and_a_heading_without_marks_is_not() -> None:
    first, heading, last = of(BROKEN)
    assert first[1] == "1"
    assert first[2].endswith("for other purposes.")
    assert heading == (ParagraphKind.HEADING, "", "The designation")
    assert (first[0], last[0]) == (ParagraphKind.TEXT, ParagraphKind.TEXT)
    assert last[2].endswith("is to be designated.")


def test_a_month_behind_a_number_makes_no_label() -> None:
    assert of("- 17 September 2020 is the date.\n")[0][1] == ""


def test_the_sections_of_an_agreement_are_numbered_by_their_lists() -> None:
    text = '1. **Service**\n    1. <span class="header_3">Access.</span> One.\n    2. Support. Two.\n2. **Terms**\n'
    letter = read_letter(Source("a", text))
    assert [(each.number, each.title, each.line) for each in outline(letter)] == [
        ("1", "Service", 1), ("1.1", "Access", 2), ("1.2", "Support", 3), ("2", "Terms", 4),
    ]  # fmt: skip


PIECES = [
    "word ",
    "Term ",
    "\n",
    "\n\n",
    "- ",
    "# ",
    "1. ",
    "(a) ",
    "|",
    "\t",
    "**",
    "<sup>1</sup>",
    "<b>",
    ".",
    "https://a.b ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_every_letter_of_a_paragraph_stands_where_it_is_said_to(text: str) -> None:
    letter = read_letter(Source("a", text))
    for each in letter.paragraphs:
        assert len(each.text) == len(each.places)
        assert list(each.places) == sorted(set(each.places))
        for letter_, place in zip(each.text, each.places, strict=True):
            assert text[place] == letter_ or (letter_ == " " and text[place].isspace())
