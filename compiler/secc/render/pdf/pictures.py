"""Pictures as the template takes them: those only that a browser might be given too, and that can be set."""

from secc.reading.pictures import svg_text, withheld
from secc.render.pdf.setting import can_be_set
from secc.render.pdf.sheet import Picture

_FORMS = {"gif": "gif", "jpeg": "jpg", "jpg": "jpg", "png": "png", "svg": "svg"}


def picture_of(path: str, contents: bytes | None) -> Picture | None:
    """The picture at a path; None where it is not there, not to be drawn, or cannot be."""
    if contents is None or withheld(path, contents):
        return None
    form = _FORMS[path.rpartition(".")[2].lower()]
    picture = Picture(form, svg=svg_text(contents)) if form == "svg" else Picture(form, raster=tuple(contents))
    return picture if can_be_set(picture) else None
