"""What the citations of a letter about the Code refer to, read in their order.

A letter is outside the Code, so Section A2 does not govern it: a lettered Section is the main body's, a lettered
Appendix the Code's, a Chapter or Annex the letter's own, and a bare number belongs to what was last cited with such
numbers, or to the letter.
"""

from collections.abc import Sequence

from secc.reading.layout import Layout
from secc.resolve import patterns_letters
from secc.resolve.citation.cited import Cited, Found, Kind, Reading, base_of
from secc.resolve.citation.model import (
    Citation,
    Named,
    Place,
    Pointer,
    Provisions,
    Range,
    Reference,
    Relative,
    TheCode,
    Unit,
    Work,
    WorkKind,
)
from secc.resolve.citation.names import Names
from secc.resolve.citation.places import places_in
from secc.resolve.citation.works import licence_title
from secc.resolve.citation.written import behind, number, own, part, written

_OWN = frozenset((Unit.CHAPTER, Unit.PART, Unit.ANNEX, Unit.QUESTION, Unit.TABLE, Unit.FIGURE))
_CLAUSES = frozenset((Unit.SECTION, Unit.SUBSECTION, Unit.CLAUSE, Unit.PARAGRAPH, None))
_DEFAULT_LICENCE = "DCC Licence"
# How far back "paragraph 3.2" looks for the Appendix that it may be of, in code points.
_NEAR = 500


class Interpreter:
    """Reads the citations of one letter in their order, each in the light of those before it."""

    def __init__(self, layout: Layout, names: Names, citations: Sequence[Citation]) -> None:
        self._layout = layout
        self._names = names
        self._cited = Cited(layout)
        self._letters = frozenset(letter for citation in citations for letter in _sure_letters(citation.reference))
        self._chaptered = any(_is_own_chapter(citation.reference) for citation in citations)

    def read(self, citation: Citation) -> Reading | None:
        """What a citation refers to; None for what is no citation in a letter (this Code, a modification's number)."""
        found = self._found(citation)
        if found is None:
            return None
        reading = Reading(citation.start, citation.end, found, _title(citation.reference))
        self._cited.add(reading)
        return reading

    def _found(self, citation: Citation) -> Found | None:
        match citation.reference:
            case Relative(pointer, unit, ()):
                return self._pointed(citation, pointer, unit)
            case Relative(_, unit, extents, plural):
                return self._provisions(citation, Provisions(unit, extents, plural=plural))
            case Provisions() as provisions:
                return self._provisions(citation, provisions)
            case Named(_, label):
                return _whole(label)
            case Work(title, WorkKind.ACT | WorkKind.REGULATIONS):
                return _whole(self._title_of(title))
            case _:
                return None

    def _provisions(self, citation: Citation, provisions: Provisions) -> Found | None:
        """Provisions from the outermost to the innermost."""
        levels, host = _levels(provisions)
        found = self._hosted(host, citation.start)
        if found is None:
            found = self._free(citation, levels[0])
            levels = levels[1:]
        for level in levels:
            found = found and _deeper(found, level)
        return found

    def _hosted(self, host: Reference | None, offset: int) -> Found | None:
        """The document or work that the provisions are said to be part of."""
        match host:
            case Named(_, label):
                return base_of(label)
            case Work(title, WorkKind.LICENCE):
                return base_of(licence_title(title) or self._cited.licence() or _DEFAULT_LICENCE)
            case Work(title, WorkKind.ACT | WorkKind.REGULATIONS):
                return base_of(self._title_of(title))
            case Work(title):
                return Found(Kind.OTHER, (title,), title)
            case Relative(_, unit):
                return self._cited.part_of(unit, offset)
            case _:
                return None

    def _title_of(self, title: str) -> str:
        """A title in full: with its year, where the letter or common knowledge gives it, and no abbreviation inside."""
        plain = " ".join(patterns_letters.INSIDE_TITLE.sub(" ", title).split())
        if plain in self._names.labels:
            return self._names.labels[plain]
        return self._cited.legislation(plain) or plain

    def _free(self, citation: Citation, level: Provisions) -> Found | None:
        """The outermost provisions of a citation that names nothing around them."""
        if patterns_letters.OF_THIS_LETTER.match(self._layout.text, citation.end) and level.unit:
            return Found(Kind.OWN, written(level.extents, own(level.unit)))
        if level.unit in _CLAUSES:
            return self._clauses(citation, level)
        if level.unit in _OWN:
            return self._own_part(citation, level)
        return self._outside(level)

    def _outside(self, level: Provisions) -> Found | None:
        """Provisions whose unit says what they are part of."""
        match level.unit:
            case Unit.APPENDIX if _lettered(level):
                return _documents(Kind.APPENDIX, level)
            case Unit.SCHEDULE:
                return _documents(Kind.SCHEDULE, level)
            case Unit.APPENDIX:
                return Found(Kind.OWN, written(level.extents, own(Unit.APPENDIX)))
            case Unit.CONDITION:
                return _deeper(base_of(self._cited.licence() or _DEFAULT_LICENCE), level)
            case Unit.REGULATION | Unit.ARTICLE:
                base = self._cited.base(Kind.REGULATION)
                return _deeper(base, level) if base else None
            case Unit.RFC:
                return Found(Kind.RFC, written(level.extents, lambda place: f"RFC {number(place)}"))
            case _:
                return None

    def _own_part(self, citation: Citation, level: Provisions) -> Found | None:
        """A part of the letter; a form of an annex is of the Appendix last cited."""
        assert level.unit is not None
        place = level.extents[0]
        appendix = self._cited.base(Kind.APPENDIX)
        if level.unit is Unit.ANNEX and isinstance(place, Place) and place.form and appendix:
            return _deeper(appendix, level)
        if level.unit is Unit.PART and not self._layout.text[citation.start].isupper():
            return None
        return Found(Kind.OWN, written(level.extents, own(level.unit)))

    def _clauses(self, citation: Citation, level: Provisions) -> Found | None:
        """Sections, clauses, paragraphs: of the main body with a letter, of what was last cited without."""
        if _lettered(level):
            return self._main_body(citation, level)
        places = [extent.first if isinstance(extent, Range) else extent for extent in level.extents]
        if not all(isinstance(place, Place) for place in places):
            return Found(Kind.CLAUSE, ())
        if not any(place.numbers for place in places if isinstance(place, Place)):
            clause = self._cited.clause(citation.start)
            return _deeper(clause, level) if clause else None
        base = self._base_of_numbers(citation, level)
        if base:
            return _deeper(base, level)
        return Found(Kind.OWN, written(level.extents, own(level.unit or Unit.SECTION)))

    def _main_body(self, citation: Citation, level: Provisions) -> Found | None:
        if level.unit is None and not self._is_sure(citation, level):
            return None
        deep = any(len(place.numbers) > 1 or place.paragraphs for place in places_in(level.extents))
        return Found(Kind.CLAUSE if deep else Kind.SECTION, written(level.extents, number))

    def _is_sure(self, citation: Citation, level: Provisions) -> bool:
        """Whether a bare number is a provision's: by its depth, the words around it, or its letter's other uses."""
        text = self._layout.text
        if patterns_letters.PAPER_SIZE.match(text, citation.end):
            return False
        dotted = any(len(place.numbers) > 1 for place in places_in(level.extents))
        if dotted or patterns_letters.OF_THE_CODE.match(text, citation.end):
            return True
        letters = {place.letter for place in places_in(level.extents)}
        return isinstance(level.within, TheCode) or not letters.isdisjoint(self._letters)

    def _base_of_numbers(self, citation: Citation, level: Provisions) -> Found | None:
        """What a number without a letter belongs to: deep numbers to an Appendix, others to what was cited nearby."""
        dotted = any(len(place.numbers) > 1 for place in places_in(level.extents))
        kinds = (Kind.APPENDIX,) if dotted else (Kind.APPENDIX, Kind.ACT)
        if level.unit is Unit.PARAGRAPH:
            return self._cited.base(Kind.APPENDIX, since=citation.start - _NEAR) if dotted else None
        since = self._layout.paragraph_start(citation.start) if self._may_be_own(level) else 0
        return self._cited.base(*kinds, since=since)

    def _may_be_own(self, level: Provisions) -> bool:
        """Whether the letter itself has a part so numbered."""
        tops = {heading.number for heading in self._layout.headings}
        return any(number(place) in self._layout.numbers | tops for place in places_in(level.extents))

    def _pointed(self, citation: Citation, pointer: Pointer, unit: Unit) -> Found | None:
        """What "this section" or "those licence conditions" point at."""
        if pointer not in (Pointer.THIS, Pointer.THAT) or unit in _UNPOINTED:
            return None
        antecedent = self._cited.antecedent(citation.start, unit, here=pointer is Pointer.THIS)
        found = antecedent or self._own_heading(citation.start, unit)
        return Found(found.kind, found.targets, found.base, anaphora=True)

    def _own_heading(self, offset: int, unit: Unit) -> Found:
        """The numbered part of the letter in which an offset stands; without targets when it has none."""
        heading = self._layout.heading_above(offset)
        if heading is None or unit not in (Unit.SECTION, Unit.CHAPTER):
            return Found(Kind.OWN, ())
        top = heading.number.split(".")[0]
        if unit is Unit.CHAPTER or (self._chaptered and top == heading.number):
            return Found(Kind.OWN, (f"this:Chapter {top}",))
        return Found(Kind.OWN, (f"this:Section {heading.number}",))


# Units with which "this" and "that" are no citation in a letter: this Code, that Act.
_UNPOINTED = frozenset((Unit.CODE, Unit.AGREEMENT, Unit.LICENCE, Unit.ACT, Unit.ORDER, Unit.RULE, Unit.REGULATION))


def _whole(label: str) -> Found | None:
    """A work named without a provision; the Code's own documents and licences are no citation so."""
    found = base_of(label)
    return found if found.kind in (Kind.ACT, Kind.REGULATION, Kind.OTHER) else None


def _documents(kind: Kind, level: Provisions) -> Found:
    """Appendices or Schedules of the Code; a single one may be what later numbers belong to."""
    assert level.unit is not None
    targets = written(level.extents, lambda place: f"{level.unit.capitalize()} {number(place)}" if level.unit else "")
    alone = targets[0] if len(targets) == 1 else ""
    return Found(kind, targets, alone if isinstance(alone, str) else "")


def _deeper(outer: Found, level: Provisions) -> Found:
    """The provisions of a level inside what was found so far."""
    in_appendix = outer.kind in (Kind.APPENDIX, Kind.SCHEDULE, Kind.ANNEX_OF_APPENDIX)
    in_main_body = outer.kind in (Kind.SECTION, Kind.CLAUSE)
    straight = level.unit in _CLAUSES and (in_appendix or in_main_body)
    targets = tuple(
        target
        for whole in outer.targets
        if isinstance(whole, str)
        for target in written(level.extents, behind(whole) if straight else part(whole, level.unit))
    )
    kind = outer.kind
    if in_main_body:
        kind = Kind.CLAUSE
    if in_appendix and level.unit is Unit.ANNEX:
        kind = Kind.ANNEX_OF_APPENDIX
    return Found(kind, targets, outer.base)


def _levels(provisions: Provisions) -> tuple[tuple[Provisions, ...], Reference | None]:
    """The provisions of a citation from the outermost in, and what the outermost are part of."""
    levels = [provisions]
    while isinstance(levels[-1].within, Provisions):
        levels.append(levels[-1].within)
    return tuple(reversed(levels)), levels[-1].within


def _lettered(level: Provisions) -> bool:
    """Whether the list is of letters, as Sections and Appendices are; a placeholder alone stands for one."""
    places = places_in(level.extents)
    return any(place.letter for place in places) or not places


def _sure_letters(reference: Reference) -> list[str]:
    """The letters of main-body provisions that a citation names beyond doubt."""
    match reference:
        case Provisions(unit, _, None | TheCode() as within) if unit in (None, Unit.SECTION):
            sure = unit is Unit.SECTION or within is not None
            return [place.letter for place in places_in(reference.extents) if sure or len(place.numbers) > 1]
        case _:
            return []


def _is_own_chapter(reference: Reference) -> bool:
    return isinstance(reference, Provisions) and reference.unit is Unit.CHAPTER and reference.within is None


def _title(reference: Reference) -> str:
    """The heading that a citation echoes."""
    if not isinstance(reference, Provisions):
        return ""
    levels, _ = _levels(reference)
    headings = [place.heading.text for level in levels for place in places_in(level.extents) if place.heading]
    return headings[-1] if headings else ""
