"""What docs/accessibility.md says was found by inspection, where another change of the site might undo it."""

import base64
import io
import json
import re

import pytest
from pypdf import PdfReader

from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.keyboard import Keyboard
from tests.browser.test_judges import THERE
from tests.browser.test_reading_tools import CLIPBOARD

pytestmark = pytest.mark.browser

_SOME = ("", "H14/", "H14.31/", "instruments/", "versions/27.0/", "search/", "as-at/2016-11-10/H14/", "compare/")
_WIDTH = "document.documentElement.scrollWidth"
_SPREAD = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
_OUT_OF_ITS_PLACE = """[...document.querySelectorAll("button, th, td, summary, label, .clause > .number")]
  .filter((each) => each.checkVisibility() && each.clientWidth && each.scrollWidth > each.clientWidth + 2
    && getComputedStyle(each).overflowX === "visible" && getComputedStyle(each).display !== "inline")
  .map((each) => each.textContent)"""
_TOO_SMALL = """(() => {
  const within = (each) => each.closest("label") && each.matches("[type=checkbox]") ? each.closest("label") : each;
  const all = [...document.querySelectorAll("main :is(a[href], button, input, select, summary), footer :is(a, button)")]
    .filter((each) => each.checkVisibility()).map((each) => ({ each, box: within(each).getBoundingClientRect() }));
  const inText = ({ each }) => getComputedStyle(each).display.startsWith("inline") && each.closest("p, li, td, dd");
  const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  const small = all.filter((one) => (one.box.width < 24 || one.box.height < 24) && !inText(one));
  return small.filter((one) => all.some((other) => {
    if (one === other || one.each.contains(other.each) || other.each.contains(one.each) || inText(other)) return false;
    const [x, y] = middle(one.box);
    const [left, top] = middle(other.box);
    const { box } = other;
    const far = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    return far < 12 || (small.includes(other) && Math.hypot(left - x, top - y) < 24);
  })).map(({ each }) => each.outerHTML.slice(0, 80));
})()"""
_COVERED = """(() => {
  const at = document.activeElement;
  const points = [...at.getClientRects()].flatMap(({ x, y, width, height }) =>
    [.05, .5, .95].flatMap((over) => [.2, .5, .8].map((down) => [x + width * over, y + height * down])));
  return !points.some((point) => at.contains(document.elementFromPoint(...point)));
})()"""
_ALOUD = "[...document.querySelectorAll('[role=status]')].map((each) => each.textContent).join(' ')"


def there(page: Tab, url: str) -> None:
    page.go(url)
    page.until(THERE)


def spread(page: Tab) -> None:
    """Have the text stand as wide as WCAG 1.4.12 lets a reader ask for."""
    page.run(
        f"(() => {{ const found = new CSSStyleSheet(); found.replaceSync({json.dumps(_SPREAD)});"
        " document.adoptedStyleSheets = [found]; })()"
    )


def test_nothing_is_lost_where_the_text_is_spread_out_or_twice_as_large(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        for path in _SOME:
            page.size(320)
            there(page, site + path)
            spread(page)
            for width in (320, 1280):
                page.size(width)
                assert (path, page.run(_WIDTH), page.run(_OUT_OF_ITS_PLACE)) == (path, width, [])
        page.command("Page.setFontSizes", fontSizes={"standard": 32})
        for path in _SOME:
            page.size(390)
            there(page, site + path)
            assert (path, page.run(_WIDTH)) == (path, 390)


def test_what_is_pressed_is_large_enough_or_stands_alone(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        for path in _SOME:
            page.size(390)
            there(page, site + path)
            for width in (390, 1280):
                page.size(width)
                assert (path, page.run(_TOO_SMALL)) == (path, [])


def test_what_shows_a_term_never_lies_over_the_next(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390, 844)
        there(page, site + "terms/")
        page.run("document.querySelector('.terms a').focus({ focusVisible: true })")
        for _ in range(12):
            page.until("document.querySelector('.preview') !== null")
            assert page.run(_COVERED) is False
            page.press("Tab")
            assert page.run(_COVERED) is False


def test_what_the_keyboard_opened_stays_whatever_the_mouse_does(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(1280, 800)
        there(page, site + "H14/")
        page.press("Tab")
        page.run("document.querySelector('article a.term').focus({ focusVisible: true })")
        page.until("document.querySelector('.preview') !== null")
        for x, y in ((1200, 700), (1210, 700), (1220, 690)):
            page.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        page.run("new Promise((go) => setTimeout(go, 400))")
        assert page.run("document.querySelectorAll('.preview').length") == 1
        page.press("Escape")
        assert page.run("document.querySelectorAll('.preview').length") == 0


def test_what_has_come_of_it_is_read_aloud(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        there(page, site + "H14/")
        page.run("document.querySelector('[data-copy=citation]').click()")
        page.until(f"{_ALOUD}.includes('Copied')")
        page.run(
            "globalThis.line = document.querySelector('header .as-at'); document.querySelector('#any-day').focus()"
        )
        page.run("document.querySelector('#any-day').value = '2016-11-10'")
        page.run("document.querySelector('.choose-day button').click()")
        page.until(f"{_ALOUD}.includes('The Code as at 10 November 2016')")
        assert page.run("globalThis.line.isConnected && globalThis.line.getAttribute('role')") == "status"
        there(page, site + "compare/?doc=H&from=2015-03-18&to=2018-07-24")
        page.until(f"{_ALOUD}.includes('provisions differ between')")
        assert page.run("document.querySelectorAll('[aria-live] ins, [role=status] ins').length") == 0


def test_a_number_that_there_is_not_is_answered_where_it_is_asked(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390, 844)
        there(page, site + "K2/")
        page.run("document.querySelector('header [name=q]').focus()")
        page.until("document.querySelector('[data-search-ready]') !== null")
        page.command("Input.insertText", text="h14.999")
        Keyboard(page).enter()
        said = "document.querySelector('header [role=status].told')"
        page.until(f"{said}?.textContent === 'There is no h14.999: H14 ends at H14.44. H14 H14.44'")
        assert page.run(f"{said}.getBoundingClientRect().height") != 1
        Keyboard(page).follow("H14", "header")
        assert page.run("location.pathname + location.hash") == "/H14/#H14"


@pytest.mark.parametrize("dark", [False, True])
def test_borders_and_signs_stand_out(browser: Chromium, site: str, dark: bool) -> None:
    """WCAG 1.4.11: three to one, of what shows where a control or a link is against all that it stands on.

    And of the hint in the box 4.5 to one, at which axe does not look.
    """
    with tab(browser) as page:
        if dark:
            page.dark()
        there(page, site)
        names = ("faint", "number", "focus", "quiet", "paper", "raised", "shade", "notice", "mark")
        said = page.run(
            f"{json.dumps(names)}.map((name) => getComputedStyle(document.documentElement)"
            ".getPropertyValue(`--${name}`).trim())"
        )
        assert isinstance(said, list)
        colours = dict(zip(names, map(str, said), strict=True))
        for each in ("faint", "number", "focus", "quiet"):
            for under in ("paper", "raised", "shade", "notice", "mark"):
                assert contrast(colours[each], colours[under]) >= 3, (each, under)
        hint = str(page.run("getComputedStyle(document.querySelector('[name=q]'), '::placeholder').color"))
        red, green, blue = map(int, re.findall(r"\d+", hint)[:3])
        assert contrast(f"#{red:02x}{green:02x}{blue:02x}", colours["raised"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The ratio of the lightness of two colours, as WCAG has it."""
    dark, light = sorted((lightness(one), lightness(other)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    digits = re.sub("^#(.)(.)(.)$", r"#\1\1\2\2\3\3", colour)[1:]
    parts = [int(digits[each : each + 2], 16) / 255 for each in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def on_paper(page: Tab) -> list[str]:
    """The words on each sheet of A4 that a page is printed on."""
    printed = page.command("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)
    sheets = PdfReader(io.BytesIO(base64.b64decode(str(printed["data"])))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


def test_every_sheet_of_paper_says_what_it_is_of(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        there(page, site + "O/full/")
        sheets = on_paper(page)
        assert len(sheets) > 1
        for sheet in sheets:
            assert "SEC Section O · as at 24 February 2022 · version 57.0" in sheet
        assert "Keys" not in sheets[-1]


def test_paper_has_what_is_closed_on_the_screen(browser: Chromium, site: str) -> None:
    """The history of a provision, but not the lists that only lead to it; and nothing that only a screen can do."""
    with tab(browser) as page:
        there(page, site + "H14.31/")
        history = " ".join(on_paper(page))
        assert "Paragraph 8 of DCC Live (North), and two further User Roles: Cancel paragraph 6" in history
        assert "The DCC shall take reasonable steps to provide a service" in history
        assert "Without marks" not in history
        there(page, site + "instruments/2016-11-08-dcc-live/")
        ordered = " ".join(on_paper(page))
        assert "Schedule 11, 3.1 changed on 8 November 2016" in ordered
        assert "2016; show" not in ordered
        there(page, site + "as-at/2016-11-08/")
        assert "H14 Testing Services" not in " ".join(on_paper(page))


def test_two_days_compared_take_no_more_paper_than_they_need(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        there(page, site + "compare/?doc=section-A&from=2020-09-16&to=2020-09-17")
        page.until("document.querySelector('#compared :is(ins, del)') !== null")
        assert len(on_paper(page)) == 1


def test_what_scrolls_by_itself_has_a_role_and_a_name(browser: Chromium, site: str) -> None:
    unnamed = (
        "[...document.querySelectorAll('.scroll')].filter((each) => each.tabIndex !== 0 || !each.getAttribute('role')"
        " || !(each.getAttribute('aria-label') || document.getElementById(each.getAttribute('aria-labelledby'))))"
        ".map((each) => each.outerHTML)"
    )
    with tab(browser) as page:
        for path in ("J3/", "appendix-AF/", "instruments/"):
            there(page, site + path)
            assert page.run("document.querySelectorAll('.scroll').length > 0")
            assert (path, page.run(unnamed)) == (path, [])
