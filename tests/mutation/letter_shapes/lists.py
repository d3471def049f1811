"""Errors of what a letter says in two places, of its lists, and of instructions."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from tests.mutation.letter_planting import LetterPlant, LetterShape, Shapes, ends, sentence, word_changed
from tests.mutation.letter_sample import Letter
from tests.mutation.planting import Planting, in_file
from tests.mutation.sample import Edit

_QUESTION = re.compile(r"^Q[0-9] (?P<words>.+\?)$", re.MULTILINE)
_TITLE = re.compile(r"‘(?P<words>[^’]+)’<sup>")
_CONTENTS = re.compile(r"^(?P<words>[0-9] [A-Z][^.\n]+) \.{4,}", re.MULTILINE)
_ITEM = re.compile(r"^- (?P<document>(?:Appendix|Section) [A-Z]+)\n", re.MULTILINE)
_SAID = re.compile(r"Appendices (?P<all>[A-Z, ]+ and [A-Z]+)")
_ADDED = re.compile(
    r'(?<=" )(?:at the end of|after the words? "[^"]+" in)[^".]*? (?P<place>(?:Appendix|Section) [A-Z0-9]+)'
)
_PROMISE = re.compile(r"This glossary lists all")
_HEADWORD = re.compile(r"^# (?P<words>[A-Z]{3})\n\n[^\n]+\n", re.MULTILINE)
_FREE = (
    *"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "AC",
    "AE",
    "AH",
    "AI",
    "AJ",
    "AK",
    "AL",
    "AM",
    "AO",
    "AP",
    "AQ",
    "AR",
    "AS",
    "AT",
)
"""Appendices that the report does not name."""


def _one_of_two(pattern: re.Pattern[str], *, first: bool) -> LetterPlant:
    """A word left out, or two in each other's place, in one of two texts that are to be the same.

    The finding is at the first of them, or at the second.
    """

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        said = list(pattern.finditer(letter.text))
        for found in said:
            alike = [other for other in said if other["words"] == found["words"]]
            place = alike[0 if first else -1]
            for _ in range(4 if len(alike) == 2 else 0):
                new = word_changed(found["words"], random)
                if new != found["words"]:
                    edit = Edit(found.start("words"), found.end("words"), new)
                    yield Planting(letter, (edit,), shown=place.span("words"))

    return plant


def _another_word(pattern: re.Pattern[str], *, first: bool) -> LetterPlant:
    """Another word in one of two texts that are to be the same."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        said = list(pattern.finditer(letter.text))
        for found in said:
            alike = [other for other in said if other["words"] == found["words"]]
            place = alike[0 if first else -1]
            for word in random.sample(
                list(re.finditer(r"(?<= )[A-Za-z]{3,}", found["words"])), 3 if len(alike) == 2 else 0
            ):
                at = found.start("words")
                edit = Edit(at + word.start(), at + word.end(), random.choice(("other", "Further", "such")))
                yield Planting(letter, (edit,), shown=place.span("words"))

    return plant


def _word_more(pattern: re.Pattern[str], *, first: bool) -> LetterPlant:
    """A word more in one of two texts that are to be the same."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        said = list(pattern.finditer(letter.text))
        for found in said:
            alike = [other for other in said if other["words"] == found["words"]]
            place = alike[0 if first else -1]
            for space in random.sample(list(re.finditer(" ", found["words"])), 3 if len(alike) == 2 else 0):
                at = found.start("words") + space.start()
                yield Planting(
                    letter, (Edit(at, at, f" {random.choice(('other', 'New', 'later'))}"),), shown=place.span("words")
                )

    return plant


def _contents(letter: Letter, random: Random) -> Iterator[Planting]:
    """A heading that the table of contents has in other words; the line of the contents shows it."""
    for found in _CONTENTS.finditer(letter.text):
        heading = letter.text.index(f"# {found['words']}\n") + 2
        end = heading + len(found["words"])
        for at, stop in ((found.start("words"), found.end("words")), (heading, end)):
            new = f"{letter.text[at:stop]} {random.choice(('in Part', 'and More', 'so Far'))}"
            yield Planting(letter, (Edit(at, stop, new),), shown=found.span("words"))


def _listed(change: Callable[[list[str], Random], list[str]], where: str) -> LetterPlant:
    """A document more, or less, or another, in the sentence that lists them, in the bullets, or in both."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        said = _SAID.search(letter.text)
        items = list(_ITEM.finditer(letter.text))
        for _ in range(40 if said is not None and items else 0):
            assert said is not None
            labels = re.findall(r"[A-Z]+", said["all"].replace(" and ", " "))
            new = change(labels, random)
            edits = []
            if where != "bullets":
                edits.append(Edit(said.start("all"), said.end("all"), f"{', '.join(new[:-1])} and {new[-1]}"))
            if where != "sentence":
                bullets = "".join(f"- {each}\n" for each in ("Section G", *(f"Appendix {label}" for label in new)))
                edits.append(Edit(items[0].start(), items[-1].end(), bullets))
            shown = (said.start(), said.end()) if where != "bullets and sentence" else None
            yield Planting(letter, tuple(edits), shown=shown, brings=(in_file("list-not-as-changed"),))

    return plant


def _less(labels: list[str], random: Random) -> list[str]:
    gone = random.choice(labels)
    return [each for each in labels if each != gone]


def _more(labels: list[str], random: Random) -> list[str]:
    return sorted([*labels, random.choice(_FREE)], key=lambda label: (len(label), label))


def _another(labels: list[str], random: Random) -> list[str]:
    return _more(_less(labels, random), random)


def _without_place(letter: Letter, _: Random) -> Iterator[Planting]:
    """The words that say where are left out of an instruction."""
    for found in _ADDED.finditer(letter.text):
        yield Planting(letter, (Edit(found.start(), found.end(), f"to {found['place']}"),))


def _order(says: str) -> LetterPlant:
    return sentence(lambda r: says.format(r.choice(_WORDS), r.choice(_PLACES)))


_WORDS = ("promptly", "in writing", "and the Panel", "or the DCC", "each year")
_PLACES = ("Appendix J", "Appendix AD", "Section G", "Section H14", "the definition", "Schedule 7")


def _headword(new: Callable[[re.Match[str], Random], str], letter: Letter, random: Random) -> Iterator[Planting]:
    """A headword of the glossary that lists all, changed or taken out."""
    promise = _PROMISE.search(letter.text)
    for found in _HEADWORD.finditer(letter.text) if promise is not None else ():
        for _ in range(6):
            edit = Edit(found.start(), found.end(), new(found, random))
            yield Planting(letter, (edit,), shown=promise.span() if promise else None, brings=(_STRANGE,))


_STRANGE = in_file("unintroduced-abbreviation")


def _unlisted(says: str, letter: Letter, random: Random) -> Iterator[Planting]:
    """An abbreviation more, in a letter whose glossary lists all."""
    promise = _PROMISE.search(letter.text)
    for end in ends(letter) if promise is not None else ():
        short = "".join(random.sample("BFGJKQVWZ", random.randint(3, 5)))
        edit = Edit(end, end, f" {says.format(short)}")
        if promise is not None and end < promise.start():
            yield Planting(letter, (edit,), shown=promise.span(), brings=(_STRANGE,))


SHAPES: Shapes = {
    "restated-text": (
        LetterShape("a question with a word less", _one_of_two(_QUESTION, first=False)),
        LetterShape("a question with another word", _another_word(_QUESTION, first=False)),
        LetterShape("a question with a word more", _word_more(_QUESTION, first=False)),
        LetterShape("a heading and the contents", _contents),
    ),
    "publication-title": (
        LetterShape("a title with a word less", _one_of_two(_TITLE, first=True)),
        LetterShape("a title with another word", _another_word(_TITLE, first=True)),
        LetterShape("a title with a word more", _word_more(_TITLE, first=True)),
    ),
    "disagreeing-lists": (
        LetterShape("one less in the bullets", _listed(_less, "bullets")),
        LetterShape("one more in the bullets", _listed(_more, "bullets")),
        LetterShape("one less in the sentence", _listed(_less, "sentence")),
        LetterShape("one more in the sentence", _listed(_more, "sentence")),
        LetterShape("another in the bullets", _listed(_another, "bullets")),
    ),
    "list-not-as-changed": (
        LetterShape("one less in both lists", _listed(_less, "bullets and sentence")),
        LetterShape("one more in both lists", _listed(_more, "bullets and sentence")),
        LetterShape("another in both lists", _listed(_another, "bullets and sentence")),
    ),
    "instruction-without-place": (
        LetterShape("its place left out", _without_place),
        LetterShape(
            "words, before it is said what is done with them",
            sentence(
                lambda r: (
                    f'The words "{r.choice(_WORDS)}" are {r.choice(("added", "inserted"))} to {r.choice(_PLACES)}.'
                )
            ),
        ),
        LetterShape("words that are added", _order('It adds "{}" to {}.')),
        LetterShape("words that are inserted", _order('The direction would insert "{}" into {}.')),
        LetterShape("words to be added", _order('It is proposed that the Panel add the words "{}" to {} of the Code.')),
    ),
    "incomplete-glossary": (
        LetterShape("an abbreviation more", partial(_unlisted, "The {} was told.")),
        LetterShape("another abbreviation more", partial(_unlisted, "We asked those of the {}, too.")),
        LetterShape("a headword taken out", partial(_headword, lambda *_: "")),
        LetterShape(
            "a headword misspelt",
            partial(_headword, lambda m, r: m[0].replace(m["words"], f"{m['words'][:2]}{r.choice('BFGJKQVW')}")),
        ),
    ),
}
