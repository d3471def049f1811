"""The same 2,000 clauses twice: as a Code for `secc check`, and as one specification for Bikeshed.

Each clause has defined terms and references to other clauses, all of which resolve; every fourth has two paragraphs.
The words are drawn with a fixed seed, so every run compiles the same text.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

_LETTERS = "BCDEFGHIJK"
_SUB_SECTIONS = 10
_CLAUSES = 20
_PARTIES = ("Panel", "Supplier", "Operator", "Secretariat", "Registrar", "Auditor", "Network Party", "Service Provider")
_THINGS = (
    "Notice",
    "Report",
    "Certificate",
    "Register",
    "Invoice",
    "Device",
    "Request",
    "Response",
    "Credential",
    "Key",
)
_KINDS = ("Annual", "Draft", "Final", "Interim", "Joint", "Local", "Monthly", "Revised", "Secure", "Shared")
_DUTIES = ("send", "publish", "keep", "review", "correct", "withdraw", "confirm", "submit")
_TIMES = ("within five days", "without delay", "before the end of each month", "in each year", "as soon as practicable")

_METADATA = """<pre class=metadata>
Title: The Code
Shortname: code
Level: none
Status: DREAM
URL: https://example.org/code
Editor: Nobody, nobody@example.org
Abstract: The clauses of the benchmark.
</pre>
"""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its number, what it says of whom, the clauses it cites, and whether it has paragraphs."""

    number: str
    party: str
    duty: str
    thing: str
    time: str
    cited: tuple[str, str]
    listed: bool


def terms() -> tuple[str, ...]:
    """The defined terms, in alphabetical order: the parties, and each kind of each thing."""
    return tuple(sorted((*_PARTIES, *(f"{kind} {thing}" for kind in _KINDS for thing in _THINGS)), key=str.casefold))


def clauses() -> dict[str, list[Clause]]:
    """The clauses of each sub-section, in order, by the sub-section's number."""
    draw = Random(20130923)
    numbers = {
        f"{letter}{sub}": [f"{letter}{sub}.{place}" for place in range(1, _CLAUSES + 1)]
        for letter in _LETTERS
        for sub in range(1, _SUB_SECTIONS + 1)
    }
    every = [number for group in numbers.values() for number in group]
    return {sub: [_clause(number, draw, every) for number in group] for sub, group in numbers.items()}


def _clause(number: str, draw: Random, every: list[str]) -> Clause:
    return Clause(
        number,
        draw.choice(_PARTIES),
        draw.choice(_DUTIES),
        f"{draw.choice(_KINDS)} {draw.choice(_THINGS)}",
        draw.choice(_TIMES),
        (draw.choice(every), draw.choice(every)),
        int(number.partition(".")[2]) % 4 == 0,
    )


def write_code(root: Path) -> None:
    """Writes the clauses as a repository of the source language: Section A holds the definitions."""
    sections = root / "sec-source" / "sections"
    sections.mkdir(parents=True)
    names = [f"sections/{letter}.sec" for letter in ("A", *_LETTERS)]
    listed = "\n".join(f'  "{name}",' for name in names)
    settings = f'title = "The Code"\nshort = "Code"\ndocuments = [\n{listed}\n]\n'
    (root / "sec-source" / "code.toml").write_text(settings, encoding="utf-8")
    definitions = "\n".join(f'  define "{term}" means what Section B1.1 says of it.\n' for term in terms())
    opening = "section A: Definitions\n\n# A1 Definitions\n\nA1.1 In this Code:\n\n"
    (sections / "A.sec").write_text(opening + definitions, encoding="utf-8")
    for letter in _LETTERS:
        body = "\n".join(_written(letter, _sec_heading, _sec_clause))
        (sections / f"{letter}.sec").write_text(f"section {letter}: Duties {letter}\n\n{body}\n", encoding="utf-8")


def write_specification(path: Path) -> None:
    """Writes the clauses as one Bikeshed file: each clause a definition, each citation and term a link."""
    definitions = "\n".join(f": <dfn export>{term}</dfn>\n:: means what [=B1.1=] says of it." for term in terms())
    parts = [_METADATA, "Definitions {#a1}\n=====\n", definitions, ""]
    for letter in _LETTERS:
        parts += [f"Duties {letter} {{#{letter}}}\n=====\n", *_written(letter, _bs_heading, _bs_clause)]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _written(letter: str, heading: Callable[[str], str], clause: Callable[[Clause], str]) -> Iterator[str]:
    for sub, group in clauses().items():
        if sub[0] == letter:
            yield heading(sub)
            yield from map(clause, group)


def _sec_heading(sub: str) -> str:
    return f"# {sub} Duties of {sub}\n"


def _sec_clause(clause: Clause) -> str:
    first, second = (f"Section {number}" for number in clause.cited)
    return _sentences(clause, clause.number, clause.party, clause.thing, first, second, ("  (a) ", "  (b) "))


def _bs_heading(sub: str) -> str:
    return f"Duties of {sub} {{#{sub}}}\n-----\n"


def _bs_clause(clause: Clause) -> str:
    first, second = (f"[={number}=]" for number in clause.cited)
    number, party, thing = f"<dfn export>{clause.number}</dfn>", f"[={clause.party}=]", f"[={clause.thing}=]"
    return _sentences(clause, number, party, thing, first, second, ("\n1. ", "2. "))


def _sentences(
    clause: Clause, number: str, party: str, thing: str, first: str, second: str, labels: tuple[str, str]
) -> str:
    opening = f"{number} The {party} shall {clause.duty} each {thing} {clause.time}, in accordance with {first}"
    if not clause.listed:
        return f"{opening} and subject to {second}.\n"
    return f"{opening}:\n{labels[0]}where {second} applies to the {thing}; and\n{labels[1]}in every other case.\n"
