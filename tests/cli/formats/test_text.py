"""The carets of the full format stand under the words marked, in the columns of a terminal."""

import pytest

from secc.cli.formats.text import full
from secc.diagnostics import Diagnostic, Related, Severity
from secc.source import Source, Span

PATH = "sections/H.sec"


def marked(text: str, words: str, label: str = "") -> list[str]:
    """The line shown and the carets below it, without the margin."""
    start = text.index(words)
    found = Diagnostic("placeholder", Severity.ERROR, "it is left", PATH, Span(start, start + len(words)), label)
    return [line[4:] for line in full([found], {PATH: Source(PATH, text)}).splitlines()[3:5]]


@pytest.mark.parametrize(
    ("text", "words", "shown", "carets"),
    [
        ("H1.1 keep [TBC] here", "[TBC]", "H1.1 keep [TBC] here", "          ^^^^^"),
        ("H1.1 \u202ekeep [TBC]", "[TBC]", "H1.1 <U+202E>keep [TBC]", "                  ^^^^^"),
        ("H1.1 the \u202e mark", "\u202e", "H1.1 the <U+202E> mark", "         ^^^^^^^^"),
        ("H1.1 the\tmark", "mark", "H1.1 the mark", "         ^^^^"),
        ("H1.1 Re\u0301gime [TBC]", "[TBC]", "H1.1 Re\u0301gime [TBC]", "            ^^^^^"),
        ("H1.1 電力 [TBC]", "[TBC]", "H1.1 電力 [TBC]", "          ^^^^^"),
        ("H1.1 電力", "電力", "H1.1 電力", "     ^^^^"),
        ("H1.1 keep\nit there", "keep\nit", "H1.1 keep", "     ^^^^"),
        ("H1.1 keep\nit there", "\nit", "H1.1 keep", "         ^"),
    ],
    ids=[
        "plain",
        "unseen before",
        "unseen marked",
        "a tab",
        "an accent",
        "wide before",
        "wide",
        "two lines",
        "the end",
    ],
)
def test_carets(text: str, words: str, shown: str, carets: str) -> None:
    assert marked(text, words) == [shown, carets]
    assert marked(text, words, "not this") == [shown, f"{carets} not this"]


@pytest.mark.parametrize("before", [0, 30, 61, 200, 500])
@pytest.mark.parametrize("length", [1, 20, 400])
@pytest.mark.parametrize("after", [0, 30, 500])
def test_a_long_line_is_cut_around_the_words(before: int, length: int, after: int) -> None:
    shown, carets = marked("a" * before + "b" * length + "c" * after, "b" * length)
    assert len(shown) <= 162
    assert shown.strip("…") in "a" * before + "b" * length + "c" * after
    start = len(carets) - len(carets.lstrip())
    assert shown[start : start + len(carets.strip())] == "b" * shown.count("b") == "b" * len(carets.strip())
    assert shown.count("b") >= min(length, 100)


def test_another_place_is_named_with_its_line() -> None:
    sources = {path: Source(path, "H1.1\nH1.2\n") for path in (PATH, "sections/I.sec")}
    related = (Related(PATH, Span(5, 9), "here"), Related("sections/I.sec", Span(5, 9), "there"))
    found = Diagnostic("placeholder", Severity.ERROR, "it is left", PATH, Span(0, 4), related=related)
    text = full([found], sources)
    assert "= see: here (line 2)\n" in text
    assert "= see: there (sections/I.sec:2)\n" in text
