"""`secc check --prose` against letters labelled by hand, and agreements whose references were checked by hand."""

import json
from pathlib import Path

import pytest

from secc.check.known import Known
from secc.check.prose import check_letter
from secc.check.prose.rules import PROSE_RULES
from secc.reading.files import letter_from
from tests.corpus.score_prose import BEGIN, DOCS, DOCUMENTS, END, Scored, figures, known_code, score_document


@pytest.fixture(scope="module")
def known() -> Known:
    return known_code()


@pytest.fixture(scope="module")
def scored(corpora: Path, known: Known) -> list[Scored]:
    return [score_document(corpora / "gold", document, known) for document in DOCUMENTS]


@pytest.mark.corpora
@pytest.mark.parametrize(("severity", "least"), [("high", 0.85), ("medium", 0.6)])
def test_labelled_faults_are_found(scored: list[Scored], severity: str, least: float) -> None:
    counts = [each.recalled(severity) for each in scored]
    missed = "\n".join(f"{each.document}:{label.line} {label.text}" for each in scored for label in each.missed)
    assert sum(found for found, _ in counts) >= least * sum(wanted for _, wanted in counts) > 0, missed


@pytest.mark.corpora
def test_what_is_shown_is_true(scored: list[Scored]) -> None:
    shown, true = sum(len(each.findings) for each in scored), sum(len(each.true) for each in scored)
    assert true >= 0.8 * shown > 0, "\n".join(found.headline for each in scored for found in each.false)


@pytest.mark.corpora
def test_the_figures_in_docs_are_these(scored: list[Scored]) -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert text.partition(BEGIN)[2].partition(END)[0].strip().split("\n") == list(figures(scored))


@pytest.mark.corpora
def test_the_references_of_agreements_are_checked(corpora: Path, known: Known) -> None:
    for row in json.loads((corpora / "contracts" / "xref-key.json").read_text(encoding="utf-8")):
        letter = letter_from(row["file"], (corpora / "contracts" / row["file"]).read_bytes())
        findings = check_letter(letter, known, PROSE_RULES)
        found = sorted((letter.source.place(each.span.start)[0], each.rule) for each in findings)
        assert found == sorted((each["line"], "echoed-heading") for each in row["problems"]), row["file"]
