"""Finds the grammars: in the installed package, else in the checkout.

By path and not through `importlib.resources`, whose import alone costs a fifth of what `secc --help` may.
"""

from pathlib import Path

_PACKAGED = Path(__file__).resolve().parents[1] / "_grammar"
_CHECKOUT = Path(__file__).resolve().parents[3] / "grammar"


def text(name: str) -> str:
    """The text of `grammar/<name>.lark`."""
    return (_folder() / f"{name}.lark").read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """The grammars there are, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.lark")))


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
