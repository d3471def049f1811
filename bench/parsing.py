"""Source text to typed tree, against Bluebell on the same words with the same structure."""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from msgspec import Struct, json

from bench.bluebell_source import to_bluebell
from bench.table import Row
from bench.texts import origin, text
from bench.usage import Usage, run

_SIZES = {"200 KB": (200_000, 9, 5), "2 MB": (2_000_000, 5, 3), "6 MB": (6_000_000, 5, 1)}
"""What a text is called: its bytes, how often ours is run, how often Bluebell."""


class Parsed(Struct, frozen=True):
    """What bench/ours.py and bench/bluebell_parse.py print."""

    seconds: list[float]
    provisions: int
    words: int = 0


def rows(root: Path, corpora: Path, scratch: Path, peers: Path) -> Iterator[Row]:
    """One row a size. Raises where the two trees do not hold the same provisions or Bluebell's lacks words."""
    made_of = origin(corpora)
    for name, (size, our_times, their_times) in _SIZES.items():
        source = text(root, corpora, size)
        ours, theirs = scratch / f"{size}.sec", scratch / f"{size}.txt"
        ours.write_text(source, encoding="utf-8")
        theirs.write_text(to_bluebell(source), encoding="utf-8")
        us, our_usage = _run([sys.executable, "-m", "bench.ours", ours, our_times], root)
        them, their_usage = _run([peers / "python", root / "bench" / "bluebell_parse.py", theirs, their_times], root)
        _comparable(source, us, them)
        yield Row(
            what=f"text to typed tree, {name} ({made_of})",
            ours=median(us.seconds),
            our_peak=our_usage.peak_megabytes,
            peer="Bluebell 3.1.1",
            theirs=median(them.seconds),
            their_peak=their_usage.peak_megabytes,
        )


def _run(command: list[str | Path | int], root: Path) -> tuple[Parsed, Usage]:
    usage = run([str(part) for part in command], root)
    return json.decode(usage.printed, type=Parsed), usage


def _comparable(source: str, ours: Parsed, theirs: Parsed) -> None:
    """Both must have done the work: all words but marks (`##`, `define`), and the same provisions to a hundredth."""
    words = len(source.split())
    if not 0.97 * words <= theirs.words <= words:
        raise RuntimeError(f"Bluebell's tree has {theirs.words} words of {words}")
    if abs(ours.provisions - theirs.provisions) > ours.provisions / 100:
        raise RuntimeError(f"{ours.provisions} provisions against Bluebell's {theirs.provisions}")
