"""Amendments that lapsed: they were carried out, and what they amended was there for a time only, and is gone.

What cannot be carried out any more since something ended is told of, but not these: nothing of what they say is lost.
"""

from datetime import date

from secc.ids import Address
from secc.instruments.model import Designate, Redesignate, RenameTerm, Revoke, Wording
from secc.timeline.identities import identity_of, place_of
from secc.timeline.replay import Replay
from secc.timeline.wordings import Step, StepsInTime, Wordings


class Lapsing:
    """What operations that are refused on some day amended on their own, worked out once."""

    def __init__(self, replay: Replay, steps: StepsInTime) -> None:
        self._replay = replay
        self._steps = steps
        self._amended: dict[Step, str | None] = {}
        self._told: dict[int, Wordings] = {}

    def told(self, found: Wordings, at: date, way: int) -> Wordings:
        """The wording of a day, with what has lapsed by then no longer among what is refused; `way` is its number."""
        if way not in self._told:
            live = (each for each in self._steps.live(at) if each.ref in found.refused)
            lapsed = {each.ref for each in live if self._has_lapsed(each, found)}
            refused = {ref: refusal for ref, refusal in found.refused.items() if ref not in lapsed}
            self._told[way] = Wordings(found.documents, refused, found.used) if lapsed else found
        return self._told[way]

    def _has_lapsed(self, step: Step, now: Wordings) -> bool:
        if step not in self._amended:
            self._amended[step] = self._amended_by(step)
        identity = self._amended[step]
        return identity is not None and place_of(now, identity) is None

    def _amended_by(self, step: Step) -> str | None:
        """Who it was that an operation amended on its day; nobody where it was not carried out then."""
        address, live = _amends(step.action), self._steps.live(step.day)
        if address is None or step.ref in self._replay.after(live).refused:
            return None
        before = [each for each in live if each.day < step.day]
        on_the_day = live[len(before) : live.index(step)]
        return identity_of(self._replay.carried_out(self._replay.after(before), on_the_day), address)


def _amends(action: Wording) -> Address | None:
    """Where that stands of which nothing is left to amend when it is gone."""
    match action:
        case Designate() | RenameTerm():
            return None
        case Redesignate(document=document) | Revoke(document=document):
            return Address(document)
        case _:
            return action.place.address
