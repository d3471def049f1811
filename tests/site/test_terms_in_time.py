"""The terms that the website lists for a day are those of the Code as it was, is or is to be on that day."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from secc.code.cache import FolderCache
from secc.code.load import NoCache
from secc.history import Folder, Memory
from secc.site.sources import open_sources
from tests.site.codes import ROOT, made_of, sample_site
from tests.site.terms_of_days import ListedTerms, TermsAsData, named, table_on
from tests.site.words_on_pages import tree_of, words_of

_SEED = 20
_DRAWN = 10
_SECTIONS = {
    "A": """\
section A: Words

# A1 Words

A1.1 In this Code:

  define "Service" has the meaning given to that expression in Section B1.1.

  define "User" means a person.
""",
    "B": """\
section B: Duties

# B1 Duties

B1.1 Each User shall test each meter (the "Service").

B1.2 Each person that does so (a "Tester" or "T") shall rest.

B1.3 Nothing is said here.
""",
}
_INSTRUMENTS = {
    "2020-02-01-out": """\
modification 2020-02-01-out: No Tester
made: 2020-02-01

1 omit Section B1.2
""",
    "2020-03-01-undefined": """\
modification 2020-03-01-undefined: Defined in its own place
made: 2020-03-01

1 omit the definition of "Service" in Section A1.1
""",
    "2020-04-01-varied": """\
direction 2020-04-01-varied: A guest
made: 2020-04-01

1 vary Section B1.3 as if for "Nothing" there were substituted "Nothing about him (the \\"Guest\\")", until 2020-05-01
""",
    "2020-06-01-to-come": """\
modification 2020-06-01-to-come: A judge
made: 2020-06-01
from: 2030-01-01

1 after Section B1.3 insert
  > B1.4 Each court (a "Judge") shall stand.
""",
}


def test_the_terms_of_any_day_are_those_of_its_table() -> None:
    listed = ListedTerms(sample_site())
    days = [date.fromisoformat(each) for each in listed.days]
    draw = Random(_SEED)
    drawn = [days[0] + timedelta(draw.randrange((days[-1] - days[0]).days + 365)) for _ in range(_DRAWN)]
    tree, cache = Folder(ROOT / "sec-source"), FolderCache(ROOT / "build" / "cache")
    data = TermsAsData(sample_site())
    for day in (days[0], *drawn, days[-1]):
        table = table_on(tree, cache, day)
        assert data.on(day) == table
        assert listed.on(day) == named(table)


def test_what_words_introduce_is_a_term_while_they_stand() -> None:
    tree = tree_of(_SECTIONS, _INSTRUMENTS)
    listed = ListedTerms(made_of(open_sources(tree, NoCache())))
    user = ("User", "the Code", "Section A")
    tester = {(name, "Section B", "Section B") for name in ("Tester", "T")}
    wanted = {
        "2020-01-01": {user, ("Service", "the Code", "Section A"), *tester},
        "2020-02-01": {user, ("Service", "the Code", "Section A")},
        "2020-03-01": {user, ("Service", "Section B", "Section B")},
        "2020-04-01": {user, ("Service", "Section B", "Section B"), ("Guest", "Section B", "Section B")},
        "2020-05-01": {user, ("Service", "Section B", "Section B")},
        "2030-01-01": {user, ("Service", "Section B", "Section B"), ("Judge", "Section B", "Section B")},
    }
    for day, names in wanted.items():
        assert listed.on(date.fromisoformat(day)) == names
        assert named(table_on(tree, NoCache(), date.fromisoformat(day))) == names


def test_a_name_that_is_no_term_on_the_day_answers_and_tells_when_it_was_one() -> None:
    files = {
        each.url: each.contents.decode()
        for each in made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2021, 1, 1))).streamed
    }
    assert {url for url in files if re.fullmatch("terms/[^/]*/index.html", url)} == {
        f"terms/{name}/index.html" for name in ("tester", "guest", "judge")
    }
    said = words_of(files["terms/tester/index.html"])
    assert "It was a defined term from 1 January 2020 until 1 February 2020, introduced in Section B1.2" in said
    assert 'href="../../B1/2020-01-01/#B1.2"' in files["terms/tester/index.html"]
    said = words_of(files["terms/judge/index.html"])
    assert "It is to be a defined term from 1 January 2030, introduced in Section B1.4 , for Section B alone." in said
    assert 'data-next-change="2030-01-01"' in files["terms/judge/index.html"]
    told = json.loads(files["terms/tester.json"])
    assert (told["kind"], [each["names"] for each in told["terms"]]) == ("terms-in-time", [["Tester", "T"]])
    assert "Guest: in Section B1.3, for Section B, 1 April 2020 to 30 April 2020" in files["terms/guest.txt"]


@pytest.mark.parametrize("seed", range(12))
def test_so_it_is_of_a_code_drawn_at_random(seed: int) -> None:
    tree = _drawn(Random(seed))
    site = made_of(open_sources(tree, NoCache()))
    listed, data = ListedTerms(site), TermsAsData(site)
    for said in listed.days:
        day = date.fromisoformat(said)
        for each in (day - timedelta(1), day):
            if each.isoformat() >= listed.days[0]:
                table = table_on(tree, NoCache(), each)
                assert data.on(each) == table
                assert listed.on(each) == named(table)


_NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")


def _drawn(draw: Random) -> Memory:
    """A Code whose clauses and definitions give and take back the same few names, some for a time."""
    clauses = "\n\n".join(f"B1.{place} {_words(draw)}" for place in range(1, 10))
    defined = "\n\n".join(f'  define "{name}" {_meaning(draw)}.' for name in draw.sample(_NAMES, 2))
    sections = {
        "A": f"section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n{defined}\n",
        "B": f"section B: Duties\n\n# B1 Duties\n\n{clauses}\n",
    }
    return tree_of(sections, dict(_changes(draw)))


def _words(draw: Random) -> str:
    name = draw.choice(_NAMES)
    return draw.choice((f'Each thing (a "{name}") shall stand.', f"Each {name} shall stand."))


def _meaning(draw: Random) -> str:
    place = f"has the meaning given to that expression in Section B1.{draw.randint(1, 9)}"
    return draw.choice(("means a thing", place))


def _changes(draw: Random) -> Iterator[tuple[str, str]]:
    for number in range(12):
        day = date(2020, 2, 1) + timedelta(30 * number)
        clause = f"Section B1.{draw.randint(1, 9)}"
        operation = draw.choice(
            (
                f"omit {clause}",
                f"for {clause} substitute\n  > {clause.removeprefix('Section ')} {_words(draw)}",
                f"vary Section B1 as if {clause} were omitted, until {day + timedelta(40)}",
                f'omit the definition of "{draw.choice(_NAMES)}" in Section A1.1',
                "in Section A1.1, at the appropriate place insert\n"
                f'  > define "{draw.choice(_NAMES)}" {_meaning(draw)}.',
            )
        )
        name = f"{day}-change"
        yield name, f"modification {name}: A change\nmade: {day}\n\n1 {operation}\n"
