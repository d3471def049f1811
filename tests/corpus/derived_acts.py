"""Operations derived between dated texts of real Acts and contracts, and how fine they are.

Where a consolidated text gives one number to two provisions (both wordings of one printed one after the other), the
second is given another here: no operation puts a number in twice.

`python -m tests.corpus.derived_acts [FOLDER] [NAME…] --docs` writes the table of docs/amending.md.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from secc.amending.deriving import annex_of, derived
from secc.amending.extents import below
from secc.amending.traced import Strand, traced
from secc.amending.version import DocumentVersion, identified, read
from secc.amending.version import Path as Steps
from secc.amending.workbench import Workbench
from secc.code.load import NoCache
from secc.code.model import Clause, Definition, Paragraph
from secc.code.walk import placed
from secc.compare import How, compare
from secc.ids import DocumentId, DocumentKind
from secc.instruments.model import Redesignate, SubstituteProvisions, Wording
from secc.instruments.places import Whole
from secc.instruments.when import OperationRef
from tests.corpus.dc_amendments import write_tables

SERIES = (
    ("Electricity-Act-1992", "2012-10-01", "2013-08-05", "2013-12-16", "2014-01-01"),
    ("Electricity-Industry-Act-2010", "2012-12-12", "2013-08-05", "2013-11-21", "2014-04-01", "2014-06-17"),
    ("CommonPaper-CSA", "v1.0", "v1.1", "v2.0_", "v2.0-after", "v2.1"),
    ("CommonPaper-SLA", "v1.0", "v2.0"),
    ("IE-1999-act-23", "enacted", "consolidated"),
    ("IE-2002-act-10", "enacted", "consolidated"),
    ("IE-2002-act-20", "enacted", "consolidated"),
    ("IE-2018-act-7", "enacted", "consolidated"),
    ("IE-2014-act-38", "enacted", "consolidated"),
)
"""Names of files and what tells their versions apart, in order.."""

_ANY = DocumentId(DocumentKind.SCHEDULE, "any")


class Step(NamedTuple):
    """One version to the next: the operations, whether they give it, and the provisions that changed."""

    name: str
    actions: tuple[Wording, ...]
    exact: bool
    changed: int
    set_out: int
    """Of the provisions that changed, how many stand in a text that was set out in full."""


def steps(folder: Path, names: Sequence[str] = ()) -> Iterator[Step]:
    """Every step of the series whose names begin so."""
    for name, *versions in SERIES:
        if not names or any(name.startswith(each) for each in names):
            texts = [_file(folder, name, each) for each in versions]
            for (one, first), (other, second) in pairwise(zip(versions, texts, strict=True)):
                yield step(f"{name} {one.strip('_')} to {other.strip('_')}", version(first), version(second))


def _file(folder: Path, name: str, version_name: str) -> Path:
    return next(path for path in sorted((folder / "sec").glob(f"{name}@*.sec")) if version_name in path.name)


def version(path: Path) -> DocumentVersion:
    """A text, each number in it once."""
    text = path.read_text(encoding="utf-8")
    while True:
        loaded = read(text, _ANY, NoCache())
        made = DocumentVersion(
            loaded.document.id, "", traced([Strand(text, OperationRef("first", "1"))]),
            identified(placed(loaded.document), {}, set()), loaded,
        )  # fmt: skip
        again = _without_repeats(made)
        if again == text:
            return made
        text = again


def _without_repeats(made: DocumentVersion) -> str:
    """The text with another number for the last of the provisions that repeat one."""
    seen: set[Steps] = set()
    repeats = []
    for each in made.blocks:
        if each.own:
            repeats += [each] if each.address.path in seen else []
            seen.add(each.address.path)
    text = made.text
    for each in reversed(repeats):
        start, end = each.block.span.start, each.block.span.start + 60
        if isinstance(each.block, Paragraph):
            text = text[:start] + text[start:end].replace(")", "Z)", 1) + text[end:]
        elif isinstance(each.block, Definition):
            name = each.block.terms[0].name
            text = text[:start] + text[start:].replace(f'"{name}"', f'"{name} (again)"', 1)
        elif isinstance(each.block, Clause):
            text = text[:start] + each.block.label + "Z" + text[start + len(each.block.label) :]
    return text


def step(name: str, before: DocumentVersion, after: DocumentVersion) -> Step:
    """The operations between two texts, carried out."""
    actions = derived({before.id: before}, {after.id: after})
    bench = Workbench(
        {before.id: before}, set(before.identities.values()), NoCache(), lambda _, path: _annex(path, after), _nothing
    )
    for number, action in enumerate(actions):
        bench.carry_out(action, OperationRef("derived", str(number)))
    documents, refused = bench.finished()
    exact = not refused and documents[after.id].digest == after.digest
    changed, set_out = _fineness(before, after, actions)
    return Step(name, actions, exact, changed, set_out)


def _annex(path: str, after: DocumentVersion) -> str:
    assert path == annex_of(after.id)
    return after.text


class _Nothing(NamedTuple):
    identities: dict[Steps, str]
    survived: tuple[tuple[int, int, int], ...]


def _nothing(*_: object) -> _Nothing:
    return _Nothing({}, ())


def _fineness(before: DocumentVersion, after: DocumentVersion, actions: Sequence[Wording]) -> tuple[int, int]:
    """How many provisions that stayed changed, and how many of them stand in what was set out in full."""
    covered = set(_set_out(before, actions))
    changed = [
        pair.before.address.path
        for pair in compare(before.document, after.document).changed
        if pair.before is not None and pair.before.own and pair.how not in (How.DELETED, How.INSERTED)
        and isinstance(pair.before.block, Clause | Paragraph | Definition)
    ]  # fmt: skip
    whole = any(isinstance(each, Redesignate) for each in actions)
    return len(changed), len(changed) if whole else sum(path in covered for path in changed)


def _set_out(before: DocumentVersion, actions: Sequence[Wording]) -> Iterator[Steps]:
    """The paths of the provisions that substitutions replace."""
    for each in actions:
        if not isinstance(each, SubstituteProvisions) or not isinstance(each.place.part, Whole):
            continue
        first = before.by_path.get(each.place.address.path)
        last = before.by_path.get(each.last.address.path) if each.last is not None else first
        if first is not None and last is not None:
            yield from (before.blocks[k].address.path for k in range(first, below(before, last).stop))


def table(found: Sequence[Step]) -> str:
    """The table of docs/amending.md."""
    rows = [
        "| texts | operations | exact | provisions changed | set out in full | most frequent |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for each in found:
        kinds = Counter(type(action).__name__ for action in each.actions).most_common(3)
        said = ", ".join(f"{kind} {count}" for kind, count in kinds)
        exact = "yes" if each.exact else "no"
        rows.append(f"| {each.name} | {len(each.actions)} | {exact} | {each.changed} | {each.set_out} | {said} |")
    changed, set_out = sum(each.changed for each in found), sum(each.set_out for each in found)
    share = round(100 * set_out / changed) if changed else 0
    rows.append(f"| all | {sum(len(each.actions) for each in found)} | | {changed} | {set_out} ({share} %) | |")
    return "\n".join(rows)


def main() -> None:
    """Print the table, or with `--docs` write it to docs/amending.md."""
    given = [each for each in sys.argv[1:] if not each.startswith("-")]
    found = []
    for each in steps(Path(given[0] if given else "../shared/corpora"), given[1:]):
        sys.stderr.write(f"{each.name}: {len(each.actions)} {each.exact} {each.changed} {each.set_out}\n")
        found.append(each)
    if "--docs" in sys.argv:
        write_tables(Path("docs/amending.md"), {"acts": table(found)})
    else:
        sys.stdout.write(table(found) + "\n")


if __name__ == "__main__":
    main()
