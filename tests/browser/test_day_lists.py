"""What there is of each day besides texts: its terms, what each meant, what was not in effect, whole documents."""

from collections import Counter

import pytest

from secc.site.search.words import names as names_in
from tests.browser.chromium import Chromium, tab
from tests.browser.test_any_day import read
from tests.browser.test_reading import CENTRE_OF_FIRST_TERM, tap
from tests.site.assembled import packs
from tests.site.codes import sample_site

pytestmark = pytest.mark.browser


def test_the_terms_of_a_day_are_those_that_its_texts_define(browser: Chromium, site: str) -> None:
    day = "2016-11-10"
    with tab(browser) as page:
        read(page, site, f"as-at/{day}/terms/")
        names = page.run("[...document.querySelectorAll('main .terms a')].map((each) => each.textContent)")
        assert isinstance(names, list)
        texts = [found.pages.values() for each in packs(sample_site()).values() if (found := each.on(day)) is not None]
        wanted = {name for pages in texts for html in pages for name in names_in(html)}
        assert len(wanted) > 500
        assert {str(each) for each in names} == wanted
        assert page.complaints() == []


def test_a_name_that_words_introduce_is_not_said_to_be_undefined(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(f"{site}terms/relevant-device/")
        assert "a “Relevant Device”" in str(page.run("document.querySelector('main').innerText"))
        for path, said in (
            ("relevant-device/", "No definition had this name on 24 February 2022. "),
            ("", "definitions. "),
        ):
            read(page, site, f"as-at/2022-02-24/terms/{path}")
            told = str(page.run("document.querySelector('main > h1 ~ p').innerText"))
            assert told.endswith(f"{said}Names that the words of a provision introduce are not listed by day.")


def test_a_term_has_the_meaning_of_the_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/terms/user/")
        page.until("document.querySelectorAll('.meaning .definition').length")
        assert page.run("document.querySelector('.meaning dfn').textContent") == "User"
        found = "document.querySelector('.meaning h2 a')"
        assert page.run(f"{found}.pathname + {found}.hash") == "/as-at/2016-11-10/A1/#A1.1.user"
        read(page, site, "as-at/2022-02-24/terms/user/")
        page.until("document.querySelectorAll('.meaning .definition').length")
        read(page, site, "as-at/2013-10-01/terms/nothing-at-all/")
        assert (
            page.run("document.querySelector('main h1').textContent") == "It had no definition of its own on this day"
        )
        assert page.complaints() == []


def test_a_name_that_is_tapped_shows_what_it_meant_and_then_leads_there(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        page.command("Emulation.setTouchEmulationEnabled", enabled=True)
        read(page, site, "as-at/2016-11-10/terms/")
        first = CENTRE_OF_FIRST_TERM.replace("article", "main")
        page.until("document.querySelector('main a.term') !== null")
        tap(page, page.run(first))
        page.until("document.querySelector('.preview .definition') !== null")
        assert "means testing of" in str(page.run("document.querySelector('.preview').innerText"))
        inner = "document.querySelector('.preview .definition a.term')"
        assert str(page.run(f"{inner}.pathname")).startswith("/as-at/2016-11-10/")
        tap(page, page.run(first))
        page.until("location.pathname === '/as-at/2016-11-10/terms/acceptance-testing/'")
        page.until("document.querySelector('main .meaning .definition') !== null")
        assert page.run("document.querySelector('.preview') === null")
        ways = "[...document.querySelectorAll('.crumbs a')].map((each) => [each.textContent, each.pathname])"
        assert page.run(ways) == [
            ["10 November 2016", "/as-at/2016-11-10/"],
            ["Defined terms", "/as-at/2016-11-10/terms/"],
        ]
        assert page.complaints() == []


def test_the_ways_above_lead_to_what_there_is_of_the_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/")
        links = page.run("[...document.querySelectorAll('header nav a')].slice(0, 3).map((each) => each.pathname)")
        assert links == ["/as-at/2016-11-10/", "/as-at/2016-11-10/terms/", "/instruments/"]


def test_what_was_not_plainly_in_effect_on_a_day_leads_there(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/not-yet/")
        found = "[...document.querySelectorAll('.waiting a')].find((each) => each.textContent === 'H14.31(b)')"
        page.until(f"{found} !== undefined")
        assert page.run(f"{found}.pathname") == "/as-at/2016-11-10/H14.31.b/"
        page.run(f"{found}.click()")
        page.until("location.hash === '#H14.31.b'")
        assert page.run("location.pathname") == "/as-at/2016-11-10/H14/"
        assert page.run("document.querySelector(':target').id") == "H14.31.b"
        assert page.complaints() == []


def test_a_whole_document_of_a_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H/full/")
        ids = page.run("[...document.querySelectorAll('article .clause[id]')].map((each) => each.id)")
        assert isinstance(ids, list)
        assert {"H1.1", "H14.31"} <= {str(each) for each in ids}
        assert page.run("document.querySelector('h1 .number').textContent") == "Section H"
        assert page.run("document.title") == "Section H DCC Services, 10 November 2016"
        assert page.complaints() == []


@pytest.mark.parametrize("path", ["as-at/2016-11-10/H/full/", "as-at/2021-11-10/K/full/"])
def test_no_two_things_on_a_whole_document_have_one_name(browser: Chromium, site: str, path: str) -> None:
    """Its pages name their tables and headings each by itself."""
    with tab(browser) as page:
        read(page, site, path)
        ids = page.run("[...document.querySelectorAll('[id]')].map((each) => each.id)")
        assert isinstance(ids, list)
        assert [each for each, times in Counter(map(str, ids)).items() if times > 1] == []
        labels = "document.querySelectorAll('article [aria-labelledby]')"
        labelled = page.run(f"[...{labels}].map((each) => each.getAttribute('aria-labelledby'))")
        assert isinstance(labelled, list)
        assert len(labelled) == len(set(map(str, labelled)))


@pytest.mark.parametrize(
    ("path", "same"),
    [
        ("as-at/2016-11-10/terms/", "not the same as today"),
        ("as-at/2022-02-24/terms/", "the same as today"),
        ("as-at/2016-11-10/terms/device/", "the same as today"),
        ("as-at/2016-11-10/not-yet/", "not the same as today"),
        ("as-at/2022-02-25/not-yet/", "the same as today"),
        ("as-at/2016-11-10/H/full/", "not the same as today"),
        ("as-at/2022-02-24/H/full/", "the same as today"),
        ("as-at/2016-11-11/", "not the same as today"),
        ("as-at/2022-02-25/", "the same as today"),
    ],
)
def test_whether_it_says_the_same_today(browser: Chromium, site: str, path: str, same: str) -> None:
    with tab(browser) as page:
        read(page, site, path)
        assert page.until("document.querySelector('.other-day b:nth-of-type(2)')?.textContent") == same
        assert str(page.run("[...document.querySelectorAll('.other-day a')].at(-1).pathname")) == f"/{path[17:]}"
        assert page.complaints() == []
