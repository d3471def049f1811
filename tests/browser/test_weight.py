"""What a reader's browser fetches on a first visit of a page that it puts together itself, compressed as hosts send it.

Pages that are written whole are weighed in `tests/site/test_weight.py`.
"""

import gzip
from urllib.request import urlopen

import pytest

from tests.browser.chromium import Chromium, Tab, tab
from tests.site.codes import sample_site

pytestmark = pytest.mark.browser

MOST, OF_A_TERM, OF_SEARCH = 90_000, 75_000, 100_000

TEXT = "document.querySelector('article .clause') !== null"
LIST = "document.querySelector('.terms') !== null"
MEANING = "document.querySelector('.meaning .definition') !== null"
WAITING = "document.querySelector('.waiting a') !== null"
REDLINE = "document.querySelector('#compared :is(ins, del)') !== null"
EXCERPT = "document.querySelector('.results mark') !== null"


def weight(urls: list[str]) -> int:
    """How many bytes a host sends for some addresses."""
    total = 0
    for url in urls:
        with urlopen(url) as answer:
            total += len(gzip.compress(answer.read(), 9))
    return total


def visited(page: Tab, url: str, shown: str) -> list[str]:
    """All that is asked for until a page is shown that nobody has visited before."""
    page.go(url)
    page.until(shown)
    assert page.complaints() == []
    return page.requests()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("as-at/2016-11-10/A1/", TEXT),
        ("as-at/2016-11-10/H14/", TEXT),
        ("compare/?doc=section-A&from=2013-09-23&to=2022-12-31", REDLINE),
        ("as-at/2016-11-10/terms/", LIST),
        ("as-at/2016-11-10/not-yet/", WAITING),
        ("as-at/2016-11-10/known/2016-01-31/terms/", LIST),
        ("as-at/2016-11-10/known/2016-01-31/not-yet/", WAITING),
    ],
)
def test_what_is_put_together_in_the_browser_is_light(browser: Chromium, site: str, path: str, shown: str) -> None:
    """These are the heaviest: all definitions, much text, lists of the whole Code, and the meaning of a term."""
    with tab(browser) as page:
        asked = visited(page, site + path, shown)
    assert any("/assets/" in each for each in asked)
    assert any("/api/" in each for each in asked)
    assert weight(asked) <= MOST


@pytest.mark.parametrize("known", ["", "known/2016-01-31/"])
@pytest.mark.parametrize("term", ["user", "smart-metering-system"])
def test_what_a_term_meant_on_a_day_is_light(browser: Chromium, site: str, term: str, known: str) -> None:
    """Its definition comes with those under its letter, of which the second has most; the document does not come."""
    with tab(browser) as page:
        asked = visited(page, f"{site}as-at/2016-11-10/{known}terms/{term}/", MEANING)
    assert f"{site}api/definitions/{term[0]}.json" in asked
    assert not any("/api/pack/" in each for each in asked)
    assert weight(asked) <= OF_A_TERM


def test_no_letter_has_more_definitions_than_the_heaviest_that_is_weighed() -> None:
    files = {each.url: each.contents for each in sample_site().files if each.url.startswith("api/definitions/")}
    assert max(files, key=lambda url: len(gzip.compress(files[url]))) == "api/definitions/s.json"


def test_the_first_answer_of_a_search_is_light(browser: Chromium, site: str) -> None:
    """With the text of what was found first, out of the heaviest pack; what follows it is fetched as it is reached."""
    with tab(browser) as page:
        asked = visited(page, f"{site}search/?q=smart+meter&at=2016-11-10", EXCERPT)
    first, *others = [place for place, each in enumerate(asked) if "/api/pack/" in each]
    assert weight([each for place, each in enumerate(asked) if place not in others]) <= OF_SEARCH
    assert "/section-A." in asked[first]


def test_after_the_first_visit_a_day_without_the_text_asks_for_nothing(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        asked = visited(page, f"{site}as-at/2021-01-01/appendix-AL/4/", TEXT)
        page.run(
            "(() => { const range = document.querySelector('.along input');"
            " range.value = 0; range.dispatchEvent(new Event('input', { bubbles: true })); })()"
        )
        page.until("document.querySelector('main h1').textContent === 'There was no Appendix AL'")
        icon = f"{site}assets/icon."  # which the browser asks for in its own time
        assert {each for each in page.requests() if not each.startswith(icon)} <= set(asked)
