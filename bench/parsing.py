"""Source text to typed tree, against Bluebell on the same words with the same structure."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from msgspec import Struct, json, structs

from bench.bluebell_source import to_bluebell
from bench.table import Row
from bench.texts import origin, text
from bench.usage import run

_SIZES = {"200 KB": (200_000, 5), "2 MB": (2_000_000, 3), "6 MB": (6_000_000, 1)}
"""What a text is called: its bytes, and how often both are run."""
_OURS_A_ROUND = 3

_Command = list[str | Path | int]


class Parsed(Struct, frozen=True):
    """What bench/ours.py and bench/bluebell_parse.py print, and the peak memory of that process in megabytes."""

    seconds: list[float]
    provisions: int
    words: int = 0
    peak: float = 0


def rows(root: Path, corpora: Path, scratch: Path, peers: Path) -> Iterator[Row]:
    """One row a size. Raises where the two trees do not hold the same provisions or Bluebell's lacks words."""
    made_of = origin(corpora)
    for name, (size, rounds) in _SIZES.items():
        source = text(root, corpora, size)
        ours, theirs = scratch / f"{size}.sec", scratch / f"{size}.txt"
        ours.write_text(source, encoding="utf-8")
        theirs.write_text(to_bluebell(source), encoding="utf-8")
        our_command: _Command = [sys.executable, "-m", "bench.ours", ours, _OURS_A_ROUND]
        their_command: _Command = [peers / "python", root / "bench" / "bluebell_parse.py", theirs, 1]
        pairs = [(_run(our_command, root), _run(their_command, root)) for _ in range(rounds)]
        _comparable(source, *pairs[0])
        what = f"text to typed tree, {name} ({made_of})"
        yield Row(what, *_middle([us for us, _ in pairs]), "Bluebell 3.1.1", *_middle([them for _, them in pairs]))


def _run(command: _Command, root: Path) -> Parsed:
    usage = run([str(part) for part in command], root)
    return structs.replace(json.decode(usage.printed, type=Parsed), peak=usage.peak_megabytes)


def _middle(runs: list[Parsed]) -> tuple[float, float]:
    return median(seconds for each in runs for seconds in each.seconds), median(each.peak for each in runs)


def _comparable(source: str, ours: Parsed, theirs: Parsed) -> None:
    """Both must have done the work: all words but marks (`##`, `define`), and the same provisions to a hundredth."""
    words = len(re.findall(r"\w+", source))
    if not 0.97 * words <= theirs.words <= words:
        raise RuntimeError(f"Bluebell's tree has {theirs.words} words of {words}")
    if abs(ours.provisions - theirs.provisions) > ours.provisions / 100:
        raise RuntimeError(f"{ours.provisions} provisions against Bluebell's {theirs.provisions}")
