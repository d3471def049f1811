"""What was known on each day, kept by what had been recorded by then."""

import pytest

from secc.code.load import NoCache
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.site.any_day import knowledge
from secc.site.any_day.knowledge import StatesInTime, states_in_time
from secc.site.sources import open_sources
from secc.timeline.timeline import Knowledge, Timeline
from tests.site.history import TODAY
from tests.site.test_kept_pages import METERS, edited
from tests.site.test_kept_texts import in_time

LATEST = {
    "instruments/2022-03-01-latest.sec": (
        b'direction 2022-03-01-latest: Latest\nmade: 2022-03-01\n\n1 in Section J1.2, for "Nobody" substitute "None"\n'
    )
}


def states_of(files: dict[str, bytes], cache: SharedCache | NoCache) -> StatesInTime:
    """The states of some files."""
    moment = open_sources(Memory(files), cache, TODAY).moment
    assert moment is not None
    return states_in_time(moment)


@pytest.mark.parametrize(
    ("after", "anew"),
    [
        pytest.param(in_time() | LATEST, {"None", "2022-03-01"}, id="a release"),
        pytest.param(
            edited(in_time(), (METERS, "2 suspend Section H1.2(b)", "2 disapply Section H1.2(b)")),
            {"None", "2021-02-01", "2021-03-01", "2021-04-01", "2022-01-01"},
            id="what was known from then on",
        ),
        pytest.param(edited(in_time(), (METERS, '"every meter"', '"all meters"')), set(), id="words"),
    ],
)
def test_only_what_was_known_from_then_on_is_worked_out(
    after: dict[str, bytes], anew: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, asked = SharedCache(), set[str]()
    states_of(in_time(), cache)
    made = knowledge._as_known

    def making(timeline: Timeline, of: Knowledge) -> object:
        asked.add(str(of.on))
        return made(timeline, of)

    monkeypatch.setattr(knowledge, "_as_known", making)
    found = states_of(after, cache)
    assert asked == anew
    monkeypatch.undo()
    assert found == states_of(after, NoCache())
