"""A document designated under the letter of one that was revoked is another: nothing said of that one holds for it."""

from datetime import date
from pathlib import Path

import pytest

from secc.code.cache import FolderCache
from secc.code.load import DocumentCache, NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.timeline.effect import Effects
from secc.timeline.histories import ever, readings
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import Timeline
from tests.site.words_on_pages import tree_of

_B = "section B: Duties\n\n# B1 Duties\n\nB1.1 Pay.\n\nB1.2 Go.\n"
_TEXTS = {"A": "section A: Words\n\n# A1 Words\n\nA1.1 A word.\n", "B": _B}
_INSTRUMENTS = {
    "2020-01-15-some": "direction 2020-01-15-some: Some\nmade: 2020-01-15\n\n"
    '1 disapply Section B, for region "North"\n'
    "2 suspend Section B1.2\n"
    "3 vary Section B as if after Section B1.2 there were inserted\n  > B1.3 Wait.\n",
    "2020-02-01-out": "modification 2020-02-01-out: Out\nmade: 2020-02-01\n\n1 revoke Section B\n",
    "2020-04-01-again/instrument": "modification 2020-04-01-again: Again\nmade: 2020-04-01\n\n"
    "1 designate Section B as version 2.0, in the form set out at annexes/section-B.sec\n"
    "2 suspend Section A to Section B, from 2020-05-01\n",
    "2020-04-01-again/annexes/section-B": _B,
}
_SECTION = Address(DocumentId(DocumentKind.SECTION, "B"))
_FIRST = (
    "; in effect for everybody else from 1 January 2020, as part of the text; varied by paragraph 3 of 2020-01-15-some"
)


def opened(cache: DocumentCache) -> Timeline:
    return open_timeline(tree_of(_TEXTS, _INSTRUMENTS), cache).timeline


@pytest.fixture(params=["made", "kept"])
def timeline(request: pytest.FixtureRequest, tmp_path: Path) -> Timeline:
    """Made from nothing, and out of a cache in which all of it is kept."""
    if request.param == "made":
        return opened(NoCache())
    first = opened(FolderCache(tmp_path))
    assert [first.base(day).documents for day in first.wording_days()]
    return opened(FolderCache(tmp_path))


@pytest.mark.parametrize(
    ("day", "path", "words"),
    [
        (
            date(2020, 1, 31),
            (),
            f'disapplied for region "North" from 15 January 2020 (paragraph 1 of 2020-01-15-some){_FIRST}',
        ),
        (date(2020, 4, 1), (), "in effect from 1 April 2020, as part of the text"),
        (date(2020, 4, 1), ("B1.2",), "in effect from 1 April 2020, as part of the text"),
        (date(2020, 5, 1), (), "suspended from 1 May 2020 (paragraph 2 of 2020-04-01-again)"),
    ],
)
def test_what_was_said_of_the_one_is_not_said_of_the_other(
    timeline: Timeline, day: date, path: tuple[str, ...], words: str
) -> None:
    force = Effects(timeline).force(Address(_SECTION.document, path), day)
    assert force is not None
    assert force.in_words == words


def test_a_variation_of_the_one_does_not_vary_the_other(timeline: Timeline) -> None:
    before, after = (timeline.effective(day) for day in (date(2020, 1, 31), date(2020, 4, 1)))
    assert "Wait." in before.documents[_SECTION.document].text
    assert after.documents[_SECTION.document].text == _B
    assert [each.words for each in after.refused.values()] == [
        "what was Section B is not part of the text any more, and another document is called so"
    ]


def test_each_has_a_history_of_its_own(timeline: Timeline) -> None:
    again, first = ever(timeline, _SECTION)
    assert (again, first) == ("section-B~2", "section-B")
    assert [each.day for each in readings(timeline, first)] == [date(2020, 1, 1), date(2020, 2, 1)]
    assert [each.day for each in readings(timeline, again)] == [date(2020, 4, 1)]
