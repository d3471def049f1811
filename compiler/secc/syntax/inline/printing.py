"""Words with marks back to source."""

from collections.abc import Iterator
from string import punctuation

from secc.syntax.inline.reading import Inline, parse
from secc.syntax.marks import AnyMark, Code, Emphasis, FootnoteCall, Hyperlink, Strong, Symbols
from secc.syntax.patterns import HREF_START, RISKY


def to_source(words: Inline) -> str:
    """Source, on one line, that reads as these words with these marks.

    A mark that the language cannot express (emphasis that begins between a letter and a bracket, a link to somewhere
    that is no address on the web) is left out, and its words stay.
    """
    marks = words.marks
    while True:
        source = _Printer(words.text, marks).source()
        back = parse(source)
        if not marks or (back.text, back.marks) == (words.text, marks):
            return source
        read = set(back.marks)
        lost = next((mark for mark in marks if mark not in read), marks[-1])
        marks = tuple(mark for mark in marks if mark is not lost)


class _Printer:
    def __init__(self, text: str, marks: tuple[AnyMark, ...]) -> None:
        self._text = text
        # A footnote's call stands outside what begins or ends where it stands.
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.start != mark.end))
        self._dollars = text.count("$") + sum(mark.href.count("$") for mark in marks if isinstance(mark, Hyperlink))
        self._open: list[AnyMark] = []
        self._pieces: list[str] = []
        self._position = 0

    def source(self) -> str:
        for mark in self._marks:
            self._close_before(mark.start)
            self._print_to(mark.start)
            self._begin(mark)
        self._close_before(len(self._text))
        self._print_to(len(self._text))
        return "".join(self._pieces)

    def _close_before(self, position: int) -> None:
        while self._open and self._open[-1].end <= position:
            self._print_to(self._open[-1].end)
            self._pieces.append(_closing(self._open.pop()))

    def _begin(self, mark: AnyMark) -> None:
        match mark:
            case FootnoteCall():
                self._pieces.append(f"[^{mark.label}]")
            case Code() | Symbols():
                words = self._text[mark.start : mark.end]
                self._pieces.append(_code(words) if isinstance(mark, Code) else f"${words}$")
                self._position = mark.end
            case Hyperlink():
                if self._pieces and self._pieces[-1].endswith("!"):
                    self._pieces[-1] = self._pieces[-1][:-1] + "\\!"
                self._pieces.append("[")
                self._open.append(mark)
            case Emphasis() | Strong():
                self._pieces.append(_closing(mark))
                self._open.append(mark)

    def _print_to(self, end: int) -> None:
        self._pieces.extend(self._escaped(self._position, end))
        self._position = max(self._position, end)

    def _escaped(self, start: int, end: int) -> Iterator[str]:
        printed = start
        for found in RISKY.finditer(self._text, start, end):
            yield self._text[printed : found.start()]
            yield "\\" + found[0] if self._is_risky(found[0], found.start(), range(start, end)) else found[0]
            printed = found.end()
        yield self._text[printed:end]

    def _is_risky(self, character: str, place: int, between: range) -> bool:
        """Whether a character would be read as more than itself; `between` two marks it stands."""
        after = self._text[place + 1 : place + 2]
        in_link = any(isinstance(mark, Hyperlink) for mark in self._open)
        match character:
            case "\\":
                return place + 1 not in between or after in punctuation
            case "*":
                spaced = after == " " == self._text[place - 1]
                return not (spaced and place - 1 in between and place + 1 in between)
            case "$":
                return self._dollars > 1 or any(isinstance(mark, Symbols) for mark in self._marks)
            case "[":
                return in_link or after == "^"
            case "]":
                return in_link or HREF_START.match(self._text, place + 1) is not None
            case _:
                return True


def _closing(mark: AnyMark) -> str:
    match mark:
        case Emphasis():
            return "*"
        case Strong():
            return "**"
        case Hyperlink(href=href):
            return f"]({href})" if _balanced(href) else f"]({_without_brackets(href)})"
        case _:
            return ""


def _balanced(href: str) -> bool:
    depth = 0
    for character in href:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def _without_brackets(href: str) -> str:
    return href.replace("(", r"\(").replace(")", r"\)")


def _code(words: str) -> str:
    """Words in as many backticks as do not stand in them."""
    runs = {len(run) for run in "".join(letter if letter == "`" else " " for letter in words).split()}
    fence = "`" * next(length for length in range(1, len(words) + 2) if length not in runs)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}"
