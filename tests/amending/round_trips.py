"""Operations derived, printed as an instrument, read again and carried out: whether they give the other text exactly.

`python -m tests.amending.round_trips [EDITS [FIRST LAST]]` prints the rates over codes at random, of the seeds from
FIRST on and before LAST, and over every two adjacent states of the sample Code.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from secc.amending.deriving import annex_of, derived
from secc.amending.replacing import nothing_inherited
from secc.amending.version import DocumentVersion
from secc.amending.workbench import Workbench
from secc.code.load import NoCache
from secc.history import Folder
from secc.ids import DocumentId
from secc.instruments.model import Instrument, InstrumentKind, Operation, Redesignate, Wording
from secc.instruments.printing import printed
from secc.instruments.reading import read_instrument
from secc.instruments.when import OperationRef
from secc.source import Source, Span
from secc.timeline.applying import is_wording
from secc.timeline.opening import open_timeline
from tests.amending.test_deriving import is_sound, versions
from tests.amending.texts import Writer

SAMPLE = Path(__file__).resolve().parents[2] / "sec-source"
Versions = Mapping[DocumentId, DocumentVersion]


@dataclass(frozen=True)
class RoundTrip:
    """How one went: the operations, whether what was printed reads as the same, and whether it gives the other text."""

    actions: tuple[Wording, ...]
    reads_back: bool
    exact: bool

    @property
    def set_out(self) -> int:
        """How many documents are set out in full."""
        return sum(isinstance(each, Redesignate) for each in self.actions)


def round_trip(before: Versions, after: Versions) -> RoundTrip:
    """Derive, print, read, carry out."""
    actions = derived(before, after)
    instrument = Instrument(
        kind=InstrumentKind.MODIFICATION,
        name="2022-11-03-more",
        title="More",
        status="draft",
        operations=tuple(
            Operation(number=str(number), action=action, span=Span(0, 0)) for number, action in enumerate(actions, 1)
        ),
    )
    found = read_instrument(Source("more.sec", printed(instrument)))
    read = [each.action for each in found.instrument.operations if is_wording(each.action)]
    return RoundTrip(actions, found.instrument == instrument and not found.findings, _gives(before, after, read))


def _gives(before: Versions, after: Versions, actions: Sequence[Wording]) -> bool:
    texts = {annex_of(each): version.text for each, version in after.items()}
    used = {identity for version in before.values() for identity in version.identities.values()}
    bench = Workbench(before, used, NoCache(), lambda _, path: texts[path], nothing_inherited)
    for number, action in enumerate(actions):
        bench.carry_out(action, OperationRef("more", str(number)))
    made, refused = bench.finished()
    return not refused and {each: version.digest for each, version in made.items()} == {
        each: version.digest for each, version in after.items()
    }


def at_random(seeds: Sequence[int], edits: int) -> Iterator[RoundTrip]:
    """Over codes at random with edits of every kind; those that cannot be read are left out."""
    for seed in seeds:
        writer = Writer(seed)
        code = writer.code()
        before, after = versions(code), versions(writer.edited(code, 1 + seed % edits))
        if is_sound(before) and is_sound(after):
            yield round_trip(before, after)


def of_the_sample(first: int = 0, last: int | None = None) -> Iterator[RoundTrip]:
    """Over adjacent states of the sample Code, some of them by their place."""
    timeline = open_timeline(Folder(SAMPLE), NoCache()).timeline
    for one, other in list(pairwise(timeline.wording_days()))[first:last]:
        yield round_trip(timeline.base(one).documents, timeline.base(other).documents)


def rates(found: Sequence[RoundTrip]) -> str:
    """A row of the table."""
    kinds = Counter(type(action).__name__ for each in found for action in each.actions)
    operations = sum(kinds.values())
    reads, exact = sum(each.reads_back for each in found), sum(each.exact for each in found)
    set_out = sum(each.set_out for each in found)
    return f"{len(found)} | {operations} | {reads} | {exact} | {set_out} | {len(kinds)}"


def main() -> None:
    """Print the rates."""
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    first, last = map(int, sys.argv[2:4]) if len(sys.argv) > 3 else (0, 1000)
    sys.stdout.write("| texts | steps | operations | read back | exact | documents set out in full | kinds |\n")
    sys.stdout.write(f"| at random | {rates(list(at_random(range(first, last), edits)))} |\n")
    sys.stdout.flush()
    sys.stdout.write(f"| of the sample | {rates(list(of_the_sample()))} |\n")


if __name__ == "__main__":
    main()
