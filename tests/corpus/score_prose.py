"""Scores `secc check --prose` against the letters whose faults were labelled by hand.

    python -m tests.corpus.score_prose GOLD [DOCUMENT …] [--docs FILE]

A finding is true when it matches a label, or stands in prose_true_findings.jsonl, which gives its line, its words and
why a lawyer would mend it. It matches a label whose words it overlaps; or one whose `related_lines` it stands on, where
its rule looks for faults of that class: one finding counts for one such label. Recall is of the labels that can be
found in the letter or with the Code beside it, but for the classes that need a grammar checker.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from secc.check.known import Known
from secc.check.prose import check_letter
from secc.check.prose.rules import PROSE_RULES
from secc.code.load import NoCache, load
from secc.diagnostics import Diagnostic
from secc.history import Folder
from secc.reading.files import letter_from
from secc.resolve import resolve
from secc.source import Source

ROOT = Path(__file__).resolve().parents[2]
TRUE_FINDINGS = Path(__file__).with_name("prose_true_findings.jsonl")
DOCS = ROOT / "docs" / "checking.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
DOCUMENTS = ("001", "002", "004")
BASES = ("internal", "cross-document")
LEFT_OUT = ("grammar", "missing-word", "wrong-word")
SEVERITIES = ("high", "medium", "low")
_WORDING = ("undefined-term", "inconsistent-form", "inconsistent-capitals", "shortened-term", "publication-title")
_WORD = re.compile(r"[\w.]+")
# The rules that look for the faults of a class, for a finding on a related line.
RULES_OF: Mapping[str, tuple[str, ...]] = {
    "term-inconsistent": (*_WORDING, "abbreviation-clash"),
    "term-misspelt": _WORDING,
    "term-undefined": ("unintroduced-abbreviation", "incomplete-glossary"),
    "term-redefined": ("duplicate-definition", "abbreviation-clash"),
    "term-used-before-defined": ("unintroduced-abbreviation",),
    "capitalisation": ("inconsistent-capitals", "reference-style"),
    "title-inconsistent": ("restated-text", "echoed-heading", "undefined-term", "publication-title"),
    "numbering-gap": ("gap-in-numbers",),
    "numbering-duplicate": ("duplicate-number",),
    "list-inconsistent": ("disagreeing-lists", "restated-text"),
    "ambiguous-reference": ("ambiguous-document",),
    "xref-format": ("reference-style",),
    "glossary-incomplete": ("incomplete-glossary", "unintroduced-abbreviation"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """A fault labelled by hand: `start` and `end` are its place in the text."""

    document: str
    line: int
    text: str
    fault: str
    severity: str
    counted: bool
    related: tuple[int, ...]
    start: int
    end: int
    why: str


@dataclass(slots=True)
class Scored:
    """How the findings of a letter and its labels match."""

    document: str
    labels: Sequence[Label]
    findings: Sequence[Diagnostic]
    lines: Mapping[int, int]
    found: dict[int, Diagnostic] = field(default_factory=dict)
    true: set[int] = field(default_factory=set)

    def recalled(self, severity: str) -> tuple[int, int]:
        """How many of the labels counted were found, of how many."""
        wanted = [number for number, each in enumerate(self.labels) if each.counted and each.severity == severity]
        return sum(number in self.found for number in wanted), len(wanted)

    @property
    def missed(self) -> Iterator[Label]:
        """The labels counted, of severity high and medium, that nothing matches."""
        for number, each in enumerate(self.labels):
            if each.counted and each.severity != "low" and number not in self.found:
                yield each

    @property
    def false(self) -> Iterator[Diagnostic]:
        """The findings that are not true."""
        yield from (found for number, found in enumerate(self.findings) if number not in self.true)


def known_code() -> Known:
    """The sample Code of this repository."""
    return Known(resolve(load(Folder(ROOT / "sec-source"), NoCache())))


def score_document(folder: Path, document: str, known: Known) -> Scored:
    """Score the letter `NNN.txt` of a folder."""
    path = folder / f"{document}.txt"
    letter = letter_from(path.name, path.read_bytes())
    source = letter.source
    findings = check_letter(letter, known, PROSE_RULES)
    lines = {number: source.place(found.span.start)[0] for number, found in enumerate(findings)}
    labels = tuple(_labels(folder / f"anomalies-{document}.jsonl", source))
    scored = Scored(document, labels, findings, lines)
    _match(scored)
    _match_listed(scored, source)
    return scored


def _labels(path: Path, source: Source) -> Iterator[Label]:
    for text in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        start = _offset(source, row["line"]) + row["col"] - 1
        counted = row["basis"] in BASES and row["class"] not in LEFT_OUT
        related = tuple(row.get("related_lines") or ())
        end = _end(source.text, start, row["text"])
        yield Label(
            row["doc"], row["line"], row["text"], row["class"], row["severity"], counted, related, start, end,
            row["explanation"],
        )  # fmt: skip


def _offset(source: Source, line: int) -> int:
    place = 0
    for _ in range(line - 1):
        place = source.text.index("\n", place) + 1
    return place


def _end(text: str, start: int, words: str) -> int:
    """Where words end that begin at `start`, whatever white space stands between them."""
    place = start
    for letter in words:
        if letter.isspace():
            continue
        place = text.index(letter, place) + 1
    return place


def _match(scored: Scored) -> None:
    for number, label in enumerate(scored.labels):
        for place, found in enumerate(scored.findings):
            if found.span.start < label.end and label.start < found.span.end:
                scored.true.add(place)
                scored.found.setdefault(number, found)
    used: set[int] = set()
    for number, label in enumerate(scored.labels):
        for place, found in enumerate(scored.findings):
            looked_for = scored.lines[place] in label.related and found.rule in RULES_OF.get(label.fault, ())
            if looked_for and place not in used and _words(found.headline) & _words(label.text):
                scored.true.add(place)
                if number not in scored.found:
                    used.add(place)
                    scored.found[number] = found


def _words(text: str) -> frozenset[str]:
    """The words that a text has, in small letters, without those of two letters and less."""
    return frozenset(word for word in _WORD.findall(text.casefold()) if len(word) > 2)


def _match_listed(scored: Scored, source: Source) -> None:
    """The committed list: a finding on that line with those words."""
    for row in true_findings():
        for place, found in enumerate(scored.findings):
            said = " ".join(source.text[found.span.start : found.span.end].split())
            if (row["doc"], row["line"], row["text"]) == (scored.document, scored.lines[place], said):
                scored.true.add(place)


def true_findings() -> Sequence[Mapping[str, object]]:
    """The findings that no label has and a lawyer would mend."""
    return [json.loads(line) for line in TRUE_FINDINGS.read_text(encoding="utf-8").splitlines()]


def figures(scored: Sequence[Scored]) -> Iterator[str]:
    """The table of figures and the list of misses, as Markdown."""
    yield "| letter | high | medium | low | findings | true | precision |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for each in scored:
        yield _row(each.document, [each])
    yield _row("all", scored)
    yield ""
    reasons = json.loads(Path(__file__).with_name("prose_misses.json").read_text(encoding="utf-8"))
    yield "| missed | severity | class | why |"
    yield "| --- | --- | --- | --- |"
    for each in scored:
        for label in each.missed:
            why = reasons.get(f"{label.document}:{label.line}:{label.text}", "not looked at yet")
            where = f"{label.document}, line {label.line}: {_cell(label.text)}"
            yield f"| {where} | {label.severity} | {label.fault} | {why} |"
    yield ""
    yield "| shown and not true | rule | words |"
    yield "| --- | --- | --- |"
    for each in scored:
        lines = dict(zip(map(id, each.findings), each.lines.values(), strict=True))
        for found in each.false:
            yield f"| {each.document}, line {lines[id(found)]} | {found.rule} | {_cell(found.headline)} |"


def _row(name: str, scored: Sequence[Scored]) -> str:
    cells: list[str] = []
    for severity in SEVERITIES:
        counts = [each.recalled(severity) for each in scored]
        found, wanted = sum(count[0] for count in counts), sum(count[1] for count in counts)
        cells.append(f"{found} of {wanted}" + (f" ({found / wanted:.0%})" if wanted else ""))
    shown, true = sum(len(each.findings) for each in scored), sum(len(each.true) for each in scored)
    return f"| {name} | {' | '.join(cells)} | {shown} | {true} | {true / shown:.2f} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main(folder: str, *arguments: str) -> None:
    """Print the figures, or with `--docs` write them into docs/checking.md."""
    documents = [each for each in arguments if each.isdigit()] or DOCUMENTS
    known = known_code()
    lines = list(figures([score_document(Path(folder), each, known) for each in documents]))
    if "--docs" in arguments:
        before, _, rest = DOCS.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        DOCS.write_text("\n".join([before + BEGIN, "", *lines, "", END + after]), encoding="utf-8")
        return
    for line in lines:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
