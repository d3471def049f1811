"""The rules over real law: no crash, every finding of the sample judged, and the table in docs that follows."""

from pathlib import Path

import pytest

from tests.corpus.alarms import BEGIN, DOCS, END, WANTED, judgements, raised, sample, table


@pytest.mark.corpora
def test_the_rates_in_docs_are_these(corpora: Path) -> None:
    found = raised(corpora / "sec")
    verdicts = judgements()
    drawn = sample(found.alarms)
    assert len(drawn) == WANTED
    assert [each for each in drawn if each.key not in verdicts] == []
    text = DOCS.read_text(encoding="utf-8")
    assert text.partition(BEGIN)[2].partition(END)[0].strip().split("\n") == list(table(found))


def test_every_judgement_gives_its_reason() -> None:
    rows = judgements().values()
    assert {row["verdict"] for row in rows} == {"true", "false"}
    assert all(row["why"] for row in rows)
