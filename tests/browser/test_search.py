"""The search in a browser: that it finds what FTS5 finds, and what a reader does with it."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from secc.site.any_day.chronicle import chronicle
from secc.site.making import MadeSite
from secc.site.search.entries import Entries, entries
from secc.site.search.words import clean, words
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.site.codes import made_of
from tests.site.searching import Asked, Judge, drawn, searched

_RUN = """(async () => {
  const { Index } = await import(SEARCH);
  const { parts } = await import(WORDS);
  const get = (file) => fetch(`/api/search/${file}`).then((answer) => answer.json());
  const index = await Index.open(get);
  const all = [];
  for (const [query, day] of QUERIES) {
    const found = await index.find(parts(query), day);
    all.push(found.map(({ unit }) => unit).sort((one, other) => one - other));
  }
  return all;
})()"""


@pytest.fixture(scope="module")
def made_site() -> MadeSite:
    return made_of(searched())


@pytest.fixture(scope="module")
def place(made_site: MadeSite) -> Iterator[str]:
    with served(made_site) as address:
        yield address


def script(site: MadeSite, name: str) -> str:
    """Where a script of the theme is, for a page to import."""
    (url,) = [each.url for each in site.files if each.url.startswith(f"assets/{name}.")]
    return json.dumps(f"/{url}")


def texts() -> tuple[Entries, list[str]]:
    sources = searched()
    assert sources.moment is not None
    found = chronicle(sources.moment, sources.code.loaded)
    return entries(found), [day.isoformat() for day in found.days]


BEGUN = ("test e", "the d", "each meter s", "h1.2 s", "café s", "percent x", "14.31 p", "section h", "a", "meter’s r")
"""Phrases whose last word is one letter of a word."""


def typed(page: Tab, said: str) -> None:
    """Put words into the box as one who types them does."""
    page.run("document.querySelector('[data-search] [name=q]').focus()")
    page.command("Input.insertText", text=said)


def enter(page: Tab) -> None:
    """Press Enter as it is pressed in a form."""
    for kind in ("keyDown", "keyUp"):
        page.command(
            "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r", windowsVirtualKeyCode=13
        )


def lines(page: Tab) -> list[str]:
    """What is listed below the box."""
    said = page.run("JSON.stringify([...document.querySelectorAll('.found-below li')].map((each) => each.textContent))")
    found: list[str] = json.loads(str(said))
    return found


def test_what_is_found_is_what_fts5_finds(browser: Chromium, made_site: MadeSite, place: str) -> None:
    everything, days = texts()
    judge = Judge(everything)
    queries = list(drawn(everything, len(days), 150, seed=5))
    queries += [Asked(f'"{begun}*"', f'"{begun}"*', day) for begun in BEGUN for day in (1, 2, len(days))]
    queries += [
        Asked("ter meter", '"ter" "meter"*', 1),
        Asked("1 h1.1", '"1" "h1.1"*', 1),
        Asked("h1 1", '"h1" "1"*', 1),
    ]
    queries += [
        Asked("s test s", '"s" "test" "s"*', 1),
        Asked("D.C.C. ", '"dcc"', 1),
        Asked('"The D.C.C. s', '"the dcc s"*', 2),
    ]
    asked = json.dumps([[each.query, days[each.day - 1]] for each in queries])
    run = _RUN.replace("SEARCH", script(made_site, "search-index")).replace("WORDS", script(made_site, "search-words"))
    with tab(browser) as page:
        page.go(place + "search/")
        found = page.run(run.replace("QUERIES", asked))
    wanted = [judge.units(each) for each in queries]
    assert found == wanted
    assert sum(map(bool, wanted)) > 100


def test_words_are_read_as_they_were_indexed(browser: Chromium, made_site: MadeSite, place: str) -> None:
    samples = [f"k{chr(code)}a.{chr(code)}5 {chr(code)}" for code in range(0x20, 0x528) if not 0x7F <= code < 0xA0]
    samples += ["User’s e.g. H14.31. 1.2.3a", "non-domestic\ue000meter"]
    with tab(browser) as page:
        page.go(place + "search/")
        run = f"import({script(made_site, 'search-words')}).then(({{ words }}) => {json.dumps(samples)}.map(words))"
        found = page.run(run)
    assert found == [words(clean(each)) for each in samples]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("h1.2a", "H1.2(a)"),
        ("H 1.2 (a)", "H1.2(a)"),
        ("section h1", "H1"),
        ("Section H", "Section H"),
        ("appendix al 4.26", "Appendix AL 4.26"),
        ("al4.26", "Appendix AL 4.26"),
        ("appendix al annex a a7", "Appendix AL, Annex A, A7"),
        ("h2.1", "H2.1"),
        ("sec. h1.2", "H1.2"),
        ("paragraph (a) of Section H1.2", "H1.2(a)"),
        ("clause 4.26 of appendix al", "Appendix AL 4.26"),
        ("App. AL clause 4.26", "Appendix AL 4.26"),
        ("ap 4.26", "Appendix AL 4.26"),
        ("annex a to appendix al", "Appendix AL, Annex A"),
        ("annex a", "Appendix AL, Annex A"),
        ("2.10", "H2.10"),
        ("Ｈ１．２", "H1.2"),
        ("Section H1.2(a) of the TC", "H1.2(a)"),
        ("user", "User"),
        ("dev", "Device"),
        ("DEVICES", "Device"),
        ("User’s", "User"),
        ("Section H1,3", "H1.3"),
        ("H1–2", "H1"),
        ("Sections H1.2 to H1.3", "H1.2"),
        ("H1.2(a)-(b)", "H1.2(a)"),
        ("H1.2.a", "H1.2(a)"),
        ("h1/3", "H1.3"),
        ("s.H1.3", "H1.3"),
        ("cl2.10", "H2.10"),
        ("sub-paragraph (a) of H1.2", "H1.2(a)"),
        ("H1.3 of the Test Code", "H1.3"),
        ("TC H1.3", "H1.3"),
        ("Section H2 (Results of Tests)", "H2"),
        ("Hl.3", "H1.3"),
        ("H1.3 et seq.", "H1.3"),
        ("H1.3 (as at 10th November 2020)", "H1.3"),
        ("definition of Device", "Device"),
        ("“User”", "User"),
    ],
)
def test_a_number_or_term_comes_first(browser: Chromium, place: str, said: str, first: str) -> None:
    with tab(browser) as page:
        page.go(place + "A1/")
        typed(page, said)
        page.until("document.querySelectorAll('.found-below li').length")
        assert lines(page)[0].startswith(first)


def test_all_that_are_named_together_are_listed(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place)
        for said, wanted in (("H1.2-3", ["H1.2", "H1.3"]), ("H1.2(a), (b) and H2.10", ["H1.2(a)", "H1.2(b)", "H2.10"])):
            page.run("document.querySelector('[data-search] [name=q]').value = ''")
            typed(page, said)
            page.until(f"document.querySelectorAll('.found-below [data-kind=number]').length === {len(wanted)}")
            assert [each.split()[0] for each in lines(page)] == wanted


@pytest.mark.parametrize(
    ("said", "told", "offered"),
    [
        ("Section H 100", "There is no Section H 100: Section H ends at H2.", ["Section H", "H2 Results"]),
        ("H2.99", "There is no H2.99: H2 ends at H2.10.", ["H2 Results", "H2.10 Results"]),
        ("Appendix DDD", "There is no Appendix DDD: the last is Appendix AL.", ["Appendix AL"]),
        ("Section D", "There is no Section D.", ["Section A", "Section H"]),
        ("Section AL", "There is no Section AL: the last is Section H.", ["Section H", "Appendix AL"]),
        ("annex b to appendix al", "There is no annex b to appendix al.", ["Appendix AL"]),
        (
            "H2.1A as at 1 March 2020",
            "There is no H2.1A on 1 March 2020. It is to come on 1 January 2022:",
            ["H2.1A how it is to come"],
        ),
        ("Devcie", "No defined term is spelt so. Did you mean:", ["Device defined"]),
    ],
)
def test_of_what_there_is_not_it_is_said(
    browser: Chromium, place: str, said: str, told: str, offered: list[str]
) -> None:
    with tab(browser) as page:
        page.go(place + "A1/")
        typed(page, said)
        page.until(f"document.querySelector('[data-search] .told')?.textContent === {json.dumps(told)}")
        assert [line[: len(wanted)] for line, wanted in zip(lines(page), offered, strict=False)] == offered
        page.go(place + "search/?q=" + quote(said))
        page.until(f"document.querySelector('#answer p')?.textContent === {json.dumps(told)}")
        assert page.run("document.querySelectorAll('#answer .straight li').length") == len(offered)


@pytest.mark.parametrize(
    ("said", "wanted", "leads"),
    [
        ("MP173", "MP173 Alignment of the SMKI", "/instruments/2021-11-16-mp173/"),
        ("modification MP 173", "MP173 Alignment of the SMKI", "/instruments/2021-11-16-mp173/"),
        ("secmp15", "SECMP0015 Time", "/instruments/2021-06-24-secmp0015/"),
        ("2016-11-08-dcc-live", "DCC Live (Central and South)", "/instruments/2016-11-08-dcc-live/"),
        ("10 November 2016", "The Code on 10 November 2016", "/as-at/2016-11-10/"),
        ("10/11/2016", "The Code on 10 November 2016", "/as-at/2016-11-10/"),
        ("10/11/16", "The Code on 10 November 2016", "/as-at/2016-11-10/"),
        ("as at 10 November 2016", "The Code on 10 November 2016", "/as-at/2016-11-10/"),
        ("what changed in Section A on 17 September 2020", "What changed in Section A on 17", "/compare/"),
        ("version 5.10", "Version 5.10 in effect from 14 September 2017", "/versions/5.10/"),
        ("57.0", "Version 57.0", "/versions/57.0/"),
        ("Section H at version 5.10", "Section H", "/as-at/2017-09-14/H/"),
        ("Part H", "Section H", "/H/"),
        ("chapter h14", "H14 Testing Services", "/H14/"),
        ("H14.31 b ii", "H14.31(b)(ii) Testing Services", "/H14.31/"),
        ("H14.31 2016", "H14.31 Testing Services", "/H14.31/"),
        (
            "H14.31 immediately before 8 November 2016",
            "H14.31 Testing Services, as at 7 November 2016",
            "/as-at/2016-11-07/H14/",
        ),
        ("before 8 November 2016", "The Code on 7 November 2016", "/as-at/2016-11-07/"),
    ],
)
def test_an_instrument_a_day_and_a_part_are_gone_to(
    browser: Chromium, site: str, said: str, wanted: str, leads: str
) -> None:
    with tab(browser) as page:
        page.go(site + "E/")
        typed(page, said)
        page.until("document.querySelector('.found-below [aria-selected=true]') !== null")
        assert lines(page)[0].startswith(wanted)
        enter(page)
        page.until(f"location.pathname === {json.dumps(leads)}")


@pytest.mark.parametrize(
    ("said", "told", "offered"),
    [
        ("Faster Switching", "With these words in their titles:", ["MP200 Faster Switching"]),
        ("supply lisence conditions", "No text has “lisence”. Did you mean:", ["licence"]),
        ("Testing Particpant notice", "No text has “Particpant”. Did you mean:", ["Testing participant notice"]),
        ('"testing particpant"', "No defined term is spelt so. Did you mean:", ["Testing Participant"]),
        ("in flight", "With these words in their titles:", ["Changes in flight page of this site"]),
        ("H14.31 history", "Named in what you ask:", ["H14.31"]),
        ("fees of a Testing Participant", "Named in what you ask:", ["Testing Participant defined term"]),
        ("Section H at version 5.11", "The document log has no version 5.11.", ["Version 5.10", "Version 5.14"]),
        ("31 February 2020", "There is no such day as 31 February 2020.", []),
        ("DP096", "No instrument has the number DP096.", []),
        (
            "H5.41(a)",
            "There is no H5.41(a). 2 changes in flight would bring in H5.41.",
            [
                "MP200 Faster Switching (Authority-Led variation) modification, draft",
                "Enduring Change of Supplier",
                "H5 ",
            ],
        ),
        (
            "IEDP 4.10",
            "There is no IEDP 4.10: Appendix AC 4 ends at Appendix AC 4.9. One change in flight would bring in Appendix"
            " AC 4.10.",
            [
                "Clauses to be kept beyond the expiry of the TMAD; an approach document that is spent consultation, in"
                " consultation",
                "Appendix AC 4 ",
                "Appendix AC 4.9 ",
            ],
        ),
        ("H5.41 as at 10 November 2016", "There is no H5.41 on 10 November 2016: H5 ends at H5.39.", ["H5 ", "H5.39 "]),
        (
            "Appendix AD 1.9",
            "There is no Appendix AD 1.9. It is to come on 30 June 2022:",
            ["Appendix AD 1.9 how it is to come"],
        ),
        ("H13.4A", "There is no H13.4A. On other days there was:", ["H13.4A what became of it"]),
        ("TMAD 99.9", "There is no TMAD 99.9: Appendix AL ends at Appendix AL 8.", ["Appendix AL", "Appendix AL 8"]),
    ],
)
def test_of_what_the_sample_has_not_it_is_said(
    browser: Chromium, site: str, said: str, told: str, offered: list[str]
) -> None:
    with tab(browser) as page:
        page.go(site + "E/")
        typed(page, said)
        page.until(f"document.querySelector('[data-search] .told')?.textContent === {json.dumps(told)}")
        assert [line[: len(wanted)] for line, wanted in zip(lines(page), offered, strict=True)] == offered


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("H14.31 to H14.34", ["H14.31 ", "H14.32 ", "H14.33 ", "H14.34 "]),
        ("Sections F5 to F7", ["F5 ", "F6 ", "F7 "]),
        ("Appendices A to C", ["Appendix A", "Appendix B", "Appendix C"]),
        ("Schedules 1, 3 and 5", ["Schedule 1", "Schedule 3", "Schedule 5"]),
        ("Appendix AL 4 and 6", ["Appendix AL 4 ", "Appendix AL 6 "]),
        ("paras (a) and (b) of H14.31", ["H14.31(a) ", "H14.31(b) "]),
        ("paragraphs (a) to (c) of Section H14.2", ["H14.2(a) ", "H14.2(b) ", "H14.2(c) "]),
        ("H14.31 on 10/11/16", ["H14.31 Testing Services, as at 10 November 2016"]),
        ("H14.31 Nov 2016", ["H14.31 Testing Services, as at 1 November 2016", "What changed on 4 November 2016"]),
        ("Nov 2016", [*(f"What changed on {day} November 2016" for day in (4, 8, 25)), "The Code on 1 November 2016"]),
        ("changes in 2020", ["What changed in 2020"]),
        ("who is the DCC?", ["DCC defined term"]),
        ("the Authority", ["Authority defined term"]),
        ("what is a User", ["User defined term"]),
        ("definition of Device", ["Device defined term"]),
    ],
)
def test_what_is_asked_as_lawyers_write_it_is_listed(
    browser: Chromium, site: str, said: str, listed: list[str]
) -> None:
    with tab(browser) as page:
        page.go(site + "E/")
        typed(page, said)
        page.until("document.querySelector('.found-below li') !== null")
        assert [line[: len(wanted)] for line, wanted in zip(lines(page), listed, strict=False)] == listed


def test_of_a_paragraph_that_there_is_not_it_is_said(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "E/")
        typed(page, "h14.35a")
        page.until("document.querySelector('.found-below [aria-selected=true]') !== null")
        enter(page)
        page.until("document.querySelector('[data-search] .told')?.textContent === 'There is no H14.35(a). H14.35'")
        assert page.run("document.querySelector('[data-search] .told a').pathname") == "/H14.35/"
        page.go(site + "search/?q=h14.35a")
        page.until("document.querySelector('.straight li')?.textContent === 'H14.35 There is no H14.35(a).'")
        page.go(site + "search/?q=H14(i)")
        page.until("document.querySelector('.straight li')?.textContent === 'H14 There is no H14(i).'")


def test_of_a_paragraph_that_there_is_not_on_another_day_it_is_said(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "as-at/2016-11-10/E1/")
        page.until("document.querySelector('article .clause') !== null")
        typed(page, "h14.35a")
        page.until("document.querySelector('.found-below [aria-selected=true]') !== null")
        enter(page)
        absent = "There is no H14.35(a) on 10 November 2016."
        page.until(f"document.querySelector('[data-search] .told')?.textContent === '{absent} H14.35'")
        led = page.run("document.querySelector('[data-search] .told a').href")
        assert led == site + "as-at/2016-11-10/H14/#H14.35"
        page.go(site + "search/?q=h14.35a&at=2016-11-10")
        page.until(f"document.querySelector('.straight li')?.textContent === 'H14.35 {absent}'")
        page.go(site + "search/?q=h14.31b.ii&at=2016-11-10")
        page.until("document.querySelector('.straight a')?.hash === '#H14.31.b.ii'")
        assert "There is no" not in str(page.run("document.querySelector('.straight').textContent"))


def test_no_instrument_is_fetched_for_what_is_found_without(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "search/?q=take+reasonable+steps")
        page.until("document.querySelector('.results mark') !== null")
        assert not [each for each in page.requests() if "instruments.json" in each or "search-elsewhere" in each]


def test_instruments_are_offered_beside_terms(browser: Chromium, site: str) -> None:
    title = "Enrolment of SMETS1 Meters modification, made"
    with tab(browser) as page:
        page.go(site + "E/")
        typed(page, "enrolment")
        page.until(f"document.querySelector('.found-below')?.textContent.includes({json.dumps(title)})")
        found = lines(page)
        assert found[0] == "Enrolment Service defined term"
        assert "N1.3 “Initial Enrolment” definition" in found
        assert found[-1].startswith("All ")
        page.go(site + "E/")
        typed(page, "MP099 Incorporation")
        page.until("document.querySelectorAll('.found-below li').length > 0")
        page.run("new Promise((go) => setTimeout(go, 500))")
        assert [each[:5] for each in lines(page)] == ["MP099"]
        page.go(site + "search/?q=enrolment")
        page.until("document.querySelector('.more-found') !== null")
        last = "document.querySelector('#answer > div')"
        page.until(f"({last}.scrollIntoView(), {last}.textContent.includes({json.dumps(title)}))")


def test_what_is_said_is_not_behind_what_is_offered(browser: Chromium, place: str) -> None:
    box = "document.querySelector('.masthead {}').getBoundingClientRect()"
    with tab(browser) as page:
        for width in (390, 1280):
            page.size(width, 844)
            page.go(place + "H1/")
            page.until("document.querySelector('[data-search-ready]') !== null")
            typed(page, "Section H 100")
            page.until("document.querySelector('.masthead .told')?.textContent.includes('There is no')")
            assert page.run(f"{box.format('.told')}.bottom <= {box.format('.found-below')}.top")


def test_a_citation_leads_to_its_day(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place)
        typed(page, "Section H1.3 of the TC as at 10 November 2020, as it has effect for some")
        page.until("document.querySelectorAll('.found-below [data-kind=number]').length === 1")
        enter(page)
        page.until("location.pathname === '/as-at/2020-11-10/H1/' && location.hash === '#H1.3'")
        page.until("document.querySelector('main')?.textContent.includes('each person')")


def test_a_term_leads_to_what_it_meant_on_the_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.go(site + "search/?q=Subject&at=2016-11-10")
        page.until("document.querySelector('.straight a') !== null")
        assert page.run("document.querySelectorAll('.straight a').length") == 1
        assert page.run("document.querySelector('.straight a').pathname") == "/as-at/2016-11-10/terms/subject/"


def test_a_number_stays_as_known_on_the_day_of_what_is_read(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place + "as-at/2021-03-01/known/2020-06-01/H2/")
        page.until("document.querySelector('main')?.textContent.includes('14.31')")
        typed(page, "h1.3")
        page.until("document.querySelectorAll('.found-below [data-kind=number]').length === 1")
        enter(page)
        page.until("location.pathname === '/as-at/2021-03-01/known/2020-06-01/H1/' && location.hash === '#H1.3'")
        page.until("document.querySelector('main')?.textContent.includes('each person')")


def test_a_number_is_known_without_any_text(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place)
        typed(page, "h1.2(a)")
        enter(page)
        page.until("location.pathname === '/H1.2/' && location.hash === '#a' && document.readyState === 'complete'")
        assert not [each for each in page.requests() if "/api/search/words" in each or "/api/search/places" in each]
        page.go(place)
        typed(page, "user")
        page.until("document.querySelector('.found-below [aria-selected=true]') !== null")
        enter(page)
        page.until("location.pathname === '/terms/user/'")


def test_a_part_of_a_number_lists_those_that_begin_so(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place)
        typed(page, "h2.")
        page.until("document.querySelectorAll('.found-below li').length >= 2")
        assert "H2" in lines(page)[0]
        page.go(place)
        typed(page, "h1")
        page.until("document.querySelectorAll('.found-below [data-kind=number]').length === 4")
        assert [each.split()[0] for each in lines(page)[:4]] == ["H1", "H1.1", "H1.2", "H1.3"]


def test_the_answer_is_as_at_the_day_that_is_read(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place + "as-at/2020-06-01/H1/")
        page.until("document.querySelector('h1').textContent.includes('Tests')")
        typed(page, '"each person"')
        page.until("document.querySelectorAll('.found-below li').length === 2")
        assert lines(page) == ["H1.3 Tests <img src=x onerror=alert(1)>", "All 1 with these words"]
        enter(page)
        page.until("location.search === '?q=%22each+person%22&at=2020-06-01'")
        page.until("document.querySelectorAll('.results li').length === 1")
        assert page.run("document.querySelector('.results a').pathname") == "/as-at/2020-06-01/H1/"
        page.run("document.querySelector('#find-at').value = '2021-02-01'")
        page.run("document.querySelector('#find-at').dispatchEvent(new Event('change'))")
        page.until(
            "document.querySelector('.searching [role=status]').textContent.startsWith('No text has these words')"
        )


def test_keys_choose_among_what_is_listed(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place + "A1/")
        page.press("/")
        page.until("document.activeElement.name === 'q'")
        page.command("Input.insertText", text="meter")
        page.until("document.querySelector('.found-below [data-kind=all]') !== null")
        page.press("ArrowDown")
        chosen = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        assert page.run(f"{chosen} === document.querySelector('.found-below li')")
        assert page.run("document.activeElement.getAttribute('aria-expanded')") == "true"
        assert "suggestions" in str(page.run("document.querySelector('[data-search] [role=status]').textContent"))
        page.press("Escape")
        assert page.run("document.querySelector('.found-below').hidden")


def test_results_are_marked_narrowed_and_addressable(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place + "search/?q=meter+&at=2021-02-01")
        page.until("document.querySelectorAll('.results mark').length >= 4")
        marked = page.run(
            "[...new Set([...document.querySelectorAll('.results mark')].map((each) => each.textContent))]"
        )
        assert marked == ["meter"]
        everything = page.run("document.querySelectorAll('.results li').length")
        page.run("document.querySelector('#by-kind').value = 'definition'")
        page.run("document.querySelector('#by-kind').dispatchEvent(new Event('change'))")
        page.until("document.querySelectorAll('.results li').length === 1")
        assert page.run("location.search") == "?q=meter+&at=2021-02-01&kind=definition"
        page.go(place + "search/?q=meter+&at=2021-02-01&status=Suspended")
        page.until("document.querySelectorAll('.results mark').length")
        assert page.run("document.querySelector('.results li').textContent.includes('H1.2')")
        assert page.run("document.querySelectorAll('.results li').length") == 1
        assert isinstance(everything, int)
        assert everything > 3


def test_only_what_has_another_effect_says_so(browser: Chromium, place: str) -> None:
    """Section H2 is varied, in that something is put in; what stands there besides is not."""
    with tab(browser) as page:
        page.go(place + "search/?q=h2&at=2022-02-01")
        page.until("document.querySelectorAll('.results li').length === 5")
        signs = page.run(
            "JSON.stringify([...document.querySelectorAll('.results li')]"
            ".map((each) => [each.querySelector('.number').textContent, each.querySelectorAll('.sign').length]))"
        )
        assert dict(json.loads(str(signs))) == {"H2": 1, "H2.1": 0, "H2.1A": 1, "H2.2": 0, "H2.10": 0}
        page.go(place + "search/?q=h2&at=2022-02-01&status=Varied")
        page.until("document.querySelectorAll('.results li').length === 2")


def test_a_text_is_fetched_when_it_is_reached(browser: Chromium, place: str) -> None:
    first, last = (f"[...document.querySelectorAll('.excerpt-found')].at({at})" for at in (0, -1))
    with tab(browser) as page:
        page.size(400, 100)
        page.go(place + "search/?q=meter+&at=2021-02-01")
        page.until("document.querySelectorAll('.results li').length > 3")
        page.run(f"{last}.scrollIntoView()")
        page.until(f"{last}.querySelector('mark') !== null")
        assert page.run(f"{first}.textContent") == ""
        page.run(f"{first}.scrollIntoView()")
        page.until(f"{first}.querySelector('mark') !== null")
        assert page.complaints() == []


def test_hostile_queries_and_texts_stay_text(browser: Chromium, place: str) -> None:
    hostile = '"><img src=x onerror=alert(9)></script> *^$' + "\\u202e"
    with tab(browser) as page:
        page.go(place + "search/?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(9)%3E")
        page.until("document.querySelector('.searching [role=status]').textContent")
        page.go(place + "search/?q=script+alert+&document=%3Cb%3E&kind=__proto__&at=%3Cscript%3E")
        page.until("document.querySelector('.searching [role=status]').textContent.includes('no such day')")
        page.go(place + "search/?q=script+alert+2+")
        page.until("document.querySelectorAll('.results mark').length >= 2")
        typed(page, hostile)
        page.until("document.querySelector('.searching [role=status]').textContent")
        assert page.run("document.querySelector('main img, main script, .found-below img')") is None
        assert page.complaints() == []
        assert all(each.startswith((place, "data:")) for each in page.requests())


def test_without_scripts_the_page_leads_to_lists(browser: Chromium, place: str) -> None:
    with tab(browser, scripts=False) as page:
        page.go(place + "search/")
        page.command("DOM.enable")
        document = page.command("DOM.getDocument", depth=-1)
        assert "as-at/" in json.dumps(document)


def test_the_page_says_what_can_be_asked(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place + "search/")
        told = "[...document.querySelectorAll('.how-to-search dt')].map((each) => each.textContent).join(', ')"
        assert page.run(told) == "A number, A defined term, An instrument, A day, Words, “A phrase”, As at"


def test_nothing_is_fetched_before_the_reader_goes_to_the_box(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place + "H1/")
        assert not [each for each in page.requests() if "/api/" in each or "search-index" in each]
