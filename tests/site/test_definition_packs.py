"""What a term meant on a day, out of the definitions of its letter, is what the packs of documents have."""

import json
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.made import MadeSite
from secc.site.naming import slug
from secc.site.sources import open_sources
from tests.site.assembled import Pack, latest, packs
from tests.site.codes import files, made_of, sample_site
from tests.site.test_known import drawn

FOLDER = "api/definitions/"
Shown = tuple[str, str, object, object]
"""A definition as it is shown: on which page, its words, what changed it, and what is said of its effect."""

DESIGNATION = b"""\
designation 2020-01-01-first: Designation
made: 2020-01-01
from: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
"""
FIRST = """\
section A: Words

# A1 Words

A1.1 In this Code:

  define "Device" means a thing.

  define "Door" means a way in.

  define "User" means whoever uses a Device.
"""


def letters(site: MadeSite) -> dict[str, dict[str, Pack]]:
    """By letter, what there is of each document."""
    found = {each.url: json.loads(each.contents)["documents"] for each in site.files if each.url.startswith(FOLDER)}
    return {
        url.removeprefix(FOLDER).removesuffix(".json"): {
            each["document"]: Pack(json.dumps(each).encode()) for each in documents
        }
        for url, documents in found.items()
    }


def shown(pack: Pack, edition: int | None, day: str, known: str) -> Iterator[Shown]:
    """Every definition of an edition."""
    for url, piece in pack.standing(edition) if edition is not None else ():
        html = pack.pieces[piece] if piece is not None else ""
        if piece is not None and html.startswith('<div class="definition" id="'):
            told = pack.changes(pack.provisions[piece], known)
            by = [(*each[:4], [pack.value["instruments"][number] for number in each[4]]) for each in told]
            yield url, html, by, pack.status(identifier(html), day, known)


def identifier(html: str) -> str:
    return html.split('"', 4)[3]


def under(letter: str, definitions: Iterator[Shown]) -> list[Shown]:
    return [each for each in definitions if identifier(each[1]).rpartition(".")[2].startswith(letter)]


def editions(pack: Pack, day: str, known: str) -> dict[str, int | None]:
    """Which text there was on a day: with variations and without, for each for whom it reads otherwise, as known."""
    value, as_known = pack.value, latest(pack.known, known)
    effective = latest(value["effective"], day)
    return {
        "effective": effective,
        "base": latest(value["base"], day) if value["base"] else effective,
        "known": latest(as_known, day) if as_known else None,
        **{whom: latest(days, day) for whom, days, _ in value.get("scopes", ())},
    }


def held(site: MadeSite, count: int, seed: int) -> int:
    """Hold what there is of letters to the packs of documents, on days drawn at random."""
    draw, checked, whole = Random(seed), 0, packs(site)
    days = [day for pack in whole.values() for day, _ in pack.value["effective"]]
    for letter, documents in letters(site).items():
        for document, narrow in documents.items():
            for _ in range(count):
                day, known = draw.choice(days), draw.choice(days)
                checked += alike(letter, narrow, whole[document], day, known)
    return checked


def alike(letter: str, narrow: Pack, whole: Pack, day: str, known: str) -> int:
    checked, of_letter = 0, editions(narrow, day, known)
    for asked, edition in editions(whole, day, known).items():
        on = known if asked == "known" else ""
        found = list(shown(narrow, of_letter.get(asked, of_letter["effective"]), day, on))
        assert found == under(letter, shown(whole, edition, day, on)), (letter, asked, day, known)
        assert (of_letter.get(asked) is None) == (edition is None or asked not in of_letter)
        checked += len(found)
    return checked


def test_definitions_of_the_sample_are_those_of_its_packs() -> None:
    assert held(sample_site(), 6, 1) > 2000


@pytest.mark.parametrize("seed", [3, 21, 2029])
def test_definitions_of_random_instruments_are_those_of_their_packs(seed: int) -> None:
    assert held(made_of(drawn(seed)), 12, seed) > 0


def test_every_definition_that_was_ever_known_is_under_its_letter() -> None:
    found = letters(sample_site())
    names = json.loads(next(each.contents for each in sample_site().files if each.url.endswith("/known-terms.json")))
    own = {slug(first or name) for name, first, place, *_ in names["names"] if place.endswith("#<->")}
    defined = {
        identifier(html).rpartition(".")[2]
        for letter, documents in found.items()
        for pack in documents.values()
        for html in pack.pieces
        if identifier(html).rpartition(".")[2].startswith(letter)
    }
    assert len(own) > 700
    assert own == defined


def written(text: str) -> dict[str, dict[str, object]]:
    """The definitions of a Code with one text, by letter, as they are sent."""
    found = files({"sections/A.sec": text})
    found["instruments/2020-01-01-first/instrument.sec"] = DESIGNATION
    found["instruments/2020-01-01-first/annexes/section-A.sec"] = text.encode()
    made = letters(made_of(open_sources(Memory(found), NoCache(), date(2020, 6, 1))))
    return {letter: {document: pack.value for document, pack in each.items()} for letter, each in made.items()}


def test_an_edited_definition_is_another_under_its_letter_alone() -> None:
    before, after = (written(text) for text in (FIRST, FIRST.replace("a way in", "a way in or out")))
    assert sorted(before) == ["d", "u"]
    assert before["u"] == after["u"]
    assert before["d"] != after["d"]


def test_whatever_else_changes_in_a_document_leaves_its_definitions_as_they_are() -> None:
    other = FIRST.replace("# A1 Words", "# A1 Meanings").replace("A1.1 In this", "A1.1 Throughout this")
    assert written(FIRST) == written(other)
