"""On a telephone what stands around the text leaves room for it: the heading is on the first screen of every page."""

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.sources import open_sources
from tests.browser.chromium import Chromium, tab
from tests.browser.conftest import served
from tests.browser.test_reading import read_on
from tests.site.codes import files, made_from, made_of
from tests.site.history import TODAY, history_files

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


def test_long_titles_and_twelve_levels_of_paragraphs_have_room(browser: Chromium) -> None:
    labels = ("(a)", "(i)", "(A)", "(1)") * 3
    levels = "\n".join(f"{'  ' * depth}{label} words:" for depth, label in enumerate(labels, 1))
    section = f"section A: Deep\n\n# A1 {'Long title ' * 30}\n\nA1.1 The parties shall:\n{levels}\n"
    with served(made_from(Memory(files({"sections/A.sec": section})))) as place, tab(browser) as page:
        for width in (320, 390):
            page.size(width)
            for path in ("", "A/", "A1/", "A1.1/"):
                page.go(place + path)
                assert page.run("document.documentElement.scrollWidth") == width, path
            last = "[...document.querySelectorAll('.paragraph p')].pop().getBoundingClientRect()"
            assert page.run(f"{last}.width > 60 && {last}.right <= {width}")


def test_a_long_title_of_the_code_leaves_room_for_the_box(browser: Chromium) -> None:
    found = history_files()
    found["code.toml"] = found["code.toml"].replace(
        b"Test Code", b"Balancing, Settlement and Interconnection Agreement"
    )
    with served(made_of(open_sources(Memory(found), NoCache(), TODAY))) as place, tab(browser) as page:
        for width in (320, 390):
            page.size(width)
            page.go(place + "H1/")
            assert page.run("document.documentElement.scrollWidth") == width
            assert page.run("document.querySelector('.masthead input').getBoundingClientRect().width > 90")


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
