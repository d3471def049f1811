"""`python -m bench.redline`: the table of our comparison and of its peers, on texts with known edits.

`python -m bench.redline SEED…` prints ours alone on half-size texts of these seeds, to develop with. The seeds of the
table are kept apart: nothing was ever changed because of what they showed.
"""

import gc
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from bench.redline.edits import Editor
from bench.redline.hard import hard
from bench.redline.marks import from_changes, from_segments
from bench.redline.peers import Peer, peers
from bench.redline.score import Score, Truth
from bench.redline.setting import Flat, Typed, flat, typed
from bench.redline.standard import standard
from bench.redline.text import Line
from bench.redline.writing import Writer
from secc.compare import compare_codes

SEEDS = tuple(range(201, 209))
"""The seeds of the figures; the first also at full size, for speed. Develop with others: 1 to 99."""
PAIRS = {"standard": standard, "hard": hard}
_TIMES = 5
_HALF = 0.5
_HEAD = """
| tool | pair | CPU s | edits found | noise | missed | labels | hunks | of | words cut |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


class Texts(NamedTuple):
    """A pair of texts with what is true of it."""

    name: str
    before: list[Line]
    after: list[Line]
    truth: Truth


class Setting(NamedTuple):
    """The pair as the tools take it."""

    typed: tuple[Typed, Typed]
    flat: tuple[Flat, Flat]
    files: tuple[Path, Path]


def texts(seed: int, scale: float) -> Iterator[Texts]:
    """The standard and the hard pair of a seed: the same old text, edited twice."""
    writer = Writer(seed, scale)
    code = writer.code()
    for name, edit in PAIRS.items():
        editor = Editor(writer, code)
        edit(editor)
        yield Texts(name, code, editor.code, Truth(code, editor.code, editor.edits))


def main(*seeds: str) -> None:
    """Print the table, or with seeds what ours loses on them."""
    if seeds:
        for seed in seeds:
            for each in texts(int(seed), _HALF):
                score, seconds = ours(each, (typed(each.before), typed(each.after)), 1)
                print(_row(f"seed {seed}", each.name, score, seconds), dict(Counter(score.lost)), flush=True)
        return
    with TemporaryDirectory() as scratch:
        print(f"Full size, seed {SEEDS[0]}; CPU seconds are the median of {_TIMES}.\n{_HEAD}")
        for each in texts(SEEDS[0], 1.0):
            _full_size(each, Path(scratch))
        print(f"\nHalf size, seeds {SEEDS[0]} to {SEEDS[-1]} together.\n{_HEAD}")
        _half_size(Path(scratch))


def _full_size(each: Texts, scratch: Path) -> None:
    setting = _set(each, scratch)
    score, seconds = ours(each, setting.typed, _TIMES)
    print(_row("secc", each.name, score, seconds), flush=True)
    for name, peer in peers().items():
        print(_row(name, each.name, *theirs(each, setting, peer, _TIMES)), flush=True)
    megabytes = _peak(setting.typed)
    print(f"<!-- {each.name}: peak memory of secc above the documents {megabytes:.0f} MB -->", flush=True)


def _half_size(scratch: Path) -> None:
    scores: dict[tuple[str, str], list[tuple[Score, float]]] = {}
    for seed in SEEDS:
        for each in texts(seed, _HALF):
            setting = _set(each, scratch)
            scores.setdefault((each.name, "secc"), []).append(ours(each, setting.typed, 1))
            for name, peer in peers().items():
                scores.setdefault((each.name, name), []).append(theirs(each, setting, peer, 1))
    for (pair, name), found in sorted(scores.items(), key=lambda row: row[0][0] != "standard"):
        print(_row(name, pair, _together([score for score, _ in found]), sum(seconds for _, seconds in found)))


def _set(each: Texts, scratch: Path) -> Setting:
    flats = flat(each.before), flat(each.after)
    files = scratch / "before.txt", scratch / "after.txt"
    for path, text in zip(files, flats, strict=True):
        path.write_text(text.text, encoding="utf-8")
    return Setting((typed(each.before), typed(each.after)), flats, files)


def ours(each: Texts, setting: tuple[Typed, Typed], times: int) -> tuple[Score, float]:
    """Our score, and the CPU seconds from typed documents to every word that changed; nothing is kept between runs.

    What the harness holds is hidden from the collector of garbage, as it is from the peers'.
    """
    before, after = setting
    gc.collect()
    gc.freeze()
    seconds = []
    for _ in range(times):
        start = process_time()
        changes = compare_codes(before.documents, after.documents)
        assert changes.changed
        seconds.append(process_time() - start)
    gc.unfreeze()
    return each.truth.score(from_changes(changes, before, after)), median(seconds)


def theirs(each: Texts, setting: Setting, peer: Peer, times: int) -> tuple[Score, float]:
    """A peer's."""
    gc.collect()
    gc.freeze()
    runs = [peer(*setting.files) for _ in range(times)]
    gc.unfreeze()
    return each.truth.score(from_segments(runs[0].segments, *setting.flat)), median(run.seconds for run in runs)


def _peak(setting: tuple[Typed, Typed]) -> float:
    tracemalloc.start()
    changes = compare_codes(setting[0].documents, setting[1].documents)
    assert changes.changed
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def _together(scores: Sequence[Score]) -> Score:
    total = Score()
    for each in scores:
        for name in ("edits", "found", "noise", "missed", "labels", "hunks", "true_hunks", "changed", "partly"):
            setattr(total, name, getattr(total, name) + getattr(each, name))
    return total


def _row(tool: str, pair: str, score: Score, seconds: float) -> str:
    cells = (
        tool, pair, f"{seconds:.3f}", f"{score.found}/{score.edits}", f"{score.noise}", f"{score.missed}",
        f"{score.labels}", f"{score.hunks}", f"{score.true_hunks}", f"{score.partly}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main(*sys.argv[1:])
