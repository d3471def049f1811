"""Errors in what instruments make of the text: terms, references, words moved, documents replaced."""

import re
from collections.abc import Callable, Mapping
from random import Random

from tests.mutation.history import (
    AGAIN,
    PLANTED,
    History,
    TimePlanting,
    TimeShape,
    about,
    by_rules,
    in_planted,
    instrument,
    paragraph,
)
from tests.mutation.sample import Page
from tests.mutation.shapes.places import cited

_WORD = re.compile(r"[a-z]{5,}")


def _near(name: str, random: Random) -> str:
    """A term with one small letter of its words left out or doubled."""
    places = [at for at in range(2, len(name) - 1) if name[at - 1 : at + 2].isalpha() and name[at].islower()]
    at = random.choice(places)
    return f"{name[:at]}{name[at + 1 :]}" if random.random() < 0.5 else f"{name[:at]}{name[at]}{name[at:]}"


def _misspelt_term(
    where: Callable[[str, str], tuple[dict[str, str], tuple[str, ...]]],
) -> Callable[[History, Random], TimePlanting | None]:
    def plant(history: History, random: Random) -> TimePlanting | None:
        name = random.choice(history.text.wide_terms)
        if len(name) < 14 or not re.fullmatch(r"[A-Za-z]+(?: [A-Za-z]+)+", name):
            return None
        other = _near(name, random)
        if other in history.text.text:
            return None
        files, shown = where(other, history.phrase(random).clause)
        return TimePlanting(files, shown, f"{name} → {other}", (about(other, "undefined-term"),))

    return plant


def _in_words(name: str, clause: str) -> tuple[dict[str, str], tuple[str, ...]]:
    return instrument(f'1 in {clause}, at the end insert "The {name} shall be told."'), (paragraph(1),)


def _in_title(name: str, clause: str) -> tuple[dict[str, str], tuple[str, ...]]:
    change = f'1 in {clause}, at the end insert "It shall say so."'
    return instrument(change, title=f"Changes about the {name}"), (PLANTED,)


def _in_note(name: str, clause: str) -> tuple[dict[str, str], tuple[str, ...]]:
    change = f'note: This is about what the {name} does.\n\n1 in {clause}, at the end insert "It shall say so."'
    return instrument(change), (PLANTED,)


def _ceased(end: Callable[[str, Random], str]) -> Callable[[History, Random], TimePlanting | None]:
    """A clause that another refers to ceases to have effect."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        page = random.choice([each for each in history.text.pages if each.is_section and each.path[9] in "CDEGHIM"])
        found = [(passage, match) for passage, match in cited(page) if match["label"][0] in "CDGH"]
        if not found:
            return None
        passage, match = random.choice(found)
        label = match["label"]
        own = passage.placed.address.local
        if label not in history.text.labels or own.partition(".")[0] == label.partition(".")[0]:
            return None  # what stands in it ends with it
        files = instrument(f"1 {end(label, random)}", kind="direction", dates="made: 2022-07-04")
        here = passage.placed.address.printed
        ended = (label, label.partition(".")[0])
        brings = tuple(about(f"Section {each}", "reference-not-in-effect") for each in ended)
        return TimePlanting(files, (here,), f"Section {label}", brings)

    return plant


def _day(random: Random) -> str:
    return f"2023-0{random.randint(1, 9)}-{random.randint(10, 28)}"


def _definition(change: Callable[[str, str], str]) -> Callable[[History, Random], TimePlanting | None]:
    """The words of a definition changed that other documents use."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        name, text = random.choice(history.definitions)
        users = [page for page in history.text.pages if re.search(rf"\b{re.escape(name)}\b", page.text)]
        words = [word for word in _WORD.findall(text) if len(re.findall(rf"\b{word}\b", text)) == 1]
        words = [word for word in words if text.count(word) == 1]
        if len(users) < 8 or not words:
            return None
        place = f'the definition of "{name}" in Section A1.1'
        files = instrument(f"1 {change(place, random.choice(words))}")
        return TimePlanting(files, (paragraph(1),), place)

    return plant


def _moved(second: str, first: str, change: Callable[[str, Random], str]) -> Callable[..., TimePlanting | None]:
    """A clause taken out on one day, and its words put into another document on another."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        page, passage = history.clause(random)
        place = history.next_clause(random)
        text, here = passage.text, passage.placed.address.printed
        if place is None or page is place[0] or not 18 < len(text.split()) < 90 or '"' in text:
            return None
        _, sub_section, label = place
        said = change(text, random)
        files = instrument(f"1 omit {here}, keeping the number as [Not used]", dates=f"made: 2022-07-04\nfrom: {first}")
        coming = f"1 in Section {sub_section}, at the end insert\n  > {label} {said}"
        files |= instrument(coming, AGAIN, dates=f"made: 2022-07-05\nfrom: {second}")
        new = f"Section {label}"  # where terms of the old document are not defined
        brings = (
            *(in_planted("order-not-declared"), about(here, "reference-not-in-effect")),
            about(new, "undefined-term"),
        )
        return TimePlanting(files, (paragraph(1), paragraph(1, AGAIN)), f"{here} as Section {label}", brings)

    return plant


def _with_a_word_more(text: str, random: Random) -> str:
    words = text.split()
    at = random.randrange(3, len(words) - 3)
    return " ".join([*words[:at], "duly", *words[at:]])


def _same(text: str, _: Random) -> str:
    return text


def _replaced(page: Page, text: str, name: str = PLANTED, dates: str = "") -> dict[str, str]:
    """A document re-designated in a text."""
    document = page.document.id
    annex = f"annexes/{document}.sec"
    order = f"1 re-designate {document.printed} as version 9.0, in the form set out at {annex}"
    (lines,) = instrument(order, name, "direction", dates=dates).values()
    return {f"instruments/{name}/instrument.sec": lines, f"instruments/{name}/{annex}": text}


_OTHER_WORDS = (
    "Nobody needs a permit for anything of that kind in winter.",
    "Fees fall due quarterly; arrears bear interest.",
    "Buildings close at noon on Fridays unless repairs are under way.",
    "Visitors sign in, wear badges, and leave by the north gate.",
)


def _other_words(several: int) -> Callable[[History, Random], TimePlanting | None]:
    """A document replaced by one in which the numbers of some clauses stand before other words."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        page = random.choice([*history.appendices, *(each for each in history.text.pages if each.is_section)])
        parts = [part for part in page.parts if part.simple and len(part.source.split()) > 25 and part.label[0] != "("]
        if len(parts) <= several or '"' in page.text[:200]:
            return None
        text, taken = page.text, sorted(random.sample(parts, several), key=lambda part: -part.start)
        for part in taken:
            new = f"{part.label} {random.choice(_OTHER_WORDS)}"
            text = f"{text[: part.label_at]}{new}\n\n{text[part.end :]}"
        return TimePlanting(
            _replaced(page, text), (paragraph(1),), f"{page.path}: {[part.label for part in taken]}", (_ANY,)
        )

    return plant


_ANY = by_rules("reference-not-in-effect", "move-in-two-steps", "order-not-declared", "undefined-term-in-instrument")
"""What referred to the old words, or came of them, no longer does."""


def _still_old(split: Callable[[str, str], str]) -> Callable[[History, Random], TimePlanting | None]:
    """A term renamed in each document when it is next re-designated, and one re-designated with the old."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        page = random.choice(history.appendices)
        phrases = re.findall(r"\b[a-z]{4,} [a-z]{5,}\b", page.text)
        terms = [each for each in dict.fromkeys(phrases) if phrases.count(each) > 1]
        if not terms:
            return None
        old = random.choice(terms)
        new = f"{old} kept"
        text = split(page.text, old)
        files = instrument(f'1 rename "{old}" as "{new}" in each Appendix when it is next re-designated')
        files |= _replaced(page, text, AGAIN, "made: 2022-07-05\nfrom: 2023-03-05")
        shown = (paragraph(1, AGAIN),)
        return TimePlanting(files, shown, f"{page.document.id.printed}: {old}", (in_planted("doubtful-match"),))

    return plant


def _all_but_last(text: str, old: str) -> str:
    before, _, after = text.rpartition(old)
    return f"{before.replace(old, f'{old} kept')}{old}{after}"


def _all_but_first(text: str, old: str) -> str:
    before, _, after = text.partition(old)
    return f"{before}{old}{after.replace(old, f'{old} kept')}"


SHAPES: Mapping[str, tuple[TimeShape, ...]] = {
    "undefined-term-in-instrument": (
        TimeShape("in words put in", _misspelt_term(_in_words)),
        TimeShape("in the title", _misspelt_term(_in_title)),
        TimeShape("in a note", _misspelt_term(_in_note)),
    ),
    "reference-not-in-effect": (
        TimeShape("a clause that ceases", _ceased(lambda label, r: f"cease Section {label}, from {_day(r)}")),
        TimeShape(
            "a sub-section that ceases",
            _ceased(lambda label, r: f"cease Section {label.partition('.')[0]}, from {_day(r)}"),
        ),
        TimeShape("a clause extended to a day", _ceased(lambda label, r: f"extend Section {label} until {_day(r)}")),
    ),
    "staged-rename-forgotten": (
        TimeShape("the annex as it was", _still_old(lambda text, _: text)),
        TimeShape("the last place left", _still_old(_all_but_last)),
        TimeShape("the first place left", _still_old(_all_but_first)),
    ),
    "move-in-two-steps": (
        TimeShape("out before in", _moved("2023-03-05", "2023-01-05", _same)),
        TimeShape("in before out", _moved("2023-01-05", "2023-03-05", _same)),
        TimeShape("with a word more", _moved("2023-03-05", "2023-01-05", _with_a_word_more)),
    ),
    "doubtful-match": (
        TimeShape("one clause in other words", _other_words(1)),
        TimeShape("two clauses in other words", _other_words(2)),
        TimeShape("three clauses in other words", _other_words(3)),
    ),
    "meaning-drift": (
        TimeShape(
            "a word replaced", _definition(lambda place, word: f'in {place}, for "{word}" substitute "other {word}"')
        ),
        TimeShape("a word taken out", _definition(lambda place, word: f'in {place}, omit "{word}"')),
        TimeShape("a word put in", _definition(lambda place, word: f'in {place}, after "{word}" insert "alone"')),
    ),
}
