"""Errors in what instruments order: numbers, places, references to one another, the order in which they stand."""

import re
from collections.abc import Callable, Mapping
from random import Random

from tests.mutation.history import (
    AGAIN,
    PLANTED,
    History,
    TimePlanting,
    TimeShape,
    by_rules,
    in_planted,
    instrument,
    paragraph,
)
from tests.mutation.shapes.places import further

_ADVERBS = ("promptly", "duly", "carefully", "plainly", "gladly")


def _sound(history: History, random: Random) -> str:
    """An operation that can be carried out."""
    phrase = history.phrase(random)
    first, second, third = phrase.words
    return f'in {phrase.clause}, for "{phrase.said}" substitute "{first} {second} {random.choice(_ADVERBS)} {third}"'


def _numbered(change: Callable[[list[str]], list[str]]) -> Callable[..., TimePlanting]:
    def plant(history: History, random: Random) -> TimePlanting:
        numbers = change(["1 ", "2 ", "3 ", "4 "])
        lines = [f"{number}{_sound(history, random)}" for number in numbers]
        files = instrument("\n\n".join(lines))
        return TimePlanting(files, tuple(files), f"numbers {numbers}", (in_planted("unnumbered-operation"),))

    return plant


def _words_not_there(history: History, random: Random) -> TimePlanting:
    phrase = history.phrase(random)
    first, *rest = phrase.words
    said = f"{first} zealously {' '.join(rest)}"
    files = instrument(f'1 in {phrase.clause}, for "{said}" substitute "{phrase.said} duly"')
    return TimePlanting(files, (paragraph(1),), f"{phrase.clause}: {said}")


def _words_twice(history: History, random: Random) -> TimePlanting | None:
    _, passage = history.clause(random)
    word = random.choice(("the", "of", "and", "that", "to", "for"))
    if len(re.findall(rf"\b{word}\b", passage.text)) < 2:
        return None
    place = passage.placed.address.printed
    return TimePlanting(instrument(f'1 in {place}, after "{word}" insert "duly"'), (paragraph(1),), f"{place}: {word}")


def _no_such_provision(history: History, random: Random) -> TimePlanting | None:
    page, passage = history.clause(random)
    number = further(passage.placed.address.local, random.randint(60, 90))
    if not number or number in history.text.labels:
        return None
    place = f"{page.document.id.printed.partition(' ')[0]} {number}"
    return TimePlanting(instrument(f"1 omit {place}"), (paragraph(1),), place)


def _number_taken(history: History, random: Random) -> TimePlanting:
    """A clause inserted at the end of its sub-section under a number that another one has."""
    page, passage = history.clause(random)
    number = passage.placed.address.local
    section = f"{page.document.id.printed.partition(' ')[0]} {number.partition('.')[0]}"
    files = instrument(f"1 in {section}, at the end insert\n  > {number} The Panel shall publish what it has decided.")
    return TimePlanting(files, (paragraph(1),), f"{section}: {number}", (in_planted("instruction-not-possible"),))


def _misquoted(history: History, random: Random) -> TimePlanting | None:
    """Two letters changed in the words that an instrument of the sample replaces."""
    path, number, line = history.operation(random)
    found = re.search(r'for "(?P<said>[^"]{12,})"', line)
    if found is None:
        return None
    said = found["said"]
    at = random.randrange(1, len(said) - 3)
    if not said[at : at + 2].isalpha() or said[at] == said[at + 1]:
        return None
    other = f"{said[:at]}{said[at + 1]}{said[at]}{said[at + 2 :]}"
    text = history.instruments[path]
    files = {path: text.replace(line, line.replace(said, other), 1)}
    name = path.rpartition("/")[2].removesuffix(".sec")
    # what is drafted on the words that were to be there fails with it, and terms misspelt are near those that there are
    brings = by_rules("instruction-not-possible", "undefined-term-in-instrument", "order-not-declared")
    return TimePlanting(files, (paragraph(number, name),), f"{said} → {other}", (brings,))


def _no_such_paragraph(history: History, random: Random) -> TimePlanting:
    path, _, _ = history.operation(random)
    name = path.rpartition("/")[2].removesuffix(".sec")
    number = random.randint(70, 99)
    files = instrument(f"1 cancel paragraph {number} of {name}", kind="direction")
    return TimePlanting(files, (paragraph(1),), f"paragraph {number} of {name}")


def _misnamed(history: History, random: Random) -> TimePlanting:
    path, _, _ = history.operation(random)
    name = path.rpartition("/")[2].removesuffix(".sec")
    other = random.choice((f"{name}s", name.replace("20", "19", 1), f"{name}-again", name[:-1]))
    files = instrument(f"1 withdraw {other}", kind="notice", dates="made: 2022-07-04")
    return TimePlanting(files, (paragraph(1),), other)


def _waits_for_itself(history: History, random: Random) -> TimePlanting:
    one, other = _sound(history, random), _sound(history, random)
    ends = [f"from the effect of paragraph {number} of {PLANTED}" for number in (2, 1)]
    lines = f"1 {one}, {ends[0]}\n\n2 {other}, {ends[1]}"
    return TimePlanting(instrument(lines), (paragraph(1), paragraph(2)), lines, (in_planted("unknown-instrument"),))


def _waits_for_another(history: History, random: Random) -> TimePlanting:
    path, _, _ = history.operation(random)
    name = path.rpartition("/")[2].removesuffix(".sec")
    number = random.randint(70, 99)
    files = instrument(f"1 {_sound(history, random)}, from the effect of paragraph {number} of {name}")
    return TimePlanting(files, (paragraph(1),), f"the effect of paragraph {number} of {name}")


def _two(first: str, second: str) -> Callable[[History, Random], TimePlanting]:
    """Two instruments that do these things to the same words on one day."""

    def plant(history: History, random: Random) -> TimePlanting:
        phrase = history.phrase(random)
        here = {"clause": phrase.clause, "said": phrase.said, "first": phrase.words[0], "last": phrase.words[-1]}
        one, other = (f"1 in {words.format(**here)}" for words in (first, second))
        files = instrument(one) | instrument(other, AGAIN, dates="made: 2022-07-05\nfrom: 2023-01-05")
        brings = (in_planted("instruction-not-possible"),)  # the second finds other words than it was drafted on
        return TimePlanting(files, (AGAIN, PLANTED), f"{one}; {other}", brings)

    return plant


SHAPES: Mapping[str, tuple[TimeShape, ...]] = {
    "unnumbered-operation": (
        TimeShape("a number left out", _numbered(lambda numbers: ["", *numbers[1:]])),
        TimeShape("a number twice", _numbered(lambda numbers: [*numbers[:2], "2 ", numbers[3]])),
        TimeShape("two numbers change places", _numbered(lambda numbers: [numbers[0], "3 ", "2 ", numbers[3]])),
    ),
    "instruction-not-possible": (
        TimeShape("words of the sample's own misquoted", _misquoted),
        TimeShape("words that are not there", _words_not_there),
        TimeShape("words that stand there twice", _words_twice),
        TimeShape("a provision that there is not", _no_such_provision),
        TimeShape("a number that is taken", _number_taken),
    ),
    "unknown-instrument": (
        TimeShape("a paragraph that there is not", _no_such_paragraph),
        TimeShape("an instrument under another name", _misnamed),
        TimeShape("two that wait for each other", _waits_for_itself),
        TimeShape("an effect that waits for none", _waits_for_another),
    ),
    "order-not-declared": (
        TimeShape(
            "two insertions in one place",
            _two('{clause}, after "{said}" insert "promptly"', '{clause}, after "{said}" insert "in writing"'),
        ),
        TimeShape(
            "two texts for the same words",
            _two(
                '{clause}, for "{said}" substitute "{first} duly {last}"', '{clause}, for "{said}" substitute "{first}"'
            ),
        ),
        TimeShape(
            "words changed and taken out",
            _two('{clause}, for "{said}" substitute "{said} duly"', '{clause}, omit "{said}"'),
        ),
        TimeShape(
            "two sentences at the end",
            _two('{clause}, at the end insert "It shall say so."', '{clause}, at the end insert "It shall say why."'),
        ),
    ),
}
