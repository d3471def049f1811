"""The tables of a comparison's quality and speed, in Markdown."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from bench.redline.score import Score

BEGIN, END = "<!-- measured: written by `python -m bench.redline` -->", "<!-- end of what was measured -->"
_HEAD = """| tool | pair | CPU s | n | times secc | edits found | noise | missed | labels | hunks | of | words cut |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


class Result(Struct, frozen=True):
    """What a tool took, `times` run, and how good it was, where it says in words what changed."""

    tool: str
    pair: str
    seconds: float
    times: int
    ratio: float
    score: Score | None

    @property
    def line(self) -> str:
        """The row in Markdown."""
        ratio = f"{self.ratio:.2f}" if self.ratio < 10 else f"{self.ratio:,.0f}"
        cells = [self.tool, self.pair, f"{self.seconds:.3f}", str(self.times), ratio]
        score = self.score
        if score is None:
            return f"| {' | '.join([*cells, *'——————', '—'])} |"
        counts = (score.noise, score.missed, score.labels, score.hunks, score.true_hunks, score.partly)
        return f"| {' | '.join([*cells, f'{score.found}/{score.edits}', *map(str, counts)])} |"


def table(heading: str, results: Iterable[Result]) -> str:
    """A table under a line that says of what."""
    return "\n".join([heading, "", _HEAD, *(each.line for each in results)])


def rewrite(page: Path, text: str) -> None:
    """Put what was measured between the markers of a page, which must hold both."""
    before, begun, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (begun and ended):
        raise ValueError(f"{page} lacks {BEGIN} or {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
