"""Expressions are those of `re`, compiled when they are first used."""

import re

import pytest

from secc.expressions import expression


def test_it_finds_what_re_finds() -> None:
    found = expression("(?P<word>b+)", re.IGNORECASE).search("aBb")
    assert found is not None
    assert (found["word"], found.start()) == ("Bb", 1)
    assert expression("b").sub("c", "abb") == "acc"
    assert [each.start() for each in expression("b").finditer("abb", 2)] == [2]


def test_it_is_compiled_once_and_not_before() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.match("a")
    used = expression("a")
    assert used.match == used.match


def test_it_has_nothing_else() -> None:
    with pytest.raises(AttributeError):
        expression("a").groupindex  # noqa: B018  # what is not there
