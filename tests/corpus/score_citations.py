"""Precision and recall of the citation recogniser on letters with labels.

A citation is recognised when one that was found stands on its line and overlaps it; each found one counts once. It is
resolved when its targets are the same set too. What is found and labelled by none is spurious, unless a span to ignore
overlaps it. `python -m tests.corpus.score_citations FOLDER [DOCUMENT…]` prints the scores.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from secc.resolve.citation.letter import LetterCitation, citations_in_letter
from secc.resolve.citation.written import TargetRange


class Label(NamedTuple):
    """A labelled span: a citation with its targets, a range being a pair; or a span to ignore."""

    line: int
    col: int
    text: str
    targets: frozenset[str | tuple[str, str]]

    def overlaps(self, found: LetterCitation) -> bool:
        """Whether a citation that was found stands on the same line and shares a letter with this span."""
        apart = found.col >= self.col + len(self.text) or self.col >= found.col + len(found.text)
        return found.line == self.line and not apart


class Score(NamedTuple):
    """What was found of one letter's labels. `unresolved` are the pairs whose targets differ."""

    labels: int
    missed: tuple[Label, ...]
    spurious: tuple[LetterCitation, ...]
    unresolved: tuple[tuple[Label, LetterCitation], ...]

    @property
    def recognised(self) -> int:
        return self.labels - len(self.missed)

    @property
    def recall(self) -> float:
        return self.recognised / self.labels

    @property
    def precision(self) -> float:
        return self.recognised / (self.recognised + len(self.spurious))

    @property
    def resolved(self) -> float:
        """The share of the recognised citations whose targets are right."""
        return 1 - len(self.unresolved) / self.recognised


def score_document(folder: Path, document: str) -> Score:
    """Score the letter `NNN.txt` of a folder against its labels, knowing no names but those the letter teaches."""
    text = (folder / f"{document}.txt").read_bytes().decode("utf-8")
    labels = list(read_labels(folder / f"citations-{document}.jsonl"))
    ignored = list(read_labels(folder / f"ignore-{document}.jsonl"))
    return score(citations_in_letter(text, {}), labels, ignored)


def read_labels(path: Path) -> Iterator[Label]:
    """The labels of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        targets = frozenset(
            (each["from"], each["to"]) if isinstance(each, dict) else each for each in row.get("targets", ())
        )
        yield Label(row["line"], row["col"], row["text"], targets)


def score(found: Sequence[LetterCitation], labels: Sequence[Label], ignored: Sequence[Label]) -> Score:
    """Pair what was found with the labels, each with the first that overlaps it and is not paired yet."""
    left = list(found)
    missed: list[Label] = []
    unresolved: list[tuple[Label, LetterCitation]] = []
    for label in labels:
        match = next((citation for citation in left if label.overlaps(citation)), None)
        if match is None:
            missed.append(label)
            continue
        left.remove(match)
        if _targets(match) != label.targets:
            unresolved.append((label, match))
    spurious = tuple(citation for citation in left if not any(label.overlaps(citation) for label in ignored))
    return Score(len(labels), tuple(missed), spurious, tuple(unresolved))


def _targets(found: LetterCitation) -> frozenset[str | tuple[str, str]]:
    return frozenset((each.first, each.last) if isinstance(each, TargetRange) else each for each in found.targets)


def report(document: str, scored: Score) -> Iterator[str]:
    """The score of a letter, and every fault in it, as lines."""
    yield (
        f"{document}: {scored.labels} labels, recall {scored.recall:.3f}, precision {scored.precision:.3f}, "
        f"targets {scored.resolved:.3f}"
    )
    yield from (f"  missed {label.line}:{label.col} {label.text}" for label in scored.missed)
    yield from (f"  spurious {found.line}:{found.col} {found.text} {found.targets}" for found in scored.spurious)
    for label, found in scored.unresolved:
        yield f"  targets {label.line}:{label.col} {found.text}: {found.targets}, not {sorted(map(str, label.targets))}"


def main(folder: str, *documents: str) -> None:
    """Print the scores of the documents named, or of all that have labels."""
    labelled = sorted(path.stem.removeprefix("citations-") for path in Path(folder).glob("citations-*.jsonl"))
    for document in documents or labelled:
        for line in report(document, score_document(Path(folder), document)):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
