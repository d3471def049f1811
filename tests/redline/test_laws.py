"""Either text can be read off a redline exactly, in every form that programs read."""

import json
import re
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import html
from markdown_it import MarkdownIt

from secc.code.model import Document
from secc.compare import State, compare
from secc.document.model import Run
from secc.document.redline_model import Kind, Redline, Stretch
from secc.render.redline_html import to_html
from secc.render.redline_html_blocks import HtmlLayout
from secc.render.redline_json import schema, to_json
from secc.render.redline_markdown import marked, to_markdown
from secc.render.redline_text import TextLayout, to_text
from tests.compare.documents import edited
from tests.redline.reading import Said, of_document, of_html, of_json
from tests.redline.shown import redline_of

SEEDS = st.integers(0, 2**32)
some = settings(max_examples=20)
SIDES = (("-", 0), ("+", 1))
COLOR = re.compile(r"\x1b\[[0-9;]*m")


def made(texts: Sequence[Document]) -> Redline:
    return redline_of(texts[:1], texts[1:])


def letters(found: Iterable[Said]) -> tuple[str, str, list[object]]:
    """All labels, words and cells: the halves of what was split are one provision in the other text."""
    every = list(found)
    labels, words = "".join(each.label for each in every), "".join(each.words for each in every)
    return labels, words, [each.cells for each in every if each.cells]


@some
@given(SEEDS)
def test_html_holds_both_texts(seed: int) -> None:
    texts = edited(seed)
    redline = made(texts)
    for (side, place), beside in product(SIDES, (False, True)):
        page = to_html(redline, HtmlLayout(side_by_side=beside))
        expected = list(of_document(texts[place]))[_titles_not_shown(redline) :]
        assert letters(of_html(page, side)) == letters(expected if redline.documents else ())


def _titles_not_shown(redline: Redline) -> int:
    """One, unless the title changed, which then stands among the blocks."""
    return sum(block.kind is Kind.DOCUMENT and not block.change for block in redline.blocks)


@some
@given(SEEDS)
def test_json_holds_both_texts_and_is_as_its_schema_says(seed: int) -> None:
    texts = edited(seed)
    redline = made(texts)
    printed = to_json(redline)
    Draft202012Validator(json.loads(schema())).validate(json.loads(printed))
    for side, place in SIDES:
        expected = of_document(texts[place]) if redline.documents else ()
        assert letters(of_json(printed, side)) == letters(expected)


def test_the_schema_is_the_one_that_is_published(root: Path, update: bool) -> None:
    place = root / "docs" / "schemas" / "redline.schema.json"
    if update:
        place.write_bytes(schema())
    Draft202012Validator.check_schema(json.loads(schema()))
    assert place.read_bytes() == schema()


@some
@given(SEEDS)
def test_the_terminal_shows_the_same_in_colour(seed: int) -> None:
    redline = made(edited(seed))
    plain, coloured = (to_text(redline, TextLayout(whole=True, color=color)) for color in (False, True))
    assert COLOR.sub("", coloured) == plain


@some
@given(SEEDS)
def test_a_shorter_limit_leaves_whole_paragraphs_out(seed: int) -> None:
    redline = made(edited(seed))
    whole = to_markdown(redline)
    for limit in (600, 900, 2_000):
        cut = to_markdown(redline, limit)
        assert len(cut) <= limit or cut == whole
        assert cut == whole or whole.startswith(cut.partition("\n**The rest does not fit here**")[0])


PIECES = st.text(st.sampled_from("aZ9 .,;:()[]*_~`<>&#|\\-+!£“”é@/$"), max_size=12)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(State), PIECES.filter(bool)), min_size=1, max_size=6))
def test_markdown_marks_are_marks_and_signs_are_signs(pieces: list[tuple[State, str]]) -> None:
    words = [Stretch(state, (Run(text),)) for state, text in pieces]
    shown = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough"]).render(f"x {marked(words)} x")
    assert _read(shown, "//s | //del") == _collapsed(_kept(pieces, State.INSERTED))
    assert _read(shown, "//strong | //b") == _collapsed(_kept(pieces, State.DELETED))


def _kept(pieces: Sequence[tuple[State, str]], side: State) -> str:
    return f"x {''.join(text for state, text in pieces if state in (State.SAME, side))} x"


def _read(shown: str, left_out: str) -> str:
    tree = html.fragment_fromstring(shown, create_parent=True)
    for each in tree.xpath(left_out):
        each.drop_tree()
    return _collapsed(tree.text_content().replace("\u200b", ""))  # by which a forge is kept from calling anybody


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def test_places_of_the_stream_are_those_of_the_changes() -> None:
    """The blocks of a redline are found by them."""
    changes = compare(*edited(7))
    shown = {id(place) for block in changes.stream for place in (block.before, block.after) if place is not None}
    told = [place for pair in changes.changed for place in (pair.before, pair.after) if place is not None]
    assert told
    assert all(id(place) in shown for place in told)
