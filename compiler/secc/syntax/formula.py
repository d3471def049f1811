"""Formulas: the part of LaTeX that they may use, what is wrong with one, and the symbols in it.

What is sound here has one meaning: every command is known and has what it needs, everything opened is closed, and
nothing depends on how LaTeX happens to read a slip.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from msgspec import Struct

from secc.syntax.formula_commands import (
    BIG,
    CHARACTERS,
    DELIMITERS,
    ENVIRONMENTS,
    FONTS,
    GREEK,
    GROUPS,
    SIGNS,
    SPELLINGS,
)
from secc.syntax.patterns import FORMULA_TOKEN, FORMULA_WORDS

DEEPEST = 20
"""How many braces, fences and environments may stand in one another."""

LONGEST = 10_000
"""How many characters a formula may have."""


class Kind(StrEnum):
    """What a token is; the names are those of the groups in `FORMULA_TOKEN`."""

    LIMIT = "limit"
    WORDS = "words"
    COMMAND = "command"
    NUMBER = "number"
    LETTER = "letter"
    CHARACTER = "character"


class Token(Struct, frozen=True, gc=False):
    """A token: `text` is as written, without inner spaces that mean nothing; `said` the words of `\\text{…}`.

    `is_joined` says that no space stands before it.
    """

    kind: Kind
    text: str
    said: str
    is_joined: bool


def tokens_of(latex: str) -> tuple[Token, ...]:
    """Every token but the spaces between them."""
    tokens: list[Token] = []
    is_joined = False
    for found in FORMULA_TOKEN.finditer(latex):
        if found["space"] is None:
            kind = next(kind for kind in Kind if found[kind] is not None)
            said = found["said"] or ""
            text = found[0] if kind is not Kind.LIMIT else found[0].replace(" ", "")
            tokens.append(Token(kind, text, said, is_joined))
        is_joined = found["space"] is None
    return tuple(tokens)


def problem_in(latex: str) -> str | None:
    """What is wrong with a formula, in a few words; None when it is sound."""
    return _read(latex).problem


def symbols_in(latex: str) -> frozenset[str]:
    """The symbols that a formula's legend explains, each with its subscript: `EAR_t`, `\\alpha_{g,t}`, `x`.

    Letters that touch are one symbol. Superscripts are no part of a symbol, but have symbols of their own; what stands
    in a subscript, or is only counted over (`bound_in`), is none. A formula that is not sound has none.
    """
    return frozenset(_read(latex).symbols)


def bound_in(latex: str) -> frozenset[str]:
    """The symbols below a sum, product, maximum or the like: `m` in `\\sum_{m=1}^{12}`, `g` in `\\sum_{\\forall g}`."""
    return frozenset(_read(latex).bound)


class _UnsoundError(Exception):
    """The first thing wrong with a formula, in a few words."""


def _read(latex: str) -> "_Reader":
    reader = _Reader(())
    if len(latex) > LONGEST:
        reader.problem = f"it is longer than {LONGEST:,} characters"
        return reader
    reader = _Reader(tokens_of(latex))
    try:
        reader.formula()
    except _UnsoundError as unsound:
        reader.problem = str(unsound)
        reader.symbols.clear()
        reader.bound.clear()
    return reader


class _Reader:
    """Reads tokens by recursive descent, no deeper than `DEEPEST`."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.problem: str | None = None
        self.symbols: set[str] = set()
        self.bound: set[str] = set()
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._into: set[str] | None = self.symbols

    def formula(self) -> None:
        """Read everything."""
        if not self._tokens:
            raise _UnsoundError("there is nothing in it")
        self._row((), "")

    # Rows: what stands between two ends

    def _row(self, ends: tuple[str, ...], unended: str) -> None:
        """Read up to one of the ends, or to the end of the formula where there are none."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _UnsoundError(f"its parts stand more than {DEEPEST} deep in one another")
        while (token := self._next()) is not None and not _ends_a_row(token):
            self._part()
        if token is None and ends:
            raise _UnsoundError(unended)
        if token is not None and token.text not in ends:
            raise _UnsoundError(unended or _stray(token))
        self._depth -= 1

    def _part(self) -> None:
        """A symbol, number, fraction or the like, with its scripts."""
        is_big = self._text() in BIG
        name = self._base()
        subscript = self._scripts(is_big=is_big)
        if self._into is not None and name and (subscript or not name.startswith("\\text")):
            self._into.add(name + subscript)

    def _scripts(self, *, is_big: bool) -> str:
        """Read the scripts of what was just read; the subscript is returned."""
        below, above = "", ""
        while self._text() in ("_", "^", "'"):
            script = self._take().text
            if script == "'" and above in ("", "'"):
                above = "'"
            elif script == "^" and not above:
                above = "^"
                self._script(script)
            elif script == "_" and not below:
                below = self._subscript(is_big=is_big)
            else:
                kind = "subscripts" if script == "_" else "superscripts"
                raise _UnsoundError(f"two {kind} stand on one symbol; put them in one pair of braces")
        return below

    def _subscript(self, *, is_big: bool) -> str:
        start = self._at
        with self._collecting(self.bound if is_big else None):
            self._script("_")
        texts = self._tokens[start : self._at]
        if texts[0].text == "{":
            texts = texts[1:-1]
        return f"_{_joined(texts)}" if len(texts) == 1 else f"_{{{_joined(texts)}}}"

    def _script(self, script: str) -> None:
        token = self._next()
        if token is None:
            raise _UnsoundError(f"nothing stands after {script}")
        if token.text == "{":
            self._group(script)
        elif not _stands_alone(token):
            raise _UnsoundError(f"what stands after {script} needs braces around it")
        else:
            self._base()

    # What scripts may stand on

    def _base(self) -> str:
        """Read what scripts may stand on; its name, where it is a symbol."""
        token = self._take()
        match token.kind:
            case Kind.LETTER:
                return self._letters(token)
            case Kind.WORDS:
                return _words(token)
            case Kind.COMMAND:
                return self._command(token.text)
            case Kind.LIMIT:
                self._environment(token.text)
            case Kind.CHARACTER if token.text == "{":
                return self._braces(token.text)
            case Kind.CHARACTER if token.text not in CHARACTERS:
                raise _UnsoundError(_out_of_place(token.text))
        return ""

    def _letters(self, token: Token) -> str:
        name = token.text
        while (following := self._next()) is not None and following.kind is Kind.LETTER and following.is_joined:
            name += self._take().text
        return name

    def _command(self, command: str) -> str:
        if command in SIGNS:
            return command if command in GREEK else ""
        if command in FONTS:
            return self._braces(command)
        if command in GROUPS:
            for _ in range(GROUPS[command]):
                self._group(command)
        elif command == r"\sqrt":
            self._root()
        elif command == r"\left":
            self._fence()
        else:
            raise _UnsoundError(_unknown(command))
        return ""

    def _group(self, owner: str) -> None:
        """Braces and what is in them, which `owner` needs."""
        if self._text() != "{":
            raise _UnsoundError(f"{owner} needs braces around what follows it")
        self._at += 1
        self._row(("}",), "a brace { is not closed")
        self._at += 1

    def _braces(self, owner: str) -> str:
        """Braces and what is in them; their letters, where they hold nothing else, are one symbol."""
        start = self._at - (owner == "{")
        self._at = start
        end = next((at for at in range(start + 1, len(self._tokens)) if self._tokens[at].kind is not Kind.LETTER), start)
        is_name = end > start + 1 and self._tokens[end].text == "}"
        with self._collecting(None if is_name else self._into):
            self._group(owner)
        return _joined(self._tokens[start + 1 : end]) if is_name else ""

    def _root(self) -> None:
        if self._text() == "[":
            option = self._tokens[self._at + 1 : self._at + 3]
            if len(option) < 2 or option[0].kind not in (Kind.NUMBER, Kind.LETTER) or option[1].text != "]":
                raise _UnsoundError(r"what stands in brackets after \sqrt is one number or letter")
            self._at += 3
        self._group(r"\sqrt")

    def _fence(self) -> None:
        self._delimiter(r"\left")
        self._row((r"\right",), r"\left has no \right to match it")
        self._at += 1
        self._delimiter(r"\right")

    def _delimiter(self, owner: str) -> None:
        if self._text() not in DELIMITERS:
            raise _UnsoundError(f"{owner} needs a bracket after it, or a full stop for none")
        self._at += 1

    def _environment(self, begin: str) -> None:
        end = begin.replace("begin", "end")
        name = begin[len(r"\begin{") : -1]
        if name not in ENVIRONMENTS:
            raise _UnsoundError(f"{begin} is not among the tables that a formula may use")
        if name == "array":
            self._columns()
        while True:
            self._row(("&", r"\\", end), f"{begin} has no {end} to match it")
            token = self._take()
            if token.text == end:
                return
            if token.text == r"\\" and self._text() == "[":
                raise _UnsoundError(r"a row does not begin with a bracket: write {[}")

    def _columns(self) -> None:
        """The columns of an array: `{lcr}`."""
        start = self._at
        while self._text() not in ("}", ""):
            self._at += 1
        columns = self._tokens[start : self._at]
        texts = [token.text for token in columns]
        if texts[:1] != ["{"] or len(texts) < 2 or not set(texts[1:]) <= set("lcr|") or self._text() != "}":
            raise _UnsoundError(r"\begin{array} needs its columns, such as {lcr}")
        self._at += 1

    # Tokens

    @contextmanager
    def _collecting(self, into: set[str] | None) -> Iterator[None]:
        """Put the symbols that are met into another set, or nowhere."""
        before, self._into = self._into, into
        yield
        self._into = before

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _text(self) -> str:
        token = self._next()
        return token.text if token is not None else ""

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token
