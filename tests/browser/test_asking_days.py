"""What is answered where another day is asked for, on a small Code with a history, in a real browser."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.sources import open_sources
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.conftest import served
from tests.site.codes import files, made_of
from tests.site.history import TODAY, site
from tests.site.words_on_pages import site_of

pytestmark = pytest.mark.browser

_LONG = "The DCC shall test each meter" + " and each device" * 1000
_OF_LONG = {
    "instruments/2020-01-01-first/instrument.sec": """\
designation 2020-01-01-first: Designation of the Code
made: 2020-01-01
from: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
""",
    "instruments/2020-01-01-first/annexes/section-A.sec": f"section A: Long\n\n# A1 Tests\n\nA1.1 {_LONG}.\n",
    "instruments/2021-02-01-meters.sec": """\
modification 2021-02-01-meters: All meters
made: 2021-02-01
from: 2021-02-01

1 in Section A1.1, for "each meter" substitute "every meter"
""",
}


_SHORT = {
    "A": "section A: Tests\n\n# A1 Tests\n\nA1.1 The DCC shall test.\n\nA1.2 The DCC shall rest.\n\nA1.3 It shall.\n"
}
_VARIED = {
    "2020-02-01-a": """\
modification 2020-02-01-a: A
made: 2020-02-01

1 in Section A1.1, for "shall" substitute "must"
""",
    "2020-03-01-b": """\
direction 2020-03-01-b: B
made: 2020-03-01

1 vary Section A1.1 as if for "test" there were substituted "check", until 2020-05-01
2 vary Section A1 as if Section A1.2 were omitted, until 2020-05-01
""",
    "2020-04-01-c": """\
modification 2020-04-01-c: C
made: 2020-04-01

1 in Section A1.1, for "DCC" substitute "Panel"
""",
    "2020-06-01-d": """\
direction 2020-06-01-d: D
made: 2020-06-01

1 vary Section A1.2 as if "The" were omitted
2 for the heading of Section A1 substitute "Tasks"
3 omit Section A1.3, from 2020-07-01, until 2020-08-01
""",
}


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    with served(site()) as address:
        yield address


def said_of(page: Tab, day: str) -> str:
    """What the history of a provision answers for a day."""
    page.run(f"document.querySelector('[data-asks-day] input').value = '{day}'")
    page.run("document.querySelector('[data-asks-day] button').click()")
    return " ".join(str(page.run("document.querySelector('.asked .then-said').innerText")).split())


def test_what_is_to_come_is_not_said_to_have_changed(browser: Chromium, place: str) -> None:
    with tab(browser) as page:
        page.go(place + "H1.3/")
        assert said_of(page, "2021-01-01") == (
            "On 1 January 2021 it read: H1.3 The DCC shall tell each person. To change on 1 June 2022."
        )
        assert said_of(page, "2022-06-01").endswith("Nothing is known to have changed after that.")
        page.go(place + "H1.1/")
        assert said_of(page, "2020-06-01").endswith("test each meter. Changed after that on 1 February 2021.")


def test_words_that_are_too_long_are_not_said_to_be_those_of_today(browser: Chromium) -> None:
    now = _OF_LONG["instruments/2020-01-01-first/annexes/section-A.sec"].replace("each meter", "every meter")
    found = files({"sections/A.sec": now}) | {name: text.encode() for name, text in _OF_LONG.items()}
    with served(made_of(open_sources(Memory(found), NoCache(), TODAY))) as address, tab(browser) as page:
        page.go(address + "A1.1/")
        assert page.run("document.querySelectorAll('.too-long').length") == 2
        assert said_of(page, "2020-06-01") == "Changed after that on 1 February 2021."


def test_where_the_script_for_other_days_does_not_come_that_is_said(browser: Chromium) -> None:
    whole = site()
    lost = replace(whole, files=[each for each in whole.files if "day-going" not in each.url])
    with served(lost) as address, tab(browser) as page:
        page.go(address + "H1/")
        page.until("document.querySelectorAll('.choose-day').length")
        page.run("document.querySelector('.choose-day button').click()")
        alert = "document.querySelector('.choose-day [role=alert]')?.textContent"
        assert page.until(alert) == "Another day cannot be shown now: load this page again."
        page.go(f"{address}as-at/2020-06-01/H1/")
        page.until("document.querySelector('.periods')?.checkVisibility()")


def test_the_words_of_a_day_are_those_with_the_variations_that_held_for_everybody(browser: Chromium) -> None:
    with served(site_of(_SHORT, _VARIED)) as address, tab(browser) as page:
        page.go(address + "A1.1/")
        assert [
            said_of(page, f"2020-{day}").partition(" 2020 ")[2] for day in ("02-15", "03-15", "04-15", "05-15")
        ] == [
            "it read: A1.1 The DCC must test. Changed after that on 1 March 2020, 1 April 2020, 1 May 2020.",
            "it read: A1.1 The DCC must check. Changed after that on 1 April 2020, 1 May 2020.",
            "it read: A1.1 The Panel must check. Changed after that on 1 May 2020.",
            "it read: A1.1 The Panel must test. Nothing is known to have changed after that.",
        ]
        page.go(address + "A1.2/")
        since = "2020, 1 June 2020"
        assert said_of(page, "2020-02-15") == (
            f"On 15 February 2020 it read: A1.2 The DCC shall rest. Changed after that on 1 March 2020, 1 May {since}."
        )
        assert said_of(page, "2020-04-15") == f"It was left out by a variation. Changed after that on 1 May {since}."
        assert said_of(page, "2020-05-15").startswith("On 15 May 2020 it read: A1.2 The DCC shall rest.")
        assert said_of(page, "2020-06-15").startswith("On 15 June 2020 it read: A1.2 DCC shall rest.")
        page.go(address + "A1.3/")
        assert (
            said_of(page, "2020-07-15")
            == "It was not part of the text on that day. Changed after that on 1 August 2020."
        )
        assert page.complaints() == []
