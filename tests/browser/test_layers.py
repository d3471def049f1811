"""What is ahead and what varies the text, laid over each other on the page of a document, in a real browser."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.browser.test_judges import judge
from tests.site.codes import files as files_of
from tests.site.codes import made_of
from tests.site.history import TODAY, history_files

pytestmark = pytest.mark.browser

_PROPOSALS = {
    "instruments/2021-04-01-single.sec": """\
consultation 2021-04-01-single: <b>Single</b> meters
consulted: 2021-04-01
recorded: 2021-04-01
from: 2022-07-01

1 in Section H1.1, for "every meter" substitute "every single meter"
2 omit Section H1.2
3 in Section H, after Section H1.3 insert
  > H1.3A The DCC shall report.
""",
    "instruments/2021-04-01-soon.sec": """\
direction 2021-04-01-soon: Soon
decided: 2021-04-01
recorded: 2021-04-01
from: 2022-08-01

1 in Section H1.1, for "shall test" substitute "shall soon test"
""",
    "instruments/2021-02-02-varied.sec": """\
modification 2021-02-02-varied: Varied
made: 2021-02-02
from: 2021-02-02

1 vary Section H1.3 as if for "tell" there were substituted "notify"
""",
}
_HOLDING = """\
section A: Words

# A1 Words

A1.1 In this Section:

  define "First" means one.

A1.2 In this Code:

  define "Second" means two.

A1.3 The end.
"""
_OF_HOLDING = {
    "instruments/2020-01-01-first/instrument.sec": """\
designation 2020-01-01-first: Designation of the Code
made: 2020-01-01
from: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
""",
    "instruments/2020-01-01-first/annexes/section-A.sec": _HOLDING,
    "instruments/2021-04-01-more.sec": """\
consultation 2021-04-01-more: More
consulted: 2021-04-01
recorded: 2021-04-01
from: 2022-07-01

1 in Section A, after Section A1.2 insert
  > A1.2A The DCC shall report.
2 in Section A1.1, for "In this Section" substitute "In this Section A"
3 in Section A1.3, for "end" substitute "last"
""",
}
_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_OFFERED = (["Designated", "Concluded", "In consultation", "Variations"], ["●", "◑", "?", "≈"])
"""The same whether the page has been made so or the script offers it."""
_SIGNS = "[...document.querySelectorAll('.layers .sign')].map((each) => each.dataset.sign)"
_LAID = "[...document.querySelectorAll('.layer')].map((each) => each.innerText.replace(/\\s+/g, ' ').trim())"


@cache
def _site() -> MadeSite:
    found = history_files() | {name: text.encode() for name, text in _PROPOSALS.items()}
    return made_of(open_sources(Memory(found), NoCache(), TODAY))


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    with served(_site()) as address:
        yield address


def choices(page: Tab) -> list[str]:
    found = page.run("[...document.querySelectorAll('.layers label')].map((each) => each.textContent.trim())")
    assert isinstance(found, list)
    return [str(each) for each in found]


def lay(page: Tab, state: str) -> None:
    """Tick a choice, from the keyboard."""
    page.run(f"document.querySelector('.layers input[value={state}]').focus()")
    page.press("Space")


def test_several_are_laid_over_each_other_on_request(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.size(360)
        page.go(place + "H1/")
        page.until("document.querySelectorAll('.choose-day').length")
        assert (choices(page), page.run(_SIGNS)) == _OFFERED
        assert page.run("document.querySelectorAll('.layer').length") == 0
        lay(page, "consulting")
        page.until("document.querySelectorAll('.layer').length === 3")
        assert page.run("location.pathname") == f"/as-at/{TODAY}/H1/"
        assert page.run("document.activeElement.value") == "consulting"
        lay(page, "decided")
        lay(page, "varied")
        said = page.run(_LAID)
        assert isinstance(said, list)
        assert [str(each).partition(":")[0] for each in said] == [
            "In consultation", "Concluded", "In consultation", "Variations", "In consultation",
        ]  # fmt: skip
        assert "<b>Single</b> meters, from 1 July 2022" in str(said[0])
        gone = str(page.run("[...document.querySelectorAll('.layer del')].map((each) => each.textContent).join(' ')"))
        assert "omitted: The DCC shall keep a record of:" in gone
        assert "omitted: tell" in gone
        assert "Laid over it:  Concluded,  In consultation,  Variations" in str(
            page.run("document.querySelector('.other-day').innerText")
        )
        assert page.run("document.documentElement.scrollWidth") == 360
        page.run(f"{_AXE}; true")
        assert judge(page) == []
        page.dark()
        assert judge(page, ("color-contrast", "link-in-text-block")) == []
        assert page.complaints() == []


def test_what_is_laid_stays_from_page_to_page_until_it_is_taken_off(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(f"{place}as-at/{TODAY}/H1/")
        page.until("document.querySelectorAll('.layers label').length")
        assert (choices(page), page.run(_SIGNS)) == _OFFERED
        lay(page, "consulting")
        page.run("document.querySelector('.steps .next').click()")
        page.until("location.pathname.endsWith('/H2/')")
        assert page.run("document.querySelectorAll('.layer').length") == 0
        page.run("document.querySelector('.steps .previous').click()")
        page.until("document.querySelectorAll('.layer').length === 3")
        for place_before in ("/H2/", "/H1/"):
            page.run("history.back()")
            page.until(f"location.pathname.endsWith('{place_before}')")
        page.until("document.querySelectorAll('.layer').length === 3")
        page.run("document.querySelector('header [data-each-day=\"terms/\"]').click()")
        page.until("location.pathname.endsWith('/terms/') && document.querySelector('h1').innerText.includes('terms')")
        assert page.run("document.activeElement.localName") == "h1"
        page.run("document.querySelector('header [data-each-day=\"\"]').click()")
        page.until("document.querySelectorAll('.documents a').length")
        for link in (".documents a[href='H/']", ".listed a[href$='H1/']"):
            page.until(f"document.querySelector({link!r}) !== null")
            page.run(f"document.querySelector({link!r}).click()")
        page.until("document.querySelectorAll('.layer').length === 3")
        lay(page, "consulting")
        assert page.run("document.querySelectorAll('.layer').length") == 0


def test_what_had_effect_by_the_day_is_not_offered(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(f"{place}as-at/2022-08-01/H1/")
        page.until("document.querySelectorAll('.layers label').length")
        assert choices(page) == ["In consultation", "Variations"]


_CHOICE = "document.querySelector('#any-day-layer')"
_ORDER = """[...document.querySelectorAll("main article :is([id], .layer)")]
  .map((each) => each.id || each.querySelector(".number").textContent)"""


def test_a_provision_is_laid_once_where_it_would_stand_among_those_that_hold_others(browser: Chromium) -> None:
    found = files_of({"sections/A.sec": _HOLDING}) | {name: text.encode() for name, text in _OF_HOLDING.items()}
    with served(made_of(open_sources(Memory(found), NoCache(), TODAY))) as place, tab(browser) as page:
        page.go(f"{place}as-at/{TODAY}/A1/")
        page.until("document.querySelectorAll('.layers label').length")
        lay(page, "consulting")
        page.until("document.querySelectorAll('.layer').length")
        assert page.run(_ORDER) == [
            "A1", "A1.1", "A1.1", "A1.1.first", "A1.2", "A1.2.second", "A1.2A", "A1.3", "A1.3",
        ]  # fmt: skip
        holders = "[...document.querySelectorAll('.sub-section > *, .clause .definition')].map((each) => each.id)"
        assert page.run(holders) == ["", "A1.1", "A1.1.first", "A1.2", "A1.2.second", "", "A1.3"]
        lay(page, "consulting")
        assert page.run("document.querySelectorAll('.layer').length") == 0
        without = ["", "A1.1", "A1.1.first", "A1.2", "A1.2.second", "A1.3"]
        assert page.run(holders) == without
        page.run(f"{_CHOICE}.value = '0'; {_CHOICE}.dispatchEvent(new Event('change'))")
        page.until("document.querySelectorAll('article .redline').length === 3")
        still = page.run(holders)
        assert isinstance(still, list)
        assert [each for each in without if each not in still] == []
        assert page.run("document.querySelector('[id=\"A1.1\"] .definition').id") == "A1.1.first"
        assert page.complaints() == []


@pytest.mark.parametrize(
    "path", ["as-at/nothing", "as-at/2021-99-99/H1/", f"as-at/{TODAY}/H1/", f"as-at/{TODAY}/nowhere/"]
)
def test_something_is_shown_at_every_address_of_another_day(browser: Chromium, place: str, path: str) -> None:
    with tab(browser) as page:
        page.go(place + path)
        page.until("document.querySelector('main h1')?.checkVisibility()")


def test_without_scripts_there_is_what_stands_ahead_and_the_way_to_it(browser: Chromium, place: str) -> None:
    with tab(browser, scripts=False) as page:
        page.go(place + "H1/")
        seen = page.run("document.querySelector('.layers').innerText")
        assert "In consultation" in str(seen)
        assert page.run("document.querySelector('.layers a').checkVisibility()") is True
        assert page.run("document.querySelector('.layers input').checkVisibility()") is False
