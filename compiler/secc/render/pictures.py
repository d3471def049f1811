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
_LINKS = ("href", "src", "base")


def is_harmless(path: str, contents: bytes) -> bool:
    """Whether a file is a picture that cannot run anything nor fetch anything, even when it is opened by itself.

    A raster picture has to be what its name says. In an SVG there are no scripts, handlers, animation, document type
    or foreign elements, and its links lead to places within it.
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
    tree = root.getroottree()
    instructed = any(isinstance(each, etree._ProcessingInstruction) for each in root.itersiblings(preceding=True))
    if root.tag != f"{_SVG}svg" or tree.docinfo.doctype or instructed:
        return False
    return all(map(_is_passive, root.iter()))


def _is_passive(element: "etree._Element") -> bool:
    from lxml import etree

    if isinstance(element, etree._Comment):
        return True
    if not isinstance(element.tag, str) or not element.tag.startswith(_SVG):
        return False
    name = element.tag.removeprefix(_SVG).lower()
    styles = [element.text or ""] if name == "style" else []
    values = {etree.QName(key).localname.lower(): value for key, value in element.attrib.items()}
    return (
        not name.startswith(_ACTIVE)
        and not any(key.startswith("on") for key in values)
        and all(values[key].strip().startswith("#") for key in _LINKS if key in values)
        and not any(_fetches(value) for value in (*values.values(), *styles))
    )


def _fetches(value: str) -> bool:
    """Whether a value of style or presentation leads out of the picture."""
    plain = "".join(value.lower().split())
    return (
        "@import" in plain
        or "\\" in plain
        or "javascript:" in plain
        or any(not each.startswith(("#", "'#", '"#')) for each in plain.split("url(")[1:])
    )
