"""Reads a formula: what is wrong with it first of all, and the symbols that stand in it."""

from collections.abc import Iterator
from contextlib import contextmanager

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
from secc.syntax.formula_tokens import Kind, Token, joined
from secc.syntax.patterns import FORMULA_WORDS

DEEPEST = 20
"""How many braces, fences and environments may stand in one another."""

LONGEST = 10_000
"""How many characters a formula may have."""


class UnsoundError(Exception):
    """The first thing wrong with a formula, in a few words."""


class Reader:
    """Reads tokens by recursive descent, no deeper than `DEEPEST`."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.symbols: set[str] = set()
        self.bound: set[str] = set()
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._into: set[str] | None = self.symbols

    def formula(self) -> None:
        """Read everything."""
        if not self._tokens:
            raise UnsoundError("there is nothing in it")
        self._row((), "")

    # Rows: what stands between two ends

    def _row(self, ends: tuple[str, ...], unended: str) -> None:
        """Read up to one of the ends, or to the end of the formula where there are none."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnsoundError(f"its parts stand more than {DEEPEST} deep in one another")
        while (token := self._next()) is not None and not _ends_a_row(token):
            self._part()
        if token is None and ends:
            raise UnsoundError(unended)
        if token is not None and token.text not in ends:
            raise UnsoundError(unended or _stray(token))
        self._depth -= 1

    def _part(self) -> None:
        """A symbol, number, fraction or the like, with its scripts."""
        token = self._next()
        is_big, is_words = self._text() in BIG, token is not None and token.kind is Kind.WORDS
        name = self._base()
        scripts = self._scripts(is_big=is_big)
        if scripts or not is_words:
            self._name(name, scripts)

    def _name(self, name: str, scripts: str = "") -> None:
        if self._into is not None and name:
            self._into.add(name + scripts)

    def _scripts(self, *, is_big: bool) -> str:
        """Read the scripts of what was just read; its primes and its subscript are returned."""
        primes, below, above = "", "", ""
        while self._text() in ("_", "^", "'"):
            script = self._take().text
            if script == "'" and above in ("", "'"):
                above = "'"
                primes += "'"
            elif script == "^" and not above:
                above = "^"
                self._script(script)
            elif script == "_" and not below:
                below = self._subscript(is_big=is_big)
            else:
                kind = "subscripts" if script == "_" else "superscripts"
                raise UnsoundError(f"two {kind} stand on one symbol; put them in one pair of braces")
        return primes + below

    def _subscript(self, *, is_big: bool) -> str:
        start = self._at
        with self._collecting(self.bound if is_big else None):
            self._script("_")
        texts = self._tokens[start : self._at]
        if texts[0].text == "{":
            texts = texts[1:-1]
        return f"_{joined(texts)}" if len(texts) == 1 else f"_{{{joined(texts)}}}"

    def _script(self, script: str) -> None:
        token = self._next()
        if token is None or _ends_a_row(token):
            raise UnsoundError(f"nothing stands after {script}")
        if token.text == "{":
            self._group(script)
        elif not _stands_alone(token, *self._tokens[self._at + 1 : self._at + 2]):
            raise UnsoundError(f"what stands after {script} needs braces around it")
        else:
            self._name(self._base())

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
                raise UnsoundError(_out_of_place(token.text))
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
            raise UnsoundError(_unknown(command))
        return ""

    def _group(self, owner: str) -> None:
        """Braces and what is in them, which `owner` needs."""
        if self._text() != "{":
            raise UnsoundError(f"{owner} needs braces around what follows it")
        self._at += 1
        self._row(("}",), "a brace { is not closed")
        self._at += 1

    def _braces(self, owner: str) -> str:
        """Braces and what is in them; their letters, where they hold nothing else, are one symbol."""
        start = self._at - (owner == "{")
        self._at = start
        end = next(
            (at for at in range(start + 1, len(self._tokens)) if self._tokens[at].kind is not Kind.LETTER), start
        )
        is_name = end > start + 1 and self._tokens[end].text == "}"
        with self._collecting(None if is_name else self._into):
            self._group(owner)
        return joined(self._tokens[start + 1 : end]) if is_name else ""

    def _root(self) -> None:
        if self._text() == "[":
            option = self._tokens[self._at + 1 : self._at + 3]
            if len(option) < 2 or option[0].kind not in (Kind.NUMBER, Kind.LETTER) or option[1].text != "]":
                raise UnsoundError(r"what stands in brackets after \sqrt is one number or letter")
            self._at += 3
        self._group(r"\sqrt")

    def _fence(self) -> None:
        self._delimiter(r"\left")
        self._row((r"\right",), r"\left has no \right to match it")
        self._at += 1
        self._delimiter(r"\right")

    def _delimiter(self, owner: str) -> None:
        if self._text() not in DELIMITERS:
            raise UnsoundError(f"{owner} needs a bracket after it, or a full stop for none")
        self._at += 1

    def _environment(self, begin: str) -> None:
        end = begin.replace("begin", "end")
        name = begin[len(r"\begin{") : -1]
        if name not in ENVIRONMENTS:
            raise UnsoundError(f"{begin} is not among the tables that a formula may use")
        if name == "array":
            self._columns()
        while True:
            self._row(("&", r"\\", end), f"{begin} has no {end} to match it")
            token = self._take()
            if token.text == end:
                return
            if token.text == r"\\" and self._text() == "[":
                raise UnsoundError(r"a row does not begin with a bracket: write {[}")

    def _columns(self) -> None:
        """The columns of an array: `{lcr}`."""
        start = self._at
        while self._text() not in ("}", ""):
            self._at += 1
        columns = self._tokens[start : self._at]
        texts = [token.text for token in columns]
        if texts[:1] != ["{"] or len(texts) < 2 or not set(texts[1:]) <= set("lcr|") or self._text() != "}":
            raise UnsoundError(r"\begin{array} needs its columns, such as {lcr}")
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


def _ends_a_row(token: Token) -> bool:
    return token.text in ("}", "&", r"\\", r"\right") or token.text.startswith(r"\end{")


def _stands_alone(token: Token, following: Token | None = None) -> bool:
    """Whether a script is plainly all that is meant to be one: not the 1 of `x_12`, nor the a of `x_ab`."""
    if token.kind in (Kind.LETTER, Kind.NUMBER):
        runs_on = following is not None and following.is_joined and following.kind in (Kind.LETTER, Kind.NUMBER)
        return len(token.text) == 1 and not runs_on
    return token.text in SIGNS or token.text in ("*", "+", "-")


def _words(token: Token) -> str:
    if not FORMULA_WORDS.fullmatch(token.said):
        raise UnsoundError(r"a character in \text{…} would not be read as itself; put a backslash before it")
    return token.said


def _unknown(command: str) -> str:
    if command in (r"\text", r"\textrm"):
        return f"{command} needs its words in braces, with no braces among them"
    return f"{command if command.isprintable() else ascii(command)} is not among the commands that a formula may use"


def _out_of_place(character: str) -> str:
    if character in ("_", "^"):
        return f"nothing stands before {character} to carry it"
    if character == "\\":
        return "a backslash stands at its end"
    if character in SPELLINGS:
        return f"{character} is written {SPELLINGS[character]} in a formula"
    return f"the character {character if character.isprintable() else ascii(character)} has no place in a formula"


def _stray(token: Token) -> str:
    if token.text == "}":
        return "a brace } closes nothing"
    if token.text == r"\right":
        return r"\right has no \left before it"
    if token.text.startswith(r"\end{"):
        return f"{token.text} has no {token.text.replace('end', 'begin')} before it"
    return rf"{token.text} stands only in a table, such as \begin{{cases}}"
