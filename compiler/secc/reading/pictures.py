"""Which pictures may be shown: a browser draws them, and they do nothing. Of the others it is said why they are not."""

from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from secc.reading.patterns import ENTITY, TYPE_NAME, TYPE_PLACE


class _Form(NamedTuple):
    """How the bytes of a raster picture begin, and what is in them where nothing is cut off their end."""

    beginnings: tuple[bytes, ...]
    end: bytes


_GIF = _Form((b"GIF87a", b"GIF89a"), b";")
_JPEG = _Form((b"\xff\xd8\xff",), b"\xff\xd9")
_PNG = _Form((b"\x89PNG\r\n\x1a\n",), b"IEND")
_RASTER = {".gif": _GIF, ".jpeg": _JPEG, ".jpg": _JPEG, ".png": _PNG}
_SVG = "http://www.w3.org/2000/svg"
_NOTES = (
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://schemas.microsoft.com/visio/2003/SVGExtensions/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://web.resource.org/cc/",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
"""Languages in which Inkscape and Visio note for themselves what is not drawn."""
_ACTIVE = ("animate", "foreignobject", "handler", "iframe", "script", "set")
_LINKS = ("href", "src", "base", "ping")
_ENCODINGS = ("UTF-8", "UTF-16", "US-ASCII", "ISO-8859-1", "WINDOWS-1252")
_MARKS = {
    b"\xef\xbb\xbf": "UTF-8-SIG",
    b"\xfe\xff": "UTF-16",
    b"\xff\xfe": "UTF-16",
    b"\0<": "UTF-16-BE",
    b"<\0": "UTF-16-LE",
}
"""The first bytes that say in which encoding a file is, whatever stands in it."""
_DEEPEST = 256
"""How many elements may stand one within another: programs that draw them call themselves for each."""
_FETCHES = "has style that fetches something, or could"
_FETCHING = ("@import", "\\", "javascript:", "image-set(", "src(")


class NoPictureError(Exception):
    """It is not to be shown; the message says why, of "it"."""


def withheld(path: str, contents: bytes) -> str:
    """Why a file is not shown as a picture, as what is said of "it"; empty where it is.

    It is shown where it cannot run anything nor fetch anything, even when it is opened by itself. A raster picture
    has to be what its name says. In an SVG there are no scripts, handlers, animation, entities or foreign elements,
    and its links lead to places within it. What is in an encoding that browsers do not know, as UTF-7, would be another
    picture to them.
    """
    ending = path[path.rfind(".") :].lower()
    try:
        if ending == ".svg":
            _Svg(contents)
        else:
            _look_at_raster(ending, contents)
    except NoPictureError as why:
        return str(why)
    return ""


def svg_text(contents: bytes) -> str:
    """The text of an SVG that is shown, whatever its encoding."""
    return _Svg(contents).text


def _look_at_raster(ending: str, contents: bytes) -> None:
    if ending not in _RASTER:
        raise NoPictureError("has no name of a picture, which ends in .svg, .png, .jpg, .jpeg or .gif")
    form = _RASTER[ending]
    if not contents.startswith(form.beginnings):
        raise NoPictureError(f"is no {ending[1:].upper()} file, as its name says")
    if form.end not in contents:
        raise NoPictureError("is cut short")


class _Svg:
    """An SVG that does nothing; raises `NoPictureError` for any other. `text` is what is written in it.

    Nothing of a document type is read, since one that declares something is refused where it begins.
    """

    def __init__(self, contents: bytes) -> None:
        self._open: list[str] = []
        self._style: list[str] = []
        self._encoding = "UTF-8"
        self._is_typed = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._typed
        parser.ProcessingInstructionHandler = self._instructed
        parser.StartElementHandler = self._begun
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._said
        try:
            parser.Parse(contents, True)  # noqa: FBT003  # it is all
            self.text = contents.decode(self._marked(contents))
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise NoPictureError(f"cannot be read as SVG: {error}") from None
        if self._is_typed and ENTITY.search(self.text):  # which browsers know of other types, or would seek
            raise NoPictureError("has an entity of a document type")

    def _marked(self, contents: bytes) -> str:
        """The encoding: by the first bytes, where they say so, whatever stands in it."""
        return next((name for mark, name in _MARKS.items() if contents.startswith(mark)), self._encoding)

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002  # as called
        self._encoding = encoding or self._encoding
        if self._encoding.upper() not in _ENCODINGS:
            raise NoPictureError(f"is written in {encoding}, which browsers do not read")

    def _typed(self, name: str, place: str | None, public: str | None, has_declarations: int) -> None:
        """A document type may stand there as programs that draw write it: then nothing is fetched for it."""
        is_plain = not has_declarations and name == "svg"
        is_known = bool(TYPE_NAME.fullmatch(public or "") and TYPE_PLACE.fullmatch(place or ""))
        if not is_plain or not (is_known or public is None is place):
            raise NoPictureError("has a document type that declares something, or is not that of SVG")
        self._is_typed = True

    def _instructed(self, target: str, data: str) -> None:  # noqa: ARG002  # as called
        raise NoPictureError(f"has an instruction to a program ({target})")

    def _begun(self, tag: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if not self._open and tag != f"{_SVG} svg":
            raise NoPictureError("is no SVG file, as its name says")
        if namespace != _SVG and namespace not in _NOTES:
            raise NoPictureError(f"has a <{name}>, which is not of SVG")
        if name.lower().startswith(_ACTIVE):
            raise NoPictureError(f"has a <{name}>")
        for key, value in attributes.items():
            _look_at_attribute(key.rpartition(" ")[2].lower(), value)
        self._open.append(name.lower())
        if len(self._open) > _DEEPEST:
            raise NoPictureError(f"has more than {_DEEPEST} elements one within another")

    def _ended(self, tag: str) -> None:  # noqa: ARG002  # as called
        if self._open.pop() == "style":
            if _fetches("".join(self._style)):
                raise NoPictureError(_FETCHES)
            self._style.clear()

    def _said(self, words: str) -> None:
        if "style" in self._open:
            self._style.append(words)


def _look_at_attribute(name: str, value: str) -> None:
    if name.startswith("on"):
        raise NoPictureError(f"runs a script ({name})")
    if name in _LINKS and not value.strip().startswith("#"):
        raise NoPictureError(f"leads out of the picture ({name})")
    if _fetches(value):
        raise NoPictureError(_FETCHES)


def _fetches(value: str) -> bool:
    """Whether a value of style or presentation leads out of the picture."""
    plain = "".join(value.lower().split())
    return any(each in plain for each in _FETCHING) or any(
        not each.startswith(("#", "'#", '"#')) for each in plain.split("url(")[1:]
    )
