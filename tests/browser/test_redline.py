"""A redline in a real browser: from the keyboard, beside each other, on a telephone, without scripts."""

from pathlib import Path

import pytest

from secc.document.redline_model import Redline
from secc.render.redline_html import to_html
from secc.render.redline_html_blocks import HtmlLayout
from secc.source import Source
from tests.browser.chromium import Chromium, tab
from tests.redline.shown import of_sources
from tests.test_cases import CASES, cases_in

pytestmark = pytest.mark.browser

STRICT = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of pages: everything that the golden cases show, inline and side by side."""
    folder = tmp_path_factory.mktemp("redlines")
    for name, layout in (("inline", HtmlLayout()), ("beside", HtmlLayout(side_by_side=True))):
        (folder / f"{name}.html").write_text(to_html(redline(), layout), encoding="utf-8")
    strict = to_html(redline(), HtmlLayout()).replace('<meta charset="utf-8">', f'<meta charset="utf-8">{STRICT}')
    (folder / "strict.html").write_text(strict, encoding="utf-8")
    return folder


def redline() -> Redline:
    """One of several documents: the golden cases of structure and tables, each as a document of its own."""
    sources: list[Source] = []
    for path in sorted((CASES / "redline").glob("*.md")):
        for number, case in enumerate(cases_in(path)):
            label = f"{path.stem[:1].upper()}{'ABCDEFGHIJ'[number]}"
            if len(case.sources) == 2:
                sources += [Source(each.path, _labelled(each.text, label)) for each in case.sources]
    return of_sources(sources)


def _labelled(text: str, label: str) -> str:
    """The same text as an Appendix of another label, so that no two are the same document."""
    _, colon, rest = text.partition(":")
    return f"appendix {label}{colon}{rest}"


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", ["inline", "beside"])
def test_nothing_is_wrong_with_a_page(browser: Chromium, page: Path, name: str, width: int) -> None:
    with tab(browser) as shown:
        shown.size(width)
        shown.go((page / f"{name}.html").as_uri())
        assert shown.run("document.documentElement.scrollWidth") == width
        assert shown.complaints() == []
        assert len(shown.requests()) == 1  # it needs nothing else


def test_the_keys_go_from_change_to_change(browser: Chromium, page: Path) -> None:
    with tab(browser) as shown:
        shown.go((page / "inline.html").as_uri())
        focused = "document.activeElement.id"
        for key, expected in (("n", 1), ("n", 2), ("n", 3), ("p", 2), ("p", 1), ("p", 1)):
            shown.press(key)
            assert shown.run(focused) == f"change-{expected}"
        total = shown.run("document.querySelectorAll('[id^=change-]').length")
        assert shown.run("document.querySelector('#where').textContent") == f"Change 1 of {total}"
        shown.run("document.querySelector('#keys').click()")
        shown.press("n")
        assert shown.run(focused) != "change-2"


def test_the_change_that_is_gone_to_is_seen(browser: Chromium, page: Path) -> None:
    with tab(browser) as shown:
        shown.size(390)
        shown.go((page / "inline.html").as_uri())
        for _ in range(8):
            shown.press("n")
            assert shown.run(
                "(({ top, bottom }) => top >= document.querySelector('.bar').getBoundingClientRect().bottom"
                " && bottom > 0 && top < innerHeight)(document.activeElement.getBoundingClientRect())"
            )


def test_old_and_new_beside_each_other_and_back(browser: Chromium, page: Path) -> None:
    """What the script puts beside each other is what a page made so holds."""
    texts = (
        "((name) => [...document.querySelectorAll(`main .block > .${name}`)].map((each) => {"
        " const copy = each.cloneNode(true);"
        " for (const said of copy.querySelectorAll('[data-said]')) said.remove();"
        " return copy.textContent.replace(/\\s+/g, ''); }).filter(Boolean).join('\\n'))"
    )
    with tab(browser) as shown:
        shown.go((page / "inline.html").as_uri())
        inside = "document.querySelector('main').innerHTML.replace(/\\s*(<[^>]*>)\\s*/g, '$1')"
        before = shown.run(inside)
        shown.run("document.querySelector('#beside').click()")
        mine = [shown.run(f"{texts}('{name}')") for name in ("before", "after")]
        shown.run("document.querySelector('#beside').click()")
        assert shown.run(inside) == before
        shown.go((page / "beside.html").as_uri())
        assert mine == [shown.run(f"{texts}('{name}')") for name in ("before", "after")]


def test_without_scripts_the_changes_lead_to_one_another(browser: Chromium, page: Path) -> None:
    with tab(browser) as shown:
        shown.go((page / "strict.html").as_uri())
        assert shown.run("document.querySelector('.bar').hidden") is True
        linked = shown.run("[...document.querySelectorAll('.steps a[aria-label=\"Next change\"]')].map((a) => a.hash)")
        total = shown.run("document.querySelectorAll('[id^=change-]').length")
        assert isinstance(total, int)
        assert linked == [f"#change-{number}" for number in range(2, total + 1)]
        assert shown.run("document.querySelectorAll('details').length")


def test_every_mark_is_told_apart_without_colour(browser: Chromium, page: Path) -> None:
    """By a line through or under the words, and in words that are read aloud."""
    lines = "getComputedStyle(each).textDecorationLine + ' ' + getComputedStyle(each).textDecorationStyle"
    with tab(browser) as shown:
        shown.go((page / "inline.html").as_uri())
        for selector, expected in (
            ("del:not(.moved, :has(math))", ["line-through solid"]),
            ("ins:not(.moved, :has(math))", ["underline solid"]),
            ("del.moved", ["line-through solid"]),
            ("ins.moved", ["underline double"]),
        ):
            assert (
                shown.run(f"[...new Set([...document.querySelectorAll('{selector}')].map((each) => {lines}))]")
                == expected
            )
        for selector, expected in (("del:has(math)", ["dashed"]), ("ins:has(math)", ["solid"])):
            every = f"[...document.querySelectorAll('{selector}')].map((each) => getComputedStyle(each).borderStyle)"
            assert shown.run(f"[...new Set({every})]") == expected
        assert shown.run(
            "[...document.querySelectorAll('main ins:not(.end), main del:not(.end)')]"
            ".every((each) => each.querySelector('.aloud') || !each.textContent.trim())"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_on_their_ground(browser: Chromium, page: Path, scheme: str) -> None:
    """At least 4.5 to 1, WCAG 2.2, 1.4.3."""
    with tab(browser) as shown:
        if scheme == "dark":
            shown.dark()
        shown.go((page / "inline.html").as_uri())
        ratios = shown.run(CONTRASTS)
        assert isinstance(ratios, dict)
        assert len(ratios) > 10
        assert {name: ratio for name, ratio in ratios.items() if isinstance(ratio, float) and ratio < 4.5} == {}


CONTRASTS = """(() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
    .map((each) => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4)
    .reduce((sum, each, place) => sum + each * [.2126, .7152, .0722][place], 0);
  const ground = (each) => {
    const color = parts(getComputedStyle(each).backgroundColor);
    return color.length > 3 && color[3] === 0 ? ground(each.parentElement) : color;
  };
  const found = {};
  for (const each of document.querySelectorAll("body, body *")) {
    const says = [...each.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!says || !each.checkVisibility() || each.closest(".aloud, .skip, script")) continue;
    const [one, other] = [light(parts(getComputedStyle(each).color)), light(ground(each))].sort((a, b) => b - a);
    const name = `${each.localName}.${each.className}`;
    found[name] = Math.min(found[name] ?? 99, (one + .05) / (other + .05));
  }
  return found;
})()"""
