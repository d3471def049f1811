"""What pages hold for programs, in a real browser: the policy of the page allows it, and nothing in it is run."""

import pytest

from tests.browser.chromium import Chromium, tab

pytestmark = pytest.mark.browser

LINKED = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
DATA = "fetch(document.querySelector('link[type=\"application/json\"]').href).then((answer) => answer.json())"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "code"),
        ("H/", "document"),
        ("H14.31/", "provision"),
        ("instruments/2018-06-04-smets1/", "instrument"),
    ],
)
def test_linked_data_and_data_are_there_and_nothing_complains(
    browser: Chromium, site: str, url: str, kind: str
) -> None:
    with tab(browser) as page:
        page.go(site + url)
        assert page.run(f"{LINKED}['@type']") == "Legislation"
        assert page.run(f"{DATA}.then((found) => found.kind)") == kind
        assert page.complaints() == []


@pytest.mark.parametrize(("url", "kind"), [("H14/2015-03-18/", "dated-text"), ("as-at/2016-11-08/", "day")])
def test_the_data_of_another_day_is_there_and_nothing_complains(
    browser: Chromium, site: str, url: str, kind: str
) -> None:
    with tab(browser) as page:
        page.go(site + url)
        assert page.run(f"{DATA}.then((found) => found.kind)") == kind
        assert page.complaints() == []


def test_hostile_words_are_read_and_not_run(browser: Chromium, hostile_site: str) -> None:
    with tab(browser) as page:
        page.go(hostile_site + "A/")
        assert "<script>alert(1)</script>" in str(page.run(f"{LINKED}.name"))
        assert page.complaints() == []
        assert "<script>alert(1)</script>" in str(page.run(f"{DATA}.then((found) => found.title)"))
