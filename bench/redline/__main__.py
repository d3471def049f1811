"""`python -m bench.redline`: the tables of our comparison and of its peers, written into docs/comparing.md.

`python -m bench.redline SEED…` prints what ours finds and loses on half-size texts of these seeds, to develop with.
The seeds of the tables are kept apart: nothing was ever changed because of what they showed.
"""

import sys
from collections import Counter
from pathlib import Path

from bench.redline.measuring import half, ours
from bench.redline.page import measure
from bench.redline.setting import typed
from bench.redline.table import Result


def main(*seeds: str) -> None:
    """Write the tables, or with seeds print what ours loses on them."""
    if not seeds:
        measure(Path(__file__).resolve().parents[2])
    for seed in map(int, seeds):
        for each in half(seed):
            score, seconds = ours(each, (typed(each.before), typed(each.after)))
            lost = dict(Counter(score.lost))
            print(Result(f"seed {seed}", each.name, seconds, 1, 1.0, score).line, score.changed, lost, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
