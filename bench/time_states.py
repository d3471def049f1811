"""Time: every state of a Code built and checked, and one provision shown as at a day, cold and warm.

Run as `python -m bench.time_states`: the sample Code, and one of 10,000 provisions with a hundred versions that each
change one provision in a hundred. CPU seconds of the whole command, start included, and its peak memory.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.table import TimeRow, time_table
from bench.time_texts import write_code
from bench.usage import middle, run

ROOT = Path(__file__).parents[1]
_TIMES = 5
_EVERY_STATE = """
import sys
from datetime import date
from pathlib import Path
from secc.check.in_time import KnownTime, held_findings
from secc.check.rules import RULES
from secc.cli.moments import Opening
from secc.cli.options import cache_of
opening = Opening(Path(sys.argv[1]))
known = KnownTime(opening.opened, opening.on_disk, cache_of(opening.place), date(2022, 3, 1))
held = held_findings(known, RULES)
texts = {version.text_key for period in known.periods for version in period.wordings.documents.values()}
print(len(known.periods), len(texts), sum(len(period.wordings.documents) for period in known.periods),
      len(held.told) + len(held.last))
"""


def rows(scratch: Path) -> Iterator[TimeRow]:
    """The sample Code, then the synthetic one; `scratch` is an empty folder."""
    sample = scratch / "sample" / "sec-source"
    shutil.copytree(ROOT / "sec-source", sample)
    yield measured("the sample Code", sample, "H14.31", "2016-11-10")
    synthetic = scratch / "synthetic" / "sec-source"
    write_code(synthetic, 10_000, 100)
    yield measured("10,000 provisions, 100 versions, 1 % changed in each", synthetic, "H1.5", "2016-11-10")


def measured(name: str, folder: Path, address: str, day: str) -> TimeRow:
    """What one Code costs, whose `build/cache` is beside its sources, and is empty at first."""
    python, secc = sys.executable, str(Path(sys.executable).with_name("secc"))
    states = [python, "-c", _EVERY_STATE, str(folder)]
    show = [secc, "show", address, "--as-at", day, "--code", str(folder)]
    cold, warm = run(states, folder), run(states, folder)
    shown = middle([run(show, folder) for _ in range(_TIMES)])
    wordings, texts, documents, _ = cold.printed.split()
    what = f"{name}: {wordings} wordings, {texts} distinct texts of {documents} documents"
    return TimeRow(what, (cold.seconds, cold.peak_megabytes), (warm.seconds, warm.peak_megabytes), shown)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as place:
        print(time_table(list(rows(Path(place)))))


if __name__ == "__main__":
    main()
