"""The citations of a letter, report or consultation about the Code, with what they refer to."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from secc.reading.layout import Layout, layout
from secc.resolve.citation.cited import Kind, Reading
from secc.resolve.citation.columns import cited_in_columns
from secc.resolve.citation.find import find
from secc.resolve.citation.interpret import Interpreter
from secc.resolve.citation.learned import learn
from secc.resolve.citation.model import Citation, Provisions, Unit
from secc.resolve.citation.names import Names
from secc.resolve.citation.works import undated_legislation
from secc.resolve.citation.written import Target, TargetRange
from secc.resolve.patterns import SPACES, YEAR_AFTER
from secc.resolve.patterns_letters import OWN_LABEL_AFTER, OWN_LABEL_BEFORE

# Parts of a letter that have headings or labels of their own, which are no citations.
_OWN_PARTS = frozenset((Unit.ANNEX, Unit.APPENDIX, Unit.CHAPTER, Unit.PART, Unit.QUESTION, Unit.TABLE, Unit.FIGURE))


class LetterCitation(Struct, frozen=True):
    """A citation in a letter. Lines and columns count from 1, in code points; lines are those between line feeds.

    `text` has one space for each run of white space. Without targets the citation is unresolved: `Appendix [TBC]`.
    """

    line: int
    col: int
    end_line: int
    text: str
    kind: Kind
    targets: tuple[Target, ...]
    anaphora: bool = False
    title: str = ""

    @property
    def unresolved(self) -> bool:
        """Whether it refers to nothing that the letter says."""
        return not self.targets


def citations_in_letter(text: str, documents: Mapping[str, str]) -> tuple[LetterCitation, ...]:
    """The citations of a letter, in their order.

    `documents` are names of the Code's documents with their labels ("TMAD": "Appendix AL"); the letter's own names for
    documents are learned from it, and go before these. Never raises.
    """
    laid = layout(text)
    return tuple(_reported(text, laid, reading) for reading in readings_in_letter(text, laid, documents))


def readings_in_letter(text: str, laid: Layout, documents: Mapping[str, str]) -> tuple[Reading, ...]:
    """The same as they are understood, with offsets; `laid` is the letter laid out."""
    names = learn(laid.text, documents)
    found = _apart(
        [citation for citation in find(laid.text, names) if not _is_own_label(laid, citation)], cited_in_columns(text)
    )
    citations = _apart(found, _named_works(laid, names))
    interpreter = Interpreter(laid, names, citations)
    return tuple(reading for reading in map(interpreter.read, citations) if reading)


def json_line(citation: LetterCitation) -> str:
    """A citation as one line of JSON: a range is an object with `from` and `to`; what does not apply is left out."""
    row: dict[str, object] = {
        "line": citation.line,
        "col": citation.col,
        "end_line": citation.end_line,
        "text": citation.text,
        "kind": citation.kind,
        "targets": [
            {"from": target.first, "to": target.last} if isinstance(target, TargetRange) else target
            for target in citation.targets
        ],
    }
    extras = {"anaphora": citation.anaphora, "unresolved": citation.unresolved, "title": citation.title}
    return json.dumps(row | {name: value for name, value in extras.items() if value}, ensure_ascii=False)


def _is_own_label(laid: Layout, citation: Citation) -> bool:
    """Whether this is the label of a part of the letter, at its heading or in the contents: `Annex A: Questions`."""
    match citation.reference:
        case Provisions(unit, _, None) if unit in _OWN_PARTS:
            before = laid.text[max(0, citation.start - 12) : citation.start]
            return bool(OWN_LABEL_BEFORE.search(before) and OWN_LABEL_AFTER.match(laid.text, citation.end))
        case _:
            return False


def _apart(found: Sequence[Citation], more: Iterable[Citation]) -> list[Citation]:
    """The citations found, and of `more` those that overlap none of them, in their order."""
    citations = sorted(found, key=lambda citation: citation.start)
    for citation in more:
        place = bisect_left(citations, citation.end, key=lambda other: other.start)
        if place == 0 or citations[place - 1].end <= citation.start:
            citations.insert(place, citation)
    return citations


def _named_works(laid: Layout, names: Names) -> Iterator[Citation]:
    """Acts and other codes by a short name, where it is not just being introduced."""
    for name in names.within(laid.text, 0, len(laid.text)):
        introduced = laid.text[name.start - 1 : name.start] in ("(", '"', "“", "‘")
        if not introduced and not YEAR_AFTER.match(laid.text, name.end):
            yield Citation(name.start, name.end, name.named)
    yield from (Citation(found.start, found.end, found.work) for found in undated_legislation(laid.text))


def _reported(text: str, laid: Layout, reading: Reading) -> LetterCitation:
    line, col = laid.place(reading.start)
    words = SPACES.sub(" ", text[reading.start : reading.end])
    found = reading.found
    return LetterCitation(
        line, col, laid.place(reading.end)[0], words, found.kind, found.targets, found.anaphora, reading.title
    )
