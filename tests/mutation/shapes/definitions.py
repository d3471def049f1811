"""Errors of definitions: terms undefined, defined twice, unused, in other capitals, unsorted; symbols and legends."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from random import Random

from secc.code.model import Definition, Formula
from secc.code.walk import Placed
from tests.mutation.planting import Consequence, Plant, Planting, Shape, here, in_file, unused
from tests.mutation.sample import Edit, Page, Passage, Sample
from tests.mutation.shapes.places import each_passage

_CODE_WIDE = "sections/A-"
_WORD = r"(?<=[a-z] )[a-z]{2,}(?= (?!and\b|or\b)[a-z])"
_MADE_UP = (
    "Kelvin Register",
    "Osprey Arrangement",
    "Tallow Notice",
    "Quarry Forum",
    "Zephyr Protocol",
    "Walnut Schedule",
)


def _used(sample: Sample, page: Page) -> tuple[tuple[Passage, re.Match[str]], ...]:
    return _uses(page, sample.wide_terms)


@cache
def _uses(page: Page, names: tuple[str, ...]) -> tuple[tuple[Passage, re.Match[str]], ...]:
    return tuple(_found(page, names))


def _found(page: Page, names: tuple[str, ...]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """One use in each passage of a term of Section A1.1 of two words or more, apart from its definition."""
    for passage in page.passages:
        present = [name for name in names if name in passage.text]
        longest = [name for name in present if not any(name != other and name in other for other in present)]
        block = passage.placed.block
        own = {term.name for term in block.terms} if isinstance(block, Definition) else set()
        for name in longest:
            found = re.search(rf"(?<=[a-z] ){re.escape(name)}(?=[.,;]| [a-z])", passage.text)
            if name not in own and found is not None and passage.free(*found.span()):
                yield passage, found


def _use_as(new: Callable[[str, Random], str | None], *brings: Consequence) -> Plant:
    """A use of a term, written otherwise."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for passage, found in _used(sample, page):
            words = new(found[0], random)
            if words is not None and words not in sample.terms:
                yield Planting(page, (passage.replace(*found.span(), words),), brings=(*brings, unused(found[0])))

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
    if not all(re.fullmatch(r"[A-Z][a-z]+", word) for word in words) or words[0] == "Service":
        return None  # Services are a term of their own
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


def _all_small(ending: str) -> Callable[[str, Random], str | None]:
    def new(name: str, random: Random) -> str | None:
        del random
        whole = all(re.fullmatch(r"[A-Z][a-z]+", word) for word in name.split())
        return name.lower() + ending if whole else None

    return new


def _uncapitalised(plural: str) -> Plant:
    """A term in small letters, where the document writes it with capitals elsewhere."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for passage, found in _used(sample, page):
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
        places = list(passage.find(_WORD))
        name = random.choice(names)
        if places and name not in passage.text:
            found = random.choice(places)
            yield Planting(page, (passage.replace(*found.span(), f"{found[0]} (or any {name.lower()})"),))


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
    return each_passage(
        _WORD, lambda m, r: f"{m[0]} {words.format(r.choice(_MADE_UP))}" if '"' not in m.string else None
    )


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


def _again_in_prose(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A term that a document defines for itself is introduced in its words once more."""
    own = [block.terms[0].name for _, block in page.definitions] if not page.path.startswith(_CODE_WIDE) else []
    for passage in page.passages if own else ():
        places = list(passage.find(_WORD))
        if places and not isinstance(passage.placed.block, Definition) and '"' not in passage.text:
            found, name = random.choice(places), random.choice(own)
            if name not in passage.text:
                yield Planting(
                    page,
                    (passage.replace(*found.span(), f'{found[0]} (the "{name}")'),),
                    brings=(in_file("undefined-term"),),
                )
    del sample


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
        if page.path.startswith(_CODE_WIDE) or not names:
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
    names = [name for name in sample.wide_terms if name in page.text and f'"{name}"' not in page.text]
    if page.path.startswith(_CODE_WIDE):
        return
    for passage in page.passages if names else ():
        places = list(passage.find(_WORD))
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


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _abbreviated(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A use of a term by its first letters, which no definition introduces."""
    for passage, found in _used(sample, page):
        letters = _initials(found[0])
        if letters in _letters_of_one(sample):
            yield Planting(page, (passage.replace(*found.span(), letters),), brings=(unused(found[0]),))


@cache
def _letters_of_one(sample: Sample) -> tuple[str, ...]:
    """The first letters of terms that are the first letters of no other, and stand nowhere in the sample."""
    every = [_initials(name) for name in sample.terms]
    said = frozenset(re.findall(r"[A-Z]{3,}", sample.text))
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
            places = list(passage.find(_WORD))
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
            places = list(passage.find(_WORD))
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
    page = next(each for each in sample.pages if each.path.startswith(_CODE_WIDE))
    return tuple(
        (block.terms[0].name, block.terms[1].name)
        for _, block in page.definitions
        if len(block.terms) == 2 and block.terms[1].name.isupper() and " " in block.terms[0].name
    )


_WORDS = (
    "Almond Birch Cedar Damson Elder Fennel Garlic Hazel Ivy Juniper Kale Laurel Maple Nettle Olive Poplar Quince"
    " Rowan Spruce Thistle Umber Vetch Willow Xylem Yarrow Zinnia"
).split()


def _anothers(sample: Sample, random: Random) -> tuple[str, str]:
    """An abbreviation behind other words with the same first letters."""
    letters = random.choice([short for _, short in _aliased(sample) if short.isalpha() and len(short) > 2])
    return " ".join(_WORDS["ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter)] for letter in letters), letters


def _spoilt(sample: Sample, random: Random) -> tuple[str, str]:
    name, letters = random.choice([each for each in _aliased(sample) if each[1].isalpha()])
    return name, letters + random.choice("QXZ")


def _second_alias(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A definition that has an abbreviation is given a second."""
    for placed, block in page.definitions:
        if len(block.terms) == 2 and block.terms[1].name.isupper() and len(block.terms[1].name) > 1:
            letters = block.terms[1].name
            at = page.text.index(f'"{letters}"', placed.block.span.start) + len(letters) + 2
            new = letters + random.choice("QXZ")
            if new not in sample.text:
                yield Planting(
                    page, (Edit(at, at, f' or "{new}"'),), (placed.block.span.start, at), brings=(here("unused-alias"),)
                )


def _out_of_scope(words: str) -> Plant:
    """A term that another document defines for itself alone."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        wide, named = frozenset(sample.wide_terms), frozenset(sample.code.settings.names)
        names = [
            block.terms[0].name
            for other in sample.pages
            if other is not page and not other.path.startswith(_CODE_WIDE) and not other.is_section
            for placed, block in other.definitions
            if " " in block.terms[0].name and block.terms[0].name not in wide | named
            and placed.division is None
            and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", block.terms[0].name)
        ]  # fmt: skip
        own = {term.name for _, block in page.definitions for term in block.terms}
        for passage in page.passages:
            places = list(passage.find(_WORD))
            name = random.choice(names)
            if places and name not in own and name not in page.text:
                found = random.choice(places)
                yield Planting(page, (passage.replace(*found.span(), f"{found[0]} {words.format(name)}"),))

    return plant


def _formulas(page: Page) -> Iterator[tuple[Placed, str]]:
    for each in page.blocks:
        if isinstance(each.block, Formula) and not each.quoted and "where:" in page.text[each.block.span.start :][:600]:
            yield each, each.block.latex


def _symbol_added(new: Callable[[str, Random], tuple[int, int, str] | None]) -> Plant:
    """A symbol in a formula that its legend does not explain."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for placed, latex in _formulas(page):
            line = latex.strip().split("\n")[0]
            at = page.text.find(line, placed.block.span.start)
            made = new(line, random)
            if made is not None and at >= 0:
                start, end, words = made
                yield Planting(page, (Edit(at + start, at + end, words),), brings=(in_file("legend-without-symbol"),))

    return plant


def _factor(latex: str, random: Random) -> tuple[int, int, str]:
    return len(latex), len(latex), rf" \times {random.choice(('QX', 'ZW', 'JQ'))}_{{t}}"


def _summand(latex: str, random: Random) -> tuple[int, int, str]:
    return len(latex), len(latex), rf" + {random.choice(('QX', 'ZW', 'JQ'))}"


def _other_symbol(latex: str, random: Random) -> tuple[int, int, str] | None:
    places = list(re.finditer(r"(?<![\\A-Za-z{])[A-Z]{2,}(?=_)", latex))[1:]
    if not places:
        return None
    found = random.choice(places)
    return found.start(), found.end(), found[0] + random.choice("QXZ")


_ENTRY = re.compile(r"^(?P<indent> +)\((?P<letter>[a-z])\) \$(?P<symbol>[^$]+)\$ is (?P<rest>[^;]+;)\n", re.MULTILINE)


def _legend(change: Callable[[re.Match[str], Random], tuple[int, int, str] | None]) -> Plant:
    """An entry of a legend for a symbol that no formula has."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for found in _ENTRY.finditer(page.text):
            made = change(found, random)
            if made is not None:
                yield Planting(
                    page,
                    (Edit(*made),),
                    brings=(in_file("symbol-without-legend"), here("duplicate-number", "gap-in-list")),
                )

    return plant


def _entry_renamed(found: re.Match[str], random: Random) -> tuple[int, int, str]:
    start = found.start("symbol")
    return start, start, random.choice(("Q", "X", "Z"))


def _entry_other(found: re.Match[str], random: Random) -> tuple[int, int, str]:
    return found.start("symbol"), found.end("symbol"), random.choice((r"QX_t", "ZW", r"\theta_{qz}"))


def _entry_added(found: re.Match[str], random: Random) -> tuple[int, int, str]:
    symbol = random.choice(("QX_t", "ZW_{gt}", r"\theta"))
    at = found.end()
    return at, at, f"{found['indent']}({found['letter']}) ${symbol}$ is the amount that the Panel determines;\n"


def _left_out(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The entry of a symbol is taken out of its legend."""
    for found in _ENTRY.finditer(page.text):
        opened = page.text.rfind("$$\n", 0, found.start())
        formula = page.text.rfind("$$\n", 0, opened)
        if (
            formula > 0
            and found["symbol"] in page.text[formula:opened]
            and page.text.find("\n\n", opened, found.start()) >= 0
        ):
            yield Planting(
                page,
                (Edit(found.start(), found.end(), ""),),
                (formula, found.start()),
                brings=(in_file("gap-in-list", "symbol-without-legend", "dangling-reference"), unused(found["rest"])),
            )


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "undefined-term": (
        Shape("two letters of a term exchanged", _use_as(_mistyped)),
        Shape("the last word of a term another", _use_as(_other_word)),
        Shape("a term that nobody defines", each_passage(_WORD, lambda m, r: f"{m[0]} (or the {r.choice(_MADE_UP)})")),
        Shape(
            "a longer term that nobody defines",
            each_passage(_WORD, lambda m, r: f"{m[0]} (in the Register of {r.choice(_MADE_UP)})"),
        ),
    ),
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
    "uncapitalised-term": (
        Shape("a term in small letters", _uncapitalised("")),
        Shape("several in small letters", _uncapitalised("s")),
        Shape("a term of the document put in, in small letters", _small_put_in),
    ),
    "inconsistent-capitals": (
        Shape("the first word alone", _use_as(_some_small)),
        Shape("all but the last word", _use_as(_last_small)),
        Shape("all but the first word", _use_as(_first_small)),
    ),
    "term-out-of-scope": (
        Shape("another document's term", _out_of_scope("(see the {0})")),
        Shape("each of another document's term", _out_of_scope("(or each {0})")),
        Shape("several of another document's term", _out_of_scope("(as a {0} requires)")),
    ),
    "symbol-without-legend": (
        Shape("a factor more", _symbol_added(_factor)),
        Shape("a summand more", _symbol_added(_summand)),
        Shape("another symbol", _symbol_added(_other_symbol)),
        Shape("the entry taken out", _left_out),
    ),
    "legend-without-symbol": (
        Shape("an entry for another symbol", _legend(_entry_other)),
        Shape("a letter more", _legend(_entry_renamed)),
        Shape("an entry more", _legend(_entry_added)),
    ),
}
