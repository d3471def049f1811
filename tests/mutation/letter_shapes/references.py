"""Errors of references in letters, and of what the letter calls itself."""

import re
from collections.abc import Iterator
from random import Random

from tests.mutation.letter_planting import (
    LetterPlant,
    LetterShape,
    Shapes,
    deleted,
    each,
    sentence,
    word_changed,
    written,
)
from tests.mutation.letter_sample import Letter
from tests.mutation.planting import Planting, here, in_file

_ECHOED = r"(?<=[0-9A-Z] \()[A-Z][A-Za-z&:,' -]+(?=\))(?<=[a-z])"
_LISTS = in_file("disagreeing-lists", "list-not-as-changed")
_FORM = here("inconsistent-form")
_ACTS = ("Water", "Communications", "Companies", "Railways", "Highways", "Competition")
_BETWEEN = ("Charging Terms", "Metering Points", "Testing Matters", "Data Provisions", "Records of Users")


def _own_part(found: re.Match[str], random: Random) -> str:
    return random.choice("FGHJKL") if found[0].isalpha() else str(random.randint(12, 40))


def _other_heading(_: re.Match[str], random: Random) -> str:
    return random.choice(_BETWEEN)


def _heading_changed(found: re.Match[str], random: Random) -> str | None:
    return word_changed(found[0], random) if found[0].count(" ") > 1 else None


def _number_of_words(found: re.Match[str], random: Random) -> str:
    """A word of a heading in the singular, or in the plural."""
    words = found[0].split(" ")
    at = random.choice([place for place, word in enumerate(words) if len(word) > 4])
    word = words[at].removesuffix("s") if words[at].endswith("s") else f"{words[at]}s"
    return " ".join([*words[:at], word, *words[at + 1 :]])


def _act(random: Random) -> str:
    return random.choice(_ACTS)


def _of_a_letter(plant: LetterPlant) -> LetterPlant:
    """Only in letters that have a name for themselves."""

    def planted(letter: Letter, random: Random) -> Iterator[Planting]:
        if "this letter" in letter.text or "this notice" in letter.text:
            yield from plant(letter, random)

    return planted


_VERBS = ("requires", "provides for", "allows", "permits", "applies to", "describes", "contains")


SHAPES: Shapes = {
    "dangling-reference": (
        LetterShape(
            "a sub-section that there is not",
            written(each(r"(?<=Section [A-Z])[0-9]{1,2}(?= [(a-z])", lambda m, r: str(int(m[0]) + r.randint(40, 50)))),
        ),
        LetterShape(
            "a document that there is not",
            written(each(r"(?<=Appendix )[A-Z]{1,2}(?= [(a-z]|\.)", lambda _, r: f"B{r.choice('ABCDEFGH')}", _LISTS)),
        ),
        LetterShape(
            "a clause that there is not",
            each(
                r"(?<=and [A-Z][0-9]\.|nd [A-Z]1[0-9]\.)[0-9]+",
                lambda m, r: str(int(m[0]) + r.randint(80, 99)),
                times=5,
            ),
        ),
        LetterShape(
            "a part of its own that there is not",
            each(r"(?<=Annex )[A-Z]\b(?! to this)|(?<=chapter )[0-9]", _own_part, times=4),
        ),
    ),
    "echoed-heading": (
        LetterShape("words left out or moved", each(_ECHOED, _heading_changed, _FORM, times=3)),
        LetterShape("another heading", each(_ECHOED, _other_heading, times=2)),
        LetterShape("one for many, or many for one", each(_ECHOED, _number_of_words, _FORM, times=2)),
    ),
    "field-error": (
        LetterShape(
            "in place of a reference",
            each(r"\bSections? [A-Z][0-9.]+(?: \([^)]*\))?(?= [a-z])", lambda *_: "Error! Reference source not found."),
        ),
        LetterShape(
            "in place of a bookmark",
            each(r"\b(?:Section|Appendix) [A-Z][A-Z0-9.]*(?= [a-z(])", lambda *_: "Error! Bookmark not defined."),
        ),
        LetterShape(
            "in a sentence more",
            sentence(lambda r: f"See Section Error! Reference source not found. on page {r.randint(2, 9)}."),
        ),
    ),
    "reference-style": (
        LetterShape(
            "one lead word for two", each(r"\b(?:Sections|Clauses)(?= [A-Z][0-9.]+ and [A-Z])", lambda m, _: m[0][:-1])
        ),
        LetterShape(
            "a letter for section",
            sentence(lambda r: f"It is required by S{r.randint(2, 99)} of the {_act(r)} Act {r.randint(1980, 2010)}."),
        ),
        LetterShape(
            "a space before a paragraph", sentence(lambda r: f"See Section H14.{r.randint(1, 3)} ({r.choice('ab')}).")
        ),
        LetterShape(
            "an article before letters", sentence(lambda r: f"It is {r.choice(('held by', 'in', 'for'))} a S1SP.")
        ),
    ),
    "section-of-act-without-year": (
        LetterShape("the year left out", deleted(r"(?<=Act) [12][0-9]{3}(?=[ ,.])")),
        LetterShape(
            "an Act without a year",
            sentence(lambda r: f"It follows from section {r.randint(2, 99)} of the {_act(r)} Act."),
        ),
        LetterShape(
            "Regulations without a year",
            sentence(lambda r: f"That is in Schedule {r.randint(2, 9)} to the {_act(r)} Regulations."),
        ),
    ),
    "ambiguous-document": (
        LetterShape(
            "of what is done under it",
            _of_a_letter(
                sentence(lambda r: f"Anything {r.choice(('done', 'said', 'sent'))} under this document stands.")
            ),
        ),
        LetterShape(
            "of when it applies",
            _of_a_letter(
                sentence(lambda r: f"{r.choice(('Nothing in this document', 'No part of this document'))} is late.")
            ),
        ),
        LetterShape(
            "in place of its name",
            _of_a_letter(each(r"\b(?:the (?:two )?documents|both documents)\b", lambda *_: "this document")),
        ),
    ),
    "stray-mark": (
        LetterShape(
            "a slash for a full stop", each(r"(?<=[a-z]{3})\.(?= [A-Z])", lambda *_: "/", here("misplaced-space"))
        ),
        LetterShape(
            "a comma behind what is spoken of",
            sentence(lambda r: f"Section {r.choice('GHL')}{r.randint(1, 6)}, {r.choice(_VERBS)} this."),
        ),
        LetterShape(
            "a comma before that",
            sentence(lambda r: f"We {r.choice(('expect', 'think', 'propose', 'conclude', 'agree'))}, that it is so."),
        ),
    ),
}
