"""`python -m tests.redline_docx.campaign`: what the tests try on a few, on all; it writes the table of docs/word.md.

20,000 generated pairs by our own projector; in LibreOffice, every two adjacent versions of every document in the
sample's history, and 500 generated pairs; 200 in pandoc. Half an hour on two processors.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from secc.compare import State
from secc.document.redline_model import Kind, Redline
from tests.compare.documents import edited
from tests.redline_docx.history import versions
from tests.redline_docx.pairs import redline_of
from tests.redline_docx.test_laws import check
from tests.redline_docx.test_office import Judged, judge, of_pairs, of_steps, wrong_in_pandoc

PAIRS = 20_000
_PAGE = Path(__file__).parents[2] / "docs" / "word.md"
BEGIN, END = "<!-- campaign: written by `make campaign` -->", "<!-- end of the campaign -->"
_HEAD = """| judge | of | redlines | with a move | with a table | with a split or join | wrong |
| --- | --- | --- | --- | --- | --- | --- |"""


class Traits(NamedTuple):
    """What is in a redline."""

    move: bool
    table: bool
    seam: bool


class Row(NamedTuple):
    """A line of the table."""

    judge: str
    of: str
    traits: list[Traits]
    wrong: list[str]

    @property
    def line(self) -> str:
        """The line in Markdown."""
        count = Counter(name for each in self.traits for name, has in each._asdict().items() if has)
        counts = (len(self.traits), count["move"], count["table"], count["seam"], len(self.wrong))
        return f"| {self.judge} | {self.of} | {' | '.join(f'{each:,}' for each in counts)} |"


def traits_of(redline: Redline) -> Traits:
    """What is in a redline."""
    blocks = list(redline.blocks)
    return Traits(
        move=any(each.move for each in blocks),
        table=any(each.kind is Kind.TABLE and each.rows for each in blocks),
        seam=any(each.end is not State.SAME for each in blocks),
    )


def projected(seed: int) -> tuple[Traits, str]:
    """What is in the redline of a seed, and what is wrong with it; empty for nothing."""
    before, after = edited(seed)
    traits = traits_of(redline_of(before, after))
    try:
        check(before, after)
    except Exception as error:  # whatever it is, it is what the campaign looks for
        return traits, f"{seed}: {type(error).__name__}: {error}"
    return traits, ""


def main() -> Iterator[Row]:
    """Each judge in turn."""
    with Pool() as pool:
        found = pool.map(projected, range(PAIRS), chunksize=50)
        in_pandoc = pool.map(wrong_in_pandoc, _IN_PANDOC)
    yield _row("our own projector", "generated pairs", found)
    yield _in_libreoffice("every two adjacent versions of each document of the sample", of_steps(versions()))
    yield _in_libreoffice("generated pairs", of_pairs(_IN_LIBREOFFICE))
    traits = [traits_of(redline_of(*edited(seed))) for seed in _IN_PANDOC]
    yield _row("pandoc", "generated pairs", list(zip(traits, in_pandoc, strict=True)))


_IN_LIBREOFFICE, _IN_PANDOC = range(1_000, 1_500), range(2_000, 2_200)


def _row(judge_name: str, of: str, found: list[tuple[Traits, str]]) -> Row:
    return Row(judge_name, of, [traits for traits, _ in found], [fault for _, fault in found if fault])


def _in_libreoffice(of: str, redlines: dict[str, Judged]) -> Row:
    with TemporaryDirectory() as folder:
        wrong = judge(redlines, Path(folder))
    return Row("LibreOffice 7.4", of, [traits_of(each.redline) for each in redlines.values()], wrong)


def written(page: str, rows: list[Row]) -> str:
    """The page with its table replaced. The page must hold both markers."""
    before, begun, rest = page.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (begun and ended):
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    return f"{before}{begun}\n\n{_HEAD}\n{chr(10).join(row.line for row in rows)}\n\n{ended}{after}"


if __name__ == "__main__":
    rows = []
    for row in main():
        sys.stdout.write(f"{row.line}\n")
        sys.stdout.flush()
        rows.append(row)
    _PAGE.write_text(written(_PAGE.read_text(encoding="utf-8"), rows), encoding="utf-8")
    wrong = [fault for row in rows for fault in row.wrong]
    sys.exit("\n".join(wrong) if wrong else 0)
