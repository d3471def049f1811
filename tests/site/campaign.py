"""`python -m tests.site.campaign`: long walks of edits, each state of which is built in place and anew.

Twenty walks of fifty edits over a small Code, and twenty edits of words of the sample. Half an hour on two processors.
With arguments, it is one walk: its seed, and how many edits; `--sample` goes over the sample instead.
"""

import argparse
import re
import shutil
import sys
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.site.built_twice import Repository, Walk
from tests.site.codes import ROOT
from tests.site.copies import Elsewhere, secc
from tests.site.edited_code import beside, first_files
from tests.site.edits import INSTRUMENTS, Files

WALKS, STEPS, ON_SAMPLE = 20, 50, 20
_WORD = re.compile(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])")


def walked(seed: int, steps: int = STEPS) -> str:
    """What went wrong on a walk; empty where all was well."""
    with TemporaryDirectory() as folder:
        elsewhere = Elsewhere(seed + 1)
        walk = Walk(Repository(Path(folder) / "edited", elsewhere), first_files(), seed)
        found = next(((step, wrong) for step in range(steps) if (wrong := walk.step())), None)
        shown = "" if found is None else f"seed {seed}, edit {found[0]}: {found[1]}\n{_alone(walk, Path(folder))}"
        elsewhere.end()
    return shown


def _alone(walk: Walk, place: Path) -> str:
    """After which state alone the last is wrong."""
    for back in range(len(walk.states) - 2, -1, -1):
        again = Repository(place / "again", walk.repository.elsewhere)
        again.place.mkdir()
        for state in (walk.states[back], walk.states[-1]):
            again.hold(state)
            if wrong := again.difference(*walk.asked):
                return f"so it is after the state of edit {back} alone: {wrong.splitlines()[0]}"
        shutil.rmtree(again.place)
    return "so it is after no other state alone"


def walked_on_sample(seed: int, steps: int = ON_SAMPLE) -> str:
    """What went wrong on a walk over the sample, where a word of an instrument changes before each build in place.

    It is built anew after every fourth, which takes four times as long.
    """
    draw, files, told = Random(seed), sample_files(), ["as it is"]
    with TemporaryDirectory() as folder:
        elsewhere = Elsewhere(seed + 1)
        repository = Repository(Path(folder) / "edited", elsewhere)
        for step in range(steps + 1):
            repository.hold(files)
            is_last = step == steps or step % 4 == 0 < step
            wrong = repository.difference() if is_last else _built(repository)
            if wrong:
                break
            told.append(word_changed(files, draw))
        elsewhere.end()
    return wrong and f"sample, seed {seed}, after {'; '.join(told[: step + 1])}\n{wrong}"


def _built(repository: Repository) -> str:
    """What went wrong when it was built in place."""
    answer = secc(repository.place, "build")
    return answer.said if answer.status else ""


def word_changed(files: Files, draw: Random) -> str:
    """A word of an instrument is another."""
    paths = sorted(path for path in files if path.startswith(INSTRUMENTS) and path.endswith(".sec"))
    while True:
        path = draw.choice(paths)
        text = files[path].decode()
        words = list(_WORD.finditer(text))
        if words:
            word, other = draw.choice(words), draw.choice(words)[0]
            files[path] = (text[: word.start()] + other + text[word.end() :]).encode()
            line = text.count("\n", 0, word.start()) + 1
            return f"{word[0]} becomes {other} in line {line} of {path}"


def sample_files() -> Files:
    """The files of the sample, with the theme and the pages written by hand."""
    found = (path for path in sorted((ROOT / "sec-source").rglob("*")) if path.is_file())
    return {**{path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found}, **beside()}


def _campaign() -> Iterator[str]:
    with Pool() as pool:
        yield from pool.imap(walked, range(WALKS))
    yield walked_on_sample(0)


def _asked() -> Iterator[str]:
    parser = argparse.ArgumentParser(prog="python -m tests.site.campaign")
    parser.add_argument("seed", type=int, nargs="?")
    parser.add_argument("steps", type=int, nargs="?", default=STEPS)
    parser.add_argument("--sample", action="store_true")
    asked = parser.parse_args()
    if asked.seed is None:
        yield from _campaign()
    else:
        yield (walked_on_sample if asked.sample else walked)(asked.seed, asked.steps)


if __name__ == "__main__":
    faults = []
    for number, told in enumerate(_asked()):
        sys.stdout.write(f"walk {number}: {told or 'all the same'}\n")
        sys.stdout.flush()
        faults += [told] if told else []
    sys.exit(1 if faults else 0)
