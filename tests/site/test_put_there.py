"""What stands in the text by a variation alone says so, wherever it is read."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.site.making import MadeSite
from secc.site.sources import open_sources
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
