"""Two texts to a Word file with tracked changes, against others that compare Word files, on the pairs of bench.redline.

Ours begins with typed documents, which every command has; the others begin with two Word files of the same texts,
which are made beforehand. What each takes is CPU time, that of the programs it starts included. `python -m bench.word`
prints its rows alone.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from msgspec import Struct, json, msgpack
from msgspec.structs import replace

from bench.redline.measuring import texts
from bench.redline.setting import typed
from bench.table import Row
from bench.usage import Usage, middle, run
from secc.code.model import Document
from secc.compare import compare_codes
from secc.document.redline import Extent, Texts, redline
from secc.document.redline_model import Described, Redline
from secc.ids import Address
from secc.render.docx import Tracking, redline_to_docx

TRACKING = Tracking("bench", date(2018, 10, 1))
_UNSAID = Described(said="of the benchmark", day=None, known=None, digest="")
_TIMES = 5
_SEED = 201
"""The first of those of the figures of bench.redline."""
_PEERS = {
    "Docxodus (python-redlines)": ("word_docxodus.py", 3),
    "docx-trackdiff": ("word_trackdiff.py", 3),
}
"""What a peer is called, the script that runs it, and how often it is run."""


class Made(Struct, frozen=True):
    """What bench/word_ours.py prints: CPU seconds, and the memory in megabytes before and at the peak."""

    seconds: list[float]
    before: float
    peak: float


def rows(root: Path, scratch: Path, peers: Path) -> Iterator[Row]:
    """For the standard pair and the hard one, a row a peer. Raises where a peer's file has no tracked changes."""
    for each in texts(_SEED):
        kept = scratch / f"{each.name}.msgpack"
        pair = tuple(typed(side).documents for side in (each.before, each.after))
        kept.write_bytes(msgpack.encode(pair))
        files = [scratch / f"{each.name}-{side}.docx" for side in ("before", "after")]
        for file, documents in zip(files, pair, strict=True):
            file.write_bytes(redline_to_docx(_standing(documents), TRACKING))
        ours = _ours(root, kept)
        for name, (script, times) in _PEERS.items():
            theirs = [_theirs([peers / "python", root / "bench" / script, *files], scratch) for _ in range(times)]
            what = f"two texts to tracked changes in Word, {each.name} pair"
            yield Row(what, median(ours.seconds), ours.peak - ours.before, name, *middle(theirs))


def redline_of(before: list[Document], after: list[Document]) -> Redline:
    """The redline of two codes."""
    return _redline(before, after)


def _standing(documents: list[Document]) -> Redline:
    """The text of a code, in which nothing changed."""
    alone = [_redline([each], [each], Extent(Address(each.id), Address(each.id))) for each in documents]
    return replace(alone[0], documents=tuple(found for each in alone for found in each.documents))


def _redline(before: list[Document], after: list[Document], extent: Extent | None = None) -> Redline:
    return redline(compare_codes(before, after), Texts("the Code", _UNSAID, _UNSAID, {}, {}), extent)


def _ours(root: Path, kept: Path) -> Made:
    usage = run([sys.executable, "-m", "bench.word_ours", kept, str(_TIMES)], root)
    return json.decode(usage.printed, type=Made)


def _theirs(command: list[str | Path], scratch: Path) -> Usage:
    made = scratch / "made.docx"
    made.unlink(missing_ok=True)
    usage = run([*command, made], scratch)
    with ZipFile(made) as archive:
        marks = archive.read("word/document.xml").count(b"<w:ins ")
    if not marks:
        raise RuntimeError(f"{command[1]} tracked no change")
    return usage


if __name__ == "__main__":
    repository = Path(__file__).resolve().parents[1]
    with TemporaryDirectory() as place:
        for row in rows(repository, Path(place), repository / "build" / "bench-venv" / "bin"):
            print(row.line, flush=True)
