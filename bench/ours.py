"""Times source text to typed tree: `python -m bench.ours FILE TIMES` prints `Parsing` as JSON.

Runs in a process of its own. The grammar's tables are made before the clock starts, as Bluebell's parser is.
"""

import sys
from pathlib import Path
from time import process_time

from msgspec import Struct, json

from secc.code.load import read_document, source_of
from secc.code.model import AnyBlock, Clause, Document, Paragraph


class Parsing(Struct, frozen=True):
    """The CPU seconds of each run, and how many clauses and paragraphs the tree holds."""

    seconds: list[float]
    provisions: int


def parse(path: Path) -> Document:
    """One file's text to its typed tree: the whole of what is measured."""
    return read_document(source_of(path.name, path.read_bytes())).document


def main(path: Path, times: int) -> None:
    """Parse a file several times and print what it took."""
    read_document(source_of("warm.sec", b"section A: Warm\n\nA1.1 The *first* words.\n  (a) more.\n"))
    seconds = []
    for _ in range(times):
        start = process_time()
        document = parse(path)
        seconds.append(process_time() - start)
    print(json.encode(Parsing(seconds, sum(map(_provisions, document.blocks)))).decode())


def _provisions(block: AnyBlock) -> int:
    own = isinstance(block, Clause | Paragraph)
    return own + sum(map(_provisions, getattr(block, "blocks", ())))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
