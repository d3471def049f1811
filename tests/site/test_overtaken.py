"""A commencement that still waits for its event, of what another instrument has commenced already."""

import json
from datetime import date

import pytest

from secc.code.load import NoCache
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.site.codes import made_of, sample_site
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "H": "section H: Services\n\n# H1 Services\n\nH1.1 One.\n\nH1.2 Two.\n\n# H2 Tests\n\nH2.1 Three.\n\nH2.2 Four.\n"
}
_WAITING = """\
direction 2020-01-02-waiting: What waits
made: 2020-01-02

1 commence {}, from event "A"
"""
_SINCE = """\
direction 2020-02-01-since: What came
made: 2020-02-01

{}
"""


def _site(waiting: str, *since: str) -> MadeSite:
    operations = "\n".join(f"{number} {each}" for number, each in enumerate(since, start=1))
    instruments = {"2020-01-02-waiting": _WAITING.format(waiting), "2020-02-01-since": _SINCE.format(operations)}
    return made_of(open_sources(tree_of(_SECTIONS, instruments), NoCache(), date(2020, 6, 1)))


def _lists(made: MadeSite) -> tuple[str, str]:
    """What is yet to have effect, and what is overtaken."""
    html = next(each.html for each in made.pages if each.url == "not-yet/")
    after = html.partition('id="to-begin"')[2].partition('id="to-end"')[0]
    to_begin, _, overtaken = after.partition('id="overtaken"')
    return words_of(to_begin), words_of(overtaken)


@pytest.mark.parametrize(
    ("waiting", "since", "said"),
    [
        ("Section H1.1", "commence Section H1.1, from 2020-03-01", "Section H1.1 commenced on 1 March 2020."),
        ("Section H1.1", "commence Section H, from 2020-03-01", "Section H1.1 commenced on 1 March 2020."),
        (
            "Sections H1.1 and H1.2",
            "commence Section H1.1, from 2020-03-01\n2 commence Section H1.2, from 2020-04-01",
            "Section H1.1 commenced on 1 March 2020; Section H1.2 commenced on 1 April 2020.",
        ),
        (
            "Sections H1.1, H1.2, H2.1 and H2.2",
            "commence Sections H1 and H2, from 2020-03-01",
            "All of it has commenced, the last on 1 March 2020.",
        ),
        (
            "Section H1.1",
            "commence Section H1.1, from 2020-03-01\n2 suspend Section H1.1, from 2020-04-01",
            "Section H1.1 commenced on 1 March 2020.",
        ),
        (
            "Section H1.1",
            "commence Section H1, from 2020-03-01\n2 suspend Section H1, from 2020-04-01\n"
            "3 disapply Section H1.1, from 2020-05-01",
            "Section H1.1 commenced on 1 March 2020.",
        ),
    ],
)
def test_a_commencement_of_what_has_commenced_stands_apart(waiting: str, since: str, said: str) -> None:
    made = _site(waiting, since)
    to_begin, overtaken = _lists(made)
    assert said in overtaken
    assert "event “A”" not in to_begin
    assert "for a day or an event" not in words_of(next(each.html for each in made.pages if each.url == ""))
    listed = json.loads(next(each.contents for each in made.streamed if each.url == "not-yet.json"))
    assert [each.get("commenced") for each in listed["to_begin"]] == [said]


@pytest.mark.parametrize(
    ("waiting", "since"),
    [
        ("Section H1.1", "commence Section H1.2, from 2020-03-01"),
        ("Section H1.1", "commence Section H1.1, from 2020-07-01"),
        ("Sections H1.1 and H1.2", "commence Section H1.1, from 2020-03-01"),
        ("Section H1.1", 'commence Section H1.1, from 2020-03-01, for region "North"'),
        ("Section H2", 'commence Section H2, from 2020-03-01\n2 commence Section H2.2, from event "B"'),
        ("Section H1.1", "commence Section H1.1, from 2020-03-01\n2 cease Section H1.1, from 2020-04-01"),
        ("Section H1.1", "commence Section H1.2, from 2020-03-01\n2 suspend Section H1.1, from 2020-04-01"),
    ],
)
def test_one_of_which_something_is_still_to_come_does_not(waiting: str, since: str) -> None:
    to_begin, overtaken = _lists(_site(waiting, since))
    assert "event “A”" in to_begin
    assert overtaken == ""


def test_the_sample_tells_since_when_testing_services_have_had_effect() -> None:
    to_begin, overtaken = _lists(sample_site())
    assert "Section H14 commenced on 8 November 2016." in overtaken
    assert "Commence" not in to_begin
