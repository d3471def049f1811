"""Regular expressions that are compiled when they are first used: a command that uses few of them starts sooner."""

import re
from collections.abc import Callable, Iterator
from re import Match
from typing import Protocol, TypeAlias

_Replacement: TypeAlias = str | Callable[[Match[str]], str]


class _Finds(Protocol):
    def __call__(self, string: str, pos: int = ..., endpos: int = ..., /) -> Match[str] | None: ...


class _FindsAll(Protocol):
    def __call__(self, string: str, pos: int = ..., endpos: int = ..., /) -> Iterator[Match[str]]: ...


class _Lists(Protocol):
    def __call__(self, string: str, pos: int = ..., endpos: int = ..., /) -> list[str]: ...


class _Replaces(Protocol):
    def __call__(self, repl: _Replacement, string: str, count: int = ...) -> str: ...


class _Splits(Protocol):
    def __call__(self, string: str, maxsplit: int = ...) -> list[str]: ...


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class Expression:
    """A regular expression with the methods of `re.Pattern`, which are those of the compiled one once it is used."""

    search: _Finds
    match: _Finds
    fullmatch: _Finds
    finditer: _FindsAll
    findall: _Lists
    sub: _Replaces
    split: _Splits

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile it; called only for what is not there yet."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)  # noqa: TID251  # for the patterns of every layer
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]


def expression(pattern: str, flags: int = 0) -> Expression:
    """A regular expression; only a layer's `patterns.py` makes them."""
    return Expression(pattern, flags)
