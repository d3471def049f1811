"""What is wrong in a template, by its file and line; what is wrong in the compiler is told as any fault of it."""

from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError

import secc

_OWN = str(Path(secc.__file__).parent)
_OF_TEMPLATES = str(Path(__file__).with_name("templates.py"))
"""What escapes the words of templates is part of them."""


def template_fault(error: Exception) -> str | None:
    """What a template is at fault with: whatever was raised in it, and in nothing of the compiler that it called.

    None where no template is.
    """
    if isinstance(error, TemplateSyntaxError):
        return _said(error.filename or error.name or "a template", error.lineno, error)
    frames = extract_tb(error.__traceback__)
    drawn = [place for place, frame in enumerate(frames) if frame.filename.endswith(".html")]
    called = {frame.filename for frame in frames[drawn[-1] :]} - {_OF_TEMPLATES} if drawn else set()
    if drawn and not any(name.startswith(_OWN) for name in called):
        return _said(frames[drawn[-1]].filename, frames[drawn[-1]].lineno, error)
    return f"a template of the site's theme cannot be used: {error}" if isinstance(error, TemplateError) else None


def _said(path: str, line: int | None, error: Exception) -> str:
    return f"{Path(path).name} of the site's theme cannot be used, line {line}: {error}"
