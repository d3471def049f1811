"""On a telephone what stands around the text leaves room for it: the heading is on the first screen of every page."""

import pytest

from tests.browser.chromium import Chromium, tab
from tests.browser.test_reading import read_on

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 360, 740
_HEADING = "document.querySelector('main h1').getBoundingClientRect().bottom"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("", "2022-02-24"),
        ("H14/", "2022-02-24"),
        ("H14.31/", "2022-02-24"),
        ("appendix-AD/2/", "2022-02-24"),
        ("appendix-AD/2/", "2023-01-01"),  # which is out of date then
        ("terms/user/", "2023-01-01"),
        ("as-at/2016-11-10/H14/", "2022-02-24"),
        ("as-at/2016-11-10/terms/", "2022-02-24"),
        ("H14/2015-03-18/", "2022-02-24"),
    ],
)
def test_the_heading_is_on_the_first_screen(browser: Chromium, site: str, path: str, day: str) -> None:
    with tab(browser) as page:
        page.size(WIDTH, HEIGHT)
        read_on(page, day)
        page.go(site + path)
        if path.startswith("as-at/"):
            page.until("document.querySelectorAll('.other-day').length && document.querySelectorAll('main h1').length")
        bottom = page.run(_HEADING)
        assert isinstance(bottom, int | float)
        assert 0 < bottom < HEIGHT * 4 / 5
        assert page.run("document.documentElement.scrollWidth") == WIDTH


def test_the_notice_is_one_line_that_leads_to_the_rest(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(WIDTH, HEIGHT)
        page.go(site + "H14/")
        height = page.run("document.querySelector('header .notice').getBoundingClientRect().height")
        assert isinstance(height, int | float)
        assert height < 40
        assert page.run("document.querySelector('header .notice').innerText") == (
            "An illustration, not the legal text. About"
        )
        assert "nobody should rely on it" in str(page.run("document.querySelector('footer').innerText"))


def test_every_page_prints_the_day_with_scripts_and_without(browser: Chromium, site: str) -> None:
    printed = "getComputedStyle(document.querySelector('header .site-day'), '::before').content"
    for scripts in (True, False):
        with tab(browser, scripts=scripts) as page:
            for path in ("", "H14/", "H14.31/", "terms/user/", "instruments/", "versions/27.0/"):
                page.go(site + path)
                assert page.run(printed) == '"24 February 2022"', path
                assert page.run("document.querySelector('header .site-day span').checkVisibility()") is False
