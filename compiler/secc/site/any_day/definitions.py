"""A document as if it had the definitions under one letter alone, for whoever asks what a term meant and no more.

What its texts and pages are called, and what is ahead of it, is left out: so what there is under a letter changes with
the definitions under it, and with nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec import structs

from secc.site.any_day.model import Chronicle, Days, DocumentChronicle, Edition, Page, Piece

_Pages = tuple[Page, ...]
_Value = TypeVar("_Value")


def by_letter(document: DocumentChronicle) -> Mapping[str, DocumentChronicle]:
    """By the letter or digit with which the names of definitions begin in addresses; none under which there is none."""
    letters = list(map(_letter, document.pieces))
    found: dict[str, list[_Pages]] = {letter: [] for letter in sorted(set(letters)) if letter}
    for edition in document.editions:
        pages: dict[str, list[Page]] = {letter: [] for letter in found}
        for page in edition.pages:
            for letter, pieces in _parted(page.pieces, letters).items():
                pages[letter].append(Page(page.url, page.path, "", "", page.depth, tuple(pieces)))
        for letter, texts in found.items():
            texts.append(tuple(pages[letter]))
    return {letter: _narrowed(document, texts) for letter, texts in found.items()}


def are_there(chronicle: Chronicle) -> bool:
    """Whether any document ever had one."""
    return any(_letter(piece) for document in chronicle.documents for piece in document.pieces)


def _letter(piece: Piece) -> str:
    """Empty for what is no definition."""
    is_definition = bool(piece.path) and piece.path[-1].startswith('"')
    return piece.identifier.rpartition(".")[2][:1] if is_definition else ""


def _parted(pieces: Iterable[int], letters: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for piece in pieces:
        if letters[piece]:
            found.setdefault(letters[piece], []).append(piece)
    return found


def _narrowed(document: DocumentChronicle, texts: Sequence[_Pages]) -> DocumentChronicle:
    """A document with these pages in the place of those of its editions, and with their pieces alone."""
    editions = {pages: number for number, pages in enumerate(dict.fromkeys(texts))}
    pieces = {each: None for pages in editions for page in pages for each in page.pieces}
    numbers = [editions[pages] for pages in texts]
    effective = _renumbered(document.effective, numbers)
    base = _renumbered(document.base, numbers)
    scoped = ((scope, _renumbered(days, numbers)) for scope, days in document.scoped)
    return structs.replace(
        document,
        pieces=tuple(document.pieces[each] for each in pieces),
        editions=tuple(_edition(pages, {each: number for number, each in enumerate(pieces)}) for pages in editions),
        effective=effective,
        base=base if base != effective else (),
        known=tuple(_turning((day, _renumbered(days, numbers)) for day, days in document.known)),
        layers=(),
        plain=(),
        scoped=tuple((scope, days) for scope, days in scoped if days != effective),
    )


def _edition(pages: _Pages, numbers: Mapping[int, int]) -> Edition:
    renumbered = (
        Page(page.url, page.path, "", "", page.depth, tuple(numbers[each] for each in page.pieces)) for page in pages
    )
    return Edition("", "", "", tuple(renumbered))


def _renumbered(days: Days, numbers: Sequence[int]) -> Days:
    return tuple(_turning((day, numbers[each] if each is not None else None) for day, each in days))


def _turning(days: Iterable[tuple[date, _Value]]) -> Iterator[tuple[date, _Value]]:
    """Those that are another than the one before."""
    last: list[_Value] = []
    for day, each in days:
        if last != [each]:
            yield day, each
        last = [each]
