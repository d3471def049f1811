"""Pictures of a Word file, each a PNG: Word draws no SVG of its own accord, and this way all programs draw the same."""

from collections.abc import Mapping

from secc.render.docx.sheet import Drawing
from secc.render.docx.widths import WIDTH
from secc.render.imprint import Pictures
from secc.render.pdf.pictures import picture_of
from secc.render.pdf.setting import RESOLUTION, raster

_INCH = 914_400
_TWIP = 635
"""In English metric units."""
_SIZE = slice(16, 24)
"""Where a PNG says its width and height in pixels."""


class Drawings:
    """The pictures of one file; `pictures` finds them by their path. One that stands in several places is kept once."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._made: dict[str, bytes | None] = {}

    def drawn(self, path: str, alt: str, left: int) -> Drawing | None:
        """The picture at a path; None where it is not there, or not to be drawn."""
        if path not in self._made:
            picture = picture_of(path, self._pictures(path))
            self._made[path] = raster(picture) if picture is not None else None
        made = self._made[path]
        return _fitted(self._part(path), alt, left, made) if made is not None else None

    @property
    def media(self) -> Mapping[str, bytes]:
        """The files of the pictures by their names."""
        return {f"{self._part(path)}.png": made for path, made in self._made.items() if made is not None}

    def _part(self, path: str) -> str:
        return f"image{[*self._made].index(path) + 1}"


def _fitted(part: str, alt: str, left: int, made: bytes) -> Drawing:
    """In its own size, or smaller where the line is shorter."""
    size = made[_SIZE]
    width, height = (int.from_bytes(each) * _INCH // RESOLUTION for each in (size[:4], size[4:]))
    room = max(WIDTH - left, WIDTH // 2) * _TWIP
    if width > room:
        width, height = room, height * room // width
    return Drawing(part, alt, left, width, height)
