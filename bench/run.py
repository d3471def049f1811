"""`make bench`: measures secc against its peers in one run and writes the table of bench/README.md."""

import os
import platform
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import checking, parsing, pdf, reading, search, search_peers, time_states, website, website_peers, word
from bench.redline.page import measure
from bench.table import Row, time_table, with_part, with_shares, written

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "bench" / "README.md"


def main() -> None:
    """Measure everything; each row is printed when it is known, and the table is written at the end."""
    corpora = Path(ROOT, os.environ.get("CORPORA") or "../shared/corpora").resolve()
    rows: list[Row] = []
    with TemporaryDirectory() as scratch:
        for row in _measured(Path(scratch), corpora):
            print(row.line, flush=True)
            rows.append(row)
        shares = list(checking.shares(Path(scratch)))
        times = list(time_states.rows(Path(scratch)))
        site = website.measured(Path(scratch, "site"), 10_000, 100)
        peers = [each.line for each in website_peers.rows(Path(scratch, "peers"), 10_000, 100, site.whole)]
        searched = [*search.rows(), *search_peers.rows(search_peers.THEIRS)]
        read = list(reading.rows())
    page = with_shares(written(README.read_text(encoding="utf-8"), rows, _machine()), shares)
    for name, lines in (
        ("time", [time_table(times)]),
        ("site", site.lines),
        ("peers of the website", [website_peers.HEAD, *peers]),
        ("search", [search.HEAD, *searched]),
        ("reading", [reading.HEAD, *read]),
    ):
        page = with_part(page, name, "\n".join(lines), _machine())
    README.write_text(page, encoding="utf-8")
    measure(ROOT)


def _measured(scratch: Path, corpora: Path) -> Iterator[Row]:
    ours, theirs = Path(sys.executable).parent, ROOT / "build" / "bench-venv" / "bin"
    yield from chain(
        parsing.rows(ROOT, corpora, scratch, theirs),
        checking.rows(scratch, ours, theirs),
        checking.large_rows(scratch, ours),
        checking.start_up(scratch, ours, theirs),
        word.rows(ROOT, scratch, theirs),
        pdf.rows(ROOT, scratch, theirs),
    )


def _machine() -> str:
    models = [line.partition(": ")[2] for line in _processors() if line.startswith("model name")]
    model = models[0] if models else platform.machine()
    return f"{model}, {len(models) or os.cpu_count()} cores; Python {platform.python_version()}"


def _processors() -> list[str]:
    listing = Path("/proc/cpuinfo")
    return listing.read_text(encoding="utf-8").splitlines() if listing.exists() else []


if __name__ == "__main__":
    main()
