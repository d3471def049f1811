"""The tables of a grammar are made once; what is damaged, or of another grammar, is not taken for them."""

import sys
from pathlib import Path

import pytest
from lark import Lark, Token, Tree

from secc.syntax import grammar, tables
from secc.syntax.tables import parser_of


def says(parser: Lark, *kinds: str) -> object:
    """What tokens make."""
    feeding = parser.parse_interactive("")
    for each in (*kinds, "$END"):
        made = feeding.feed_token(Token(each, each))
    return made


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The grammars of which tables were made; they are kept in a folder of their own."""
    found: list[str] = []
    make = tables._made

    def note(text: str, options: dict[str, object]) -> bytes:
        found.append(text)
        return make(text, options)

    monkeypatch.setattr(tables, "_made", note)
    monkeypatch.setattr(grammar, "_MADE", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return found


def of(text: str, monkeypatch: pytest.MonkeyPatch) -> Lark:
    """The parser of a grammar."""
    monkeypatch.setattr(grammar, "text", lambda _: text)
    return parser_of("some", "start")


ONE, OTHER = "start: A B\n%declare A B", "start: B A\n%declare A B"


def test_they_are_made_once(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        assert says(of(ONE, monkeypatch), "A", "B") == Tree("start", [Token("A", "A"), Token("B", "B")])
    assert made == [ONE]
    assert says(of(OTHER, monkeypatch), "B", "A") == Tree("start", [Token("B", "B"), Token("A", "A")])
    assert made == [ONE, OTHER]


def test_what_is_damaged_is_made_again(made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    of(ONE, monkeypatch)
    (place,) = tmp_path.iterdir()
    whole = place.read_bytes()
    for damaged in (b"", whole[:-1], whole[:40] + b"?" + whole[41:]):
        place.write_bytes(damaged)
        for _ in range(2):
            assert says(of(ONE, monkeypatch), "A", "B")
    assert made == [ONE] * 4


def test_they_are_made_where_they_cannot_be_kept(
    made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert says(of(ONE, monkeypatch), "A", "B")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(grammar, "_MADE", tmp_path / "gone")
    assert says(of(ONE, monkeypatch), "A", "B")
    assert made == [ONE, ONE]
