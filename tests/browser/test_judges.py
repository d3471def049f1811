"""Every kind of page before axe, wide and narrow, light and dark; none too wide for a telephone, none that moves."""

import json
from importlib.resources import files

import pytest

from tests.browser.chromium import Chromium, Tab, tab

pytestmark = pytest.mark.browser

KINDS = (
    "", "H/", "H14/", "H14.31/", "H/full/", "K2/", "terms/", "terms/device/", "instruments/",
    "instruments/2020-09-17-tmad/", "versions/", "timeline/", "not-yet/", "in-flight/", "search/?q=test+communications",
    "H14/2015-03-18/", "as-at/", "as-at/2016-11-08/", "as-at/2016-11-10/H14/", "as-at/2016-11-10/for/region=North/H14/",
    "compare/?doc=H&from=2015-03-18&to=2018-07-24",
)  # fmt: skip
"""One address of each kind of page of the sample's website."""

_RARER = (
    "appendix-AF/", "M9.3/", "terms/certificate/", "terms/technical-sub-committee/", "versions/27.0/", "search/",
    "as-at/2016-11-10/", "as-at/2016-11-10/terms/", "as-at/2016-11-10/terms/device/",
    "as-at/2016-11-10/not-yet/", "as-at/2016-11-10/H/full/", "as-at/2012-01-01/H14/",
    "as-at/2016-11-10/for/region=North/terms/", "as-at/2016-11-10/for/region=East/H14/",
    "as-at/2016-11-10/known/2016-01-31/H14/", "as-at/2016-11-10/for/region=North/terms/device/", "compare/",
    "as-at/2016-11-10/known/2016-01-31/", "as-at/2016-11-10/known/2016-01-31/not-yet/",
    "as-at/2016-11-10/known/2016-01-31/terms/device/", "as-at/2016-11-10/timeline/", "H13.4A/", "schedule-1/1/",
)  # fmt: skip
"""What some of these are where there is more to say, or nothing is there."""

THERE = """document.readyState === "complete" && !document.documentElement.classList.contains("arriving")
  && !document.querySelector("meta[http-equiv=refresh]") && document.querySelectorAll("main h1").length"""
_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OF_COLOUR = ("color-contrast", "link-in-text-block")
_NARROWEST = 320


def judge(page: Tab, only: tuple[str, ...] = ()) -> list[str]:
    """What axe objects to on the page as it is shown: the rule, and where."""
    wanted = {"type": "rule", "values": only} if only else {"type": "tag", "values": _TAGS}
    found = page.run(
        f"axe.run(document, {json.dumps({'runOnly': wanted, 'resultTypes': ['violations']})}).then((judged) =>"
        " judged.violations.flatMap((each) => each.nodes.map((at) => `${each.id}: ${at.target} ${at.failureSummary}`)))"
    )
    assert isinstance(found, list)
    return [str(each) for each in found]


@pytest.mark.parametrize("path", [*KINDS, *_RARER])
def test_nothing_is_objected_to(browser: Chromium, site: str, path: str) -> None:
    with tab(browser) as page:
        page.size(1280)
        page.go(site + path)
        page.until(THERE)
        page.run(f"{_AXE}; true")
        assert judge(page) == []
        page.size(_NARROWEST)
        assert page.run("document.documentElement.scrollWidth") == _NARROWEST
        assert judge(page) == []
        page.dark()
        assert judge(page, _OF_COLOUR) == []
        page.size(1280)
        assert judge(page, _OF_COLOUR) == []


SHIFTED = """new Promise((told) => {
  let sum = 0;
  const add = ({ value, hadRecentInput }) => { if (!hadRecentInput) sum += value; };
  new PerformanceObserver((list) => list.getEntries().forEach(add))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => told(sum), 200);
})"""
_UNSEEN_SHIFT = 0.005
"""A pixel or two of a line, which nobody sees move; browsers call less than a tenth good."""
_UNSEEN = """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled)
  .filter((each) => {
    each.focus({ preventScroll: true });
    if (document.activeElement !== each) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle === "none" || parseFloat(outlineWidth) < 2;
  })
  .map((each) => each.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_while_a_page_arrives(browser: Chromium, site: str, path: str, width: int) -> None:
    with tab(browser) as page:
        page.size(width)
        page.slow(250_000)
        page.go(site + path)
        page.until(THERE)
        shifted = page.run(SHIFTED)
        assert isinstance(shifted, int | float)
        assert shifted < _UNSEEN_SHIFT


@pytest.mark.parametrize("path", KINDS)
def test_every_focus_is_seen(browser: Chromium, site: str, path: str) -> None:
    """Nor does a page ask any other host for anything."""
    with tab(browser) as page:
        page.size(390)
        page.go(site + path)
        page.until(THERE)
        page.press("Tab")  # from here on the reader is one who uses the keyboard
        assert page.run(_UNSEEN) == []
        assert [url for url in page.requests() if not url.startswith(site)] == []
        assert page.complaints() == []
