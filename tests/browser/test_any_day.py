"""Any day in a real browser: put together out of packs, without a request after the first, and without scripts."""

import json
import re
from random import Random

import pytest

from secc.site.any_day.chronicle import chronicle
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.browser.keyboard import Keyboard
from tests.browser.test_reading_tools import CLIPBOARD
from tests.site import history
from tests.site.assembled import packs, words
from tests.site.codes import sample, sample_site

pytestmark = pytest.mark.browser

TEXT = "document.querySelector('article')"
CLAUSE = re.compile(r'<div class="clause[^>]* id="([^"]*)"')
IDS = "[...document.querySelectorAll('article [id]')].map((each) => each.id)"


def read(page: Tab, site: str, path: str) -> None:
    """Go to an address of another day and wait for its text."""
    page.go(site + path)
    page.until("document.querySelectorAll('.other-day').length && document.querySelectorAll('main h1').length")
    page.until("!document.querySelector('article[aria-busy], .on-its-way')")


def choose(page: Tab, day: str) -> None:
    """Choose a day in the control."""
    page.run(
        f"document.querySelector('#any-day').value = {day!r}; document.querySelector('.choose-day').requestSubmit()"
    )
    page.until(f"location.pathname.startsWith('/as-at/{day}/') && document.querySelectorAll('.other-day').length > 0")


@pytest.mark.parametrize("path", ["", "H14/", "terms/", "terms/user/", "not-yet/", "H/full/"])
def test_every_page_of_a_day_says_which_version_the_code_had(browser: Chromium, site: str, path: str) -> None:
    said = "document.querySelector('.other-day').textContent"
    with tab(browser) as page:
        for day, words in (
            ("2016-11-10", "10 November 2016, version 5.0."),
            ("2015-06-10", "10 June 2015, changed since version 4.2."),
        ):
            read(page, site, f"as-at/{day}/{path}")
            page.until(f"{said}.includes({words!r})")
        assert str(page.run("document.querySelector('.other-day a').href")) == f"{site}versions/4.2/"


def test_as_known_on_a_day_no_version_is_said(browser: Chromium, site: str) -> None:
    """What is recorded of versions is as known now."""
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/known/2016-01-31/H14/")
        assert "version" not in str(page.run("document.querySelector('.other-day').textContent"))


def test_the_text_of_random_days_is_that_of_the_pack(browser: Chromium, site: str) -> None:
    """Read in the browser and put together in Python (tests/site/assembled.py), which is held against the timeline."""
    draw = Random(8)
    pack = packs(sample_site())["section-H"]
    with tab(browser) as page:
        for _ in range(4):
            day = f"{draw.randrange(2014, 2023)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
            found = pack.on(day)
            assert found is not None
            read(page, site, f"as-at/{day}/H14/")
            wanted = words(found.pages["H14/"])
            shown = page.run(
                "(() => { const copy = document.querySelector('article').cloneNode(true);"
                " for (const each of copy.querySelectorAll('.apparatus')) each.remove();"
                " return Object.fromEntries([...copy.querySelectorAll('.clause[id]')]"
                " .map((each) => [each.id, each.innerText ?? each.textContent])); })()"
            )
            assert isinstance(shown, dict)
            assert len(shown) > 5
            for identifier, said in shown.items():
                assert "".join(str(said).split()) == "".join(wanted[identifier]), (identifier, day)
            assert page.complaints() == []


def test_a_provision_is_found_at_its_number_on_any_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14.31/#a")
        assert page.until("location.hash === '#H14.31.a'")
        assert page.run("location.pathname") == "/as-at/2016-11-10/H14/"
        assert "10 November 2016, version 5.0." in str(page.run("document.querySelector('.other-day').textContent"))
        assert page.run("document.querySelector(':target').id") == "H14.31.a"


def test_after_the_first_a_change_of_day_asks_for_nothing_and_is_quick(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/")
        before = len(page.requests())
        assert page.run("document.querySelectorAll('article ins, article del').length") == 0
        steps = page.run(
            "(() => { const range = document.querySelector('.along input'); const found = [];"
            " for (let each = 0; each <= Number(range.max); each += 1) {"
            "   range.value = each; const start = performance.now();"
            "   range.dispatchEvent(new Event('input', { bubbles: true }));"
            "   document.body.offsetHeight; found.push(performance.now() - start); }"
            " return found.length; })()"
        )
        assert isinstance(steps, int)
        assert steps > 50
        assert len(page.requests()) == before
        assert page.complaints() == []


def test_who_goes_back_to_today_and_forward_again_reads_the_day(browser: Chromium, site: str) -> None:
    day = "document.querySelector('.other-day')?.textContent.includes('10 November 2016')"
    with tab(browser) as page:
        page.go(site + "H14/")
        choose(page, "2016-11-10")
        page.until(day)
        page.run("history.back()")
        page.until("location.pathname === '/H14/' && document.readyState === 'complete'")
        page.until("document.querySelector('.other-day') === null && document.querySelector('#any-day') !== null")
        page.run("history.forward()")
        page.until(f"location.pathname === '/as-at/2016-11-10/H14/' && {day}")
        assert page.run("document.querySelector('#any-day').value") == "2016-11-10"


def test_from_the_page_of_today_to_another_day_and_back(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "H14/")
        page.until("document.querySelectorAll('.choose-day').length")
        choose(page, "2014-01-01")
        assert page.until("document.querySelector('.along a.change-after').hidden === false")
        assert "not the same as today" in str(page.run("document.querySelector('.other-day').textContent"))
        page.run(
            "[...document.querySelectorAll('.other-day a')].find((each) => /today/.test(each.textContent)).click()"
        )
        page.until("location.pathname === '/H14/' && !document.querySelector('.other-day')")
        assert page.complaints() == []


def test_from_a_written_text_to_the_next_the_day_stays(browser: Chromium, site: str) -> None:
    """Without scripts, what is next is the text that holds on that day, on its own page."""
    with tab(browser) as page:
        page.go(site + "H14/2018-07-24/")
        page.until("document.querySelector('.steps .next').href.includes('/as-at/')")
        page.run("document.querySelector('.steps .next').click()")
        page.until(
            "location.pathname === '/as-at/2018-07-24/H15/' && document.querySelector('.steps .previous') !== null"
        )
        page.until("document.querySelector('.other-day').textContent.includes('24 July 2018')")
    with tab(browser, scripts=False) as page:
        page.go(site + "H14/2018-07-24/")
        held = page.run("new URL(document.querySelector('.steps .next').href).pathname")
        assert re.fullmatch(r"/H15/201[3-8]-\d\d-\d\d/", str(held))
        assert "from 23 September 2013" in str(page.run("document.querySelector('.steps .next').textContent"))


def test_what_changed_is_shown_on_a_written_text(browser: Chromium, site: str) -> None:
    """Of its first day without scripts; of an earlier day in place with them, and else on the text of that day."""
    with tab(browser, scripts=False) as page:
        page.go(site + "H14/2018-07-24/")
        redline = "document.querySelector('[id=\"H14.34\"] .marked .redline')"
        assert page.run(f"{redline}.checkVisibility()") is False
        Keyboard(page).tab_to("What changed", "[id='H14.34']")
        Keyboard(page).enter()
        assert "Central Products List" in str(page.run(f"{redline}.innerText"))
        Keyboard(page).follow("show", "[id='H14.27']")
        assert page.run("location.pathname + location.hash") == "/H14/2015-03-18/#H14.27"
    with tab(browser) as page:
        page.go(site + "H14/2018-07-24/")
        page.run("document.querySelector('[id=\"H14.27\"] a.shows').click()")
        page.until("document.querySelector('[id=\"H14.27\"] > .in-place del') !== null")
        assert page.complaints() == []


def test_links_of_another_day_lead_to_places_of_that_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/")
        links = page.run(
            "[...new Set([...document.querySelectorAll('article a:is(.ref, .term)')].map((each) => each.href))]"
        )
        assert isinstance(links, list)
        assert all(str(each).startswith(f"{site}as-at/2016-11-10/") for each in links)
        for each in links[::9]:
            found = page.run(
                f"globalThis.ofAnyDay({each!r}).then((found) => found && !found.isWhole || {each!r}.endsWith('/'))"
            )
            assert found is True, each


def test_what_a_link_leads_to_is_shown_as_on_the_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/")
        page.run("document.querySelector('article a.term').focus({ focusVisible: true })")
        page.until("document.querySelectorAll('.preview').length")
        links = page.run("[...document.querySelectorAll('.preview .body a.term')].map((each) => each.href)")
        assert isinstance(links, list)
        assert all("/as-at/2016-11-10/" in str(each) for each in links)


_STEPPED = """(() => {
  const range = document.querySelector(".along input"), found = {};
  for (let each = 0; each <= Number(range.max); each += 1) {
    range.value = each;
    range.dispatchEvent(new Event("input", { bubbles: true }));
    const article = document.querySelector("main article");
    if (article) found[document.querySelector("#any-day").value] = article.innerHTML.replace(/\\s+/g, "");
  }
  return JSON.stringify(found);
})()"""


@pytest.mark.parametrize(
    ("path", "first"), [("H14/", "2014-01-01"), ("A1/", "2013-12-01"), ("schedule-11/", "2020-10-01")]
)
def test_what_is_come_to_day_by_day_is_what_is_there_at_once(
    browser: Chromium, site: str, path: str, first: str
) -> None:
    """Parts of the text stay where they are from day to day; nothing of another day is left."""
    with tab(browser) as page:
        read(page, site, f"as-at/{first}/{path}")
        found = json.loads(str(page.run(_STEPPED)))
    days = sorted(found)
    assert len({found[day] for day in days}) > 1
    for day in Random(6).sample(days, 4):
        with tab(browser) as page:
            read(page, site, f"as-at/{day}/{path}")
            said = page.run("document.querySelector('main article').innerHTML.replace(/\\s+/g, '')")
        assert said == found[day], day


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("as-at/2013-09-22/H14/", "There was no Code yet"),
        ("as-at/2014-01-01/appendix-AM/", "There was no Appendix AM"),
        ("as-at/2016-02-31/H14/", "There is no such day"),
        ("as-at/2016-11-10/H99.1/", "It was not there on this day"),
        ("as-at/2016-11-10/H14.36A/", "It was not there on this day"),  # though H14 was
        ("as-at/2016-11-10/H%FF/", "It was not there on this day"),
        ("as-at/2016-11-10/%FF/", "No text of a day is here"),
        ("as-at/2016-11-10/timeline/", "No text of a day is here"),
    ],
)
def test_what_was_not_there_is_said(browser: Chromium, site: str, path: str, said: str) -> None:
    with tab(browser) as page:
        read(page, site, path)
        assert page.run("document.querySelector('main h1').textContent") == said
        assert page.complaints() == []


@pytest.mark.parametrize("path", ["//e.org/", "//e.org/H14/", "///terms/", "/known/2016-11-10//e.org/"])
def test_no_address_of_a_day_leads_off_the_site(browser: Chromium, site: str, path: str) -> None:
    with tab(browser) as page:
        read(page, site, f"as-at/2016-11-10{path}")
        found = page.run("JSON.stringify([...document.links].map((each) => each.href))")
        assert [each for each in json.loads(str(found)) if not each.startswith(site)] == []


def test_a_fragment_that_is_no_letters_is_passed_over(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/#%FF")
        assert "Testing Services" in str(page.run("document.querySelector('main h1').textContent"))


def test_the_text_as_known_on_a_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/known/2016-01-31/H14/")
        told = str(page.run("document.querySelector('.other-day').textContent"))
        assert "as known on 31 January 2016" in told
        assert "as known now" not in told
        assert page.complaints() == []


def test_a_variation_can_be_left_out_of_the_text(browser: Chromium, site: str) -> None:
    pack = packs(sample_site())["section-L"]
    varied, plain = pack.on("2016-11-10"), pack.on("2016-11-10", "base")
    assert varied is not None
    assert plain is not None
    (url,) = [each for each in varied.pages if varied.pages[each] != plain.pages.get(each)][:1]
    with tab(browser) as page:
        read(page, site, f"as-at/2016-11-10/{url}")
        before = page.run(f"{TEXT}.textContent")
        page.run("document.querySelector('#any-day-base').click()")
        assert page.run(f"{TEXT}.textContent") != before
        page.run("document.querySelector('#any-day-base').click()")
        assert page.run(f"{TEXT}.textContent") == before


def show_what_is_ahead(page: Tab, site: str) -> None:
    """Have a document be shown as it would be by the first instrument in flight."""
    read(page, site, "as-at/2022-03-01/appendix-AL/")
    page.until("document.querySelectorAll('#any-day-layer option:nth-child(2)').length")
    page.run(
        "(() => { const select = document.querySelector('#any-day-layer'); select.value = '0';"
        " select.dispatchEvent(new Event('change', { bubbles: true })); })()"
    )


def test_what_is_ahead_is_shown_with_what_it_takes_out(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        show_what_is_ahead(page, site)
        assert "(in consultation" in str(
            page.run("document.querySelector('#any-day-layer').selectedOptions[0].textContent")
        )
        assert page.complaints() == []


def test_what_is_ahead_is_said_to_be_so(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        show_what_is_ahead(page, site)
        said = str(page.run("document.querySelector('.other-day').textContent"))
        assert "In consultation, from 31 December 2022: the text as it would be by" in said
        assert page.run("[...document.querySelectorAll('.other-day .sign')].at(-1).dataset.sign") == "?"
        chosen = str(page.run("document.querySelector('#any-day-layer').selectedOptions[0].textContent"))
        assert chosen.startswith("? ")


@pytest.mark.parametrize(
    ("path", "selector", "wanted"),
    [
        (
            "as-at/2016-11-10/H14.31/#a",
            '[id="H14.31"]',
            "Section H14.31(a) of the SEC as at 10 November 2016\n{site}as-at/2016-11-10/H14.31/#a",
        ),
        (
            "H14/2015-03-18/",
            '[id="H14.31"]',
            "Section H14.31 of the SEC as at 18 March 2015\n{site}as-at/2015-03-18/H14.31/",
        ),
        (
            "as-at/2020-10-01/schedule-11/",
            '[id="1.2"]',
            "Schedule 11, 1.2 of the SEC as at 1 October 2020\n{site}as-at/2020-10-01/schedule-11/1.2/",
        ),
    ],
)
def test_a_citation_of_another_day(browser: Chromium, site: str, path: str, selector: str, wanted: str) -> None:
    with tab(browser) as page:
        page.go(site + path)
        found = f"document.querySelector({selector + ' [data-copy]'!r})"
        page.until(f"{found} !== null")
        if "#" in path:
            page.until("location.hash === '#H14.31.a'")
        page.run(
            "Object.defineProperty(navigator, 'clipboard',"
            " { value: { writeText: async (said) => { window.copied = said; } } })"
        )
        page.run(f"{found}.click()")
        assert page.until("window.copied") == wanted.format(site=site)
        assert page.complaints() == []


def test_a_clause_of_another_day_leads_to_its_own_page(browser: Chromium, site: str) -> None:
    """Every number that a clause ever had is an address of the site; not those of a variation, or of what is ahead."""
    pages = {each.url for each in sample_site().pages}
    numbered = [
        [pack.value["root"], clause[1]]
        for pack in packs(sample_site()).values()
        for html in pack.pieces
        if (clause := CLAUSE.match(html)) and clause[1] not in pack.value["unplaced"]
    ]
    (script,) = [each.url for each in sample_site().files if each.url.startswith("assets/search-day.")]
    with tab(browser) as page:
        page.go(site + "H14/")
        run = f"import('/{script}').then(({{ ownPath }}) => {json.dumps(numbered)}.map((each) => ownPath(...each)))"
        found = page.run(run)
    assert isinstance(found, list)
    assert len(found) > 2000
    assert [each for each in found if str(each) not in pages] == []


def test_from_the_text_of_a_day_the_history_of_a_clause_answers_for_that_day(browser: Chromium, site: str) -> None:
    """Of one that was renumbered since, where it stands now; its number is another's."""
    with tab(browser) as page:
        for path, identifier, wanted in (
            ("as-at/2016-11-10/H14/", "H14.31", "H14.31/?on=2016-11-10"),
            ("as-at/2017-01-01/M4/", "M4.15", "M4.16/?on=2017-01-01"),
            ("as-at/2016-11-10/known/2016-11-10/H14/", "H14.31", "H14.31/"),
        ):
            read(page, site, path)
            way = f"document.querySelector('[id=\"{identifier}\"] .more a')"
            assert page.run(f"{way}.focus(), {way}.href") == site + wanted
        page.go(site + "H14.31/?on=2016-11-10")
        assert page.until("document.querySelector('.event.asked')?.id") == "2016-11-08"
        assert "It read otherwise for region “North”" in str(page.run("document.querySelector('.then-said').innerText"))
        assert page.run("document.querySelector('[data-asks-day] [name=day]').value") == "2016-11-10"
        for other in ("2012-01-01", "x"):
            page.go(f"{site}H14.31/?on={other}")
            assert page.run("document.querySelector('.event.asked, .then-said')") is None
        assert page.complaints() == []


def test_another_day_on_which_a_text_reads_the_same_changes_nothing_of_it(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/")
        page.run(
            "window.changed = 0; new MutationObserver((all) => { window.changed += all.length })"
            ".observe(document.querySelector('article'), { subtree: true, childList: true, characterData: true })"
        )
        choose(page, "2016-11-11")
        assert page.run("window.changed") == 0
        assert page.run("document.querySelector('[id=\"H14.31\"] .more a').focus(), document.activeElement.search") == (
            "?on=2016-11-11"
        )
        choose(page, "2016-12-20")
        assert page.until("window.changed > 0")


def test_shorthand_is_written_out_as_it_was(browser: Chromium, site: str) -> None:
    """Every piece of every document, with the `id` of its provision, as the compiler has it."""
    (script,) = [each.url for each in sample_site().files if each.url.startswith("assets/history.")]
    written_out = (
        f"import('/{script}').then(async ({{ documents, history }}) => {{"
        " const packs = await Promise.all((await documents()).documents.map(history));"
        " return JSON.stringify(Object.fromEntries(packs.map(({ pack: { document, pieces, ids } }) =>"
        " [document, pieces.map((each, place) => [each, ids[place]])]))); })"
    )
    with tab(browser) as page:
        page.go(site + "H14/")
        found = json.loads(str(page.run(written_out)))
    moment = sample().moment
    assert moment is not None
    documents = chronicle(moment, sample().code.loaded).documents
    wanted = {str(each.id): {(piece.html, piece.identifier) for piece in each.pieces} for each in documents}
    assert {document: {(html, own) for html, own in pieces} for document, pieces in found.items()} == wanted


def test_two_days_are_compared(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "compare/?doc=section-H&from=2013-09-23&to=2022-02-24")
        page.until("document.querySelectorAll('#compared .redline').length")
        told = page.run(
            "[...document.querySelectorAll('#compared .redline')].every((each) => each.querySelector('ins, del'))"
        )
        assert told is True
        assert page.complaints() == []


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (
            "doc=section-A&from=2020-09-16&to=2020-09-17",
            ["Section A1.1 “S1SPKI Certificate Policy”",
             "Section A1.1 “S1SPKI Registration Authority Policies and Procedures”",
             "Section A1.1 “S1SPKM Compliance Policy”"],
        ),
        ("doc=section-H&from=2016-12-20&to=2016-12-21", ["Section H5.18", "Section H13.4A"]),
    ],
)  # fmt: skip
def test_what_differs_is_called_as_lawyers_call_it(browser: Chromium, site: str, asked: str, names: list[str]) -> None:
    with tab(browser) as page:
        page.go(f"{site}compare/?{asked}")
        page.until("document.querySelectorAll('#compared .redline').length")
        found = "[...document.querySelectorAll('#compared [data-provision] > .how a')].map((each) => each.textContent)"
        assert page.run(found) == names
        assert page.complaints() == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(browser: Chromium, site: str, width: int) -> None:
    with tab(browser) as page:
        page.size(width)
        for path in (
            "as-at/2016-11-10/H14/",
            "as-at/2016-11-10/",
            "as-at/2016-11-08/",
            "as-at/",
            "compare/?doc=section-H",
        ):
            page.go(site + path)
            page.until("document.querySelectorAll('.choose-day, .comparing').length")
            assert page.run("document.documentElement.scrollWidth") == width, path


def test_without_scripts_h14_31_is_found_as_it_was_on_10_november_2016(browser: Chromium, site: str) -> None:
    """From the home page, by links alone."""
    follow = "[...document.querySelectorAll('a')].find((each) => {}).href"
    with tab(browser, scripts=False) as page:
        page.go(site + "H14/")
        page.go(str(page.run(follow.format("each.textContent === 'The whole Code on any day'"))))
        page.go(str(page.run(follow.format("each.textContent === '8 November 2016 to 24 November 2016'"))))
        page.go(str(page.run(follow.format("each.textContent.startsWith('H14 ')"))))
        assert page.run("document.querySelector('[id=\"H14.31\"]') !== null")
        assert "from 3 October 2016 to 23 July 2018" in str(
            page.run("document.querySelector('.other-day').textContent")
        )


@pytest.mark.parametrize(("day", "path", "most"), [("2015-04-24", "H14/", "H14.31"), ("2016-10-03", "H14/", "H14.31")])
def test_a_text_says_the_same_of_paragraphs_with_scripts_and_without(
    browser: Chromium, site: str, day: str, path: str, most: str
) -> None:
    """Of the day on which it begins: what it says of later days is not of that day."""
    said = (
        "[...document.querySelectorAll('article .apparatus.status')]"
        ".filter((each) => !each.textContent.includes(' From '))"
        ".map((each) => each.closest('[id]').id + each.textContent.trim())"
    )
    with tab(browser) as page:
        page.go(f"{site}{path}{day}/")
        written = page.run(said)
        read(page, site, f"as-at/{day}/{path}")
        assert page.run(said) == written
    assert isinstance(written, list)
    of_it = [str(each).removeprefix(most)[:8] for each in written if str(each).startswith(most)]
    assert [each.split()[0] for each in of_it][:3] == ["In", "(a)", "(b)"]


@pytest.mark.parametrize(("day", "path"), [("2013-09-23", "H14/"), ("2015-03-18", "H14/"), ("2018-07-24", "H14/")])
def test_a_text_says_the_same_changes_with_scripts_and_without(
    browser: Chromium, site: str, day: str, path: str
) -> None:
    """What came with its document is told of neither. Redlines in place are a matter of scripts."""
    said = (
        "[...document.querySelectorAll('article .apparatus.changed')]"
        ".map((each) => each.closest('[id]').id + each.textContent.replace('; show', ''))"
    )
    with tab(browser) as page:
        page.go(f"{site}{path}{day}/")
        written = page.run(said)
        read(page, site, f"as-at/{day}/{path}")
        assert page.run(said) == written
    assert bool(written) == (day != "2013-09-23")


def test_which_day_it_is_stays_said_where_nothing_changes(browser: Chromium) -> None:
    with served(history.site()) as place, tab(browser) as page:
        read(page, place, "as-at/2021-02-01/H1/")
        said = page.run("document.querySelector('.other-day').textContent")
        page.until("document.querySelector('article') !== null")
        page.run("document.querySelector('.along input').dispatchEvent(new Event('input', { bubbles: true }))")
        assert page.run("[...document.querySelectorAll('.other-day')].map((each) => each.textContent)") == [said]
        assert page.complaints() == []


def test_a_change_is_shown_in_place_on_another_day(browser: Chromium, site: str) -> None:
    """But not where the clause has another number today, of which another page tells."""
    with tab(browser) as page:
        read(page, site, "as-at/2021-07-01/H8/")
        page.run("document.getElementById('H8.16').querySelector('a.shows').click()")
        shown = page.until("document.querySelector('#H8\\\\.16 > .redline')?.textContent")
        assert "(being no later than 1 January 2021)" in str(shown)
        assert page.run("location.pathname") == "/as-at/2021-07-01/H8/"
        assert page.complaints() == []


def test_a_citation_says_as_known_on_which_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        for own in ("H14/", "H/full/"):
            read(page, site, f"as-at/2016-11-10/known/2016-01-31/{own}")
            page.run("document.getElementById('H14.31').querySelector('[data-copy]').click()")
            said = str(page.until("window.kept"))
            assert said == (
                "Section H14.31 of the SEC as at 10 November 2016, as known on 31 January 2016\n"
                f"{site}as-at/2016-11-10/known/2016-01-31/H14.31/"
            )
