"""Citations in the box: what a reader copies on one page leads another to the same text."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from secc.code.load import NoCache
from secc.history import Folder
from secc.site.made import FinishedPage, MadeSite
from secc.site.making import day_view
from secc.site.sources import open_sources
from secc.site.theme import read_theme
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.browser.test_reading_tools import CLIPBOARD
from tests.browser.test_search import enter, lines, typed

ROOT = Path(__file__).parents[2]
_STATUS = "document.querySelector('form.searching [role=status]').textContent"


@pytest.mark.parametrize(
    ("said", "first", "leads"),
    [
        (
            "Section H14.31(b)(ii) of the SEC as at 10 November 2016, as known on 31 January 2016",
            "H14.31(b)(ii) Testing Services, as at 10 November 2016, as known on 31 January 2016",
            "/as-at/2016-11-10/known/2016-01-31/H14/#H14.31.b.ii",
        ),
        (
            "H14.31 as known on 31 January 2016",
            "H14.31 Testing Services, as known on 31 January 2016",
            "/as-at/2022-02-24/known/2016-01-31/H14/#H14.31",
        ),
        (
            "User as known on 31 January 2016",
            "User defined term, as known on 31 January 2016",
            "/as-at/2022-02-24/known/2016-01-31/terms/user/",
        ),
        (
            "Section H14.31 of the SEC as at 10 November 2016, as it has effect for region “North”",
            "H14.31 Testing Services, as at 10 November 2016, as it has effect for region “North”",
            "/as-at/2016-11-10/for/region=North/H14/#H14.31",
        ),
        (
            "H14.31 for region North on 10 November 2016",
            "H14.31 Testing Services, as at 10 November 2016, as it has effect for region “North”",
            "/as-at/2016-11-10/for/region=North/H14/#H14.31",
        ),
        (
            "Section H14.31 of the SEC as at 10 November 2016, as it has effect for region “East”",
            "H14.31 Testing Services, as at 10 November 2016, as it has effect for everybody",
            "/as-at/2016-11-10/H14/#H14.31",
        ),
        (
            "The definition of “User” in Section A1.1 of the SEC as at 10 November 2016",
            "User defined term",
            "/as-at/2016-11-10/terms/user/",
        ),
    ],
)
def test_a_citation_leads_to_all_that_it_says(browser: Chromium, site: str, said: str, first: str, leads: str) -> None:
    with tab(browser) as page:
        page.go(site + "E/")
        typed(page, said)
        page.until("document.querySelector('.found-below [aria-selected=true]') !== null")
        assert lines(page)[0] == first
        enter(page)
        page.until(f"location.pathname + location.hash === {json.dumps(leads)}")


def test_what_is_copied_leads_back_to_what_is_read(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        for place in ("as-at/2016-11-10/known/2016-01-31/H14/", "as-at/2016-11-10/for/region=North/H14/"):
            page.go(f"{site}{place}#H14.31")
            citation = copied(page)
            page.go(site)
            typed(page, citation)
            page.until("document.querySelector('.found-below [aria-selected=true]') !== null")
            enter(page)
            page.until(f"location.pathname === '/{place}' && location.hash === '#H14.31'")
            assert copied(page) == citation


def copied(page: Tab) -> str:
    """What "Copy citation" below H14.31 copies, without the address."""
    button = "document.querySelector('[id=\"H14.31\"] [data-copy=citation]')"
    page.until(f"{button} !== null")
    page.run(f"{button}.click()")
    return str(page.until("window.kept")).splitlines()[0]


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Nov 2016", "4 results."),
        ("H14.31 as at 10 November 2016", "1 result."),
        ("xyzzy", "No text has these words, as at 24 February 2022."),
    ],
)
def test_what_is_listed_is_counted(browser: Chromium, site: str, said: str, counted: str) -> None:
    with tab(browser) as page:
        page.go(f"{site}search/?q={quote(said)}")
        page.until(f"{_STATUS} === {json.dumps(counted)}")


def test_a_day_that_there_is_not_is_told_as_it_was_written(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site)
        typed(page, "H14.31 as at 31 February 2020")
        page.until(
            "document.querySelector('[data-search] .told')?.textContent === 'There is no such day as 31 February 2020.'"
        )


def test_where_nothing_is_what_its_address_says_is_searched_for(browser: Chromium) -> None:
    sources = open_sources(Folder(ROOT / "sec-source"), NoCache())
    theme = read_theme(ROOT / "site", sources.code.loaded.settings, day_view(sources))
    missing = FinishedPage("h14.31/", "", theme.render("404.html", {"base_url": "/"}).encode(), frozenset())
    with served(MadeSite((missing,), theme.files)) as place, tab(browser) as page:
        page.go(place + "h14.31/")
        page.until("document.querySelector('a[data-search-for]').textContent === 'Search for “h14.31”'")
        assert page.run("document.querySelector('a[data-search-for]').href") == f"{place}search/?q=h14.31"


def test_where_no_text_of_a_day_is_its_address_is_searched_for_as_at_that_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "as-at/2016-11-10/h14.31/")
        page.until("document.querySelector('main h1')?.textContent === 'No text of a day is here'")
        page.run(
            "[...document.querySelectorAll('main a')].find((each) => each.textContent.startsWith('Search')).click()"
        )
        page.until("document.querySelector('.straight li a')?.textContent === 'H14.31'")
        assert page.run("document.querySelector('.straight li a').href") == f"{site}as-at/2016-11-10/H14/#H14.31"
