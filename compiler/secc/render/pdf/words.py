"""Runs of words as they are set."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec.structs import replace

from secc.document.model import AnyRun, FootnoteRun, Run, Runs, SymbolsRun, Target, ToProvisions, ToWeb
from secc.ids import DocumentId
from secc.render.pdf.formulas import symbols
from secc.render.pdf.places import Places
from secc.render.pdf.sheet import Mark, Piece, Said, Symbols, Words

LONGEST = 40
"""Words of as many letters have room on any line."""
_FORMULA = "formula"
_WEB = ("http://", "https://", "mailto:")


class WordSetter:
    """Sets the words of one document; what they refer to is linked where it is in the same file.

    Uses of terms are not: in some documents that is every third word, and each would be read out as a link.
    """

    def __init__(self, document: DocumentId, places: Places) -> None:
        self._document = document
        self._places = places

    def words(self, runs: Runs) -> Words:
        """The runs, with links."""
        return loosened(tuple(filter(None, map(self._piece, runs))), LONGEST)

    def head(self, runs: Runs) -> Words:
        """The runs as they stand in what is repeated on every page, where nothing may lead anywhere."""
        return marked(runs, Mark.NONE)

    def _piece(self, run: AnyRun) -> Piece:
        match run:
            case Run(text=text, styles=styles, target=target):
                to, web = self._leads(target)
                return Said(text, styles, to, web) if styles or to or web else text
            case SymbolsRun(latex=latex):
                return symbols(latex)
            case FootnoteRun(label=label):
                return Said(f"[{label}]", to=self._places.call(self._document, label), raised=True)
            case _:
                assert_never(run)

    def _leads(self, target: Target | None) -> tuple[str, str]:
        """The anchor in the file, and the address on the web, that words lead to."""
        match target:
            case ToProvisions(addresses=addresses):
                return self._places.link(addresses[0]), ""
            case ToWeb(href=href) if href.lower().startswith(_WEB):
                return "", href
            case _:
                return "", ""


def marked(runs: Iterable[AnyRun], mark: Mark) -> Words:
    """Runs that lead nowhere, as those of a redline do not."""
    return loosened(tuple(_marked(runs, mark)), LONGEST)


def _marked(runs: Iterable[AnyRun], mark: Mark) -> Iterator[Piece]:
    for run in runs:
        match run:
            case Run(text=text, styles=styles):
                if text:
                    yield Said(text, styles, mark=mark) if styles or mark else text
            case SymbolsRun(latex=latex):
                yield symbols(latex, mark)
            case FootnoteRun(label=label):
                yield Said(f"[{label}]", mark=mark, raised=True)
            case _:
                assert_never(run)


def loosened(words: Words, room: int) -> Words:
    """The words, those of which may be broken anywhere that have more letters than there is room for."""
    return tuple(_loosened(piece, room) for piece in words)


def _loosened(piece: Piece, room: int) -> Piece:
    if isinstance(piece, Symbols) or longest_word(_text(piece)) <= room:
        return piece
    return Said(piece, room=room) if isinstance(piece, str) else replace(piece, room=room)


def longest_word(text: str) -> int:
    """How many letters its longest word has."""
    return max(map(len, text.split()), default=0)


def length(words: Words) -> int:
    """About how many characters words have."""
    return len(said(words))


def said(words: Words) -> str:
    """The words as text, in which a formula is some letters."""
    return "".join(map(_text, words))


def _text(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    return piece.text if isinstance(piece, Said) else _FORMULA
