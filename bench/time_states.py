"""Time: every state of a Code built and checked, and one provision shown as at a day, cold and warm.

Run as `python -m bench.time_states`: the sample Code, and one of 10,000 provisions with a hundred versions that each
change one provision in a hundred. CPU seconds of the whole command, start included, and its peak memory.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from bench.time_texts import write_code
from bench.usage import middle, run

ROOT = Path(__file__).parents[1]
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
print(len(known.periods), len(texts), sum(len(period.wordings.documents) for period in known.periods), len(held))
"""


def measured(name: str, folder: Path, address: str, day: str) -> list[str]:
    """The rows of the table for one Code, whose `build/cache` is beside its sources."""
    python, secc = sys.executable, str(Path(sys.executable).with_name("secc"))
    states = [python, "-c", _EVERY_STATE, str(folder)]
    show = [secc, "show", address, "--as-at", day, "--code", str(folder)]
    cold, warm = run(states, folder), run(states, folder)
    shown, _ = middle([run(show, folder) for _ in range(5)])
    periods, texts, documents, _ = cold.printed.split()
    costs = [f"{each.seconds:.2f} s, {each.peak_megabytes:.0f} MB" for each in (cold, warm)]
    what = f"{name}: {periods} wordings, {texts} distinct texts of {documents} documents"
    return [f"| {what} | {costs[0]} | {costs[1]} | {shown:.2f} s |"]


def main() -> None:
    """Print the table."""
    print("| Code | all states built and checked, cold | again, warm | `show --as-at`, warm |")
    print("| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as place:
        sample = Path(place) / "sample" / "sec-source"
        shutil.copytree(ROOT / "sec-source", sample)
        print("\n".join(measured("the sample", sample, "H14.31", "2016-11-10")))
        synthetic = Path(place) / "synthetic" / "sec-source"
        write_code(synthetic, 10_000, 100)
        print("\n".join(measured("10,000 provisions, 100 versions", synthetic, "H1.5", "2016-11-10")))


if __name__ == "__main__":
    main()
