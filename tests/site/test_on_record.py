"""What takes effect by a fact, or ends by another instrument, bears in feeds the day from which that is on record."""

from datetime import date

from lxml import etree

from secc.code.load import NoCache
from secc.site.sources import open_sources
from tests.site.codes import made_of
from tests.site.test_feeds import entries, feeds
from tests.site.words_on_pages import tree_of

_SECTIONS = {"H": "section H: Services\n\n# H1 Services\n\nH1.1 Words.\n\nH1.2 Words.\n\nH1.3 Words.\n"}
_INSTRUMENTS = {
    "2020-02-01-first": """\
direction 2020-02-01-first: First
made: 2020-02-01

1 in Section H1.1, for "Words" substitute "Deeds", from event "Live"
2 vary Section H1.2 as if for "Words" there were substituted "Deeds", until event "Live"
3 suspend Section H1.3, from 2020-03-01
""",
    "2020-05-10-live": 'notice 2020-05-10-live: Live\nmade: 2020-05-10\n\n1 event "Live" occurs on 2020-06-01\n',
    "2020-07-01-live": 'notice 2020-07-01-live: Live anew\nmade: 2020-07-01\n\n1 event "Live" occurs on 2020-06-15\n',
    "2020-04-20-end": """\
direction 2020-04-20-end: An end
made: 2020-04-20

1 cancel paragraph 3 of 2020-02-01-first, from 2020-04-10
""",
}


def _days(without: str = "", as_at: date = date(2020, 12, 1)) -> dict[str, tuple[str, str]]:
    """When each entry of the whole Code was published and renewed, by its title."""
    instruments = {name: text for name, text in _INSTRUMENTS.items() if name != without}
    made = made_of(open_sources(tree_of(_SECTIONS, instruments), NoCache(), as_at))
    return {each["title"]: (each["published"][:10], each["updated"][:10]) for each in entries(_feed(feeds(made)))}


def _feed(found: dict[str, etree._Element]) -> etree._Element:
    return found["feed.atom"]


def test_what_waits_for_an_event_is_on_record_when_that_is_told() -> None:
    assert _days("2020-07-01-live")["First: has effect from 1 June 2020"] == ("2020-05-10", "2020-06-01")
    coming = _days("2020-07-01-live", date(2020, 5, 20))
    assert coming["First: is to have effect from 1 June 2020"] == ("2020-05-10", "2020-05-10")


def test_told_anew_it_is_renewed_when_it_is() -> None:
    found = _days()
    assert found["First: has effect from 15 June 2020"] == ("2020-07-01", "2020-07-01")
    assert found["First: ends on 15 June 2020"] == ("2020-07-01", "2020-07-01")


def test_what_is_cancelled_ends_on_record_when_the_cancellation_is() -> None:
    found = _days()
    assert found["First: ends on 10 April 2020"] == ("2020-04-20", "2020-04-20")
    assert found["First: has effect from 1 March 2020"] == ("2020-02-01", "2020-03-01")
