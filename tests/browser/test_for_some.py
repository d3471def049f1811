"""Reading the text for those for whom it is varied, in a real browser."""

from collections.abc import Iterator
from datetime import date

import pytest

from secc.code.cache import FolderCache
from secc.code.load import NoCache
from secc.history import Folder, Memory
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.browser.keyboard import Keyboard
from tests.browser.test_any_day import read
from tests.browser.test_journeys import box
from tests.browser.test_judges import _AXE, _OF_COLOUR, _UNSEEN_SHIFT, SHIFTED, THERE, judge
from tests.browser.test_reading_tools import CLIPBOARD
from tests.site.codes import ROOT, made_of
from tests.site.history import TODAY, history_files
from tests.site.test_for_some import HOSTILE, varied

pytestmark = pytest.mark.browser

SAID = "(document.getElementById('H14.31')?.innerText ?? '')"
PATH = "location.pathname"
WAYS = "[...document.querySelectorAll('.read-for li')].map((each) => each.innerText.trim())"


@pytest.fixture(scope="module")
def of_november_2016() -> Iterator[str]:
    """The address of the sample Code's website as it was while the North read otherwise."""
    tree, cache = Folder(ROOT / "sec-source"), FolderCache(ROOT / "build" / "cache")
    with served(made_of(open_sources(tree, cache, date(2016, 11, 10)))) as address:
        yield address


def test_what_h14_31_required_in_the_north_found_from_the_home_page_on_a_phone(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390, 844)
        page.go(site)
        box(page, "h14.31")
        page.until(f"{PATH} === '/H14.31/' && document.readyState === 'complete'")
        page.until("document.querySelector('form[data-asks-day]') !== null")
        page.run(
            "document.querySelector('[data-asks-day] input').value = '2016-11-10';"
            " document.querySelector('[data-asks-day]').requestSubmit()"
        )
        page.until("document.activeElement.matches('.event.asked')")
        assert page.run("document.querySelector('.then-said a').innerText") == "It read otherwise for region “North”"
        assert "20 Working Days" in str(page.run("document.querySelector('.asked .for-some[open] .redline').innerText"))
        page.run("document.querySelector('.asked .for-some a[data-read]').click()")
        page.until(f"{PATH} === '/as-at/2016-11-08/for/region=North/H14/' && location.hash === '#H14.31'")
        page.until("document.querySelectorAll('.other-day').length && document.querySelectorAll('#any-day').length")
        page.run("document.querySelector('#any-day').value = '2016-11-10'")
        page.run("document.querySelector('.choose-day').requestSubmit()")
        page.until(f"{PATH} === '/as-at/2016-11-10/for/region=North/H14/'")
        page.until("document.querySelector('.other-day').innerText.includes('for region “North”')")
        assert page.run("document.querySelector('.crumbs li').innerText") == "10 November 2016, for region “North”"
        said = str(page.run(SAID))
        assert "shall take reasonable steps to provide" in said
        assert "20 Working Days" in said
        assert page.run(WAYS) == ["everybody", "region “North”"]
        assert page.run("document.title") == "H14 Testing Services, 10 November 2016, for region “North”"
        page.run("document.querySelector('.read-for a').click()")
        page.until(f"{PATH} === '/as-at/2016-11-10/H14/' && !document.title.includes('North')")
        assert "10 Working Days" in str(page.run(SAID))
        assert page.run("document.documentElement.scrollWidth") == 390
        assert page.complaints() == []


def test_the_choice_asks_for_nothing_and_stays_on_the_way_to_other_pages(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/")
        before = len(page.requests())
        page.run("document.querySelector('.read-for a').click()")
        page.until(f"{PATH} === '/as-at/2016-11-10/for/region=North/H14/' && {SAID}.includes('20 Working Days')")
        page.run("document.querySelector('.contents a[href*=H3]').click()")
        page.until(f"{PATH} === '/as-at/2016-11-10/for/region=North/H3/' && !document.querySelector('[aria-busy]')")
        assert "for the purposes of Section H14 alone" in str(page.run("document.querySelector('article').innerText"))
        assert [url for url in page.requests()[before:] if not url.endswith(".svg")] == []
        page.run("document.querySelector('.contents a[href$=\"/H/\"]').click()")
        page.until(f"{PATH} === '/as-at/2016-11-10/for/region=North/H/'")
        page.run("document.querySelector('header a[data-each-day]').click()")
        page.until(
            f"{PATH} === '/as-at/2016-11-10/for/region=North/' && document.querySelectorAll('.documents').length"
        )
        page.run("document.querySelector('.documents a[href=\"E/\"]').click()")
        page.until("document.title.includes('Section E') && document.title.includes('for region “North”')")
        assert "It reads so for everybody" in str(page.run("document.querySelector('.other-day').innerText"))
        page.run("history.back()")
        page.until(
            f"{PATH} === '/as-at/2016-11-10/for/region=North/' && document.querySelectorAll('.documents').length"
        )
        assert page.complaints() == []


def test_a_number_in_the_box_is_read_for_them_too(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/for/region=North/H3/")
        box(page, "h14.31")
        page.until(f"{PATH} === '/as-at/2016-11-10/for/region=North/H14/' && location.hash === '#H14.31'")
        assert "20 Working Days" in str(page.until(SAID))


def test_a_citation_says_for_whom(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        for path, whom in (("for/region=North/", ", as it has effect for region “North”"), ("", "")):
            for own in ("H14/", "H/full/"):
                read(page, site, f"as-at/2016-11-10/{path}{own}")
                page.run("document.getElementById('H14.31').querySelector('[data-copy]').click()")
                said = str(page.until("window.kept"))
                place = f"{site}as-at/2016-11-10/{path}H14.31/"
                assert said == f"Section H14.31 of the SEC as at 10 November 2016{whom}\n{place}"
                assert str(page.run("document.title")).endswith(", for region “North”") == bool(whom)


def test_for_whom_it_is_read_is_printed(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/for/region=North/H14/")
        page.command("Emulation.setEmulatedMedia", media="print")
        assert "as it has effect for region “North”" in str(page.run("document.querySelector('header').innerText"))
        assert page.run("document.querySelector('.read-for').checkVisibility()") is False


def test_variations_for_some_are_laid_over_the_text_for_them(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/for/region=North/H14/")
        page.run("document.querySelector('.layers input[value=varied]').click()")
        page.until("document.querySelectorAll('.layer').length > 1")
        marked = "[...document.querySelectorAll('.layer del')].map((each) => each.textContent).join(' ')"
        assert "10" in str(page.run(marked))
        page.run("document.querySelector('.layers input[value=varied]').click()")
        page.run("document.querySelector('#any-day-base').click()")
        page.until(f"{SAID}.includes('10 Working Days')")
        assert "without the variations" in str(page.run("document.querySelector('.other-day').innerText"))


@pytest.mark.parametrize("path", ["as-at/2016-11-10/H3.2/", "as-at/2015-06-10/H14/", "as-at/2016-11-10/E/"])
def test_no_choice_is_offered_where_there_is_none(browser: Chromium, site: str, path: str) -> None:
    with tab(browser) as page:
        read(page, site, path)
        offered = path.startswith("as-at/2016-11-10/H3")  # the page on which it stands has another clause that is
        assert page.run("document.querySelector('.read-for').checkVisibility()") is offered


def test_an_address_for_nobody_says_so(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "as-at/2016-11-10/for/region=%3Cscript%3Ealert(1)%3C%2Fscript%3E/H14/")
        page.until("document.querySelector('main h1').innerText.includes('Nothing is varied')")
        page.run("document.querySelector('main > p a').click()")
        page.until(f"{PATH} === '/as-at/2016-11-10/H14/' && {SAID}")
        page.go(site + "as-at/2016-11-10/for/%72egion=%4eorth/H14/")  # the same letters, written otherwise
        page.until(f"document.title.includes('North') && {SAID}.includes('20 Working Days')")
        assert page.complaints() == []


@pytest.mark.parametrize("whom", ["party=Foo&region=North", "region=North&party=Foo", "region=%FF", "%E0%A4%A"])
def test_an_address_for_some_others_names_those_for_whom_there_are_texts(
    browser: Chromium, site: str, whom: str
) -> None:
    with tab(browser) as page:
        page.go(f"{site}as-at/2016-11-10/for/{whom}/H14/")
        page.until("document.querySelector('main h1').innerText === 'Nothing is varied for exactly them'")
        assert "may hold for those" in str(page.run("document.querySelector('main > p').innerText"))
        page.run("[...document.querySelectorAll('main > ul a')].find((each) => each.text === 'region “North”').click()")
        page.until(f"{PATH} === '/as-at/2016-11-10/for/region=North/H14/' && {SAID}.includes('20 Working Days')")


@pytest.mark.parametrize("both", ["known/2016-01-31/for/region=North", "for/region=North/known/2016-01-31"])
def test_an_address_for_some_as_known_on_a_day_leads_to_the_texts_that_there_are(
    browser: Chromium, site: str, both: str
) -> None:
    with tab(browser) as page:
        page.go(f"{site}as-at/2016-11-10/{both}/H14/")
        page.until("document.querySelector('main h1').innerText === 'As known on a day, texts are for everybody'")
        links = "[...document.querySelectorAll('main > ul a')].map((each) => new URL(each.href).pathname)"
        assert page.run(links) == [
            "/as-at/2016-11-10/known/2016-01-31/H14/",
            "/as-at/2016-11-10/for/region=North/H14/",
        ]
        assert page.complaints() == []


def test_without_scripts_the_words_stand_on_the_page_of_the_clause(browser: Chromium, of_november_2016: str) -> None:
    with tab(browser, scripts=False) as page:
        page.go(of_november_2016 + "H14/")
        Keyboard(page).follow("region “North”", ".read-for")
        assert page.run(PATH) == "/H14.2/"
        page.go(of_november_2016 + "H14.31/")
        said = str(page.run("document.getElementById('read-for').innerText"))
        assert "What it says for region “North”" in said
        assert "20" in said
        assert "H14 for region" not in said


def test_a_page_of_today_leads_to_the_whole_text_for_them(browser: Chromium, of_november_2016: str) -> None:
    with tab(browser) as page:
        for start, link in (("H14/", ".read-for a"), ("H14.31/", "#read-for a[data-read]")):
            page.go(of_november_2016 + start)
            page.until(f"document.querySelector('{link}').pathname.startsWith('/as-at/')")
            page.run(f"document.querySelector('{link}').click()")
            page.until(f"{PATH} === '/as-at/2016-11-10/for/region=North/H14/'")
            page.until(f"!document.querySelector('[aria-busy]') && {SAID}.includes('20 Working Days')")
        assert page.complaints() == []


def test_a_term_means_what_it_means_for_them(browser: Chromium) -> None:
    """So do its links; and what they alone have not is not said to be there."""
    with served(_defined()) as address, tab(browser) as page:
        meanings = "document.querySelector('.meaning').innerText"
        for whom, said, links in (("", "a tested Device", 3), ("for/region=North/", "a checked Device", 2)):
            page.go(f"{address}as-at/2021-03-20/{whom}terms/meter/")
            page.until("document.querySelectorAll('.meaning .definition').length")
            assert said in str(page.run(meanings))
            ways = page.run("[...document.querySelectorAll('.meaning :is(h2 a, a.term)')].map((each) => each.pathname)")
            assert ways == [f"/as-at/2021-03-20/{whom}A1.1/"] * links
            assert page.run("document.querySelector('.crumbs a').pathname") == f"/as-at/2021-03-20/{whom}"
            assert ("region “North”" in str(page.run("document.querySelector('.other-day').innerText"))) == bool(whom)
        page.go(f"{address}as-at/2021-03-20/for/region=North/terms/result/")
        page.until("document.querySelectorAll('.meaning').length")
        assert "It was not in the text." in str(page.run(meanings))
        assert page.complaints() == []


def _defined() -> MadeSite:
    """A Code of which definitions are varied for some."""
    files = history_files()
    old = files["instruments/2020-01-01-first/annexes/section-A.sec"].decode()
    terms = (
        '  define "Device" means a thing.\n\n  define "Meter" means a tested Device with a Result.\n\n'
        '  define "Result" means an outcome.\n'
    )
    for path in ("instruments/2020-01-01-first/annexes/section-A.sec", "sections/A.sec"):
        files[path] = (old.replace("Words of another Section.", "In this Code:") + "\n" + terms).encode()
    del files["document-log.toml"]
    files["instruments/2021-03-15-for-some.sec"] = b"""\
direction 2021-03-15-for-some: What is so for some
made: 2021-03-15
from: 2021-03-15

1 vary the definition of "Meter" in Section A1.1 as if for "tested" there were substituted "checked", for region "North"
2 vary Section A1.1 as if the definition of "Result" were omitted, for region "North"
"""
    return made_of(open_sources(Memory(files), NoCache(), TODAY))


def test_the_name_of_a_scope_stays_text(browser: Chromium) -> None:
    with served(varied()) as address, tab(browser) as page:
        for path in ("H1/", "H1.3/"):
            page.go(address + path)
            assert "alert" in str(page.run("document.querySelector('main').innerText"))
        page.go(address + "H1/")
        page.until("document.querySelector('.read-for a[data-for^=user]').pathname.startsWith('/as-at/')")
        page.run("document.querySelector('.read-for a[data-for^=user]').click()")
        page.until("document.title.includes('User Role') && !document.querySelector('[aria-busy]')")
        shown = HOSTILE.replace('"1"', "“1”")
        assert shown in str(page.run("document.querySelector('.other-day').innerText"))
        assert shown in str(page.run("document.querySelector('.read-for').innerText"))
        assert "shall ask each person" in str(page.run("document.querySelector('article').innerText"))
        assert page.run("document.querySelectorAll('main script, header script').length") == 0
        assert page.complaints() == []


@pytest.mark.parametrize("path", ["H14/", "H14.31/"])
def test_pages_of_today_that_are_varied_for_some_are_objected_to_by_nobody(
    browser: Chromium, of_november_2016: str, path: str
) -> None:
    with tab(browser) as page:
        page.size(390)
        page.slow(250_000)
        page.go(of_november_2016 + path)
        page.until(THERE)
        assert float(str(page.run(SHIFTED))) < _UNSEEN_SHIFT
        page.run(f"{_AXE}; true")
        _judged(page)


def test_the_history_of_a_clause_is_objected_to_by_nobody_when_it_is_open(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14.31/#2016-11-08")
        page.run("for (const each of document.querySelectorAll('.for-some')) each.open = true")
        page.run(f"{_AXE}; true")
        _judged(page)


def _judged(page: Tab) -> None:
    for width in (390, 1280):
        page.size(width)
        assert judge(page) == []
    page.dark()
    assert judge(page, _OF_COLOUR) == []
