"""Scores a comparison of two dates of an Act against the history notes that its drafters printed in the later one.

A note names a provision: "Section 97(2)(c)", 'Section 2(1) **Minister**', "Section 8 heading", "Schedule 4 clause
1(aa)". It is found when something that changed stands at it or in it; and a change is true when it stands at or in a
provision that a note names. The heading of a clause is the sub-heading above it. Guidance has no effect and takes no
part, nor do the Acts printed behind an Act. `python -m tests.corpus.score_acts CORPORA` prints the scores and all that
differs.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from secc.code.load import read_document, source_of
from secc.code.model import Clause, Document, SubHeading
from secc.code.walk import placed
from secc.compare import How, Pair, WordsChanged, compare

PLACE = re.compile(
    r"(?:Section|Schedule (?P<schedule>\w+) clause) (?P<number>\w+)(?P<paragraphs>(?:\(\w+\))*)"
    r"(?: (?P<heading>heading))?(?: \*\*(?P<term>[^*]+)\*\*)?(?: paragraph (?P<within>(?:\(\w+\))+))?(?: proviso)?"
)
LABELS = re.compile(r"\(\w+\)")


class Named(NamedTuple):
    """A provision by its steps; `heading` for the heading of it alone."""

    steps: tuple[str, ...]
    heading: bool

    def covers(self, other: "Named") -> bool:
        """Whether the other is this or stands in it."""
        if self.heading:
            return other == self
        return other.steps[: len(self.steps)] == self.steps


class Versions(NamedTuple):
    """Two dates of an Act."""

    act: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Scored:
    """What was found of the notes between two dates of an Act, and where something changed.

    `typographic`: places of which no note speaks and where only signs changed, as editors may. `outside`: how many
    changes stand in no clause, or in an Act printed behind this one.
    """

    versions: Versions
    notes: tuple[Named, ...]
    missed: tuple[Named, ...]
    changed: tuple[Named, ...]
    spurious: tuple[Named, ...]
    typographic: tuple[Named, ...]
    outside: int

    @property
    def true(self) -> int:
        """How many of the changed places a note names."""
        return len(self.changed) - len(self.spurious)


def named_in(note: str) -> Named:
    """The provision that a note names."""
    place = PLACE.fullmatch(note)
    if place is None:
        raise ValueError(f"a note names {note}")
    steps = [f"annex-{place['schedule']}"] if place["schedule"] else []
    steps += [place["number"], *LABELS.findall(place["paragraphs"])]
    if place["term"]:
        steps.append(f'"{place["term"]}"')
    steps += LABELS.findall(place["within"] or "")
    return Named(tuple(steps), heading=bool(place["heading"]))


def versions_in(corpora: Path) -> Iterator[tuple[Versions, tuple[Named, ...]]]:
    """The pairs of dates, each with what the notes name."""
    for pair in json.loads((corpora / "nz-acts" / "history-notes.json").read_text(encoding="utf-8")):
        notes = dict.fromkeys(named_in(each["provision"]) for each in pair["new_history_notes"])
        yield Versions(pair["act"], pair["from_asat"], pair["to_asat"]), tuple(notes)


def read_act(corpora: Path, act: str, date: str) -> Document:
    """An Act as at a date."""
    path = corpora / "sec" / f"{act}@asat-{date}.sec"
    return read_document(source_of(path.name, path.read_bytes())).document


def score(corpora: Path, versions: Versions, notes: Sequence[Named]) -> Scored:
    """Compare two dates of an Act and set what changed against the notes."""
    before, after = (read_act(corpora, versions.act, date) for date in (versions.earlier, versions.later))
    changed = [each for each in compare(before, after).changed if each.has_effect]
    places = [(place, each) for each in changed for place in dict.fromkeys(_places(each, before, after))]
    counted = [(place, each) for place, each in places if place.steps and not place.steps[0].startswith("document-")]
    real = dict.fromkeys(place for place, each in counted if not _is_typographic(each))
    signs = dict.fromkeys(place for place, _ in counted if place not in real)
    noted = {place for place, _ in counted if any(note.covers(place) for note in notes)}
    return Scored(
        versions=versions,
        notes=tuple(notes),
        missed=tuple(note for note in notes if not any(note.covers(place) for place in noted)),
        changed=(*real, *(place for place in signs if place in noted)),
        spurious=tuple(place for place in real if place not in noted),
        typographic=tuple(place for place in signs if place not in noted),
        outside=len(places) - len(counted),
    )


def _is_typographic(pair: Pair) -> bool:
    """Whether nothing changed but signs; what was renumbered, moved or put in is more."""
    words = all(isinstance(each, WordsChanged) and each.is_typographic for each in pair.changes)
    return pair.how is How.CHANGED and words


def _places(pair: Pair, before: Document, after: Document) -> Iterator[Named]:
    """Where a change stands: at the clause below it for a sub-heading, else at its own or its holder's address."""
    for place, document in ((pair.before, before), (pair.after, after)):
        if place is None:
            continue
        if isinstance(place.block, SubHeading):
            yield Named(_clause_below(document, place.block) or place.address.path, heading=True)
        else:
            yield Named(place.address.path, heading=False)


def _clause_below(document: Document, heading: SubHeading) -> tuple[str, ...]:
    """The address of the clause directly below a sub-heading; empty where something else is."""
    every = iter(placed(document))
    next(each for each in every if each.block is heading)
    below = next(every, None)
    return below.address.path if below is not None and isinstance(below.block, Clause) else ()


def report(scored: Scored) -> Iterator[str]:
    """The score of two dates, and all that differs, as lines."""
    act, earlier, later = scored.versions
    yield (
        f"{act} {earlier} to {later}: {len(scored.notes) - len(scored.missed)} of {len(scored.notes)} notes found, "
        f"{scored.true} of {len(scored.changed)} changed places noted; only signs in {len(scored.typographic)}; "
        f"{scored.outside} changes outside its clauses"
    )
    yield from (f"  missed   {each}" for each in scored.missed)
    yield from (f"  no note  {each}" for each in scored.spurious)


def main(corpora: str) -> None:
    """Print the scores of all pairs of dates."""
    for versions, notes in versions_in(Path(corpora)):
        for line in report(score(Path(corpora), versions, notes)):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
