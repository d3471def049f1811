"""A picture with a document type, as programs that draw write it, is shown, and nothing is fetched for it."""

import pytest

from secc.history import Memory
from tests.browser.chromium import Chromium, tab
from tests.browser.conftest import served
from tests.browser.test_hostile_history import harmless
from tests.pdf.small import DRAWN
from tests.site.codes import files, made_from

pytestmark = pytest.mark.browser

SECTION = "section A: Pictures\n\n# A1 Pictures\n\nA1.1 As set out below:\n\n![Parts](figures/typed.svg)\n"


def test_a_picture_with_a_document_type_is_shown_and_fetches_nothing(browser: Chromium) -> None:
    tree = Memory({**files({"sections/A.sec": SECTION}), "figures/typed.svg": DRAWN["typed.svg"]})
    with served(made_from(tree)) as place, tab(browser) as page:
        page.go(f"{place}A1/")
        page.until("document.querySelector('article img')?.naturalWidth === 40")
        harmless(page, place)
        page.go(f"{place}files/figures/typed.svg")
        page.until("document.documentElement.localName === 'svg'")
        assert page.run("document.doctype.systemId") == "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"
        assert [url for url in page.requests() if not url.startswith(place)] == []  # of the site, its icon may be
