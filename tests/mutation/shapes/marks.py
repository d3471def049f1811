"""Slips of marks and characters: doubled, misplaced, without their other half, of another alphabet."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from tests.mutation.planting import Plant, Planting, Shape, here
from tests.mutation.sample import Page, Sample
from tests.mutation.shapes.places import at_the_end, behind_a_word, each_passage

_WORD = r"(?<=[a-z] )[a-z]{2,}(?= [a-z])"


def _half(which: int) -> Plant:
    """One bracket of two taken out; it shows at the other."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for passage in page.passages:
            for found in passage.find(r"(?<= )\([a-z]{2,} [^()\"]{5,120}\)(?=[ .,;])"):
                taken = found.end() - 1 if which else found.start()
                span = passage.prose.span(*found.span())
                edit = passage.replace(taken, taken + 1, "")
                yield Planting(page, (edit,), (span.start, span.end), brings=(here("undefined-term"),))

    return plant


def _letter_swapped(pairs: Mapping[str, str]) -> Callable[[re.Match[str], Random], str | None]:
    def new(match: re.Match[str], random: Random) -> str | None:
        letters = [letter for letter in match[0] if letter in pairs]
        return match[0].replace(chosen := random.choice(letters), pairs[chosen], 1) if letters else None

    return new


def _ranges(usual: str, other: str) -> Plant:
    """Three ranges with one dash in words of a document that has none, and one with another."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        if re.search(r"[0-9] ?[–—-] ?[0-9]", page.text):
            return
        places = [(p, m) for p in page.passages for m in list(p.find(_WORD))[:1]]
        for last in range(3, len(places), 3):
            edits = []
            for number, (passage, match) in enumerate(places[last - 3 : last + 1]):
                dash = other if number == 3 else usual
                low = random.randint(2, 9)
                edits.append(passage.replace(*match.span(), f"{match[0]} (some {low}{dash}{low + 2} times)"))
            yield Planting(page, tuple(edits), (edits[3].start, edits[3].end))

    return plant


_QUOTED = re.compile(r'"([^"\n]{4,60})"')


def _in_marks(say: Callable[[str], str]) -> Plant:
    """Words that the document has in double marks, said again in single ones behind words of another provision."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        quoted = sorted({said for each in page.passages for said in _QUOTED.findall(each.prose.text)})
        for passage in page.passages if quoted else ():
            for found in list(passage.find(_WORD))[:2] if not set("\"'") & set(passage.prose.text) else ():
                edit = passage.replace(*found.span(), f"{found[0]}{say(random.choice(quoted))}")
                yield Planting(page, (edit,), (edit.start, edit.end))

    return plant


_LOOKALIKES = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "y": "у", "i": "і", "s": "ѕ"}


_GREEK_ALIKE = {"o": "ο", "v": "ν", "i": "ι", "u": "υ"}


_CAPITALS_ALIKE = {"S": "Ѕ", "A": "А", "P": "Р", "C": "С"}


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "doubled-punctuation": (
        Shape("two commas", each_passage(r"(?<=[a-z]),(?= [a-z])", lambda *_: ",,")),
        Shape("two full stops", each_passage(r"(?<=[a-z]{4})\.$", lambda *_: "..")),
        Shape("a comma before the full stop", each_passage(r"(?<=[a-z]{4})\.$", lambda *_: ",.")),
        Shape("a semicolon and a comma", each_passage(r"(?<=[a-z]),(?= [a-z])", lambda _, r: r.choice((";,", ",;")))),
    ),
    "misplaced-space": (
        Shape("a space before a comma", each_passage(r"(?<=[a-z]),(?= [a-z])", lambda *_: " ,")),
        Shape("a space before the full stop", each_passage(r"(?<=[a-z]{3})\.$", lambda *_: " .")),
        Shape("no space behind a comma", each_passage(r"(?<=[a-z]{2}), (?=[a-z]{2})", lambda *_: ",")),
        Shape("a space inside a bracket", each_passage(r"(?<= )\((?=[a-z]{3})", lambda *_: "( ")),
    ),
    "unbalanced-brackets": (
        Shape("a bracket not closed", _half(1)),
        Shape("a bracket not opened", _half(0)),
        Shape("a bracket too many", each_passage(_WORD, lambda m, _: f"{m[0]})")),
        Shape("a square bracket opened", each_passage(_WORD, lambda m, _: f"[{m[0]}")),
    ),
    "unbalanced-quotes": (
        Shape("a mark before a word", each_passage(_WORD, lambda m, _: f'"{m[0]}' if '"' not in m.string else None)),
        Shape("a mark behind a word", each_passage(_WORD, lambda m, _: f'{m[0]}"' if '"' not in m.string else None)),
        Shape(
            "three marks",
            each_passage(
                r"(?<=[a-z] )[a-z]{2,} [a-z]{3,}(?= [a-z])",
                lambda m, _: f'"{m[0].split()[0]}" "{m[0].split()[1]}' if '"' not in m.string else None,
            ),
        ),
    ),
    "homoglyph": (
        Shape(
            "a Cyrillic letter in a word", each_passage(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", _letter_swapped(_LOOKALIKES))
        ),
        Shape(
            "a Greek letter in a word", each_passage(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", _letter_swapped(_GREEK_ALIKE))
        ),
        Shape(
            "a Cyrillic capital",
            each_passage(
                r"(?<= )(?:Party|Parties|Device|Devices|Section|Code|Panel|Authority|Charges)(?= [a-z])",
                _letter_swapped(_CAPITALS_ALIKE),
                here("undefined-term"),
            ),
        ),
    ),
    "mixed-dashes": (
        Shape("a hyphen among dashes", _ranges("–", "-")),
        Shape("a dash among hyphens", _ranges("-", "–")),
        Shape("a long dash among dashes", _ranges("–", "—")),
    ),
    "mixed-quotes": (
        Shape("in brackets", _in_marks(lambda said: f" (or '{said}')")),
        Shape("between commas", _in_marks(lambda said: f", or '{said}',")),
        Shape("in curly marks", _in_marks(lambda said: f" (or \u2018{said}\u2019)")),
    ),
    "non-breaking-space": (
        Shape("thousands", behind_a_word(lambda r: f"(up to {r.randint(1, 99)}\u00a0{r.randint(100, 999)} of them)")),
        Shape(
            "a narrow space", behind_a_word(lambda r: f"(up to {r.randint(1, 99)}\u202f{r.randint(100, 999)} of them)")
        ),
        Shape("a thin space", at_the_end(lambda r: f"up to {r.randint(1, 99)}\u2009{r.randint(100, 999)} times")),
    ),
}
