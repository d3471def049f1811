"""A document that was revoked and designated again has effect from the day on which it came back."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from tests.site.words_on_pages import tree_of

_TEXTS = {
    "A": "section A: Words\n\n# A1 Words\n\nA1.1 A word.\n",
    "B": "section B: Duties\n\n# B1 Duties\n\nB1.1 Pay.\n",
}
_INSTRUMENTS = {
    "2020-02-01-out": "modification 2020-02-01-out: Out\nmade: 2020-02-01\n\n1 revoke Section B\n",
    "2020-04-01-back/instrument": (
        "modification 2020-04-01-back: Back\nmade: 2020-04-01\n\n"
        "1 designate Section B as version 2.0, in the form set out at annexes/section-B.sec\n"
    ),
    "2020-04-01-back/annexes/section-B": _TEXTS["B"],
}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2020, 1, 31), "in effect from 1 January 2020, as part of the text"),
        (date(2020, 4, 1), "in effect from 1 April 2020, as part of the text"),
    ],
)
def test_it_has_effect_from_the_last_day_on_which_it_was_designated(day: date, words: str) -> None:
    effects = Effects(open_timeline(tree_of(_TEXTS, _INSTRUMENTS), NoCache()).timeline)
    section = DocumentId(DocumentKind.SECTION, "B")
    for path in ((), ("B1.1",)):
        force = effects.force(Address(section, path), day)
        assert force is not None
        assert force.in_words == words
    assert effects.force(Address(section), date(2020, 3, 31)) is None
