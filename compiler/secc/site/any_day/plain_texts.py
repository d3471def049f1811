"""A text of a page without its setting: its blocks of data, each in what it stands in, and its words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import json
from msgspec.structs import replace

from secc.render.exports.blocks import Block
from secc.site.any_day.model import DocumentChronicle, Edition
from secc.site.any_day.plain_pieces import PlainPiece
from secc.site.any_day.texts import Text

_Level = list[Block]
_decoder = json.Decoder(tuple[Block, ...])


def content(text: Text) -> tuple[Block, ...]:
    """The blocks of a text. Who a provision is, is said of what is a piece; not of the paragraphs in it."""
    document = text.document
    found = []
    for number, plain in zip(text.page.pieces, text.page.plain, strict=True):
        piece = document.plain[plain]
        found.append((piece.depth, _blocks(piece.blocks, document.pieces[number].who)))
    return _nested(each for each in found if each[1])


def words(text: Text) -> str:
    """The words of a text, as `secc show` sets them."""
    pieces = (text.document.plain[each] for each in text.page.plain)
    return "\n".join(each.text for each in pieces if each.text)


def provision(document: DocumentChronicle, edition: Edition, who: str) -> tuple[tuple[Block, ...], str]:
    """A provision in an edition: its blocks and its words; nothing of either where it does not stand there."""
    found = [*_pieces_of(document, edition, who)]
    blocks = ((each.depth - found[0].depth, _blocks(each.blocks, "")) for each in found)
    return _nested(blocks), "\n".join(each.text for each in found)


def _pieces_of(document: DocumentChronicle, edition: Edition, who: str) -> Iterator[PlainPiece]:
    """The first piece of a provision, and those that stand in it."""
    for page in edition.pages:
        depth = None
        for number, plain in zip(page.pieces, page.plain, strict=True):
            piece = document.plain[plain]
            if depth is None and document.pieces[number].who == who:
                depth = piece.depth
                yield piece
            elif depth is not None and piece.text:  # what only closes another has no words, and no depth of its own
                if piece.depth <= depth:
                    return
                yield piece


@lru_cache(maxsize=1 << 12)  # texts of one page follow each other, and most of their pieces are the same
def _blocks(written: bytes, who: str) -> tuple[Block, ...]:
    blocks = _decoder.decode(written)
    return (replace(blocks[0], identity=who), *blocks[1:]) if who else blocks


def _nested(pieces: Iterable[tuple[int, tuple[Block, ...]]]) -> tuple[Block, ...]:
    """Blocks, each with the depth at which it stands, put into the last before them that stands at one less."""
    levels: list[_Level] = [[]]
    for depth, blocks in pieces:
        _close(levels, depth)
        if depth == len(levels):
            levels.append([])
        levels[depth] += blocks
    _close(levels, 0)
    return tuple(levels[0])


def _close(levels: list[_Level], depth: int) -> None:
    """Put what stands deeper into what it stands in."""
    while len(levels) > depth + 1:
        inside = tuple(levels.pop())
        levels[-1][-1] = replace(levels[-1][-1], content=inside)
