"""A Code of 6 MB, of as many documents as the real one has, for what a check costs after an edit.

Twenty-five Sections and seventy-five Appendices, each clause with terms that Section A defines and references to
clauses of any of them, all of which resolve. The words are drawn with a fixed seed, so every run checks the same text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random
from string import ascii_uppercase

SIZE = 6_000_000
_KINDS = (
    "Annual Approved Certified Complete Critical Current Detailed Draft Effective Emergency Estimated Final Formal"
    " Initial Interim Internal Joint Local Maximum Minimum Monthly Nominated Operational Outline Periodic Planned"
    " Primary Proposed Provisional Public Quarterly Regional Registered Relevant Remote Required Restricted Revised"
    " Scheduled Secondary Secure Shared Specified Standard Technical Temporary Weekly"
).split()
_THINGS = (
    "Account Agreement Alert Asset Audit Certificate Charge Code Command Committee Condition Contract Credential Device"
    " Dispute Document Event Incident Interface Invoice Key List Message Meter Network Notice Objection Order Payment"
    " Period Plan Policy Premises Procedure Process Product Programme Register Release Report Repository Request"
    " Response Return Review Schedule Service Site Specification Statement"
).split()
_DUTIES = ("send", "publish", "keep", "review", "correct", "withdraw", "confirm", "submit", "test", "approve")
_TIMES = ("within five days", "without delay", "before the end of each month", "in each year", "as soon as practicable")
_DOCUMENTS = 100
_CLAUSES = 20
CHANGED = "sections/M.sec"
"""The document that the edits change."""


@dataclass(frozen=True, slots=True)
class _Document:
    """A document: its file, its header, and the numbers of its clauses by sub-section."""

    path: str
    header: str
    citing: str
    numbers: dict[str, list[str]]


def write_large_code(root: Path) -> None:
    """Writes the Code below a folder."""
    draw = Random(20130923)
    terms = [f"{kind} {thing}" for kind, thing in product(_KINDS, _THINGS)]
    documents = [_document(place) for place in range(_DOCUMENTS)]
    files = {"sections/A.sec": _definitions(terms)}
    for each in documents:
        files[each.path] = "\n".join(_written(each, documents, terms, draw))
    listed = "\n".join(f'  "{path}",' for path in files)
    files["code.toml"] = f'title = "The Code"\nshort = "Code"\ndocuments = [\n{listed}\n]\n'
    for path, text in files.items():
        place = root / "sec-source" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def _document(place: int) -> _Document:
    """Sections B to Z, then Appendices A to Z, AA to AZ and so on."""
    section = place < len(ascii_uppercase) - 1
    label = ascii_uppercase[place + 1] if section else _label(place - len(ascii_uppercase) + 1)
    stem = label if section else ""
    numbers = {
        f"{stem}{sub}": [f"{stem}{sub}.{clause}" for clause in range(1, _CLAUSES + 1)]
        for sub in range(1, 1 + SIZE // (_DOCUMENTS * _CLAUSES * 145))
    }
    if section:
        return _Document(f"sections/{label}.sec", f"section {label}: Duties {label}", "Section {}", numbers)
    header = f"appendix {label}: Duties of Appendix {label}\nunit: clause"
    return _Document(f"appendices/{label}.sec", header, f"Clause {{}} of Appendix {label}", numbers)


def _label(place: int) -> str:
    letters = len(ascii_uppercase)
    return ascii_uppercase[place // letters - 1] * (place >= letters) + ascii_uppercase[place % letters]


def _definitions(terms: Sequence[str]) -> str:
    defined = "\n".join(f'  define "{term}" means what Section B1.1 says of it.\n' for term in sorted(terms))
    return f"section A: Definitions\n\n# A1 Definitions\n\nA1.1 In this Code:\n\n{defined}"


def _written(document: _Document, documents: Sequence[_Document], terms: Sequence[str], draw: Random) -> Iterator[str]:
    yield f"{document.header}\n"
    for sub, numbers in document.numbers.items():
        yield f"# {sub} Duties of {sub}\n"
        for number in numbers:
            one, other = _reference(document, documents, draw), _reference(document, documents, draw)
            yield _clause(number, draw.choice(terms), draw.choice(terms), one, other, draw)


def _reference(document: _Document, documents: Sequence[_Document], draw: Random) -> str:
    """To a clause of the same document as often as not, as in the Code."""
    cited = document if draw.random() < 0.5 else draw.choice(documents)
    number = draw.choice(draw.choice(list(cited.numbers.values())))
    return f"clause {number}" if cited is document and "{} of" in cited.citing else cited.citing.format(number)


def _clause(number: str, term: str, other: str, cited: str, also: str, draw: Random) -> str:
    opening = f"{number} Each {term} shall {draw.choice(_DUTIES)} the {other} {draw.choice(_TIMES)}, under {cited}"
    if draw.random() < 0.75:
        return f"{opening} and subject to {also}.\n"
    return f"{opening}:\n  (a) where {also} applies to the {other}; and\n  (b) in every other case.\n"
