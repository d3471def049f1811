"""What a letter has cited so far, for what it cites next."""

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from secc.reading.layout import Layout
from secc.resolve.citation.model import Unit
from secc.resolve.citation.written import Target

# How far back "that Section" may point, and "this section" within its paragraph, in code points.
_FAR = 2500
_IN_SIGHT = 500


class Kind(StrEnum):
    """What a citation of a letter is to."""

    SECTION = "sec-section"
    CLAUSE = "sec-clause"
    APPENDIX = "sec-appendix"
    ANNEX_OF_APPENDIX = "sec-annex-of-appendix"
    SCHEDULE = "sec-schedule"
    CONDITION = "licence-condition"
    ACT = "act"
    REGULATION = "regulation"
    RFC = "rfc"
    OWN = "this-document"
    OTHER = "other-code"


class Found(Struct, frozen=True):
    """What a citation refers to. `base` is the one document or work whose numbers a bare number after it may be.

    Without targets the citation refers to nothing that the letter says: a placeholder, or a pointer to nowhere.
    """

    kind: Kind
    targets: tuple[Target, ...]
    base: str = ""
    anaphora: bool = False


class Reading(Struct, frozen=True):
    """A citation as understood: where it stands, what it refers to, the heading that it echoes."""

    start: int
    end: int
    found: Found
    title: str = ""


def base_of(label: str) -> Found:
    """A document or work as a whole, by its label."""
    return Found(_kind(label), (label,), label)


def _kind(label: str) -> Kind:
    words = label.split()
    if label.startswith("Appendix "):
        return Kind.APPENDIX
    if label.startswith("Schedule "):
        return Kind.SCHEDULE
    if "Act" in words or "Acts" in words:
        return Kind.ACT
    if words and words[-1] == "Licence":
        return Kind.CONDITION
    if {"Regulations", "Regulation", "Order", "Rules", "Directive"} & set(words):
        return Kind.REGULATION
    return Kind.OTHER


# What each unit may point back at: the kind, and what its target has in it.
_POINTS_AT: Mapping[Unit, tuple[tuple[Kind, str], ...]] = MappingProxyType(
    {
        Unit.SECTION: ((Kind.SECTION, ""), (Kind.CLAUSE, ""), (Kind.ACT, "/section"), (Kind.APPENDIX, "/")),
        Unit.SUBSECTION: ((Kind.SECTION, ""), (Kind.CLAUSE, ""), (Kind.ACT, "/section")),
        Unit.CLAUSE: ((Kind.CLAUSE, ""), (Kind.APPENDIX, "/")),
        Unit.PARAGRAPH: ((Kind.CLAUSE, ""), (Kind.APPENDIX, "/"), (Kind.OWN, "Paragraph")),
        Unit.CONDITION: ((Kind.CONDITION, "/"),),
        Unit.APPENDIX: ((Kind.APPENDIX, ""), (Kind.OWN, "Appendix")),
        Unit.SCHEDULE: ((Kind.SCHEDULE, ""), (Kind.ACT, "/Schedule")),
        Unit.ANNEX: ((Kind.OWN, "Annex"), (Kind.ANNEX_OF_APPENDIX, "")),
        Unit.CHAPTER: ((Kind.OWN, "Chapter"), (Kind.OTHER, "Chapter")),
        Unit.PART: ((Kind.OWN, "Part"), (Kind.ACT, "/Part"), (Kind.OTHER, "/Part")),
        Unit.ARTICLE: ((Kind.REGULATION, "/"),),
    }
)
# Units with which "this" means what is named anywhere before, not only in the same paragraph.
_NAMED_BEFORE = frozenset((Unit.APPENDIX, Unit.SCHEDULE, Unit.CONDITION))


class Cited:
    """The readings of a letter so far, in their order."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._readings: list[Reading] = []
        self._bases: dict[Kind, Reading] = {}
        self._legislation: dict[str, str] = {}

    def add(self, reading: Reading) -> None:
        """Take the next reading."""
        self._readings.append(reading)
        base = reading.found.base
        if not base:
            return
        self._bases[base_of(base).kind] = reading
        *title, year = base.split()
        self._legislation.update({title[-1]: base, f"{year} {title[-1]}": base} if title and year.isdigit() else {})

    def base(self, *kinds: Kind, since: int = 0) -> Found | None:
        """The document or work of one of these kinds that was last cited, from `since` on."""
        cited = [self._bases[kind] for kind in kinds if kind in self._bases]
        last = max(cited, key=lambda reading: reading.start, default=None)
        return base_of(last.found.base) if last and last.start >= since else None

    def licence(self) -> str:
        """The licence last cited; empty if none was."""
        base = self.base(Kind.CONDITION)
        return base.base if base else ""

    def legislation(self, title: str) -> str:
        """The Act or Regulations last cited that "Act" or "2008 Act" means; empty for any other title."""
        return self._legislation.get(title, "")

    def clause(self, offset: int) -> Found | None:
        """The provision in whose paragraphs "paragraph (a)" stands: the last one cited in the same paragraph."""
        reading = self._last(Unit.SUBSECTION, offset - _IN_SIGHT)
        return reading.found if reading and not self._layout.parted(reading.end, offset) else None

    def part_of(self, unit: Unit, offset: int) -> Found | None:
        """What "of that Act", "of this Schedule" means."""
        match unit:
            case Unit.ACT:
                return self.base(Kind.ACT)
            case Unit.LICENCE:
                return self.base(Kind.CONDITION)
            case Unit.ORDER | Unit.REGULATION:
                return self.base(Kind.REGULATION)
            case _:
                reading = self._last(unit, offset - _FAR)
                return _whole(unit, reading.found) if reading else None

    def antecedent(self, offset: int, unit: Unit, *, here: bool) -> Found | None:
        """What "that Section", or with `here` "this Section", points back at: the last such provision cited.

        `here` looks no further than the paragraph for what is numbered in a letter too. Conditions are all those of the
        paragraph that cites the last one: "these licence conditions".
        """
        if here and unit in (Unit.CHAPTER, Unit.PART):
            return None
        near = here and unit not in _NAMED_BEFORE
        reading = self._last(unit, offset - (_IN_SIGHT if near else _FAR))
        if reading is None or (near and self._layout.parted(reading.end, offset)):
            return None
        return self._all_conditions(reading) if unit is Unit.CONDITION else _whole(unit, reading.found)

    def _last(self, unit: Unit, since: int) -> Reading | None:
        """The last reading from `since` on that a unit may point at."""
        for reading in reversed(self._readings):
            if reading.start < since:
                return None
            if _may_be(unit, reading.found):
                return reading
        return None

    def _all_conditions(self, last: Reading) -> Found:
        """The conditions cited in the paragraph of the last one."""
        targets: dict[Target, None] = {}
        since = self._layout.paragraph_start(last.start)
        for reading in self._readings[bisect_left(self._readings, since, key=lambda reading: reading.start) :]:
            if _may_be(Unit.CONDITION, reading.found):
                targets.update(dict.fromkeys(reading.found.targets))
        return Found(Kind.CONDITION, tuple(targets), last.found.base)


def _whole(unit: Unit, found: Found) -> Found:
    """The Appendix or Schedule of which a provision was cited, when it is the document that is pointed at."""
    return base_of(found.base) if unit in (Unit.APPENDIX, Unit.SCHEDULE) and found.base else found


def _may_be(unit: Unit, found: Found) -> bool:
    first = found.targets[0] if found.targets else ""
    text = first if isinstance(first, str) else first.first
    return bool(text) and any(found.kind is kind and part in text for kind, part in _POINTS_AT.get(unit, ()))
