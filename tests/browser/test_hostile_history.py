"""The same in a real browser: no page of it asks anything, fetches from elsewhere, or has its policy broken."""

import json
from collections.abc import Iterator

import pytest

from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.site.hostile import hostile_history

pytestmark = pytest.mark.browser

KINDS = (
    "", "A/", "A1/", "A1.2/", "A1.3/", "A/full/", "terms/", "terms/device/", "terms/svg-onload-alert-4/",
    "instruments/",
    "instruments/2021-02-01-second/", "instruments/2021-03-01-variation/", "versions/", "timeline/", "not-yet/",
    "in-flight/", "as-at/", "as-at/2021-02-01/", "A1/2020-01-01/", "id/section-A/A1.2/",
    "instruments/2021-03-15-for-some/",
)  # fmt: skip


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    with served(hostile_history()) as address:
        yield address


def harmless(page: Tab, place: str) -> None:
    """Nothing was run, asked for elsewhere, or refused by the policy of the page."""
    assert [each for each in page.browser.events if each.get("method") == "Page.javascriptDialogOpening"] == []
    assert [url for url in page.requests() if not url.startswith(place)] == []
    assert page.complaints() == []
    assert (
        page.run("document.querySelectorAll('[onerror], [onload], [onclick], [onmouseover], main script').length") == 0
    )


@pytest.mark.parametrize("path", KINDS)
def test_a_page_does_no_harm(browser: Chromium, place: str, path: str) -> None:
    with tab(browser) as page:
        page.go(place + path)
        page.until("document.readyState === 'complete' && !document.documentElement.classList.contains('arriving')")
        harmless(page, place)


SOME = (
    ("region=%3Cimg%20src%3Dx%20onerror%3Dalert(48)%3E", "alert(47)"),
    ("party='%3E%3Csvg%2Fonload%3Dalert(50)%3E&user-role=..%2F..%2F%7B%7B%207%20*%207%20%7D%7D", "alert(49)"),
    ("user-role=..%2F..%2F%7B%7B%207%20*%207%20%7D%7D&party='%3E%3Csvg%2Fonload%3Dalert(50)%3E", "alert(49)"),
)


@pytest.mark.parametrize(("whom", "said"), SOME)
def test_what_is_read_for_some_does_no_harm(browser: Chromium, place: str, whom: str, said: str) -> None:
    with tab(browser) as page:
        page.go(f"{place}as-at/2021-03-20/for/{whom}/A1/")
        page.until(f"document.querySelector('main')?.textContent.includes({json.dumps(said)})")
        harmless(page, place)


def test_what_scripts_put_into_pages_does_no_harm(browser: Chromium, place: str) -> None:
    """Previews, redlines in place, any day out of packs, two days compared, the search and its lists."""
    with tab(browser) as page:
        page.go(place + "A1.2/")
        page.run("document.querySelector('article a.term')?.focus()")
        page.until("document.querySelector('.preview') !== null")
        harmless(page, place)
        page.go(place + "A1/")
        page.run("document.querySelector('a.shows').click()")
        page.until("document.querySelector('.in-place') !== null")
        harmless(page, place)
        page.go(place + "as-at/2020-06-01/A1/")
        page.until("document.querySelectorAll('article .clause').length > 1")
        harmless(page, place)
        page.go(place + "compare/?doc=section-A&from=2020-01-01&to=2021-04-01")
        page.until("document.querySelectorAll('#compared ins').length > 0")
        assert "alert(9" in str(page.run("document.querySelector('#compared').textContent"))
        harmless(page, place)
        said = json.dumps("<script>alert(45)</script>")
        page.go(place + "search/?q=alert")
        page.until("document.querySelectorAll('main mark').length > 0")
        page.run(f"document.querySelector('#find').value = {said}")
        page.run("document.querySelector('#find').dispatchEvent(new Event('input', {bubbles: true}))")
        harmless(page, place)
