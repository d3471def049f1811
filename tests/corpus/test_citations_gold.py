"""The citation recogniser against letters labelled by hand."""

from pathlib import Path

import pytest

from secc.resolve.citation.cited import Kind
from secc.resolve.citation.letter import LetterCitation
from tests.corpus.score_citations import Label, report, score, score_document


@pytest.mark.corpora
@pytest.mark.parametrize("document", ["001", "002", "004"])
def test_labelled_letters_are_read(corpora: Path, document: str) -> None:
    scored = score_document(corpora / "gold", document)
    faults = "\n".join(report(document, scored))
    assert scored.recall >= 0.98, faults
    assert scored.precision >= 0.98, faults
    assert scored.resolved >= 0.97, faults


def found(line: int, col: int, text: str, *targets: str) -> LetterCitation:
    return LetterCitation(line, col, line, text, Kind.CLAUSE, targets)


def test_each_fault_counts_once() -> None:
    labels = [
        Label(1, 5, "Section H14.31", frozenset({"H14.31"})),
        Label(1, 30, "H14.2(a)", frozenset({"H14.2(a)"})),
        Label(2, 1, "Chapter 3", frozenset({"this:Chapter 3"})),
    ]
    ignored = [Label(4, 1, "Annex A", frozenset())]
    scored = score(
        [
            found(1, 13, "H14.31", "H14.31"),
            found(1, 30, "H14.2", "H14.2"),
            found(3, 1, "G2.20", "G2.20"),
            found(4, 1, "Annex A"),
        ],
        labels,
        ignored,
    )
    assert [label.text for label in scored.missed] == ["Chapter 3"]
    assert [citation.text for citation in scored.spurious] == ["G2.20"]
    assert [label.text for label, _ in scored.unresolved] == ["H14.2(a)"]
    assert scored.recall == scored.precision == pytest.approx(2 / 3)
    assert scored.resolved == pytest.approx(1 / 2)
