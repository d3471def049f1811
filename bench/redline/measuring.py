"""Measures our comparison and its peers on texts whose true edits are known."""

import gc
import os
import tracemalloc
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

from bench.redline.edits import Editor
from bench.redline.hard import hard
from bench.redline.marks import Marks, from_changes, from_segments
from bench.redline.peers import Peer, Run, fast_peers, peers_of_words, slow_peers, slowest_peers
from bench.redline.score import Score, Truth
from bench.redline.setting import Flat, Typed, flat, typed
from bench.redline.standard import standard
from bench.redline.table import Result
from bench.redline.text import Line
from bench.redline.writing import LETTERS, Writer
from secc.compare import ChangeSet, compare_codes

PAIRS = {"standard": standard, "hard": hard}
_TIMES = 15
_HALF = 0.5
_THIRD = LETTERS[:8]


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


def texts(seed: int, scale: float = 1.0, letters: str = LETTERS) -> Iterator[Texts]:
    """The standard and the hard pair of a seed: the same old text, edited twice."""
    writer = Writer(seed, scale, letters)
    code = writer.code()
    for name, edit in PAIRS.items():
        editor = Editor(writer, code)
        edit(editor)
        yield Texts(name, code, editor.code, Truth(code, editor.code, editor.edits))


def half(seed: int) -> Iterator[Texts]:
    """The same, with sub-sections half as long."""
    return texts(seed, _HALF)


def full_size(seed: int, python: Path, scratch: Path) -> Iterator[Result]:
    """Ours and the peers that manage the whole text: the quick in turn with ours, the slow on the standard pair."""
    for each in texts(seed):
        setting = _set(each, scratch)
        told, seconds = _in_turn(setting, fast_peers())
        yield Result("secc", each.name, seconds, _TIMES, 1.0, each.truth.score(_our_marks(setting)))
        others = ((name, peer(*setting.files, times)) for name, (peer, times) in peers_of_words(python).items())
        slow = _at_once(setting, slow_peers(python) if each.name == "standard" else {})
        for name, run in chain(told.items(), others, slow):
            yield _result(name, each, setting, run, seconds)


def third(seed: int, python: Path, scratch: Path) -> Iterator[Result]:
    """Ours, and the slowest peers, on the standard pair of a third of the Sections."""
    each = next(texts(seed, letters=_THIRD))
    setting = _set(each, scratch)
    told, seconds = _in_turn(setting, fast_peers())
    yield Result("secc", each.name, seconds, _TIMES, 1.0, each.truth.score(_our_marks(setting)))
    for name, run in chain(told.items(), _at_once(setting, slowest_peers(python))):
        yield _result(name, each, setting, run, seconds)


def _at_once(setting: Setting, peers: Mapping[str, Peer]) -> Iterator[tuple[str, Run]]:
    """Each once, as many at a time as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as together:
        yield from zip(peers, together.map(lambda peer: peer(*setting.files, 1), peers.values()), strict=True)


def half_size(seeds: Sequence[int], scratch: Path) -> Iterator[Result]:
    """Ours and the quick peers on many texts, taken together."""
    scores: dict[tuple[str, str], list[tuple[Score, float]]] = {}
    for each in (each for seed in seeds for each in half(seed)):
        setting = _set(each, scratch)
        scores.setdefault((each.name, "secc"), []).append(ours(each, setting.typed))
        for name, peer in fast_peers().items():
            run = peer(*setting.files, 1)
            score = each.truth.score(from_segments(run.segments or (), *setting.flat))
            scores.setdefault((each.name, name), []).append((score, run.seconds[0]))
    for pair in PAIRS:
        mine = sum(seconds for _, seconds in scores[pair, "secc"])
        for (of, name), found in scores.items():
            if of == pair:
                seconds = sum(seconds for _, seconds in found)
                yield Result(name, pair, seconds, 1, seconds / mine, _together([score for score, _ in found]))


def memory(seed: int) -> Iterator[str]:
    """The peak memory of ours above the documents, for each pair."""
    for each in texts(seed):
        before, after = typed(each.before).documents, typed(each.after).documents
        tracemalloc.start()
        changes = compare_codes(before, after)
        assert changes.changed
        yield f"{tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB for the {each.name} pair"
        tracemalloc.stop()


def ours(each: Texts, setting: tuple[Typed, Typed]) -> tuple[Score, float]:
    """Our score, and the CPU seconds from typed documents to every word that changed."""
    seconds, changes = _compared(setting)
    return each.truth.score(from_changes(changes, *setting)), seconds


def _compared(setting: tuple[Typed, Typed]) -> tuple[float, ChangeSet]:
    """What the harness holds is hidden from the collector of garbage, as it is from the peers in their own process."""
    gc.collect()
    gc.freeze()
    start = process_time()
    changes = compare_codes(setting[0].documents, setting[1].documents)
    assert changes.changed
    seconds = process_time() - start
    gc.unfreeze()
    return seconds, changes


def _our_marks(setting: Setting) -> Marks:
    return from_changes(_compared(setting.typed)[1], *setting.typed)


def _in_turn(setting: Setting, peers: Mapping[str, Peer]) -> tuple[dict[str, Run], float]:
    """Each run as often as ours, turn and turn about; and our median."""
    told: dict[str, Run] = {}
    seconds = []
    for _ in range(_TIMES):
        seconds.append(_compared(setting.typed)[0])
        for name, peer in peers.items():
            gc.collect()
            gc.freeze()
            run = peer(*setting.files, 1)
            gc.unfreeze()
            told[name] = Run(run.segments, [*(told[name].seconds if name in told else ()), *run.seconds])
    return told, median(seconds)


def _result(name: str, each: Texts, setting: Setting, run: Run, mine: float) -> Result:
    seconds = median(run.seconds)
    score = each.truth.score(from_segments(run.segments, *setting.flat)) if run.segments else None
    return Result(name, each.name, seconds, len(run.seconds), seconds / mine, score)


def _set(each: Texts, scratch: Path) -> Setting:
    flats = flat(each.before), flat(each.after)
    files = scratch / "before.txt", scratch / "after.txt"
    for path, text in zip(files, flats, strict=True):
        path.write_text(text.text, encoding="utf-8")
    return Setting((typed(each.before), typed(each.after)), flats, files)


def _together(scores: Sequence[Score]) -> Score:
    total = Score()
    for each in scores:
        for name in ("edits", "found", "noise", "missed", "labels", "hunks", "true_hunks", "changed", "partly"):
            setattr(total, name, getattr(total, name) + getattr(each, name))
    return total
