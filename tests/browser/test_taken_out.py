"""Of a document that was taken out of the Code, its page on a later day says when, and leads to its last text."""

import pytest

from tests.browser.chromium import Chromium, tab
from tests.browser.conftest import served
from tests.site.words_on_pages import site_of

pytestmark = pytest.mark.browser

_SECTIONS = {
    "A": "section A: Words\n\n# A1 Words\n\nA1.1 A word is a word.\n",
    "B": "section B: Duties\n\n# B1 Duties\n\nB1.1 Each party shall pay.\n",
}
_OUT = "modification 2020-03-01-out: No duties\nmade: 2020-03-01\n\n1 revoke Section B\n"


def test_it_says_when_and_leads_to_the_last_text(browser: Chromium) -> None:
    with served(site_of(_SECTIONS, {"2020-03-01-out": _OUT})) as site, tab(browser) as page:
        page.go(f"{site}as-at/2020-06-01/B1/")
        page.until("document.querySelector('main h1')?.textContent === 'There was no Section B'")
        said = str(page.run("document.querySelector('main').textContent"))
        assert "Section B was not part of the Code on 1 June 2020." in said
        assert (
            "It was until 1 March 2020, when it was taken out by No duties. Its last text is that of 29 February 2020."
            in said
        )
        assert "Its first day is 1 January 2020." in said
        timeline, instrument, last, first = (
            str(page.run(f"document.querySelectorAll('main > p a')[{each}].href")) for each in range(4)
        )
        assert timeline == f"{site}timeline/#2020-03-01"
        assert instrument == f"{site}instruments/2020-03-01-out/"
        assert (last, first) == (f"{site}as-at/2020-02-29/B/", f"{site}as-at/2020-01-01/B/")
        page.go(last)
        page.until("document.querySelector('main h1')?.textContent.includes('Duties')")
        assert page.complaints() == []
