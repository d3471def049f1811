"""Errors in the works outside the Code that it cites: unknown, under another title, superseded, without their year."""

import re
from collections.abc import Iterator, Mapping
from random import Random

from tests.mutation.planting import Plant, Planting, Shape, here
from tests.mutation.sample import Page, Sample
from tests.mutation.shapes.places import at_the_end, behind_a_word, each_passage

_ACTS = (
    "Arbitration Act 1996", "Climate Change Act 2008", "Companies Act 2006", "Data Protection Act 2018",
    "Electricity Act 1989", "Energy Act 2008", "Gas Act 1986", "Insolvency Act 1986", "Interpretation Act 1978",
    "Utilities Act 2000",
)  # fmt: skip
_OTHER_ACTS = ("Theft Act 1968", "Highways Act 1980", "Limitation Act 1980", "Housing Act 2004", "Railways Act 1993")
_OLD = ("RFC 3280", "RFC 2459", "RFC 5246", "RFC 4346", "RFC 2616", "RFC 2460", "RFC 7230", "RFC 2527")
_ACT = r"\b(?:[A-Z][a-z]+ )+Act (?:19|20)[0-9]{2}\b"


_UNDEFINED = tuple(each for each in _ACTS if each not in ("Electricity Act 1989", "Gas Act 1986"))
"""Those for which the sample has no defined term that leaves the year out."""

_OLD_ACTS = ("Companies Act 1985", "Data Protection Act 1998")
_OLD_STANDARDS = ("ISO/IEC 27001:2005", "ISO/IEC 27001:2013", "FIPS 140-2", "BS 7858:2012")
_WASTE = "Waste Electrical and Electronic Equipment Regulations"


def _act(random: Random) -> str:
    return f"section {random.randint(1, 30)} of the {random.choice(_UNDEFINED)}"


def _other_year(title: str, random: Random) -> str:
    words, _, year = title.rpartition(" ")
    return f"{words} {int(year) + random.choice((-9, -7, -3, 1, 3))}"


def _word_lost(title: str, random: Random) -> str:
    """A letter of a long word of a title left out."""
    words = title.split()
    place = max(range(len(words) - 2), key=lambda at: len(words[at]))
    word = words[place]
    at = random.randrange(2, len(word) - 1)
    words[place] = word[:at] + word[at + 1 :]
    return " ".join(words)


def _figures_exchanged(match: re.Match[str], random: Random) -> str | None:
    name, _, number = match[0].rpartition(" ")
    places = [at for at in range(len(number) - 1) if number[at] != number[at + 1]]
    if not places:
        return None
    at = random.choice(places)
    exchanged = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    known = {"791", "5280", "2986", "5480", "3647", "9112", "8446", "8200", "7468", "3339", "3076"}
    return f"{name} {exchanged}" if exchanged not in known and exchanged[0] != "0" else None


def _two_titles(pairs: tuple[tuple[str, str], ...], form: str) -> Plant:
    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        places = [
            (p, m) for p in page.passages for m in list(p.find(r"(?<=[a-z] )[a-z]{2,}(?= (?!and\b|or\b)[a-z])"))[:1]
        ]
        for (one, first), (other, second) in zip(places, places[2:], strict=False):
            names = random.choice(pairs)
            if not any(name in page.text for name in names):
                edits = tuple(
                    passage.replace(*match.span(), f"{match[0]} {form.format(name)}")
                    for passage, match, name in ((one, first, names[0]), (other, second, names[1]))
                )
                yield Planting(page, edits, (edits[1].start, edits[1].end), brings=(here("mixed-dashes"),))

    return plant


_LAWS = (
    ("Network and Information Systems Regulations 2018", "S.I. 2018/506"),
    ("Waste Electrical and Electronic Equipment Regulations 2013", "S.I. 2013/3113"),
)
_PUBLICATIONS = (
    ("Web Content Accessibility Guidelines", "WCAG 2.1"),
    ("Uniform Customs and Practice for Documentary Credits", "ICC Publication 600"),
)

SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "unknown-work": (
        Shape("an RFC that there is not", behind_a_word(lambda r: f"(as set out in RFC {r.randint(9900, 9999)})")),
        Shape("two figures of an RFC exchanged", each_passage(r"\bRFC [0-9]{4}\b", _figures_exchanged)),
        Shape(
            "an Act that is not in the register",
            behind_a_word(
                lambda r: f"(within the meaning of section {r.randint(1, 20)} of the {r.choice(_OTHER_ACTS)})"
            ),
        ),
        Shape(
            "a law by a number that is not in the register",
            at_the_end(lambda r: f"as required by S.I. {r.randint(1999, 2012)}/{r.randint(100, 3000)}"),
        ),
        Shape(
            "a standard that is not in the register",
            at_the_end(lambda r: f"in accordance with ISO/IEC {r.randint(30000, 39999)}"),
        ),
    ),
    "work-title": (
        Shape(
            "another year",
            behind_a_word(
                lambda r: (
                    f"(within the meaning of section {r.randint(1, 20)} of the {_other_year(r.choice(_ACTS[:5]), r)})"
                )
            ),
        ),
        Shape("the year of a citation changed", each_passage(_ACT, lambda m, r: _other_year(m[0], r))),
        Shape(
            "a letter of the title lost",
            behind_a_word(
                lambda r: (
                    f"(within the meaning of section {r.randint(1, 20)} of the {_word_lost(r.choice(_ACTS[:6]), r)})"
                )
            ),
        ),
        Shape("another body", behind_a_word(lambda _: "(in accordance with ISO 27001)")),
        Shape(
            "an edition that there is not",
            at_the_end(lambda r: f"in accordance with ISO/IEC 27001:{r.choice((2012, 2014, 2017, 2019))}"),
        ),
    ),
    "superseded-work": (
        Shape("a superseded RFC", behind_a_word(lambda r: f"(as set out in {r.choice(_OLD)})")),
        Shape(
            "a superseded RFC for the one that stands",
            each_passage(
                r"\bRFC (?:5280|8446|9112|8200|3647|2986)\b",
                lambda m, _: {
                    "5280": "RFC 3280",
                    "8446": "RFC 5246",
                    "9112": "RFC 7230",
                    "8200": "RFC 2460",
                    "3647": "RFC 2527",
                    "2986": "RFC 2314",
                }[m[0][4:]],
            ),
        ),
        Shape(
            "a superseded Act",
            behind_a_word(lambda r: f"(within the meaning of section {r.randint(1, 20)} of the {r.choice(_OLD_ACTS)})"),
        ),
        Shape(
            "a superseded standard",
            at_the_end(lambda r: f"in accordance with {r.choice(_OLD_STANDARDS)}"),
        ),
    ),
    "section-of-act-without-year": (
        Shape(
            "the year left out",
            each_passage(
                r"(?:[Ss]ections? [0-9]+[A-Z]?(?:\([0-9]\))? of the )" + _ACT,
                lambda m, _: m[0].rpartition(" ")[0] if "Electricity" not in m[0] and "Gas" not in m[0] else None,
            ),
        ),
        Shape(
            "an Act without its year in the words",
            behind_a_word(lambda r: f"(within the meaning of {_act(r).rpartition(' ')[0]})"),
        ),
        Shape(
            "an Act without its year at the end", at_the_end(lambda r: f"as required by {_act(r).rpartition(' ')[0]}")
        ),
        Shape(
            "Regulations without their year",
            behind_a_word(lambda r: f"(within the meaning of regulation {r.randint(1, 20)} of the {_WASTE})"),
        ),
    ),
    "two-titles": (
        Shape("Regulations by title, then by number", _two_titles(_LAWS, "(within the meaning of the {0})")),
        Shape(
            "Regulations by number, then by title",
            _two_titles(tuple((b, a) for a, b in _LAWS), "(as required by the {0})"),
        ),
        Shape(
            "a publication by its title, then by its number", _two_titles(_PUBLICATIONS, "(as provided for by the {0})")
        ),
    ),
}
