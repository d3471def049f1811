"""Errors of terms and abbreviations in letters."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from tests.mutation.letter_planting import LetterPlant, LetterShape, Shapes, each, ends, sentence, sentences
from tests.mutation.letter_sample import Letter
from tests.mutation.planting import Planting, here, in_file
from tests.mutation.sample import Edit, sample

_INTRODUCED = re.compile(r"(?:The )?(?P<long>[A-Z][a-z]+(?:\s[A-Z][a-z]+){1,4})\s\((?P<short>[A-Z]{2,5})\)")
_OTHER = {
    "A": "Audit", "B": "Basic", "C": "Central", "D": "Digital", "E": "External", "F": "Federal", "G": "General",
    "I": "Internal", "M": "Major", "N": "National", "O": "Open", "P": "Public", "R": "Regional", "S": "Senior",
    "T": "Technical", "W": "Wider",
}  # fmt: skip
_ANOTHER = {"C": "Common", "S": "Special", "D": "Domestic", "E": "Electric", "G": "Great", "M": "Mutual"}
_NAMES = ("Metering", "Networks", "Records", "Premises", "Supplies", "Savings", "Meters", "Losses", "Tariffs", "Grants")
_THINGS = ("Service", "Board", "Manual", "Review", "Report", "Office")


@cache
def _terms() -> tuple[str, ...]:
    return tuple(each for each in sample().wide_terms if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", each))


def _introductions(letter: Letter) -> list[re.Match[str]]:
    """The abbreviations that a letter introduces, with their words."""
    found = (_INTRODUCED.finditer(letter.text, start, end) for start, end in letter.paragraphs)
    return [each for of in found for each in of if _initials(each["long"]) == each["short"]]


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split())


def _later(letter: Letter, found: re.Match[str]) -> list[re.Match[str]]:
    """Where an abbreviation is used behind its introduction, alone and in a sentence."""
    uses = re.compile(rf"(?<=[Tt]he\s){found['short']}(?=[ .,\n])(?!\s[A-Z])")
    paragraphs = [(start, end) for start, end in letter.paragraphs if end > found.end()]
    return [use for start, end in paragraphs for use in uses.finditer(letter.text, max(start, found.end()), end)]


def _again(says: Callable[[re.Match[str], Random], str], *rules: str) -> LetterPlant:
    """An abbreviation introduced where it is used."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        for found in _introductions(letter):
            for use in _later(letter, found):
                yield Planting(letter, (Edit(use.start(), use.end(), says(found, random)),), brings=(here(*rules),))

    return plant


def _other_words(found: re.Match[str], place: int) -> str:
    words = found["long"].split()
    words[place] = _OTHER[words[place][0]]
    return f"{' '.join(words)} ({found['short']})"


def _words_for(short: str) -> list[str]:
    """Words with these first letters, no two the same."""
    return [(_OTHER if letter not in short[:at] else _ANOTHER)[letter] for at, letter in enumerate(short)]


def _told_again(change: Callable[[list[str]], list[str]], *rules: str) -> LetterPlant:
    """A sentence more, in which an abbreviation is introduced again."""

    def plant(letter: Letter, _: Random) -> Iterator[Planting]:
        for found in _introductions(letter):
            words = " ".join(change(found["long"].split()))
            for end in ends(letter):
                if end > found.end() + 100:
                    said = f" That was shown to the {words} ({found['short']})."
                    yield Planting(letter, (Edit(end, end, said),), brings=(here(*rules),))

    return plant


def _not_introduced(letter: Letter, _: Random) -> Iterator[Planting]:
    """The brackets of an introduction left out; the first use shows it."""
    introduced = _introductions(letter)
    for found in introduced if "Glossary" not in letter.text and len(introduced) > 3 else ():
        uses = _later(letter, found)
        if uses and found["short"] not in letter.text[: found.start()] and _strange(found["short"]):
            cut = Edit(found.end("long"), found.end(), "")
            yield Planting(letter, (cut,), shown=(uses[0].start(), uses[0].end()))


def _strange(short: str) -> bool:
    return not re.search(rf"\b{short}\b", sample().text)


def _too_late(letter: Letter, _: Random) -> Iterator[Planting]:
    """An abbreviation used where its words stood, and introduced later."""
    for found in _introductions(letter):
        for use in _later(letter, found) if _strange(found["short"]) and "Glossary" not in letter.text else ():
            if letter.text.find("\n\n", found.end(), use.start()) >= 0:
                full = f"{found['long']} ({found['short']})"
                edits = (
                    Edit(found.start("long"), found.end(), found["short"]),
                    Edit(use.start(), use.end(), full),
                )
                yield Planting(letter, edits, brings=(in_file("inconsistent-capitals"),))


def _strange_abbreviation(letter: Letter, random: Random) -> Iterator[Planting]:
    if len(_introductions(letter)) < 3:
        return
    for end in ends(letter):
        short = "".join(random.sample("BFGJKQVWZ", 3))
        brings = (here("unintroduced-abbreviation"), in_file("incomplete-glossary"))
        yield Planting(letter, (Edit(end, end, f" The {short} was told."),), brings=brings)


def _in_other_capitals(change: Callable[[list[str], Random], list[str]]) -> LetterPlant:
    """A name of several words that the letter introduces, or the Code has, in small letters where it stands again."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        own = {found["long"] for found in _introductions(letter)}
        names = own | {name for name in _terms() if len(list(letter.find(rf"\b{name}\b"))) > 2}
        for name in sorted(names):
            found = [use for use in letter.find(rf"\b{name}\b(?!\s\(|[a-z])(?!\))") if _in_a_sentence(letter, use)]
            for use in found[1:] if name not in own else found:
                new = " ".join(change(name.split(" "), random))
                yield Planting(letter, (Edit(use.start(), use.end(), new),), brings=(here("undefined-term"),))

    return plant


def _in_a_sentence(letter: Letter, use: re.Match[str]) -> bool:
    return any(start <= use.start() < end and letter.text[end - 1] in ".:;" for start, end in letter.paragraphs)


def _small(words: list[str], at: int) -> list[str]:
    return [*words[:at], words[at].lower(), *words[at + 1 :]] if at else words


def _near(slip: Callable[[str, Random], str]) -> LetterPlant:
    """A term that stands in a sentence, misspelt."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        for name in _terms():
            for found in letter.find(rf"(?<!\()\b{name}\b(?! [A-Z(]|s|\))") if len(name) > 12 else ():
                yield Planting(letter, (Edit(found.start(), found.end(), slip(name, random)),))

    return plant


def _place(name: str, random: Random) -> int:
    inner = [
        at for at in range(2, len(name) - 2) if name[at - 1 : at + 2].isalpha() and name[at - 1 : at + 2].islower()
    ]
    return random.choice([at for at in inner if name[at] != name[at + 1]] or inner)


def _left_out(name: str, random: Random) -> str:
    at = _place(name, random)
    return f"{name[:at]}{name[at + 1 :]}"


def _doubled(name: str, random: Random) -> str:
    at = _place(name, random)
    return f"{name[:at]}{name[at]}{name[at:]}"


def _swapped(name: str, random: Random) -> str:
    at = _place(name, random)
    return f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"


def _two_forms(random: Random) -> tuple[str, ...]:
    first, second = random.choice(_NAMES), random.choice(_THINGS)
    other = first[:-1] if first.endswith("s") else f"{first}s"
    often = f"The {first} {second} has met."
    return often, often.replace("has met", "was asked"), often, f"The {other} {second} has met."


def _two_joints(random: Random) -> tuple[str, ...]:
    letters, figure = "".join(random.sample("BFGKQVWZ", 3)), random.randint(11, 999)
    joints = random.sample(("", "-", " "), 2)
    often = f"We refer to {letters}{joints[0]}{figure}."
    return often, often, f"We refer to {letters}{joints[1]}{figure}."


def _cut_short(words: tuple[str, str], says: str) -> Callable[[Random], tuple[str, ...]]:
    def said(random: Random) -> tuple[str, ...]:
        name = f"{random.choice(words)} {random.choice(_NAMES)} {random.choice(_THINGS)}"
        short = name.partition(" ")[2]
        return f"The {name} has met.", f"We asked the {name} about it.", says.format(short)

    return said


SHAPES: Shapes = {
    "abbreviation-clash": (
        LetterShape(
            "another first word", _again(lambda m, _: _other_words(m, 0), "duplicate-definition", "undefined-term")
        ),
        LetterShape(
            "in a sentence more",
            _told_again(lambda words: [*words[:-1], _OTHER[words[-1][0]]], "duplicate-definition", "undefined-term"),
        ),
        LetterShape(
            "another last word", _again(lambda m, _: _other_words(m, -1), "duplicate-definition", "undefined-term")
        ),
        LetterShape(
            "other words",
            _again(
                lambda m, _: f"{' '.join(_words_for(m['short']))} ({m['short']})",
                "duplicate-definition",
                "undefined-term",
            ),
        ),
    ),
    "duplicate-definition": (
        LetterShape("again in brackets", _again(lambda m, _: f"{m['long']} ({m['short']})")),
        LetterShape("again in quotation marks", _again(lambda m, _: f"{m['long']} (“{m['short']}”)")),
        LetterShape("in a sentence more", _told_again(lambda words: words)),
        LetterShape("again with its article", _again(lambda m, _: f"{m['long']} (the “{m['short']}”)")),
    ),
    "inconsistent-capitals": (
        LetterShape(
            "the last word in small letters", _in_other_capitals(lambda words, _: _small(words, len(words) - 1))
        ),
        LetterShape("the second word in small letters", _in_other_capitals(lambda words, _: _small(words, 1))),
        LetterShape("all but the first", _in_other_capitals(lambda words, _: [words[0], *map(str.lower, words[1:])])),
    ),
    "inconsistent-form": (
        LetterShape("one for many, or many for one", sentences(_two_forms, here("undefined-term"))),
        LetterShape(
            "joined otherwise", sentences(_two_joints, in_file("unintroduced-abbreviation", "incomplete-glossary"))
        ),
        LetterShape(
            "an odd plural", sentence(lambda r: f"The Appendixes were sent to {r.choice(('us', 'all', 'them'))}.")
        ),
        LetterShape(
            "a name of its own",
            each(r"\bCommunications Hubs\b(?! \()(?!\))", lambda *_: "Communication Hubs", here("undefined-term")),
        ),
    ),
    "shortened-term": (
        LetterShape(
            "where something is asked", sentences(_cut_short(("Northern", "Southern"), "Did the {} agree at once?"))
        ),
        LetterShape(
            "where something is told", sentences(_cut_short(("Initial", "Final"), "That is what the {} said."))
        ),
        LetterShape(
            "behind a preposition", sentences(_cut_short(("Joint", "Interim"), "It was read by the {} in full."))
        ),
    ),
    "undefined-term": (
        LetterShape("a letter left out", _near(_left_out)),
        LetterShape("a letter twice", _near(_doubled)),
        LetterShape("two letters in each other's place", _near(_swapped)),
    ),
    "unintroduced-abbreviation": (
        LetterShape("its introduction left out", _not_introduced),
        LetterShape("introduced too late", _too_late),
        LetterShape("one that nothing explains", _strange_abbreviation),
    ),
}
