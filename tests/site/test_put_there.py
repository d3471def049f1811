"""What stands in the text by a variation alone says so, wherever it is read."""

import json
from datetime import date

import pytest

from secc.code.load import NoCache
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.export.reading import table, tables
from tests.site.assembled import packs
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "A": 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Alpha" means a word.\n',
    "H": "section H: Services\n\n# H1 Services\n\nH1.1 Each Alpha is kept:\n  (a) well; and\n  (b) long.\n",
}
_INSTRUMENTS = {
    "2020-02-01-varied": """\
direction 2020-02-01-varied: Some variations
made: 2020-02-01

1 from 2020-03-01, until 2020-06-01, vary Section H1 as if after Section H1.1 there were inserted
  > H1.1A Each Beta is kept.

2 from 2020-03-01, vary Section A1.1 as if at the appropriate place there were inserted
  > define "Beta" means another word.

3 from 2020-03-01, vary Section H1.1 as if after paragraph (a) there were inserted
  > (aa) dry;

4 from 2020-03-01, until 2020-05-01, vary Section H1 as if after Section H1.1 there were inserted
  > H1.1B Each Alpha is dry.

5 from 2020-05-01, until 2020-08-01, for region "North", vary Section H1 as if after Section H1.1 there were inserted
  > H1.1B Each Alpha is cold.

6 from 2020-03-01, until 2020-05-01, vary Section A1.1 as if at the appropriate place there were inserted
  > define "Gamma" means a third word.

7 from 2021-03-01, vary Section H1 as if after Section H1.1 there were inserted
  > H1.1C Each Alpha is warm.
""",
    "2020-06-01-law": """\
modification 2020-06-01-law: It becomes law
made: 2020-06-01

1 in Section H1, after Section H1.1 insert
  > H1.1A Each Beta is kept.
""",
}
_BY_FIRST = "Put there by a variation ( paragraph 1 of Some variations )"
_BY_SECOND = "Put there by a variation ( paragraph 2 of Some variations )"


def _site(day: date) -> MadeSite:
    return made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), day))


@pytest.fixture(scope="module")
def site() -> MadeSite:
    return _site(date(2020, 4, 1))


def test_its_page_and_the_page_to_read_say_so(site: MadeSite) -> None:
    said = {each.url: words_of(each.html) for each in site.pages}
    for url, words in (("H1.1A/", _BY_FIRST), ("H1/", _BY_FIRST), ("terms/beta/", _BY_SECOND), ("A1/", _BY_SECOND)):
        assert said[url].count(words) == 1, url
    assert "Put there" not in said["H1.1/"]
    assert "Put there" not in said["terms/alpha/"]


def test_a_former_text_says_so_on_its_days_alone() -> None:
    made = _site(date(2020, 7, 1))
    later = {each.url: words_of(each.html) for each in made.pages}
    former = {each.url: words_of(each.contents.decode()) for each in made.streamed if each.url.endswith(".html")}
    assert former["H1/2020-03-01/index.html"].count(_BY_FIRST) == 1
    assert "Put there" not in later["H1.1A/"]
    assert "Put there" not in later["H1/"]


def test_the_pack_says_so_from_when_it_was_known(site: MadeSite) -> None:
    pack = packs(site)["section-H"]
    assert pack.status("H1.1A", "2020-04-01", "") is not None
    said = pack.status("H1.1A", "2020-04-01", "2020-02-01")
    assert said is not None
    assert (said[:2], words_of(said[2])) == (["≈", "Varied"], _BY_FIRST)
    for day, known in (("2020-02-15", ""), ("2020-06-01", ""), ("2020-04-01", "2020-01-31")):
        assert pack.status("H1.1A", day, known) is None, (day, known)


@pytest.fixture(scope="module")
def later() -> MadeSite:
    return _site(date(2020, 7, 1))


_ALONE = "in the text as varied alone: put there by a variation ( paragraph"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("H1.1B/", f"A provision had this number from 1 March 2020 until 1 May 2020, {_ALONE} 4 of Some variations )."),
        ("H1.1B/", f"A provision has this number for region “North” from 1 May 2020 until 1 August 2020, {_ALONE} 5"),
        ("H1.1C/", f"A provision is to have this number from 1 March 2021, {_ALONE} 7 of Some variations )."),
        (
            "H1.1A/",
            f"A provision had this number from 1 March 2020 until 1 June 2020, {_ALONE} 1 of Some variations ).",
        ),
    ],
)
def test_a_number_that_a_variation_put_there_has_a_page_that_says_so(later: MadeSite, url: str, words: str) -> None:
    assert words in next(words_of(each.html) for each in later.pages if each.url == url)


def test_its_page_leads_to_the_texts_that_had_it_and_says_when_it_changes(later: MadeSite) -> None:
    page = next(each for each in later.pages if each.url == "H1.1B/")
    assert '<a href="../H1/2020-03-01/#H1.1B">from 1 March 2020 to 30 April 2020</a>' in page.html
    assert "What is said here next changes on 1 August 2020" in words_of(page.html)


def test_a_term_that_a_variation_defined_says_so_by_its_name(later: MadeSite) -> None:
    made = {each.url: words_of(each.contents.decode()) for each in later.streamed if each.url.startswith("terms/gamma")}
    words = "from 1 March 2020 until 1 May 2020, defined in Section A1.1 , put there by a variation ( paragraph 6 of "
    assert words in made["terms/gamma/index.html"]


def test_its_data_say_so(later: MadeSite) -> None:
    made = {each.url: each.contents for each in later.streamed if each.url.startswith("H1.1B.")}
    found = table(json.loads(made["H1.1B.json"]))
    assert (found["kind"], found["holders"]) == ("former", [])
    assert [(each["since"], each["until"], each["whom"]) for each in tables(found["put_there"])] == [
        ("2020-03-01", "2020-05-01", "everybody"),
        ("2020-05-01", "2020-08-01", 'region "North"'),
    ]
    words = (
        "from 1 March 2020 until 1 May 2020 for everybody, put there by a variation (paragraph 4 of 2020-02-01-varied)"
    )
    assert words in made["H1.1B.txt"].decode()
