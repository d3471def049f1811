"""The tables of docs/comparing.md: our comparison and its peers, measured in one run."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.redline.measuring import full_size, half_size, memory, third
from bench.redline.table import Result, rewrite, table

SEEDS = tuple(range(201, 209))
"""The seeds of the figures; the first also at full size, for speed. Develop with others: 1 to 99."""


def measure(root: Path) -> None:
    """Measure everything, and write it into docs/comparing.md. Each row is printed when it is known."""
    python = root / "build" / "bench-venv" / "bin" / "python"
    with TemporaryDirectory() as scratch:
        text = "\n\n".join(_tables(python, Path(scratch)))
    rewrite(root / "docs" / "comparing.md", text)


def _tables(python: Path, scratch: Path) -> Iterator[str]:
    first = SEEDS[0]
    yield table(f"The whole text, seed {first}:", _shown(full_size(first, python, scratch)))
    yield f"Peak memory of secc above the documents: {', '.join(memory(first))}."
    heading = f"Eight of its 24 Sections, 120,000 words, signs and labels, seed {first}:"
    yield table(heading, _shown(third(first, python, scratch)))
    heading = f"Sub-sections half as long, seeds {first} to {SEEDS[-1]} together:"
    yield table(heading, _shown(half_size(SEEDS, scratch)))


def _shown(results: Iterable[Result]) -> Iterator[Result]:
    for each in results:
        print(each.line, flush=True)
        yield each
