"""What the language of the sources does not allow, and suppressions that allow nothing."""

import re
from collections.abc import Iterator, Mapping
from random import Random

from secc.diagnostics import Diagnostic
from tests.mutation.planting import Consequence, Mutated, Plant, Planting, Shape, gone, here, in_file, line_of
from tests.mutation.sample import Edit, Page, Sample
from tests.mutation.shapes.places import each_passage

_HIDDEN = ("\u202e", "\u202d", "\u2066", "\u200b", "\u2060", "\u200f")


def _label_at_margin(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The first paragraph of a list stands at the margin, below a blank line."""
    for level in page.lists:
        first = level[0]
        if first.simple and first.label == "(a)" and first.source.startswith("  (a)") and not first.vacant:
            brings = (gone("(a)"), in_file("gap-in-list", "list-connective", "list-punctuation", "level-style"))
            yield Planting(page, (Edit(first.start, first.label_at, "\n"),), (first.label_at, first.end), brings=brings)


def _label_interrupts(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A label that is not the next of its list begins a line within a sentence."""
    for level in page.lists:
        for each in level:
            text = each.source
            words = list(re.finditer(r"(?<=[a-z]) (?=[a-z]{3,} [a-z])", text))
            if each.simple and words and len(level) < 9 and text.startswith("  ("):
                at = each.start + random.choice(words).start()
                indent = " " * (each.label_at - each.start)
                yield Planting(page, (Edit(at, at + 1, f"\n{indent}({random.choice('rtuwy')}) "),), brings=(_as_list,))


def _as_list(found: Diagnostic, mutated: Mutated) -> bool:
    """What is then wrong with the list, as it reads."""
    rules = ("gap-in-list", "list-connective", "list-punctuation", "level-style", "out-of-order-number")
    around = mutated.first - 12 <= line_of(mutated.text, found.span.start) <= mutated.last + 12
    return found.rule in rules and found.path == mutated.path and around


def _open_block(mark: str) -> Plant:
    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for level in page.clauses:
            last = level[-1]
            if last.page.text[last.end :].strip() == "" and not last.vacant:
                words = f"\n  {mark}\n  E = m\n"
                yield Planting(page, (Edit(len(page.text), len(page.text), words),))

    return plant


def _definition_without_quotes(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A definition whose term stands without its marks."""
    for placed, block in page.definitions:
        found = re.compile(r'define "([^"]+)" ').match(page.text, placed.block.span.start)
        if found is not None and len(block.terms) == 1:
            name = found[1]
            brings = (_of(name),)
            yield Planting(page, (Edit(found.start(), found.end(), f"define {name} "),), brings=brings)


def _of(name: str) -> Consequence:
    """Whatever is then said of the term, or of a word of it."""
    stems = [word.lower()[:-1] for word in name.split() if word[0].isupper()]
    return lambda found, mutated: any(stem in f"{found.headline} {mutated.said(found)}".lower() for stem in stems)


def _heading_joined(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A heading without the space behind its marks."""
    for found in re.finditer(r"^(##) (?=[A-Z])", page.text, re.MULTILINE):
        yield Planting(page, (Edit(found.start(), found.end(), "##"),), brings=(_echo, here("undefined-term")))


def _echo(found: Diagnostic, mutated: Mutated) -> bool:
    """References that echo the heading, which is none now."""
    marked = next(line for line in mutated.text.splitlines() if re.match(r"##[A-Z]", line))
    return found.rule == "echoed-heading" and marked.removeprefix("##").strip() in found.headline


def _suppressed(rule: str) -> Plant:
    """A suppression of a rule that finds nothing there, above a clause."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for level in page.clauses:
            for each in level:
                reason = random.choice(("settled by the Panel", "see the direction of 2015", "to be kept"))
                if not _has_comment_above(page, each.start):
                    yield Planting(page, (Edit(each.start, each.start, f"// allow {rule}: {reason}\n"),))
        del sample

    return plant


def _has_comment_above(page: Page, start: int) -> bool:
    return page.text[:start].rstrip("\n").rpartition("\n")[2].lstrip().startswith("//")


def _suppressed_paragraph(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A suppression above a paragraph of a list."""
    for level in page.lists:
        for each in level[:1]:
            indent = " " * (each.label_at - each.start)
            rule = random.choice(("placeholder", "undefined-term", "list-connective", "echoed-heading"))
            if level[0].page.text[: each.start].endswith("\n") and not each.vacant:
                yield Planting(page, (Edit(each.start, each.start, f"{indent}// allow {rule}: agreed\n"),))


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "syntax": (
        Shape(
            "a hidden character",
            each_passage(
                r"(?<=[a-z] )[a-z]{4,}(?= [a-z])",
                lambda m, r: f"{m[0][:2]}{r.choice(_HIDDEN)}{m[0][2:]}",
                here("undefined-term"),
            ),
        ),
        Shape("a paragraph at the margin", _label_at_margin),
        Shape("a label within a sentence", _label_interrupts),
        Shape("a formula without its end", _open_block("$$")),
        Shape("code without its end", _open_block("```")),
        Shape("a definition without marks", _definition_without_quotes),
        Shape("a heading without its space", _heading_joined),
    ),
    "unused-suppression": (
        Shape("of a placeholder", _suppressed("placeholder")),
        Shape("of a dangling reference", _suppressed("dangling-reference")),
        Shape("of a rule that there is not", _suppressed("wrong-number")),
        Shape("above a paragraph", _suppressed_paragraph),
    ),
}
