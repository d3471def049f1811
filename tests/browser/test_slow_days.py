"""What a reader sees of another day while a slow network brings it: that it is on its way, and nothing that moves."""

import pytest

from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.test_any_day import read
from tests.browser.test_judges import SHIFTED

pytestmark = pytest.mark.browser

_HEADING = "document.querySelector('main h1').innerText"
_WAITING = "document.documentElement.classList.contains('on-its-way')"
_SEEN = "document.querySelector('article').checkVisibility()"
_MOVED = 0.06
"""Browsers call less than a tenth good. What is left is the control, where the line above it grows or shrinks."""


def far_away(page: Tab) -> None:
    """Have every answer of a host come after a second."""
    page.command(
        "Network.emulateNetworkConditions", offline=False, latency=1000, uploadThroughput=-1, downloadThroughput=-1
    )


def ask(page: Tab, day: str) -> None:
    """Write a day as a reader does, and have it shown."""
    page.run("document.querySelector('#any-day').focus()")
    page.run(f"document.querySelector('#any-day').value = '{day}'")
    for kind in ("keyDown", "keyUp"):
        page.command(
            "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r", windowsVirtualKeyCode=13
        )
    page.until(f"location.pathname === '/as-at/{day}/H14/'")


def test_it_is_said_that_a_day_is_on_its_way(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        page.go(site + "H14/")
        page.run("document.querySelector('#any-day').focus()")  # what shows other days is fetched
        page.until("document.querySelectorAll('.along').length")
        far_away(page)
        assert page.run(_SEEN) is True
        ask(page, "2016-11-10")
        page.until("document.querySelector('.as-at').innerText.includes('10 November 2016 is on its way')")
        assert page.run(_SEEN) is False
        assert page.run("document.activeElement.id") == "any-day"
        page.until("document.querySelector('.as-at').innerText.includes('This page reads so')")
        assert page.run(_SEEN) is True
        assert page.complaints() == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("day", ["2016-11-10", "2013-01-01"])
def test_nothing_moves_when_it_comes(browser: Chromium, site: str, day: str, width: int) -> None:
    """Also where there is nothing but a message, so that what stands at the foot comes up."""
    with tab(browser) as page:
        page.size(width)
        page.go(site + "H14/")
        page.run("document.querySelector('#any-day').focus()")
        page.until("document.querySelectorAll('.along').length")
        far_away(page)
        ask(page, day)
        page.until(_WAITING)
        page.until(f"!{_WAITING} && !document.querySelector('article[aria-busy]')")
        shifted = page.run(SHIFTED)
        assert isinstance(shifted, int | float)
        assert shifted < _MOVED


def test_what_comes_after_the_reader_went_elsewhere_is_not_shown(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        go_back_before_it_came(page, site)
        assert page.until(_SEEN)
        packs = "performance.getEntriesByType('resource').filter((each) => each.name.includes('appendix-J')).length"
        page.until(packs)
        assert page.run(f"new Promise((told) => setTimeout(() => told({_HEADING}), 300))") == "H14 Testing Services"
        assert "to 23 July 2018" in str(page.run("document.querySelector('.as-at').innerText"))
        assert page.complaints() == []


def test_a_day_asked_for_meanwhile_is_the_one_that_is_shown(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        go_back_before_it_came(page, site)
        ask(page, "2018-10-01")
        assert page.run(f"new Promise((told) => setTimeout(() => told({_HEADING}), 1500))") == "H14 Testing Services"
        assert "1 October 2018" in str(page.run("document.querySelector('.as-at').innerText"))


def go_back_before_it_came(page: Tab, site: str) -> None:
    """Read H14 of a day, ask for Appendix J, and go back while that is on its way."""
    read(page, site, "as-at/2016-11-10/H14/")
    far_away(page)
    page.run("document.querySelector('article a[href*=\"appendix-J/\"]').click()")
    page.until(_WAITING)
    page.run("history.back()")
    page.until("location.pathname === '/as-at/2016-11-10/H14/'")


@pytest.mark.parametrize(
    ("address", "heading"),
    [("as-at/2016-11-10", "The Code on 10 November 2016"), ("as-at//H14/", "The Code on any day")],
)
def test_an_address_written_otherwise_shows_something(browser: Chromium, site: str, address: str, heading: str) -> None:
    with tab(browser) as page:
        page.go(site + address)
        page.until("!document.documentElement.classList.contains('arriving')")
        assert page.run("performance.now() < 15000") is True  # in which a text may come
        assert page.run("document.querySelector('main').checkVisibility()") is True
        assert page.run(_HEADING) == heading
