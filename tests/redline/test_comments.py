"""What stands in a redline for a pull request is words there: no element, no picture, no link, and nobody is called."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from secc.compare import State
from secc.document.formal_model import Chapter, Paper
from secc.document.model import Part, Run, Style, SymbolsRun, TextPart
from secc.document.redline_model import Stretch
from secc.render import formal_markdown
from secc.render.redline_markdown import marked, to_markdown
from secc.source import Source
from tests.redline.shown import of_sources
from tests.render.parts import parts

READ = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = {"<del>", "</del>", "<b>", "</b>"}
CALLED = re.compile(r"(?<!\w)@\w|[#!]\d|\bGH-\d", re.IGNORECASE)
WORDS = (
    "<img src=https://example.org/x.png>",
    "![x](https://example.org/x.png)",
    "<script>alert(1)</script> <!-- <details>",
    "&#64;alice &commat;alice &lt;img&gt;",
    "@alice, @org/team and (@bob)",
    "fixes #12, org/repo#12, !12 and gh-12",
    "`a`<img src=x>`b`",
    "a `code` @alice",
    "$a`<img src=x>`b$",
    "$a <img src=x> b$",
    "$`$ `<img src=x>`",
    "$\\text{`<img src=x>`}$",
    "| a | `b|c`<img src=x> |",
    "\\<img src=x\\>",
)
CODE = """\
section H: @alice <img src=x> #12

# H1 @alice <img src=x> #12

H1.1 {word} {words}

  note: {word} {words}

  /close {word}

  | @alice | {words} |
  | --- | --- |
  | {word} | `a|b`<img src=x> |

  $$
  {word} `<img src=x>` @alice
  $$

  ```xml
  {word} ``` </pre><img src=x>
  ```
"""


def tokens(printed: str) -> Iterator[Token]:
    """All that a reader of Markdown finds."""
    waiting = list(READ.parse(printed))
    while waiting:
        found = waiting.pop()
        yield found
        waiting += found.children or ()


def acting(printed: str) -> list[str]:
    """Elements, pictures and links that are not the redline's own."""
    found = (each for each in tokens(printed) if each.type in ("html_inline", "html_block", "image", "link_open"))
    return [each.content or str(each.attrs) for each in found if each.content not in OURS]


def said(printed: str) -> list[str]:
    """Words that are not in code, in which a forge looks for whom to call."""
    return [each.content for each in tokens(printed) if each.type == "text"]


@pytest.mark.parametrize("words", WORDS)
def test_a_comment_does_nothing_but_be_read(words: str) -> None:
    before, after = (Source(f"{word}.sec", CODE.format(word=word, words=words)) for word in ("before", "after"))
    printed = to_markdown(of_sources([before, after]))
    assert "**after**" in printed
    assert acting(printed) == []
    assert [each for each in said(printed) if CALLED.search(each)] == []
    assert [line for line in printed.split("\n") if line.startswith("/")] == []


def test_nobody_is_called_by_words_that_stand_together_in_parts() -> None:
    runs = (Run("mind @"), Run("alice", (Style.EMPHASIS,)), Run(" and #"), Run("12"), Run("a@b.org"))
    (line,) = said(marked((Stretch(State.SAME, runs),)))
    assert line.replace("\u200b", "") == "mind @alice and #12a@b.org"
    assert CALLED.search(line) is None


def test_a_redline_says_what_it_is_of_in_words_that_are_read() -> None:
    printed = marked((Stretch(State.SAME, (SymbolsRun("a`b``c"), Run(" "), Run("d`e", (Style.CODE,)))),))
    assert [each.content for each in tokens(printed) if each.type == "code_inline"] == ["d`e", "a`b``c"]


@given(parts)
def test_a_formal_text_in_markdown_has_no_element_and_no_picture(some: tuple[Part, ...]) -> None:
    found = acting(formal_markdown.to_markdown(paper(some)))
    assert [each for each in found if not each.startswith("{'href'")] == []


@pytest.mark.parametrize("latex", ["a<b and c>d", "`", "$`$ `", "a <img src=x> b", "`<img src=x>`", "<!-- x -->"])
def test_a_formula_is_no_element_to_whoever_knows_no_formulas(latex: str) -> None:
    words = (SymbolsRun(latex), Run(" and "), Run("<img src=x>", (Style.CODE,)), Run(" and <b>"))
    printed = formal_markdown.to_markdown(paper((TextPart(words, ()),)))
    assert acting(printed) == []
    assert "<img src=x>" in [each.content for each in tokens(printed) if each.type == "code_inline"]


def paper(some: tuple[Part, ...]) -> Paper:
    return Paper("x", (Chapter(name="Annex A", title=(), head="", parts=some),))
