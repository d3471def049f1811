"""The table of bench/README.md: one row a measure, with what the peer took for the same work."""

from collections.abc import Sequence

from msgspec import Struct

BEGIN, END = "<!-- measured: written by `make bench` -->", "<!-- end of what was measured -->"
_HEAD = """| what | secc | peer | ratio | peak memory, secc | peak memory, peer |
| --- | --- | --- | --- | --- | --- |"""


class Row(Struct, frozen=True):
    """One measure: CPU seconds and peak megabytes of ours, and of the peer for the same work."""

    what: str
    ours: float
    our_peak: float
    peer: str
    theirs: float
    their_peak: float

    @property
    def line(self) -> str:
        """The row in Markdown; the ratio is how many times the peer's cost ours is contained in."""
        cells = (
            self.what,
            seconds(self.ours),
            f"{self.peer} {seconds(self.theirs)}",
            f"{self.theirs / self.ours:.1f} times",
            f"{self.our_peak:.0f} MB",
            f"{self.their_peak:.0f} MB",
        )
        return f"| {' | '.join(cells)} |"


def seconds(value: float) -> str:
    """CPU seconds to the precision that a repeat would bear out."""
    return f"{value:.3f} s" if value < 1 else f"{value:.1f} s"


def written(page: str, rows: Sequence[Row], machine: str) -> str:
    """The page with its table replaced. The page must hold both markers."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    lines = "\n".join(row.line for row in rows)
    return f"{before}{begin}\n\n{_HEAD}\n{lines}\n\nMeasured on {machine}.\n\n{end}{after}"
