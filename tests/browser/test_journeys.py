"""What a reader came for, found from the home page with the keyboard alone, and again without JavaScript."""

import pytest

from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.keyboard import Keyboard
from tests.browser.test_reading_tools import CLIPBOARD

pytestmark = pytest.mark.browser

MAIN = "document.querySelector('main').innerText"
PATH = "location.pathname"
REDLINE = "[...document.querySelectorAll('#paragraph-4 :is(ins, del), #\\\\32 020-09-17 :is(ins, del)')]"


def box(page: Tab, said: str) -> None:
    """Go to the box with its key, type, and press Enter once there is an answer."""
    keys = Keyboard(page)
    page.until("document.querySelector('[data-search-ready]') !== null")
    keys.type("/")
    page.until("document.activeElement.id === 'find'")
    keys.type(said)
    page.until("document.querySelectorAll('[role=option], .found a').length > 0")
    keys.enter()


def dated(page: Tab, day: str) -> None:
    """Type a day into the field that is focused, as its parts come in this browser's language."""
    year, month, date = day.split("-")
    parts = page.run(
        "new Intl.DateTimeFormat(navigator.language).formatToParts(new Date()).map(({ type }) => type)"
        ".filter((type) => type !== 'literal')"
    )
    assert isinstance(parts, list)
    for part in parts:
        Keyboard(page).type({"year": year, "month": month, "day": date}[str(part)])
    assert page.run("document.activeElement.value") == day


def test_h14_31_as_it_was_on_10_november_2016(browser: Chromium, site: str) -> None:
    """What it required, of whom, under which instrument, and what has changed since."""
    with tab(browser) as page:
        keys = Keyboard(page)
        page.go(site)
        box(page, "h14.31")
        page.until(f"{PATH} === '/H14.31/' && document.readyState === 'complete'")
        page.until("document.querySelector('form[data-asks-day]') !== null")
        for _ in range(100):
            page.press("Tab")
            if page.run("document.activeElement.type") == "date":
                break
        dated(page, "2016-11-10")
        keys.tab_to("Show")
        keys.enter()
        asked = str(page.until("document.activeElement.matches('.event.asked') && document.activeElement.innerText"))
        assert "8 November 2016 to 24 November 2016" in asked
        assert "DCC Live (Central and South)" in asked
        assert "20 Working Days" in asked
        keys.follow("H14 as it was from then on", "#\\32 016-11-08")
        assert page.run(PATH) == "/H14/2016-10-03/"
        said = str(page.run("document.getElementById('H14.31').innerText"))
        assert "The DCC shall provide a service" in said
        assert "10 Working Days" in said
        assert page.complaints() == []


def test_h14_31_as_it_was_without_scripts(browser: Chromium, site: str) -> None:
    with tab(browser, scripts=False) as page:
        keys = Keyboard(page)
        page.go(site)
        keys.follow("H DCC Services", "main")
        keys.follow("H14 Testing Services", "main")
        keys.follow("History (7) and links", "#H14\\.31")
        assert page.run(PATH) == "/H14.31/"
        then = "document.getElementById('2016-11-08').innerText"
        assert "8 November 2016 to 24 November 2016" in str(page.run(then))
        assert "DCC Live (Central and South)" in str(page.run(then))
        keys.follow("H14 as it was from then on", "#\\32 016-11-08")
        said = str(page.run("document.getElementById('H14.31').innerText"))
        assert "The DCC shall provide a service" in said
        assert "8 November 2016" in said
        assert "varied for region" in said


@pytest.mark.parametrize("scripts", [True, False])
def test_what_changed_in_section_a_on_17_september_2020(browser: Chromium, site: str, scripts: bool) -> None:
    with tab(browser, scripts=scripts) as page:
        keys = Keyboard(page)
        page.go(site)
        keys.follow("Timeline", "header")
        keys.follow("Re-designation of the TMAD; designation of Appendices AO and AP", "#\\32 020-09-17")
        assert page.run(PATH) == "/instruments/2020-09-17-tmad/"
        assert "for “Appendix [TBC]” substitute “Appendix AP”" in str(page.run(MAIN))
        if scripts:
            keys.tab_to("show", "#paragraph-4")
            keys.enter()
            page.until(f"{REDLINE}.length > 0")
        else:
            keys.follow("show", "#paragraph-4")
            assert page.run(PATH) == "/A1.1/"
            keys.tab_to("What changed in the words", "#\\32 020-09-17")
            keys.enter()
        changed = str(
            page.run(f"{REDLINE}.filter((each) => each.checkVisibility()).map(({{ innerText }}) => innerText)")
        )
        assert "[TBC]" in changed
        assert "AP" in changed


@pytest.mark.parametrize("scripts", [True, False])
def test_every_use_of_a_term(browser: Chromium, site: str, scripts: bool) -> None:
    with tab(browser, scripts=scripts) as page:
        page.go(site)
        if scripts:
            box(page, "device")
            page.until(f"{PATH} === '/terms/device/' && document.readyState === 'complete'")
        else:
            keys = Keyboard(page)
            keys.follow("Defined terms", "header")
            keys.follow("D", "main")
            keys.follow("Device", "main")
        assert page.run(PATH) == "/terms/device/"
        uses = page.run("[...document.querySelectorAll('.references a')].length")
        said = str(page.run("document.querySelector('.count').textContent"))
        assert isinstance(uses, int)
        assert uses > 50
        assert f"{uses:,}" in said


def test_a_citation_is_copied(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        keys = Keyboard(page)
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        page.go(site)
        box(page, "h14.31")
        page.until(f"{PATH} === '/H14.31/' && document.readyState === 'complete'")
        keys.tab_to("Copy citation", ".tools")
        keys.enter()
        said = str(page.until("window.kept"))
        assert said == f"Section H14.31 of the SEC as at 24 February 2022\n{site}H14.31/"


def test_the_words_of_a_citation_are_there_to_read_without_scripts(browser: Chromium, site: str) -> None:
    with tab(browser, scripts=False) as page:
        page.go(f"{site}H14.31/")
        shown = "[...document.querySelectorAll('[data-copy]')].some((each) => each.checkVisibility())"
        assert page.run(shown) is False
        assert page.run("document.querySelector('h1').firstChild.textContent.trim()") == "Section H14.31"
        assert "24 February 2022" in str(
            page.run("getComputedStyle(document.querySelector('.as-at .site-day'), '::before').content")
        )
