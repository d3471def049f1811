"""Errors of ranges: backwards, broken off, from one document to another."""

import re
from collections.abc import Mapping
from random import Random

from tests.mutation.planting import Shape
from tests.mutation.sample import Page, Sample
from tests.mutation.shapes.cites import Found, Others, reference
from tests.mutation.shapes.places import each_passage, further


def _neighbours(sample: Sample, label: str) -> tuple[str, str] | None:
    """Two numbers above this one in its sub-section, where there are so many."""
    one, two = further(label), further(label, 2)
    return (one, two) if one in sample.labels and two in sample.labels else None


def _range(form: str) -> Others:
    """The reference as a range between the two numbers above its own."""

    def new(sample: Sample, page: Page, found: Found, random: Random) -> str | None:  # noqa: ARG001
        pair = _neighbours(sample, found["label"])
        return form.format(found["label"], *pair) if pair and not found["letters"] else None

    return new


def _section_range(form: str) -> Others:
    def new(sample: Sample, page: Page, found: Found, random: Random) -> str | None:  # noqa: ARG001
        pair = _neighbours(sample, found["label"])
        return form.format(found["label"], *pair) if pair else None

    return new


def _other_section(sample: Sample, page: Page, found: Found, random: Random) -> str:
    letter = random.choice([each for each in "CDEGHJLMN" if each != found["label"][0]])
    ends = sorted(each for each in sample.labels if re.fullmatch(rf"{letter}[0-9]+\.[0-9]+", each))
    del page
    return f"Sections {found['label']} to {random.choice(ends)}"


def _whole_sections(sample: Sample, page: Page, found: Found, random: Random) -> str:
    letter = random.choice([each for each in "CDEGHJLMN" if each != found["label"][0]])
    ends = sorted(each for each in sample.labels if re.fullmatch(rf"{letter}[0-9]+", each))
    del page
    return f"Sections {found['label']} to {random.choice(ends)}"


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "reversed-range": (
        Shape("clauses backwards", reference(_range("Sections {2} to {0}"))),
        Shape("clauses backwards, with a dash", reference(_range("Sections {1}–{0}"))),
        Shape("sub-sections backwards", reference(_section_range("Sections {2} to {0}"), sections=True)),
        Shape("from a clause to itself", reference(_range("Sections {1} to {1}"))),
        Shape(
            "paragraphs backwards",
            each_passage(
                r"\bparagraphs \((?P<a>[a-z])\) to \((?P<b>[a-z])\)",
                lambda m, _: f"paragraphs ({m['b']}) to ({m['a']})",
            ),
        ),
    ),
    "truncated-range": (
        Shape(
            "nothing behind to",
            reference(
                lambda _s, _p, m, _r: (
                    f"Sections {m['label']} to" if m.string[m.end() : m.end() + 1] in (",", ".", ";") else None
                )
            ),
        ),
        Shape(
            "nothing behind a dash",
            reference(
                lambda _s, _p, m, _r: (
                    f"Sections {m['label']}–" if m.string[m.end() : m.end() + 1] in (",", ".", ";") else None
                )
            ),
        ),
        Shape("one clause as several", reference(lambda _s, _p, m, _r: f"Sections {m['label']}{m['letters']}")),
        Shape("one sub-section as several", reference(lambda _s, _p, m, _r: f"Sections {m['label']}", sections=True)),
    ),
    "range-leaves-document": (
        Shape("from a clause to one of another Section", reference(_other_section)),
        Shape("from a sub-section to one of another Section", reference(_whole_sections, sections=True)),
        Shape("with a dash", reference(lambda s, p, m, r: _other_section(s, p, m, r).replace(" to ", "–"))),
    ),
}
