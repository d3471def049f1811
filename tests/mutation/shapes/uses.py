"""Errors in the use of terms: undefined, without their capitals, out of their scope."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from tests.mutation.planting import Consequence, Plant, Planting, Shape, unused
from tests.mutation.sample import Page, Sample
from tests.mutation.shapes.places import each_passage
from tests.mutation.shapes.terms import CODE_WIDE, MADE_UP, WORD, used


def _use_as(new: Callable[[str, Random], str | None], *brings: Consequence) -> Plant:
    """A use of a term, written otherwise."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for passage, found in used(sample, page):
            words = new(found[0], random)
            if words is not None and words not in sample.terms:
                yield Planting(page, (passage.replace(*found.span(), words),), brings=(*brings, unused(found[0])))

    return plant


def _capitals(new: Callable[[str, Random], str | None]) -> Plant:
    """A use of a term with some of its capitals, where those left are no term of their own."""
    plain = _use_as(new)

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for planting in plain(sample, page, random):
            if not any(name in planting.edits[0].text for name in sample.names):
                yield planting

    return plant


def _mistyped(name: str, random: Random) -> str | None:
    """Two letters within a long word exchanged."""
    places = [
        m.start()
        for m in re.finditer(r"(?<=[A-Za-z][a-z])[a-z](?=[a-z]{2})", name)
        if name[m.start()] != name[m.start() + 1]
    ]
    if len(name) < 10 or not places:
        return None
    at = random.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _other_word(name: str, random: Random) -> str:
    """The last word of a term is another."""
    return f"{name.rpartition(' ')[0]} {random.choice(('Kestrel', 'Walnut', 'Quarry'))}"


def _some_small(name: str, random: Random) -> str | None:
    del random
    words = name.split()
    if not all(re.fullmatch(r"[A-Z][a-z]+", word) for word in words):
        return None
    return " ".join([words[0], *(word.lower() for word in words[1:])])


def _last_small(name: str, random: Random) -> str | None:
    del random
    words = name.split()
    whole = len(words) > 2 and all(re.fullmatch(r"[A-Z][a-z]+", word) for word in words)
    return " ".join([*words[:-1], words[-1].lower()]) if whole else None


def _first_small(name: str, random: Random) -> str | None:
    del random
    words = name.split()
    whole = all(re.fullmatch(r"[A-Z][a-z]+", word) for word in words)
    return " ".join([words[0].lower(), *words[1:]]) if whole else None


def _uncapitalised(plural: str) -> Plant:
    """A term in small letters, where the document writes it with capitals elsewhere."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for passage, found in used(sample, page):
            name = found[0]
            small = name.lower()
            ends = re.match(
                r"[.,;]| (?:shall|may|is|of|for|in|to|which|that|and|or|by|under)\b", passage.text[found.end() :]
            )
            whole = all(re.fullmatch(r"[A-Z][a-z]+", word) for word in name.split())
            if (
                whole
                and ends
                and page.text.count(name) > 2
                and small not in page.text
                and not name.endswith(("s", "y"))
            ):
                yield Planting(page, (passage.replace(*found.span(), small + plural),), brings=(unused(name),))

    return plant


def _small_put_in(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A term that the document uses, in small letters in another of its provisions."""
    names = [
        name
        for name in sample.wide_terms
        if page.text.count(name) > 2
        and name.lower() not in page.text
        and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", name)
    ]
    for passage in page.passages if names else ():
        places = list(passage.find(WORD))
        name = random.choice(names)
        if places and name not in passage.text:
            found = random.choice(places)
            yield Planting(page, (passage.replace(*found.span(), f"{found[0]} (or any {name.lower()})"),))


def _out_of_scope(words: str) -> Plant:
    """A term that another document defines for itself alone."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        wide, named = frozenset(sample.wide_terms), frozenset(sample.code.settings.names)
        names = [
            block.terms[0].name
            for other in sample.pages
            if other is not page and not other.path.startswith(CODE_WIDE) and not other.is_section
            for placed, block in other.definitions
            if " " in block.terms[0].name and block.terms[0].name not in wide | named
            and placed.division is None
            and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", block.terms[0].name)
        ]  # fmt: skip
        own = {term.name for _, block in page.definitions for term in block.terms}
        for passage in page.passages:
            places = list(passage.find(WORD))
            name = random.choice(names)
            if places and name not in own and name not in page.text:
                found = random.choice(places)
                yield Planting(page, (passage.replace(*found.span(), f"{found[0]} {words.format(name)}"),))

    return plant


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "undefined-term": (
        Shape("two letters of a term exchanged", _use_as(_mistyped)),
        Shape("the last word of a term another", _use_as(_other_word)),
        Shape("a term that nobody defines", each_passage(WORD, lambda m, r: f"{m[0]} (or the {r.choice(MADE_UP)})")),
        Shape(
            "a longer term that nobody defines",
            each_passage(WORD, lambda m, r: f"{m[0]} (in the Register of {r.choice(MADE_UP)})"),
        ),
    ),
    "uncapitalised-term": (
        Shape("a term in small letters", _uncapitalised("")),
        Shape("several in small letters", _uncapitalised("s")),
        Shape("a term of the document put in, in small letters", _small_put_in),
    ),
    "inconsistent-capitals": (
        Shape("the first word alone", _capitals(_some_small)),
        Shape("all but the last word", _capitals(_last_small)),
        Shape("all but the first word", _capitals(_first_small)),
    ),
    "term-out-of-scope": (
        Shape("another document's term", _out_of_scope("(see the {0})")),
        Shape("each of another document's term", _out_of_scope("(or each {0})")),
        Shape("several of another document's term", _out_of_scope("(as a {0} requires)")),
    ),
}
