"""Reading what was known on a day, in a real browser: words, effect, history and changes, all as known then."""

from collections.abc import Iterator
from datetime import date

import pytest

from secc.site.naming import id_of
from secc.timeline.dates import printed_day
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.browser.test_any_day import read
from tests.browser.test_journeys import box
from tests.browser.test_reading_tools import CLIPBOARD
from tests.site.codes import made_of, sample_site
from tests.site.history import site
from tests.site.terms_of_days import KnownNames
from tests.site.test_known import moment_of, said_by_timeline, told_later

pytestmark = pytest.mark.browser

BANNER = "document.querySelector('.other-day').innerText"
MAIN = "document.querySelector('main').innerText"


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    """The address of a small Code of which much was told otherwise later."""
    with served(made_of(told_later())) as address:
        yield address


def beside(page: Tab, identifier: str) -> str:
    """What is said of a provision below its words: its effect and its changes."""
    said = f"[...document.getElementById('{identifier}').querySelectorAll('.apparatus:not(.more)')]"
    return str(page.run(f"{said}.map((each) => each.innerText.trim()).join(' | ')"))


METERS = "Changed on 1 February 2021 by All <i>meters</i>"
VARIED = "In effect from 1 January 2020, as part of the text; varied by paragraph 3 of All <i>meters</i>"
CORRECTED = f"{METERS}, What was meant"
NORTH = "region “North”"
SECOND = "(b) Suspended from 1 February 2021 (paragraph 2 of All <i>meters</i>)"
PARAGRAPH = "paragraph 3 of Days"
LIVE = (("2021-08-20", "2021-08-10"), ("2021-08-20", "2021-08-25"), ("2021-08-20", "2021-09-01"))
ELSE = "in effect for everybody else from 1 January 2020, as part of the text"


@pytest.mark.parametrize(
    ("known", "day", "identifier", "said"),
    [
        # A day that was put off later: suspended from 1 January as known in May, from 1 March as known in June.
        (
            "2021-05-20",
            "2022-01-15",
            "H1.3",
            "Suspended from 1 January 2022 (paragraph 1 of Days) | Until 31 May 2022; then changed by What comes later",
        ),
        ("2021-06-02", "2022-01-15", "H1.3", "Until 31 May 2022; then changed by What comes later"),
        # An event: of a day to come nothing was known; on a day past it had not happened; then it was told.
        (
            "2021-08-10",
            "2021-08-20",
            "H1.1",
            f"Not known to be in effect for {NORTH}: it may be disapplied ({PARAGRAPH}); {ELSE} | {CORRECTED}",
        ),
        ("2021-08-25", "2021-08-20", "H1.1", CORRECTED),
        (
            "2021-09-01",
            "2021-08-20",
            "H1.1",
            f"Disapplied for {NORTH} from 15 August 2021 ({PARAGRAPH}), until 1 December 2022; {ELSE} | {CORRECTED}",
        ),
        # A correction of a day past, and what was withdrawn.
        ("2021-04-30", "2021-03-01", "H1.1", METERS),
        ("2021-05-01", "2021-03-01", "H1.1", CORRECTED),
        ("2021-05-20", "2021-06-01", "H1.2", f"{SECOND} | Until 31 August 2022; then changed by Days"),
        ("2021-06-02", "2021-06-01", "H1.2", SECOND),
        # What waited for a decision, which counts from its own day.
        ("2022-01-31", "2022-03-15", "H2.1", VARIED),
        (
            "2022-02-01",
            "2022-03-15",
            "H2.1",
            f"{VARIED} | Until 31 March 2022; then changed by What waited for a decision",
        ),
    ],
)
def test_effect_and_changes_are_told_as_known_then(
    browser: Chromium, place: str, known: str, day: str, identifier: str, said: str
) -> None:
    with tab(browser) as page:
        read(page, place, f"as-at/{day}/known/{known}/{identifier}/")
        assert beside(page, identifier) == said
        assert "as known now" not in str(page.run(BANNER))
        assert page.complaints() == []


def test_what_was_not_plainly_in_effect_is_listed_as_known_then(browser: Chromium, place: str) -> None:
    """A day put off; an event of a day to come, that had not happened on a day past, and then had."""
    timeline = moment_of(told_later()).timeline
    said = set()
    with tab(browser) as page:
        for day, known in (("2022-01-15", "2021-05-20"), ("2022-01-15", "2021-06-02"), *LIVE):
            own = f"/as-at/{day}/known/{known}/"
            read(page, place, f"{own[1:]}not-yet/")
            row = "[each.pathname, each.closest('div').lastChild.innerText]"
            rows = page.run(f"[...document.querySelectorAll('.waiting a')].map((each) => {row})")
            wanted, _ = said_by_timeline(timeline, date.fromisoformat(day), date.fromisoformat(known))
            told = {f"{own}{id_of(each.path)}/": state for each, (state, _) in wanted.items()}
            assert {str(path): str(state).strip() for path, state in pairs(rows)} == told
            assert f"as known on {printed_day(date.fromisoformat(known))}" in str(page.run(BANNER))
            assert "as known now" not in str(page.run(MAIN))
            said.add(str(told).replace(own, ""))
        assert len(said) == 4
        assert page.complaints() == []


def test_the_documents_of_a_day_are_listed_as_known_then(browser: Chromium, site: str) -> None:
    """An Appendix of the sample, before anybody knew that it was to come."""
    with tab(browser) as page:
        for known, is_known in (("2016-01-31", False), ("2022-01-01", True)):
            read(page, site, f"as-at/2021-01-01/known/{known}/")
            found = page.run("[...document.querySelectorAll('main .documents a')].map((each) => each.pathname)")
            assert isinstance(found, list)
            assert (f"/as-at/2021-01-01/known/{known}/appendix-AL/" in found) is is_known
            assert f"/as-at/2021-01-01/known/{known}/H/" in found
            assert "as known now" not in str(page.run(MAIN))
            assert str(page.run("document.title")).startswith(
                f"The Code on 1 January 2021, as known on {printed_day(date.fromisoformat(known))}"
            )
        assert page.complaints() == []


def test_the_terms_of_a_day_are_listed_as_known_then(browser: Chromium, site: str) -> None:
    """By what was known in 2021, and the day before a day of change."""
    day, found = "2022-02-25", "[...document.querySelectorAll('main .terms a')].map((each) => each.textContent)"
    names, lists = KnownNames(sample_site().files), set()
    with tab(browser) as page:
        for known in ("2021-01-01", "2022-02-24"):
            read(page, site, f"as-at/{day}/known/{known}/terms/")
            listed = page.run(found)
            assert isinstance(listed, list)
            assert {str(each) for each in listed} == {name for name, *_ in names.on(day, known)}
            assert "not as known on" not in str(page.run(MAIN))
            assert f"as known on {printed_day(date.fromisoformat(known))}" in str(page.run(BANNER))
            lists.add(str(listed))
        page.run("document.querySelector('main .terms a').click()")
        page.until("document.querySelector('main .meaning dl') !== null")
        assert str(page.run("document.querySelector('main .meaning dl').innerText")).endswith(", as known then")
        assert str(page.run("document.title")).endswith(", 25 February 2022, as known on 24 February 2022")
        assert len(lists) == 2
        assert page.complaints() == []


def pairs(rows: object) -> list[list[object]]:
    """What a script gave, as pairs."""
    assert isinstance(rows, list)
    return rows


def test_what_is_ahead_as_known_now_is_not_offered(browser: Chromium) -> None:
    with served(site()) as address, tab(browser) as page:
        hidden = "document.querySelector('#any-day-layer').parentElement.hidden"
        read(page, address, "as-at/2021-03-15/H1/")
        assert page.run(hidden) is False
        read(page, address, "as-at/2021-03-15/known/2021-02-20/H1/")
        assert page.run(hidden) is True
        assert page.run("document.querySelector('.layers').hidden") is True


def test_title_and_citation_say_as_known_on_which_day(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.command("Page.addScriptToEvaluateOnNewDocument", source=CLIPBOARD)
        known = "15 March 2021, as known on 20 February 2021"
        for own in ("H1/", "H/full/"):
            read(page, place, f"as-at/2021-03-15/known/2021-02-20/{own}")
            page.run("document.getElementById('H1.1').querySelector('[data-copy]').click()")
            path = f"{place}as-at/2021-03-15/known/2021-02-20/H1.1/"
            assert page.until("window.kept") == f"Section H1.1 of the TC as at {known}\n{path}"
            assert known in str(page.run(BANNER))
        read(page, place, "as-at/2021-03-15/known/2021-02-20/H1/")
        assert page.run("document.title") == f"H1 Tests, {known}"


def test_before_anything_was_on_record_nothing_was_known(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        for path in ("", "H1/", "not-yet/"):
            read(page, place, f"as-at/2021-03-15/known/2019-12-31/{path}")
            assert page.run("document.querySelector('main h1').innerText") == "Nothing was known of the Code yet"


def test_a_number_leads_to_what_was_known_and_words_are_said_to_be_found_as_known_now(
    browser: Chromium, place: str
) -> None:
    with tab(browser) as page:
        read(page, place, "as-at/2021-03-15/known/2021-02-20/H1/")
        box(page, "h2.1")
        page.until("location.pathname === '/as-at/2021-03-15/known/2021-02-20/H2/' && location.hash === '#H2.1'")
        page.go(place + "search/?q=every+meter&at=2021-03-15&known=2021-02-20")
        page.until("document.querySelector('form.searching [role=status]').textContent.includes('words')")
        said = str(page.run("document.querySelector('form.searching [role=status]').textContent"))
        assert said.endswith("as at 15 March 2021, as known now and not as known on 20 February 2021.")
        assert page.complaints() == []
