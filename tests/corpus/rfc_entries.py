"""The entries of standards.toml for RFCs, made from an index of them.

`python -m tests.corpus.rfc_entries FOLDER NUMBER…` prints the entries for these RFCs and for all that they replace,
from the indexes in FOLDER, so that an older one that is cited is known as such. What is in an earlier index and not in
a later one is kept: the latest gives at most one successor of each RFC.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from secc.code.standards import RegisteredKind, RegisteredWork, WorkStatus


class Indexed(NamedTuple):
    """An RFC as the indexes have it: `date` is the month in which it was published."""

    number: int
    title: str
    date: str
    status: str
    successors: tuple[int, ...]


def read_indexes(folder: Path) -> Mapping[int, Indexed]:
    """Every RFC of the indexes of a folder, as the latest has it, with the successors of all."""
    found: dict[int, Indexed] = {}
    for path in sorted(folder.glob("rfc-index-*.json")):
        for row in json.loads(path.read_text(encoding="utf-8"))["rfcs"]:
            number = row["rfc"]
            earlier = found[number].successors if number in found else ()
            successors = tuple(sorted({*earlier, *row["obsoleted_by"]}))
            found[number] = Indexed(number, row["title"], row["date"], row["status"], successors)
    return found


def entry(index: Mapping[int, Indexed], number: int) -> RegisteredWork:
    """An RFC as standards.toml is to have it: superseded from the month of the last of its successors."""
    rfc = index[number]
    dates = [index[each].date for each in rfc.successors]
    withdrawn = WorkStatus.WITHDRAWN if rfc.status == "Historic" else WorkStatus.CURRENT
    return RegisteredWork(
        title=rfc.title,
        kind=RegisteredKind.RFC,
        number=f"RFC {number}",
        published=rfc.date,
        status=WorkStatus.SUPERSEDED if dates else withdrawn,
        since=max(dates, default=""),
        superseded_by=tuple(f"RFC {each}" for each in rfc.successors),
        where=f"https://www.rfc-editor.org/info/rfc{number}",
    )


def with_predecessors(index: Mapping[int, Indexed], numbers: set[int]) -> set[int]:
    """These RFCs, and all that they or one of those replace."""
    found = set(numbers)
    while more := {rfc.number for rfc in index.values() if found & set(rfc.successors)} - found:
        found |= more
    return found


def printed(work: RegisteredWork) -> Iterator[str]:
    """An entry as lines of TOML."""
    yield "[[work]]"
    yield f"title = {json.dumps(work.title, ensure_ascii=False)}"
    yield f'kind = "{work.kind}"'
    yield f'number = "{work.number}"'
    yield f'published = "{work.published}"'
    if work.status is not WorkStatus.CURRENT:
        yield f'status = "{work.status}"'
    if work.since:
        yield f'since = "{work.since}"'
    if work.superseded_by:
        yield f"superseded-by = {json.dumps(list(work.superseded_by))}"
    yield f'where = "{work.where}"'


def main(folder: str, *numbers: str) -> None:
    """Print the entries, in the order of their numbers."""
    index = read_indexes(Path(folder))
    for number in sorted(with_predecessors(index, {int(each) for each in numbers})):
        sys.stdout.write("\n".join(printed(entry(index, number))) + "\n\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
