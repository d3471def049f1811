"""Uses of defined terms in the prose.

All forms are looked for at once, overlapping; then word boundaries, then scope, then the longest. In any other order
terms are lost: the leftmost-longest match may be half a word, and hides a shorter one that is whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, Implementation
from msgspec import Struct

from secc.code.model import AnyBlock, Clause, Division, Prose, SubHeading, SubSection, Table
from secc.code.walk import Placed
from secc.ids import DocumentId
from secc.resolve.model import Term, TermScope, TermUse
from secc.resolve.patterns_terms import QUOTED, SUBJECT_TO
from secc.resolve.terms.boundaries import CLEAR, begins_word, ends_word
from secc.resolve.terms.namespaces import Meaning, Namespaces, Sighting
from secc.resolve.terms.scope import inside
from secc.syntax.marks import Code, Symbols

_HEADINGS = (SubHeading, SubSection, Division)
_WIDTH = {scope: width for width, scope in enumerate(reversed(TermScope))}


class Found(Struct, frozen=True):
    """What a prose uses, in order, none overlapping; and terms which are defined elsewhere but not for this place."""

    uses: tuple[TermUse, ...]
    out_of_scope: tuple[TermUse, ...]


_NOTHING = Found((), ())


class TermFinder:
    """Finds the uses of terms; building it is linear in the length of their forms."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        meanings: dict[str, list[int]] = {}
        for number, term in enumerate(terms):
            for form in term.forms:
                meanings.setdefault(form, []).append(number)
        self._forms = list(meanings)
        self._meanings = [self._by_width(form, numbers) for form, numbers in meanings.items()]
        # The term that a form stands for everywhere, -1 where that depends on the place.
        self._everywhere = [each[0].term if each[0].within is None else -1 for each in self._meanings]
        # As it is by itself of more than a hundred forms; of fewer it would take the square of the length of each.
        self._automaton = AhoCorasick(self._forms, implementation=Implementation.ContiguousNFA)
        self._document: DocumentId | None = None  # the document last asked about, and what forms may stand for in it
        self._kept: dict[int, tuple[Meaning, ...]] = {}
        self._introduced = self._introductions()
        self._namespaces = Namespaces(terms, self._meanings)

    def uses(self, placed: Placed, prose: Prose, taken: Sequence[tuple[int, int]] = ()) -> tuple[TermUse, ...]:
        """The uses in a prose, outside the stretches in `taken`, which may stand in any order."""
        return self.find(placed, prose, taken).uses

    def find(self, placed: Placed, prose: Prose, taken: Sequence[tuple[int, int]] = ()) -> Found:
        """The uses in a prose, and the terms named in it which have no meaning there."""
        if placed.quoted or isinstance(placed.block, _HEADINGS):
            return _NOTHING
        sightings = self._sightings(prose.text)
        if not sightings and "meaning" not in prose.text:
            return _NOTHING
        stretches = [*taken, *_left_out(placed.block, prose)]
        if isinstance(placed.block, Table) or "accordingly" in prose.text or "corresponding" in prose.text:
            stretches += self._bare(placed, prose, sightings)
        if stretches:
            sightings = list(_outside(sightings, sorted(stretches)))
        found = self._in_scope(placed, sightings)
        if "meaning" not in prose.text:
            return found
        return _replaced(found, self._namespaces.named(prose.text, sightings, found.uses))

    def _by_width(self, form: str, numbers: list[int]) -> tuple[Meaning, ...]:
        """The narrowest first; of equals that of which it is a name, then the first on the page."""

        def order(number: int) -> tuple[int, int, bool]:
            term = self._terms[number]
            depth = len(term.within.path) if term.within is not None else 0
            return _WIDTH[term.scope], -depth, form not in term.names

        return tuple(Meaning(number, self._terms[number].within) for number in sorted(numbers, key=order))

    def _introductions(self) -> Mapping[DocumentId, Mapping[int, int]]:
        """Where names and forms are set out: offset in the file and length, by document."""
        places: dict[DocumentId, dict[int, int]] = {}
        for term in self._terms:
            for place in term.introductions:
                places.setdefault(place.document, {})[place.at] = place.end - place.start
        return places

    def _bare(self, placed: Placed, prose: Prose, sightings: Sequence[Sighting]) -> Iterator[tuple[int, int]]:
        """Names and forms that are set out without quotes."""
        introduced = self._introduced.get(placed.address.document, {})
        for start, _, _ in sightings:
            length = introduced.get(prose.span(start, start).start, 0)
            if length:
                yield start, start + length

    def _sightings(self, text: str) -> list[Sighting]:
        """Every form that stands in a text as words of its own, overlapping: by start, the longest first."""
        length = len(text)
        found = [
            (start, -end, form)
            for form, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if (start == 0 or text[start - 1] in CLEAR or begins_word(text, start))
            and (end == length or text[end] in CLEAR or ends_word(text, end))
        ]
        found.sort()
        return found

    def _in_scope(self, placed: Placed, sightings: Sequence[Sighting]) -> Found:
        """Leftmost-longest over what has a meaning here."""
        uses: list[TermUse] = []
        missed: list[TermUse] = []
        if placed.address.document is not self._document:
            self._document, self._kept = placed.address.document, {}
        everywhere, kept = self._everywhere, self._kept
        end = 0
        for start, negative_end, form in sightings:
            if start < end:
                continue
            term = everywhere[form]
            if term < 0:
                near = kept.get(form)
                if near is None:
                    near = kept[form] = self._near(form, placed.address.document)
                term = _meant(near, placed)
            if term < 0:
                missed.append(TermUse(start, -negative_end, self._meanings[form][0].term))
            else:
                end = -negative_end
                uses.append(TermUse(start, end, term))
        return Found(tuple(uses), tuple(_apart(missed, uses)) if missed else ())

    def _near(self, form: int, document: DocumentId) -> tuple[Meaning, ...]:
        """What a form may stand for somewhere in a document."""
        return tuple(each for each in self._meanings[form] if each.within is None or each.within.document == document)


def _meant(meanings: Sequence[Meaning], placed: Placed) -> int:
    """The term of the narrowest meaning that a place is in, -1 for none."""
    for meaning in meanings:
        if meaning.within is None or inside(placed, meaning.within):
            return meaning.term
    return -1


def _left_out(block: AnyBlock, prose: Prose) -> list[tuple[int, int]]:
    """Stretches that use no term: quoted words, code, symbols, a clause's own title."""
    found = [(mark.start, mark.end) for mark in prose.marks if isinstance(mark, Code | Symbols)] if prose.marks else []
    if '"' in prose.text:
        found += [each.span() for each in QUOTED.finditer(prose.text)]
    if "Subject to" in prose.text:
        found += [each.span() for each in SUBJECT_TO.finditer(prose.text)]
    if isinstance(block, Clause) and block.title:
        found.append((0, len(block.title)))
    return found


def _outside(sightings: Iterable[Sighting], stretches: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
    """The sightings that touch none of the stretches, both sorted."""
    passed = 0
    for sighting in sightings:
        start, end = sighting[0], -sighting[1]
        while passed < len(stretches) and stretches[passed][1] <= start:
            passed += 1
        if not any(stretch[0] < end and stretch[1] > start for stretch in stretches[passed:]):
            yield sighting


def _apart(missed: Iterable[TermUse], uses: Sequence[TermUse]) -> Iterator[TermUse]:
    """The longest of those out of scope, none inside a use."""
    end = 0
    for each in missed:
        if each.start >= end and not any(use.start <= each.start and each.end <= use.end for use in uses):
            end = each.end
            yield each


def _replaced(found: Found, named: Sequence[TermUse]) -> Found:
    """The uses whose namespace is said, in place of whatever they overlap."""
    if not named:
        return found

    def kept(uses: Sequence[TermUse]) -> list[TermUse]:
        return [use for use in uses if not any(use.start < each.end and each.start < use.end for each in named)]

    uses = sorted([*kept(found.uses), *named], key=lambda use: use.start)
    return Found(tuple(uses), tuple(kept(found.out_of_scope)))
