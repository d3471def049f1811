"""What pieces of HTML say without their setting: blocks of data, and plain text.

A form has it beside each piece, so that the data of any text is put together as its page is, and nothing is bound
again for it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct, json, msgpack

from secc.document.model import Part
from secc.render.exports.facts import NOTHING
from secc.render.exports.from_display import BlocksOf
from secc.render.html_pieces import Piece
from secc.render.text import parts_to_text, step_of


class PlainPiece(Struct, frozen=True, array_like=True):
    """A piece in plain: its blocks as JSON, without those in pieces of their own, and its text, as far in as it stands.

    `depth` is in how many other pieces it stands: in the last before it at one less. What only closes another piece
    has no blocks.
    """

    depth: int = 0
    blocks: bytes = b"[]"
    text: str = ""


_parts = msgpack.Decoder(tuple[Part, ...])
_encode = msgpack.Encoder().encode


def in_plain(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, PlainPiece]]:
    """Pieces of a page, in order, each with what it is in plain."""
    indents = [0]
    for piece in pieces:
        if piece.parts:
            del indents[piece.depth + 1 :]
            indent = indents[-1]
            indents.append(indent + step_of(piece.parts[0]))
            yield piece, _plain(_encode(piece.parts), piece.depth, indent)
        else:
            yield piece, PlainPiece()


@lru_cache(maxsize=1 << 14)  # most pieces of a form are those of the form before
def _plain(parts: bytes, depth: int, indent: int) -> PlainPiece:
    """Of parts that are encoded: these are quick to compare, and take little room."""
    found = _parts.decode(parts)
    blocks = json.encode(BlocksOf(lambda _: NOTHING).content(found))
    return PlainPiece(depth, blocks, parts_to_text(found, indent=indent))
