"""Histories of real Acts: each Act is designated as first dated, and designated again as at each later date.

What the histories of all its provisions then tell of a date is set against what the drafters noted for it. The misses,
by class:

- 5 of 155 notes are missed: they are on the heading of a section, which is an unnumbered sub-heading above it, has no
  effect, and is not among the section's words;
- 2 of 186 provisions told of are not noted: "KV" for "kV", and the list of contents of the notes behind the Act, which
  are editors' corrections and no amendments.

As in `score_acts`, what stands in no section is left out, so are the Acts printed behind an Act, and so is a
provision of which only signs changed, as editors may.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion
from secc.code.load import NoCache
from secc.code.model import SubHeading
from secc.code.walk import prose_in
from secc.ids import Address
from secc.instruments.model import Dates, Designate, Instrument, InstrumentKind, Operation, Redesignate
from secc.instruments.when import On
from secc.source import Span
from secc.timeline.histories import Reading, readings
from secc.timeline.inheriting import inheriting
from secc.timeline.replay import Sources
from secc.timeline.timeline import Timeline
from tests.corpus.score_acts import Named, Versions, read_act, versions_in

ONE_DAY = timedelta(days=1)
HEADINGS = 5
NOT_NOTED = {Named(("24", "(5)"), heading=False), Named(("annex-6",), heading=False)}


@dataclass(frozen=True, slots=True)
class Told:
    """What the histories tell of a date, beside what its notes name."""

    notes: tuple[Named, ...]
    places: tuple[Named, ...]

    @property
    def missed(self) -> list[Named]:
        """The notes of which no history tells."""
        return [note for note in self.notes if not any(note.covers(place) for place in self.places)]

    @property
    def spurious(self) -> list[Named]:
        """The provisions whose history tells of a change that nobody noted."""
        return [place for place in self.places if not any(note.covers(place) for note in self.notes)]


@pytest.mark.corpora
def test_histories_tell_of_what_the_notes_name(corpora: Path) -> None:
    told = [each for act in _acts(corpora) for each in _told(corpora, act)]
    notes, places = sum(len(each.notes) for each in told), sum(len(each.places) for each in told)
    missed = [note for each in told for note in each.missed]
    spurious = [place for each in told for place in each.spurious]
    assert notes - len(missed) >= 0.95 * notes, missed
    assert places - len(spurious) >= 0.95 * places, spurious
    assert [note.heading for note in missed] == [True] * HEADINGS, missed
    assert set(spurious) == NOT_NOTED, spurious


def _acts(corpora: Path) -> list[list[tuple[Versions, tuple[Named, ...]]]]:
    """The pairs of dates of each Act, with what the notes name."""
    return [list(pairs) for _, pairs in groupby(versions_in(corpora), key=lambda pair: pair[0].act)]


def _told(corpora: Path, pairs: Sequence[tuple[Versions, tuple[Named, ...]]]) -> Iterator[Told]:
    act = pairs[0][0].act
    timeline = _timeline(corpora, act, [pairs[0][0].earlier, *(versions.later for versions, _ in pairs)])
    states = [next(iter(timeline.base(day).documents.values())) for day in timeline.wording_days()]
    identities = dict.fromkeys(identity for state in states for identity in state.identities.values())
    histories = {identity: readings(timeline, identity) for identity in identities}
    days = list(timeline.wording_days())
    for (before, after), day, (_, notes) in zip(pairwise(states), days[1:], pairs, strict=True):
        changed = (address.path for address in _changed(histories, day, before, after))
        sections = (path for path in changed if not path[0].startswith("document-"))
        yield Told(notes, tuple(dict.fromkeys(Named(path, heading=False) for path in sections)))


def _timeline(corpora: Path, act: str, dates: Sequence[str]) -> Timeline:
    def annex(_: str, path: str) -> str:
        if Path(path).name != path:
            raise Refusal(f"there is no annex {path}", "name one")
        return (corpora / "sec" / path).read_text(encoding="utf-8")

    document = read_act(corpora, act, dates[0]).id
    instruments = []
    for number, day in enumerate(dates):
        kind = Redesignate if number else Designate
        action = kind(document, f"{number + 1}.0", f"{act}@asat-{day}.sec")
        instruments.append(
            Instrument(
                kind=InstrumentKind.DIRECTION,
                name=f"{day}-reprint",
                title="A reprint",
                dates=Dates(made=date.fromisoformat(day), recorded=date.fromisoformat(day)),
                starts=On(date.fromisoformat(day)),
                operations=(Operation(number="1", action=action, span=Span(0, 0)),),
            )
        )
    return Timeline(instruments, (), Sources(annex, NoCache(), inheriting(lambda _: None)))


def _changed(
    histories: Mapping[str, Sequence[Reading]], day: date, before: DocumentVersion, after: DocumentVersion
) -> Iterator[Address]:
    """Where the provisions stood, and stand, of whose number or own words their history tells on a day."""
    old = {identity: _reading(history, day - ONE_DAY) for identity, history in histories.items()}
    new = {identity: _reading(history, day) for identity, history in histories.items()}
    was, now = _own_words(old, before), _own_words(new, after)
    for identity, history in histories.items():
        if not any(each.day == day for each in history):
            continue
        places = [each.address if each is not None else None for each in (old[identity], new[identity])]
        if places[0] != places[1] or not _only_signs(was[identity], now[identity]):
            yield from (each for each in places if each is not None)


def _reading(history: Sequence[Reading], day: date) -> Reading | None:
    """The wording that holds on a day."""
    return next((each for each in reversed(history) if each.day <= day), None)


def _own_words(told: Mapping[str, Reading | None], version: DocumentVersion) -> dict[str, Counter[str]]:
    """The words of each provision less those of the provisions that stand in it, and of sub-headings."""
    own = {identity: Counter(each.words if each is not None else ()) for identity, each in told.items()}
    outer: list[tuple[int, str]] = []
    for each in version.blocks:
        outer = [one for one in outer if one[0] < each.depth]
        identity = version.identities.get(each.address.path) if each.own else None
        if outer and isinstance(each.block, SubHeading):
            own[outer[-1][1]].subtract(prose.text for prose in prose_in(each.block))
        if identity is None:
            continue
        reading = told[identity]
        if outer and reading is not None:
            own[outer[-1][1]].subtract(reading.words)
        outer.append((each.depth, identity))
    return own


def _only_signs(was: Mapping[str, int], now: Mapping[str, int]) -> bool:
    """Whether there is no difference but in signs, such as quotation marks and dashes."""
    gone, come = (
        [letter for words, count in one.items() if count > other.get(words, 0) for letter in words if letter.isalnum()]
        for one, other in ((was, now), (now, was))
    )
    return gone == come
