"""Finds the grammars: in the installed package, else in the checkout."""

from pathlib import Path

_PACKAGED = Path(__file__).resolve().parents[1] / "_grammar"
_CHECKOUT = Path(__file__).resolve().parents[3] / "grammar"


def text(name: str) -> str:
    """The text of `grammar/<name>.lark`."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    return (folder / f"{name}.lark").read_text(encoding="utf-8")
