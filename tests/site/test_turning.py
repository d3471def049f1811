"""The turns of effect as they are kept while instruments are edited: as if nothing had been kept."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.load import NoCache
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.site.in_time.turning import EffectTurn, Turns, turning
from secc.site.sources import open_sources
from secc.timeline.turns import Turn, turns
from tests.site.history import TODAY, history_files

DAYS = ("2020-06-01", "2021-02-01", "2021-03-15", "2021-04-01", "2022-01-01", "2023-05-05")
LINES = (
    'in Section H1.1, for "each meter" substitute "every meter"',
    'in Section H1.3, omit "person"',
    'in Section A1.1, omit "another"',
    "move Section H1.2 to Section A, after Section A1.1, as A1.2",
    "move Section A1.1 to Section H, after Section H2.1, as H2.2",
    "move Section H1.2(a) to after Section H1.2(b)",
    "renumber Section H2.1 as H2.3",
    "omit Section H1.3",
    "suspend Section H1.2(b)",
    'suspend Section H2, until the earlier of 2022-12-31 and event "Go Live"',
    "disapply Section A",
    'commence Section H1, from event "Go Live"',
    "commence Section H",
    'vary Section H2.1 as if for "results" there were substituted "outcomes"',
    'in Section H2.1, for "results" substitute "findings"',
    'event "Go Live" occurs on 2021-05-01',
    'event "Go Live" occurs on 2022-02-02, for region "North"',
)
MOVED = (
    "from 2021-05-01, move Section H1.4 to Section A, after Section A1.1, as A1.2",
    "commence Section A, from 2021-03-15",
)
NAMES = ("one", "two", "three")


def instrument(name: str, draw: Random) -> bytes:
    """Some operations from a day on, made by then or later."""
    made, begins = draw.choice(DAYS), draw.choice(DAYS)
    lines = [f"direction {made}-{name}: {name}", f"made: {made}", f"from: {begins}", ""]
    lines += [f"{number} {line}" for number, line in enumerate(draw.sample(LINES, draw.randint(1, 3)), 1)]
    return "\n".join([*lines, ""]).encode()


@settings(max_examples=25)
@given(st.integers(0, 100_000))
def test_after_every_edit_the_turns_are_as_if_nothing_had_been_kept(seed: int) -> None:
    """Words, moves between documents, what has effect and the events that it waits for, in any order."""
    draw, cache = Random(seed), SharedCache()
    edited: dict[str, dict[str, bytes]] = {}
    for _ in range(4):
        for name in draw.sample(NAMES, 2):
            text = instrument(name, draw)
            edited[name] = {f"instruments/{text.split(b' ')[1].decode().rstrip(':')}.sec": text}
        told({path: each for one in edited.values() for path, each in one.items()}, cache)


def test_whether_a_commencement_was_made_before_a_move_counts() -> None:
    """Its other days being the same."""
    cache = SharedCache()
    moved = b"1 from 2021-03-15, move Section H1.2 to Section A, after Section A1.1, as A1.2\n"
    head = b"direction 2021-02-01-moved: moved\nmade: 2021-02-01\n\n"
    for made in (b"2021-03-01", b"2021-04-01"):
        commenced = b"direction 2021-03-01-begun: begun\nmade: %b\nrecorded: 2021-04-02\n\n" % made
        one = {
            "instruments/2021-02-01-moved.sec": head + moved,
            "instruments/2021-03-01-begun.sec": commenced + b"1 commence Section H1, from 2021-05-01\n",
        }
        told(one, cache)


def test_a_variation_that_can_no_longer_be_carried_out_turns_to_being_none() -> None:
    varied = b"direction 2021-02-01-varied: varied\nmade: 2021-02-01\nfrom: 2021-02-01\n\n1 %b\n" % LINES[13].encode()
    worded = b"direction 2021-04-01-worded: worded\nmade: 2021-04-01\nfrom: 2021-04-01\n\n1 %b\n" % LINES[14].encode()
    found = told(
        {"instruments/2021-02-01-varied.sec": varied, "instruments/2021-04-01-worded.sec": worded}, SharedCache()
    )
    (turned,) = (each for identity, each in found.items() if identity == "section-H/H2.1")
    said = [(each.day.isoformat(), each.words.rpartition("; ")[2], len(each.varying)) for each in turned]
    refused = 'which cannot be carried out: the words "results" do not stand in Section H2.1'
    assert said[-2:] == [
        ("2021-02-01", "varied by paragraph 1 of 2021-02-01-varied", 1),
        ("2021-04-01", f"not varied by paragraph 1 of 2021-02-01-varied, {refused}", 0),
    ]


def told(instruments: dict[str, bytes], cache: SharedCache) -> Turns:
    """The turns with what is kept, which are those without."""
    first = {path: each for path, each in history_files().items() if not path.startswith(("instruments/2021", "docu"))}
    files = Memory(first | instruments)
    now, anew = (open_sources(files, each, TODAY).moment for each in (cache, NoCache()))
    assert now is not None
    assert anew is not None
    assert turning(now) == turning(anew)
    for identity, found in turning(anew).items():
        assert_turned(found, turns(anew.timeline, identity))
    return turning(now)


def assert_turned(found: Sequence[EffectTurn], by_itself: Sequence[Turn]) -> None:
    """Each turn of a provision asked about by itself is found; what is found besides is of its paragraphs."""
    every = {turn.day: turn.force.state for turn in by_itself}
    assert every.items() <= {each.day: each.state for each in found}.items()
    for before, each in pairwise(found):
        assert each.day in every or each.state is before.state


WAITS = 'suspend Section H2, until event "Go Live"'
OCCURS = 'event "Go Live" occurs on 2021-05-01'
INSERTS = "in Section H, after Section H1.3 insert\n  > H1.4 The DCC shall rest."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"a": (WAITS,), "b": (OCCURS,)}, {"a": (WAITS,), "c": (OCCURS,)}, id="another tells the day"),
        pytest.param(
            {"a": (f"from 2021-02-01, {INSERTS}",), "b": MOVED},
            {"a": (f"from 2021-04-01, {INSERTS}",), "b": MOVED},
            id="it came later to where it was before",
        ),
    ],
)
def test_what_stands_elsewhere_turns_what_reads_as_it_did(
    before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]
) -> None:
    """By an instrument that says nothing of the words there."""
    cache = SharedCache()
    assert told(written(before), cache) != told(written(after), cache)


def written(instruments: dict[str, tuple[str, ...]]) -> dict[str, bytes]:
    """Files of instruments made on one day."""
    found = {}
    for name, lines in instruments.items():
        text = f"direction 2021-01-01-{name}: {name}\nmade: 2021-01-01\nfrom: 2021-01-01\n\n"
        text += "".join(f"{number} {line}\n" for number, line in enumerate(lines, 1))
        found[f"instruments/2021-01-01-{name}.sec"] = text.encode()
    return found


SCHEDULE = {
    "instruments/2021-05-01-schedule/instrument.sec": b"""\
direction 2021-05-01-schedule: A Schedule
made: 2021-01-01
from: 2021-05-01

1 designate Schedule 1 as version 1.0, in the form set out at annexes/schedule-1.sec
2 move Clause 1 of Schedule 1 to Section H, after Section H2.1, as H2.2
3 move Section A1.2 to the end of Schedule 1, as 2
4 commence Schedule 1, from 2021-03-15
""",
    "instruments/2021-05-01-schedule/annexes/schedule-1.sec": b"schedule 1: Terms\n\n1 The DCC shall rest.\n",
}


def test_a_document_that_has_none_of_its_own_provisions_left_goes_with_those_that_have_them() -> None:
    """And with those from which it has what it has: their provisions came earlier or later."""
    cache = SharedCache()
    inserts = "in Section A, after Section A1.1 insert\n  > A1.2 The DCC shall work."
    one, other = (written({"a": (f"from {day}, {inserts}",)}) | SCHEDULE for day in ("2021-02-01", "2021-04-01"))
    assert told(one, cache) != told(other, cache)
