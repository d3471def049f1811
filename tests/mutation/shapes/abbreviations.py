"""Errors of abbreviations and second names: not introduced, never used, of two things."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from random import Random

from secc.code.model import Definition
from tests.mutation.planting import Plant, Planting, Shape, here, unused
from tests.mutation.sample import Edit, Page, Sample
from tests.mutation.shapes.terms import CODE_WIDE, WORD, used


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _abbreviated(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A use of a term by its first letters, which no definition introduces."""
    for passage, found in used(sample, page):
        letters = _initials(found[0])
        if letters in _letters_of_one(sample):
            yield Planting(page, (passage.replace(*found.span(), letters),), brings=(unused(found[0]),))


@cache
def _letters_of_one(sample: Sample) -> tuple[str, ...]:
    """The first letters of terms that are the first letters of no other, and stand nowhere in the sample."""
    every = [_initials(name) for name in sample.terms]
    works = (name for work in sample.code.register.works for name in (work.title, *work.names))
    said = frozenset(re.findall(r"[A-Z]{3,}", " ".join([sample.text, *works])))
    return tuple(
        letters
        for name in sample.wide_terms
        if 3 <= len(letters := _initials(name)) <= 6
        and every.count(letters) == 1
        and all(re.fullmatch(r"[A-Z][a-z]+|of|and|for|the", word) for word in name.split())
        and letters not in said
    )


def _abbreviation_added(form: str) -> Plant:
    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for passage in page.passages:
            places = list(passage.find(WORD))
            if places:
                found = random.choice(places)
                words = form.format(random.choice(_letters_of_one(sample)))
                yield Planting(page, (passage.replace(*found.span(), f"{found[0]} {words}"),))

    return plant


def _alias(new: Callable[[str, Random], str]) -> Plant:
    """A definition has a second name, which nothing uses."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for placed, block in page.definitions:
            found = re.compile(r'define "([^"]+)" (?=means)').match(page.text, placed.block.span.start)
            if found is not None and len(block.terms) == 1 and " " in found[1] and found[1][0].isupper():
                other = new(found[1], random)
                if other.lower() not in sample.words and other not in sample.text:
                    at = found.end() - 1
                    yield Planting(page, (Edit(at, at, f' or "{other}"'),))

    return plant


def _clash(form: Callable[[Sample, Random], tuple[str, str]]) -> Plant:
    """A term with an abbreviation in brackets that is another's, or with another than it has."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for passage in page.passages:
            places = list(passage.find(WORD))
            if places and not isinstance(passage.placed.block, Definition):
                found = random.choice(places)
                name, letters = form(sample, random)
                yield Planting(
                    page,
                    (passage.replace(*found.span(), f"{found[0]} (see the {name} ({letters}))"),),
                    brings=(here("unintroduced-abbreviation", "undefined-term"),),
                )

    return plant


@cache
def _aliased(sample: Sample) -> tuple[tuple[str, str], ...]:
    """The terms of Section A1.1 with an abbreviation."""
    page = next(each for each in sample.pages if each.path.startswith(CODE_WIDE))
    return tuple(
        (block.terms[0].name, block.terms[1].name)
        for _, block in page.definitions
        if len(block.terms) == 2 and block.terms[1].name.isupper() and " " in block.terms[0].name
    )


_DOUBLED = re.compile(r"(.)\1")
_WORDS = (
    "Almond Birch Cedar Damson Elder Fennel Garlic Hazel Ivy Juniper Kale Laurel Maple Nettle Olive Poplar Quince"
    " Rowan Spruce Thistle Umber Vetch Willow Xylem Yarrow Zinnia"
).split()


def _anothers(sample: Sample, random: Random) -> tuple[str, str]:
    """An abbreviation behind other words with the same first letters."""
    letters = random.choice(
        [short for _, short in _aliased(sample) if short.isalpha() and len(short) > 2 and not _DOUBLED.search(short)]
    )
    return " ".join(_WORDS["ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter)] for letter in letters), letters


def _spoilt(sample: Sample, random: Random) -> tuple[str, str]:
    name, letters = random.choice([each for each in _aliased(sample) if each[1].isalpha()])
    return name, letters + random.choice("QXZ")


def _second_alias(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A definition that has an abbreviation is given a second."""
    for placed, block in page.definitions:
        if len(block.terms) == 2 and block.terms[1].name.isupper() and block.terms[1].name.isalpha():
            letters = block.terms[1].name
            at = page.text.index(f'"{letters}"', placed.block.span.start) + len(letters) + 2
            new = letters + random.choice("QXZ")
            if new not in sample.text:
                yield Planting(
                    page, (Edit(at, at, f' or "{new}"'),), (placed.block.span.start, at), brings=(here("unused-alias"),)
                )


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "unintroduced-abbreviation": (
        Shape("a term by its first letters", _abbreviated),
        Shape("letters in the words", _abbreviation_added("(see the {0})")),
        Shape("letters as several", _abbreviation_added("(or any {0} that applies)")),
    ),
    "unused-alias": (
        Shape("letters that nothing uses", _alias(lambda name, r: _initials(name) + r.choice("QXZ"))),
        Shape(
            "a name that nothing uses",
            _alias(lambda name, r: f"{r.choice(('Walnut', 'Kestrel', 'Quarry'))} {name.split()[-1]}"),
        ),
        Shape(
            "a shorter name that nothing uses",
            _alias(lambda name, r: f"{name.split()[0]} {r.choice(('Walnut', 'Kestrel'))}"),
        ),
    ),
    "abbreviation-clash": (
        Shape("another's abbreviation in brackets", _clash(_anothers)),
        Shape("another abbreviation in brackets", _clash(_spoilt)),
        Shape("a second abbreviation in the definition", _second_alias),
    ),
}
