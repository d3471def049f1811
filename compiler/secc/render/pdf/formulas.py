r"""Formulas as the template sets them: LaTeX, where it is sound (`secc.syntax.formula`), as a tree of `Symbol`.

Sound formulas have one reading, so that nothing is checked here again. One that is not sound has no tree, and its
LaTeX is shown as it is written.
"""

from secc.render.pdf.formula_signs import ACCENTS, DELIMITER_SIGNS, FUNCTIONS, LIMITED, SPACE_WIDTHS, sign_of
from secc.render.pdf.sheet import Mark, Symbol, Symbols
from secc.syntax import formula
from secc.syntax.formula_tokens import Kind, Token, tokens_of

_ENDS = ("}", "&", r"\\", r"\right")
_FRACTIONS = {r"\frac": "", r"\dfrac": "display", r"\tfrac": "inline"}
_NOTHING = Symbol("row")


def symbols(latex: str, mark: Mark = Mark.NONE) -> Symbols:
    """A formula with its tree."""
    said = " ".join(latex.split())
    if formula.problem_in(latex) is not None:
        return Symbols(said, None, mark)
    return Symbols(said, _Tree(tokens_of(latex)).row(), mark)


class _Tree:
    """Reads the tokens of a sound formula by recursive descent; how deep it goes was bounded when it was checked."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0

    def row(self) -> Symbol:
        """What stands up to the next end, which is left to be read."""
        parts: list[Symbol] = []
        while self._at < len(self._tokens) and not _is_end(self._text()):
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else Symbol("row", inside=tuple(parts))

    def _part(self) -> Symbol:
        base = self._base()
        primes, below, above = "", _NOTHING, _NOTHING
        while self._text() in ("_", "^", "'"):
            script = self._take().text
            if script == "'":
                primes += "'"
            elif script == "_":
                below = self._base()
            else:
                above = self._base()
        if not primes and below is _NOTHING and above is _NOTHING:
            return base
        return Symbol("scripts", primes, (base, below, above))

    def _base(self) -> Symbol:
        token = self._take()
        match token.kind:
            case Kind.LETTER:
                return Symbol("name", self._letters(token))
            case Kind.NUMBER:
                return Symbol("number", token.text)
            case Kind.WORDS:
                return Symbol("words", token.said.replace("\\", ""))
            case Kind.COMMAND:
                return self._command(token.text)
            case Kind.LIMIT:
                return self._environment(token.text)
            case Kind.CHARACTER if token.text == "{":
                return self._closed()
            case _:
                return Symbol("sign", sign_of(token.text))

    def _letters(self, token: Token) -> str:
        """Letters that touch are one symbol."""
        name = token.text
        while self._at < len(self._tokens) and self._is_joined_letter(self._tokens[self._at]):
            name += self._take().text
        return name

    @staticmethod
    def _is_joined_letter(token: Token) -> bool:
        return token.kind is Kind.LETTER and token.is_joined

    def _command(self, command: str) -> Symbol:
        if command in SPACE_WIDTHS:
            return Symbol("space", SPACE_WIDTHS[command])
        if command in FUNCTIONS:
            return Symbol("limited" if command in LIMITED else "function", command[1:])
        if command == r"\left":
            return self._fence()
        if command == r"\sqrt":
            return self._root()
        return self._grouping(command) or Symbol("sign", sign_of(command))

    def _grouping(self, command: str) -> Symbol | None:
        """A command with braces after it."""
        if command in _FRACTIONS:
            return Symbol("fraction", _FRACTIONS[command], (self._group(), self._group()))
        if command == r"\binom":
            return Symbol("binomial", inside=(self._group(), self._group()))
        if command in ACCENTS:
            return Symbol("over", ACCENTS[command], (self._group(),))
        if command in (r"\mathrm", r"\mathit"):
            return Symbol("upright" if command == r"\mathrm" else "slanted", inside=(self._group(),))
        return None

    def _group(self) -> Symbol:
        self._at += 1
        return self._closed()

    def _closed(self) -> Symbol:
        """What stands up to the brace that closes what was opened."""
        inside = self.row()
        self._at += 1
        return inside

    def _root(self) -> Symbol:
        index: tuple[Symbol, ...] = ()
        if self._text() == "[":
            index = (Symbol("number", self._tokens[self._at + 1].text),)
            self._at += 3
        return Symbol("root", inside=(self._group(), *index))

    def _fence(self) -> Symbol:
        opening = DELIMITER_SIGNS[self._take().text]
        inside = self.row()
        self._at += 1
        closing = DELIMITER_SIGNS[self._take().text]
        return Symbol("fence", inside=(Symbol("sign", opening), inside, Symbol("sign", closing)))

    def _environment(self, begin: str) -> Symbol:
        columns = self._columns() if begin == r"\begin{array}" else ""
        lines: list[Symbol] = []
        cells: list[Symbol] = []
        while True:
            cells.append(self.row())
            end = self._take().text
            if end != "&":
                lines.append(Symbol("line", inside=tuple(cells)))
                cells = []
            if end.startswith(r"\end"):
                return Symbol(begin[len(r"\begin{") : -1], columns, _without_empty_last(lines))

    def _columns(self) -> str:
        """The columns of an array, `lcr`; rules between them are not drawn."""
        columns = ""
        while (text := self._take().text) != "}":
            columns += text if text in "lcr" else ""
        return columns

    def _text(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token


def _is_end(text: str) -> bool:
    return text in _ENDS or text.startswith(r"\end{")


def _without_empty_last(lines: list[Symbol]) -> tuple[Symbol, ...]:
    r"""The lines of a table; what follows a last `\\` is none where nothing stands there."""
    last = lines[-1].inside
    is_empty = len(lines) > 1 and len(last) == 1 and last[0] == _NOTHING
    return tuple(lines[:-1] if is_empty else lines)
