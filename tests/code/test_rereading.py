"""An edited text that is read again where it was edited reads as the whole of it does, to the last place."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from secc.code.load import read_document
from secc.code.rereading import Stretch, read_again
from secc.source import Source

SAMPLE = Path(__file__).resolve().parents[2] / "sec-source"
TEXT = """\
section B: Of the Panel

# B1 Meetings

B1.1 In this Section B1:

  define "Chair" means the person who:
    (a) was elected; and
    (b) has not resigned.

  define "Panel" means the body established by Section C2.

  define "Year" means a calendar year.

B1.2 The Panel shall meet each month.

B1.3 The Chair shall:
  (a) preside; and
  (b) keep the minutes.

# B2 Minutes

B2.1 The minutes shall be published.
"""


def _edited(text: str, *edits: tuple[str, str]) -> tuple[str, list[Stretch]]:
    """A text with words replaced, each once; and where."""
    places = sorted((text.index(old), old, new) for old, new in edits)
    assert all(text.count(old) == 1 for old, _ in edits)
    made, at = "", 0
    for start, old, new in places:
        made += text[at:start] + new
        at = start + len(old)
    return made + text[at:], [Stretch(start, start + len(old), len(new)) for start, old, new in places]


def _again(text: str, made: str, edited: Sequence[Stretch]) -> bytes | None:
    found = read_again(read_document(Source("B.sec", text)), text, Source("B.sec", made), edited)
    return msgspec.msgpack.encode(found) if found is not None else None


def _whole(made: str) -> bytes:
    return msgspec.msgpack.encode(read_document(Source("B.sec", made)))


@pytest.mark.parametrize(
    "edits",
    [
        [("each month", "every month")],
        [("a calendar year", "twelve months")],
        [("has not resigned", "has neither resigned nor died")],
        [('  define "Panel" means the body established by Section C2.\n\n', "")],
        [('  define "Year"', '  define "Vote" means a vote:\n    (a) cast; and\n    (b) counted.\n\n  define "Year"')],
        [("B1.2 The", "B1.1ZA The Panel shall sit.\n\nB1.2 The"), ("was elected", "was chosen")],
        [("B1.2 The Panel shall meet each month.", "B1.2 [Not used]"), ("published", "put on the website")],
        [("  (b) keep the minutes.", "  (b) keep the minutes; and\n  (c) sign them.")],
        [("The minutes shall be published.\n", "The minutes shall be kept.\n\nB2.2 They shall be published.\n")],
        [("B1.2 The Panel shall meet each month.\n\n", ""), ("preside", "preside at them")],
    ],
)
def test_clauses_and_definitions_alone_are_read(edits: list[tuple[str, str]]) -> None:
    made, edited = _edited(TEXT, *edits)
    assert _again(TEXT, made, edited) == _whole(made)


@pytest.mark.parametrize("label", ["b. then", "(b) then", "(b)then", "c. later"])
def test_a_label_below_a_definition_goes_on_with_the_list_above_it(label: str) -> None:
    text = TEXT.replace('  define "Chair"', '  a. one;\n\n  define "Chair"')
    made, edited = _edited(text, ("a calendar year.", f"a calendar year;\n  {label}."))
    assert _again(text, made, edited) in (None, _whole(made))


@pytest.mark.parametrize(
    "edits",
    [
        [("Minutes\n", "Minutes of meetings\n")],
        [("# B2", "## Of what was said\n\n# B2")],
        [("B1.2 The", "(a) The")],
        [("B1.2 The", "// allow undefined-term: known\nB1.2 The")],
        [("each month.\n\n", "each month.\n")],
        [("each month", "each\n- month")],
        [("preside; and", "preside; and\n```\nnot closed")],
        [("Of the Panel", "About the Panel")],
        [('  define "Year"', ' define "Year"')],
        [("was elected;", "was elected\u200b;")],
    ],
)
def test_what_may_be_read_otherwise_is_left_to_the_whole(edits: list[tuple[str, str]]) -> None:
    made, edited = _edited(TEXT, *edits)
    assert _again(TEXT, made, edited) is None


_PIECES = (
    'define "Thing" means what is said.\n\n', '\n\n  define "Other" means this.\n\n', "\n\nB9.9 A clause.\n\n", "\n\n",
    "\n", "(a) one;\n", "\n  (b) two.\n", "\n    (i) three\n", "# B7 Heading\n\n", "## Heading\n\n", "```\n", "$$\n",
    "| a | b |\n", "// a comment\n", "// allow undefined-term: so\n", "- point\n", "> words\n", "\n> B1.1 Words\n\n",
    "note guidance\n\n", " ", "  ", "\t", "[^1]", "\n[^1]: what\n\n", '"', "means", "a.", "\nb. then\n", "*", "**", "",
    "words that run on", "\n\nWords alone.\n\n", "\n\nannex A: More\n\n", "figure",
    "![x](pictures/x.svg)\n", "known-as: X\n",
)  # fmt: skip


def _random_edits(text: str, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    at = 0
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        start = chance.randrange(at, len(text) + 1)
        if chance.random() < 0.6:  # at the beginning of a line, where most depends on what is put there
            start = text.rfind("\n", at, start) + 1 or start
        end = min(len(text), start + chance.choice((0, 0, 1, 5, 30, 200)))
        if chance.random() < 0.3:
            end = text.find("\n\n", end) + 2 or len(text)
        yield start, max(start, end), "".join(chance.choices(_PIECES, k=chance.randrange(3)))
        at = max(start, end) + 1
        if at > len(text):
            return


def test_random_edits_of_the_sample_read_as_the_whole_does() -> None:
    chance, found = random.Random(20161110), Counter[str]()
    paths = sorted(SAMPLE.glob("*/*.sec"))
    for _ in range(600):
        path = chance.choice(paths)
        text = path.read_text(encoding="utf-8")
        read = read_document(Source("B.sec", text))
        for _ in range(4):
            edits = list(_random_edits(text, chance))
            made, at = "", 0
            for start, end, new in edits:
                made += text[at:start] + new
                at = end
            made += text[at:]
            edited = [Stretch(start, end, len(new)) for start, end, new in edits]
            again = read_again(read, text, Source("B.sec", made), edited)
            found["again" if again is not None else "whole"] += 1
            if again is not None:
                assert msgspec.msgpack.encode(again) == _whole(made), (path.name, edits)
    assert found["again"] > 200, found
