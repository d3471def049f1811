"""Errors of numbering: numbers that stand twice, out of order, in another style, or are missing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random

from secc.code.model import Clause
from secc.diagnostics import Diagnostic
from tests.mutation.planting import Consequence, Mutated, Plant, Planting, Shape, gone, here, in_file, naming, unused
from tests.mutation.sample import Edit, Page, Part, Sample
from tests.mutation.shapes.places import ROMAN, cited, further, plain_run, removal

_Level = tuple[Part, ...]
_OF_TERMS = ("unused-definition", "definition-points-nowhere", "shadowed-definition")
"""What is wrong with a term that is defined in a clause, when the definition that points there finds another."""


def _span(part: Part) -> tuple[int, int]:
    return part.label_at, part.label_at + len(part.label)


def _clause_as_above(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    for level in page.clauses:
        for before, each in pairwise(level):
            if not each.vacant and not before.vacant and '"' not in each.source:
                # its own number is now missing
                brings = (gone(each.label), in_file("not-used-missing"), here("misplaced-this"), _echo(each))
                yield Planting(page, (each.relabel(before.label),), brings=brings)


def _echo(part: Part) -> Consequence:
    return naming(part.label, "dangling-reference", "misplaced-this", "reversed-range", "echoed-heading")


def _paragraph_as_above(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    for level in page.lists:
        for before, each in pairwise(level):
            if not each.vacant and not before.vacant:
                brings = (gone(each.label), in_file("gap-in-list"))
                yield Planting(page, (each.relabel(before.label),), brings=brings)


def _copied(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    for level in page.clauses:
        for each in level:
            if '"' not in each.source and "//" not in each.source and "|" not in each.source and not each.vacant:
                first = each.source.split("\n\n")[0].rstrip("\n")
                if first == each.source.rstrip("\n") and each.source.endswith("\n\n"):
                    yield Planting(page, (Edit(each.end, each.end, each.source),), brings=())


def _copied_paragraph(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    for level in page.lists:
        for each in level[:-2]:
            if each.simple and each.source.rstrip().endswith(";"):
                yield Planting(page, (Edit(each.end, each.end, each.source),))


def _whole(part: Part) -> bool:
    return part.source.endswith("\n\n") and '"' not in part.source and "//" not in part.source


def _clauses_swapped(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """Two clauses change places."""
    for level in page.clauses:
        for one, other in pairwise(level):
            if _whole(one) and _whole(other) and one.end == other.start:
                moved = (Edit(one.start, one.end, other.source), Edit(other.start, other.end, one.source))
                yield Planting(
                    page, moved, (other.start, other.end), brings=(in_file("echoed-heading", "ambiguous-that"),)
                )


def _numbers_swapped(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """Two clauses change numbers."""
    for level in page.clauses:
        for one, other in pairwise(level):
            if not one.vacant and not other.vacant and "//" not in one.source:
                edits = (one.relabel(other.label), other.relabel(one.label))
                brings = tuple(
                    naming(each.label, "misplaced-this", "echoed-heading", "dangling-reference", *_OF_TERMS)
                    for each in (one, other)
                )
                yield Planting(page, edits, _span(other), brings=(*brings, _paragraphs_of(one), _paragraphs_of(other)))


def _paragraphs_of(part: Part) -> Consequence:
    """References to paragraphs of a clause that has another number now."""
    return naming(part.label, "dangling-reference", "reference-to-not-used")


def _letters_swapped(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """Two paragraphs change letters."""
    for level in page.lists:
        for one, other in pairwise(level[1:]):
            if not one.vacant and not other.vacant:
                edits = (one.relabel(other.label), other.relabel(one.label))
                brings = (gone(one.label), gone(other.label))
                yield Planting(page, edits, _span(other), brings=brings)


def _moved_up(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A clause is moved up by two places or more, so that what follows it is out of order."""
    for level in page.clauses:
        for place in range(2, len(level)):
            each, before = level[place], level[random.randrange(place - 1)]
            if _whole(each) and not each.vacant:
                edits = (Edit(before.start, before.start, each.source), removal(each))
                brings = (in_file("ambiguous-that"), naming(each.label, "echoed-heading"))
                yield Planting(page, edits, _span(before), brings=brings)


def _paragraph_out(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A paragraph in the middle of a list is taken out."""
    for level in page.lists:
        for place in range(1, len(level) - 2):
            each, after = level[place], level[place + 1]
            if each.simple and not each.vacant and not after.vacant:
                brings = (gone(each.label), unused(each.source), in_file("truncated-range"))
                yield Planting(page, (removal(each),), _span(after), brings=brings)


def _letter_further(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The last paragraph has the letter after its own."""
    for level in page.lists:
        if len(level) > 1 and plain_run(level) and not level[-1].vacant and level[-1].label not in ("(z)",):
            last = level[-1]
            yield Planting(page, (last.relabel(further(last.label)),), brings=(gone(last.label),))


def _begins_further(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """Every paragraph has the letter after its own."""
    for level in page.lists:
        if plain_run(level) and 1 < len(level) < 20:
            edits = tuple(each.relabel(further(each.label)) for each in level)
            brings = tuple(gone(each.label) for each in level)
            yield Planting(page, edits, brings=brings)


def _clause_out(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A clause that is not the last of its sub-section is taken out."""
    for level in page.clauses:
        for each, after in pairwise(level[1:]):
            if _whole(each) and each.label[-1].isdigit() and not _letter(after):
                yield Planting(page, (removal(each),), _span(after), brings=_lost(each))


def _first_out(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The first clause of a sub-section is taken out."""
    for level in page.clauses:
        if len(level) > 1 and level[0].placed.sub_section is not None and level[0].label.endswith(".1"):
            each, after = level[0], level[1]
            if _whole(each) and each.label.startswith(level[0].placed.sub_section.label) and not _letter(after):
                yield Planting(page, (removal(each),), _span(after), brings=_lost(each))


def _letter(part: Part) -> bool:
    return not part.label[-1].isdigit()


def _lost(part: Part) -> tuple[Consequence, ...]:
    return (gone(part.label), unused(part.source), in_file("ambiguous-that"), naming(part.label, "reversed-range"))


def _number_further(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The last clause of a sub-section has a number further on than its own."""
    for level in page.clauses:
        last = level[-1]
        if len(level) > 1 and not _letter(last) and not last.vacant and not _letter(level[-2]):
            new = further(last.label, random.choice((1, 2, 10)))
            if last.placed.sub_section is not None and last.label.count(".") == 1:
                yield Planting(page, (last.relabel(new),), brings=(gone(last.label),))


def _vacancy_out(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A number that is kept as [Not used] is taken out."""
    for level in page.clauses:
        for each, after in pairwise(level):
            if each.vacant and not _letter(each):
                yield Planting(page, (removal(each),), _span(after), brings=(gone(each.label),))


def _relabelled(labels: Callable[[int], str]) -> Plant:
    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        outer = [each for each in page.lists if isinstance(_holder(page, each), Clause)]
        usual = [each for each in outer if each[0].label == "(a)"]
        if len(usual) < 5:
            return
        for level in usual:
            if 1 < len(level) < 10 and not any(each.vacant for each in level):
                edits = tuple(each.relabel(labels(place)) for place, each in enumerate(level))
                yield Planting(page, edits, brings=(*(gone(each.label) for each in level), _deeper(level)))

    return plant


def _deeper(level: Sequence[Part]) -> Consequence:
    """A list within a list takes its level's style from the one above it."""
    first, last = level[0].start, level[-1].end

    def brings(found: Diagnostic, mutated: Mutated) -> bool:
        within = found.path == mutated.path and first <= found.span.start <= last + 100
        return found.rule == "level-style" and within

    return brings


def _holder(page: Page, level: _Level) -> object:
    parent = level[0].placed.address.parent
    return next((each.placed.block for each in page.parts if each.placed.address == parent), None)


def _one_relabelled(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """One paragraph of a lettered list has a numeral."""
    for level in page.lists:
        if len(level) > 3 and level[0].label == "(a)" and plain_run(level):
            for place in range(1, min(len(level) - 1, 8)):
                each = level[place]
                if not each.vacant:
                    brings = (gone(each.label), in_file("gap-in-list"), here("out-of-order-number"))
                    yield Planting(page, (each.relabel(f"({place + 1})"),), brings=brings)


def _made_vacant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A clause that is referred to is omitted, its number kept, and the reference left behind."""
    parts = (
        {each.label: each for each in page.parts if isinstance(each.placed.block, Clause)} if page.is_section else {}
    )
    for other in sample.pages:
        for passage, found in cited(other):
            part = parts.get(found["label"])
            inside = (
                part is not None and part.page is other and part.start <= passage.placed.block.span.start < part.end
            )
            if part is None or inside or found["letters"] or not _whole(part) or part.vacant or random.random() < 0.5:
                continue
            edit = Edit(part.label_at + len(part.label), part.end, " [Not used]\n\n")
            span = passage.prose.span(*found.span())
            brings = (
                unused(part.source),
                naming(part.label, "dangling-reference", "reference-to-not-used", "echoed-heading"),
                in_file("ambiguous-that"),
            )
            yield Planting(page, (edit,), (span.start, span.end), other.path, brings)


def _to_vacant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A reference is to a number that is not used."""
    vacant = [
        part.label for each in sample.pages if each.is_section for part in each.parts
        if part.vacant and isinstance(part.placed.block, Clause)
    ]  # fmt: skip
    for passage, found in cited(page):
        yield Planting(page, (passage.replace(*found.span(), f"Section {random.choice(vacant)}"),))


def _paragraph_vacant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """A paragraph that is referred to is omitted, its letter kept, and the reference left behind."""
    inner = [each for level in page.lists for each in level[:-2] if each.simple and not each.vacant]
    for other in sample.pages:
        for passage, found in cited(other):
            wanted = found["label"] + found["letters"]
            for part in inner:
                if found["letters"] and page.is_section and part.placed.address.local == wanted:
                    ending = re.search(r"(; (?:and|or)|[;.,])\s*$", part.source)
                    edit = Edit(
                        part.label_at + len(part.label),
                        part.end,
                        f" [Not used]{ending[1] if ending else ''}\n" + "\n" * part.source.endswith("\n\n"),
                    )
                    span = passage.prose.span(*found.span())
                    brings = (unused(part.source), naming(part.label, "reference-to-not-used"))
                    yield Planting(page, (edit,), (span.start, span.end), other.path, brings)


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "duplicate-number": (
        Shape("the number of the clause above", _clause_as_above),
        Shape("the letter of the paragraph above", _paragraph_as_above),
        Shape("a clause copied below itself", _copied),
        Shape("a paragraph copied below itself", _copied_paragraph),
    ),
    "out-of-order-number": (
        Shape("two clauses change places", _clauses_swapped),
        Shape("two clauses change numbers", _numbers_swapped),
        Shape("two paragraphs change letters", _letters_swapped),
        Shape("a clause moved up", _moved_up),
    ),
    "gap-in-list": (
        Shape("a paragraph taken out", _paragraph_out),
        Shape("the last letter one further", _letter_further),
        Shape("a list from (b) on", _begins_further),
    ),
    "not-used-missing": (
        Shape("a clause taken out", _clause_out),
        Shape("the first clause taken out", _first_out),
        Shape("the last number further on", _number_further),
        Shape("a [Not used] taken out", _vacancy_out),
    ),
    "level-style": (
        Shape("a list in numerals", _relabelled(lambda place: f"({ROMAN[place]})")),
        Shape("a list in figures", _relabelled(lambda place: f"({place + 1})")),
        Shape("a list in capitals", _relabelled(lambda place: f"({chr(65 + place)})")),
        Shape("a list with full stops", _relabelled(lambda place: f"{chr(97 + place)}.")),
        Shape("one paragraph in figures", _one_relabelled),
    ),
    "reference-to-not-used": (
        Shape("a clause omitted", _made_vacant),
        Shape("a reference to a number that is not used", _to_vacant),
        Shape("a paragraph omitted", _paragraph_vacant),
    ),
}
