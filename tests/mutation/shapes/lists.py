"""Slips at the ends of the paragraphs of a list."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from tests.mutation.planting import Plant, Planting, Shape
from tests.mutation.sample import Edit, Page, Part, Sample


def _lists(pick: Callable[[tuple[Part, ...]], Iterator[Part]], old: str, new: Callable[[Random], str]) -> Plant:
    """The end of a paragraph, in a list of at least three that is one sentence and nothing but words."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for level in page.lists:
            if len(level) > 2 and all(each.simple and not each.vacant for each in level) and _one_sentence(level):
                for each in pick(level):
                    found = re.search(rf"{old}\s*$", each.source)
                    if found is not None:
                        start = each.start + found.start()
                        edit = Edit(start, start + len(found[0].rstrip()), new(random))
                        yield Planting(page, (edit,), (max(start - 1, each.start), edit.end))

    return plant


def _one_sentence(level: tuple[Part, ...]) -> bool:
    """Whether each paragraph ends with a semicolon, and the last but one with the word that joins."""
    marks = [each.source.rstrip() for each in level[:-2]]
    joined = level[-2].source.rstrip().endswith(("; and", "; or"))
    return joined and all(mark.endswith(";") for mark in marks) and not _goes_on(level)


def _goes_on(level: tuple[Part, ...]) -> bool:
    return not level[-1].source.endswith("\n\n") or level[-1].page.text[level[-1].end : level[-1].end + 1] == " "


def _moved_word(word: Callable[[str], tuple[str, str]]) -> Plant:
    """The joining word put behind an earlier paragraph; `word` says what then stands at both places."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for level in page.lists:
            if len(level) > 3 and all(each.simple and not each.vacant for each in level) and _one_sentence(level):
                early, joined = random.choice(level[:-2]), level[-2].source.rstrip().rpartition(" ")[2]
                earlier, later = word(joined)
                edits = (_behind(early, ";", earlier), _behind(level[-2], f"; {joined}", later))
                yield Planting(page, edits, (edits[0].start, edits[1].end))

    return plant


def _doubled(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The joining word behind the paragraph before the last but one as well, as where a paragraph is added."""
    for level in page.lists:
        if len(level) > 3 and all(each.simple and not each.vacant for each in level) and _one_sentence(level):
            joined = level[-2].source.rstrip().rpartition(" ")[2]
            edit = _behind(level[-3], ";", f"; {joined}")
            yield Planting(page, (edit,), (edit.start, edit.end))


def _behind(part: Part, old: str, new: str) -> Edit:
    end = part.start + len(part.source.rstrip())
    return Edit(end - len(old), end, new)


def _same(word: str) -> tuple[str, str]:
    return f"; {word}", ";"


def _other(word: str) -> tuple[str, str]:
    return ("; or" if word == "and" else "; and"), f"; {word}"


def _before_two_last(level: tuple[Part, ...]) -> Iterator[Part]:
    yield from level[:-2]


def _last_but_one(level: tuple[Part, ...]) -> Iterator[Part]:
    yield level[-2]


def _last_of_clause(level: tuple[Part, ...]) -> Iterator[Part]:
    """The last paragraph of a list that ends a clause."""
    path = level[-1].placed.address.path
    if sum(step.startswith("(") for step in path) == 1 and not any(step.startswith('"') for step in path):
        yield level[-1]


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "list-connective": (
        Shape("and taken out", _lists(_last_but_one, r"; (?:and|or)", lambda _: ";")),
        Shape("and too early", _moved_word(_same)),
        Shape("and with or", _moved_word(_other)),
        Shape("and behind two of the last", _doubled),
        Shape("and behind the last", _lists(_last_of_clause, r"\.", lambda r: r.choice(("; and", "; or")))),
    ),
    "list-punctuation": (
        Shape("a comma for a semicolon", _lists(_before_two_last, ";", lambda _: ",")),
        Shape("a full stop for a semicolon", _lists(_before_two_last, ";", lambda _: ".")),
        Shape("nothing for a semicolon", _lists(_before_two_last, ";", lambda _: "")),
        Shape("no full stop at the end", _lists(_last_of_clause, r"(?<=[a-z])\.", lambda r: r.choice(("", ";")))),
    ),
}
