"""Slips of drafting: words said twice, marks, brackets, lists, dates, numbers, what the house style forbids."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from tests.mutation.planting import Plant, Planting, Shape, here
from tests.mutation.sample import Edit, Page, Part, Sample
from tests.mutation.shapes.places import at_the_end, behind_a_word, each_passage

_WORD = r"(?<=[a-z] )[a-z]{2,}(?= [a-z])"
_ONCE = r"(?<=[a-z] )(?!that\b|had\b|is\b|so\b)[a-z]{2,}(?= [a-z])"
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = "January February March April May June July August September October November December".split()
_LONG = ("January", "March", "May", "July", "August", "October", "December")
_SHORT = ("April", "June", "September", "November")
_AMERICAN = (
    "authorized organization recognize center enrollment canceled labeled modeling defense behavior favor honor color"
    " summarize minimized finalizes customized licenses fulfill travelers signaling catalog".split()[:-1]
)


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


def _dated(make: Callable[[Random], str]) -> Plant:
    """A day put behind words that want none: "…, with effect from 31 June 2018, …"."""
    return behind_a_word(lambda random: f"(with effect from {make(random)})")


def _year(random: Random) -> int:
    return random.randint(2013, 2022)


def _period(random: Random) -> tuple[str, str]:
    year = _year(random)
    return f"{random.randint(1, 28)} {random.choice(_MONTHS)} {year}", f"{random.randint(1, 28)} March {year - 1}"


def _weekday_wrong(random: Random) -> str:
    # 1 January 2018 was a Monday, and 31 August 2018 a Friday.
    day, true = random.choice(
        (("1 January 2018", "Monday"), ("31 August 2018", "Friday"), ("17 September 2020", "Thursday"))
    )
    days = [
        each for each in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday") if each != true
    ]
    return f"{random.choice(days)} {day}"


def _pair(random: Random) -> tuple[str, int]:
    """A number in words, and a figure that is another."""
    number = random.randrange(2, 13)
    return _NUMBERS[number - 2], number + random.choice((-1, 1, 10))


def _listed(section: str) -> tuple[str, ...]:
    """The phrases of a table of the sample's own house style that are in small letters."""
    from tests.mutation.sample import house_style

    return tuple(each for each in house_style(section) if each.islower())


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


_LOOKALIKES = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "y": "у", "i": "і", "s": "ѕ"}
_GREEK_ALIKE = {"o": "ο", "v": "ν", "i": "ι", "u": "υ"}
_CAPITALS_ALIKE = {"S": "Ѕ", "A": "А", "P": "Р", "C": "С"}


_SPELLINGS = (("our", "or"), ("centre", "center"), ("llment", "lment"), ("cences", "censes"), ("elled", "eled"))
_SPELT = {"enrolment": "enrollment", "fulfil": "fulfill", "fulfilment": "fulfillment"}


def _american(word: str) -> str | None:
    if word in _SPELT:
        return _SPELT[word]
    new = next((word.replace(*pair) for pair in _SPELLINGS if pair[0] in word), word)
    return new if new != word else None


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "doubled-word": (
        Shape(
            "a small word twice",
            each_passage(r"(?<=[a-z] )(?:the|of|to|in|a|and|for|by|shall|it)(?= [a-z])", lambda m, _: f"{m[0]} {m[0]}"),
        ),
        Shape("a longer word twice", each_passage(r"(?<=[a-z] )[a-z]{5,}(?= [a-z])", lambda m, _: f"{m[0]} {m[0]}")),
        Shape(
            "two words twice",
            each_passage(
                r"(?<=[a-z] )[a-z]{2,} [a-z]{3,}(?= [a-z])",
                lambda m, _: f"{m[0]} {m[0]}" if m[0].split()[0] != m[0].split()[1] else None,
            ),
        ),
        Shape("twice over the end of a line", each_passage(_ONCE, lambda m, _: f"{m[0]}\n{m[0]}")),
    ),
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
        Shape("a bracket not closed", each_passage(r"(?<=[a-z])\)(?= |[.,;])", lambda *_: "", here("undefined-term"))),
        Shape("a bracket not opened", each_passage(r"(?<= )\((?=[a-z]{2,} [a-z])", lambda *_: "")),
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
    "and-or": (
        Shape("for and", each_passage(r"(?<=[a-z] )and(?= [a-z])", lambda *_: "and/or")),
        Shape("for or", each_passage(r"(?<=[a-z] )or(?= [a-z])", lambda *_: "and/or")),
        Shape("with spaces", each_passage(r"(?<=[a-z] )or(?= [a-z])", lambda *_: "and / or")),
        Shape("the other way round", each_passage(r"(?<=[a-z] )(?:and|or)(?= [a-z])", lambda *_: "or/and")),
    ),
    "gendered-pronoun": (
        Shape("for its", each_passage(r"(?<=[a-z] )its(?= [a-z])", lambda _, r: r.choice(("his", "her")))),
        Shape("for it", each_passage(r"(?<=[a-z] )it(?= [a-z])", lambda _, r: r.choice(("he", "she", "him")))),
        Shape(
            "for itself and their",
            each_passage(
                r"(?<=[a-z] )(?:itself|their|they|them)(?= [a-z])", lambda _, r: r.choice(("himself", "herself", "his"))
            ),
        ),
        Shape("at the end of a sentence", at_the_end(lambda r: f"by {r.choice(('him', 'her'))}")),
    ),
    "us-spelling": (
        Shape("an American spelling put in", behind_a_word(lambda r: f"({r.choice(_AMERICAN)})")),
        Shape(
            "-ise as -ize",
            each_passage(
                r"\b(?:authori|organi|recogni|utili|minimi|summari|standardi|finali|reali|speciali|initiali|prioriti|synchroni)s(?=e|ed|es|ing|ation|ations)\w+\b",
                lambda m, _: re.sub(r"is(e|i|a)", r"iz\1", m[0]),
            ),
        ),
        Shape(
            "-our as -or, -re as -er",
            each_passage(
                r"\b(?:endeavours?|behaviour|favour|centres?|labour|honour|licences|cancelled|enrolment|fulfil|fulfilment|judgement|travelled|labelled|modelled)\b",
                lambda m, _: _american(m[0]),
            ),
        ),
        Shape(
            "with a capital",
            at_the_end(
                lambda r: f"as {r.choice(('Authorized', 'Organized', 'Labeled', 'Canceled'))}", here("undefined-term")
            ),
        ),
    ),
    "house-style": (
        Shape("a phrase to write otherwise", behind_a_word(lambda r: f"({r.choice(_listed('instead'))})")),
        Shape("a phrase to avoid", behind_a_word(lambda r: f"({r.choice(_listed('avoid'))})")),
        Shape("at the end of a sentence", at_the_end(lambda r: r.choice(_listed("avoid")))),
        Shape("for about", each_passage(r"(?<=[a-z] )about(?= (?!to\b)[a-z])", lambda *_: "with regard to")),
    ),
    "number-in-words": (
        Shape(
            "another figure behind the words",
            behind_a_word(lambda r: "(within {} ({}) days)".format(*_pair(r))),
        ),
        Shape(
            "other words behind the figure",
            behind_a_word(lambda r: "(within {1} ({0}) days)".format(*_pair(r))),
        ),
        Shape(
            "a number of the text",
            each_passage(
                r"(?<= )(?:two|three|four|five|six|seven|ten|twelve)(?= (?:Working )?[A-Za-z]+s\b)",
                lambda m, r: f"{m[0]} ({_NUMBERS.index(m[0]) + 2 + r.choice((-1, 1, 2))})",
            ),
        ),
        Shape("a compound number", behind_a_word(lambda r: f"(after thirty-one ({r.choice((13, 30, 32))}) days)")),
    ),
    "impossible-date": (
        Shape("a day too late in its month", _dated(lambda r: f"31 {r.choice(_SHORT)} {_year(r)}")),
        Shape("29 February", _dated(lambda r: f"29 February {r.choice((2014, 2015, 2017, 2018, 2019, 2021, 2022))}")),
        Shape("a day that no month has", _dated(lambda r: f"{r.choice((0, 32, 35))} {r.choice(_LONG)} {_year(r)}")),
        Shape("a weekday that it is not", _dated(_weekday_wrong)),
    ),
    "conflicting-dates": (
        Shape("from and to", behind_a_word(lambda r: "(from {} to {})".format(*_period(r)))),
        Shape("between", behind_a_word(lambda r: "(between {} and {})".format(*_period(r)))),
        Shape(
            "a year later than its end",
            behind_a_word(lambda r: f"(from 1 September {(y := _year(r))} until 31 August {y})"),
        ),
        Shape(
            "beginning and ending",
            behind_a_word(lambda r: "(the period beginning on {} and ending on {})".format(*_period(r))),
        ),
    ),
    "date-without-year": (
        Shape("by a day", at_the_end(lambda r: f"by {r.randint(1, 28)} {r.choice(_MONTHS)}")),
        Shape(
            "with an ordinal", at_the_end(lambda r: f"before the {r.choice(('4th', '21st', '30th'))} {r.choice(_LONG)}")
        ),
        Shape(
            "the year of a date taken out",
            each_passage(
                r"(?<![0-9.])[0-9]{1,2} (?:" + "|".join(_MONTHS) + r") 20[0-9]{2}",
                lambda m, _: m[0].rpartition(" ")[0] if m.string.count("20") == 1 else None,
            ),
        ),
    ),
    "list-connective": (
        Shape("and taken out", _lists(_last_but_one, r"; (?:and|or)", lambda _: ";")),
        Shape("and too early", _moved_word(_same)),
        Shape("and with or", _moved_word(_other)),
        Shape("and behind the last", _lists(_last_of_clause, r"\.", lambda r: r.choice(("; and", "; or")))),
    ),
    "list-punctuation": (
        Shape("a comma for a semicolon", _lists(_before_two_last, ";", lambda _: ",")),
        Shape("a full stop for a semicolon", _lists(_before_two_last, ";", lambda _: ".")),
        Shape("nothing for a semicolon", _lists(_before_two_last, ";", lambda _: "")),
        Shape("no full stop at the end", _lists(_last_of_clause, r"(?<=[a-z])\.", lambda r: r.choice(("", ";")))),
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
    "non-breaking-space": (
        Shape("thousands", behind_a_word(lambda r: f"(up to {r.randint(1, 99)}\u00a0{r.randint(100, 999)} of them)")),
        Shape(
            "a narrow space", behind_a_word(lambda r: f"(up to {r.randint(1, 99)}\u202f{r.randint(100, 999)} of them)")
        ),
        Shape("a thin space", at_the_end(lambda r: f"up to {r.randint(1, 99)}\u2009{r.randint(100, 999)} times")),
    ),
    "drafting-note": (
        Shape(
            "in brackets at the end",
            each_passage(
                r"(?<=[a-z]{3})\.$",
                lambda _, r: (
                    f". [{r.choice(('Drafting note', 'Note to draft', 'DN', 'NTD'))}: check this with the Panel]"
                ),
            ),
        ),
        Shape(
            "in the words",
            behind_a_word(
                lambda r: (
                    f"[{r.choice(('Drafting note: settle', 'DN: which?', 'query whether so', 'delete as applicable'))}]"
                )
            ),
        ),
        Shape(
            "a word to the drafter",
            behind_a_word(lambda r: r.choice(("TODO", "??", "[TODO: say when]")), here("misplaced-space")),
        ),
    ),
    "field-error": (
        Shape(
            "a source not found",
            each_passage(
                r"(?<=[a-z] )Section [A-Z][0-9]+\.[0-9]+(?=[.,;])", lambda *_: "Error! Reference source not found"
            ),
        ),
        Shape("a bookmark not defined", at_the_end(lambda _: "in accordance with Error! Bookmark not defined")),
        Shape("a field as text", behind_a_word(lambda r: f"(see _Ref{r.randint(10**7, 10**8 - 1)})")),
        Shape("a field in braces", behind_a_word(lambda r: f"{{ REF _Ref{r.randint(10**7, 10**8 - 1)} \\\\r }}")),
    ),
    "placeholder": (
        Shape(
            "in the words", behind_a_word(lambda r: r.choice(("[TBC]", "[TBA]", "[tbc]", "[TBD]", "[•]", "[●]", "XXX")))
        ),
        Shape(
            "for a number of days",
            each_passage(
                r"(?<= )(?:[0-9]+|two|three|five|ten|twelve)(?= (?:Working )?[A-Za-z]+s\b)",
                lambda _, r: r.choice(("[•]", "[TBC]", "[ ]", "[…]")),
            ),
        ),
        Shape(
            "for a date",
            at_the_end(lambda r: f"from {r.choice(('DD MMM YYYY', '[insert date]', '[to be confirmed]'))}"),
        ),
        Shape(
            "for a letter of an Appendix",
            each_passage(
                r"(?<=Appendix )[A-Z]{1,2}(?=[.,;]| [a-z])",
                lambda _, r: r.choice(("[TBC]", "[ ]", "XXX")),
                here("dangling-reference"),
            ),
        ),
    ),
}
