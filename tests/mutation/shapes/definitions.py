"""Errors of definitions: given twice, never used, out of order, circular, shadowed, pointing nowhere."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from random import Random

from secc.code.model import Definition
from secc.code.walk import Placed
from tests.mutation.planting import Consequence, Plant, Planting, Shape, here, in_file
from tests.mutation.sample import Edit, Page, Sample
from tests.mutation.shapes.places import each_passage
from tests.mutation.shapes.terms import CODE_WIDE, MADE_UP, WORD


def _added(form: str) -> Plant:
    """A definition of a term that nothing uses, in its alphabetical place, so that it alone is wrong."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        known = sample.terms
        rows = list(page.definitions)
        if len(rows) < 2:
            return
        for (one, first), (other, second) in pairwise(rows):
            start = _line(page, other)
            beside = one.depth == other.depth and _plain(page, start)
            low, high = first.terms[0].name, second.terms[0].name
            name = f"{low} {random.choice(('Walnut', 'Quarry', 'Kestrel'))}"
            in_order = _key(low) < _key(name) < _key(high)
            if beside and in_order and name not in known and random.random() < 0.5:
                indent = " " * (other.block.span.start - start)
                yield Planting(page, (Edit(start, start, f"{indent}{form.format(name)}\n\n"),))

    return plant


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _line(page: Page, placed: Placed) -> int:
    return page.text.rfind("\n", 0, placed.block.span.start) + 1


def _plain(page: Page, start: int) -> bool:
    """Whether a blank line stands above, so that another definition can be put in."""
    return page.text[:start].endswith("\n\n")


def _end(page: Page, placed: Placed) -> int:
    found = page.text.find("\n\n", placed.block.span.start)
    return found + 2 if found >= 0 else len(page.text)


def _in_prose(words: str) -> Plant:
    """A term introduced within the words of a provision, which nothing uses."""
    return each_passage(WORD, lambda m, r: f"{m[0]} {words.format(r.choice(MADE_UP))}" if '"' not in m.string else None)


def _defined_again(copy: Callable[[str], str], *brings: Consequence) -> Plant:
    """A definition put a second time behind itself."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for placed, block in page.definitions:
            start, end = _line(page, placed), _end(page, placed)
            text = page.text[start:end]
            simple = not block.blocks and text.endswith("\n\n") and text.count('"') == 2 and _plain(page, start)
            if simple and "has the meaning" not in text and "have the meaning" not in text:
                yield Planting(page, (Edit(end, end, copy(text)),), brings=brings)

    return plant


def _with_other_words(text: str) -> str:
    indent, name = re.match(r'( *)define ("[^"]+")', text).groups()  # type: ignore[union-attr]  # it is a definition
    return f"{indent}define {name} means a thing that the Panel determines.\n\n"


_NAMED = r"(?<=[a-z] )(?!the\b|any\b|each\b|that\b|this\b|its\b)[a-z]{3,}(?= (?!and\b|or\b)[a-z])"
"""A word behind which a term can be introduced: no article, nor another word that only leads a noun."""


def _again_in_prose(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A term that a document defines for itself is introduced in its words once more."""
    elsewhere = frozenset(term.name for _, block in sample.pages[0].definitions for term in block.terms)
    rows = [(each.block.span.start, block.terms[0].name) for each, block in page.definitions if each.division is None]
    outer = [each for each in page.passages if each.placed.division is None]
    for passage in outer if not page.path.startswith(CODE_WIDE) else ():
        at = passage.placed.block.span.start
        own = [name for start, name in rows if start < at and name not in elsewhere]
        if not own:
            continue
        places = list(passage.find(_NAMED))
        if places and not isinstance(passage.placed.block, Definition) and '"' not in passage.text:
            found, name = random.choice(places), random.choice(own)
            if name not in passage.text:
                yield Planting(
                    page,
                    (passage.replace(*found.span(), f'{found[0]} (the "{name}")'),),
                    brings=(in_file("undefined-term"),),
                )


def _exchanged(distance: int) -> Plant:
    """A definition and another further down change places; it shows at one of the two."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        rows = list(page.definitions)
        for place in range(len(rows) - distance):
            (one, first), (other, second) = rows[place], rows[place + distance]
            a, b = _stretch(page, one), _stretch(page, other)
            alike = one.depth == other.depth and one.address.parent == other.address.parent and len(rows) > 12
            if (
                alike
                and a[1] <= b[0]
                and not first.blocks
                and not second.blocks
                and _simple(page, *a)
                and _simple(page, *b)
            ):
                edits = (Edit(*a, page.text[slice(*b)]), Edit(*b, page.text[slice(*a)]))
                yield Planting(page, edits, (a[0], b[1]))

    return plant


def _stretch(page: Page, placed: Placed) -> tuple[int, int]:
    return _line(page, placed), _end(page, placed)


def _simple(page: Page, start: int, end: int) -> bool:
    return page.text[start:end].endswith("\n\n") and _plain(page, start) and "//" not in page.text[start:end]


def _moved_up(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A definition moved up by five."""
    rows = list(page.definitions)
    for place in range(5, len(rows)):
        (before, _), (moved, block) = rows[place - 5], rows[place]
        b = _stretch(page, moved)
        at = _line(page, before)
        if (
            not block.blocks
            and _simple(page, *b)
            and _plain(page, at)
            and before.address.parent == moved.address.parent
        ):
            edits = (Edit(at, at, page.text[slice(*b)]), Edit(*b, ""))
            yield Planting(page, edits, (at, at))


def _circular(words: str) -> Plant:
    """A definition says of its term that it is the term."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for placed, block in page.definitions:
            found = re.compile(r'define "([^"]+)" means (?=an? |the |any )').match(page.text, placed.block.span.start)
            if found is not None and not block.blocks and found[1][0].isupper():
                name = found[1]
                yield Planting(
                    page, (Edit(found.end(), found.end(), words.format(name)),), (placed.block.span.start, found.end())
                )

    return plant


def _ring(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """Two definitions each say that their term is the other's."""
    rows = [
        (p, m)
        for p, b in page.definitions
        if (m := re.compile(r'define "([^"]+)" means (?=an? )').match(page.text, p.block.span.start)) and not b.blocks
    ]
    for (one, first), (_, second) in zip(rows, rows[3:], strict=False):
        if first[1][0].isupper() and second[1][0].isupper() and first[1] not in second[1] and second[1] not in first[1]:
            edits = (
                Edit(first.end(), first.end(), f"a {second[1]} that is "),
                Edit(second.end(), second.end(), f"a {first[1]} that is "),
            )
            yield Planting(page, edits, (one.block.span.start, second.end()))


def _shadow(words: str) -> Plant:
    """A document defines a term of Section A1.1 for itself."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        own = {term.name for _, block in page.definitions for term in block.terms}
        names = [
            name for name in sample.wide_terms if name in page.text and name not in own and f'"{name}"' not in page.text
        ]
        if page.path.startswith(CODE_WIDE) or not names:
            return
        for level in page.clauses:
            last = level[-1]
            if last.source.endswith("\n\n") and "|" not in last.source and "//" not in last.source:
                name = random.choice(names)
                yield Planting(
                    page,
                    (Edit(last.end - 1, last.end - 1, words.format(name)),),
                    (last.end - 1, last.end - 1),
                    brings=(_term(name), in_file("unsorted-definitions")),
                )

    return plant


def _term(name: str) -> Consequence:
    """The term of the rest of the Code is no longer used, where this document alone used it."""
    return lambda found, mutated: found.rule == "unused-definition" and f'"{name}"' in found.headline and bool(mutated)


def _shadow_in_prose(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    names = [
        name
        for name in sample.wide_terms
        if name in page.text and f'"{name}"' not in page.text and name != page.document.title.text
    ]
    if page.path.startswith(CODE_WIDE):
        return
    for passage in page.passages if names else ():
        places = list(passage.find(WORD))
        name = random.choice(names)
        if (
            places
            and not isinstance(passage.placed.block, Definition)
            and '"' not in passage.text
            and name not in passage.text
        ):
            found = random.choice(places)
            yield Planting(page, (passage.replace(*found.span(), f'{found[0]} (the "{name}")'),), brings=(_term(name),))


_POINTING = re.compile(
    r'define "(?P<name>[^"]+)" has the\s+meaning given to that expression\s+in\s+Section '
    r"(?P<at>[A-Z][0-9]+(?:\.[0-9]+)?)(?P<echo>\s+\([^()]+\))?"
)


def _points(new: Callable[[Sample, re.Match[str], Random], str | None]) -> Plant:
    """A definition points to another provision than the one that gives the meaning."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for found in _POINTING.finditer(page.text):
            if page.text[found.end()] == "(":
                continue
            words = new(sample, found, random)
            if words is not None:
                name = found["name"]
                brings = (_term(name), here("echoed-heading", "dangling-reference"), _about(name))
                yield Planting(page, (Edit(found.start("at"), found.end(), words),), found.span(), brings=brings)

    return plant


def _about(name: str) -> Consequence:
    """What is then wrong with the term itself: two meanings, or none."""
    rules = ("duplicate-definition", "shadowed-definition", "unused-definition", "term-out-of-scope", "undefined-term")
    return lambda found, mutated: found.rule in rules and name in found.headline and bool(mutated)


def _far_off(sample: Sample, found: re.Match[str], random: Random) -> str:
    """A clause of another Section."""
    labels = sorted(each for each in sample.labels if each[0] in "BEIJM" and each[0] != found["at"][0] and "." in each)
    return random.choice(labels)


def _next_section(sample: Sample, found: re.Match[str], random: Random) -> str | None:
    """The sub-section after the one it is in."""
    del random
    letter, number = re.match(r"([A-Z])([0-9]+)", found["at"]).groups()  # type: ignore[union-attr]  # it is a number
    label = f"{letter}{int(number) + 1}"
    return label if label in sample.labels else None


def _next_clause(sample: Sample, found: re.Match[str], random: Random) -> str | None:
    """The clause two after."""
    del random
    if "." not in found["at"]:
        return None
    stem, number = found["at"].split(".")
    label = f"{stem}.{int(number) + 2}"
    return label if label in sample.labels else None


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "duplicate-definition": (
        Shape("a definition copied below itself", _defined_again(lambda text: text)),
        Shape("a second definition in other words", _defined_again(_with_other_words)),
        Shape("introduced once more in the words", _again_in_prose),
    ),
    "unused-definition": (
        Shape("a definition put in", _added('define "{0}" means a thing that the Panel determines.')),
        Shape(
            "a definition of two names put in",
            _added('define "{0}" or "{0} Thing" means a thing that the Panel determines.'),
        ),
        Shape("a term introduced in the words", _in_prose('(the "{0}")')),
        Shape("a term introduced in the words as each", _in_prose('(each a "{0}")')),
    ),
    "unsorted-definitions": (
        Shape("two definitions change places", _exchanged(1)),
        Shape("two definitions further apart change places", _exchanged(4)),
        Shape("a definition moved up", _moved_up),
    ),
    "circular-definition": (
        Shape("a term that is itself", _circular("a {0}; that is, ")),
        Shape("a term that is any of itself", _circular("any {0}, being ")),
        Shape("a term that is one of itself", _circular("a {0} that is ")),
        Shape("two terms that are each other", _ring),
    ),
    "shadowed-definition": (
        Shape("a definition of its own", _shadow('\n  define "{0}" means a thing that the Panel determines.\n')),
        Shape("introduced in the words", _shadow_in_prose),
        Shape(
            "a definition with other words",
            _shadow('\n  define "{0}" includes any matter that the Panel determines.\n'),
        ),
    ),
    "definition-points-nowhere": (
        Shape("to a clause of another Section", _points(_far_off)),
        Shape("to the next sub-section", _points(_next_section)),
        Shape("to the clause two after", _points(_next_clause)),
    ),
}
