"""Texts of a given size to parse: real Acts where the folder of real law is, else the sample Code over and over."""

from collections.abc import Iterable
from itertools import cycle
from pathlib import Path


def text(root: Path, corpora: Path, size: int) -> str:
    """About `size` bytes of one document, cut before a line at the margin."""
    parts: list[str] = []
    length = 0
    for path in cycle(_files(root, corpora)):
        source = path.read_text(encoding="utf-8")
        part = source if not parts else _as_inner_document(source)
        parts.append(part)
        length += len(part.encode())
        if length >= size:
            break
    return _cut("\n".join(parts), size)


def origin(corpora: Path) -> str:
    """What the texts are made of, in words."""
    return "two versions of the Irish Companies Act 2014" if _acts(corpora) else "the sample Code, repeated"


def _files(root: Path, corpora: Path) -> Iterable[Path]:
    return _acts(corpora) or sorted((root / "sec-source").glob("*/*.sec"))


def _acts(corpora: Path) -> list[Path]:
    """The largest first: the two versions of the Companies Act make 6 MB."""
    return sorted((corpora / "sec").glob("*.sec"), key=lambda path: (-path.stat().st_size, path.name))


def _as_inner_document(source: str) -> str:
    header, _, rest = source.partition("\n")
    return f"document: {header.partition(': ')[2]}\n{rest}"


def _cut(whole: str, size: int) -> str:
    kept = whole.encode()[:size].decode("utf-8", "ignore")
    end = kept.rfind("\n\n")
    while kept[end + 2 : end + 3] in (" ", ""):
        end = kept.rfind("\n\n", 0, end)
    return kept[: end + 1]
