"""The grammar of instruments is LALR(1) as it stands: nothing in it is settled by a guess of the parser."""

import logging

import pytest
from lark import Lark, logger

from secc.instruments import patterns
from secc.instruments.expected import Stopped
from secc.instruments.sentences import STARTS
from secc.syntax import grammar
from secc.syntax.tables import NoLexer


def conflicts(text: str, start: tuple[str, ...], caplog: pytest.LogCaptureFixture) -> list[str]:
    """Where the parser has to guess, as Lark tells in its log."""
    with caplog.at_level(logging.DEBUG, logger.name):
        Lark(text, parser="lalr", lexer=NoLexer, start=list(start), debug=True)
    return [record.getMessage() for record in caplog.records]


def test_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    assert conflicts(grammar.text("instrument"), STARTS, caplog) == []


def test_a_conflict_is_seen(caplog: pytest.LogCaptureFixture) -> None:
    assert conflicts("a: a A a | A\n%declare A", ("a",), caplog)


def test_every_token_of_the_grammar_is_found_in_sentences() -> None:
    parser = Lark(grammar.text("instrument"), parser="lalr", lexer=NoLexer, start=list(STARTS))
    made = {name for name, _ in patterns.TOKENS} | {"BLOCK", "FREE", "ALSO", "INTO", "TABLE_CALLED"}
    used = {symbol.name for rule in parser.rules for symbol in rule.expansion if symbol.is_term}
    assert used <= made
    assert made - used == {"NOISE", "FOLLOWING", "COMMA", "COLON", "QUOTE", "WORD"}


def test_what_may_stand_somewhere_is_always_said() -> None:
    for name in (name for name, _ in patterns.TOKENS):
        stopped = Stopped("operation", None, None, None, frozenset([name]))
        assert "``" not in stopped.fault().help
