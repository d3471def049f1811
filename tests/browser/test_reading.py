"""The website in a real browser: on a telephone, in the dark, from the keyboard, on paper, without scripts."""

import pytest

from tests.browser.chromium import Chromium, Tab, tab

pytestmark = pytest.mark.browser

PAGES = (
    "", "H/", "H14/", "K2/", "A1/", "schedule-11/", "appendix-AL/", "appendix-AD/annex-A/", "appendix-AB/", "terms/",
    "terms/device/", "terms/user-role/", "F5/", "instruments/", "instruments/2018-06-04-smets1/", "versions/",
    "versions/27.0/", "timeline/", "not-yet/", "in-flight/",
)  # fmt: skip
PREVIEW = "document.querySelector('.preview')"


def focus(page: Tab, selector: str, words: str) -> None:
    """Put the focus on the link with these words, as a reader does who comes to it with the Tab key."""
    page.run(
        f"[...document.querySelectorAll({selector!r})].find((each) => each.textContent === {words!r})"
        ".focus({ focusVisible: true })"
    )


def read_on(page: Tab, day: str) -> None:
    """Have the reader's clock show a day."""
    clock = f"""
      const Now = Date;
      window.Date = class extends Now {{
        constructor(...said) {{ said.length ? super(...said) : super("{day}T12:00"); }}
      }};
    """
    page.command("Page.addScriptToEvaluateOnNewDocument", source=clock)


@pytest.mark.parametrize(("day", "shown"), [("2022-02-24", False), ("2022-11-02", False), ("2022-11-03", True)])
def test_a_page_says_when_its_text_has_changed(browser: Chromium, site: str, day: str, shown: bool) -> None:
    with tab(browser) as page:
        read_on(page, day)
        page.go(site + "appendix-AD/2/")
        assert page.run("document.documentElement.dataset.nextChange") == "2022-11-03"
        assert page.run("document.querySelector('p.out-of-date').checkVisibility()") is shown
        links = page.run("[...document.querySelectorAll('p.out-of-date a')].map((each) => each.getAttribute('href'))")
        then = "as-at/2022-11-03/appendix-AD/2/" if shown else "timeline/#2022-11-03"
        assert links == [f"../../{then}", "../../timeline/#2022-11-03"]
        assert page.complaints() == []


@pytest.mark.parametrize("path", ["appendix-AD/2/", "", "terms/", "not-yet/"])
def test_a_page_that_is_out_of_date_leads_to_that_of_the_readers_day(browser: Chromium, site: str, path: str) -> None:
    with tab(browser) as page:
        read_on(page, "2023-05-06")
        page.go(site + path)
        assert page.run("document.querySelector('p.out-of-date a').pathname") == f"/as-at/2023-05-06/{path}"


def test_a_page_kept_from_before_the_day_of_the_site_is_out_of_date(browser: Chromium, site: str) -> None:
    """Its own words are old, whatever the reader's clock says: day.css was fetched anew and the page was not."""
    with tab(browser) as page:
        read_on(page, "2022-02-24")
        page.go(site + "appendix-AD/2/")
        day = "document.documentElement.style.setProperty('--site-as-at', '2022-11-03')"
        script = "document.querySelector('script[src*=\"/day.\"]').src"
        again = "(src) => new Promise((done) => { const each = document.createElement('script'); each.src = src;"
        page.run(f"{day}; ({again} each.onload = done; document.head.append(each); }}))({script})")
        assert page.run("document.querySelector('p.out-of-date').checkVisibility()") is True


def test_a_page_whose_text_does_not_change_is_never_out_of_date(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read_on(page, "2099-01-01")
        page.go(site + "H14/")
        assert page.run("document.querySelector('p.out-of-date')") is None


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wrong_with_a_page(browser: Chromium, site: str, url: str, width: int) -> None:
    with tab(browser) as page:
        page.size(width)
        page.go(site + url)
        assert page.run("document.documentElement.scrollWidth") == width
        assert page.complaints() == []
        assert all(request.startswith(site) for request in page.requests())
        assert len(page.requests()) >= 3  # the page, its style and its script


def test_the_narrowest_telephone_scrolls_only_down(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(320)
        for url in PAGES:
            page.go(site + url)
            assert page.run("document.documentElement.scrollWidth") == 320, url


def test_wide_tables_scroll_in_their_place(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        page.go(site + "schedule-11/")
        assert page.run("[...document.querySelectorAll('.table')].some((each) => each.scrollWidth > each.clientWidth)")


def test_formulas_are_drawn(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "K4/")
        over = "(([over, under]) => over.getBoundingClientRect().bottom <= under.getBoundingClientRect().top)"
        assert page.run(f"[...document.querySelectorAll('mfrac')].every((each) => {over}(each.children))")
        assert page.run("document.querySelectorAll('mfrac').length") != 0
        assert page.run("document.querySelectorAll('merror').length") == 0


def test_lines_are_of_a_length_that_reads_well(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(1280)
        page.go(site + "H14/")
        longest = page.run(LONGEST_LINE)
        assert isinstance(longest, int)
        assert 60 <= longest <= 85


def test_a_term_shows_its_meaning_on_focus_and_escape_closes_it(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14/")
        focus(page, "a.term", "Testing Participant")
        assert "means" in str(page.until(f"{PREVIEW} && {PREVIEW}.textContent"))
        assert page.run("document.activeElement.getAttribute('aria-expanded')") == "true"
        page.until(INSIDE)
        page.press("Escape")
        assert page.run(f"{PREVIEW} === null")
        assert page.run("document.activeElement.textContent") == "Testing Participant"
        assert page.run("document.activeElement.getAttribute('aria-expanded')") is None
        assert page.complaints() == []
        assert all(request.startswith(site) for request in page.requests())


def test_a_reference_shows_the_provision_and_what_it_shows_has_terms_of_its_own(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H1/")
        focus(page, "a.ref", "Section B2")
        page.until(PREVIEW + " !== null")
        page.press("ArrowDown")
        assert page.run(f"document.activeElement === {PREVIEW}")
        page.run(f"{PREVIEW}.querySelector('a.term').focus({{ focusVisible: true }})")
        page.until("document.querySelectorAll('.preview').length === 2")
        assert page.run("[...document.querySelectorAll('.preview [id]')].length") == 0
        page.press("Escape")
        assert page.run("document.querySelectorAll('.preview').length") == 1
        page.press("Escape")
        assert page.run("document.activeElement.textContent") == "Section B2"
        assert page.run(PREVIEW + " === null")


def test_going_on_with_the_tab_key_leaves_no_trail(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14/")
        focus(page, "a.term", "User Entry Process Tests")
        page.until(PREVIEW + " !== null")
        for _ in range(4):
            page.press("Tab")
        page.until(f"document.activeElement.className !== 'term' || {PREVIEW} !== null")
        assert page.run("document.querySelectorAll('.preview').length <= 1")
        assert page.run("document.activeElement.closest('.preview') === null")


def test_the_pointer_shows_and_leaving_hides(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(1280)
        page.go(site + "H14/")
        at = page.run(CENTRE_OF_FIRST_TERM)
        assert isinstance(at, list)
        page.command("Input.dispatchMouseEvent", type="mouseMoved", x=at[0], y=at[1])
        page.until(PREVIEW + " !== null")
        inside = page.run(f"(({{ left, top }}) => [left + 30, top + 60])({PREVIEW}.getBoundingClientRect())")
        assert isinstance(inside, list)
        page.command("Input.dispatchMouseEvent", type="mouseMoved", x=inside[0], y=inside[1])
        page.run("new Promise((go) => setTimeout(go, 600))")
        assert page.run(PREVIEW + " !== null")
        page.command("Input.dispatchMouseEvent", type="mouseMoved", x=1270, y=500)
        page.until(PREVIEW + " === null")


def test_a_first_tap_shows_and_a_second_follows(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        page.command("Emulation.setTouchEmulationEnabled", enabled=True)
        page.go(site + "H14/")
        at = page.run(CENTRE_OF_FIRST_TERM)
        tap(page, at)
        page.until(PREVIEW + " !== null")
        assert page.run(f"{PREVIEW}.getBoundingClientRect().width") == 390
        assert page.run("location.pathname") == "/H14/"
        tap(page, at)
        page.until("location.pathname === '/terms/dcc/'")


def test_a_tap_follows_where_there_is_nothing_to_show(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        page.command("Emulation.setTouchEmulationEnabled", enabled=True)
        page.go(site + "H14/")
        at = page.run(CENTRE_OF_FIRST_TERM)
        page.run("document.querySelector('article a.term').href = '../timeline/'")
        tap(page, at)
        page.until("location.pathname === '/timeline/'")


def test_what_is_shown_never_hides_the_link(browser: Chromium, site: str) -> None:
    """WCAG 2.2, 2.4.11."""
    with tab(browser) as page:
        page.size(390)
        page.go(site + "H14/")
        focus(page, "a.term", "RDP Entry Process Tests")
        page.until(PREVIEW + " !== null")
        page.until(
            f"document.activeElement.getBoundingClientRect().bottom <= {PREVIEW}.getBoundingClientRect().top"
            " && document.activeElement.getBoundingClientRect().top >= 0"
        )


def test_everything_is_there_without_scripts(browser: Chromium, site: str) -> None:
    with tab(browser, scripts=False) as page:
        page.go(site + "H14/")
        page.command("DOM.enable")
        assert "terms/testing-participant/" in outer_html(page)
        page.go(site + "terms/testing-participant/")
        text = outer_html(page)
        assert "Used in" in text
        assert '<a class="ref" href="../../H14/#H14.2.a">' in text
        assert page.complaints() == []


def test_dark_colours_are_for_those_who_prefer_them(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14/")
        light = page.run("getComputedStyle(document.body).backgroundColor")
        page.dark()
        assert page.run("getComputedStyle(document.body).backgroundColor") != light


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "url",
    [
        "", "H14/", "K2/", "schedule-11/", "appendix-AB/", "terms/", "terms/user-role/", "F5/", "instruments/",
        "instruments/2018-06-04-smets1/", "versions/27.0/", "timeline/", "not-yet/", "in-flight/",
    ],
)  # fmt: skip
def test_words_stand_out_from_what_is_behind_them(browser: Chromium, site: str, url: str, dark: bool) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    with tab(browser) as page:
        if dark:
            page.dark()
        page.go(site + url)
        assert page.run(LOW_CONTRAST) == []


def test_paper_has_the_text_and_not_the_furniture(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.command("Emulation.setEmulatedMedia", media="print")
        page.go(site + "H14/")
        shown = "(selector) => [...document.querySelectorAll(selector)].some((each) => each.checkVisibility())"
        assert page.run(f"({shown})('.clause .said p')")
        assert page.run(f"({shown})('.notice')")
        assert page.run(f"({shown})('.foot p')")
        for furniture in (".contents", ".steps", ".crumbs", ".apparatus", ".masthead nav"):
            assert not page.run(f"({shown})({furniture!r})"), furniture


def test_nothing_hostile_runs(browser: Chromium, hostile_site: str) -> None:
    watch = "window.alert = (said) => { window.alerted = said; };"
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=watch)
        for url in ("", "A/", "A1/", "terms/", "terms/device/", "terms/svg-onload-alert-4/"):
            page.go(hostile_site + url)
            page.run(
                "for (const each of document.querySelectorAll('a.term, a.ref')) each.focus({ focusVisible: true })"
            )
            page.run("new Promise((go) => setTimeout(go, 150))")
            assert page.run("window.alerted === undefined"), url
            assert page.run("[...document.scripts].every((each) => each.src || each.type === 'application/ld+json')")
        assert all(request.startswith(hostile_site) for request in page.requests())
        assert page.complaints() == []


def tap(page: Tab, at: object) -> None:
    """Tap on a place."""
    assert isinstance(at, list)
    page.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": at[0], "y": at[1]}])
    page.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])


def outer_html(page: Tab) -> str:
    """The page as the browser has it, without running anything in it."""
    root = page.command("DOM.getDocument")["root"]
    assert isinstance(root, dict)
    return str(page.command("DOM.getOuterHTML", nodeId=root["nodeId"])["outerHTML"])


CENTRE_OF_FIRST_TERM = """
(({ left, top, width, height }) => [left + width / 2, top + height / 2])(
  document.querySelector("article a.term").getBoundingClientRect())
"""
INSIDE = """
(({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight)(
  document.querySelector(".preview").getBoundingClientRect())
"""
LONGEST_LINE = """
(() => {
  let longest = 0;
  for (const each of document.querySelectorAll(".clause > .said > p")) {
    const range = document.createRange();
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    const lines = new Map();
    while (walker.nextNode()) {
      for (let place = 0; place < walker.currentNode.length; place++) {
        range.setStart(walker.currentNode, place);
        range.setEnd(walker.currentNode, place + 1);
        const at = Math.round(range.getBoundingClientRect().bottom / 8);
        lines.set(at, (lines.get(at) || 0) + 1);
      }
    }
    longest = Math.max(longest, ...lines.values());
  }
  return longest;
})()
"""
LOW_CONTRAST = """
(() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
    .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, place) => sum + each * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (each) => {
    for (; each; each = each.parentElement) {
      const color = parts(getComputedStyle(each).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  for (const each of document.body.querySelectorAll("*")) {
    const speaks = [...each.childNodes].some((inner) => inner.nodeType === 3 && inner.data.trim());
    if (!speaks || !each.checkVisibility()) continue;
    const [one, other] = [light(parts(getComputedStyle(each).color)), light(behind(each))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) found.add(`${each.tagName} ${each.className} ${ratio.toFixed(2)}`);
  }
  return [...found];
})()
"""
