"""A page that lists others, on another day: it says from when until when all of that read so, not the list alone."""

import pytest

from tests.browser.chromium import Chromium, tab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "2019-03-01/appendix-AL/",
            "Appendix AL reads so from 14 February 2019 to 23 July 2020: not the same as today",
        ),
        ("2020-10-01/appendix-AL/", "Appendix AL reads so from 17 September 2020: the same as today"),
        ("2019-03-01/appendix-AL/1/", "This page reads so from 14 February 2019: the same as today"),
        (
            "2019-03-01/appendix-AL/4/",
            "This page reads so from 14 February 2019 to 23 July 2020: not the same as today",
        ),
    ],
)
def test_a_page_that_lists_others_is_told_of_with_them(browser: Chromium, site: str, path: str, said: str) -> None:
    """The contents of the TMAD never changed, while it was replaced twice."""
    with tab(browser) as page:
        page.go(f"{site}as-at/{path}")
        page.until("document.querySelector('article') !== null && document.querySelector('.other-day b') !== null")
        assert said in str(page.run("document.querySelector('.other-day').textContent"))
        assert page.complaints() == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("as-at/2015-06-10/appendix-Z/", "There was no Appendix Z"),
        ("as-at/2015-06-10/appendix-AA/", "Appendix AA: Not yet in effect"),
        ("appendix-AL/", "In effect"),
        ("appendix-AL/2019-02-14/", "In effect"),
    ],
)
def test_a_document_is_said_to_be_in_effect(browser: Chromium, site: str, path: str, said: str) -> None:
    with tab(browser) as page:
        page.go(site + path)
        page.until("!document.documentElement.classList.contains('arriving')")
        page.until("document.querySelector('.has-effect, .standing .status, main h1') !== null")
        assert said in str(page.run("document.querySelector('main').textContent"))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("appendix-AL/2019-02-14/", "This is the list from 14 February 2019."),
        ("H14/2015-03-18/", "This is the text from 18 March 2015 to 23 April 2015."),
    ],
)
def test_a_list_without_scripts_says_that_it_is_of_itself(browser: Chromium, site: str, path: str, said: str) -> None:
    with tab(browser, scripts=False) as page:
        page.go(site + path)
        assert said in str(page.run("document.querySelector('.other-day').textContent"))
