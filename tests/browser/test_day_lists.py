"""What there is of each day besides texts: its terms, what each meant, what was not in effect, whole documents."""

from collections import Counter
from datetime import date

import pytest

from tests.browser.chromium import Chromium, tab
from tests.browser.test_any_day import read
from tests.browser.test_reading import CENTRE_OF_FIRST_TERM, tap
from tests.site.codes import sample_site
from tests.site.terms_of_days import ListedTerms

pytestmark = pytest.mark.browser


def test_the_terms_of_a_day_are_all_that_were_defined_then(browser: Chromium, site: str) -> None:
    day = "2016-11-10"
    with tab(browser) as page:
        read(page, site, f"as-at/{day}/terms/")
        names = page.run("[...document.querySelectorAll('main .terms a')].map((each) => each.textContent)")
        assert isinstance(names, list)
        wanted = {name for name, _, _ in ListedTerms(sample_site()).on(date.fromisoformat(day))}
        assert len(wanted) > 500
        assert {str(each) for each in names} == wanted
        lines = page.run("[...document.querySelectorAll('main .terms li')].map((each) => each.textContent)")
        assert isinstance(lines, list)
        for line in (
            "Relevant Device Only in Section G · introduced in Section G3.11",
            "DCC Gateway Equipment Only in Appendix G · introduced in Appendix G 3.1(a)",
            "Policy 4 meanings",
            "User",
        ):
            assert line in lines
        assert page.complaints() == []


def test_what_an_annex_defines_is_where_it_is_said_to_be(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/terms/subject/")
        said = str(page.run("document.querySelector('main .meaning').textContent"))
        assert said.startswith("In Appendix A Annex A")
        assert "means the Device or DCA that is named in the subject" in said
        read(page, site, "as-at/2016-11-10/appendix-A/annex-A/#subject")
        assert page.run("location.hash") == "#annex-A.subject"


def test_what_words_introduce_is_told_of_as_what_is_defined(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/terms/relevant-device/")
        page.until("document.querySelector('main .meaning .clause') !== null")
        said = str(page.run("document.querySelector('main .meaning').textContent"))
        assert said.startswith("In Section G3.11")
        assert "a “Relevant Device”" in said
        assert said.endswith("ScopeOnly in Section GDefinedfrom 23 September 2013")
        read(page, site, "as-at/2016-11-10/terms/policy/")
        page.until("document.querySelectorAll('main .meaning').length === 4")
        read(page, site, "as-at/2016-11-10/terms/relevant-compromise/")
        page.until("document.querySelector('main .meaning .excerpt')?.textContent.includes('“Relevant Compromise”')")
        read(page, site, "as-at/2016-11-10/terms/customer/")
        page.until("document.querySelector('main .meaning .excerpt')?.textContent.startsWith('By order of our client')")
        read(page, site, "as-at/2016-11-10/terms/key-management-practice-statement/")
        assert "“Key Management Practice Statement” in Appendix AT 2.2, from 17 December 2021" in str(
            page.run("document.querySelector('main').textContent")
        )
        assert page.complaints() == []


@pytest.mark.parametrize("day", ["as-at/2016-11-10/", "as-at/2016-11-10/known/2016-01-31/", ""])
def test_words_before_any_number_are_shown_for_what_they_introduce(browser: Chromium, site: str, day: str) -> None:
    """In the text of any day, and in one that is written: a Schedule that is a letter has no clauses."""
    with tab(browser) as page:
        page.go(f"{site}{day}schedule-6/{'' if day else '2013-09-23/'}")
        link = "[...document.querySelectorAll('main article a.term')].find((each) => each.textContent === 'Customer')"
        page.until(f"{link} !== undefined")
        page.run(f"{link}.focus()")
        page.until("document.querySelector('.preview .body') !== null")
        said = str(page.run("document.querySelector('.preview .body').textContent"))
        assert said.startswith("By order of our client, ")
        assert "(the “Customer”)" in said
        assert page.complaints() == []


def test_a_term_has_the_meaning_of_the_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/terms/user/")
        page.until("document.querySelectorAll('.meaning .definition').length")
        assert page.run("document.querySelector('.meaning dfn').textContent") == "User"
        found = "document.querySelector('.meaning h2 a')"
        assert page.run(f"{found}.pathname + {found}.hash") == "/as-at/2016-11-10/A1.1/#user"
        read(page, site, "as-at/2022-02-24/terms/user/")
        page.until("document.querySelectorAll('.meaning .definition').length")
        read(page, site, "as-at/2013-10-01/terms/nothing-at-all/")
        assert page.run("document.querySelector('main h1').textContent") == "It was no defined term on this day"
        assert page.complaints() == []


def test_a_name_that_is_tapped_shows_what_it_meant_and_then_leads_there(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        page.size(390)
        page.command("Emulation.setTouchEmulationEnabled", enabled=True)
        read(page, site, "as-at/2016-11-10/terms/")
        first = CENTRE_OF_FIRST_TERM.replace("article a.term", "main a[href^=acceptance]")
        page.until("document.querySelector('main a.term') !== null")
        tap(page, page.run(first))
        page.until("document.querySelector('.preview .definition') !== null")
        assert "means testing of" in str(page.run("document.querySelector('.preview').innerText"))
        inner = "document.querySelector('.preview .definition a.term')"
        assert str(page.run(f"{inner}.pathname")).startswith("/as-at/2016-11-10/")
        tap(page, page.run(first))
        page.until("location.pathname === '/as-at/2016-11-10/terms/acceptance-testing/'")
        page.until("document.querySelector('main .meaning .definition') !== null")
        assert page.run("document.querySelector('.preview') === null")
        ways = "[...document.querySelectorAll('.crumbs a')].map((each) => [each.textContent, each.pathname])"
        assert page.run(ways) == [
            ["10 November 2016", "/as-at/2016-11-10/"],
            ["Defined terms", "/as-at/2016-11-10/terms/"],
        ]
        assert page.complaints() == []


def test_the_ways_above_lead_to_what_there_is_of_the_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H14/")
        links = page.run("[...document.querySelectorAll('header nav a')].slice(0, 3).map((each) => each.pathname)")
        assert links == ["/as-at/2016-11-10/", "/as-at/2016-11-10/terms/", "/instruments/"]


def test_what_was_not_plainly_in_effect_on_a_day_leads_there(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/not-yet/")
        found = "[...document.querySelectorAll('.waiting a')].find((each) => each.textContent === 'H14.31(b)')"
        page.until(f"{found} !== undefined")
        lines = str(
            page.run("[...document.querySelectorAll('.waiting > div')].map((each) => each.innerText).join('|')")
        )
        assert [
            " ".join(each.split()[1:]) for each in lines.split("|") if each.startswith(("H14.31\n", "L9.5(d)"))
        ] == [
            "Varied",
            "In effect; more is said beside it",
        ]
        assert page.run(f"{found}.pathname") == "/as-at/2016-11-10/H14.31.b/"
        page.run(f"{found}.click()")
        page.until("location.hash === '#H14.31.b'")
        assert page.run("location.pathname") == "/as-at/2016-11-10/H14/"
        assert page.run("document.querySelector(':target').id") == "H14.31.b"
        assert page.complaints() == []


def test_a_whole_document_of_a_day(browser: Chromium, site: str) -> None:
    with tab(browser) as page:
        read(page, site, "as-at/2016-11-10/H/full/")
        ids = page.run("[...document.querySelectorAll('article .clause[id]')].map((each) => each.id)")
        assert isinstance(ids, list)
        assert {"H1.1", "H14.31"} <= {str(each) for each in ids}
        assert page.run("document.querySelector('h1 .number').textContent") == "Section H"
        assert page.run("document.title") == "Section H DCC Services, 10 November 2016"
        assert page.complaints() == []


@pytest.mark.parametrize("path", ["as-at/2016-11-10/H/full/", "as-at/2021-11-10/K/full/"])
def test_no_two_things_on_a_whole_document_have_one_name(browser: Chromium, site: str, path: str) -> None:
    """Its pages name their tables and headings each by itself."""
    with tab(browser) as page:
        read(page, site, path)
        ids = page.run("[...document.querySelectorAll('[id]')].map((each) => each.id)")
        assert isinstance(ids, list)
        assert [each for each, times in Counter(map(str, ids)).items() if times > 1] == []
        labels = "document.querySelectorAll('article [aria-labelledby]')"
        labelled = page.run(f"[...{labels}].map((each) => each.getAttribute('aria-labelledby'))")
        assert isinstance(labelled, list)
        assert len(labelled) == len(set(map(str, labelled)))


@pytest.mark.parametrize(
    ("path", "same"),
    [
        ("as-at/2016-11-10/terms/", "not the same as today"),
        ("as-at/2022-02-24/terms/", "the same as today"),
        ("as-at/2016-11-10/terms/device/", "the same as today"),
        ("as-at/2016-11-10/not-yet/", "not the same as today"),
        ("as-at/2022-02-25/not-yet/", "the same as today"),
        ("as-at/2016-11-10/H/full/", "not the same as today"),
        ("as-at/2022-02-24/H/full/", "the same as today"),
        ("as-at/2016-11-11/", "not the same as today"),
        ("as-at/2022-02-25/", "the same as today"),
    ],
)
def test_whether_it_says_the_same_today(browser: Chromium, site: str, path: str, same: str) -> None:
    with tab(browser) as page:
        read(page, site, path)
        assert page.until("document.querySelector('.other-day b:nth-of-type(2)')?.textContent") == same
        assert str(page.run("[...document.querySelectorAll('.other-day a')].at(-1).pathname")) == f"/{path[17:]}"
        assert page.complaints() == []
