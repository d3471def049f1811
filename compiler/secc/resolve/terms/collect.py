"""What a document says of its terms: `define` blocks, tables of terms, and definitions in the prose."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from secc.code.model import Definition, Division, Document, Note, Prose, SubHeading, SubSection, Table, Text
from secc.code.walk import Placed, prose_in
from secc.resolve.patterns_terms import (
    BETWEEN_NAMES,
    BORROWED,
    CELL_ALIAS,
    MEANING_HEAD,
    OWN_OPENING,
    QUOTED,
    TERM_HEAD,
)
from secc.resolve.terms.cognates import cognates
from secc.resolve.terms.draft import Draft, Drafted
from secc.resolve.terms.introductions import Introduction, introductions
from secc.resolve.terms.scope import reach

_SILENT = (Note, SubHeading, SubSection, Division)
"""What defines nothing: guidance and headings."""


def drafts_of(document: Document, blocks: Sequence[Placed]) -> tuple[Drafted, ...]:
    """Its terms as it alone tells them, in the order of the page; `blocks` are its own, as placed."""
    return tuple(draft.drafted() for draft in _Reading(document, blocks).drafts())


class _Level(Struct, frozen=True):
    """The block last met at a depth: its words, and those of the unlabelled text last met beside it."""

    words: str
    beside: str
    defining: Draft | None


class _Reading:
    """One document on its way to drafts of its terms."""

    def __init__(self, document: Document, blocks: Sequence[Placed]) -> None:
        self._document = document
        self._blocks = blocks
        self._ordinal = 0
        self._levels: list[_Level] = []
        self._found: list[Draft] = []

    def drafts(self) -> Sequence[Draft]:
        """The terms of the document, in order."""
        for each in self._blocks:
            proses = prose_in(each.block)
            above, beside = self._above(each)
            defining = self._levels[-1].defining if self._levels else None
            if not each.quoted and not isinstance(each.block, _SILENT):
                defining = self._block(each, proses, (beside, *above), defining)
            words = proses[0].text if proses and not isinstance(each.block, _SILENT) else ""
            beside = words if isinstance(each.block, Text) else beside
            self._levels.append(_Level(words, beside, defining))
            self._ordinal += len(proses)
        return self._found

    def _above(self, each: Placed) -> tuple[tuple[str, ...], str]:
        """The words of the blocks in which this one stands, inside out, and of the text beside it that may open it."""
        beside = self._levels[each.depth].beside if len(self._levels) > each.depth else ""
        del self._levels[each.depth :]
        return tuple(level.words for level in reversed(self._levels)), beside

    def _block(
        self, each: Placed, proses: Sequence[Prose], openings: Sequence[str], defining: Draft | None
    ) -> Draft | None:
        """Read a block; the definition that is under way below it."""
        if isinstance(each.block, Definition):
            defining = self._definition(each, each.block, openings)
        elif isinstance(each.block, Table) and _is_of_terms(each.block):
            self._table(each, each.block, openings)
        else:
            for place, prose in enumerate(proses):
                self._prose(each, prose, self._ordinal + place, openings[1:], defining)
        return defining

    def _new(self, each: Placed, names: list[str], openings: Sequence[str], *, in_prose: bool) -> Draft:
        draft = Draft(self._document, each, reach(each, openings), names, in_prose)
        self._found.append(draft)
        return draft

    # Definition blocks

    def _definition(self, each: Placed, block: Definition, openings: Sequence[str]) -> Draft | None:
        if not block.terms:
            return None
        text = block.prose.text
        end = block.terms[-1].end + 1
        own = OWN_OPENING.match(text, end)
        openings = (text[own.end() - len("in ") :] if own is not None else "", *openings)
        draft = self._new(each, [term.name for term in block.terms], openings, in_prose=False)
        for term in block.terms:
            draft.introduce(block.prose, self._ordinal, term.start, term.end)
        borrowed = BORROWED.match(text, end)
        draft.borrowed = borrowed["namespace"] if borrowed is not None else ""
        self._prose(each, block.prose, self._ordinal, openings, draft)
        return draft

    # Tables of terms

    def _table(self, each: Placed, table: Table, openings: Sequence[str]) -> None:
        cells = len(prose_in(table)) - sum(len(row) for row in table.rows)
        for row in table.rows:
            ordinal = self._ordinal + cells
            cells += len(row)
            names = list(_names_of(row[0].text))
            if names:
                draft = self._new(each, names, openings, in_prose=False)
                draft.introduce(row[0], ordinal, 0, len(row[0].text))
                borrowed = BORROWED.match(" " + row[1].text)
                draft.borrowed = borrowed["namespace"] if borrowed is not None else ""
                self._prose(each, row[1], ordinal + 1, openings, draft)

    # Running words

    def _prose(self, each: Placed, prose: Prose, ordinal: int, openings: Sequence[str], defining: Draft | None) -> None:
        text = prose.text
        if defining is not None:
            defining.texts.append(text)
        taken = self._cognates(prose, ordinal, defining) if defining is not None else []
        if '"' not in text:
            return
        if defining is not None:
            taken += [(place.start, place.end) for place in defining.introductions if place.ordinal == ordinal]
        last: Draft | None = None
        for found in introductions(text, taken):
            if defining is not None and (_is_alias(text, taken, found) or found.names[0].text in defining.forms()):
                _introduce(defining, prose, ordinal, found)
                continue
            last = self._in_prose(each, prose, ordinal, openings, found, last)
        if defining is None and last is not None:
            self._cognates(prose, ordinal, last)

    def _in_prose(
        self, each: Placed, prose: Prose, ordinal: int, openings: Sequence[str], found: Introduction, last: Draft | None
    ) -> Draft:
        names = [name.text for name in found.names]
        if last is not None and names[0] in last.forms():
            _introduce(last, prose, ordinal, found)
            return last
        draft = self._new(each, [], (found.bracket, found.opening, *openings), in_prose=True)
        draft.borrowed = found.borrowed
        draft.before = prose.text[: found.names[0].start - 1]
        draft.texts.append(prose.text)
        _introduce(draft, prose, ordinal, found)
        return draft

    def _cognates(self, prose: Prose, ordinal: int, draft: Draft) -> list[tuple[int, int]]:
        """Add the forms that a text declares to the term that it defines; their stretches."""
        stretches: list[tuple[int, int]] = []
        for found in cognates(prose.text, draft.names):
            draft.cognates.append(found.name)
            draft.introduce(prose, ordinal, found.start, found.end)
            stretches.append((found.start, found.end))
        return stretches


def _introduce(draft: Draft, prose: Prose, ordinal: int, found: Introduction) -> None:
    draft.add_names([name.text for name in found.names if name.text not in draft.forms()])
    for name in found.names:
        draft.introduce(prose, ordinal, name.start, name.end)


def _is_alias(text: str, taken: Sequence[tuple[int, int]], found: Introduction) -> bool:
    """Whether names stand right behind those of a definition, as another way to call it: `"Long Name" (or "LN")`."""
    start = found.names[0].start - 1
    joins = (BETWEEN_NAMES.fullmatch(text, end + 1, start) for _, end in taken if end < start)
    return any(join is not None and join["alias"] for join in joins)


def _is_of_terms(table: Table) -> bool:
    """Whether a table's columns are terms and their meanings."""
    if not table.head or len(table.head[-1]) < 2:
        return False
    first, second = table.head[-1][:2]
    return TERM_HEAD.fullmatch(first.text) is not None and MEANING_HEAD.fullmatch(second.text) is not None


def _names_of(cell: str) -> Iterator[str]:
    """The names in the left cell of a table of terms: those in quotes, or all of it, its abbreviation in brackets."""
    quoted = [each["name"] for each in QUOTED.finditer(cell)]
    if quoted:
        yield from quoted
        return
    both = CELL_ALIAS.fullmatch(cell)
    if both is not None:
        yield from (both["name"], both["alias"])
    elif cell.strip():
        yield cell.strip()
