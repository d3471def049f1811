"""Errors of reference: to what is not there, by another word or heading, without its word, to "this" or "that"."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from secc.code.model import SubSection
from tests.mutation.planting import Plant, Planting, Shape, here, naming
from tests.mutation.sample import Edit, Page, Passage, Sample
from tests.mutation.shapes.cites import Found, reference
from tests.mutation.shapes.places import at_the_end, behind_a_word, each_passage, further


def _beyond(sample: Sample, page: Page, found: Found, random: Random) -> str | None:  # noqa: ARG001
    new = further(found["label"], random.randint(80, 99))
    return None if not new or new in sample.labels or found["letters"] else f"Section {new}"


def _no_letter(sample: Sample, page: Page, found: Found, random: Random) -> str:  # noqa: ARG001
    return f"Section {found['label']}({random.choice('wxyz')})"


def _elsewhere(sample: Sample, page: Page, found: Found, random: Random) -> str:  # noqa: ARG001
    return f"Section {random.choice('QRSUVWY')}{random.randint(1, 9)}.{random.randint(1, 30)}"


def _mistyped(sample: Sample, page: Page, found: Found, random: Random) -> str | None:  # noqa: ARG001
    """Figures too many, a letter too many, or no point."""
    label = found["label"]
    slips = (f"{label}{random.randint(100, 999)}", f"{label}{random.choice('abc')}", label.replace(".", ""))
    new = random.choice(slips)
    return None if found["letters"] or "." not in label or new in sample.labels else f"Section {new}"


def _without_letter(sample: Sample, page: Page, found: Found, random: Random) -> str | None:  # noqa: ARG001
    return f"Section {found['label'][1:]}" if page.is_section and "." in found["label"] else None


_ECHOED = re.compile(r"(?P<lead>\bSection (?P<label>[A-Z][0-9]+(?:\.[0-9]+)?)) \((?P<heading>[A-Z][^()]{5,80})\)")


def _echoes(page: Page) -> Iterator[tuple[Passage, Found]]:
    for passage in page.passages:
        for found in _ECHOED.finditer(passage.text):
            before = passage.text[: found.start()]
            if passage.free(*found.span()) and not before.endswith(("and ", "or ", "to ", ", ")):
                yield passage, found


def _echo_word(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A word of the echoed heading is another."""
    for passage, found in _echoes(page):
        words = found["heading"].split()
        place = random.randrange(len(words))
        words[place] = random.choice(
            [each for each in ("Arrangements", "Principles", "Fees", "Maps") if each not in words]
        )
        yield Planting(page, (passage.replace(*found.span("heading"), " ".join(words)),))


def _echo_cut(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The echoed heading lacks its last word."""
    for passage, found in _echoes(page):
        words = found["heading"].split()
        if len(words) > 1 and words[-1][0].isupper():
            yield Planting(
                page, (passage.replace(*found.span("heading"), " ".join(words[:-1])),), brings=(here("undefined-term"),)
            )


def _echo_number(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """The number before the echoed heading is that of the next sub-section."""
    titles = {
        p.label: p.placed.block.title.text
        for each in sample.pages
        for p in each.parts
        if isinstance(p.placed.block, SubSection)
    }
    for passage, found in _echoes(page):
        other = further(found["label"])
        if "." not in found["label"] and other in titles and titles[other] != found["heading"]:
            yield Planting(
                page,
                (passage.replace(*found.span("lead"), f"Section {other}"),),
                brings=(
                    here("definition-points-nowhere", "unused-definition"),
                    naming(found["label"], "unused-definition"),
                ),
            )
    del random


def _heading_changed(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """The heading is changed in its place, and the references that echo it are left behind."""
    if not page.is_section:
        return
    for part in page.parts:
        block = part.placed.block
        if not isinstance(block, SubSection) or len(block.title.text) < 6:
            continue
        for other in sample.pages:
            for passage, found in _echoes(other):
                if found["label"] == part.label and found["heading"] == block.title.text and random.random() < 0.3:
                    at = part.page.text.index(block.title.text, part.start)
                    span = passage.prose.span(*found.span("heading"))
                    word = random.choice(("Revised", "Further", "Interim"))
                    yield Planting(
                        page,
                        (Edit(at, at, f"{word} "),),
                        (span.start, span.end),
                        other.path,
                        (naming(part.label, "echoed-heading"),),
                    )


def _own_number(form: Callable[[str, Random], str | None]) -> Plant:
    """Words with the number of a clause behind a word of it; `form` is given the clause's label."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for passage in page.passages:
            path = passage.placed.address.path
            places = list(passage.find(r"(?<=[a-z] )[a-z]{2,}(?= (?!and\b|or\b)[a-z])"))
            if page.is_section and path and re.fullmatch(r"[A-Z][0-9]+\.[0-9]+", path[0]) and places:
                found = random.choice(places)
                words = form(path[0], random)
                if words is not None:
                    yield Planting(page, (passage.replace(*found.span(), f"{found[0]} {words}"),))

    return plant


def _another(label: str, random: Random) -> str:
    """The first number of the sub-section, or the second: there are two nearly everywhere."""
    stem, _, number = label.partition(".")
    del random
    return f"(subject to this Section {stem}.{2 if number == '1' else 1})"


def _this_wrong(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """The number behind "this Section" is that of the clause below or above."""
    for passage in page.passages:
        for found in passage.find(r"(?<=[Tt]his Section )[A-Z][0-9]+(?:\.[0-9]+)?(?![0-9A-Z(.–-])"):
            new = next((each for each in (further(found[0]), further(found[0], -1)) if each in sample.labels), None)
            if new is not None:
                yield Planting(page, (passage.replace(*found.span(), new),))
    del random


def _this_appendix(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A Section calls the Code an Appendix."""
    for passage in page.passages if page.is_section else ():
        for found in passage.find(r"(?<=[a-z] )this Code(?=[.,;]| [a-z])"):
            yield Planting(page, (passage.replace(*found.span(), "this Appendix"),))


def _this_added(sample: Sample, page: Page, found: Found, random: Random) -> str | None:
    own = [part for part in page.parts if part.label == found["label"]]
    del sample, random
    return None if own else f"this Section {found['label']}"


def _appendix_unit(new: Callable[[str], str | None]) -> Plant:
    """A reference to a clause of the Appendix in which it stands, with another word before it."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        unit = page.document.attribute("unit")
        if unit and not page.is_section:
            for passage in page.passages:
                for found in passage.find(
                    rf"(?<![Tt]his )(?<![Tt]hat )\b(?P<unit>{unit}) (?=[0-9]+\.[0-9]+(?:[.,; ]|$))"
                ):
                    word = new(unit)
                    if word is not None and passage.placed.division is None:
                        yield Planting(page, (passage.replace(*found.span("unit"), word),))

    return plant


def _other_unit(unit: str) -> str | None:
    return {"clause": "paragraph", "section": "paragraph", "paragraph": "clause"}.get(unit.lower())


def _alone(sample: Sample, found: Found) -> bool:
    """Whether the next number is there too, and no words say that each is meant in turn."""
    turns = re.search(r"\b(?:each|any|every|either|applicable|respectively|case may be)\b", found.string, re.IGNORECASE)
    return further(found["label"]) in sample.labels and not found["letters"] and turns is None


def _known_as(sample: Sample) -> list[str]:
    return [name for each in sample.pages if (name := each.document.attribute("known-as")).isupper() and name.isalpha()]


def _of_name(form: str, spoil: Callable[[str, Random], str]) -> Plant:
    """A clause of a document under a short name that is nearly that of one."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        names = _known_as(sample)
        for passage in page.passages:
            places = list(passage.find(r"(?<=[a-z] )[a-z]{2,}(?= (?!and\b|or\b)[a-z])"))
            name = spoil(random.choice(names), random)
            if places and name not in names and name.lower() not in sample.words:
                found = random.choice(places)
                words = form.format(random.randint(1, 9), random.randint(1, 9), name)
                yield Planting(page, (passage.replace(*found.span(), f"{found[0]} {words}"),))

    return plant


def _letter_changed(name: str, random: Random) -> str:
    place = random.randrange(len(name))
    return name[:place] + random.choice("QXZJ") + name[place + 1 :]


def _letters_exchanged(name: str, random: Random) -> str:
    place = random.randrange(len(name) - 1)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _letter_more(name: str, random: Random) -> str:
    return name + random.choice("QXZJ")


_LAST_LETTERS = r"(?<=[a-z] )paragraphs? (?P<letter>\([a-z]\))(?=[.,;]| (?:above|below|shall|is|are|applies))"


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "dangling-reference": (
        Shape(
            "a number beyond the last", reference(_beyond, here("definition-points-nowhere", "duplicate-definition"))
        ),
        Shape(
            "a letter that the clause has not",
            reference(_no_letter, here("definition-points-nowhere", "duplicate-definition")),
        ),
        Shape("a Section that there is not", reference(_elsewhere)),
        Shape("a number mistyped", reference(_mistyped, here("definition-points-nowhere", "duplicate-definition"))),
        Shape(
            "a Section without its letter",
            reference(_without_letter, here("definition-points-nowhere", "duplicate-definition")),
        ),
        Shape(
            "an Appendix that there is not",
            each_passage(r"(?<=Appendix )[A-Z]{1,2}(?=[.,;]| [a-z])", lambda _, r: r.choice(("AZ", "BB", "AX", "BD"))),
        ),
        Shape(
            "a paragraph that the list has not",
            each_passage(_LAST_LETTERS, lambda m, r: m[0].replace(m["letter"], f"({r.choice('wxyz')})")),
        ),
    ),
    "echoed-heading": (
        Shape("another word in the heading", _echo_word),
        Shape("the last word of the heading lost", _echo_cut),
        Shape("the next number before the heading", _echo_number),
        Shape("the heading changed in its place", _heading_changed),
    ),
    "reference-to-wrong-level": (
        Shape("Clause for Section", reference(lambda _s, _p, m, _r: m[0].replace("Section", "Clause"))),
        Shape(
            "paragraph for Section",
            reference(lambda _s, _p, m, _r: m[0].replace("Section", "paragraph") if not m["letters"] else None),
        ),
        Shape(
            "Section for paragraph",
            each_passage(
                r"(?<!that )(?<= )paragraph(?= \([a-z]\)(?: of Section|[.,;]| (?:above|is|are|shall)))",
                lambda *_: "Section",
            ),
        ),
        Shape("another word in an Appendix", _appendix_unit(_other_unit)),
    ),
    "misplaced-this": (
        Shape("the number below or above", _this_wrong),
        Shape("this put before another clause's number", reference(_this_added)),
        Shape("a note on another clause as this one", _own_number(_another)),
        Shape("this Appendix in a Section", _this_appendix),
    ),
    "ambiguous-that": (
        Shape(
            "that Section after two",
            reference(
                lambda s, _p, m, _r: (
                    f"{m[0]} or Section {further(m['label'])} (as that Section requires)" if _alone(s, m) else None
                )
            ),
        ),
        Shape(
            "that Section after a list of two",
            reference(
                lambda s, _p, m, _r: (
                    f"Sections {m['label']} and {further(m['label'])} (as that Section requires)"
                    if _alone(s, m)
                    else None
                )
            ),
        ),
        Shape(
            "that Section after none",
            each_passage(
                r"(?<=[a-z] )[a-z]{2,}(?= (?!and\b|or\b)[a-z])",
                lambda m, r: (
                    f"{m[0]} (subject to that {r.choice(('Section', 'Clause'))})"
                    if not re.search(r"Section|Clause|[A-Z][0-9]", m.string)
                    else None
                ),
            ),
        ),
    ),
    "unknown-document-name": (
        Shape("a letter changed", _of_name("(see clause {0}.{1} of the {2})", _letter_changed)),
        Shape("two letters exchanged", _of_name("(see Section {0} of the {2})", _letters_exchanged)),
        Shape("a letter too many", _of_name("(see paragraph {0}.{1} of the {2})", _letter_more)),
    ),
    "reference-style": (
        Shape("a small letter", reference(lambda _s, _p, m, _r: m[0].replace("Section", "section"))),
        Shape(
            "a small letter in the number",
            reference(
                lambda _s, _p, m, _r: m[0].replace(m["label"], m["label"].lower()) if "." in m["label"] else None
            ),
        ),
        Shape(
            "a number cut short",
            reference(
                lambda s, _p, m, r: (
                    f"Sections {m['label']} {r.choice(('to', 'and'))} {further(m['label']).rpartition('.')[2]}"
                    if "." in m["label"] and further(m["label"]) in s.labels and not m["letters"]
                    else None
                )
            ),
        ),
        Shape("without its word", reference(lambda _s, _p, m, _r: m["label"] + m["letters"])),
        Shape(
            "cut short",
            reference(lambda _s, _p, m, r: f"{r.choice(('S. ', 's. ', 'Sect. '))}{m['label']}{m['letters']}"),
        ),
        Shape(
            "with an ampersand",
            reference(
                lambda s, _p, m, _r: (
                    f"Sections {m['label']} & {further(m['label'])}"
                    if further(m["label"]) in s.labels and not m["letters"]
                    else None
                )
            ),
        ),
    ),
    "bare-list-letter": (
        Shape(
            "paragraph left out",
            each_passage(
                r"\b(?:in accordance with|under|referred to in|set out in|described in|pursuant to|within|subject to)"
                r" paragraphs? \([a-z]+\)(?=[.,;]| (?:above|is|are|shall))",
                lambda m, _: re.sub(r"paragraphs? ", "", m[0]),
            ),
        ),
        Shape(
            "a letter at the end of a sentence",
            at_the_end(lambda r: f"{r.choice(('in accordance with', 'under', 'as described in'))} ({r.choice('abc')})"),
        ),
        Shape(
            "a letter in the words",
            behind_a_word(lambda r: f"(as set out in ({r.choice('abc')}) {r.choice(('above', 'below'))})"),
        ),
        Shape(
            "two letters",
            at_the_end(lambda r: f"{r.choice(('in accordance with', 'subject to'))} (a) {r.choice(('and', 'or'))} (b)"),
        ),
    ),
}
