"""The table of bench/README.md: one row a measure, with what the peer took for the same work."""

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

BEGIN, END = "<!-- measured: written by `make bench` -->", "<!-- end of what was measured -->"
_HEAD = """| what | secc | peer | ratio | peak memory, secc | peak memory, peer |
| --- | --- | --- | --- | --- | --- |"""


SHARES_BEGIN, SHARES_END = "<!-- shares: written by `make bench` -->", "<!-- end of the shares -->"
_SHARES_HEAD = """| what | all documents, cold | one document, after an edit |
| --- | --- | --- |"""


class Row(Struct, frozen=True):
    """One measure: CPU seconds and peak megabytes of ours, and of the peer for the same work, if it does any such."""

    what: str
    ours: float
    our_peak: float
    peer: str = ""
    theirs: float = 0
    their_peak: float = 0

    @property
    def line(self) -> str:
        """The row in Markdown; the ratio is how many times the peer's cost ours is contained in."""
        cells = (
            self.what,
            seconds(self.ours),
            f"{self.peer} {seconds(self.theirs)}" if self.peer else "—",
            f"{self.theirs / self.ours:.1f} times" if self.peer else "—",
            f"{self.our_peak:.0f} MB",
            f"{self.their_peak:.0f} MB" if self.peer else "—",
        )
        return f"| {' | '.join(cells)} |"


class Share(Struct, frozen=True):
    """What a part of a check costs, in CPU seconds, and its share of all parts."""

    what: str
    cold: float
    cold_share: float
    warm: float
    warm_share: float

    @property
    def line(self) -> str:
        """The row in Markdown."""
        cold = f"{self.cold:.2f} s, {self.cold_share:.1%}"
        return f"| {self.what} | {cold} | {self.warm * 1000:.1f} ms, {self.warm_share:.1%} |"


_TIME_HEAD = """| Code | all states built and checked, cold | again, warm | `show --as-at`, warm |
| --- | --- | --- | --- |"""
Cost: TypeAlias = tuple[float, float]
"""CPU seconds and peak megabytes."""


class TimeRow(Struct, frozen=True):
    """What every state of one Code costs, built and checked, and one provision shown as at a day."""

    what: str
    cold: Cost
    warm: Cost
    show: Cost

    @property
    def line(self) -> str:
        """The row in Markdown."""
        costs = (f"{seconds(time)}, {megabytes:.0f} MB" for time, megabytes in (self.cold, self.warm, self.show))
        return f"| {' | '.join([self.what, *costs])} |"


def time_table(rows: Sequence[TimeRow]) -> str:
    """The table in Markdown."""
    return "\n".join([_TIME_HEAD, *(row.line for row in rows)])


def with_part(page: str, name: str, text: str, machine: str) -> str:
    """The page with one of its parts replaced, by the name that its marks have."""
    marks = f"<!-- {name}: written by `make bench` -->", f"<!-- end of {name} -->"
    return _between(page, *marks, f"{text}\n\nMeasured on {machine}.")


def seconds(value: float) -> str:
    """CPU seconds to the precision that a repeat would bear out."""
    return f"{value:.3f} s" if value < 1 else f"{value:.1f} s"


def written(page: str, rows: Sequence[Row], machine: str) -> str:
    """The page with its table replaced. The page must hold both markers."""
    lines = "\n".join(row.line for row in rows)
    return _between(page, BEGIN, END, f"{_HEAD}\n{lines}\n\nMeasured on {machine}.")


def with_shares(page: str, shares: Sequence[Share]) -> str:
    """The page with its table of shares replaced."""
    lines = "\n".join(share.line for share in shares)
    return _between(page, SHARES_BEGIN, SHARES_END, f"{_SHARES_HEAD}\n{lines}")


def _between(page: str, begin: str, end: str, text: str) -> str:
    before, begun, rest = page.partition(begin)
    _, ended, after = rest.partition(end)
    if not (begun and ended):
        raise ValueError(f"the page lacks {begin} or {end}")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"
