"""Which pictures a browser may be given: it draws them, and they do nothing."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_RASTER = {
    ".gif": (b"GIF87a", b"GIF89a"),
    ".jpeg": (b"\xff\xd8\xff",),
    ".jpg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
}
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = ("animate", "foreignobject", "handler", "iframe", "script", "set")
_LINKS = ("href", "src", "base", "ping")
_ENCODINGS = ("UTF-8", "UTF-16", "US-ASCII", "ISO-8859-1", "WINDOWS-1252")
_FETCHING = ("@import", "\\", "javascript:", "image-set(", "src(")


def is_harmless(path: str, contents: bytes) -> bool:
    """Whether a file is a picture that cannot run anything nor fetch anything, even when it is opened by itself.

    A raster picture has to be what its name says. In an SVG there are no scripts, handlers, animation, document type
    or foreign elements, and its links lead to places within it. What is in an encoding that browsers do not know, as
    UTF-7, would be another picture to them.
    """
    ending = path[path.rfind(".") :].lower()
    if ending == ".svg":
        return _is_harmless_svg(contents)
    return contents.startswith(_RASTER.get(ending, ())) if ending in _RASTER else False


def _is_harmless_svg(contents: bytes) -> bool:
    from lxml import etree  # slow to import, and only needed where there are such pictures

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(contents, parser)
    except etree.XMLSyntaxError:
        return False
    said = root.getroottree().docinfo
    instructed = any(isinstance(each, etree._ProcessingInstruction) for each in root.itersiblings(preceding=True))
    if root.tag != f"{_SVG}svg" or said.doctype or instructed or (said.encoding or "UTF-8").upper() not in _ENCODINGS:
        return False
    return all(map(_is_passive, root.iter()))


def _is_passive(element: "etree._Element") -> bool:
    from lxml import etree

    if isinstance(element, etree._Comment):
        return True
    if not isinstance(element.tag, str) or not element.tag.startswith(_SVG):
        return False
    name = element.tag.removeprefix(_SVG).lower()
    style = "".join([element.text or "", *(each.tail or "" for each in element)]) if name == "style" else ""
    values = [(etree.QName(key).localname.lower(), value) for key, value in element.attrib.items()]
    return (
        not name.startswith(_ACTIVE)
        and not any(key.startswith("on") for key, _ in values)
        and all(value.strip().startswith("#") for key, value in values if key in _LINKS)
        and not any(map(_fetches, (*(value for _, value in values), style)))
    )


def _fetches(value: str) -> bool:
    """Whether a value of style or presentation leads out of the picture."""
    plain = "".join(value.lower().split())
    return any(each in plain for each in _FETCHING) or any(
        not each.startswith(("#", "'#", '"#')) for each in plain.split("url(")[1:]
    )
