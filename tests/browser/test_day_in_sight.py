"""Wherever a text of another day is read, its day is in sight."""

import pytest

from tests.browser.chromium import Chromium, tab

pytestmark = pytest.mark.browser

SEEN = """(() => {
  const day = [...document.querySelectorAll('.other-day b, .crumbs a')].filter((each) => each.textContent === %r);
  return day.some((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === each;
  });
})()"""


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("as-at/2016-11-10/H14/", "10 November 2016"),
        ("as-at/2016-11-10/H14.31/", "10 November 2016"),
        ("as-at/2019-03-01/appendix-AL/4.26/", "1 March 2019"),
        ("H14/2016-10-03/#H14.31", "3 October 2016"),
    ],
)
def test_the_day_is_in_sight(browser: Chromium, site: str, path: str, day: str, width: int) -> None:
    with tab(browser) as page:
        page.size(width, 800)
        page.go(site + path)
        page.until("document.querySelector('article') !== null && document.querySelector('.other-day') !== null")
        page.until("!document.documentElement.classList.contains('arriving')")
        assert page.run(SEEN % day)
        page.run("scrollTo(0, document.body.scrollHeight / 2)")
        assert page.run(SEEN % day)


@pytest.mark.parametrize("width", [360, 390])
@pytest.mark.parametrize("how", ["for/region=North", "known/2016-01-31"])
def test_what_was_asked_for_is_not_below_the_day(browser: Chromium, site: str, how: str, width: int) -> None:
    with tab(browser) as page:
        page.size(width, 800)
        page.go(f"{site}as-at/2016-11-10/{how}/H14.31/")
        page.until("document.querySelector('[id=\"H14.31\"]') !== null && scrollY > 500")
        edge = "document.querySelector({!r}).getBoundingClientRect().{}"
        bar, top = page.run(edge.format(".crumbs", "bottom")), page.run(edge.format('[id="H14.31"]', "top"))
        assert isinstance(bar, int | float)
        assert isinstance(top, int | float)
        assert top >= bar


def test_what_has_the_focus_is_not_below_the_day(browser: Chromium, site: str) -> None:
    """Going back from link to link, each is seen."""
    with tab(browser) as page:
        page.size(390, 700)
        page.go(site + "as-at/2016-11-10/H14.31/")
        page.until("document.querySelector('article') !== null && document.querySelector('.other-day b') !== null")
        for _ in range(12):
            page.run("""(() => {
              const links = [...document.querySelectorAll('article a[href]')];
              links[Math.max(0, (links.indexOf(document.activeElement) + links.length) % links.length - 1)].focus();
            })()""")
            bar, top = (
                page.run(f"document.querySelector({each!r}).getBoundingClientRect().{edge}")
                for each, edge in ((".crumbs", "bottom"), (":focus", "top"))
            )
            assert isinstance(bar, int | float)
            assert isinstance(top, int | float)
            assert top >= bar
