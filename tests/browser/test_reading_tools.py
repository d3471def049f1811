"""What makes reading easier, in a real browser: redlines in place, citations, keys, contents that follow, the day."""

import pytest

from tests.browser.chromium import Chromium, Tab, tab

pytestmark = pytest.mark.browser

PREVIEW = "document.querySelector('.preview')"
PAGES = ("H14.31/", "H8.16/", "A1.1/", "H13.4A/", "appendix-A/annex-B/1.1/", "O/full/")
CLIPBOARD = (
    "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (said) => { window.kept = said; } } });"
)


def key(page: Tab, pressed: str, at: str = "document.body") -> None:
    """Have a key pressed, as its sign is, whatever keyboard it is on."""
    page.run(
        f"{at}.dispatchEvent(new KeyboardEvent('keydown', {{ key: {pressed!r}, bubbles: true, cancelable: true }}))"
    )


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wrong_with_a_page(browser: Chromium, site: str, url: str, width: int) -> None:
    with tab(browser) as page:
        page.size(width)
        page.go(site + url)
        assert page.run("document.documentElement.scrollWidth") == width
        assert page.complaints() == []
        assert all(request.startswith(site) for request in page.requests())


def test_a_change_is_shown_in_place_and_hidden_again(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H8/")
        link = "document.getElementById('H8.16').querySelector('a.shows')"
        page.run(f"{link}.click()")
        shown = page.until("document.querySelector('#H8\\\\.16 > .redline')?.textContent")
        assert "(being no later than 1 January 2021)" in str(shown)
        assert page.run(f"{link}.getAttribute('aria-expanded')") == "true"
        assert page.run("document.querySelectorAll('.in-place [id]').length") == 0
        page.run(f"{link}.click()")
        page.until("document.querySelector('.in-place') === null")
        assert page.run("location.pathname") == "/H8/"
        assert page.complaints() == []


def test_a_redline_reads_as_the_text_did_without_its_marks(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H8.16/")
        page.run("document.getElementById('2021-06-24').querySelector('details').open = true")
        gone = (
            "[...document.getElementById('2021-06-24').querySelectorAll('del')].some((each) => each.checkVisibility())"
        )
        assert page.run(gone)
        page.run("document.getElementById('2021-06-24').querySelector('.unmarked input').click()")
        assert not page.run(gone)


def test_a_citation_says_what_of_what_and_on_which_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        page.go(site + "H14.31/#b.ii")
        page.run("document.querySelector('.tools [data-copy=citation]').click()")
        said = str(page.until("window.kept"))
        assert said == f"Section H14.31(b)(ii) of the SEC as at 24 February 2022\n{site}H14.31/#b.ii"
        page.go(site + "H14/#H14.31")
        page.run("document.getElementById('H14.31').querySelector('[data-copy=citation]').click()")
        said = str(page.until("window.kept"))
        assert said == f"Section H14.31 of the SEC as at 24 February 2022\n{site}H14.31/"
        page.run("window.kept = ''")
        page.go(site + "H14.31/")
        page.run("document.querySelector('.tools [data-copy=text]').click()")
        lines = str(page.until("window.kept")).splitlines()
        assert lines[0].startswith("H14.31 The DCC shall provide a service")
        assert lines[1].startswith("(a) tests of the interoperability")
        page.until("document.querySelector('.tools [data-copy=text]').textContent === 'Copied'")


def test_keys_lead_on_and_are_off_while_typing(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14/")
        key(page, "n")
        page.until("location.pathname !== '/H14/' && document.readyState === 'complete'")
        assert "/H14/" in str(page.run("document.querySelector('a[rel=prev]').href"))
        key(page, "p")
        page.until("location.pathname === '/H14/' && document.readyState === 'complete'")
        page.go(site)
        key(page, "/")
        assert page.run("document.activeElement.id") == "find"
        key(page, "?", "document.activeElement")
        assert page.run("document.querySelector('dialog') === null")


def test_keys_are_told_and_can_be_switched_off(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14/")
        key(page, "?")
        assert page.run("document.querySelector('dialog[open] h2').textContent") == "Keys"
        page.run("document.querySelector('dialog input').click()")
        page.run("document.querySelector('dialog button').click()")
        page.until("document.querySelector('dialog') === null")
        key(page, "n")
        page.run("new Promise((go) => setTimeout(go, 200))")
        assert page.run("location.pathname") == "/H14/"
        page.go(site + "H14/")
        key(page, "n")
        page.run("new Promise((go) => setTimeout(go, 200))")
        assert page.run("location.pathname") == "/H14/"
        key(page, "?")
        assert page.run("document.querySelector('dialog') === null")
        page.run("document.querySelector('footer [data-keys]').click()")
        page.run("document.querySelector('dialog input').click()")
        page.run("document.querySelector('dialog button').click()")
        page.until("document.querySelector('dialog') === null")
        key(page, "?")
        assert page.run("document.querySelector('dialog input').checked") is True


def test_the_contents_follow(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(1280)
        page.go(site + "H14/")
        current = "document.querySelector('.contents [aria-current=location]')?.textContent"
        page.run("[...document.querySelectorAll('article h2')].at(-1).scrollIntoView()")
        last = page.run("[...document.querySelectorAll('article h2')].at(-1).textContent")
        page.until(f"{current} === {last!r}")
        assert page.run("document.querySelectorAll('[aria-current=location]').length") == 1
        page.run("window.scrollTo(0, 0)")
        page.until(f"{current} !== {last!r}")
        page.run("window.scrollTo(0, document.body.scrollHeight)")  # past all headings in one leap
        page.until(f"{current} === {last!r}")


def test_what_is_pinned_stays_until_it_is_closed(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14/")
        page.run("document.querySelector('article a.term').focus({ focusVisible: true })")
        page.until(PREVIEW + " !== null")
        page.run(f"{PREVIEW}.querySelector('[aria-pressed]').click()")
        page.run("document.querySelector('a.number').focus({ focusVisible: true })")
        page.run("new Promise((go) => setTimeout(go, 500))")
        assert page.run(f"{PREVIEW}.classList.contains('pinned')")
        page.run("[...document.querySelectorAll('article a.term')][3].focus({ focusVisible: true })")
        page.until("document.querySelectorAll('.preview').length === 2")
        page.press("Escape")
        page.press("Escape")
        assert page.run(PREVIEW + " === null")


def test_the_day_that_is_asked_for_is_found_in_the_history(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        page.go(site + "H14.31/")
        page.run("document.querySelector('[data-asks-day] input').value = '2016-11-10'")
        page.run("document.querySelector('[data-asks-day] button').click()")
        assert page.run("document.querySelector('.event.asked').id") == "2016-11-08"
        assert page.run("document.activeElement.id") == "2016-11-08"
        said = str(page.run("document.querySelector('.asked .then-said').innerText"))
        assert "The DCC shall provide a service" in said
        assert "10 Working Days" in said
        assert "on 25 November 2016, 24 July 2018, 31 August 2018. Its words stayed the same." in said


def test_a_number_leads_to_its_provision(browser: Chromium, site: str) -> None:
    """From the home page of a telephone to what H14.31 required on 10 November 2016, and what came after."""
    with tab(browser) as page:
        page.size(390)
        for said, path, place in (("h14.31", "/H14.31/", ""), ("Section H14.31(b)(ii)", "/H14.31/", "#b.ii")):
            page.go(site)
            page.run(f"document.querySelector('[data-search] input').value = {said!r}")
            page.run("document.querySelector('[data-search] button').click()")
            page.until(f"location.pathname === {path!r} && document.readyState === 'complete'")
            assert page.run("location.hash") == place


def test_without_scripts_a_change_is_a_link_and_the_history_is_whole(browser: Chromium, site: str) -> None:
    with tab(browser, scripts=False) as page:
        page.go(site + "H8/")
        page.command("DOM.enable")
        root = page.command("DOM.getDocument")["root"]
        assert isinstance(root, dict)
        text = str(page.command("DOM.getOuterHTML", nodeId=root["nodeId"])["outerHTML"])
        assert '<a class="shows" href="../H8.16/#2021-06-24">show</a>' in text
        page.go(site + "H8.16/#2021-06-24")
        root = page.command("DOM.getDocument")["root"]
        assert isinstance(root, dict)
        text = str(page.command("DOM.getOuterHTML", nodeId=root["nodeId"])["outerHTML"])
        assert "(being no later than 1 January 2021)" in text
        assert "<del>" in text
        assert page.complaints() == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "terms/device/",
            "The definition of “Device” in Section A1.1 of the SEC as at 24 February 2022\n{}terms/device/",
        ),
        (
            "terms/certificate/#appendix-b",
            "The definition of “Certificate” in Appendix B 1.4 of the SEC as at 24 February 2022\n"
            "{}terms/certificate/#appendix-b",
        ),
    ],
)
def test_the_citation_of_a_meaning(browser: Chromium, site: str, path: str, said: str) -> None:
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        page.go(site + path)
        page.run("(document.querySelector(':target') ?? document).querySelector('[data-copy]').click()")
        assert page.until("window.kept") == said.format(site)
