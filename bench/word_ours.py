"""Typed documents to a Word file with tracked changes, some times over. Run by bench/word.py."""

import gc
import resource
import sys
from pathlib import Path
from time import process_time

from msgspec import json, msgpack

from bench.word import TRACKING, Made, redline_of
from secc.code.model import Document
from secc.render.docx import redline_to_docx


def main(kept: str, times: int) -> None:
    """Print the CPU seconds from documents to file, nothing kept between runs, and the memory that one run takes."""
    before, after = msgpack.decode(Path(kept).read_bytes(), type=tuple[list[Document], list[Document]])
    gc.collect()
    gc.freeze()
    resting = _resting()
    seconds = []
    for _ in range(times):
        start = process_time()
        made = redline_to_docx(redline_of(before, after), TRACKING)
        seconds.append(process_time() - start)
        assert made
        gc.collect()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    sys.stdout.buffer.write(json.encode(Made(seconds, resting, peak)))


def _resting() -> float:
    """The memory that is held now, in megabytes."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError("the system does not say how much memory is held")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
