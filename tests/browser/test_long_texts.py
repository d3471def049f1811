"""A long text of another day, put together a stretch at a time: what is there before the browser draws again."""

from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.test_any_day import TEXT, pytestmark, read

__all__ = ["pytestmark"]

_NOT_DRAWN = "window.undrawn = []; window.requestAnimationFrame = (each) => window.undrawn.push(each);"
_DRAW_ALL = """(async () => {
  while (window.undrawn.length) {
    window.undrawn.shift()();
    await new Promise((go) => setTimeout(go, 5));
  }
})()"""
_DEFINITIONS = f"{TEXT}.querySelectorAll('.definition').length"
_BUSY = f"{TEXT}.hasAttribute('aria-busy')"
_EARLIER = """(() => {
  const range = document.querySelector(".along input");
  range.value = 1;
  range.dispatchEvent(new Event("input", { bubbles: true }));
})()"""


def begun(page: Tab, url: str) -> None:
    """Go to an address and have the browser draw nothing more, so that only the first stretch is there."""
    page.size(390)
    page.command("Page.addScriptToEvaluateOnNewDocument", source=_NOT_DRAWN)
    page.go(url)
    page.until(f"document.querySelector('article') && {_BUSY} && window.undrawn.length")


def test_the_first_stretch_fills_the_window_and_the_rest_follows(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        begun(page, site + "as-at/2016-11-10/A1/")
        first = page.run(_DEFINITIONS)
        assert page.run(f"{TEXT}.getBoundingClientRect().bottom > window.innerHeight")
        page.run(_DRAW_ALL)
        assert not page.run(_BUSY)
        whole = page.run(_DEFINITIONS)
        assert isinstance(first, int)
        assert isinstance(whole, int)
        assert 0 < first < whole / 5
        assert page.complaints() == []


def test_what_is_asked_for_is_there_at_once_with_all_above_it(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        begun(page, site + "as-at/2016-11-10/A1/#A1.1.secretariat")
        place = "document.querySelector(':target').getBoundingClientRect().top"
        before = page.until(f"document.querySelector(':target') && {place}")
        page.run(_DRAW_ALL)
        assert page.run(place) == before
        assert isinstance(before, float | int)
        assert 0 < before < 100


def test_another_day_ends_what_was_under_way(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        begun(page, site + "as-at/2016-11-10/A1/")
        page.run(_EARLIER)
        assert not page.run(_BUSY)
        said = page.run(f"{TEXT}.textContent")
        page.run(_DRAW_ALL)
        assert page.run(f"{TEXT}.textContent") == said
        day = page.run("document.querySelector('#any-day').value")
    with tab(browser) as page:
        read(page, site, f"as-at/{day}/A1/")
        assert page.run(f"{TEXT}.textContent") == said


def test_what_is_come_back_to_is_shown_from_where_it_was_read(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        read(page, site, "as-at/2016-11-10/A1/")
        page.run("window.scrollTo(0, 20000)")
        page.run(f"[...{TEXT}.querySelectorAll('a')].find((each) => each.href.includes('/H')).click()")
        page.until("!location.pathname.endsWith('/A1/') && document.activeElement.matches('main *')")
        page.run("new Promise((go) => setTimeout(go, 200)).then(() => history.back())")  # the reader has arrived
        page.until("location.pathname.endsWith('/A1/') && window.scrollY === 20000 && history.state?.top === 20000")
        page.command("Page.reload")
        page.until("performance.getEntriesByType('navigation')[0].type === 'reload' && window.scrollY === 20000")
        assert page.complaints() == []
