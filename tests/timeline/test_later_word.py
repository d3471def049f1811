"""Of two instruments that say different things, the later word holds: what was made, not proposed, last."""

from collections.abc import Mapping
from datetime import date

import pytest

from secc.code.load import NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import Knowledge
from tests.site.words_on_pages import tree_of

_SECTIONS = {"H": "section H: Services\n\n# H1 Services\n\nH1.1 Words.\n\nH1.2 Words.\n\nH1.3 Words.\n\nH1.4 Words.\n"}
_DIRECTION = """\
direction 2020-06-01-direction: A direction
made: 2020-06-01

1 cease Section H1.1, from 2021-01-01
2 event "Live" occurs on 2020-12-01
3 commence Section H1.2, from 2021-01-01 or such later date as is directed
4 commence Section H1.3, from event "Live"
5 suspend Section H1.4, from 2021-02-01
"""
_CHANGE = """\
1 extend Section H1.1 until 2022-01-01
2 event "Live" occurs on 2020-11-01
3 fix the date in paragraph 3 of 2020-06-01-direction as 2021-06-01
4 resume Section H1.4, from 2021-02-01
"""
_FIXED = """\
notice 2020-07-01-fixed: A day
made: 2020-07-01

1 fix the date in paragraph 3 of 2020-06-01-direction as 2021-03-01
"""
_OTHERS = {"2020-06-01-direction": _DIRECTION, "2020-07-01-fixed": _FIXED}
_CONSULTED = "modification 2020-03-01-change: A change\nconsulted: 2020-03-01\n"
_BY_ITSELF = {"2020-03-01-change": f"{_CONSULTED}decided: 2020-09-01\n\n{_CHANGE}"}
_BY_ANOTHER = {
    "2020-03-01-change": f"{_CONSULTED}recorded: 2020-03-01\n\n{_CHANGE}",
    "2020-09-02-decision": "notice 2020-09-02-decision: A decision\nmade: 2020-09-02\n\n"
    "1 decide 2020-03-01-change on 2020-09-01\n",
}


@pytest.mark.parametrize("change", [_BY_ITSELF, _BY_ANOTHER], ids=["by itself", "by another"])
def test_what_was_consulted_on_before_and_decided_since_is_the_later_word(change: Mapping[str, str]) -> None:
    timeline = open_timeline(tree_of(_SECTIONS, {**_OTHERS, **change}), NoCache()).timeline

    def said(number: str, known: str) -> str:
        effects = Effects(timeline, Knowledge(date.fromisoformat(known)))
        found = effects.force(Address(DocumentId(DocumentKind.SECTION, "H"), (number,)), date(2021, 2, 15))
        assert found is not None
        return found.in_words.partition(" (")[0]

    before, since = "2020-08-01", "2020-10-01"
    assert said("H1.1", before) == "ceased to have effect on 1 January 2021"
    assert said("H1.1", since) == "in effect from 1 January 2020, as part of the text, until 1 January 2022"
    assert said("H1.2", before) == "not yet in effect: from 1 March 2021"
    assert said("H1.2", since) == "not yet in effect: from 1 June 2021"
    assert said("H1.3", before) == "in effect from 1 December 2020"
    assert said("H1.3", since) == "in effect from 1 November 2020"
    assert said("H1.4", before) == "suspended from 1 February 2021"
    assert said("H1.4", since) == "in effect from 1 January 2020, as part of the text"
