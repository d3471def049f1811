"""How far a definition reaches, decided by the words that open it and the provisions around it.

SEC A1.1 defines for the whole Code. Elsewhere a definition holds for its document (or the annex or inner document with
numbers of its own), unless opening words limit it: "For the purposes of this Section L10, …", "In this Clause 4.26, …".
"""

from collections.abc import Sequence

from msgspec import Struct

from secc.code.model import Division, DivisionKind, SubSection
from secc.code.walk import Placed
from secc.ids import Address, DocumentKind, division_step
from secc.resolve.citation.find import find
from secc.resolve.citation.model import Provisions, Relative
from secc.resolve.citation.places import places_in
from secc.resolve.model import TermScope
from secc.resolve.patterns_terms import OPENING, THIS_PROVISION

_CODE_DEFINITIONS = ("A1.1",)
_OPENING_LENGTH = 80  # how many characters of an opening are looked at
_CLAUSES = ("section", "clause", "regulation", "article", "condition", "rule")
_FIRST_PARAGRAPHS = ("subsection", "subclause")
_PARAGRAPHS = ("paragraph", "subparagraph")


class Reach(Struct, frozen=True):
    """A scope and the provision to which it limits; None for the whole Code."""

    scope: TermScope
    within: Address | None


CODE = Reach(TermScope.CODE, None)


def around(placed: Placed) -> tuple[Address, ...]:
    """The provisions in which a place stands, widest first: document, annex, part, sub-section, clause, paragraph."""
    address, numbering = placed.address, placed.numbering
    found = [Address(address.document, address.path[:steps]) for steps in range(len(numbering.path) + 1)]
    division = placed.division
    if division is not None and not division.own_numbering:
        found.append(numbering.below(division_step(division.kind, division.label)))
    if placed.sub_section is not None:
        found.append(numbering.below(placed.sub_section.label))
    found += [
        Address(address.document, address.path[:steps])
        for steps in range(len(numbering.path) + 1, len(address.path) + 1)
    ]
    return tuple(found)


def inside(placed: Placed, within: Address) -> bool:
    """Whether a place stands in a provision: `within in around(placed)`, but faster."""
    address, path = placed.address, within.path
    if address.document != within.document:
        return False
    if address.path[: len(path)] == path:
        return True
    division, sub_section = placed.division, placed.sub_section
    named = sub_section is not None and sub_section.label == path[-1]
    if not named and division is not None and not division.own_numbering:
        named = division_step(division.kind, division.label) == path[-1]
    return named and placed.numbering.path == path[:-1]


def reach(placed: Placed, openings: Sequence[str]) -> Reach:
    """The reach of a definition, given the words that may limit it: its own first, then those around it, inside out."""
    for opening in openings:
        found = limited(placed, opening)
        if found is not None:
            return found
    if placed.address.document.kind is DocumentKind.SECTION and placed.address.path[:1] == _CODE_DEFINITIONS:
        return CODE
    return whole_document(placed)


def whole_document(placed: Placed) -> Reach:
    """The document, or the annex or inner document with numbers of its own."""
    numbering = placed.numbering
    return Reach(TermScope.DIVISION if numbering.path else TermScope.DOCUMENT, numbering)


def limited(placed: Placed, opening: str) -> Reach | None:
    """The reach that opening words set, None where they set none: "In this Section K11, …"."""
    start = OPENING.match(opening)
    if start is None:
        return None
    pointed = THIS_PROVISION.match(opening, start.end())
    if pointed is None:
        return _named(placed, opening[start.end() :])
    word = pointed["word"].lower().replace("-", "")
    if word == "code":
        return CODE
    if pointed["pointer"] == "these":
        return _outermost(placed)
    label = _label(opening[pointed.start() :])
    return _labelled(placed, word, label) if label else _unlabelled(placed, word)


def _label(words: str) -> str:
    """The label in "this Section H14.36A(a)", empty for "this Section"."""
    for citation in find(words[:_OPENING_LENGTH]):
        cited = citation.reference
        if citation.start == 0 and isinstance(cited, Relative):
            return next((place.label for place in places_in(cited.extents)), "")
    return ""


def _named(placed: Placed, words: str) -> Reach | None:
    """What "Sections L10.16 to L10.26" or "subsection (3)" limit to, from a place near them.

    Several provisions are read as what they and this place are all part of: the sub-section, or the clause.
    """
    citation = next(iter(find(words[:_OPENING_LENGTH])), None)
    if citation is None or citation.start > 0 or not isinstance(citation.reference, Provisions):
        return None
    labels = [place.label for place in places_in(citation.reference.extents)]
    sub_section = placed.sub_section
    if sub_section is not None and all(f"{label}.".startswith(f"{sub_section.label}.") for label in labels):
        return Reach(TermScope.SUB_SECTION, placed.numbering.below(sub_section.label))
    return _in_clause(placed, labels) if all(label.startswith("(") for label in labels) else None


def _in_clause(placed: Placed, labels: Sequence[str]) -> Reach:
    """The one paragraph of the clause with such a label, or all of the clause."""
    clause = _steps(placed, _clause_steps(placed))
    if len(labels) != 1 or clause.scope is not TermScope.CLAUSE or clause.within is None:
        return clause
    within = clause.within
    for step in labels[0].replace(")(", ") (").split():
        within = within.below(step)
    return Reach(TermScope.PARAGRAPH, within)


def _labelled(placed: Placed, word: str, label: str) -> Reach:
    """Which of the provisions around a place has a label. One that is not around it limits nothing."""
    address, numbering = placed.address, placed.numbering
    if word in (DivisionKind.PART, DivisionKind.ANNEX):
        return _division_called(placed, division_step(word, label))
    if word == address.document.kind and label == address.document.label:
        return Reach(TermScope.DOCUMENT, Address(address.document))
    if placed.sub_section is not None and placed.sub_section.label == label:
        return Reach(TermScope.SUB_SECTION, numbering.below(label))
    return _numbered(address, len(numbering.path), label) or whole_document(placed)


def _numbered(address: Address, first: int, label: str) -> Reach | None:
    for last in range(first + 1, len(address.path) + 1):
        own = address.path[first:last]
        if label in ("".join(own), own[-1]):
            scope = TermScope.CLAUSE if last == first + 1 else TermScope.PARAGRAPH
            return Reach(scope, Address(address.document, address.path[:last]))
    return None


def _unlabelled(placed: Placed, word: str) -> Reach:
    """What is meant without a number.

    "this Section" is the sub-section from which the clause has its number (H14 for H14.31); in a document that numbers
    otherwise it is the clause. "this Policy", "this Charging Methodology" are the document.
    """
    if word in (DivisionKind.PART, DivisionKind.ANNEX):
        return _division_called(placed, word)
    sub_section = placed.sub_section
    if word in ("section", "subsection") and sub_section is not None and _numbers_clause(placed, sub_section):
        return Reach(TermScope.SUB_SECTION, placed.numbering.below(sub_section.label))
    if word in _CLAUSES:
        return _steps(placed, _clause_steps(placed))
    if word in _FIRST_PARAGRAPHS:
        return _steps(placed, min(_clause_steps(placed) + 1, max(_clause_steps(placed), _own_steps(placed.address))))
    if word in _PARAGRAPHS:
        return _steps(placed, max(_clause_steps(placed), _own_steps(placed.address)))
    return _outermost(placed)


def _outermost(placed: Placed) -> Reach:
    """The inner document, where it is in one, or the document, annexes and all."""
    for division in _divisions(placed):
        if division.path[-1].startswith(DivisionKind.DOCUMENT):
            return Reach(TermScope.DIVISION, division)
    return Reach(TermScope.DOCUMENT, Address(placed.address.document))


def _numbers_clause(placed: Placed, sub_section: SubSection) -> bool:
    clause = placed.address.path[_clause_steps(placed) - 1 :][:1]
    return not clause or clause[0].startswith(sub_section.label + ".") or clause[0] == sub_section.label


def _clause_steps(placed: Placed) -> int:
    """How many steps there are down to the clause."""
    return len(placed.numbering.path) + 1


def _own_steps(address: Address) -> int:
    """How many steps there are without those of a definition."""
    return next((at for at, step in enumerate(address.path) if step.startswith('"')), len(address.path))


def _steps(placed: Placed, steps: int) -> Reach:
    address = placed.address
    if _own_steps(address) < _clause_steps(placed):
        return whole_document(placed)
    scope = TermScope.CLAUSE if steps == _clause_steps(placed) else TermScope.PARAGRAPH
    return Reach(scope, Address(address.document, address.path[:steps]))


def _division_called(placed: Placed, step: str) -> Reach:
    """The innermost annex or part of a kind (`annex`), or with a label (`annex-A`)."""
    for division in reversed(_divisions(placed)):
        if step in (division.path[-1], division.path[-1].partition("-")[0]):
            return Reach(TermScope.DIVISION, division)
    return whole_document(placed)


def _divisions(placed: Placed) -> list[Address]:
    """The annexes, parts and inner documents around a place, the widest first."""
    numbering = placed.numbering
    found = [Address(numbering.document, numbering.path[:steps]) for steps in range(1, len(numbering.path) + 1)]
    if placed.division is not None and not placed.division.own_numbering and not isinstance(placed.block, Division):
        found.append(numbering.below(division_step(placed.division.kind, placed.division.label)))
    return found
