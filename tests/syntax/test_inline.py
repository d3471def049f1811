"""The words of a paragraph: what is read of them, where it stands, and that it can be printed back."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from secc.code.model import Places
from secc.syntax.inline import Inline, parse, to_source
from secc.syntax.marks import AnyMark, Code, Emphasis, FootnoteCall, Hyperlink, Strong, Symbols

EVEN = str.maketrans("\n\t\u00a0\u2007\u202f“”„‟‘’‚‛", "     \"\"\"\"''''")

PIECES = (
    "*", "**", "***", "`", "``", "$", "\\", "[", "]", "(", ")", "!", "^", "[^1]", "[^note-2]", "](https://a.b/c)",
    "](mailto:a@b.c)", "[words](https://a.b/(c) 'title')", "https://", "a", "b", "word", "Section H14.31(a)", "5", "é",
    ".", ",", " ", "  ", "\n", "\t", "\u00a0", "“", "”", "’", "_", "<b>", "&amp;", "|",
)  # fmt: skip
RAW = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
WITHOUT_LINKS = st.text(alphabet="ab1(). *`$\\!_\n\u00a0“’", max_size=40)


def marks_of(raw: str) -> tuple[AnyMark, ...]:
    return parse(raw).marks


def read(raw: str) -> tuple[str, tuple[AnyMark, ...]]:
    words = parse(raw)
    return words.text, words.marks


# What is read


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("The DCC shall\nprovide a  service.", "The DCC shall provide a service."),
        ("  at\u00a0the\u202f ends\u2007", "at the ends"),
        ("the “Code” is the User’s ‘own’ ‚low‛ „low‟", "the \"Code\" is the User's 'own' 'low' \"low\""),
        ("[TBC], [Not used] and (a) [sic]", "[TBC], [Not used] and (a) [sic]"),
        ("DCC_Service_Request &amp; <b>bold</b> <https://a.b> https://a.b", None),
        ("![a figure](https://a.b/c.png)", None),
        ("[words][label] and [label]", None),
        ("a * b, 2*3, x** y, **** and *****a*****", None),
        ("*a `b [c $d", None),
        ("[words](javascript:alert(1)), [words](//a.b), [words](a/b), [](https://a.b)", None),
        ("[words](https://a b), [words](https:// ), [words](https://a.b\\c), [words](https://a.b", None),
        ("from $5 to $6, from US$5/US$6, $ x $, $$", None),
        (r"C:\Users, a\ b", None),
        (r"\(a\) \* \[1\] \\ \. 5 \$ \`", "(a) * [1] \\ . 5 $ `"),
        ("a`` ` ``b, ` `", "a`b, ` `"),
    ],
)
def test_plain_words(raw: str, text: str | None) -> None:
    """Where no text is given, it is the source's own."""
    expected = raw if text is None else text
    assert parse(raw).text == expected
    assert [mark for mark in marks_of(raw) if not isinstance(mark, Code)] == []


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("an *own* word", "an own word", (Emphasis(3, 6),)),
        ("**Exceptions.** The", "Exceptions. The", (Strong(0, 11),)),
        ("in*tra*word", "intraword", (Emphasis(2, 5),)),
        ("***both***", "both", (Emphasis(0, 4), Strong(0, 4))),
        ("*a **b***", "a b", (Emphasis(0, 3), Strong(2, 3))),
        ("*a *b* c*", "a b c", (Emphasis(0, 5),)),
        ("*a*[^1]***b***", "ab", (Emphasis(0, 2), Strong(1, 2), FootnoteCall(1, 1, "1"))),
        ("*over\n  lines*", "over lines", (Emphasis(0, 10),)),
        ("run `a*b`", "run a*b", (Code(4, 7),)),
        ("`` a`b ``", "a`b", (Code(0, 3),)),
        ("a` b`", "a b", (Code(2, 3),)),
        ("[the *licence*](https://a.b 'Title')", "the licence", (Hyperlink(0, 11, "https://a.b"), Emphasis(4, 11))),
        ("*[a](https://x)*", "a", (Hyperlink(0, 1, "https://x"), Emphasis(0, 1))),
        ("[a]( <HTTP://x/(y> )", "a", (Hyperlink(0, 1, "HTTP://x/(y"),)),
        (r"[a](mailto:a\*b@c.d)", "a", (Hyperlink(0, 1, "mailto:a*b@c.d"),)),
        ("[a [b] c](https://x/y_(z))", "a [b] c", (Hyperlink(0, 7, "https://x/y_(z)"),)),
        ("[a [b](https://y)](https://x)", "[a b](https://x)", (Hyperlink(3, 4, "https://y"),)),
        ("[`]`](https://x)", "]", (Hyperlink(0, 1, "https://x"), Code(0, 1))),
        (r"\![a](https://x)", "!a", (Hyperlink(1, 2, "https://x"),)),
        ("a[^1] b", "a b", (FootnoteCall(1, 1, "1"),)),
        ("a [^1] [^2]b", "a b", (FootnoteCall(1, 1, "1"), FootnoteCall(1, 1, "2"))),
        ("year $t-1$ and $\\$5$", "year t-1 and \\$5", (Symbols(5, 8), Symbols(13, 16))),
        (r"\$5 and $EAR_{g,t}$.", "$5 and EAR_{g,t}.", (Symbols(7, 16),)),
        ("US$5 to $t$", "US$5 to t", (Symbols(8, 9),)),
    ],
)
def test_marks(raw: str, text: str, marks: tuple[AnyMark, ...]) -> None:
    assert read(raw) == (text, marks)


def test_places() -> None:
    raw = 'The  "*User* \\(a)"\n  of [it](https://a.b).'
    words = parse(raw)
    places = Places(words.pairs)
    assert words.text == 'The "User (a)" of it.'
    assert [places.offset(words.text.index(part)) for part in ("User", "(a)", "of", "it", ".")] == [
        raw.index(part) for part in ("User", "(a)", "of", "it](", ".")[:4]
    ] + [len(raw) - 1]


def test_untouched_words_are_not_copied() -> None:
    raw = "The DCC shall provide a service."
    assert parse(raw).text is raw


# Properties


@given(st.text() | RAW)
@example("`a` ``b`` [c](https://x)[^1]")
def test_text_is_even(raw: str) -> None:
    text = parse(raw).text
    assert text == text.strip(" ")
    assert "  " not in text
    assert text == text.translate(EVEN)


@given(RAW)
def test_each_character_has_its_place(raw: str) -> None:
    words = parse(raw)
    places = Places(words.pairs)
    assert [raw[places.offset(at)].translate(EVEN) for at in range(len(words.text))] == list(words.text)
    starts = words.pairs[::2]
    assert starts[0] == 0
    assert all(first < second for first, second in pairwise(starts))
    assert starts[-1] < max(1, len(words.text))


@given(RAW)
def test_marks_are_nested_and_hold_words(raw: str) -> None:
    words = parse(raw)
    assert list(words.marks) == sorted(words.marks, key=lambda mark: (mark.start, -mark.end))
    around: list[AnyMark] = []
    for mark in words.marks:
        around = [each for each in around if each.end > mark.start]
        assert all(mark.end <= each.end for each in around)
        assert type(mark) not in map(type, around)
        if not isinstance(mark, FootnoteCall):
            assert words.text[mark.start : mark.end].strip(" ") == words.text[mark.start : mark.end] != ""
            around.append(mark)


@given(WITHOUT_LINKS)
def test_no_word_is_lost(raw: str) -> None:
    assert [letter for letter in parse(raw).text if letter.isalnum()] == [letter for letter in raw if letter.isalnum()]


@given(RAW | st.text())
@example("*a*[^1]***b***")
@example("**[^1]*a***")
@example("a\\")
@example("[a!](https://x)![b](https://y)")
def test_printed_words_read_the_same(raw: str) -> None:
    words = parse(raw)
    assert read(to_source(words)) == (words.text, words.marks)


@given(RAW.map(parse), st.data())
def test_marks_that_cannot_be_printed_leave_their_words(words: Inline, data: st.DataObject) -> None:
    place = st.integers(0, len(words.text))
    makers: tuple[Callable[[int, int], AnyMark], ...] = (Emphasis, Strong, Code, Symbols)
    make = data.draw(st.sampled_from(makers))
    start, end = sorted((data.draw(place), data.draw(place)))
    href = data.draw(st.sampled_from(("javascript:alert(1)", "https://x/((", "https://x y", ")")))
    for mark in (make(start, end), Hyperlink(start, end, href), FootnoteCall(start, start, "no label")):
        assert parse(to_source(Inline(words.text, (mark,), (0, 0)))).text == words.text


@given(WITHOUT_LINKS)
@example("*(a)*b")
def test_emphasis_is_that_of_commonmark(raw: str) -> None:
    plain = raw.translate(EVEN | dict.fromkeys(map(ord, "$`\\")))
    assume("****" not in plain)  # a row of stars, in place of words left out
    assert shown(parse(plain)) == shown_by_commonmark(" ".join(plain.split()))


def shown(words: Inline) -> list[tuple[str, frozenset[str]]]:
    """Each letter with what it is set in."""
    return [
        (letter, frozenset(type(mark).__name__ for mark in words.marks if mark.start <= at < mark.end))
        for at, letter in enumerate(words.text)
        if letter != " "
    ]


def shown_by_commonmark(raw: str) -> list[tuple[str, frozenset[str]]]:
    markdown = MarkdownIt("commonmark").disable(["link", "image", "entity", "html_inline", "autolink"])
    names = {"*": "Emphasis", "**": "Strong"}
    around: list[str] = []
    letters: list[tuple[str, frozenset[str]]] = []
    for token in markdown.parseInline(raw.replace("_", "\\_"))[0].children or ():
        if token.nesting == 1:
            around.append(names[token.markup])
        elif token.nesting == -1:
            around.pop()
        else:
            letters += [(letter, frozenset(around)) for letter in token.content if letter != " "]
    return letters


@pytest.mark.parametrize(
    "unit",
    ["[", "]", "*", "`", "$", "\\", "!", "(", "[^", "](", "](https://", "[a](https://x", "[a](https://x(", "* a*b ",
     "**a *b ", "*a", "a**", "$a", "`a``b", "\\$", "[a](<https://x", "[*a*](https://x)", "[[]", "$\\", "“ \n",
     '[a](https://x "', "![a](https://x)"],
)  # fmt: skip
def test_long_runs_are_read_and_printed(unit: str) -> None:
    """No run is quadratic: the time is measured in `bench/`, here a quadratic one would not end."""
    words = parse(unit * 5_000)
    assert words.text
    assert parse(to_source(words)).text == words.text
