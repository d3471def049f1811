"""Pictures as the template takes them: those only that a browser might be given too."""

from secc.render.pdf.sheet import Picture
from secc.render.pictures import is_harmless

_FORMS = {"gif": "gif", "jpeg": "jpg", "jpg": "jpg", "png": "png", "svg": "svg"}


def picture_of(path: str, contents: bytes | None) -> Picture | None:
    """The picture at a path; None where it is not there, or not to be drawn."""
    if contents is None or not is_harmless(path, contents):
        return None
    form = _FORMS[path.rpartition(".")[2].lower()]
    if form == "svg":
        return Picture(form, svg=contents.decode("utf-8", "replace"))
    return Picture(form, raster=tuple(contents))
