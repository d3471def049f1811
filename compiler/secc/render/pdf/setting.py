"""Typesetting: JSON and a template go to typst, and a PDF comes back that is tagged as PDF/UA-1 wants it."""

from functools import cache
from importlib.resources import files
from re import Match
from typing import Final, Literal

import msgspec
import typst

from secc.render.patterns import CONTROL_IN_JSON
from secc.render.pdf.sheet import Book, Picture

_STANDARD: Final = "ua-1"
_TEMPLATE = "template.typ"
RESOLUTION: Final = 192
"""Of pictures that are made rasters, in pixels to the inch."""
_PICTURE = b"""
#let found = json(bytes(sys.inputs.picture))
#let contents = if "svg" in found { bytes(found.svg) } else { bytes(found.raster) }
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context {
  let size = measure(image(contents, format: found.form))
  let part = calc.min(1, 60cm / size.width, 60cm / size.height)
  image(contents, format: found.form, width: size.width * part, height: size.height * part)
}
"""
"""A picture alone, in its own size, or smaller where that is larger than any page."""
_COMMON = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) | frozenset("\n‘’“”–—…•·¶")
"""Characters of which it is known that there are letters for them."""


def typeset(book: Book) -> bytes:
    """The file. Characters for which no font here has a letter are shown by their code points, `[U+6F22]`."""
    written = msgspec.json.encode(book).decode()
    try:
        return _compiled(_template(), written)
    except typst.TypstError:
        plain = CONTROL_IN_JSON.sub(_control, written)
        missing = [letter for letter in sorted(set(plain) - _COMMON) if not _is_printable(letter)]
        if not missing and plain == written:
            raise
    shown = str.maketrans({letter: f"[U+{ord(letter):04X}]" for letter in missing})
    return _compiled(_template(), plain.translate(shown))


def _control(found: Match[str]) -> str:
    """A control character by its code point; in JSON it is escaped."""
    return f"{found['before']}[U+{(found['code'] or '0008').upper()}]"


def _compiled(template: bytes, written: str) -> bytes:
    return typst.compile(
        template,
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"book": written},
        pdf_standards=_STANDARD,
        timestamp=0,
    )


def can_be_set(picture: Picture) -> bool:
    """Whether it can be drawn: not, where it is broken within, has no size, or is drawn out of too many parts."""
    try:
        _alone(picture, "pdf")
    except typst.TypstError:
        return False
    return True


def raster(picture: Picture) -> bytes:
    """A picture as PNG in its own size, or smaller where that is larger than any page."""
    return _alone(picture, "png")


def _alone(picture: Picture, form: Literal["pdf", "png"]) -> bytes:
    return typst.compile(
        _PICTURE,
        format=form,
        ppi=RESOLUTION,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"picture": msgspec.json.encode(picture).decode()},
    )


def _is_printable(letter: str) -> bool:
    try:
        _compiled(b"#set document(title: [t], date: none)\n#sys.inputs.book", f"x{letter}x")
    except typst.TypstError:
        return False
    return True


@cache
def _fonts() -> typst.Fonts:
    """Those that come with typst, and no others, so that it looks the same everywhere."""
    return typst.Fonts(include_system_fonts=False)


@cache
def _template() -> bytes:
    return files("secc.render.pdf").joinpath(_TEMPLATE).read_bytes()
