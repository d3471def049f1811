"""The automatic numbers of a Word file, counted as Word counts them.

A paragraph's list and level come from itself, else from its style and those that the style is based on, each by
itself; a level may be tied to a style. Counters belong to the abstract list, which several lists share; a shallower
level begins deeper ones anew; a start that a list overrides counts once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from secc.reading.word_text import W, attribute

# Styles are not based on each other for longer than this.
_LONGEST = 30
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: its pattern (`%1.%2`), the form of its number, where it begins, whether all are figures."""

    pattern: str
    form: str
    start: int
    legal: bool
    restart: int | None


@dataclass(slots=True)
class _Counters:
    values: dict[int, int] = field(default_factory=dict)
    overridden: set[tuple[str, int]] = field(default_factory=set)


class Numbers:
    """Numbers the paragraphs of one file, which are to be asked for in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._styles = _by_id(styles, "style", "styleId")
        self._abstract = _by_id(numbering, "abstractNum", "abstractNumId")
        self._lists = _by_id(numbering, "num", "numId")
        self._counters: dict[str, _Counters] = {}

    def heading_level(self, paragraph: etree._Element) -> int:
        """Which level of heading a paragraph is by its style, from 1; 0 for none."""
        for style in self._style_chain(paragraph):
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None and attribute(outline, "val").isdigit():
                level = int(attribute(outline, "val")) + 1
                return level if level < 7 else 0
            name = style.find(f"{W}name")
            said = attribute(name, "val").lower() if name is not None else ""
            if said.startswith("heading ") and said[8:].isdigit():
                return min(int(said[8:]), 6)
        return 0

    def number(self, paragraph: etree._Element) -> str:
        """The number that Word prints before a paragraph; empty for none, and for a bullet."""
        list_id, depth = self._list_of(paragraph)
        abstract_id = self._abstract_of(list_id)
        level = self._level(list_id, abstract_id, depth) if abstract_id else None
        if level is None:
            return ""
        counters = self._counters.setdefault(abstract_id, _Counters())
        self._count(counters, list_id, depth, level)
        return "" if level.form in ("bullet", "none") else self._printed(counters, list_id, abstract_id, level)

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and the level of a paragraph, each from the nearest that says it."""
        list_id, depth = "", -1
        for holder in (paragraph, *self._style_chain(paragraph)):
            properties = holder.find(f"{W}pPr/{W}numPr")
            if properties is None:
                continue
            named, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
            if not list_id and named is not None:
                list_id = attribute(named, "val")
                tied = self._tied_level(list_id, attribute(holder, "styleId")) if level is None else None
                depth = tied if tied is not None and depth < 0 else depth
            if depth < 0 and level is not None and attribute(level, "val").isdigit():
                depth = int(attribute(level, "val"))
        return ("" if list_id == "0" else list_id), max(0, depth)

    def _style_chain(self, paragraph: etree._Element) -> list[etree._Element]:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._styles.get(attribute(named, "val")) if named is not None else None
        chain: list[etree._Element] = []
        while style is not None and len(chain) < _LONGEST and style not in chain:
            chain.append(style)
            based = style.find(f"{W}basedOn")
            style = self._styles.get(attribute(based, "val")) if based is not None else None
        return chain

    def _abstract_of(self, list_id: str) -> str:
        """The abstract list of a list, through a style that stands for it."""
        for _ in range(_LONGEST):
            numbered = self._lists.get(list_id)
            named = numbered.find(f"{W}abstractNumId") if numbered is not None else None
            abstract_id = attribute(named, "val") if named is not None else ""
            abstract = self._abstract.get(abstract_id)
            link = abstract.find(f"{W}numStyleLink") if abstract is not None else None
            style = self._styles.get(attribute(link, "val")) if link is not None else None
            followed = style.find(f"{W}pPr/{W}numPr/{W}numId") if style is not None else None
            if followed is None:
                return abstract_id if abstract is not None else ""
            list_id = attribute(followed, "val")
        return ""

    def _tied_level(self, list_id: str, style_id: str) -> int | None:
        abstract = self._abstract.get(self._abstract_of(list_id))
        for level in abstract.findall(f"{W}lvl") if abstract is not None and style_id else ():
            tied = level.find(f"{W}pStyle")
            if tied is not None and attribute(tied, "val") == style_id:
                return int(attribute(level, "ilvl") or 0)
        return None

    def _level(self, list_id: str, abstract_id: str, depth: int) -> _Level | None:
        """A level of a list, which may set one of its own over the abstract list's."""
        for holder in (self._override(list_id, depth), self._abstract.get(abstract_id)):
            for level in holder.findall(f"{W}lvl") if holder is not None else ():
                if attribute(level, "ilvl") == str(depth):
                    return _level_of(level)
        return None

    def _override(self, list_id: str, depth: int) -> etree._Element | None:
        numbered = self._lists.get(list_id)
        overrides = numbered.findall(f"{W}lvlOverride") if numbered is not None else []
        return next((each for each in overrides if attribute(each, "ilvl") == str(depth)), None)

    def _count(self, counters: _Counters, list_id: str, depth: int, level: _Level) -> None:
        override = self._override(list_id, depth)
        start = override.find(f"{W}startOverride") if override is not None else None
        first_use = (list_id, depth) not in counters.overridden
        counters.overridden.add((list_id, depth))
        if start is not None and first_use and attribute(start, "val").isdigit():
            counters.values[depth] = int(attribute(start, "val"))
        else:
            counters.values[depth] = counters.values.get(depth, level.start - 1) + 1
        for deeper in [each for each in counters.values if each > depth]:
            restart = self._restart(list_id, deeper)
            if restart is None or depth < restart:
                del counters.values[deeper]

    def _restart(self, list_id: str, depth: int) -> int | None:
        level = self._level(list_id, self._abstract_of(list_id), depth)
        return level.restart if level is not None else None

    def _printed(self, counters: _Counters, list_id: str, abstract_id: str, level: _Level) -> str:
        text = level.pattern
        for depth in range(9):
            if f"%{depth + 1}" in text:
                own = self._level(list_id, abstract_id, depth)
                value = counters.values.get(depth, own.start if own is not None else 1)
                form = "decimal" if level.legal or own is None else own.form
                text = text.replace(f"%{depth + 1}", _written(value, form))
        return text.strip()


def _by_id(root: etree._Element | None, tag: str, name: str) -> Mapping[str, etree._Element]:
    return {attribute(each, name): each for each in root.findall(W + tag)} if root is not None else {}


def _level_of(level: etree._Element) -> _Level:
    def said(tag: str, otherwise: str) -> str:
        found = level.find(W + tag)
        return attribute(found, "val") if found is not None else otherwise

    start, restart, legal = said("start", "1"), said("lvlRestart", ""), level.find(f"{W}isLgl")
    return _Level(
        said("lvlText", ""),
        said("numFmt", "decimal"),
        int(start) if start.isdigit() else 1,
        legal is not None and attribute(legal, "val") not in ("0", "false", "off"),
        int(restart) if restart.isdigit() else None,
    )


def _written(value: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value < 1000 else str(value)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            roman = _roman(value) if 0 < value < 4000 else str(value)
            return roman.upper() if form == "upperRoman" else roman
        case "decimalZero":
            return f"{value:02}"
        case _:
            return str(value)


def _roman(value: int) -> str:
    said = ""
    for worth, letters in _ROMAN:
        said += letters * (value // worth)
        value %= worth
    return said
